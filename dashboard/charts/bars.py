"""Rows of bars in panels: one panel for each season, so that only like stands beside like on one scale.

A panel has groups with a heading, a group has bars with a label to the left and a number to the right. The picture
grows downwards with its rows, so that it reads on a phone as on a wide screen.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from dashboard.charts.mark import Kind, Mark
from dashboard.charts.template import CLEAR, LIGHT, SIZE, SMALL, axis, layout, note, text_width

ROW: Final = 26
TITLE: Final = 26
SCALE: Final = 30
BETWEEN: Final = 14
PALE: Final = 0.45
"""How much of its colour a hedged mark keeps."""


@dataclass(frozen=True, slots=True)
class Bar:
    """A mark with the words beside it.

    Attributes:
        label: To its left, "Jan–Oct 2021".
        said: To its right, "18.7 to 18.8".
        hover: What it says when it is pointed at.
        start: Where the bar begins; 0 but in a waterfall.
    """

    mark: Mark
    label: str
    said: str
    hover: str
    start: float = 0.0


@dataclass(frozen=True, slots=True)
class Group:
    """Bars under a heading; "" for none."""

    heading: str
    color: str
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class Panel:
    """Groups on one scale: one season, one unit; `row` is the height of a row in px."""

    title: str
    groups: tuple[Group, ...]
    row: int = ROW

    @property
    def bars(self) -> tuple[Bar, ...]:
        """All bars, from top to bottom."""
        return tuple(bar for group in self.groups for bar in group.bars)

    @property
    def rows(self) -> int:
        """How many rows it needs, headings included."""
        return len(self.bars) + sum(1 for group in self.groups if group.heading)


def bars_figure(panels: Sequence[Panel]) -> dict[str, Any]:
    """Return the figure of some panels, one above the other."""
    heights = [TITLE + panel.rows * panel.row + SCALE for panel in panels]
    total = sum(heights) + BETWEEN * (len(panels) - 1)
    labels = [text_width(bar.label) for panel in panels for bar in panel.bars]
    said = [text_width(bar.said) + (14 if bar.mark.is_open else 6) for panel in panels for bar in panel.bars]
    margin = {"l": max(labels) + 10, "r": max(said) + 10, "t": 4, "b": 4, "pad": 4}
    made = layout(total + 8, margin=margin, annotations=[])
    data: list[dict[str, Any]] = []
    top = 0
    for number, (panel, height) in enumerate(zip(panels, heights, strict=True), 1):
        inner = (1 - (top + height - SCALE) / total, 1 - (top + TITLE) / total)
        data += _draw(panel, number, made, (max(inner[0], 0.0), inner[1]))
        place = {"xref": "paper", "yref": "paper", "x": 0, "y": 1 - top / total, "xanchor": "left", "yanchor": "top"}
        title = note(panel.title, font={"size": SMALL, "color": LIGHT.soft}, xshift=-margin["l"], **place)
        made["annotations"].append(title)
        top += height + BETWEEN
    return {"data": data, "layout": made}


def _draw(panel: Panel, number: int, made: dict[str, Any], domain: tuple[float, float]) -> list[dict[str, Any]]:
    """Return the traces of a panel; add its axes and headings to the layout."""
    suffix = "" if number == 1 else str(number)
    places = _places(panel)
    low, high = _span(panel.bars)
    ticks = {"tickvals": places, "ticktext": [bar.label for bar in panel.bars], "tickmode": "array"}
    font = {"size": SIZE, "color": LIGHT.ink}
    made[f"yaxis{suffix}"] = axis(
        range=[panel.rows, 0], domain=list(domain), anchor=f"x{suffix}", showgrid=False, tickfont=font, **ticks
    )
    made[f"xaxis{suffix}"] = axis(
        range=[low, high],
        anchor=f"y{suffix}",
        nticks=5,
        tickangle=0,
        zeroline=True,
        zerolinecolor=LIGHT.rule,
        zerolinewidth=1,
    )
    at, shift = 0.0, -made["margin"]["l"]
    for group in panel.groups:
        if group.heading:
            spot = {"xref": "paper", "yref": f"y{suffix}", "x": 0, "y": at + 0.58, "xanchor": "left", "xshift": shift}
            made["annotations"].append(note(f"<b>{group.heading}</b>", font={"color": group.color}, **spot))
        at += len(group.bars) + (1 if group.heading else 0)
    axes = {"xaxis": f"x{suffix}", "yaxis": f"y{suffix}"}
    return [_bodies(panel, places) | axes, *(trace | axes for trace in _extras(panel, places))]


def _places(panel: Panel) -> list[float]:
    places, at = [], 0.0
    for group in panel.groups:
        at += 1 if group.heading else 0
        places += [at + row + 0.5 for row in range(len(group.bars))]
        at += len(group.bars)
    return places


def _span(bars: Sequence[Bar]) -> tuple[float, float]:
    """Return the ends of the scale, which holds zero and every interval."""
    tops = [bar.start + float(bar.mark.at) + bar.mark.reach[1] for bar in bars]
    feet = [bar.start + float(bar.mark.at) - bar.mark.reach[0] for bar in bars]
    low, high = min(0.0, *feet, *tops), max(0.0, *feet, *tops)
    if low == high:
        return -1.0, 1.0
    return low - (high - low) * (0.02 if low < 0 else 0), high


def _bodies(panel: Panel, places: list[float]) -> dict[str, Any]:
    colors = [group.color for group in panel.groups for _ in group.bars]
    marks = [bar.mark for bar in panel.bars]
    reach = [mark.reach for mark in marks]
    return {
        "type": "bar",
        "orientation": "h",
        "x": [float(mark.at) for mark in marks],
        "y": places,
        "base": [bar.start for bar in panel.bars],
        "width": 0.62,
        "ids": [mark.key for mark in marks],
        "customdata": [list(mark.lines) for mark in marks],
        "hovertext": [bar.hover for bar in panel.bars],
        "hovertemplate": "%{hovertext}<extra></extra>",
        "marker": {
            "color": [CLEAR if mark.kind is Kind.DERIVED else color for mark, color in zip(marks, colors, strict=True)],
            "opacity": [PALE if mark.kind is Kind.SOFT else 1 for mark in marks],
            "line": {"width": 1.5, "color": colors},
        },
        "error_x": {
            "type": "data",
            "symmetric": False,
            "array": [0.0 if mark.kind is Kind.SOFT else high for mark, (_, high) in zip(marks, reach, strict=True)],
            "arrayminus": [0.0 if mark.kind is Kind.SOFT else low for mark, (low, _) in zip(marks, reach, strict=True)],
            "color": LIGHT.ink,
            "thickness": 1,
            "width": 4,
        },
    }


def _extras(panel: Panel, places: list[float]) -> list[dict[str, Any]]:
    """Return dotted ranges of hedged marks, triangles of open ends, and the numbers to the right."""
    still = {"type": "scatter", "hoverinfo": "skip", "cliponaxis": False}
    traces: list[dict[str, Any]] = []
    for bar, place in zip(panel.bars, places, strict=True):
        low, high = bar.mark.ends
        if bar.mark.kind is Kind.SOFT and low is not None and high is not None:
            line = {"color": LIGHT.ink, "width": 1.5, "dash": "dot"}
            cap = {"symbol": "line-ns-open", "size": 8, "color": LIGHT.ink}
            traces.append(
                still | {"mode": "lines+markers", "x": [low, high], "y": [place] * 2, "line": line, "marker": cap}
            )
        elif bar.mark.is_open:
            shape = {"symbol": "triangle-right" if high is None else "triangle-left", "size": 10, "color": LIGHT.ink}
            traces.append(still | {"mode": "markers", "x": [float(bar.mark.at)], "y": [place], "marker": shape})
    return [*traces, still | _numbers(panel, places)]


def _numbers(panel: Panel, places: list[float]) -> dict[str, Any]:
    ends = [max(bar.start, bar.start + float(bar.mark.at) + bar.mark.reach[1]) for bar in panel.bars]
    gaps = ["\u00a0\u00a0\u00a0" if bar.mark.is_open else "\u00a0" for bar in panel.bars]
    said = [
        "<br>".join(gap + line for line in bar.said.split("<br>")) for gap, bar in zip(gaps, panel.bars, strict=True)
    ]
    font = {"size": SIZE, "color": LIGHT.ink}
    return {"mode": "text", "x": ends, "y": places, "text": said, "textposition": "middle right", "textfont": font}
