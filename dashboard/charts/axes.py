"""The scales of a figure: where each puts a value, and its ticks, which the figure states itself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor, log10
from typing import Any, Final

from dashboard.wording.phrases import decimals_of
from dashboard.wording.words import Words

_ROUND: Final = (2, 5, 10)
_BEYOND: Final = 0.0001
"""How far beyond its scale a tick may lie, as a part of it."""

Layout = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Scale:
    """A scale of a figure.

    Attributes:
        low, high: The values at its beginning and at its end; `low` is the greater one where it runs backwards.
        begin, end: The places of both: across, in per cent of the room between the margins, from its left; upright, in
            px from the top of the picture.
    """

    low: float
    high: float
    begin: float
    end: float

    def at(self, value: float) -> float:
        """Return the place of a value."""
        return self.begin + (value - self.low) / (self.high - self.low) * (self.end - self.begin)

    def holds(self, value: float) -> bool:
        """Return whether a value lies on it."""
        beyond = abs(self.high - self.low) * _BEYOND
        return min(self.low, self.high) - beyond <= value <= max(self.low, self.high) + beyond


def across(layout: Layout, name: str) -> Scale:
    """Return a scale by its name in a trace: "x2"."""
    axis = layout[f"xaxis{name[1:]}"]
    return Scale(*axis.get("range", (0, 1)), *(100 * end for end in axis.get("domain", (0, 1))))


def upright(layout: Layout, name: str) -> Scale:
    """Return a scale by its name in a trace: "y2"."""
    axis = layout[f"yaxis{name[1:]}"]
    return Scale(*axis.get("range", (0, 1)), *(from_top(layout, end) for end in axis.get("domain", (0, 1))))


def from_top(layout: Layout, part: float) -> float:
    """Return how many px below the top of the picture a part of the height between its margins ends."""
    top, bottom = layout["margin"]["t"], layout["margin"]["b"]
    return float(top + (1 - part) * (layout["height"] - top - bottom))


def amounts(ends: Sequence[float], most: int, words: Words) -> dict[str, Any]:
    """Return range and ticks of a scale from its ends: round numbers, in about `most` steps at most."""
    values = _round_numbers(ends, most, Fraction(0))
    return _stated(ends, values, [words.number(value, decimals_of(value)) for value in values])


def years(ends: Sequence[float], most: int) -> dict[str, Any]:
    """Return range and ticks of a scale of years, which have no sign between their digits."""
    values = _round_numbers(ends, most, Fraction(1))
    return _stated(ends, values, [str(value) for value in values])


def _stated(ends: Sequence[float], values: Sequence[Fraction], texts: Sequence[str]) -> dict[str, Any]:
    return {"range": list(ends), "tickvals": [float(value) for value in values], "ticktext": list(texts)}


def _round_numbers(ends: Sequence[float], most: int, least: Fraction) -> list[Fraction]:
    """Return the multiples of a round step that lie on a scale; the step is at least `least`."""
    low, high = sorted(ends)
    rough, beyond = (high - low) / most, (high - low) * _BEYOND
    base = Fraction(10) ** floor(log10(rough))
    step = max(base * next(number for number in _ROUND if rough <= base * number), least)
    return [number * step for number in range(ceil((low - beyond) / step), floor((high + beyond) / step) + 1)]
