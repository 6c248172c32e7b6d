"""The rows of one source compared, rule by rule, with the arithmetic of each comparison.

The verdict of a source rests on all its rows at once (judgement.py). The comparisons here are the ones a reader can
follow with a pencil: one row that states something against the few rows that imply it. The two intervals are exact, so
rows that are apart cannot all be true, and rows that share a single number are undecided.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from fractions import Fraction

from dashboard.bounds.model import Model
from dashboard.bounds.quantity import Quantity
from dashboard.bounds.verdict import Verdict
from dashboard.judging.findings import Finding, Level, Rule
from dashboard.judging.judgement import RowJudgement
from dashboard.values.errors import QuestionError, SolverError
from dashboard.values.interval import Interval
from dashboard.values.measure import Flow, Measure
from dashboard.values.observation import Observation
from dashboard.values.period import Period

Rows = tuple[Observation, ...]
Comparison = tuple[Rule, Observation, Rows]


def of_source(rows: Rows) -> tuple[Finding, ...]:
    """Return the findings about the rows of one source in one block, that each row keeps to its step among them."""
    levels = {(row.flow, row.period): row for row in rows if row.measure is Measure.LEVEL}
    found = [_precision(row) for row in rows if row.qualifier.has_step]
    for row in rows:
        made = (_compare(*comparison) for comparison in _comparisons(row, rows, levels))
        found += [finding for finding in made if finding is not None]
    return tuple(found)


def hedges(rows: Iterable[RowJudgement]) -> tuple[Finding, ...]:
    """Return what became of the soft numbers of a source: each against all that its hard ones allow."""
    return tuple(_hedge(row) for row in rows if row.row.qualifier.is_soft and row.bounds.lines)


def _comparisons(row: Observation, rows: Rows, levels: dict[tuple[Flow, Period], Observation]) -> Iterator[Comparison]:
    parts = _stated(levels, (Flow.EXPORTS, row.period), (Flow.IMPORTS, row.period))
    if row.measure is Measure.LEVEL:
        if row.flow in (Flow.TURNOVER, Flow.BALANCE) and parts:
            yield (Rule.SUM if row.flow is Flow.TURNOVER else Rule.BALANCE), row, parts
        inside = tuple(other for other in levels.values() if _is_inside(other, row))
        if inside:
            yield Rule.NESTING, row, inside
    elif row.compared_with is None:
        whole = _stated(levels, (row.flow, row.period), (Flow.TURNOVER, row.period)) or parts
        if whole:
            yield Rule.SHARE, row, whole
    else:
        both = _stated(levels, (row.flow, row.period), (row.flow, row.compared_with))
        if both:
            yield Rule.GROWTH, row, both
        growths = tuple(other for other in rows if _is_part(other, row))
        if parts and len(growths) == 2:
            yield Rule.PARTS, row, (*_stated(levels, (row.flow, row.period)), *parts, *growths)


def _stated(levels: dict[tuple[Flow, Period], Observation], *wanted: tuple[Flow, Period]) -> Rows:
    found = tuple(levels[key] for key in wanted if key in levels)
    return found if len(found) == len(wanted) else ()


def _is_inside(other: Observation, row: Observation) -> bool:
    return other.flow is row.flow and other.period != row.period and row.period.contains(other.period)


def _is_part(other: Observation, row: Observation) -> bool:
    same = (other.measure, other.period, other.compared_with) == (row.measure, row.period, row.compared_with)
    return same and row.flow is Flow.TURNOVER and other.flow in (Flow.EXPORTS, Flow.IMPORTS)


def _compare(rule: Rule, row: Observation, others: Rows) -> Finding | None:
    """Return a comparison, or None where the others contradict each other, or nothing that they imply is proved."""
    quantity = Quantity.of_row(row)
    try:
        allowed = Model.of(others, quantity.periods).bounds(quantity).interval
    except (QuestionError, SolverError):
        return None
    return _finding(rule, _verdict(row, allowed), row, allowed, tuple(other.line for other in others))


def _verdict(row: Observation, allowed: Interval) -> Verdict:
    stated = row.stated
    if stated.is_apart(allowed):
        return Verdict.CONTRADICTION if row.widest.is_apart(allowed) else Verdict.UNDECIDED
    touching = stated.meet(allowed).width == 0 and 0 not in (stated.width, allowed.width)
    return Verdict.UNDECIDED if touching and not row.qualifier.is_soft else Verdict.CONSISTENT


def _hedge(row: RowJudgement) -> Finding:
    return _finding(Rule.HEDGE, row.verdict, row.row, row.bounds.interval, row.bounds.lines)


def _precision(row: Observation) -> Finding:
    """Return whether a rounded value is a multiple of its step; `allowed` holds the multiple next to it."""
    step = Fraction(row.step) if row.step is not None else Fraction(1)
    value = Fraction(row.value)
    nearest = round(value / step) * step * row.unit.scale
    verdict = Verdict.CONSISTENT if value % step == 0 else Verdict.CONTRADICTION
    found = _finding(Rule.PRECISION, verdict, row, Interval.of(nearest), ())
    return replace(found, level=Level.ROW, stated=Interval.of(row.number))


def _finding(rule: Rule, verdict: Verdict, row: Observation, allowed: Interval, lines: tuple[int, ...]) -> Finding:
    return Finding(
        level=Level.SOURCE,
        rule=rule,
        verdict=verdict,
        sources=(row.source,),
        block=row.block,
        quantity=Quantity.of_row(row),
        stated=row.stated,
        allowed=allowed,
        lines=(row.line, *(line for line in lines if line != row.line)),
    )
