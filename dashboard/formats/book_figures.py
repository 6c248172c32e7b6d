"""The key figures on the first sheet of a workbook, and native charts of them.

All cells are formulas over the sheet of derived numbers, so a number changed among the reported ones moves the charts.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from openpyxl.chart import BarChart, Reference, Series
from openpyxl.chart.axis import ChartLines
from openpyxl.chart.data_source import NumDataSource, NumRef, StrRef
from openpyxl.chart.error_bar import ErrorBars
from openpyxl.chart.label import DataLabelList
from openpyxl.chart.series import SeriesLabel
from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.chart.text import RichText, Text
from openpyxl.chart.title import Title
from openpyxl.drawing.line import LineProperties
from openpyxl.drawing.text import CharacterProperties, Paragraph, ParagraphProperties, RegularTextRun
from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.worksheet.worksheet import Worksheet

from dashboard.formats.book_cells import HEADING, Results, at, calculate, head, put
from dashboard.judging.metrics import Name, Role
from dashboard.judging.view import View
from dashboard.languages.countries import country
from dashboard.values.measure import Flow, Measure
from dashboard.values.period import Period
from dashboard.wording.file_text import BOOK
from dashboard.wording.words import Words

WIDTH: Final = 9.4
HEIGHT: Final = 7.5
"""Of a chart, in cm."""

BEFORE: Final = "A9B4BC"
NOW: Final = "3B7A9E"
"""The colours of a year earlier, and of the period itself."""

GRID: Final = "E3E8EB"
INK: Final = "333333"


Spot = tuple[str, float]
"""A cell of the sheet of derived numbers, and the number in it."""


@dataclass(frozen=True, slots=True)
class Placed:
    """Where a derived number stands: its value, by the printed numbers where there is one, and its ends.

    Attributes:
        low, high: None for an open end.
        decimals: How many the number bears.
    """

    value: Spot
    low: Spot | None
    high: Spot | None
    decimals: int


Key = tuple[Name, Flow, Period]


def draw(
    sheet: Worksheet, top: int, view: View, derived: Mapping[Key, Placed], *, words: Words, results: Results
) -> None:
    """Write the key figures of a view from row `top` down, and the charts below them."""
    text = BOOK[words.language]
    unit, who = words.unit(view.unit), country(view.block.reporter, words.language)
    heading = at(sheet, top, 1)
    put(heading, text.figures.format(reporter=who, source=view.source.publisher, unit=unit))
    heading.font = HEADING
    columns = _columns(view, words)
    head(at(sheet, top + 1, 1), "", "left")
    for column, (title, _) in enumerate(columns):
        for shift, name in enumerate((title, text.minus, text.plus)):
            head(at(sheet, top + 1, 2 + 3 * column + shift), name, "right")
    sheet.row_dimensions[top + 1].height = 47
    for row, flow in enumerate(_FLOWS, start=top + 2):
        put(at(sheet, row, 1), words.flow(flow))
        for column, (_, key) in enumerate(columns):
            if (placed := derived.get(key(flow))) is not None:
                _figure(sheet, row, 2 + 3 * column, placed, results)
    amounts, last = (top + 2, top + 4), top + 5
    charts = (
        (text.levels.format(unit=unit), amounts, (2, 5)),
        (text.growth, amounts, (8,)),
        (text.balance.format(unit=unit), (last, last), (2, 5)),
    )
    for (title, rows, firsts), letter in zip(charts, "ADH", strict=True):
        sheet.add_chart(_chart(sheet, title, top + 1, rows, firsts), f"{letter}{top + 7}")


_FLOWS: Final = (Flow.TURNOVER, Flow.EXPORTS, Flow.IMPORTS, Flow.BALANCE)


def _columns(view: View, words: Words) -> tuple[tuple[str, Callable[[Flow], Key]], ...]:
    """Return the head of each group of columns, and which number of a flow stands in it."""
    return (
        (words.period(view.base, short=True), lambda flow: (Role.BASE, flow, view.base)),
        (words.period(view.period, short=True), lambda flow: (Measure.LEVEL, flow, view.period)),
        ("%", lambda flow: (Measure.GROWTH, flow, view.period)),
    )


def _figure(sheet: Worksheet, row: int, column: int, placed: Placed, results: Results) -> None:
    """Write a number and how far it can lie below and above."""
    place, value = placed.value
    calculate(at(sheet, row, column), place, value, placed.decimals, results)
    here = f"{get_column_letter(column)}{row}"
    if placed.low is not None:
        low, least = placed.low
        below = at(sheet, row, column + 1)
        calculate(below, f"MAX(0,{here}-{low})", max(0.0, value - least), placed.decimals + 1, results)
    if placed.high is not None:
        high, most = placed.high
        above = at(sheet, row, column + 2)
        calculate(above, f"MAX(0,{high}-{here})", max(0.0, most - value), placed.decimals + 1, results)


def _chart(sheet: Worksheet, title: str, titles: int, rows: tuple[int, int], firsts: tuple[int, ...]) -> BarChart:
    """Return a bar chart of some rows, one series for each group of columns that begins in `firsts`."""
    chart = BarChart()
    chart.title, chart.style = _heading(title), 2
    chart.width, chart.height = WIDTH, HEIGHT  # type: ignore[assignment]  # the stubs know whole cm alone
    chart.gapWidth, chart.overlap = 60, -10
    chart.x_axis.delete = chart.y_axis.delete = False
    chart.x_axis.tickLblPos, chart.y_axis.number_format = "low", "General"
    chart.y_axis.majorGridlines = ChartLines(spPr=_stroke(GRID))
    for first, colour in zip(firsts, (BEFORE, NOW)[-len(firsts) :], strict=True):
        series = Series(Reference(sheet, first, rows[0], first, rows[1]), title_from_data=False)
        series.tx = SeriesLabel(strRef=StrRef(_cells(sheet, first, titles, titles)))
        series.graphicalProperties = GraphicalProperties(solidFill=colour)
        series.invertIfNegative = False
        series.errBars = _reach(sheet, first, rows)
        series.dLbls = _labels()
        chart.series.append(series)
    chart.set_categories(Reference(sheet, 1, rows[0], 1, rows[1]))
    if len(firsts) == 1:
        chart.legend = None
    else:
        chart.legend.position = "b"
    return chart


def _heading(text: str) -> Title:
    """Return the title of a chart in a size that leaves the chart its room."""
    small = CharacterProperties(sz=1100, b=True)
    line = Paragraph(pPr=ParagraphProperties(defRPr=small), r=[RegularTextRun(rPr=small, t=text)])
    return Title(tx=Text(rich=RichText(p=[line])), overlay=False)


def _reach(sheet: Worksheet, first: int, rows: tuple[int, int]) -> ErrorBars:
    """Return the intervals of a series as error bars; their lengths stand in the next two columns."""
    minus, plus = (NumDataSource(numRef=NumRef(f=_cells(sheet, first + shift, *rows))) for shift in (1, 2))
    return ErrorBars("y", errValType="cust", minus=minus, plus=plus, spPr=_stroke(INK))


def _labels() -> DataLabelList:
    shown = DataLabelList()
    shown.showVal, shown.position = True, "inBase"
    shown.showSerName = shown.showCatName = shown.showLegendKey = shown.showPercent = False
    return shown


def _stroke(colour: str) -> GraphicalProperties:
    return GraphicalProperties(ln=LineProperties(solidFill=colour, w=9525))


def _cells(sheet: Worksheet, column: int, first: int, last: int) -> str:
    letter = get_column_letter(column)
    return f"{quote_sheetname(sheet.title)}!${letter}${first}:${letter}${last}"
