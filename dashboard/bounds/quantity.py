"""What can be asked about a trade: a level, a comparison, a share, each as a ratio of linear forms.

Every quantity is `scale * numerator / denominator` with a denominator that is a flow (never negative) or the number 1,
so one method bounds them all.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from dashboard.bounds.system import Form, System
from dashboard.values.errors import QuestionError
from dashboard.values.measure import Flow, Measure
from dashboard.values.message import Message
from dashboard.values.observation import Observation
from dashboard.values.period import Period


@dataclass(frozen=True, slots=True)
class Quantity:
    """One thing to be bounded.

    Attributes:
        measure: What of the flow; its unit is that of the measure, amounts being in bn of the currency.
        base: The period compared with; None for what has no base.
    """

    measure: Measure
    flow: Flow
    period: Period
    base: Period | None = None

    @staticmethod
    def of(measure: Measure, flow: Flow, period: Period, base: Period | None = None) -> Quantity:
        """Return the quantity, compared with the same period a year earlier unless `base` says otherwise.

        Raises:
            QuestionError: It has no meaning: a ratio to a balance, turnover in itself, a period against itself.
        """
        if flow in measure.definition.undefined:
            raise QuestionError(Message(measure.definition.undefined[flow], measure))
        if measure.has_base and base == period:
            raise QuestionError(Message("{0} cannot be compared with itself; name another base", period))
        return Quantity(measure, flow, period, (base or period.earlier()) if measure.has_base else None)

    @staticmethod
    def of_row(row: Observation) -> Quantity:
        """Return what a row reports."""
        return Quantity(row.measure, row.flow, row.period, row.compared_with)

    @property
    def periods(self) -> tuple[Period, ...]:
        """The periods it speaks of."""
        return (self.period,) if self.base is None else (self.period, self.base)

    @property
    def scale(self) -> Fraction:
        """What a ratio is multiplied by to be in its unit: 100 for %, 1 over the months for a monthly average."""
        return Fraction(self.measure.per_ratio, self.period.months if self.measure.definition.is_per_month else 1)

    def numerator(self, system: System) -> Form:
        """Return the form above the line."""
        return system.numerator(self.measure, self.flow, self.period, self.base)

    def denominator(self, system: System) -> Form | None:
        """Return the form below the line, None for an amount of money."""
        return system.denominator(self.measure, self.flow, self.period, self.base)
