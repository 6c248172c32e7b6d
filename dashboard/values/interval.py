"""Closed intervals of exact numbers, and their arithmetic."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction


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
