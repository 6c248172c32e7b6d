"""Panels one above the other: where each stands in the picture, what its axes are called, what is written above it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from dashboard.charts.look import LIGHT, SMALL, note

TITLE: Final = 26
"""What a title of one line above a panel takes in px."""


@dataclass(frozen=True, slots=True)
class Place:
    """The place of a panel.

    Attributes:
        suffix: What plotly tells its axes from others by: "", "2", "3".
        top: The upper edge of its title from below, in parts of the height of all.
        domain: The ends of its plot, likewise.
    """

    suffix: str
    top: float
    domain: tuple[float, float]

    def put(self, made: dict[str, Any], across: dict[str, Any], upright: dict[str, Any]) -> None:
        """Add its two axes to a layout."""
        made[f"xaxis{self.suffix}"] = across | {"anchor": f"y{self.suffix}"}
        made[f"yaxis{self.suffix}"] = upright | {"anchor": f"x{self.suffix}", "domain": list(self.domain)}

    def title(self, text: str, left: int) -> dict[str, Any]:
        """Return what stands above it, at the edge of a picture with so many px to the left of its plots."""
        place = {"xref": "paper", "yref": "paper", "x": 0, "y": self.top, "xanchor": "left", "yanchor": "top"}
        return note(text, font={"size": SMALL, "color": LIGHT.soft}, xshift=-left, **place)

    def drawn(self, traces: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
        """Return traces as they are drawn on its axes."""
        return [trace | {"xaxis": f"x{self.suffix}", "yaxis": f"y{self.suffix}"} for trace in traces]


def stacked(heights: Sequence[tuple[int, int]], scale: int, between: int = 0) -> tuple[tuple[Place, ...], int]:
    """Return the places of panels, from top to bottom, and the height of all, in px.

    Args:
        heights: What the title and the plot of each panel take.
        scale: What the scale below each of them takes.
        between: What is left free between two.
    """
    total = sum(title + plot + scale for title, plot in heights) + between * (len(heights) - 1)
    places, top = [], 0
    for number, (title, plot) in enumerate(heights, 1):
        domain = (max(1 - (top + title + plot) / total, 0.0), 1 - (top + title) / total)
        places.append(Place("" if number == 1 else str(number), 1 - top / total, domain))
        top += title + plot + scale + between
    return tuple(places), total
