"""A data set as a workbook: what is reported, what follows from it, the checks and the sources.

Numbers are numbers, shown with the decimals that they bear. Text stays text, also where it begins like a formula.
The same data give the same bytes: no clock is asked, and the files inside carry one fixed date.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from io import BytesIO
from typing import Final, Literal, cast
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl import Workbook
from openpyxl.cell import Cell as SheetCell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.page import PageMargins
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from dashboard.formula import STARTS
from dashboard.observation import Dataset
from dashboard.review import Review
from dashboard.tables import Cell, Column, Kind, Number, Table, findings, metrics, observations, sources
from dashboard.wording.language import Language
from dashboard.wording.places import pair
from dashboard.wording.sentences import Sentences
from dashboard.wording.table_text import TEXT

DATE: Final = (1980, 1, 1, 0, 0, 0)
"""The earliest that a zip file can say; it stands for no date."""

WIDTHS: Final = {Kind.INTEGER: 9, Kind.NUMBER: 14, Kind.LINK: 44, Kind.LONG: 110}
LEAST_WIDTH: Final = 12
MOST_WIDTH: Final = 32
HEAD_HEIGHT: Final = 32
LINE_HEIGHT: Final = 15
FAMILY: Final = "Calibri"

_HEAD_FONT: Final = Font(name=FAMILY, bold=True, color="FFFFFF")
_HEAD_FILL: Final = PatternFill("solid", fgColor="1F3A4D")
_HEAD_LINE: Final = Border(bottom=Side("medium", color="1F3A4D"))
_LINK: Final = Font(name=FAMILY, color="0B5394", underline="single")
_TITLE: Final = Font(name=FAMILY, bold=True, size=16)
_MODIFIED: Final = re.compile(rb"(<dcterms:(created|modified)[^>]*>)[^<]*(</dcterms:\2>)")
_UNDATED: Final = rb"\g<1>1980-01-01T00:00:00Z\g<3>"


def content(dataset: Dataset, review: Review, language: Language) -> bytes:
    """Return the bytes of an .xlsx file: the sheets About, Reported, Derived, Checks and Sources."""
    sentences = Sentences.of(dataset, language)
    tables = (
        observations(dataset, review, sentences.words),
        metrics(review, sentences),
        findings(review, sentences),
        sources(dataset, review, sentences),
    )
    book = Workbook()
    book.remove(book.worksheets[0])
    _about(book.create_sheet(TEXT[language].about), dataset, tables, language)
    sheets = [(_sheet(book.create_sheet(table.title), table), table) for table in tables]
    reported, derived, _, published = sheets
    _link(reported, "source", published, "id")
    _link(derived, "source", published, "id")
    _link(published, "id", reported, "source")
    return _undated(book)


def _about(sheet: Worksheet, dataset: Dataset, tables: Sequence[Table], language: Language) -> None:
    text = TEXT[language]
    blocks = dict.fromkeys(tuple(sorted((row.block.reporter, row.block.partner))) for row in dataset.observations)
    pairs = "; ".join(pair(first, second, language) for first, second in blocks)
    counts = text.counts.format(rows=len(dataset.observations), sources=len(dataset.sources))
    for at, line in enumerate((text.title.format(pair=pairs), counts, "", *text.reading, ""), start=1):
        _put(_cell(sheet, at, 1), line)
    _cell(sheet, 1, 1).font = _TITLE
    for table in tables:
        cell = _cell(sheet, sheet.max_row + 1, 1)
        _put(cell, f"→ {table.title}")
        _lead(cell, table.title, "A1")
    sheet.column_dimensions["A"].width = 110
    sheet.sheet_view.showGridLines = False
    _fit_to_page(sheet)


def _sheet(sheet: Worksheet, table: Table) -> Worksheet:
    for at, column in enumerate(table.columns, start=1):
        head = _cell(sheet, 1, at)
        _put(head, column.title)
        head.font, head.fill, head.border = _HEAD_FONT, _HEAD_FILL, _HEAD_LINE
        head.alignment = Alignment(horizontal=_side(column), indent=1, vertical="center", wrap_text=True)
        sheet.column_dimensions[get_column_letter(at)].width = _width(column, [row[at - 1] for row in table.rows])
    for line, row in enumerate(table.rows, start=2):
        for at, (column, value) in enumerate(zip(table.columns, row, strict=True), start=1):
            _fill(_cell(sheet, line, at), column, value)
        sheet.row_dimensions[line].height = LINE_HEIGHT * _lines(table, row)
    sheet.row_dimensions[1].height = HEAD_HEIGHT
    sheet.freeze_panes = "B2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(table.columns))}{len(table.rows) + 1}"
    sheet.print_title_rows = "1:1"
    _fit_to_page(sheet)
    return sheet


def _fit_to_page(sheet: Worksheet) -> None:
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.page_margins = PageMargins(left=0.3, right=0.3, top=0.4, bottom=0.4)
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)


def _fill(cell: SheetCell, column: Column, value: Cell) -> None:
    cell.alignment = Alignment(horizontal=_side(column), indent=1, vertical="top", wrap_text=column.kind is Kind.LONG)
    if isinstance(value, Number):
        cell.value = float(value.value)
        cell.number_format = "0." + "0" * value.decimals if value.decimals else "0"
    elif isinstance(value, int):
        cell.value = value
    elif value:
        _put(cell, value)
        if column.kind is Kind.LINK and value.startswith(("http://", "https://")):
            cell.hyperlink = value
            cell.font = _LINK


def _put(cell: SheetCell, text: str) -> None:
    """Write a text as a text, whatever it looks like."""
    cell.value = text
    cell.data_type = "s"
    if text.startswith(STARTS):
        cell.quotePrefix = True


def _link(here: tuple[Worksheet, Table], key: str, there: tuple[Worksheet, Table], to_key: str) -> None:
    """Make the cells of a column lead to the first row of another sheet that holds the same text."""
    (sheet, table), (other, to) = here, there
    at, to_at = _index(table, key), _index(to, to_key)
    rows: dict[Cell, int] = {}
    for line, row in enumerate(to.rows, start=2):
        rows.setdefault(row[to_at], line)
    for line, row in enumerate(table.rows, start=2):
        if row[at] in rows:
            _lead(_cell(sheet, line, at + 1), other.title, f"{get_column_letter(to_at + 1)}{rows[row[at]]}")


def _lead(cell: SheetCell, sheet: str, place: str) -> None:
    """Make a cell lead to a place in another sheet."""
    cell.hyperlink = Hyperlink(ref=cell.coordinate, location=f"'{sheet}'!{place}")
    cell.font = _LINK


def _index(table: Table, key: str) -> int:
    return next(at for at, column in enumerate(table.columns) if column.key == key)


def _cell(sheet: Worksheet, row: int, column: int) -> SheetCell:
    """Return a cell; none is merged with another here."""
    return cast("SheetCell", sheet.cell(row, column))


def _lines(table: Table, row: Sequence[Cell]) -> int:
    """Return how many lines the longest text of a row takes; no program that opens a workbook can be relied on to."""
    pairs = zip(table.columns, row, strict=True)
    longest = max((len(c) for column, c in pairs if column.kind is Kind.LONG and isinstance(c, str)), default=0)
    return max(1, -(-longest // WIDTHS[Kind.LONG]))


def _side(column: Column) -> Literal["left", "right"]:
    return "right" if column.kind in (Kind.INTEGER, Kind.NUMBER) else "left"


def _width(column: Column, cells: Sequence[Cell]) -> float:
    longest = max((len(cell) for cell in cells if isinstance(cell, str)), default=0)
    return WIDTHS.get(column.kind, min(max(longest, len(column.title), LEAST_WIDTH - 2) + 2, MOST_WIDTH))


def _undated(book: Workbook) -> bytes:
    """Return a workbook's bytes without the time at which it was made."""
    made, out = BytesIO(), BytesIO()
    book.save(made)
    with ZipFile(made) as before, ZipFile(out, "w", ZIP_DEFLATED) as after:
        for name in before.namelist():
            data = before.read(name)
            after.writestr(_entry(name), _MODIFIED.sub(_UNDATED, data) if name == "docProps/core.xml" else data)
    return out.getvalue()


def _entry(name: str) -> ZipInfo:
    entry = ZipInfo(name, DATE)
    entry.compress_type = ZIP_DEFLATED
    entry.external_attr = 0o600 << 16
    return entry
