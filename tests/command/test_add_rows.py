from __future__ import annotations

import io
import shutil
from pathlib import Path

import pytest

from dashboard.cli import main

ROOT = Path(__file__).parents[2]
COUNT = ("--reporter", "RUS", "--partner", "BLR", "--flow", "exports")
FULL_YEAR = "Trade turnover reached $43.4bn in 2022"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("observations.csv", "sources.csv"):
        shutil.copy(ROOT / "data" / name, tmp_path)
    return tmp_path


def add(folder: Path, *arguments: str) -> int:
    return main(["add", "--data", str(folder), *arguments])


def test_a_pasted_statement_becomes_rows_behind_the_last(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = (folder / "observations.csv").read_bytes()
    assert add(folder, "--source", "mfa-2023-01", "--text", FULL_YEAR, "--yes") == 0
    row = b"mfa-2023-01,RUS,BLR,turnover,2022,level,43.4,USD bn,0.1,,,,$43.4bn,\n"
    assert (folder / "observations.csv").read_bytes() == before + row
    assert (folder / "observations.csv.bak").read_bytes() == before
    told = capsys.readouterr().out
    assert "+mfa-2023-01,RUS,BLR,turnover,2022,level,43.4,USD bn" in told
    assert "turnover 2022 level, USD bn: the others allow" in told
    assert (
        "Chart levels: new marks: 3; changed: 0; gone: 0\n"
        "  + Turnover, 2022: as printed 43.4, from 43.35, to 43.45, USD bn, reported\n"
        "  + Exports, 2022: from 17, to 26, USD bn, derived\n"
        "  + Imports, 2022: from 17, to 26, USD bn, derived\n"
        "Chart flows: new marks: 0; changed: 3; gone: 0\n"
        "  ~ Turnover, 2022: from 34.45, derived → as printed 43.4, from 43.35, to 43.45, reported\n"
    ) in told
    assert "Chart growth" not in told


def test_a_new_source_is_told_with_the_charts_that_it_comes_into(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    statement = "Exports fell by 8.4% to $17.2bn and imports rose by 37.7% to $17.3bn in January-October 2022"
    about = ("--reporter", "RUS", "--partner", "BLR", "--publisher", "Ministry", "--title", "Again")
    assert add(folder, "--source", "new-1", *about, "--text", statement, "--yes") == 0
    told = capsys.readouterr().out
    assert "Chart levels: new marks: 6; changed: 0; gone: 0\n  + Turnover, January–October 2021: from 31.2" in told
    assert "Chart consistency: new marks: 4; changed: 0; gone: 0\n" in told
    assert "Chart mirror: new marks: " in told


def test_a_contradiction_is_told_before_anything_is_written(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("n\n"))
    before = (folder / "observations.csv").read_bytes()
    assert add(folder, "--source", "mfa-2023-01", "--text", "Turnover reached $30bn in 2022") == 1
    assert (folder / "observations.csv").read_bytes() == before
    told = capsys.readouterr().out
    assert "mfa-2023-01 (RUS with BLR, goods, USD): consistent -> contradiction" in told
    assert "Nothing was written." in told


def test_a_new_source_comes_with_its_first_row(folder: Path) -> None:
    flags = "--source new-1 --reporter BLR --partner RUS --flow exports --period 2024 --measure level --value 25.0"
    more = ["--unit", "USD bn", "--step", "0.1", "--publisher", "Belstat", "--title", "Trade in 2024", "--yes"]
    assert add(folder, *flags.split(), *more) == 0
    assert (folder / "sources.csv").read_text("utf-8").splitlines()[-1].rstrip(",") == "new-1,Belstat,Trade in 2024"
    assert (
        (folder / "observations.csv")
        .read_text("utf-8")
        .endswith("\nnew-1,BLR,RUS,exports,2024,level,25.0,USD bn,0.1,,,,,\n")
    )


def test_what_is_missing_is_asked_for(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = "mfa-2023-01\nRUS\nBLR\nexports\n2022\nlevel\n21.3\nUSD bn\ny\n"
    monkeypatch.setattr("sys.stdin", io.StringIO(answers))
    assert add(folder, "--step", "0.1") == 0
    assert "reporter (whose count, RUS): partner (the other country, BLR): flow (exports" in capsys.readouterr().out
    assert "exports,2022,level,21.3,USD bn,0.1" in (folder / "observations.csv").read_text("utf-8")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--text", "Exports skyrocketed by 5% in 2022"], "not understood: skyrocketed"),
        (["--text", "Belarusian exports were $5bn in 2022"], "the statement speaks of BLR"),
        (
            ["--text", "Exports were $5bn in 2022", "--flow", "nonsense"],
            "says this itself: flow (nonsense); leave it out",
        ),
        (["--text", "China's exports to Russia were $5bn in 2022"], "the statement speaks of CHN – RUS"),
        (["--reporter", "RUS"], "--partner is missing; nothing was written"),
        (
            [
                "--reporter",
                "RUS",
                "--partner",
                "BLR",
                "--flow",
                "exports",
                "--period",
                "2022",
                "--measure",
                "level",
                "--value",
                "1,234",
                "--unit",
                "%",
            ],
            "can be 1.234 or 1234",
        ),
    ],
)
def test_what_cannot_be_read_is_refused(
    folder: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    arguments: list[str],
    message: str,
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(""))
    before = (folder / "observations.csv").read_bytes()
    assert add(folder, "--source", "mfa-2023-01", "--yes", *arguments) == 2
    assert message in capsys.readouterr().err
    assert (folder / "observations.csv").read_bytes() == before


@pytest.mark.parametrize(
    "statement",
    [
        "China's exports to Russia rose by 12.8 percent to $76.1bn in 2022",
        "Китайский экспорт в Россию вырос на 12,8 процента до 76,1 млрд долл. в 2022 году",
    ],
)
def test_a_folder_of_another_pair_takes_its_countries_by_name(tmp_path: Path, statement: str) -> None:
    folder = tmp_path / "pair"
    assert main(["init", str(folder), "--reporter", "CHN", "--partner", "RUS"]) == 0
    assert add(folder, "--source", "example-2024-01", "--text", statement, "--yes") == 0
    assert "CHN,RUS,exports,2022,level,76.1,USD bn,0.1" in (folder / "observations.csv").read_text("utf-8")
    third = statement.replace("Russia", "Kazakhstan").replace("Россию", "Казахстан")
    assert add(folder, "--source", "example-2024-01", "--text", third, "--yes") == 2
