"""What can be asked about a trade: a level, a comparison, a share, each as a ratio of linear forms.

Every quantity is `scale * numerator / denominator` with a denominator that is a flow (never negative) or the number 1,
so one method bounds them all.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import Final

from dashboard.bounds.system import Form, System
from dashboard.values.errors import QuestionError
from dashboard.values.message import Message
from dashboard.values.observation import Flow, Observation
from dashboard.values.period import Period

_PERCENT: Final = Fraction(100)


class Asked(StrEnum):
    """How a flow is asked for."""

    LEVEL = "level"
    CHANGE = "change"
    GROWTH = "growth"
    FACTOR = "factor"
    SHARE = "share"
    COVERAGE = "coverage"
    CONTRIBUTION = "contribution"
    AVERAGE = "average"

    @property
    def has_base(self) -> bool:
        """Whether it compares with a base period."""
        return self in (Asked.CHANGE, Asked.GROWTH, Asked.FACTOR, Asked.CONTRIBUTION)

    @property
    def is_money(self) -> bool:
        """Whether it is an amount in bn of the currency; else it is in %, in times, or in percentage points."""
        return self in (Asked.LEVEL, Asked.CHANGE, Asked.AVERAGE)


@dataclass(frozen=True, slots=True)
class Quantity:
    """One thing to be bounded.

    Attributes:
        asked: LEVEL and CHANGE (bn), GROWTH, SHARE of turnover, COVERAGE (exports / imports) (%), FACTOR (times),
            CONTRIBUTION of the flow's change to the growth of turnover (percentage points), AVERAGE a month (bn).
        base: The period compared with; None for what has no base.
    """

    asked: Asked
    flow: Flow
    period: Period
    base: Period | None = None

    @staticmethod
    def of(asked: Asked, flow: Flow, period: Period, base: Period | None = None) -> Quantity:
        """Return the quantity, compared with the same period a year earlier unless `base` says otherwise.

        Raises:
            QuestionError: It has no meaning: a ratio to a balance, turnover in itself, a period against itself.
        """
        if asked in (Asked.GROWTH, Asked.FACTOR) and flow is Flow.BALANCE:
            raise QuestionError(
                Message("{0} of a balance is undefined, as it may be 0 or negative; ask for change", asked)
            )
        if asked is Asked.SHARE and flow not in (Flow.EXPORTS, Flow.IMPORTS):
            raise QuestionError(Message("share is the part of exports or of imports in turnover, not of {0}", flow))
        if asked.has_base and base == period:
            raise QuestionError(Message("{0} cannot be compared with itself; name another base", period))
        return Quantity(asked, flow, period, (base or period.earlier()) if asked.has_base else None)

    @staticmethod
    def of_row(row: Observation) -> Quantity:
        """Return what a row reports."""
        asked = Asked(row.measure.value)
        return Quantity(asked, row.flow, row.period, row.compared_with if row.measure.has_base else None)

    @property
    def periods(self) -> tuple[Period, ...]:
        """The periods it speaks of."""
        return (self.period,) if self.base is None else (self.period, self.base)

    @property
    def scale(self) -> Fraction:
        """What a ratio is multiplied by to be in its unit: 100 for %, 1 over the months for a monthly average."""
        if self.asked is Asked.AVERAGE:
            return Fraction(1, self.period.months)
        return Fraction(1) if self.asked.is_money or self.asked is Asked.FACTOR else _PERCENT

    def numerator(self, system: System) -> Form:
        """Return the form above the line."""
        flow = Flow.EXPORTS if self.asked is Asked.COVERAGE else self.flow
        form = system.form(flow, self.period)
        if self.base is None or self.asked is Asked.FACTOR:
            return form
        return form.plus(system.form(flow, self.base), Fraction(-1))

    def denominator(self, system: System) -> Form | None:
        """Return the form below the line, None for an amount of money."""
        match self.asked:
            case Asked.SHARE:
                return system.form(Flow.TURNOVER, self.period)
            case Asked.COVERAGE:
                return system.form(Flow.IMPORTS, self.period)
            case Asked.CONTRIBUTION if self.base is not None:
                return system.form(Flow.TURNOVER, self.base)
            case Asked.GROWTH | Asked.FACTOR if self.base is not None:
                return system.form(self.flow, self.base)
            case _:
                return None
