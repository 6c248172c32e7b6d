"""A chart as a picture that can leave the page: title, sentence, reading note and source are part of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from textwrap import wrap
from types import MappingProxyType
from typing import Any, Final

from dashboard.charts.chart import Chart
from dashboard.charts.look import DARK, LIGHT, SMALL, fitted, literal, note
from dashboard.charts.look import dark as in_dark
from dashboard.charts.stretch import stretched
from dashboard.values.errors import QuestionError
from dashboard.values.message import Message

EDGE: Final = 24
TITLE: Final = 21
SENTENCE: Final = 15
LINE_HEIGHT: Final = 1.35
LETTER: Final = 0.48
BOLD: Final = 1.15
"""Width of a letter as a part of its size, on average, and how much wider a bold one is; for breaking lines."""


SHAPES: Final = MappingProxyType({"wide": (1200, 675), "square": (1080, 1080), "portrait": (1080, 1350)})
"""Width and height in px of the shapes that publications and networks ask for."""

LEAST: Final = MappingProxyType({"wide": 800, "square": 540, "portrait": 540})
"""The px that a chart of a shape is at least as wide as where it is laid out. The picture is that enlarged, since in a
narrow column or on a phone its words would be too small to read."""

STEP: Final = 20


@dataclass(frozen=True, slots=True)
class Picture:
    """A figure that can leave the page.

    Attributes:
        figure: As plotly draws it, laid out in the px of a page.
        width, height: The size of the file, in px, where it is not enlarged.
    """

    figure: dict[str, Any]
    width: int
    height: int


def shaped(chart: Chart, shape: str, foot: Sequence[str] = (), *, dark: bool = False) -> Picture:
    """Return a chart laid out for a shape of SHAPES; one that needs more room gets it on both sides.

    Raises:
        QuestionError: There is no such shape.
    """
    if shape not in SHAPES:
        raise QuestionError(Message('there is no shape "{0}"; there are {1}', shape, ", ".join(SHAPES)))
    wide, high = SHAPES[shape]
    width = LEAST[shape]
    while _needed(chart, width, foot) > width * high // wide:
        width += STEP
    height = width * high // wide
    size = (wide, high) if width <= wide else (width, height)
    return Picture(export_figure(chart, width, height, dark, foot), *size)


def as_on_page(chart: Chart, width: int, foot: Sequence[str] = (), *, dark: bool = False) -> Picture:
    """Return a chart drawn as it is in a place on the page that is so many px wide."""
    figure = export_figure(chart, width + 2 * EDGE, None, dark, foot)
    return Picture(figure, figure["layout"]["width"], figure["layout"]["height"])


def _needed(chart: Chart, width: int, foot: Sequence[str]) -> int:
    """Return how high a picture has to be for a chart and all that stands around it."""
    head, below = _room(_texts(chart, width, foot))
    return int(chart.figure["layout"]["height"]) + head + below


def export_figure(
    chart: Chart, width: int, height: int | None = None, dark: bool = False, extra: Sequence[str] = ()
) -> dict[str, Any]:
    """Return the figure of a width, with everything that stands around it on the page inside.

    It is as high as it needs, or `height` where that is more. `extra` are lines below the source.
    """
    texts = _texts(chart, width, extra)
    title, said, foot = texts
    head, below = _room(texts)
    more = max(0, (height or 0) - chart.figure["layout"]["height"] - head - below)
    figure = fitted(chart.figure, width - 2 * EDGE)
    figure = stretched(figure, more) if more else figure
    figure, palette = (in_dark(figure), DARK) if dark else (figure, LIGHT)
    old, margin = figure["layout"], figure["layout"]["margin"]
    sides = {"l": margin["l"] + EDGE, "r": margin["r"] + EDGE, "t": margin["t"] + head, "b": margin["b"] + below}
    top = sides["t"] - EDGE
    written = [
        _text([f"<b>{'<br>'.join(title)}</b>"], TITLE, palette.ink, (1, top), margin),
        _text(said, SENTENCE, palette.ink, (1, top - _high(title, TITLE)), margin),
        _text(foot, SMALL, palette.soft, (0, -margin["b"] - SMALL), margin),
    ]
    layout = {"width": width, "height": old["height"] + head + below, "autosize": False}
    layout |= {"paper_bgcolor": palette.paper, "margin": margin | sides}
    traces = [
        trace | {"uid": str(at)} for at, trace in enumerate(figure["data"])
    ]  # else plotly makes up others each time
    return {"data": traces, "layout": old | layout | {"annotations": [*old.get("annotations", ()), *written]}}


Texts = tuple[list[str], list[str], list[str]]
"""The lines of title, sentence and foot."""


def _texts(chart: Chart, width: int, extra: Sequence[str]) -> Texts:
    room = width - 2 * EDGE
    title, said = broken(chart.title, room / BOLD, TITLE), broken(chart.sentence, room, SENTENCE)
    foot = [line for text in (chart.note, chart.source, *extra) for line in broken(text, room, SMALL)]
    return list(map(literal, title)), list(map(literal, said)), list(map(literal, foot))


def _room(texts: Texts) -> tuple[int, int]:
    """Return the px above and below a chart that its texts take, edges included."""
    title, said, foot = texts
    return EDGE + _high(title, TITLE) + _high(said, SENTENCE) + SMALL, _high(foot, SMALL) + SMALL + EDGE


def broken(text: str, room: float, size: int) -> list[str]:
    """Return a text in lines that fit a room in px; a longer word, such as an address, goes on in the next line."""
    longest, lines = int(room / (size * LETTER)), list[str]()
    for word in (part for whole in text.split(" ") for part in wrap(whole, longest, break_on_hyphens=False)):
        if lines and len(lines[-1]) + 1 + len(word) <= longest:
            lines[-1] = f"{lines[-1]} {word}"
        else:
            lines.append(word)
    return lines


def _high(lines: list[str], size: int) -> int:
    return round(len(lines) * size * LINE_HEIGHT)


def _text(lines: list[str], size: int, color: str, place: tuple[int, int], margin: dict[str, int]) -> dict[str, Any]:
    """Return lines of text at the left edge; `place` is the height in parts of the plot, and px above that."""
    at = {"xref": "paper", "yref": "paper", "x": 0, "y": place[0], "xanchor": "left", "yanchor": "top"}
    return note("<br>".join(lines), font={"size": size, "color": color}, xshift=-margin["l"], yshift=place[1], **at)
