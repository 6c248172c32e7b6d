"""A chart as a picture that can leave the page: title, sentence, reading note and source are part of it."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil
from types import MappingProxyType
from typing import Any, Final

from dashboard.charts.chart import Chart
from dashboard.charts.template import DARK, LIGHT, SMALL, note
from dashboard.charts.template import dark as in_dark

EDGE: Final = 24
TITLE: Final = 21
SENTENCE: Final = 15
LINE_HEIGHT: Final = 1.35
LETTER: Final = 0.53
BOLD: Final = 1.15
"""Width of a letter as a part of its size, on average, and how much wider a bold one is; for breaking lines."""


SHAPES: Final = MappingProxyType({"wide": (1200, 675), "square": (1080, 1080), "portrait": (1080, 1350)})
"""Width and height in px of the shapes that publications and networks ask for."""


def shaped(chart: Chart, shape: str, foot: Sequence[str] = (), *, dark: bool = False) -> dict[str, Any]:
    """Return the figure in a shape of SHAPES; one that needs more room gets it on both sides and keeps the shape."""
    wide, high = SHAPES[shape]
    width, height = wide, high
    while (needed := (figure := export_figure(chart, width, height, dark, foot))["layout"]["height"]) > height:
        width, height = ceil(needed * wide / high), needed
    return figure


def export_figure(
    chart: Chart, width: int, height: int | None = None, dark: bool = False, extra: Sequence[str] = ()
) -> dict[str, Any]:
    """Return the figure of a width, with everything that stands around it on the page inside.

    It is as high as it needs, or `height` where that is more. `extra` are lines below the source.
    """
    figure = in_dark(chart.figure) if dark else chart.figure
    palette, room = DARK if dark else LIGHT, width - 2 * EDGE
    title, said = broken(chart.title, room / BOLD, TITLE), broken(chart.sentence, room, SENTENCE)
    foot = [line for text in (chart.note, chart.source, *extra) for line in broken(text, room, SMALL)]
    head = EDGE + _high(title, TITLE) + _high(said, SENTENCE) + SMALL
    below = _high(foot, SMALL) + SMALL + EDGE
    old, margin = figure["layout"], figure["layout"]["margin"]
    sides = {"l": margin["l"] + EDGE, "r": margin["r"] + EDGE, "t": margin["t"] + head, "b": margin["b"] + below}
    top = sides["t"] - EDGE
    texts = [
        _text([f"<b>{'<br>'.join(title)}</b>"], TITLE, palette.ink, (1, top), margin),
        _text(said, SENTENCE, palette.ink, (1, top - _high(title, TITLE)), margin),
        _text(foot, SMALL, palette.soft, (0, -margin["b"] - SMALL), margin),
    ]
    layout = {"width": width, "height": max(height or 0, old["height"] + head + below), "autosize": False}
    layout |= {"paper_bgcolor": palette.paper, "margin": margin | sides}
    return {"data": figure["data"], "layout": old | layout | {"annotations": [*old.get("annotations", ()), *texts]}}


def broken(text: str, room: float, size: int) -> list[str]:
    """Return a text in lines that fit a room in px."""
    longest, lines = int(room / (size * LETTER)), list[str]()
    for word in text.split(" "):
        if lines and len(lines[-1]) + 1 + len(word) <= longest:
            lines[-1] = f"{lines[-1]} {word}"
        elif word:
            lines.append(word)
    return lines


def _high(lines: list[str], size: int) -> int:
    return round(len(lines) * size * LINE_HEIGHT)


def _text(lines: list[str], size: int, color: str, place: tuple[int, int], margin: dict[str, int]) -> dict[str, Any]:
    """Return lines of text at the left edge; `place` is the height in parts of the plot, and px above that."""
    at = {"xref": "paper", "yref": "paper", "x": 0, "y": place[0], "xanchor": "left", "yanchor": "top"}
    return note("<br>".join(lines), font={"size": size, "color": color}, xshift=-margin["l"], yshift=place[1], **at)
