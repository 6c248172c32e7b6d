"""The rows of a chart as a workbook: what it shows, numbers as numbers, and who said it."""

from __future__ import annotations

from typing import Final

from openpyxl import Workbook
from openpyxl.utils import get_column_letter

from dashboard.charts.chart import Chart
from dashboard.formats.book_cells import TITLE, at, fit_to_page, head, put
from dashboard.formats.book_file import stored
from dashboard.wording.language import Language

TOP: Final = 4
"""The row of the heads, under title and sentence."""

WIDTHS: Final = (12, 40)


def content(chart: Chart, language: Language) -> bytes:
    """Return the bytes of an .xlsx file with one sheet: title, sentence, rows, source and note of a chart."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = chart.name
    for row, text in enumerate((chart.title, chart.sentence), start=1):
        put(at(sheet, row, 1), text)
    at(sheet, 1, 1).font = TITLE
    for column, name in enumerate(chart.columns, start=1):
        cells = [row[column - 1] for row in chart.values]
        head(at(sheet, TOP, column), name, "right" if any(isinstance(cell, float) for cell in cells) else "left")
        for row, value in enumerate(cells, start=TOP + 1):
            if isinstance(value, str):
                put(at(sheet, row, column), value)
            else:
                at(sheet, row, column).value = value
        longest = max((len(cell) for cell in (name, *cells) if isinstance(cell, str)), default=0)
        sheet.column_dimensions[get_column_letter(column)].width = min(max(longest + 2, WIDTHS[0]), WIDTHS[1])
    for row, text in enumerate((chart.source, chart.note), start=TOP + len(chart.values) + 2):
        put(at(sheet, row, 1), text)
    sheet.freeze_panes = f"B{TOP + 1}"
    sheet.print_title_rows = f"{TOP}:{TOP}"
    fit_to_page(sheet)
    return stored(book, chart.title, language, {})
