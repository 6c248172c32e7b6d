"""What is worked out from reported rows: balance, coverage, shares, what a growth rate implies for its base.

Every metric is a quantity with its exact bounds, and the rows that state it outright where there are any. A metric of
rows that contradict each other comes from the rows that are left after a smallest correction, and says so
(`bounds.without`). It is called by its measure (`values.measure`), but for three roles:

    base       a level of the period compared with: implied by level and growth
    swing      the change of the balance
    residual   the level that a longer reported period leaves for its other months
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from fractions import Fraction
from typing import Final

from dashboard.bounds.model import Bounds
from dashboard.bounds.quantity import Quantity
from dashboard.judging.judgement import Judgement
from dashboard.values.interval import Interval
from dashboard.values.measure import Flow, Measure
from dashboard.values.observation import Observation
from dashboard.values.period import Period


class Role(StrEnum):
    """The names of measures that stand for something of their own in a comparison."""

    BASE = "base"
    SWING = "swing"
    RESIDUAL = "residual"


Name = Measure | Role
"""What a metric is called: by its measure, or by its role in the comparison."""

NAMES: Final[tuple[Name, ...]] = (*(measure for measure in Measure if measure.definition.flows), *Role)
"""What the metrics of a view are called."""


@dataclass(frozen=True, slots=True)
class Metric:
    """One number of the page: a quantity, what is known of it, and who said it if anybody did.

    Attributes:
        bounds: In bn of the currency, %, percentage points or bn a month.
        reported: The rows that state the quantity, in the order of their lines; empty when it is derived.
    """

    name: Name
    bounds: Bounds
    reported: tuple[Observation, ...] = ()

    @property
    def quantity(self) -> Quantity:
        """What it is a number of."""
        return self.bounds.quantity

    @property
    def is_reported(self) -> bool:
        """Whether a row states it outright."""
        return bool(self.reported)

    @property
    def interval(self) -> Interval:
        """What to draw and print: the reported row's own interval, else the exact bounds."""
        if not self.reported:
            return self.bounds.interval
        return self.reported[0].stated

    @property
    def estimate(self) -> Fraction | None:
        """The reported number, or the middle of the bounds, or None with an open end."""
        if not self.reported:
            return self.bounds.interval.middle
        return self.reported[0].number

    @property
    def lines(self) -> tuple[int, ...]:
        """The lines it rests on: of the rows that state it, else of its proof."""
        return tuple(row.line for row in self.reported) or self.bounds.lines

    @property
    def without_left_out(self) -> Metric:
        """The same as the rows tell it that stay: a row that had to be left out does not state it."""
        return replace(self, reported=tuple(row for row in self.reported if row.line not in self.bounds.without))


def compare(judgement: Judgement, period: Period, base: Period | None = None) -> tuple[Metric, ...]:
    """Return every metric of a period against a base (a year earlier unless given), in a fixed order.

    A metric whose bounds are open at both ends is left out: the rows say nothing about it.
    """
    against = base or period.earlier()
    longer = sorted({row.period for row in judgement.rows if row.period != period and row.period.contains(period)})
    rests = [Quantity(Measure.LEVEL, flow, rest) for rest in _rests(period, longer) for flow in Flow]
    asked = ((_name(quantity, against), quantity) for quantity in _compared(period, against))
    return answer(judgement, [*asked, *((Role.RESIDUAL, quantity) for quantity in rests)])


def answer(judgement: Judgement, asked: Iterable[tuple[Name, Quantity]]) -> tuple[Metric, ...]:
    """Return the metrics of some quantities, without those that the rows say nothing about.

    Where nothing could be proved of the rows, they are what is reported, with open bounds.
    """
    wanted = tuple(asked)
    if judgement.unproved:
        open_ends = (
            (name, Bounds(quantity=quantity, interval=Interval(), low=None, high=None)) for name, quantity in wanted
        )
        plain = (Metric(name, bounds, stating(judgement.rows, bounds.quantity)) for name, bounds in open_ends)
        return tuple(metric for metric in plain if metric.is_reported)
    model = judgement.model(period for _, quantity in wanted for period in quantity.periods)
    without = judgement.left_out
    found = []
    for name, quantity in wanted:
        bounds = replace(model.bounds(quantity), without=without)
        metric = Metric(name, bounds, stating(judgement.rows, quantity))
        if metric.is_reported or bounds.lines:
            found.append(metric)
    return tuple(found)


def stating(rows: Sequence[Observation], quantity: Quantity) -> tuple[Observation, ...]:
    """Return the rows that state a quantity outright."""
    return tuple(row for row in rows if Quantity.of_row(row) == quantity)


def tells(metric: Metric, rows: Sequence[Observation]) -> bool:
    """Return whether a number is worth showing: a row states it, or rows narrow it down.

    They do where both its ends rest on rows, and it is narrower than the largest amount that they state, of a period as
    long where they can (100 for percentages): a balance known to be less than all the trade is not known. A level may
    be open above.
    """
    quantity, bounds = metric.quantity, metric.bounds
    from_below = bounds.low is not None and bool(bounds.low.lines)
    if metric.is_reported:
        return True
    width = bounds.interval.width
    if width is None:
        is_level = quantity.measure.is_money and not quantity.measure.has_base and quantity.flow is not Flow.BALANCE
        return is_level and from_below and bounds.interval.low != 0
    both = from_below and bounds.high is not None and bool(bounds.high.lines)
    everything = _trade(rows, quantity.period.months) if quantity.measure.is_money else Fraction(100)
    months = quantity.period.months if quantity.measure.definition.is_per_month else 1
    return both and (everything is None or width * months < everything)


def periods(rows: Iterable[Observation]) -> tuple[Period, ...]:
    """Return the periods of which rows report something, the one with most rows first, later before earlier."""
    counts: dict[Period, int] = {}
    for row in rows:
        counts[row.period] = counts.get(row.period, 0) + (1 if row.measure is Measure.LEVEL else 0)
    return tuple(sorted(counts, key=lambda period: (-counts[period], -period.end, -period.months)))


def _trade(rows: Sequence[Observation], months: int) -> Fraction | None:
    levels = [row for row in rows if row.measure is Measure.LEVEL]
    as_long = [row for row in levels if row.period.months == months]
    return max((abs(row.number) for row in as_long or levels), default=None)


def _compared(period: Period, base: Period) -> Iterator[Quantity]:
    """Yield what is asked of a period and a base: comparisons once, all else of both."""
    for measure in Measure:
        for when in (period,) if measure.has_base else (period, base):
            against = base if measure.has_base else None
            yield from (Quantity(measure, flow, when, against) for flow in measure.definition.flows)


def _name(quantity: Quantity, base: Period) -> Name:
    if quantity.measure is Measure.LEVEL and quantity.period == base:
        return Role.BASE
    return Role.SWING if (quantity.measure, quantity.flow) == (Measure.CHANGE, Flow.BALANCE) else quantity.measure


def _rests(period: Period, longer: Iterable[Period]) -> list[Period]:
    """Return the months that longer periods leave before and after a period."""
    rests = []
    for whole in longer:
        if whole.start < period.start:
            rests.append(Period(whole.start, period.start - whole.start))
        if period.end < whole.end:
            rests.append(Period(period.end, whole.end - period.end))
    return rests
