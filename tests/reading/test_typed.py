"""Rows that were really typed into LibreOffice Calc in the settings of three countries: `tools/spreadsheet.py`."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from dashboard.formats.xlsx_file import sheets
from dashboard.reading.dataset import read
from dashboard.values.errors import DatasetError
from dashboard.values.observation import Dataset
from tools.spreadsheet import rows, save

TYPED = Path(__file__).parents[1] / "cases" / "reading" / "typed"
SOURCES = b"id,publisher,title\ntyped,Government,Trade\n"
SAVED = [f"{language}/{{name}}{kind}" for language in ("en", "ru", "be") for kind in (".csv", "-windows.csv", ".xlsx")]
MEANT = [
    "turnover 2022 level 43.4 USD bn 0.1",
    "turnover 2022 growth 13 % 1",
    "exports 2022 level 21.3 USD bn 0.1",
    "exports 2022 growth -7.7 % 0.1",
    "imports 2022 level 22 USD bn 0.1",
    "imports 2022 growth 41.20 % 0.1",
]


def table(path: Path) -> bytes:
    return sheets(path.read_bytes())[0] if path.suffix == ".xlsx" else path.read_bytes()


def meant(data: Dataset) -> list[str]:
    return [
        f"{row.flow} {row.period} {row.measure} {row.value} {row.unit.text} {row.step}" for row in data.observations
    ]


@pytest.mark.parametrize("file", SAVED)
def test_january_to_december_typed_in_an_office_is_read_as_it_was_meant(file: str) -> None:
    assert meant(read(table(TYPED / file.format(name="rows")), SOURCES)) == MEANT


@pytest.mark.parametrize("kind", [".csv", "-windows.csv", ".xlsx"])
@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed: there is no soffice on the PATH")
def test_an_office_in_russian_settings_saves_what_is_read(typed: Path, kind: str) -> None:
    assert meant(read(table(typed / f"rows{kind}"), SOURCES)) == MEANT


@pytest.fixture(scope="module")
def typed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder with what LibreOffice saved a moment ago."""
    folder = tmp_path_factory.mktemp("typed")
    save({"rows": rows("ru")}, "ru", folder)
    return folder


DATE = "is a date, which a spreadsheet makes of a number such as"
ANEW = "write the number again, in a column formatted as text"
LOST = "is not a decimal number; write digits with a point, such as 17.2"
MADE = "is a date; write the period itself, as text: 2021, 2022-10, 2022-Q3, 2022-H1 or 2022-01/2022-10"
REFUSED = {
    "en/slips.csv": [f'2 period: "10/01/22" {MADE}', f'7 value: "01/02/26" {DATE} 1.2; {ANEW}'],
    "ru/slips.csv": [f'2 period: "01.10.22" {MADE}', f'7 value: "1/2" {LOST}'],
    "be/slips.csv": [f'2 period: "01.10.22" {MADE}', f'7 value: "1/2" {LOST}'],
    "ru/slips-windows.csv": [f'2 period: "01.10.22" {MADE}', f'6 value: "?7.7" {LOST}', f'7 value: "1/2" {LOST}'],
    "be/slips-windows.csv": [f'2 period: "01.10.22" {MADE}', f'6 value: "?7.7" {LOST}', f'7 value: "1/2" {LOST}'],
    "en/slips.xlsx": [f'2 period: "2022-10-01" {MADE}', f'7 value: "2026-01-02" {DATE} 2.1; {ANEW}'],
    "ru/slips.xlsx": [f'2 period: "2022-10-01" {MADE}', f'7 value: "1/2" {LOST}'],
    "be/slips.xlsx": [f'2 period: "2022-10-01" {MADE}', f'7 value: "1/2" {LOST}'],
}


@pytest.mark.parametrize("file", REFUSED)
def test_what_an_office_made_of_something_else_is_refused_and_nothing_more(file: str) -> None:
    with pytest.raises(DatasetError, match="is a date") as refusal:
        read(table(TYPED / file), SOURCES)
    assert [f"{one.line} {one.column}: {one.message}" for one in refusal.value.problems] == REFUSED[file]


@pytest.mark.parametrize("file", REFUSED)
def test_the_rest_of_what_was_typed_by_habit_is_read(file: str) -> None:
    lines = table(TYPED / file).decode("cp1251" if "windows" in file else "utf-8").splitlines()
    kept = [line for line in lines if not any(sign in line for sign in ("01", "1/2", "?7.7", "2026"))]
    found = read("".join(f"{line}\n" for line in kept).encode(), SOURCES).observations
    assert [f"{row.period} {row.value}" for row in found if row.period.year != 2020] == [
        "2022-11 17.2",
        "2022-12 3.5",
        "2021 1234.5",
    ]
    assert [str(row.value) for row in found if row.period.year == 2020] == ([] if "windows" in file else ["-7.7"])
