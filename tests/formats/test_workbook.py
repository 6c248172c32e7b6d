from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from dashboard.formats.workbook import content
from dashboard.judging.review import Review, review
from dashboard.languages.language import Language
from dashboard.values.observation import Dataset


@pytest.fixture(scope="module")
def made(shipped_data: Dataset, shipped: Review) -> bytes:
    return content(shipped_data, shipped, Language.EN)


@pytest.fixture(scope="module")
def book(made: bytes) -> Workbook:
    return load_workbook(BytesIO(made))


def leads_to(sheet: Worksheet, place: str) -> str | None:
    link = sheet[place].hyperlink
    return None if link is None else link.location or link.target


def test_a_workbook_says_what_is_reported_derived_checked_and_by_whom(book: Workbook) -> None:
    assert book.sheetnames == ["About", "Reported", "Derived", "Checks", "Sources"]
    assert [book["About"].cell(row, 1).value for row in (1, 2)] == [
        "Published trade figures: Russia with Belarus",
        "85 reported numbers from 24 sources.",
    ]
    assert leads_to(book["About"], "A12") == "'Reported'!A1"


def test_a_number_is_a_number_and_shows_its_step(book: Workbook) -> None:
    sheet = book["Reported"]
    head = {cell.value: at for at, cell in enumerate(sheet[1], start=1)}
    value, step = sheet.cell(4, head["value"]), sheet.cell(4, head["step"])
    assert (value.value, value.data_type, value.number_format) == (34.5, "n", "0.0")
    assert (step.value, step.number_format) == (0.1, "0.0")
    assert sheet.cell(10, head["value"]).number_format == "0.0"
    assert sheet.cell(21, head["reported from"]).number_format == "0.00"


def test_a_sheet_can_be_read_and_filtered(book: Workbook) -> None:
    sheet = book["Reported"]
    assert (sheet.freeze_panes, sheet.auto_filter.ref, sheet.max_row) == ("B2", "A1:V86", 86)
    assert all(dimension.width >= 8 for dimension in sheet.column_dimensions.values())
    assert (sheet.print_title_rows, sheet.print_title_cols) == ("$1:$1", "$A:$A")
    assert (sheet.page_setup.orientation, sheet.page_setup.scale) == ("landscape", 55)
    assert book["About"].page_setup.fitToWidth == 1
    assert sheet.row_dimensions[2].height == 15


def test_a_row_leads_to_its_source_and_back(book: Workbook) -> None:
    reported, published = book["Reported"], book["Sources"]
    assert leads_to(reported, "B2") == "'Sources'!A2"
    assert leads_to(published, "A2") == "'Reported'!B2"
    assert leads_to(book["Derived"], "P4") == "'Reported'!A8"
    assert leads_to(book["Checks"], "N2") == "'Reported'!A45"
    assert (reported["A45"].value, str(book["Checks"]["N2"].value).partition(",")[0]) == (45, "45")
    assert str(leads_to(published, "E3")).startswith("https://gfaclaims.com/")


def test_no_cell_is_marked_where_all_is_as_meant(made: bytes) -> None:
    with ZipFile(BytesIO(made)) as parts:
        sheet = parts.read("xl/worksheets/sheet3.xml")
    after = sheet.partition(b"</headerFooter>")[2]
    assert after.startswith(b'<ignoredErrors><ignoredError sqref="A1:XFD1048576" numberStoredAsText="1" formula="1"/>')


def test_a_derived_number_is_a_formula_over_the_printed_ones(book: Workbook, made: bytes) -> None:
    stored = load_workbook(BytesIO(made), data_only=True)
    formulas, results = book["Derived"], stored["Derived"]
    assert [formulas.cell(1, at).value for at in (10, 11, 12)] == ["by printed numbers", "from", "to"]
    assert formulas["J5"].value == "='Reported'!$K$6-'Reported'!$K$8"
    assert [results[place].value for place in ("J5", "K5", "L5")] == [-0.1, -0.2, 0]
    assert formulas["J9"].value == ("='Reported'!$K$6/(1+'Reported'!$K$7/100)-'Reported'!$K$8/(1+'Reported'!$K$9/100)")
    assert results["J9"].value == pytest.approx(17.2 / 0.916 - 17.3 / 1.377, abs=1e-12)


def test_the_first_sheet_draws_amounts_growth_and_balance_with_their_intervals(book: Workbook) -> None:
    sheet = book["About"]
    charts = sheet._charts  # type: ignore[attr-defined]  # noqa: SLF001  # openpyxl has no other way to its charts
    assert [len(chart.series) for chart in charts] == [2, 1, 2]
    first = charts[0].series[1]
    assert (first.val.numRef.f, first.errBars.plus.numRef.f) == ("'About'!$E$19:$E$21", "'About'!$G$19:$G$21")
    assert [sheet[place].value for place in ("A19", "E18", "E19")] == ["turnover", "Jan–Oct 2022", "='Derived'!$J$2"]


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\tx"])
def test_a_text_never_acts_as_a_formula(shipped_data: Dataset, text: str) -> None:
    row = replace(shipped_data.observations[0], wording=text, note=text)
    dataset = replace(shipped_data, observations=(row,))
    sheet = load_workbook(BytesIO(content(dataset, review(dataset), Language.EN)))["Reported"]
    assert [(cell.value, cell.data_type, cell.quotePrefix) for cell in sheet[2][-2:]] == [(text, "s", True)] * 2


def test_the_same_data_give_the_same_bytes(shipped_data: Dataset, shipped: Review, made: bytes) -> None:
    assert content(shipped_data, shipped, Language.EN) == made
    with ZipFile(BytesIO(made)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        core = archive.read("docProps/core.xml").decode("utf-8")
    assert core.count("1980-01-01T00:00:00Z") == 2


@pytest.mark.parametrize(
    ("language", "names"),
    [
        (Language.RU, ["О файле", "Опубликовано", "Выведено", "Проверки", "Источники"]),
        (Language.BE, ["Пра файл", "Апублікавана", "Выведзена", "Праверкі", "Крыніцы"]),
    ],
)
def test_a_workbook_speaks_three_languages(
    shipped_data: Dataset, shipped: Review, language: Language, names: list[str]
) -> None:
    assert load_workbook(BytesIO(content(shipped_data, shipped, language))).sheetnames == names
