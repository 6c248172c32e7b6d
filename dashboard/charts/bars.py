"""Rows of bars in panels: one panel for each season, so that only like stands beside like.

All panels have one scale: a bar of 40 is longer than a bar of 34.5 wherever it stands. A panel has groups with a
heading, a group has bars with a label to the left and a number to the right. The picture grows downwards with its rows,
so that it reads on a phone as on a wide screen.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from dashboard.charts.mark import Kind, Mark
from dashboard.charts.panels import TITLE, Place, stacked
from dashboard.charts.template import LIGHT, SIZE, axis, layout, note, text_width
from dashboard.charts.traces import body, pointing, still, whiskers

ROW: Final = 26
FEW, ROOMY = 3, 40
"""How many bars look lost in rows of the usual height in px, and the height of their rows."""

SCALE: Final = 30
BETWEEN: Final = 14


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
    """Groups of one season and one unit; `row` is the height of a row in px."""

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
    bars = [bar for panel in panels for bar in panel.bars]
    left = max(text_width(bar.label) for bar in bars) + 10
    right = max(text_width(bar.said) + (14 if bar.mark.is_open else 6) for bar in bars) + 10
    places, total = stacked([(TITLE, panel.rows * panel.row) for panel in panels], SCALE, BETWEEN)
    made = layout(total + 8, margin={"l": left, "r": right, "t": 4, "b": 4, "pad": 4}, annotations=[])
    data, span = [], _span(bars)
    for panel, place in zip(panels, places, strict=True):
        data += _draw(panel, place, made, span)
        made["annotations"].append(place.title(panel.title, left))
    return {"data": data, "layout": made}


def _draw(panel: Panel, place: Place, made: dict[str, Any], span: tuple[float, float]) -> list[dict[str, Any]]:
    """Return the traces of a panel; add its axes and headings to the layout."""
    places, labels = _places(panel), [bar.label for bar in panel.bars]
    font = {"size": SIZE, "color": LIGHT.ink}
    upright = axis(showgrid=False, tickvals=places, ticktext=labels, tickfont=font, range=[panel.rows, 0])
    across = axis(zeroline=True, zerolinecolor=LIGHT.rule, range=list(span), nticks=4, tickangle=0)
    place.put(made, across, upright)
    made["annotations"] += _headings(panel, place.suffix, made["margin"]["l"])
    return place.drawn([_bodies(panel, places), *_extras(panel, places), _numbers(panel, places)])


def _headings(panel: Panel, suffix: str, left: int) -> list[dict[str, Any]]:
    at, found = 0.0, []
    for group in panel.groups:
        if group.heading:
            place = {"xref": "paper", "yref": f"y{suffix}", "x": 0, "y": at + 0.58, "xanchor": "left", "xshift": -left}
            found.append(note(f"<b>{group.heading}</b>", font={"color": group.color}, **place))
        at += len(group.bars) + (1 if group.heading else 0)
    return found


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
    found = [bar.mark for bar in panel.bars]
    colors = [group.color for group in panel.groups for _ in group.bars]
    return {
        "type": "bar",
        "orientation": "h",
        "x": [float(mark.at) for mark in found],
        "y": places,
        "base": [bar.start for bar in panel.bars],
        "width": 0.62,
        "marker": body(found, colors),
        "error_x": whiskers([(0.0, 0.0) if mark.kind is Kind.SOFT else mark.reach for mark in found]),
        **pointing([mark.key for mark in found], [mark.lines for mark in found], [bar.hover for bar in panel.bars]),
    }


def _extras(panel: Panel, places: list[float]) -> list[dict[str, Any]]:
    """Return the dotted ranges of hedged marks, and a triangle where an end is open."""
    traces = []
    for bar, place in zip(panel.bars, places, strict=True):
        low, high = bar.mark.ends
        if bar.mark.is_open:
            shape = {"symbol": "triangle-right" if high is None else "triangle-left", "size": 10, "color": LIGHT.ink}
            traces.append(still(mode="markers", x=[float(bar.mark.at)], y=[place], marker=shape))
        elif bar.mark.kind is Kind.SOFT:
            line = {"color": LIGHT.ink, "width": 1.5, "dash": "dot"}
            cap = {"symbol": "line-ns-open", "size": 8, "color": LIGHT.ink}
            traces.append(still(mode="lines+markers", x=[low, high], y=[place] * 2, line=line, marker=cap))
    return traces


def _numbers(panel: Panel, places: list[float]) -> dict[str, Any]:
    ends = [max(bar.start, bar.start + float(bar.mark.at) + bar.mark.reach[1]) for bar in panel.bars]
    said = []
    for bar in panel.bars:
        gap = "\u00a0\u00a0\u00a0" if bar.mark.is_open else "\u00a0"
        said.append("<br>".join(gap + line for line in bar.said.split("<br>")))
    font = {"size": SIZE, "color": LIGHT.ink}
    return still(mode="text", x=ends, y=places, text=said, textposition="middle right", textfont=font)
