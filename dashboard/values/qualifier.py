"""The hedges printed with numbers, as one table, and what a hedged and rounded number stands for.

"17.2" rounded to 0.1 says that the truth lies in [17.15, 17.25]. Both ends are allowed, because publishers differ on
how they round ties. The one decision taken here: a hard hedge gives an interval that binds, a soft one ("about", the
lower end of "nearly") gives an interval that is only tested and never tightens anything.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from itertools import count
from typing import Final, Self

from dashboard.values.interval import Interval

OUTER_HALF_WIDTHS: Final = 5
"""How many soft half-widths no reading of "about" can leave: a convention, as research on hedges finds no one width."""

_GRID_SHARES: Final = (Fraction(1), Fraction(1, 2), Fraction(1, 4))
_ZERO: Final = Fraction(0)
_HALF: Final = Fraction(1, 2)
_OUTER: Final = _HALF * OUTER_HALF_WIDTHS
_UP: Final = Interval(low=_ZERO)
_DOWN: Final = Interval(high=_ZERO)


@dataclass(frozen=True, slots=True, kw_only=True)
class Hedge:
    """What a hedge says of the truth: how far it can lie from the printed number, in rounding steps.

    Attributes:
        binds: What binds.
        soft: What a soft hedge is tested against first; None for a hard one.
        outer: What no reading of a soft hedge leaves; None for a hard one.
        negated: The hedge that says the same of the number with its sign reversed; None where there is none, and ""
            for the hedge itself.
        is_from_zero: Whether the interval that binds lies on the side of the number that is away from zero.
    """

    binds: Interval
    soft: Interval | None = None
    outer: Interval | None = None
    negated: str | None = ""
    is_from_zero: bool = False


class Qualifier(StrEnum):
    """The hedge printed with a number, in the words of the file's column, with what it says."""

    hedge: Hedge

    ROUNDED = "", Hedge(binds=Interval(-_HALF, _HALF))
    EXACT = "exact", Hedge(binds=Interval(_ZERO, _ZERO))
    TRUNCATED = "truncated", Hedge(binds=Interval(_ZERO, 2 * _HALF), is_from_zero=True)
    MORE_THAN = "more than", Hedge(binds=_UP, negated="less than")
    AT_LEAST = "at least", Hedge(binds=_UP, negated="at most")
    LESS_THAN = "less than", Hedge(binds=_DOWN, negated="more than")
    AT_MOST = "at most", Hedge(binds=_DOWN, negated="at least")
    NEARLY = (
        "nearly",
        Hedge(binds=_DOWN, soft=Interval(-2 * _HALF, _ZERO), outer=Interval(-_HALF - _OUTER, _ZERO), negated=None),
    )
    ABOUT = "about", Hedge(binds=Interval(), soft=Interval(-_HALF, _HALF), outer=Interval(-_OUTER, _OUTER))

    def __new__(cls, word: str, *hedge: Hedge) -> Self:  # noqa: D102  # of a word alone it is looked up
        made = str.__new__(cls, word)
        made._value_ = word
        (made.hedge,) = hedge
        return made

    @property
    def is_soft(self) -> bool:
        """Whether part of what it says is only tested, never binding."""
        return self.hedge.soft is not None

    @property
    def never_binds(self) -> bool:
        """Whether all that it says is only tested."""
        return self.hedge.binds.is_unbounded

    @property
    def is_bounded(self) -> bool:
        """Whether what binds has two ends, so that the printed number can be computed with."""
        return self.hedge.binds.width is not None

    @property
    def has_step(self) -> bool:
        """Whether what binds is as wide as the rounding step, so that the step tells how precise the number is."""
        return bool(self.hedge.binds.width)

    @property
    def negated(self) -> Qualifier | None:
        """The hedge that says the same of the number with its sign reversed; None for "nearly", as there is none."""
        return None if self.hedge.negated is None else Qualifier(self.hedge.negated or self)


@dataclass(frozen=True, slots=True)
class Meaning:
    """What one printed number says about the truth, in the unit it was printed in.

    Attributes:
        hard: The interval that binds; unbounded on both sides for "about".
        half: Half the width of `hard` as printed; 0 for an exact or one-sided statement, which has nothing to shrink.
        soft: The interval that a soft statement is tested against first, or None for a hard one.
        outer: The interval that no reading of a soft statement leaves, or None for a hard one.
    """

    hard: Interval
    half: Fraction
    soft: Interval | None = None
    outer: Interval | None = None

    @property
    def shown(self) -> Interval:
        """The interval to show for the row: the soft one where there is one."""
        return self.soft if self.soft is not None else self.hard

    @property
    def widest(self) -> Interval:
        """The interval that no reading leaves: the outer one where there is one."""
        return self.outer if self.outer is not None else self.hard


def meaning(value: Decimal, step: Decimal | None, qualifier: Qualifier, *, never_negative: bool = False) -> Meaning:
    """Return what `value`, printed to multiples of `step` under `qualifier`, stands for.

    Args:
        value: The number as printed.
        step: The rounding step in the same unit; only a soft qualifier may go without (its grid is then `hedge_grid`).
        qualifier: The hedge.
        never_negative: True for a flow, whose truth is never below 0, so that "0.0" stands for [0, 0.05].

    Raises:
        ValueError: A rounded or truncated number came without a step.
    """
    if qualifier.has_step and (step is None or step <= 0):
        raise ValueError(f"a rounded number needs a step above 0, found {step}")
    number, hedge = Fraction(value), qualifier.hedge
    grid = hedge_grid(number) if step is None else Fraction(step)
    floor = Interval(low=_ZERO) if never_negative else Interval()

    def around(steps: Interval) -> Interval:
        return steps.scaled(grid).shifted(number)

    hard = around(hedge.binds)
    if hedge.is_from_zero and number <= 0:
        hard = around(hedge.binds.negated if number < 0 else Interval(-2 * _HALF, 2 * _HALF))
    half = (hard.width or _ZERO) / 2
    soft, outer = (None if steps is None else around(steps).meet(floor) for steps in (hedge.soft, hedge.outer))
    return Meaning(hard.meet(floor), half, soft, outer)


def hedge_grid(value: Fraction) -> Fraction:
    """Return the grid on which a hedged number lies: 10 for 40, 5 for 45, 1 for 43, 0.1 for 10.4.

    It is the first of 10, 5, 2.5, 1, 0.5, 0.25, 0.1 … times the number's leading power of ten that divides the
    number; zero lies on 1. Half of it is the reach of "about".
    """
    if value == 0:
        return Fraction(1)
    top = Fraction(100)
    while top > abs(value) * 10:
        top /= 10
    while top * 10 <= abs(value) * 10:
        top *= 10
    grids = (top * share / Fraction(10) ** shift for shift in count() for share in _GRID_SHARES)
    return next(grid for grid in grids if (value / grid).denominator == 1)


def step_of_digits(printed: Decimal) -> Decimal:
    """Return the rounding step that a number's decimals suggest: 0.1 for 17.2, 1 for 40."""
    exponent = printed.as_tuple().exponent
    return Decimal(1).scaleb(min(int(exponent), 0))
