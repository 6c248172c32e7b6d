"""What the checks found, one finding for each comparison that could be made, on five levels.

    row           a row by itself: its value is a multiple of its step
    source        the rows of one source against each other: a contradiction is an error in print, or in our copy
    reporter      sources of the same reporter: a disagreement is a revision or another count, not a misprint
    mirror        the partner's count of the same flow: never a contradiction, always a gap
    plausibility  what may be true but is odd

A finding compares what is `stated` with what other rows `allow`; both are exact intervals in bn, %, percentage points
or times, so the arithmetic of every finding can be printed.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import Final

from dashboard.bounds.quantity import Quantity
from dashboard.bounds.verdict import Verdict
from dashboard.values.interval import Interval
from dashboard.values.measure import Measure
from dashboard.values.observation import Block


class Level(StrEnum):
    """How far apart the compared rows are, as the module's docstring lists."""

    ROW = "row"
    SOURCE = "source"
    REPORTER = "reporter"
    MIRROR = "mirror"
    PLAUSIBILITY = "plausibility"


class Rule(StrEnum):
    """What is compared with what.

    PRECISION: a value against its own step. SUM: turnover against exports + imports. BALANCE: balance against
    exports - imports. GROWTH: a level against its base and its growth, factor or change. PARTS: the growth of
    turnover against that of exports and imports. SHARE: a share against the levels. NESTING: a period against
    periods inside it. HEDGE: a soft number against what the hard ones allow. SOURCES: what two sources of one
    reporter allow for the same flow. PARTNER: a flow against the partner's count of it. COUNT: a number that fits
    the partner's count but not its own reporter's, consistent where a hedge reaches that. PACE: the months that
    remain of a longer period against the months reported.
    """

    PRECISION = "precision"
    SUM = "sum"
    BALANCE = "balance"
    GROWTH = "growth"
    PARTS = "parts"
    SHARE = "share"
    NESTING = "nesting"
    HEDGE = "hedge"
    SOURCES = "sources"
    PARTNER = "partner"
    COUNT = "count"
    PACE = "pace"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One comparison and how it ended.

    Attributes:
        sources: The ids of the sources compared: the one that states first, then the others.
        block: The block of the stated quantity.
        stated, allowed: The two intervals compared, in the unit of `quantity`.
        lines: The rows compared: the stating one first.
    """

    level: Level
    rule: Rule
    verdict: Verdict
    sources: tuple[str, ...]
    block: Block
    quantity: Quantity
    stated: Interval
    allowed: Interval
    lines: tuple[int, ...]

    @property
    def gap(self) -> Interval | None:
        """What is missing between them, `[0.3, 0.3]` where they are apart by 0.3; None where they overlap.

        Of two countries' counts it is what the one has more, as an interval.
        """
        if self.rule is Rule.PARTNER:
            return self.stated.minus(self.allowed)
        return Interval.of(self.stated.gap(self.allowed)) if self.stated.is_apart(self.allowed) else None

    @property
    def relative(self) -> Interval | None:
        """The gap in % of `allowed`; None where that has no meaning."""
        if self.gap is None or self.rule in _NOT_RELATIVE or self.quantity.measure is not Measure.LEVEL:
            return None
        part = self.gap.over(self.allowed)
        return None if part is None else part.scaled(Fraction(100))


_NOT_RELATIVE: Final = (Rule.PRECISION, Rule.COUNT, Rule.PACE)
