"""Rows for page, CSV and workbook, described before they are rendered.

A table knows its columns, their kind and unit. A number carries the decimals that it bears, so that a workbook shows
7.0 as 7.0 and a derived 6.1121 as 6.1 while the cell still holds the whole number.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from dashboard.bounds.verdict import Verdict
from dashboard.judging.findings import Level
from dashboard.judging.judgement import RowJudgement
from dashboard.judging.metrics import Metric, compare, periods
from dashboard.judging.review import Review, Scope
from dashboard.values.interval import Interval
from dashboard.values.observation import Dataset, Observation, Source
from dashboard.wording.phrases import decimals_of, unit_of
from dashboard.wording.sentences import Sentences
from dashboard.wording.table_text import TEXT
from dashboard.wording.words import Words


class Kind(StrEnum):
    """What the cells of a column hold."""

    TEXT = "text"
    LONG = "long text"
    INTEGER = "integer"
    NUMBER = "number"
    LINK = "link"


@dataclass(frozen=True, slots=True)
class Number:
    """An exact number and the decimals it bears."""

    value: Fraction
    decimals: int


Cell = str | int | Number | None


@dataclass(frozen=True, slots=True)
class Column:
    """A column: the key by which programs know it, and its title."""

    key: str
    title: str
    kind: Kind


@dataclass(frozen=True, slots=True)
class Table:
    """A table.

    Attributes:
        name: The key by which programs know it, "observations".
        rows: Cells in the order of the columns; None where there is nothing to say.
    """

    name: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]


_OBSERVATIONS = (
    "line:integer source:text publisher:text reporter:text partner:text scope:text product:text flow:text "
    "period:text measure:text value:number unit:text step:number qualifier:text compared_with:text reported_low:number "
    "reported_high:number implied_low:number implied_high:number verdict:text wording:text note:long"
)
_METRICS = (
    "source:text reporter:text partner:text scope:text currency:text metric:text flow:text period:text "
    "compared_with:text low:number high:number middle:number unit:text origin:text lines:text without:text words:long"
)
_FINDINGS = (
    "level:text rule:text verdict:text flow:text period:text measure:text stated_low:number stated_high:number "
    "allowed_low:number allowed_high:number gap_low:number gap_high:number unit:text lines:text sources:text words:long"
)
_SOURCES = (
    "id:text publisher:text title:text published:text address:link language:text retrieved:text rows:integer "
    "verdict:text margin:number corrections:long note:long"
)


def observations(dataset: Dataset, review: Review, words: Words) -> Table:
    """Return every reported number, what it stands for, and what the other rows of its source allow.

    Columns of the file that this package does not know stand at the end, as they were.
    """
    publishers = {source.id: source.publisher for source in dataset.sources}
    judged = sorted((row for scope in review.scopes for row in scope.rows), key=lambda row: row.row.line)
    known = _columns(_OBSERVATIONS, words)
    unknown = tuple(dict.fromkeys(name for row in dataset.observations for name, _ in row.extra))
    rows = tuple(
        (*_observation(row, publishers.get(row.row.source, ""), words), *(dict(row.row.extra).get(n) for n in unknown))
        for row in judged
    )
    columns = (*known, *_extra_columns(unknown, {column.key for column in known}))
    return Table("observations", TEXT[words.language].observations, columns, rows)


def worked_out(review: Review) -> tuple[tuple[Scope, tuple[Metric, ...]], ...]:
    """Return what follows from each source's rows, for every period that it reports."""
    scopes = (scope for scope in review.scopes if scope.source is not None)
    return tuple(
        (scope, tuple(metric for when in periods(scope.judgement.rows) for metric in compare(scope.judgement, when)))
        for scope in scopes
    )


def metrics(review: Review, sentences: Sentences) -> Table:
    """Return what follows from each source's rows, one row for each metric."""
    return metric_rows(worked_out(review), sentences)


def metric_rows(found: Iterable[tuple[Scope, Iterable[Metric]]], sentences: Sentences) -> Table:
    """Return metrics that are worked out, one row for each, in their order."""
    words = sentences.words
    rows = (_metric(metric, scope, sentences) for scope, metrics in found for metric in metrics)
    return Table("metrics", TEXT[words.language].metrics, _columns(_METRICS, words), tuple(rows))


def findings(review: Review, sentences: Sentences) -> Table:
    """Return every comparison that could be made between rows, sources and sides, the gravest first."""
    words = sentences.words
    gravity = list(Verdict)
    rows = []
    for found in sorted(review.findings, key=lambda finding: -gravity.index(finding.verdict)):
        quantity = found.quantity
        head = words.level(found.level), str(found.rule), words.verdict(found.verdict), words.flow(quantity.flow)
        gap = Interval() if found.gap is None else found.gap
        ends = (end for of in (found.stated, found.allowed, gap) for end in _ends(of, words))
        unit = words.unit(unit_of(quantity, found.block.currency))
        tail = unit, _lines(found.lines), ", ".join(found.sources), sentences.finding(found)
        rows.append((*head, str(quantity.period), str(quantity.asked), *ends, *tail))
    return Table("findings", TEXT[words.language].findings, _columns(_FINDINGS, words), tuple(rows))


def sources(dataset: Dataset, review: Review, sentences: Sentences) -> Table:
    """Return every source with how many rows it gives and whether they can all be true."""
    words = sentences.words
    scopes: dict[str, list[Scope]] = {}
    for scope in review.scopes:
        if scope.level is Level.SOURCE and scope.source is not None:
            scopes.setdefault(scope.source, []).append(scope)
    rows = tuple(_source(source, scopes.get(source.id, []), sentences) for source in dataset.sources)
    return Table("sources", TEXT[words.language].sources, _columns(_SOURCES, words), rows)


def records(table: Table) -> list[dict[str, str | int | float | None]]:
    """Return the rows of a table by the keys of its columns, with numbers as floats."""
    keys = [column.key for column in table.columns]
    return [dict(zip(keys, map(_plain, row), strict=True)) for row in table.rows]


def _observation(judged: RowJudgement, publisher: str, words: Words) -> tuple[Cell, ...]:
    row = judged.row
    block = row.block
    return (
        row.line,
        row.source,
        publisher,
        block.reporter,
        block.partner,
        words.scope(block.scope),
        block.product,
        words.flow(row.flow),
        str(row.period),
        words.measure(row.measure),
        Number(Fraction(row.value), _printed_decimals(row)),
        row.unit.text,
        None if row.step is None else Number(Fraction(row.step), decimals_of(Fraction(row.step))),
        words.qualifier(row.qualifier),
        "" if row.compared_with is None else str(row.compared_with),
        *_ends(judged.reported, words),
        *(_ends(judged.implied, words) if judged.bounds.lines else (None, None)),
        words.verdict(judged.verdict),
        row.wording,
        row.note,
    )


def _metric(metric: Metric, scope: Scope, sentences: Sentences) -> tuple[Cell, ...]:
    words, block, quantity = sentences.words, scope.block, metric.quantity
    low, high = _ends(metric.interval, words)
    middle = metric.estimate
    text = TEXT[words.language]
    return (
        scope.source,
        block.reporter,
        block.partner,
        words.scope(block.scope),
        block.currency,
        words.metric(metric.name),
        words.flow(quantity.flow),
        str(quantity.period),
        "" if quantity.base is None else str(quantity.base),
        low,
        high,
        None if middle is None else Number(middle, low.decimals if low else 0),
        words.unit(unit_of(quantity, block.currency)),
        text.reported if metric.is_reported else text.derived,
        _lines(metric.lines),
        _lines(metric.bounds.without),
        sentences.metric(metric, block.currency),
    )


def _source(source: Source, scopes: Sequence[Scope], sentences: Sentences) -> tuple[Cell, ...]:
    words = sentences.words
    judged = [scope.judgement for scope in scopes]
    margins = [judgement.margin for judgement in judged if judgement.margin is not None]
    mending = [sentences.corrections(j.explained.corrections) for j in judged if j.explained.corrections]
    return (
        source.id,
        source.publisher,
        source.title,
        str(source.published or ""),
        source.address,
        source.language,
        str(source.retrieved or ""),
        sum(len(judgement.rows) for judgement in judged),
        ", ".join(dict.fromkeys(words.verdict(judgement.verdict) for judgement in judged)),
        Number(min(margins), 2) if margins else None,
        " ".join(mending),
        source.note,
    )


def _columns(described: str, words: Words) -> tuple[Column, ...]:
    titles = TEXT[words.language].columns
    pairs = (one.split(":") for one in described.split())
    return tuple(Column(key, titles[key], Kind[kind.upper()]) for key, kind in pairs)


def _extra_columns(names: Iterable[str], taken: set[str]) -> tuple[Column, ...]:
    """Return the columns of a file that are not known; one named like a column of ours is told apart from it."""
    keys = (f"{name} (in the file)" if name in taken else name for name in names)
    return tuple(Column(key, key, Kind.TEXT) for key in keys)


def _ends(interval: Interval, words: Words) -> tuple[Number | None, Number | None]:
    decimals = words.decimals_for(interval)
    low, high = (None if end is None else Number(end, decimals) for end in (interval.low, interval.high))
    return low, high


def _lines(numbers: Iterable[int]) -> str:
    return ", ".join(str(number) for number in numbers)


def _printed_decimals(row: Observation) -> int:
    step = Fraction(row.step) if row.step is not None else Fraction(1)
    return max(decimals_of(step), decimals_of(Fraction(row.value)))


def _plain(cell: Cell) -> str | int | float | None:
    return float(cell.value) if isinstance(cell, Number) else cell
