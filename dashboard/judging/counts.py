"""Sources against each other: of the same reporter, and the two sides of one trade; and what is odd between them.

Sources are compared, never blended: each has its own model, because a growth rate uses the level and the base as that
source knew them. Two sources of one reporter that are apart have been revised or count differently, and which of them
holds is undecided: it is no contradiction. The partner's count of the same flow is expected to be apart (FOB against
CIF, other rules), so its gap is a number and no fault. What is odd is undecided.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from fractions import Fraction
from itertools import combinations, product
from typing import Final

from dashboard.bounds.model import Bounds
from dashboard.bounds.quantity import Quantity
from dashboard.bounds.verdict import Verdict
from dashboard.judging.findings import Finding, Level, Rule
from dashboard.judging.judgement import Judgement
from dashboard.values.errors import SolverError
from dashboard.values.interval import Interval
from dashboard.values.measure import Flow, Measure
from dashboard.values.observation import Block, Observation
from dashboard.values.period import Period

ODD_PACE: Final = Fraction(2)
"""How many times faster or slower the months that remain may run than the months reported before it is called odd."""

Key = tuple[Flow, Period]


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Count:
    """One source's rows in one block, as a side that can be compared.

    Attributes:
        id: The source's id.
        spoken: Every flow of a period that its rows state or compare with, and turnover where they speak of both parts.
        by_edge: The periods of these that begin with a month, or end before it, by their flow and that month.
        by_partner: The rows that state a level of what both sides count, by the flow as the partner calls it.
        known: The bounds of what is compared of it; what rests on no row, or was not proved, is not among them.
    """

    id: str
    block: Block
    judgement: Judgement
    spoken: frozenset[Key]
    by_edge: Mapping[tuple[Flow, int], frozenset[Period]]
    by_partner: Mapping[Key, tuple[Observation, ...]]
    known: Mapping[Key, Bounds] = field(default_factory=dict)

    @staticmethod
    def of(id: str, block: Block, judgement: Judgement) -> Count:
        """Return a source's rows as a side of which no bounds are known yet."""
        spoken = _spoken(judgement)
        by_edge: dict[tuple[Flow, int], frozenset[Period]] = defaultdict(frozenset)
        for flow, period in spoken:
            by_edge[flow, period.start] |= {period}
            by_edge[flow, period.end] |= {period}
        by_partner: dict[Key, tuple[Observation, ...]] = defaultdict(tuple)
        for row in judgement.rows:
            if row.measure is Measure.LEVEL and row.flow is not Flow.BALANCE:
                by_partner[row.flow.mirrored, row.period] += (row,)
        return Count(
            id=id, block=block, judgement=judgement, spoken=spoken, by_edge=dict(by_edge), by_partner=dict(by_partner)
        )

    @property
    def levels(self) -> tuple[Observation, ...]:
        """The rows that state a level."""
        return tuple(row for row in self.judgement.rows if row.measure is Measure.LEVEL)


def _spoken(judgement: Judgement) -> frozenset[Key]:
    asked = {(row.flow, period) for row in judgement.rows for period in Quantity.of_row(row).periods}
    asked |= {(Flow.TURNOVER, p) for flow, p in asked if flow is Flow.EXPORTS and (Flow.IMPORTS, p) in asked}
    sound = {p for row in judgement.rows if row.line not in judgement.left_out for p in Quantity.of_row(row).periods}
    return frozenset(key for key in asked if key[1] in sound)


def compared(count: Count, counts: Sequence[Count]) -> tuple[Key, ...]:
    """Return what the comparisons with the counts of its block, itself among them, ask of one of them, in order."""
    others = frozenset(key for other in counts if other is not count for key in other.spoken)
    inside = ((row.flow, p) for other in counts for row in other.levels for p in _parts(row, count))
    return tuple(sorted((count.spoken & others) | set(inside)))


def levels(count: Count, keys: tuple[Key, ...]) -> Mapping[Key, Bounds]:
    """Return the bounds of flows of periods, without those that rest on no row or could not be proved."""
    if count.judgement.unproved:
        return {}
    known, model = dict[Key, Bounds](), count.judgement.model()
    for key in keys:
        with suppress(SolverError):
            known[key] = model.bounds(Quantity(Measure.LEVEL, *key))
    return {key: bounds for key, bounds in known.items() if bounds.lines}


def same_reporter(counts: Sequence[Count]) -> tuple[Finding, ...]:
    """Return the comparisons of the sources of one block: what two of them allow for the same flow and period."""
    pairs = ((a, b, key) for a, b in combinations(counts, 2) for key in sorted(a.spoken & b.spoken))
    compared = (_sources(a, b, key) for a, b, key in pairs)
    return (*(finding for finding in compared if finding is not None), *_paces(counts))


def both_sides(counts: Sequence[Count]) -> tuple[Finding, ...]:
    """Return the gaps between the two counts of a flow, and numbers that fit only the partner's count."""
    gaps = (
        _partner(a, row, b, other)
        for a, b in combinations(counts, 2)
        if b.block == a.block.mirrored
        for row in a.levels
        for other in b.by_partner.get((row.flow, row.period), ())
    )
    return (*gaps, *(finding for count in counts for finding in _miscounted(count, counts)))


def _sources(a: Count, b: Count, key: Key) -> Finding | None:
    here, there = a.known.get(key), b.known.get(key)
    if here is None or there is None:
        return None
    compared = _compared(Rule.SOURCES, (a, b), here.quantity, here.interval, there.interval)
    return replace(compared, lines=tuple(dict.fromkeys((*here.lines, *there.lines))))


def _partner(a: Count, row: Observation, b: Count, other: Observation) -> Finding:
    compared = _compared(Rule.PARTNER, (a, b), Quantity.of_row(row), row.stated, other.stated)
    return replace(compared, verdict=Verdict.CONSISTENT, lines=(row.line, other.line))


def _miscounted(count: Count, counts: Sequence[Count]) -> Iterator[Finding]:
    """Yield levels that a source of the partner bears out, where every other source of the own reporter is apart.

    The printed number of a soft row decides whether it is listed; its soft interval whether anything is missing.
    """
    for row in count.levels:
        here = row.stated
        told = Interval.of(row.number) if row.qualifier.is_soft else here
        key = (row.flow, row.period)
        beside = (other.known.get(key) for other in counts if _is_beside(other, count))
        own = [bounds for bounds in beside if bounds is not None]
        theirs = ((partner, fit) for partner, fit in _mirrors(count, row, counts) if fit.hard.contains(row.number))
        told_apart = (pair for pair in theirs if own and _is_apart(told, pair[1], own))
        partner, mirror = next(told_apart, (None, None))
        if partner is None or mirror is None:
            continue
        compared = _compared(Rule.COUNT, (count, partner), Quantity.of_row(row), here, own[0].interval)
        yield replace(compared, lines=(row.line, mirror.line, *own[0].lines))


def _is_apart(told: Interval, mirror: Observation, own: Sequence[Bounds]) -> bool:
    return all(told.is_apart(bounds.interval) and mirror.hard.is_apart(bounds.interval) for bounds in own)


def _mirrors(count: Count, row: Observation, counts: Sequence[Count]) -> Iterator[tuple[Count, Observation]]:
    for other in counts:
        if other.block == count.block.mirrored:
            mirrors = other.by_partner.get((row.flow, row.period), ())
            yield from ((other, mirror) for mirror in mirrors if mirror.hard.width)


def _paces(counts: Sequence[Count]) -> Iterator[Finding]:
    """Yield what a longer period leaves for its other months, where that runs at an odd rate."""
    for whole, part in product(counts, counts):
        for row in whole.levels:
            for period in _parts(row, part):
                inside = part.known.get((row.flow, period))
                yield from () if inside is None else _pace(whole, row, part, inside)


def _parts(row: Observation, part: Count) -> Sequence[Period]:
    """Return the periods at the edges of a row's that leave a rest; the rest of a balance has no pace."""
    if row.flow is Flow.BALANCE:
        return ()
    edges = (part.by_edge.get((row.flow, edge), frozenset()) for edge in (row.period.start, row.period.end))
    return sorted(period for period in frozenset().union(*edges) if _leaves_rest(row.period, period))


def _pace(whole: Count, row: Observation, part: Count, inside: Bounds) -> Iterator[Finding]:
    rest, per_month = _rest(row.period, inside.quantity.period), Fraction(1, inside.quantity.period.months)
    left = row.hard.minus(inside.interval).meet(Interval(low=Fraction(0)))
    same = inside.interval.scaled(per_month * rest.months)
    usual = Interval(
        None if same.low is None else same.low / ODD_PACE, None if same.high is None else same.high * ODD_PACE
    )
    if left.is_apart(usual) and not left.is_empty:
        by = (whole,) if whole.id == part.id else (whole, part)
        compared = _compared(Rule.PACE, by, Quantity(Measure.LEVEL, row.flow, rest), left, usual)
        yield replace(compared, lines=tuple(dict.fromkeys((row.line, *inside.lines))))


_LEVELS: Final = {Rule.SOURCES: Level.REPORTER, Rule.PARTNER: Level.MIRROR}


def _compared(rule: Rule, by: tuple[Count, ...], of: Quantity, stated: Interval, allowed: Interval) -> Finding:
    """Return two counts compared; undecided where they are apart, as a revision or another count can be the reason."""
    return Finding(
        level=_LEVELS.get(rule, Level.PLAUSIBILITY),
        rule=rule,
        verdict=Verdict.UNDECIDED if stated.is_apart(allowed) else Verdict.CONSISTENT,
        sources=tuple(count.id for count in by),
        block=by[0].block,
        quantity=of,
        stated=stated,
        allowed=allowed,
        lines=(),
    )


def _rest(whole: Period, part: Period) -> Period:
    """Return the months of a period that a part at one of its edges leaves."""
    start = part.end if part.start == whole.start else whole.start
    return Period(start, whole.months - part.months)


def _leaves_rest(whole: Period, part: Period) -> bool:
    at_an_edge = whole.start == part.start or whole.end == part.end
    return whole != part and whole.contains(part) and at_an_edge


def _is_beside(other: Count, count: Count) -> bool:
    return other.block == count.block and other.id != count.id
