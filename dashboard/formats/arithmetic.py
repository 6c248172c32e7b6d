"""What a derived number comes to by the printed numbers alone, as a formula over the cells that hold them.

The formula is the arithmetic of a reader with a pencil: it takes each number as printed and forgets that it is rounded.
So its result stands beside the exact bounds, never in their place. The decisions taken here: the shortest way from
printed numbers wins, and hedged numbers ("more than a third") are no part of it, since they name no point.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import partial
from operator import add, sub
from typing import Final

from dashboard.bounds.quantity import Quantity
from dashboard.judging.metrics import Metric
from dashboard.values.measure import Flow, Measure
from dashboard.values.observation import Observation
from dashboard.values.period import Period

Level = tuple[Flow, Period]
Way = tuple[Level, Callable[[], "Term"]]
"""A level, and how it is worked out where that is asked for."""

"""The qualifiers under which a printed number names a point."""

_SUMS: Final = (
    (Flow.TURNOVER, Flow.EXPORTS, add, Flow.IMPORTS),
    (Flow.BALANCE, Flow.EXPORTS, sub, Flow.IMPORTS),
    (Flow.EXPORTS, Flow.TURNOVER, sub, Flow.IMPORTS),
    (Flow.IMPORTS, Flow.TURNOVER, sub, Flow.EXPORTS),
    (Flow.EXPORTS, Flow.IMPORTS, add, Flow.BALANCE),
    (Flow.IMPORTS, Flow.EXPORTS, sub, Flow.BALANCE),
)


@dataclass(frozen=True, slots=True)
class Term:
    """A part of a formula and its value.

    Attributes:
        text: As spreadsheets write it, without the "=".
        binds: How strongly its parts hold together: 0 for a sum, 1 for a product, 2 for a cell or a number.
    """

    text: str
    value: Fraction
    binds: int = 2

    def __add__(self, other: Term) -> Term:
        return Term(f"{self.text}+{other.text}", self.value + other.value, 0)

    def __sub__(self, other: Term) -> Term:
        return Term(f"{self.text}-{other.closed(1)}", self.value - other.value, 0)

    def __mul__(self, other: Term) -> Term:
        return Term(f"{self.closed(1)}*{other.closed(1)}", self.value * other.value, 1)

    def __truediv__(self, other: Term) -> Term:
        return Term(f"{self.closed(1)}/{other.closed(2)}", self.value / other.value, 1)

    def closed(self, least: int) -> str:
        """Return its text, in brackets where it holds together less strongly than is needed."""
        return self.text if self.binds >= least else f"({self.text})"


def number(value: int) -> Term:
    """Return a number of the formula itself."""
    return Term(str(value), Fraction(value))


def formulas(rows: Sequence[Observation], cells: Mapping[int, str], metrics: Iterable[Metric]) -> Iterator[Term | None]:
    """Yield for each metric its formula, in the metric's unit, or None where the printed numbers give no point.

    Args:
        rows: The rows to work with: of one source in one block, without those that are left out.
        cells: Where the printed number of each line stands.
        metrics: What was worked out from those rows.
    """
    printed = {row.line: _printed(row, cells) for row in rows}
    points = [row for row in rows if row.qualifier.is_bounded]
    levels = _levels(points, printed)
    stated = {Quantity.of_row(row): printed[row.line] for row in reversed(points)}
    for metric in metrics:
        if metric.is_reported:
            yield _printed(metric.reported[0], cells)
        else:
            yield _answer(metric.quantity, levels, stated)


def _printed(row: Observation, cells: Mapping[int, str]) -> Term:
    """Return the cell of a row in bn, % or times."""
    term, scale = Term(cells[row.line], Fraction(row.value)), row.unit.scale
    if scale.denominator != 1:
        return term / number(scale.denominator)
    return term if scale == 1 else term * number(scale.numerator)


def _levels(rows: Sequence[Observation], printed: Mapping[int, Term]) -> Mapping[Level, Term]:
    """Return every level that printed numbers lead to, each by the fewest steps."""
    known = {(row.flow, row.period): printed[row.line] for row in reversed(rows) if row.measure is Measure.LEVEL}
    while True:
        new: dict[Level, Term] = {}
        for level, work_out in (*_by_rates(rows, printed, known), *_by_sums(known)):
            if level not in known and level not in new:
                try:
                    new[level] = work_out()
                except ZeroDivisionError:
                    continue
        if not new:
            return known
        known |= new


def _by_rates(rows: Sequence[Observation], printed: Mapping[int, Term], known: Mapping[Level, Term]) -> Iterator[Way]:
    """Yield what growth, factors, changes and shares lead to from levels that are known."""
    for row in rows:
        definition, term = row.measure.definition, printed[row.line]
        other = definition.below or definition.less
        if other is None:
            continue
        here, there = (one.at(row.flow, row.period, row.compared_with) for one in (definition.above, other))
        if there in known:
            yield here, partial(_on, known[there], row.measure, term)
        if here in known and other.flow is None:
            yield there, partial(_back, known[here], row.measure, term)


def _back(level: Term, measure: Measure, term: Term) -> Term:
    return level - term if measure.is_money else level / _factor(measure, term)


def _on(level: Term, measure: Measure, term: Term) -> Term:
    if measure.is_money:
        return level + term
    if measure.is_rate or measure.per_ratio == 1:
        return level * _factor(measure, term)
    return level * term / number(measure.per_ratio)


def _factor(measure: Measure, term: Term) -> Term:
    ratio = term if measure.per_ratio == 1 else term / number(measure.per_ratio)
    return number(1) + ratio if measure.is_rate else ratio


def _by_sums(known: Mapping[Level, Term]) -> Iterator[Way]:
    for period in dict.fromkeys(period for _, period in known):
        for made, first, do, second in _SUMS:
            left, right = known.get((first, period)), known.get((second, period))
            if left is not None and right is not None:
                yield (made, period), partial(do, left, right)


def _answer(quantity: Quantity, levels: Mapping[Level, Term], stated: Mapping[Quantity, Term]) -> Term | None:
    """Return a metric by the printed numbers: as it is stated, else by the levels it is made of."""
    if quantity in stated:
        return stated[quantity]
    try:
        return _by_levels(quantity, levels)
    except (KeyError, ZeroDivisionError):
        return None


def _by_levels(quantity: Quantity, levels: Mapping[Level, Term]) -> Term:
    """Return a metric by the levels it is made of; raises KeyError where one is not known."""
    definition, about = quantity.measure.definition, (quantity.flow, quantity.period, quantity.base)
    above = definition.above.at(*about)
    made = levels[above] if above in levels else _rest(*above, levels)
    if definition.less is not None:
        made -= levels[definition.less.at(*about)]
    if definition.is_per_month:
        made /= number(quantity.period.months)
    if definition.below is not None:
        made /= levels[definition.below.at(*about)]
    return made if quantity.measure.per_ratio == 1 else made * number(quantity.measure.per_ratio)


def _rest(flow: Flow, period: Period, levels: Mapping[Level, Term]) -> Term:
    """Return what a longer period leaves beside a shorter one; raises KeyError where there are no such two."""
    of_flow = {when: term for (which, when), term in levels.items() if which is flow}
    for whole, term in of_flow.items():
        before, after = whole.start == period.start, whole.end == period.end
        if whole.contains(period) and before != after:
            part = Period(whole.start if after else period.end, whole.months - period.months)
            if part in of_flow:
                return term - of_flow[part]
    raise KeyError(flow, period)
