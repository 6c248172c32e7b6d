"""A data set as a workbook: what is reported, what follows from it, the checks and the sources.

Numbers are numbers, shown with the decimals that they bear. What is derived stands there as a live formula over the
printed numbers, beside its exact bounds. Text stays text, also where it begins like a formula. The same data give the
same bytes: no clock is asked, and the files inside carry one fixed date.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from math import ceil
from typing import Final

from openpyxl import Workbook
from openpyxl.formatting.rule import Rule
from openpyxl.styles import PatternFill
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.worksheet.worksheet import Worksheet

from dashboard.formats.arithmetic import Term, formulas
from dashboard.formats.book_cells import (
    TITLE,
    WRAPPED,
    Results,
    at,
    calculate,
    fill,
    fit_to_page,
    head,
    lead,
    put,
    side,
)
from dashboard.formats.book_figures import Key, Placed, draw
from dashboard.formats.book_file import stored
from dashboard.formats.column import Cell, CellKind, Column, Number, Table
from dashboard.formats.tables import findings, metric_rows, observations, sources, worked_out
from dashboard.judging.metrics import Metric
from dashboard.judging.review import Review, Scope
from dashboard.judging.view import look
from dashboard.languages.language import Language
from dashboard.values.observation import Block, Dataset
from dashboard.wording.file_text import BOOK, TABLES
from dashboard.wording.naming import traded
from dashboard.wording.phrases import decimals_of
from dashboard.wording.sentences import Sentences
from dashboard.wording.words import Words

WIDTHS: Final = {CellKind.LINK: 36, CellKind.LONG: 96}
LEAST_WIDTH: Final = 7
MOST_WIDTH: Final = 38
HEAD_HEIGHT: Final = 47
LINE_HEIGHT: Final = 15
SLACK: Final = "1E-9"
"""How far a formula may leave its bounds before it is marked: what floating point loses."""

Sheet = tuple[Worksheet, Table]
"""A sheet, and the table that stands in it."""

_OUTSIDE: Final = PatternFill("solid", bgColor="F4B6B0")


@dataclass(frozen=True, slots=True)
class _Derived:
    """The derived numbers: each metric of each source, and the table of them with a column for formulas."""

    scopes: tuple[tuple[Scope, tuple[Metric, ...]], ...]
    table: Table

    @property
    def metrics(self) -> Iterator[tuple[int, Scope, Metric]]:
        """Each metric with its row in the sheet."""
        each = ((scope, metric) for scope, metrics in self.scopes for metric in metrics)
        for row, (scope, metric) in enumerate(each, start=2):
            yield row, scope, metric

    @property
    def decimals(self) -> list[int]:
        """How many decimals each number bears: those that are printed, or those of its bounds."""
        return [
            decimals_of(Fraction(metric.reported[0].value) * metric.reported[0].unit.scale)
            if metric.reported
            else max((cell.decimals for cell in row if isinstance(cell, Number)), default=0)
            for row, (_, _, metric) in zip(self.table.rows, self.metrics, strict=True)
        ]

    def place(self, key: str, row: int) -> str:
        """Return the address of a cell from any sheet."""
        return _place(self.table, key, row)


def content(dataset: Dataset, review: Review, language: Language) -> bytes:
    """Return the bytes of an .xlsx file: the sheets About, Reported, Derived, Checks and Sources."""
    sentences, results = Sentences.of(dataset, language), Results()
    found = worked_out(review)
    derived = _Derived(found, _with_formulas(metric_rows(found, sentences), language))
    tables = (
        observations(dataset, review, sentences.words),
        derived.table,
        findings(review, sentences),
        sources(dataset, review, sentences),
    )
    book = Workbook()
    book.remove(book.worksheets[0])
    about = book.create_sheet(TABLES[language].about)
    sheets = [(_sheet(book.create_sheet(table.title), table), table) for table in tables]
    _link_all(*sheets)
    terms = _calculate(sheets[1][0], derived, tables[0], results)
    _about(about, dataset, tables, language)
    if dataset.observations:
        view = look(dataset, review)
        placed = _placed(derived, terms, view.source.id, view.block)
        draw(about, about.max_row + 2, view, placed, words=sentences.words, results=results)
    return stored(book, str(about["A1"].value), language, results)


def _with_formulas(table: Table, language: Language) -> Table:
    """Return the table of derived numbers with an empty column for formulas before their bounds."""
    where = _index(table, "low")
    column = Column("printed", BOOK[language].printed, CellKind.NUMBER)
    columns = (*table.columns[:where], column, *table.columns[where:])
    return replace(table, columns=columns, rows=tuple((*row[:where], None, *row[where:]) for row in table.rows))


def _calculate(sheet: Worksheet, derived: _Derived, reported: Table, results: Results) -> Mapping[int, Term]:
    """Write the formulas of the derived numbers, mark those that leave their bounds, and return them by row."""
    lines = (row[_index(reported, "line")] for row in reported.rows)
    cells = {line: _place(reported, "value", row) for row, line in enumerate(lines, start=2) if isinstance(line, int)}
    each: Iterator[Term | None] = (
        term
        for scope, metrics in derived.scopes
        for term in formulas(
            [row for row in scope.judgement.rows if row.line not in scope.judgement.left_out], cells, metrics
        )
    )
    terms = {row: term for row, term in enumerate(each, start=2) if term is not None}
    column = _index(derived.table, "printed") + 1
    for row, term in terms.items():
        shown = derived.decimals[row - 2]
        calculate(at(sheet, row, column), term.text, float(term.value), shown, results)
    value, low, high = (get_column_letter(column + shift) for shift in range(3))
    if derived.table.rows:
        outside = (
            f'AND({value}2<>"",OR(AND({low}2<>"",{value}2<{low}2-{SLACK}),AND({high}2<>"",{value}2>{high}2+{SLACK})))'
        )
        rule = Rule(type="expression", formula=[outside], dxf=DifferentialStyle(fill=_OUTSIDE))
        sheet.conditional_formatting.add(f"{value}2:{value}{len(derived.table.rows) + 1}", rule)
    return terms


def _placed(derived: _Derived, terms: Mapping[int, Term], source: str, block: Block) -> Mapping[Key, Placed]:
    """Return where the numbers of one source stand; the first of two that are the same number."""
    placed: dict[Key, Placed] = {}
    for row, scope, metric in derived.metrics:
        if (scope.source, scope.block) != (source, block) or (metric.estimate is None and row not in terms):
            continue
        of, shown = metric.interval, derived.decimals[row - 2]
        value = terms[row].value if row in terms else metric.estimate or 0
        spot = (derived.place("printed" if row in terms else "middle", row), float(value))
        low = None if of.low is None else (derived.place("low", row), float(of.low))
        high = None if of.high is None else (derived.place("high", row), float(of.high))
        key = (metric.name, metric.quantity.flow, metric.quantity.period)
        placed.setdefault(key, Placed(spot, low, high, shown))
    return placed


def _place(table: Table, key: str, row: int) -> str:
    return f"{quote_sheetname(table.title)}!${get_column_letter(_index(table, key) + 1)}${row}"


def _about(sheet: Worksheet, dataset: Dataset, tables: Sequence[Table], language: Language) -> None:
    text, title = TABLES[language], TABLES[language].title.format(pair=traded(dataset, Words(language)))
    counts = text.counts.format(rows=len(dataset.observations), sources=len(dataset.sources))
    lines = (title, counts, "", *text.reading, *BOOK[language].explained, "")
    for row, line in enumerate(lines, start=1):
        put(at(sheet, row, 1), line)
    at(sheet, 1, 1).font = TITLE
    for table in tables:
        cell = at(sheet, sheet.max_row + 1, 1)
        put(cell, f"→ {table.title}")
        lead(cell, table.title, "A1")
    sheet.column_dimensions["A"].width = 24
    for column in range(2, 12):
        sheet.column_dimensions[get_column_letter(column)].width = 11
    sheet.sheet_view.showGridLines = False
    fit_to_page(sheet)
    sheet.page_setup.fitToHeight = 1


def _sheet(sheet: Worksheet, table: Table) -> Worksheet:
    widths = [_width(column, [row[place] for row in table.rows]) for place, column in enumerate(table.columns)]
    for place, (column, width) in enumerate(zip(table.columns, widths, strict=True), start=1):
        head(at(sheet, 1, place), column.title, side(column))
        sheet.column_dimensions[get_column_letter(place)].width = width
    for line, row in enumerate(table.rows, start=2):
        for place, (column, value) in enumerate(zip(table.columns, row, strict=True), start=1):
            fill(at(sheet, line, place), column, value)
        sheet.row_dimensions[line].height = LINE_HEIGHT * _lines(table, widths, row)
    sheet.row_dimensions[1].height = HEAD_HEIGHT
    sheet.freeze_panes = "B2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(table.columns))}{len(table.rows) + 1}"
    sheet.print_title_rows, sheet.print_title_cols = "1:1", "A:A"
    fit_to_page(sheet, sum(widths))
    return sheet


def _link_all(reported: Sheet, derived: Sheet, checks: Sheet, sources: Sheet) -> None:
    """Make rows lead to their sources and back, and results to the first row that they rest on."""
    _link(reported, "source", sources, "id")
    _link(derived, "source", sources, "id")
    _link(sources, "id", reported, "source")
    _link(derived, "lines", reported, "line")
    _link(checks, "lines", reported, "line")


def _link(here: Sheet, key: str, there: Sheet, to_key: str) -> None:
    """Make the cells of a column lead to the first row of another sheet that holds the same, or the first of a list."""
    (sheet, table), (other, to) = here, there
    column, to_column = _index(table, key), _index(to, to_key)
    rows: dict[str, int] = {}
    for line, row in enumerate(to.rows, start=2):
        rows.setdefault(str(row[to_column]), line)
    for line, row in enumerate(table.rows, start=2):
        first = str(row[column]).partition(", ")[0]
        if first in rows:
            lead(at(sheet, line, column + 1), other.title, f"{get_column_letter(to_column + 1)}{rows[first]}")


def _index(table: Table, key: str) -> int:
    return next(place for place, column in enumerate(table.columns) if column.key == key)


def _lines(table: Table, widths: Sequence[float], row: Sequence[Cell]) -> int:
    """Return how many lines the longest text of a row takes; no program that opens a workbook can be relied on to."""
    cells = zip(table.columns, widths, row, strict=True)
    return max(ceil(len(c) / (w - 2)) or 1 for column, w, c in cells if column.kind in WRAPPED and isinstance(c, str))


def _width(column: Column, cells: Sequence[Cell]) -> float:
    """Return a width that holds the longest word of the title, and the cells where they are not very long."""
    words = max(map(len, column.title.split()), default=0) + 1
    longest = max((len(cell) for cell in cells if isinstance(cell, str)), default=0)
    return WIDTHS.get(column.kind, max(min(max(longest, words), MOST_WIDTH), LEAST_WIDTH) + 2)
