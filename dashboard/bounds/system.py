"""The rows of one block -> linear statements about true values, each with its reason and its line.

The unknowns are the true exports and imports, as running totals (timeline.py), all of them at least 0. Turnover and
balance are sums and differences of them, so the identities hold by construction and can never be blamed. A row
becomes one or two statements of the form `form >= 0`:

    level   low  <= flow(period) <= high
    change  low  <= flow(period) - flow(base) <= high
    growth  (1 + low) flow(base)  <= flow(period) <= (1 + high) flow(base)      of unrounded truths
    factor  low flow(base)        <= flow(period) <= high flow(base)
    share   low turnover(period)  <= flow(period) <= high turnover(period)

The decision taken here: every statement carries the form by which it moves when its interval is shrunk by half
widths, so that the margin of a growth rate means the same as the margin of a level.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction

from dashboard.bounds.timeline import Timeline
from dashboard.values.errors import QuestionError
from dashboard.values.interval import Interval
from dashboard.values.measure import Flow, Measure, Operand
from dashboard.values.observation import Observation
from dashboard.values.period import Period

ONE = Fraction(1)
ZERO = Fraction(0)
ONE_UNIT = Fraction(1, 10**9)
"""One dollar, rouble … in bn: the least base that a growth rate, a factor or a share can have been worked out from."""


class Side(StrEnum):
    """Which end of a row's interval a statement holds."""

    LOW = "low"
    HIGH = "high"


class Part(StrEnum):
    """Which reading of a row takes part: what binds, or the wider intervals a soft row is tested with."""

    HARD = "hard"
    SOFT = "soft"
    OUTER = "outer"


@dataclass(frozen=True, slots=True)
class Form:
    """A linear form over the unknowns: sum of coefficient * unknown, plus a constant in bn.

    Attributes:
        terms: Pairs of an unknown's index and its coefficient, by index, none of them 0.
        constant: The part without an unknown.
    """

    terms: tuple[tuple[int, Fraction], ...] = ()
    constant: Fraction = ZERO

    def plus(self, other: Form, times: Fraction = ONE) -> Form:
        """Return this form plus `times` the other."""
        total = dict(self.terms)
        for index, coefficient in other.terms:
            total[index] = total.get(index, ZERO) + times * coefficient
        terms = tuple(sorted((index, c) for index, c in total.items() if c))
        return Form(terms, self.constant + times * other.constant)

    def near(self, point: Sequence[float]) -> float:
        """Return its value at a point in floats."""
        return sum((float(c) * point[index] for index, c in self.terms), float(self.constant))

    def times(self, factor: Fraction) -> Form:
        """Return `factor` times this form."""
        return Form(tuple((index, factor * c) for index, c in self.terms if factor), factor * self.constant)

    def at(self, point: Sequence[Fraction]) -> Fraction:
        """Return its value where the unknowns have the values of `point`."""
        return sum((c * point[index] for index, c in self.terms), self.constant)


@dataclass(frozen=True, slots=True)
class Unknown:
    """A true value nobody knows exactly: exports or imports of a period, in bn of the currency, never negative."""

    flow: Flow
    period: Period

    def __str__(self) -> str:
        return f"{self.flow} {self.period}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """Something that holds for the true values: `form >= 0`.

    Attributes:
        form: The left-hand side.
        half: What one half-width of the row is worth: shrunk by d, the statement is `form - d * half >= 0`.
        line: The row's line in the file; None for "not negative", which is always true and never blamed.
        side: The end of the row's interval that it holds; LOW for "not negative".
        flow, period: What the row, or "not negative", is about.
    """

    form: Form
    half: Form
    line: int | None
    side: Side
    flow: Flow
    period: Period


Statements = tuple[Statement, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class System:
    """The statements of some rows about one block.

    Attributes:
        timeline: The running totals; unknown 2k is the exports of total k, unknown 2k + 1 its imports.
        unknowns: What each index in a form stands for.
        rules: "Totals never fall", one for each unknown that follows another.
        rows: The rows that take part, in the order of their lines.
    """

    timeline: Timeline
    unknowns: tuple[Unknown, ...]
    rules: tuple[Statement, ...]
    rows: tuple[Observation, ...] = field(repr=False)
    _forms: dict[tuple[Flow, Period], Form] = field(default_factory=dict, repr=False, compare=False)
    _said: dict[tuple[Observation, Part], Statements] = field(default_factory=dict, repr=False, compare=False)

    @staticmethod
    def of(rows: Iterable[Observation], also: Iterable[Period] = ()) -> System:
        """Return the system of some rows of one block, in which the periods `also` can be asked for."""
        ordered = tuple(sorted(rows, key=lambda row: row.line))
        bases = (row.compared_with for row in ordered if row.compared_with is not None)
        timeline = Timeline.of((*(row.period for row in ordered), *bases, *also))
        flows = (Flow.EXPORTS, Flow.IMPORTS)
        unknowns = tuple(Unknown(flow, total) for total in timeline.totals for flow in flows)
        rules = tuple(_never_falls(*step, flow) for step in timeline.steps() for flow in flows if step[1] >= 0)
        return System(timeline=timeline, unknowns=unknowns, rules=rules, rows=ordered)

    @property
    def periods(self) -> tuple[Period, ...]:
        """The running totals, of which every period that can be asked for is a difference."""
        return self.timeline.totals

    def knows(self, period: Period) -> bool:
        """Return whether a period can be asked for."""
        try:
            return bool(self.timeline.signs(period))
        except QuestionError:
            return False

    def form(self, flow: Flow, period: Period) -> Form:
        """Return a flow of a period as a form over the unknowns.

        Raises:
            QuestionError: The system does not know the period.
        """
        if (flow, period) not in self._forms:
            self._forms[flow, period] = self._form(flow, period)
        return self._forms[flow, period]

    def _form(self, flow: Flow, period: Period) -> Form:
        signs = self.timeline.signs(period)
        exports = Form(tuple(sorted((2 * total, Fraction(sign)) for total, sign in signs)))
        imports = Form(tuple(sorted((2 * total + 1, Fraction(sign)) for total, sign in signs)))
        match flow:
            case Flow.EXPORTS:
                return exports
            case Flow.IMPORTS:
                return imports
            case Flow.TURNOVER:
                return exports.plus(imports)
            case _:
                return exports.plus(imports, -ONE)

    def numerator(self, measure: Measure, flow: Flow, period: Period, base: Period | None) -> Form:
        """Return the form above the line of a measure."""
        definition = measure.definition
        form = self._operand(definition.above, flow, period, base)
        return form if definition.less is None else form.plus(self._operand(definition.less, flow, period, base), -ONE)

    def denominator(self, measure: Measure, flow: Flow, period: Period, base: Period | None) -> Form | None:
        """Return the form below the line of a measure, None for an amount of money."""
        below = measure.definition.below
        return None if below is None else self._operand(below, flow, period, base)

    def _operand(self, of: Operand, flow: Flow, period: Period, base: Period | None) -> Form:
        return self.form(*of.at(flow, period, base))

    def statements(self, row: Observation, part: Part = Part.HARD) -> Statements:
        """Return what one row says, none to two statements, in the reading asked for.

        The interval is the printed one: that a flow is never negative is said by the unknowns, once.
        """
        if (row, part) not in self._said:
            self._said[row, part] = self._statements(row, part)
        return self._said[row, part]

    def _statements(self, row: Observation, part: Part) -> Statements:
        said = row.printed
        interval = {Part.HARD: said.hard, Part.SOFT: said.soft, Part.OUTER: said.outer}[part]
        if interval is None:
            return ()
        half = said.half if part is Part.HARD else _half_width(interval)
        about = row.measure, row.flow, row.period, row.compared_with
        subject, yardstick = self.numerator(*about), self.denominator(*about) or Form(constant=ONE)
        scale = row.unit.scale / row.measure.per_ratio
        ends = ((Side.LOW, interval.low, ONE), (Side.HIGH, interval.high, -ONE))
        return tuple(
            Statement(
                form=subject.plus(yardstick, -end * scale).times(sign),
                half=yardstick.times(half * scale),
                line=row.line,
                side=side,
                flow=row.flow,
                period=row.period,
            )
            for side, end, sign in ends
            if end is not None
        )

    def presupposed(self, row: Observation) -> Statement | None:
        """Return what a rate or a share takes for granted: that there was something to compare with.

        Without it rates that contradict each other would all hold for a trade of nothing. It is no part of what the row
        says, so it bears on whether rows can be true and never on a bound.
        """
        yardstick = self.denominator(row.measure, row.flow, row.period, row.compared_with)
        if yardstick is None:
            return None
        least = ONE if self.has_rates_alone else ONE_UNIT
        form = yardstick.plus(Form(constant=least), -ONE)
        return Statement(
            form=form, half=Form(), line=row.line, side=Side.LOW, flow=row.flow, period=row.compared_with or row.period
        )

    @property
    def has_rates_alone(self) -> bool:
        """Whether no row states an amount; what holds then holds at any scale, so a base may be taken as 1 bn."""
        return not any(row.measure.is_money for row in self.rows)


def _half_width(interval: Interval) -> Fraction:
    return (interval.width or ZERO) / 2


def _never_falls(total: int, before: int, gap: Period, flow: Flow) -> Statement:
    shift = 0 if flow is Flow.EXPORTS else 1
    form = Form(((2 * before + shift, -ONE), (2 * total + shift, ONE)))
    return Statement(form=form, half=Form(), line=None, side=Side.LOW, flow=flow, period=gap)
