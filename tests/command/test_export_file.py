"""What `export` says and how it ends; what it writes is tested with the formats."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from dashboard.cli import main
from tests.asked import DATA, Capture


@pytest.mark.parametrize("name", ["trade.docx", "trade"])
def test_export_knows_a_file_by_its_ending(tmp_path: Path, capsys: Capture, name: str) -> None:
    assert main(["export", str(tmp_path / name), "--data", str(DATA)]) == 2
    found = capsys.readouterr().err
    assert re.search(r'trade.*" (ends in "\.docx"|has no ending); write a name that ends in ', found)
    assert found.endswith(".sdmx.csv, .csv, .json, .xlsx, .html, .zip, .svg, .png, .pdf\n")


def test_export_writes_the_rows(ministry_folder: Path, tmp_path: Path, capsys: Capture) -> None:
    target = tmp_path / "trade.csv"
    assert main(["export", str(target), "--data", str(ministry_folder)]) == 0
    assert capsys.readouterr().out == f"{target}: 8 rows, {target.stat().st_size} bytes\n"
    assert len(target.read_text(encoding="utf-8-sig").splitlines()) == 9


def test_export_says_where_it_cannot_write(ministry_folder: Path, tmp_path: Path, capsys: Capture) -> None:
    assert main(["export", str(tmp_path / "no" / "trade.csv"), "--data", str(ministry_folder)]) == 2
    assert (
        "cannot be written: No such file or directory; name a file in a folder that exists" in capsys.readouterr().err
    )


def test_export_does_not_overwrite_a_data_file(ministry_folder: Path, capsys: Capture) -> None:
    target = ministry_folder / "observations.csv"
    before = target.read_bytes()
    assert main(["export", str(target), "--data", str(ministry_folder)]) == 2
    assert "is a data file and is not overwritten; write to another name" in capsys.readouterr().err
    assert target.read_bytes() == before
