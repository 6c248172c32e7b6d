"""A chart on the command line is drawn by the Chromium of the computer, or a message says what is missing."""

from __future__ import annotations

import struct
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from dashboard.cli import main
from tests.browser.conftest import ROOT

Capture = pytest.CaptureFixture[str]
EXPORT = ("--data", str(ROOT / "data"), "export")


@pytest.mark.parametrize("ending", ["svg", "png", "pdf"])
def test_a_chart_is_drawn_for_a_file(tmp_path: Path, ending: str) -> None:
    target = tmp_path / f"levels.{ending}"
    assert main([*EXPORT, str(target), "--chart", "levels", "--language", "ru"]) == 0
    data = target.read_bytes()
    if ending == "svg":
        words = "".join(ET.fromstring(data).itertext()).replace("\xa0", " ")
        assert "Товарооборот" in words
        assert "Версия данных" in words
    elif ending == "png":
        assert struct.unpack(">II", data[16:24]) == (2400, 1350)
        assert len(data) > 50_000
    else:
        assert data.startswith(b"%PDF")
        assert b"/Count 1" in data
        assert b"SourceSans3" in data


def test_without_a_browser_it_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert main([*EXPORT, str(tmp_path / "levels.png"), "--chart", "levels"]) == 2
    assert "drawn by Chromium or Chrome, and neither is on the path; install one" in capsys.readouterr().err


@pytest.mark.parametrize(("name", "more"), [("levels.png", ()), ("levels.csv", ("--chart", "levels"))])
def test_a_chart_and_an_ending_go_together(tmp_path: Path, capsys: Capture, name: str, more: tuple[str, ...]) -> None:
    assert main([*EXPORT, str(tmp_path / name), *more]) == 2
    assert "one chart, --chart NAME, goes into a file that ends in .svg, .png, .pdf" in capsys.readouterr().err


def test_a_chart_that_is_none_is_refused_with_those_there_are(tmp_path: Path, capsys: Capture) -> None:
    assert main([*EXPORT, str(tmp_path / "pie.png"), "--chart", "pie"]) == 2
    assert "charts are levels, growth" in capsys.readouterr().err
