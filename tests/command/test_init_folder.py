"""`init` writes a folder that can be used at once, and never over another."""

from __future__ import annotations

from pathlib import Path

from dashboard.cli import main
from tests.asked import Capture, answer


def test_init_writes_a_folder_that_passes_the_check(tmp_path: Path, capsys: Capture) -> None:
    place = tmp_path / "new" / "pair"
    assert main(["init", str(place), "--reporter", "kaz", "--partner", "CHN", "--currency", "CNY"]) == 0
    assert sorted(path.name for path in place.iterdir()) == ["README.md", "observations.csv", "sources.csv"]
    code, found = answer(capsys, "check", "--data", str(place)) if not capsys.readouterr().err else (9, {})
    assert (code, found["notices"]) == (0, [])
    assert {(scope["reporter"], scope["partner"], scope["currency"]) for scope in found["scopes"]} == {
        ("KAZ", "CHN", "CNY")
    }
    assert f"trade-dashboard check --data {place}" in (place / "README.md").read_text(encoding="utf-8")


def test_init_overwrites_nothing(ministry_folder: Path, tmp_path: Path, capsys: Capture) -> None:
    before = (ministry_folder / "observations.csv").read_bytes()
    assert main(["init", str(ministry_folder)]) == 2
    assert "holds observations.csv, sources.csv already; name a folder that is new or empty" in capsys.readouterr().err
    assert (ministry_folder / "observations.csv").read_bytes() == before
    assert main(["init", str(ministry_folder / "observations.csv")]) == 2
    assert "cannot be written: File exists" in capsys.readouterr().err
    assert main(["init", str(tmp_path / "new"), "--reporter", "BLR"]) == 2
    assert "--reporter and --partner are both BLR; name two countries" in capsys.readouterr().err
