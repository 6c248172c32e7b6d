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

from dashboard.bounds.quantity import Quantity
from dashboard.bounds.verdict import Verdict
from dashboard.values.interval import Interval
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


@dataclass(frozen=True, slots=True)
class Finding:
    """One comparison and how it ended.

    Attributes:
        sources: The ids of the sources compared: the one that states first, then the others.
        block: The block of the stated quantity.
        stated, allowed: The two intervals compared, in the unit of `quantity`.
        gap: What is missing between them, `[0.3, 0.3]` where they are apart by 0.3; for PARTNER stated minus allowed
            as an interval; None where they overlap.
        relative: The gap in % of `allowed`, None where that has no meaning.
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
    gap: Interval | None
    relative: Interval | None
    lines: tuple[int, ...]
