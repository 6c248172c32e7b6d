"""The tables of a data set, for page, CSV, workbook and frames: observations, metrics, findings, sources.

Each is described by its columns, a `Field` each, which stand in the order in which a reader meets them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from typing import NamedTuple

from dashboard.formats.table import CellKind, Field, Number, Table, ends, listed, table, text
from dashboard.judging.findings import Finding, Level
from dashboard.judging.judgement import Judgement, RowJudgement
from dashboard.judging.metrics import Metric, compare, periods
from dashboard.judging.review import Review, Scope
from dashboard.values.interval import Interval
from dashboard.values.observation import Dataset, Observation, Source
from dashboard.wording.file_text import TABLES
from dashboard.wording.numbers import decimals_for
from dashboard.wording.phrases import decimals_of, unit_of
from dashboard.wording.sentences import Sentences
from dashboard.wording.words import Words


class Derived(NamedTuple):
    """A metric, and the rows that it was worked out from."""

    scope: Scope
    metric: Metric


class Published(NamedTuple):
    """A source, and its rows of each block, judged."""

    source: Source
    judged: Sequence[Judgement]


def observations(dataset: Dataset, review: Review, words: Words) -> Table:
    """Return every reported number, what it stands for, and what the other rows of its source allow.

    Columns of the file that this package does not know stand at the end, as they were.
    """
    known = _of_observations({source.id: source.publisher for source in dataset.sources}, words)
    keys = {field.key for field in known}
    unknown = dict.fromkeys(name for row in dataset.observations for name, _ in row.extra)
    judged = sorted((row for scope in review.scopes for row in scope.rows), key=lambda row: row.row.line)
    return table("observations", (*known, *(_unknown(name, keys) for name in unknown)), judged, words.language)


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


def metric_rows(by_scope: Iterable[tuple[Scope, Iterable[Metric]]], sentences: Sentences) -> Table:
    """Return metrics that are worked out, one row for each, in their order."""
    derived = (Derived(scope, metric) for scope, metrics in by_scope for metric in metrics)
    return table("metrics", _of_metrics(sentences), derived, sentences.words.language)


def findings(review: Review, sentences: Sentences) -> Table:
    """Return every comparison that could be made between rows, sources and sides, the gravest first."""
    gravest_first = sorted(review.findings, key=lambda finding: -finding.verdict.gravity)
    return table("findings", _of_findings(sentences), gravest_first, sentences.words.language)


def sources(dataset: Dataset, review: Review, sentences: Sentences) -> Table:
    """Return every source with how many rows it gives and whether they can all be true."""
    judged: dict[str | None, list[Judgement]] = {}
    for scope in review.scopes:
        if scope.level is Level.SOURCE:
            judged.setdefault(scope.source, []).append(scope.judgement)
    published = (Published(source, judged.get(source.id, [])) for source in dataset.sources)
    return table("sources", _of_sources(sentences), published, sentences.words.language)


def _of_observations(publishers: Mapping[str, str], words: Words) -> tuple[Field[RowJudgement], ...]:
    return (
        Field("line", CellKind.INTEGER, lambda row: row.row.line),
        text("source", lambda row: row.row.source),
        text("publisher", lambda row: publishers.get(row.row.source)),
        text("reporter", lambda row: row.row.block.reporter),
        text("partner", lambda row: row.row.block.partner),
        text("scope", lambda row: words.scope(row.row.block.scope)),
        text("product", lambda row: row.row.block.product),
        text("flow", lambda row: words.flow(row.row.flow)),
        text("period", lambda row: row.row.period),
        text("measure", lambda row: words.measure(row.row.measure)),
        Field("value", CellKind.NUMBER, lambda row: _as_printed(row.row)),
        text("unit", lambda row: row.row.unit.text),
        Field("step", CellKind.NUMBER, lambda row: _step(row.row)),
        text("qualifier", lambda row: words.qualifier(row.row.qualifier)),
        text("compared_with", lambda row: row.row.compared_with),
        *ends(lambda row: row.reported, "reported_"),
        *ends(_implied, "implied_"),
        text("verdict", lambda row: words.verdict(row.verdict)),
        text("wording", lambda row: row.row.wording),
        Field("note", CellKind.LONG, lambda row: row.row.note),
    )


def _implied(row: RowJudgement) -> Interval | None:
    """Return what the other rows allow; None where no row bears on the number."""
    return row.implied if row.bounds.lines else None


def _unknown(name: str, taken: set[str]) -> Field[RowJudgement]:
    """Return a column of a file that is not known; one named like a column of ours is told apart from it."""
    key = f"{name} (in the file)" if name in taken else name
    return Field(key, CellKind.TEXT, lambda row: dict(row.row.extra).get(name))


def _as_printed(row: Observation) -> Number:
    value, step = Fraction(row.value), _step(row)
    return Number(value, max(decimals_of(value), step.decimals if step else 0))


def _step(row: Observation) -> Number | None:
    return None if row.step is None else Number(Fraction(row.step), decimals_of(Fraction(row.step)))


def _of_metrics(sentences: Sentences) -> tuple[Field[Derived], ...]:
    words, origin = sentences.words, TABLES[sentences.words.language]
    return (
        text("source", lambda row: row.scope.source),
        text("reporter", lambda row: row.scope.block.reporter),
        text("partner", lambda row: row.scope.block.partner),
        text("scope", lambda row: words.scope(row.scope.block.scope)),
        text("currency", lambda row: row.scope.block.currency),
        text("metric", lambda row: words.metric(row.metric.name)),
        text("flow", lambda row: words.flow(row.metric.quantity.flow)),
        text("period", lambda row: row.metric.quantity.period),
        text("compared_with", lambda row: row.metric.quantity.base),
        *ends(lambda row: row.metric.interval),
        Field("middle", CellKind.NUMBER, lambda row: _middle(row.metric)),
        text("unit", lambda row: words.unit(unit_of(row.metric.quantity, row.scope.block.currency))),
        text("origin", lambda row: origin.reported if row.metric.is_reported else origin.derived),
        listed("lines", lambda row: row.metric.lines),
        listed("without", lambda row: row.metric.bounds.without),
        Field("words", CellKind.LONG, lambda row: sentences.metric(row.metric, row.scope.block.currency)),
    )


def _middle(metric: Metric) -> Number | None:
    """Return the estimate with as many decimals as the ends of its interval."""
    middle, interval = metric.estimate, metric.interval
    return None if middle is None else Number(middle, 0 if interval.low is None else decimals_for(interval))


def _of_findings(sentences: Sentences) -> tuple[Field[Finding], ...]:
    words = sentences.words
    return (
        text("level", lambda finding: words.level(finding.level)),
        text("rule", lambda finding: finding.rule),
        text("verdict", lambda finding: words.verdict(finding.verdict)),
        text("flow", lambda finding: words.flow(finding.quantity.flow)),
        text("period", lambda finding: finding.quantity.period),
        text("measure", lambda finding: finding.quantity.measure),
        *ends(lambda finding: finding.stated, "stated_"),
        *ends(lambda finding: finding.allowed, "allowed_"),
        *ends(lambda finding: finding.gap, "gap_"),
        text("unit", lambda finding: words.unit(unit_of(finding.quantity, finding.block.currency))),
        listed("lines", lambda finding: finding.lines),
        listed("sources", lambda finding: finding.sources),
        Field("words", CellKind.LONG, sentences.finding),
    )


def _of_sources(sentences: Sentences) -> tuple[Field[Published], ...]:
    return (
        text("id", lambda row: row.source.id),
        text("publisher", lambda row: row.source.publisher),
        text("title", lambda row: row.source.title),
        text("published", lambda row: row.source.published),
        Field("address", CellKind.LINK, lambda row: row.source.address),
        text("language", lambda row: row.source.language),
        text("retrieved", lambda row: row.source.retrieved),
        Field("rows", CellKind.INTEGER, lambda row: sum(len(judgement.rows) for judgement in row.judged)),
        listed(
            "verdict", lambda row: dict.fromkeys(sentences.words.verdict(judgement.verdict) for judgement in row.judged)
        ),
        Field("margin", CellKind.NUMBER, lambda row: _least_margin(row.judged)),
        Field("corrections", CellKind.LONG, lambda row: _corrections(row.judged, sentences)),
        Field("note", CellKind.LONG, lambda row: row.source.note),
    )


def _least_margin(judged: Sequence[Judgement]) -> Number | None:
    margins = [judgement.margin for judgement in judged if judgement.margin is not None]
    return Number(min(margins), 2) if margins else None


def _corrections(judged: Sequence[Judgement], sentences: Sentences) -> str:
    ways = (judgement.explained.corrections for judgement in judged)
    return " ".join(sentences.corrections(corrections) for corrections in ways if corrections)
