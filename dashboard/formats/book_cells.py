"""The cells of a workbook: what a value looks like, text that never runs, formulas that bring their result along."""

from __future__ import annotations

from typing import Final, Literal, cast

from openpyxl.cell import Cell as SheetCell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.worksheet.header_footer import HeaderFooterItem, _HeaderFooterPart
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.page import PageMargins
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from dashboard.formats.table import Cell, CellKind, Number, TableColumn
from dashboard.reading.formula import STARTS

FAMILY: Final = "Calibri"
SMALLEST: Final = 55
"""In percent of its size, how small a text may be printed."""

READABLE: Final = 275
"""Characters side by side on an A4 page, across, in that size."""

LINK: Final = Font(name=FAMILY, color="0B5394", underline="single")
TITLE: Final = Font(name=FAMILY, bold=True, size=16)
HEADING: Final = Font(name=FAMILY, bold=True, size=12)

_HEAD_FONT: Final = Font(name=FAMILY, bold=True, color="FFFFFF")
_HEAD_FILL: Final = PatternFill("solid", fgColor="1F3A4D")
_HEAD_LINE: Final = Border(bottom=Side("medium", color="1F3A4D"))

WRAPPED: Final = (CellKind.TEXT, CellKind.LONG)
"""What goes on in a next line where a column is too narrow for it; a link may be cut, since a click opens it."""

Results = dict[tuple[str, str], float]
"""What the formulas come to, by sheet and cell: a program that does not calculate shows these."""


def at(sheet: Worksheet, row: int, column: int) -> SheetCell:
    """Return a cell; none is merged with another here."""
    return cast("SheetCell", sheet.cell(row, column))


def head(cell: SheetCell, title: str, side: Literal["left", "right"]) -> None:
    """Make a cell the head of a column."""
    put(cell, title)
    cell.font, cell.fill, cell.border = _HEAD_FONT, _HEAD_FILL, _HEAD_LINE
    cell.alignment = Alignment(horizontal=side, indent=1, vertical="center", wrap_text=True)


def fill(cell: SheetCell, column: TableColumn, value: Cell) -> None:
    """Write the cell of a table as its column wants it."""
    cell.alignment = Alignment(horizontal=side(column), indent=1, vertical="top", wrap_text=column.kind in WRAPPED)
    if isinstance(value, Number):
        cell.value, cell.number_format = float(value.value), decimals(value.decimals)
    elif isinstance(value, int):
        cell.value = value
    elif value:
        put(cell, value)
        if column.kind is CellKind.LINK and value.startswith(("http://", "https://")):
            cell.hyperlink = value
            cell.font = LINK


def put(cell: SheetCell, text: str) -> None:
    """Write a text as a text, whatever it looks like."""
    cell.value = text
    cell.data_type = "s"
    if text.startswith(STARTS):
        cell.quotePrefix = True


def calculate(cell: SheetCell, formula: str, result: float, shown: int, results: Results) -> None:
    """Write a formula of our own making, with so many decimals shown, and remember what it comes to."""
    cell.value = f"={formula}"
    cell.number_format = decimals(shown)
    cell.alignment = Alignment(horizontal="right", indent=1, vertical="top")
    results[cell.parent.title, cell.coordinate] = result


def lead(cell: SheetCell, sheet: str, place: str) -> None:
    """Make a cell lead to a place in another sheet."""
    cell.hyperlink = Hyperlink(ref=cell.coordinate, location=f"'{sheet}'!{place}")
    cell.font = LINK


def decimals(count: int) -> str:
    """Return the number format that shows so many decimals."""
    return "0." + "0" * count if count else "0"


def side(column: TableColumn) -> Literal["left", "right"]:
    """Return the side that the cells of a column stand on."""
    return "right" if column.kind in (CellKind.INTEGER, CellKind.NUMBER) else "left"


def fit_to_page(sheet: Worksheet, width: float = 0) -> None:
    """Let a sheet print on A4, across, as wide as a page or, where it would be too small to read, on several.

    Each page has the name of the sheet and its number. `width` is that of all columns, in characters.
    """
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = 9
    if width > READABLE:
        sheet.page_setup.scale = SMALLEST
    else:
        sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
        sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_margins = PageMargins(left=0.3, right=0.3, top=0.4, bottom=0.7, footer=0.3)
    sheet.HeaderFooter.oddFooter = HeaderFooterItem(left=_HeaderFooterPart("&A"), right=_HeaderFooterPart("&P / &N"))
