"""What one mark of a chart stands for: a number, its interval, who said it or what it follows from.

A number is drawn where the rows tell something about it (`metrics.tells`); a level that is known from below alone is
drawn with an open end.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from fractions import Fraction
from typing import Final

from dashboard.judging.judgement import Judgement
from dashboard.judging.metrics import Metric, tells
from dashboard.values.interval import Interval
from dashboard.values.measure import Flow
from dashboard.values.observation import Observation
from dashboard.values.period import Period
from dashboard.wording import phrases
from dashboard.wording.words import Words

DIGITS: Final = 4
"""How many digits a number at a mark has at most; its card and its table have all."""


class Kind(StrEnum):
    """How a number came about: printed, printed with "about" or "nearly", or worked out."""

    REPORTED = "reported"
    SOFT = "soft"
    DERIVED = "derived"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """One number to draw.

    Attributes:
        key: Names the number within its source: "level:exports:2022-01/2022-10".
        interval: In % or percentage points, or in the chart's unit of money; an end may be open.
        at: The printed number, or the middle of the interval; its known end where the other is open.
        row: The row that prints it, None for a derived number.
        lines: The lines of observations.csv that it rests on.
        per_bn: How many of the chart's unit of money are a bn; 1 for percentages.
        is_mirrored: Whether `interval` and `at` have their signs reversed against what the source says.
    """

    key: str
    kind: Kind
    flow: Flow
    period: Period
    interval: Interval
    at: Fraction
    row: Observation | None
    lines: tuple[int, ...]
    source: str
    per_bn: Fraction = Fraction(1)
    is_mirrored: bool = False

    @property
    def is_open(self) -> bool:
        """Whether the interval has an open end."""
        return self.interval.width is None

    @property
    def reach(self) -> tuple[float, float]:
        """How far the interval reaches below and above `at`; 0 towards an open end."""
        low, high = self.interval.low, self.interval.high
        return (float(self.at - low) if low is not None else 0.0, float(high - self.at) if high is not None else 0.0)

    @property
    def ends(self) -> tuple[float | None, float | None]:
        """Both ends as plain numbers."""
        low, high = self.interval.low, self.interval.high
        return (None if low is None else float(low), None if high is None else float(high))

    @property
    def mirrored(self) -> Mark:
        """The same with its sign reversed: a balance seen from the other side, the size of a fall; twice is itself."""
        return replace(self, interval=self.interval.negated, at=-self.at, is_mirrored=not self.is_mirrored)

    @property
    def as_counted(self) -> Mark:
        """The number with the sign that its source gives it."""
        return self.mirrored if self.is_mirrored else self

    def says(self, words: Words) -> str:
        """Return its number without a unit: as printed, "about 40", or as the range that follows, "18.7 to 18.8"."""
        return self._printed(words) or words.range(self.interval, words.decimals_for(self.interval, self.per_bn))

    def brief(self, words: Words) -> str:
        """Return its number for little room: "about 40", "18.7–18.8", "−0.2 … 0.0", "≥ 18.7"."""
        return self._printed(words) or shortened(self.interval, words, self.per_bn)

    def label(self, words: Words) -> str:
        """Return its number as it is written at a mark: as `brief`, one without a hedge in four digits at most."""
        if self.row is None or not self.row.qualifier.is_bounded or self.row.qualifier.hedge.is_from_zero:
            return self.brief(words)
        whole = len(str(abs(int(self.at)))) if abs(self.at) >= 1 else 0
        shown = decimals(self.row, self.per_bn)
        return words.number(self.at, min(shown, max(DIGITS - whole, 0)) if whole else shown)

    def says_in(self, unit: str, words: Words) -> str:
        """Return its number with a unit: "USD 34.5 bn", "about USD 40 bn", "at least USD 18.7 bn"."""
        return self._printed(words, unit) or words.in_unit(self.interval, unit, per_bn=self.per_bn)

    def _printed(self, words: Words, unit: str = "") -> str:
        """Return the printed number with its hedge; "" where there is none, or no hedge for its sign reversed."""
        if self.row is None:
            return ""
        hedge = self.row.qualifier.negated if self.is_mirrored else self.row.qualifier
        number = words.number(self.at, decimals(self.row, self.per_bn))
        if hedge is None:
            return ""
        number = words.with_unit(number, unit, hedge) if unit else number
        return phrases.hedged(hedge, number, phrases.PHRASES[words.language].amount)


def shortened(
    interval: Interval,
    words: Words,
    per_bn: Fraction = Fraction(1),
    decimals: int | None = None,
    *,
    signed: bool = False,
) -> str:
    """Return an interval in signs: "18.7–18.8", "−0.2 … 0.0", "≥ 18.7"; with `signed`, "+18.7 … +18.8"."""
    shown = words.decimals_for(interval, per_bn) if decimals is None else decimals
    low, high = words.ends(interval, shown, signed)
    if not (low and high):
        return f"≥\u00a0{low}" if low else f"≤\u00a0{high}"
    if low == high:
        return low
    is_plain = interval.low is not None and interval.low >= 0 and not signed
    return f"{low}–{high}" if is_plain else f"{low} … {high}"


def ends_in_words(interval: Interval, words: Words, per_bn: Fraction = Fraction(1)) -> tuple[str, str]:
    """Return both ends of an interval as a language writes them, an open one as ""."""
    return words.ends(interval, words.decimals_for(interval, per_bn))


def hedged(row: Observation, written: str, words: Words) -> str:
    """Return a number already written with the hedge that a row prints before it."""
    return phrases.hedged(row.qualifier, written, phrases.PHRASES[words.language].amount)


def decimals(row: Observation, per_bn: Fraction = Fraction(1)) -> int:
    """Return how many decimals a row's number has in bn, % or times: 4 for 38607.6 USD mn."""
    shown, scale = row.decimals, row.unit.scale * per_bn
    while scale < 1:
        scale, shown = scale * 10, shown + 1
    while scale > 1 and shown > 0:
        scale, shown = scale / 10, shown - 1
    return shown


def marks(
    found: Iterable[Metric], judgement: Judgement, source: str, per_bn: Fraction = Fraction(1)
) -> tuple[Mark, ...]:
    """Return the marks of some metrics, without those that say nothing; amounts in a unit that is a part of a bn."""
    return tuple(_mark(metric, source, per_bn) for metric in found if tells(metric, judgement.rows))


def closed(found: Iterable[Mark]) -> tuple[Mark, ...]:
    """Return the marks without derived ones of open end: beside another count, "at least" of a sum says too little."""
    return tuple(mark for mark in found if mark.row is not None or not mark.is_open)


def _mark(metric: Metric, source: str, per_bn: Fraction) -> Mark:
    quantity, scale = metric.quantity, per_bn if metric.quantity.measure.is_money else Fraction(1)
    interval = metric.interval.scaled(scale)
    row = metric.reported[0] if metric.reported else None
    places = (metric.estimate, metric.interval.low, metric.interval.high)
    known = next((at for at in places if at is not None), Fraction(0))
    kind = Kind.DERIVED if row is None else Kind.SOFT if row.qualifier.is_soft else Kind.REPORTED
    key = f"{quantity.measure}:{quantity.flow}:{quantity.period}"
    return Mark(
        key=key,
        kind=kind,
        flow=quantity.flow,
        period=quantity.period,
        interval=interval,
        at=known * scale,
        row=row,
        lines=metric.lines,
        source=source,
        per_bn=scale,
    )
