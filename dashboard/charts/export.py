"""A chart as a picture that can leave the page: title, sentence, reading note and source are part of it."""

from __future__ import annotations

from typing import Any, Final

from dashboard.charts.chart import Chart
from dashboard.charts.template import DARK, LIGHT, SMALL
from dashboard.charts.template import dark as in_dark

EDGE: Final = 24
TITLE: Final = 21
SENTENCE: Final = 15
LINE_HEIGHT: Final = 1.35
LETTER: Final = 0.53
"""Width of a letter as a part of its size, on average, for breaking lines."""


def export_figure(chart: Chart, width: int, height: int | None = None, dark: bool = False) -> dict[str, Any]:
    """Return the figure of a width, with everything that stands around it on the page inside.

    It is as high as it needs, or `height` where that is more.
    """
    figure = in_dark(chart.figure) if dark else chart.figure
    palette, room = DARK if dark else LIGHT, width - 2 * EDGE
    title, said = broken(chart.title, room, TITLE), broken(chart.sentence, room, SENTENCE)
    foot = [*broken(chart.note, room, SMALL), *broken(chart.source, room, SMALL)]
    head = EDGE + _high(title, TITLE) + _high(said, SENTENCE) + SMALL
    below = _high(foot, SMALL) + SMALL + EDGE
    old, margin = figure["layout"], figure["layout"]["margin"]
    full = max(height or 0, old["height"] + head + below)
    layout = old | {
        "width": width,
        "height": full,
        "autosize": False,
        "paper_bgcolor": palette.paper,
        "margin": margin
        | {"l": margin["l"] + EDGE, "r": margin["r"] + EDGE, "t": margin["t"] + head, "b": margin["b"] + below},
        "title": _title(title, said, palette.ink, EDGE / width, 1 - EDGE / full),
        "annotations": [*old.get("annotations", ()), _foot(foot, palette.soft, margin)],
    }
    return {"data": figure["data"], "layout": layout}


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


def _title(title: list[str], said: list[str], ink: str, x: float, y: float) -> dict[str, Any]:
    sentence = f'<span style="font-size:{SENTENCE}px">{"<br>".join(said)}</span>'
    return {
        "text": "<br>".join([f"<b>{'<br>'.join(title)}</b>", sentence]),
        "font": {"size": TITLE, "color": ink},
        "xref": "container",
        "yref": "container",
        "x": x,
        "y": y,
        "xanchor": "left",
        "yanchor": "top",
        "automargin": False,
    }


def _foot(lines: list[str], soft: str, margin: dict[str, int]) -> dict[str, Any]:
    return {
        "text": "<br>".join(lines),
        "font": {"size": SMALL, "color": soft},
        "showarrow": False,
        "align": "left",
        "xref": "paper",
        "yref": "paper",
        "x": 0,
        "y": 0,
        "xanchor": "left",
        "yanchor": "top",
        "xshift": -margin["l"],
        "yshift": -margin["b"] - SMALL,
    }
