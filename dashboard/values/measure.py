"""What is counted and how it is stated: the flows, and the table of measures that everything else reads.

A measure is one entry of `Measure`: files, checks, command line, formats and page take all of it from there.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction
from typing import Final, Self

from dashboard.values.interval import Interval
from dashboard.values.period import Period


class Flow(StrEnum):
    """What is counted, from the reporter's side: turnover = exports + imports, balance = exports - imports."""

    TURNOVER = "turnover"
    EXPORTS = "exports"
    IMPORTS = "imports"
    BALANCE = "balance"

    @property
    def mirrored(self) -> Flow:
        """What the partner calls it; a balance is the partner's with its sign reversed."""
        return {Flow.EXPORTS: Flow.IMPORTS, Flow.IMPORTS: Flow.EXPORTS}.get(self, self)


class UnitKind(StrEnum):
    """What kind of unit a number has, by its sign: money, per cent, times, percentage points."""

    MONEY = "money"
    PERCENT = "%"
    TIMES = "times"
    POINTS = "pp"


_ANYWHERE: Final = Interval()


@dataclass(frozen=True, slots=True)
class Operand:
    """A flow of a period that a measure is made of.

    Attributes:
        flow: None for the flow that the measure is of.
        of_base: Whether it is that of the base period and not of the measure's own.
    """

    flow: Flow | None = None
    of_base: bool = False

    def at(self, flow: Flow, period: Period, base: Period | None) -> tuple[Flow, Period]:
        """Return the flow and the period that it is, for a measure of a flow in a period against a base."""
        return self.flow or flow, base if self.of_base and base is not None else period


@dataclass(frozen=True, slots=True, kw_only=True)
class Definition:
    """What a measure is: (above - less) / below, in its unit.

    Attributes:
        above, less, below: What it is made of; None where nothing is taken off, or where it is no ratio.
        is_per_month: Whether it is divided by the months of its period.
        flows: The flows that are worked out of it for the page; none where another measure says the same.
        undefined: The flows of which it has no meaning, and why, {0} being its name.
        limits: Where a printed number of it can lie, of any flow but a balance.
        beyond: Why one outside is refused, {0} being the number and {1} the flow.
        is_in_files: Whether a row can state it.
        is_signed: Whether a plus is printed before what is above zero.
    """

    unit: UnitKind
    above: Operand = Operand()
    less: Operand | None = None
    below: Operand | None = None
    is_per_month: bool = False
    flows: tuple[Flow, ...] = ()
    undefined: Mapping[Flow, str] = field(default_factory=dict)
    limits: Interval = _ANYWHERE
    beyond: str = ""
    is_in_files: bool = False
    is_signed: bool = False


_ALL: Final = tuple(Flow)
_SIDES: Final = (Flow.EXPORTS, Flow.IMPORTS)
_POSITIVE: Final = (Flow.TURNOVER, *_SIDES)
_BASE: Final = Operand(of_base=True)
_NO_RATE: Final = "a balance has no {0}, since its base may be below zero; write its change in money"
_ALL_OF_IT: Final = "a share is a part of turnover, and turnover is all of it; write a share of exports or imports"
_NO_PART: Final = "a share is a part of turnover, which balance is not; write a share of exports or imports"


class Measure(StrEnum):
    """How a flow is stated or asked for: each by its name in the files, with its definition."""

    definition: Definition

    LEVEL = (
        "level",
        Definition(
            unit=UnitKind.MONEY,
            flows=_ALL,
            limits=Interval(low=Fraction(0)),
            beyond="{0} is below zero, and an amount of {1} never is; write it without a sign",
            is_in_files=True,
        ),
    )
    GROWTH = (
        "growth",
        Definition(
            unit=UnitKind.PERCENT,
            less=_BASE,
            below=_BASE,
            flows=_POSITIVE,
            undefined={Flow.BALANCE: _NO_RATE},
            limits=Interval(low=Fraction(-100)),
            beyond="{0} is below -100 %, and nothing falls by more than all of it",
            is_in_files=True,
            is_signed=True,
        ),
    )
    FACTOR = (
        "factor",
        Definition(
            unit=UnitKind.TIMES,
            below=_BASE,
            undefined={Flow.BALANCE: _NO_RATE},
            limits=Interval(low=Fraction(0)),
            beyond="{0} is below zero; a factor is the number of times, 0 or more",
            is_in_files=True,
        ),
    )
    CHANGE = ("change", Definition(unit=UnitKind.MONEY, less=_BASE, flows=_ALL, is_in_files=True))
    COVERAGE = (
        "coverage",
        Definition(
            unit=UnitKind.PERCENT, above=Operand(Flow.EXPORTS), below=Operand(Flow.IMPORTS), flows=(Flow.EXPORTS,)
        ),
    )
    SHARE = (
        "share",
        Definition(
            unit=UnitKind.PERCENT,
            below=Operand(Flow.TURNOVER),
            flows=_SIDES,
            undefined={Flow.TURNOVER: _ALL_OF_IT, Flow.BALANCE: _NO_PART},
            limits=Interval(Fraction(0), Fraction(100)),
            beyond="{0} is not between 0 and 100; a share is a part of turnover",
            is_in_files=True,
        ),
    )
    CONTRIBUTION = (
        "contribution",
        Definition(unit=UnitKind.POINTS, less=_BASE, below=Operand(Flow.TURNOVER, of_base=True), flows=_SIDES),
    )
    AVERAGE = ("average", Definition(unit=UnitKind.MONEY, is_per_month=True, flows=_ALL))

    def __new__(cls, name: str, *definition: Definition) -> Self:  # noqa: D102  # of a name alone it is looked up
        made = str.__new__(cls, name)
        made._value_ = name
        (made.definition,) = definition
        return made

    @property
    def has_base(self) -> bool:
        """Whether it compares with a base period."""
        parts = (self.definition.above, self.definition.less, self.definition.below)
        return any(part is not None and part.of_base for part in parts)

    @property
    def is_rate(self) -> bool:
        """Whether it is a change as a part of what was there before: 1 and it are the factor."""
        return self.definition.less is not None and self.definition.less == self.definition.below

    @property
    def is_money(self) -> bool:
        """Whether it is an amount in bn of the currency; else it is in %, in times, or in percentage points."""
        return self.definition.unit is UnitKind.MONEY

    @property
    def per_ratio(self) -> int:
        """How many of its unit a ratio of 1 is: 100 for % and percentage points, else 1."""
        return 100 if self.definition.unit in (UnitKind.PERCENT, UnitKind.POINTS) else 1

    def limits(self, flow: Flow) -> Interval:
        """Return where a number of it can lie; that of a balance anywhere."""
        return _ANYWHERE if flow is Flow.BALANCE else self.definition.limits

    def is_never_negative(self, flow: Flow) -> bool:
        """Return whether the truth of it is never below 0."""
        return self.limits(flow).low == 0


STATED: Final = tuple(measure for measure in Measure if measure.definition.is_in_files)
"""The measures that a row of observations.csv can state."""
