"""Where plotly puts what a figure holds: its scales, their ticks, and what is written at these.

Follows plotly.js 4.1 (src/plots/cartesian: axes.js, set_convert.js) as far as the charts use it: straight scales with
both ends given, ticks that are listed or at most `nticks` round numbers. A test in the browser holds both to the pixel.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import ceil, floor, log10
from typing import Any, Final

_ROUND: Final = (2, 5, 10)
_BEYOND: Final = 0.0001
"""How far beyond its scale a tick may lie, as a part of it."""

_MOST_TICKS: Final = 6

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


def ticks(axis: Mapping[str, Any], scale: Scale, separators: str) -> tuple[tuple[float, str], ...]:
    """Return the value of each tick on a scale and what is written at it; `separators`: of decimals, of thousands."""
    if "tickvals" in axis:
        listed = zip(axis["tickvals"], axis["ticktext"], strict=True)
        return tuple((value, text) for value, text in listed if scale.holds(value))
    step = _step(abs(scale.high - scale.low) / axis.get("nticks", _MOST_TICKS))
    first, last = sorted((scale.low / step, scale.high / step))
    values = [number * step for number in range(ceil(first) - 1, floor(last) + 2) if scale.holds(number * step)]
    return tuple((value, _written(value, step, axis, separators)) for value in values)


def _step(rough: float) -> float:
    """Return the least round number that is not less than a rough one."""
    base = 10.0 ** floor(log10(rough))
    return base * next(number for number in _ROUND if rough / base <= number)


def _written(value: float, step: float, axis: Mapping[str, Any], separators: str) -> str:
    if axis.get("tickformat") == "d":
        return str(round(value))
    text = f"{abs(value):,.{max(2 - floor(log10(step)), 0)}f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    sign = "" if value >= 0 or text == "0" else "\N{MINUS SIGN}"
    return sign + text.translate(str.maketrans(".,", separators))
