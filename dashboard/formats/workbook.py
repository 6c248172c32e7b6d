"""A data set as a workbook: what is reported, what follows from it, the checks and the sources.

Numbers are numbers, shown with the decimals that they bear. What is derived stands there as a live formula over the
printed numbers, beside its exact bounds. Text stays text, also where it begins like a formula. The same data give the
same bytes: no clock is asked, and the files inside carry one fixed date.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
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
from dashboard.formats.table import Cell, CellKind, Number, Table, TableColumn
from dashboard.formats.tables import findings, metric_rows, observations, sources, worked_out
from dashboard.judging.metrics import Metric
from dashboard.judging.review import Review, Scope
from dashboard.judging.view import look
from dashboard.languages.language import Language
from dashboard.values.observation import Dataset
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

Metrics = tuple[tuple[Scope, tuple[Metric, ...]], ...]
"""What follows from each source's rows."""

_OUTSIDE: Final = PatternFill("solid", bgColor="F4B6B0")


@dataclass(frozen=True, slots=True)
class _TableSheet:
    """A sheet, and the table that stands in it below a line of heads."""

    sheet: Worksheet
    table: Table

    def column(self, key: str) -> int:
        """Return the number of a column, the first being 1."""
        return next(at for at, column in enumerate(self.table.columns, start=1) if column.key == key)

    def cells(self, key: str) -> Iterator[tuple[int, Cell]]:
        """Yield the cells of a column, each with its row in the sheet."""
        at = self.column(key) - 1
        return ((row, cells[at]) for row, cells in enumerate(self.table.rows, start=2))

    def place(self, key: str, row: int) -> str:
        """Return the address of a cell from any sheet."""
        return f"{quote_sheetname(self.table.title)}!${get_column_letter(self.column(key))}${row}"


@dataclass(frozen=True, slots=True)
class _DerivedNumber:
    """A derived number: its row in the sheet, what it is, and how many decimals it bears."""

    row: int
    scope: Scope
    metric: Metric
    decimals: int


def content(dataset: Dataset, review: Review, language: Language) -> bytes:
    """Return the bytes of an .xlsx file: the sheets About, Reported, Derived, Checks and Sources."""
    sentences, results = Sentences.of(dataset, language), Results()
    by_scope = worked_out(review)
    tables = (
        observations(dataset, review, sentences.words),
        _with_formulas(metric_rows(by_scope, sentences), language),
        findings(review, sentences),
        sources(dataset, review, sentences),
    )
    book = Workbook()
    book.remove(book.worksheets[0])
    about = book.create_sheet(TABLES[language].about)
    reported, derived, checks, published = (_filled(book.create_sheet(table.title), table) for table in tables)
    _link_all(reported, derived, checks, published)
    numbers = tuple(_numbered(by_scope, derived.table))
    terms = _calculate(derived, numbers, by_scope, reported, results)
    _about(about, dataset, tables, language)
    if dataset.observations:
        view = look(dataset, review)
        asked = (view.source.id, view.block)
        placed = _placed(derived, [n for n in numbers if (n.scope.source, n.scope.block) == asked], terms)
        draw(about, about.max_row + 2, view, placed, words=sentences.words, results=results)
    return stored(book, str(about["A1"].value), language, results)


def _with_formulas(table: Table, language: Language) -> Table:
    """Return the table of derived numbers with an empty column for formulas before their bounds."""
    where = next(at for at, column in enumerate(table.columns) if column.key == "low")
    column = TableColumn("printed", BOOK[language].printed, CellKind.NUMBER)
    columns = (*table.columns[:where], column, *table.columns[where:])
    return replace(table, columns=columns, rows=tuple((*row[:where], None, *row[where:]) for row in table.rows))


def _numbered(by_scope: Metrics, table: Table) -> Iterator[_DerivedNumber]:
    """Yield the derived numbers; each bears the decimals that are printed, or those of its bounds."""
    each = ((scope, metric) for scope, metrics in by_scope for metric in metrics)
    for row, ((scope, metric), cells) in enumerate(zip(each, table.rows, strict=True), start=2):
        if metric.reported:
            first = metric.reported[0]
            decimals = decimals_of(Fraction(first.value) * first.unit.scale)
        else:
            decimals = max((cell.decimals for cell in cells if isinstance(cell, Number)), default=0)
        yield _DerivedNumber(row, scope, metric, decimals)


def _calculate(
    derived: _TableSheet, numbers: Sequence[_DerivedNumber], by_scope: Metrics, reported: _TableSheet, results: Results
) -> Mapping[int, Term]:
    """Write the formulas of the derived numbers, mark those that leave their bounds, and return them by row."""
    printed = {line: reported.place("value", row) for row, line in reported.cells("line") if isinstance(line, int)}
    terms: dict[int, Term] = {}
    each = (
        term
        for scope, metrics in by_scope
        for term in formulas(
            [row for row in scope.judgement.rows if row.line not in scope.judgement.left_out], printed, metrics
        )
    )
    for number, term in zip(numbers, each, strict=True):
        if term is not None:
            terms[number.row] = term
            cell = at(derived.sheet, number.row, derived.column("printed"))
            calculate(cell, term.text, float(term.value), number.decimals, results)
    if numbers:
        _mark_outside(derived)
    return terms


def _mark_outside(derived: _TableSheet) -> None:
    """Let the formulas that leave their bounds be red, also once a printed number was changed."""
    value, low, high = (get_column_letter(derived.column("printed") + shift) for shift in range(3))
    below, above = f'AND({low}2<>"",{value}2<{low}2-{SLACK})', f'AND({high}2<>"",{value}2>{high}2+{SLACK})'
    formula = f'AND({value}2<>"",OR({below},{above}))'
    rule = Rule(type="expression", formula=[formula], dxf=DifferentialStyle(fill=_OUTSIDE))
    derived.sheet.conditional_formatting.add(f"{value}2:{value}{len(derived.table.rows) + 1}", rule)


def _placed(derived: _TableSheet, numbers: Iterable[_DerivedNumber], terms: Mapping[int, Term]) -> Mapping[Key, Placed]:
    """Return where some numbers stand; the first of two that are the same number."""
    placed: dict[Key, Placed] = {}
    for number in numbers:
        metric, row, of = number.metric, number.row, number.metric.interval
        if metric.estimate is None and row not in terms:
            continue
        value = terms[row].value if row in terms else metric.estimate or 0
        spot = (derived.place("printed" if row in terms else "middle", row), float(value))
        low = None if of.low is None else (derived.place("low", row), float(of.low))
        high = None if of.high is None else (derived.place("high", row), float(of.high))
        key = (metric.name, metric.quantity.flow, metric.quantity.period)
        placed.setdefault(key, Placed(spot, low, high, number.decimals))
    return placed


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


def _filled(sheet: Worksheet, table: Table) -> _TableSheet:
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
    return _TableSheet(sheet, table)


def _link_all(reported: _TableSheet, derived: _TableSheet, checks: _TableSheet, published: _TableSheet) -> None:
    """Make rows lead to their sources and back, and results to the first row that they rest on."""
    _link(reported, "source", published, "id")
    _link(derived, "source", published, "id")
    _link(published, "id", reported, "source")
    _link(derived, "lines", reported, "line")
    _link(checks, "lines", reported, "line")


def _link(here: _TableSheet, key: str, there: _TableSheet, to_key: str) -> None:
    """Make the cells of a column lead to the first row of another sheet that holds the same, or the first of a list."""
    rows: dict[str, int] = {}
    for row, cell in there.cells(to_key):
        rows.setdefault(str(cell), row)
    column, to_column = here.column(key), get_column_letter(there.column(to_key))
    for row, cell in here.cells(key):
        first = str(cell).partition(", ")[0]
        if first in rows:
            lead(at(here.sheet, row, column), there.sheet.title, f"{to_column}{rows[first]}")


def _lines(table: Table, widths: Sequence[float], row: Sequence[Cell]) -> int:
    """Return how many lines the longest text of a row takes; no program that opens a workbook can be relied on to."""
    cells = zip(table.columns, widths, row, strict=True)
    return max(ceil(len(c) / (w - 2)) or 1 for column, w, c in cells if column.kind in WRAPPED and isinstance(c, str))


def _width(column: TableColumn, cells: Sequence[Cell]) -> float:
    """Return a width that holds the longest word of the title, and the cells where they are not very long."""
    words = max(map(len, column.title.split()), default=0) + 1
    longest = max((len(cell) for cell in cells if isinstance(cell, str)), default=0)
    return WIDTHS.get(column.kind, max(min(max(longest, words), MOST_WIDTH), LEAST_WIDTH) + 2)
