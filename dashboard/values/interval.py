"""What a printed number stands for: a closed interval of exact numbers.

"17.2" rounded to 0.1 says that the truth lies in [17.15, 17.25]. Both ends are allowed, because publishers
differ on how they round ties. The one decision taken here: a hard qualifier gives an interval that binds, a soft
one ("about", the lower end of "nearly") gives an interval that is only tested and never tightens anything.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from itertools import count
from typing import Final

OUTER_HALF_WIDTHS: Final = 5
"""How many soft half-widths no reading of "about" can leave: a convention, as research on hedges finds no one width."""

_GRID_SHARES: Final = (Fraction(1), Fraction(1, 2), Fraction(1, 4))


class Qualifier(StrEnum):
    """The hedge printed with a number, in the words of the file's column."""

    ROUNDED = ""
    EXACT = "exact"
    TRUNCATED = "truncated"
    MORE_THAN = "more than"
    AT_LEAST = "at least"
    LESS_THAN = "less than"
    AT_MOST = "at most"
    NEARLY = "nearly"
    ABOUT = "about"

    @property
    def is_soft(self) -> bool:
        """Whether part of what it says is only tested, never binding."""
        return self in (Qualifier.NEARLY, Qualifier.ABOUT)

    @property
    def negated(self) -> Qualifier | None:
        """The hedge that says the same of the number with its sign reversed; None for "nearly", as there is none."""
        turned = {
            Qualifier.MORE_THAN: Qualifier.LESS_THAN,
            Qualifier.LESS_THAN: Qualifier.MORE_THAN,
            Qualifier.AT_LEAST: Qualifier.AT_MOST,
            Qualifier.AT_MOST: Qualifier.AT_LEAST,
            Qualifier.NEARLY: None,
        }
        return turned.get(self, self)


@dataclass(frozen=True, slots=True)
class Interval:
    """All numbers from `low` to `high`, both included; None is an open end.

    Attributes:
        low: The least value, `Fraction(343, 20)`, or None when nothing bounds it from below.
        high: The greatest value, or None when nothing bounds it from above.
    """

    low: Fraction | None = None
    high: Fraction | None = None

    @staticmethod
    def of(number: Fraction) -> Interval:
        """Return the interval of one number."""
        return Interval(number, number)

    @property
    def is_empty(self) -> bool:
        """Whether no number lies in it."""
        return self.low is not None and self.high is not None and self.low > self.high

    @property
    def width(self) -> Fraction | None:
        """How far its ends lie apart, or None with an open end."""
        return None if self.low is None or self.high is None else self.high - self.low

    @property
    def middle(self) -> Fraction | None:
        """The number half-way between both ends, or None with an open end."""
        return None if self.low is None or self.high is None else (self.low + self.high) / 2

    @property
    def is_unbounded(self) -> bool:
        """Whether both its ends are open."""
        return self.low is None and self.high is None

    @property
    def sign(self) -> int | None:
        """1 or -1 where it lies on one side of 0 (which it may touch), 0 for [0, 0], None where it crosses 0."""
        if self.low == self.high == 0:
            return 0
        if self.low is not None and self.low >= 0:
            return 1
        return -1 if self.high is not None and self.high <= 0 else None

    @property
    def negated(self) -> Interval:
        """Its numbers with their signs reversed."""
        return Interval(None if self.high is None else -self.high, None if self.low is None else -self.low)

    def contains(self, number: Fraction) -> bool:
        """Return whether a number lies in it."""
        return (self.low is None or self.low <= number) and (self.high is None or number <= self.high)

    def within(self, other: Interval) -> bool:
        """Return whether every number of it lies in `other`."""
        low = other.low is None or (self.low is not None and other.low <= self.low)
        high = other.high is None or (self.high is not None and self.high <= other.high)
        return low and high

    def is_below(self, other: Interval) -> bool:
        """Return whether every number of it is less than every number of `other`."""
        return self.high is not None and other.low is not None and self.high < other.low

    def gap(self, other: Interval) -> Fraction:
        """Return how far the nearest ends of two intervals lie apart; 0 where they share a number."""
        ends = ((self.low, other.high), (other.low, self.high))
        return max([Fraction(0), *(low - high for low, high in ends if low is not None and high is not None)])

    def is_apart(self, other: Interval) -> bool:
        """Return whether two intervals, neither of them empty, share no number."""
        return self.is_below(other) or other.is_below(self)

    def meet(self, other: Interval) -> Interval:
        """Return the numbers that lie in both; it may be empty."""
        lows = [end for end in (self.low, other.low) if end is not None]
        highs = [end for end in (self.high, other.high) if end is not None]
        return Interval(max(lows, default=None), min(highs, default=None))

    def scaled(self, factor: Fraction) -> Interval:
        """Return the interval of `factor` times its numbers, for a positive factor."""
        return Interval(
            None if self.low is None else self.low * factor, None if self.high is None else self.high * factor
        )

    def shifted(self, by: Fraction) -> Interval:
        """Return the interval of its numbers plus `by`."""
        return Interval(None if self.low is None else self.low + by, None if self.high is None else self.high + by)

    def minus(self, other: Interval) -> Interval:
        """Return the interval of its numbers less those of `other`."""
        return Interval(
            None if self.low is None or other.high is None else self.low - other.high,
            None if self.high is None or other.low is None else self.high - other.low,
        )

    def over(self, other: Interval) -> Interval | None:
        """Return the least interval of the quotients of two intervals; None unless all is bounded, `other` above 0."""
        if self.low is None or self.high is None or other.low is None or other.high is None or other.low <= 0:
            return None
        quotients = [end / size for end in (self.low, self.high) for size in (other.low, other.high)]
        return Interval(min(quotients), max(quotients))


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
    v = Fraction(value)
    said = _soft(v, step, qualifier) if qualifier.is_soft else _hard(v, step, qualifier)
    if not never_negative:
        return said
    floor = Interval(low=Fraction(0))
    soft = None if said.soft is None else said.soft.meet(floor)
    outer = None if said.outer is None else said.outer.meet(floor)
    return Meaning(said.hard.meet(floor), said.half, soft, outer)


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


def _hard(v: Fraction, step: Decimal | None, qualifier: Qualifier) -> Meaning:
    none = Fraction(0)
    match qualifier:
        case Qualifier.EXACT:
            return Meaning(Interval(v, v), none)
        case Qualifier.MORE_THAN | Qualifier.AT_LEAST:
            return Meaning(Interval(low=v), none)
        case Qualifier.LESS_THAN | Qualifier.AT_MOST:
            return Meaning(Interval(high=v), none)
        case _:
            if step is None or step <= 0:
                raise ValueError(f"a rounded number needs a step above 0, found {step}")
            half = Fraction(step) / 2
            if qualifier is Qualifier.ROUNDED:
                return Meaning(Interval(v - half, v + half), half)
            cut = Interval(v if v > 0 else v - 2 * half, v if v < 0 else v + 2 * half)
            return Meaning(cut, (cut.width or half) / 2)


def _soft(v: Fraction, step: Decimal | None, qualifier: Qualifier) -> Meaning:
    grid = hedge_grid(v) if step is None else Fraction(step)
    if qualifier is Qualifier.ABOUT:
        half = grid / 2
        reach = half * OUTER_HALF_WIDTHS
        return Meaning(Interval(), Fraction(0), Interval(v - half, v + half), Interval(v - reach, v + reach))
    reach = grid / 2 * OUTER_HALF_WIDTHS
    soft = Interval(v - grid, v)
    return Meaning(Interval(high=v), Fraction(0), soft, Interval(v - grid / 2 - reach, v))
