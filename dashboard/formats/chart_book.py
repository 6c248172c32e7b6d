"""The rows of a chart as a workbook: what it shows, numbers as numbers, and who said it."""

from __future__ import annotations

from collections.abc import Sequence
from textwrap import wrap
from typing import Final

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from dashboard.charts.chart import Cell, Chart
from dashboard.formats.book_cells import TITLE, at, decimals, fit_to_page, head, put
from dashboard.formats.book_file import stored
from dashboard.languages.language import Language

TOP: Final = 4
"""The row of the heads, under title and sentence."""

WIDTHS: Final = (12, 40)
LINE: Final = 100
"""Characters of a line of text below the rows; one long line would make the printed page small."""


def content(chart: Chart, language: Language) -> bytes:
    """Return the bytes of an .xlsx file with one sheet: title, sentence, rows, source and note of a chart."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = chart.name
    for row, text in enumerate((chart.title, chart.sentence), start=1):
        put(at(sheet, row, 1), text)
    at(sheet, 1, 1).font = TITLE
    for column, name in enumerate(chart.columns, start=1):
        _write(sheet, column, name, [row[column - 1] for row in chart.values])
    sheet.row_dimensions[TOP].height = 47
    lines = (line for text in (chart.source, chart.note) for line in wrap(text, LINE))
    for row, text in enumerate(lines, start=TOP + len(chart.values) + 2):
        put(at(sheet, row, 1), text)
    sheet.freeze_panes = f"B{TOP + 1}"
    sheet.print_title_rows = f"{TOP}:{TOP}"
    fit_to_page(sheet)
    return stored(book, chart.title, language, {})


def _write(sheet: Worksheet, column: int, name: str, cells: Sequence[Cell]) -> None:
    """Write a column with its head; a derived number, which has no last digit, is shown with three decimals."""
    head(at(sheet, TOP, column), name, "right" if any(isinstance(value, float) for value in cells) else "left")
    for row, value in enumerate(cells, start=TOP + 1):
        cell = at(sheet, row, column)
        if isinstance(value, str):
            put(cell, value)
        else:
            cell.value = value
            cell.number_format = "General" if value is None or round(value, 3) == value else decimals(3)
    longest = max((len(value) for value in (name, *cells) if isinstance(value, str)), default=0)
    sheet.column_dimensions[get_column_letter(column)].width = min(max(longest + 2, WIDTHS[0]), WIDTHS[1])
