"""Numbers written at the marks of a panel, as many as find room: the ends of each series first, then the latest.

One picture is shown in every width, so a number is written only where it is free from a phone to a wide screen.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from dashboard.charts.template import SMALL, text_width

WIDTHS: Final = (280, 340, 420, 520, 640, 760)
"""How many px a panel is wide, from a phone to a wide screen."""

HALF: Final = 6
"""Half of a mark in px."""

LINE: Final = 16
GAP: Final = 3
LONGEST: Final = 12
"""How many letters a number has at most that is written at a mark."""

OUTSIDE: Final = 10
"""How far a number may reach beyond the right side of its panel in px; beyond the left one the scale is written."""

Box = tuple[float, float, float, float]
"""Left, right, lower and upper edge in px."""

Boxes = tuple[Box, ...]
"""The same room in each of WIDTHS."""


@dataclass(frozen=True, slots=True)
class Labelled:
    """A mark in a panel and what may be written at it.

    Attributes:
        x: Its place between the sides of the panel, 0 to 1.
        y: Its place in px from below.
        low, high: How far its interval or its triangle reaches below and above in px.
        text: "34.5".
        series: Whose it is: the last, greatest, least and first of each series come first.
    """

    x: float
    y: float
    low: float
    high: float
    text: str
    series: str

    @property
    def boxes(self) -> Boxes:
        """The room that the mark takes itself."""
        low, high = self.y - max(HALF, self.low), self.y + max(HALF, self.high)
        return tuple((self.x * width - HALF, self.x * width + HALF, low, high) for width in WIDTHS)

    def beside(self) -> Iterable[tuple[str, Boxes]]:
        """Yield the places for its text, the best first, each as plotly calls it and with its room."""
        half, over = text_width(self.text, SMALL) / 2, GAP + HALF
        for name, aside, below in (
            ("top center", 0.0, over),
            ("bottom center", 0.0, -over - LINE),
            ("middle right", over + half, -LINE / 2),
            ("middle left", -over - half, -LINE / 2),
        ):
            low = self.y + below
            middles = (self.x * width + aside for width in WIDTHS)
            yield name, tuple((middle - half, middle + half, low, low + LINE) for middle in middles)


def with_room(found: Sequence[Labelled], height: float) -> dict[int, str]:
    """Return where each text stands that finds room in a panel of a height in px: which of the marks, which side."""
    taken = [one.boxes for one in found]
    shown: dict[int, str] = {}
    for at in _order(found):
        for side, boxes in found[at].beside():
            if _is_inside(boxes, height) and not any(_meet(boxes, other) for other in taken):
                shown[at] = side
                taken.append(boxes)
                break
    return shown


def _order(found: Sequence[Labelled]) -> list[int]:
    """Return the marks in the order in which they are served."""
    first: list[int] = []
    for series in dict.fromkeys(one.series for one in found):
        of_series = [at for at, one in enumerate(found) if one.series == series]
        by_time, by_height = (sorted(of_series, key=key) for key in (lambda at: found[at].x, lambda at: found[at].y))
        first += [by_time[-1], by_height[-1], by_height[0], by_time[0]]
    rest = sorted(range(len(found)), key=lambda at: -found[at].x)
    return [at for at in dict.fromkeys([*first, *rest]) if len(found[at].text) <= LONGEST]


def _is_inside(boxes: Boxes, height: float) -> bool:
    sides = zip(boxes, WIDTHS, strict=True)
    return all(
        left >= 0 and right <= width + OUTSIDE and low >= 0 and high <= height + LINE
        for (left, right, low, high), width in sides
    )


def _meet(one: Boxes, other: Boxes) -> bool:
    return any(a[0] < b[1] and b[0] < a[1] and a[2] < b[3] and b[2] < a[3] for a, b in zip(one, other, strict=True))
