"""A figure made higher: its panels grow, what stands between them keeps its height, and bars stay bars."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise
from math import sqrt
from typing import Any, Final

_FATTER: Final = 1.6
"""How much thicker a bar may become before it grows less than the room for it."""


def stretched(figure: Mapping[str, Any], more: float) -> dict[str, Any]:
    """Return a figure that is `more` px higher, none of it between its panels."""
    layout = figure["layout"]
    before = layout["height"] - layout["margin"]["t"] - layout["margin"]["b"]
    panels = _panels(layout)
    inside = sum(high - low for low, high in panels) * before
    growth = (inside + more) / inside
    knots = [0.0, *(end for panel in panels for end in panel), 1.0]
    places = [0.0]
    for at, (low, high) in enumerate(pairwise(knots)):
        places.append(places[-1] + (high - low) * before * (growth if at % 2 else 1))

    def moved(place: float) -> float:
        at = min(bisect_right(knots, place), len(knots) - 1) - 1
        scale = (places[at + 1] - places[at]) / ((knots[at + 1] - knots[at]) or 1)
        return (places[at] + (place - knots[at]) * scale) / places[-1]

    axes = {key: axis | {"domain": [*map(moved, axis["domain"])]} for key, axis in layout.items() if _has(key, axis)}
    notes = [_at(note, ("y",), moved) for note in layout.get("annotations", ())]
    lines = [_at(line, ("y0", "y1"), moved) for line in layout.get("shapes", ())]
    placed = {"height": layout["height"] + more, "annotations": notes, "shapes": lines}
    return {"data": [_thinner(trace, growth) for trace in figure["data"]], "layout": layout | axes | placed}


def _has(key: str, value: Any) -> bool:  # noqa: ANN401 - plotly's own tree of settings
    return key.startswith("yaxis") and "domain" in value


def _panels(layout: Mapping[str, Any]) -> list[tuple[float, float]]:
    """Return the lower and upper ends of the panels from below, in parts of the whole height."""
    found = {tuple(value["domain"]) for key, value in layout.items() if _has(key, value)}
    return sorted(found) or [(0.0, 1.0)]


def _at(thing: Mapping[str, Any], ends: Sequence[str], moved: Callable[[float], float]) -> dict[str, Any]:
    """Return a note or a line where it belongs now; one that is placed by its own axis is there already."""
    return {**thing, **{end: moved(thing[end]) for end in ends if thing.get("yref") == "paper"}}


def _thinner(trace: Mapping[str, Any], growth: float) -> dict[str, Any]:
    """Return a trace whose bars, where it has any, are no thicker than they can be."""
    width, less = trace.get("width"), min(1.0, sqrt(_FATTER / growth))
    return {**trace, "width": width * less} if isinstance(width, float) else dict(trace)
