"""A conflict as a picture: a number line with what the others allow, what the row stands for, and the gap between them.

The scale is even. The gap is in its middle and takes a ninth of the line or more: an interval that
would need more room is cut where the line ends, and one without an end there runs out of it.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from dashboard.judging.dispute import Dispute
from dashboard.values.interval import Interval
from dashboard.wording.sentences import Sides

NARROWEST: Final = Fraction(3, 4)
WIDEST: Final = Fraction(4)
"""How much of the line is shown to each side of the gap, in widths of the gap."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """One of the two intervals.

    Attributes:
        kind: "allowed" by the others, or "said" by the row.
        who, said: Who allows or says it, and the interval, in words.
        start, width: Where it lies on the line, in % of it.
        is_cut: Whether it goes on beyond the line.
        is_open: Whether it has no end there.
    """

    kind: str
    who: str
    said: str
    start: float
    width: float
    is_cut: bool
    is_open: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """A conflict to draw; `start` and `width` are those of the gap, in % of the line.

    Attributes:
        said: How far they are apart, in words.
        spoken: The picture in words.
    """

    left: Span
    right: Span
    start: float
    width: float
    said: str
    spoken: str


def gap_of(found: Dispute, sides: Sides) -> Gap:
    """Return the picture of a row that lies apart from what the others allow, with the words of its sides."""
    allowed, said = found.allowed.interval, found.said
    is_above = allowed.is_below(said)
    below, above = (allowed, said) if is_above else (said, allowed)
    low, high = below.high or Fraction(0), above.low or Fraction(0)
    gap, widths = high - low, [width for width in (below.width, above.width) if width is not None]
    reach = min(max(NARROWEST * gap, *widths, gap if len(widths) < 2 else Fraction(0)), WIDEST * gap)
    line = Interval(low - reach, high + reach)
    names = [("allowed", sides.who_allows, sides.allowed), ("said", sides.who_says, sides.said)]
    left, right = names if is_above else names[::-1]
    spoken = f"{' '.join(left[1:])}; {' '.join(right[1:])}; {sides.gap}"
    return Gap(
        left=_span(left, below, line),
        right=_span(right, above, line),
        start=_per_cent(reach, line),
        width=_per_cent(gap, line),
        said=sides.gap,
        spoken=spoken,
    )


def _span(name: tuple[str, str, str], of: Interval, line: Interval) -> Span:
    shown = of.meet(line)
    start = _per_cent((shown.low or Fraction(0)) - (line.low or Fraction(0)), line)
    width = _per_cent(shown.width or Fraction(0), line)
    kind, who, said = name
    is_cut, is_open = shown != of, of.width is None
    return Span(kind=kind, who=who, said=said, start=start, width=width, is_cut=is_cut, is_open=is_open)


def _per_cent(part: Fraction, line: Interval) -> float:
    return round(float(100 * part / (line.width or 1)), 2)
