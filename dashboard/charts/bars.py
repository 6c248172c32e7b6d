"""Rows of bars in panels: one panel for each season, so that only like stands beside like.

All panels have one scale: a bar of 40 is longer than a bar of 34.5 wherever it stands. A panel has groups with a
heading, a group has bars with a label to the left of all and a number beyond the bar's own end. The picture grows
downwards with its rows, so that it reads on a phone as on a wide screen.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Final

from dashboard.charts.axes import amounts
from dashboard.charts.look import CLEAR, LIGHT, SIZE, axis, layout, note, text_width
from dashboard.charts.mark import Kind, Mark
from dashboard.charts.panels import TITLE, Place, stacked
from dashboard.charts.traces import body, halo, pointing, still, whiskers
from dashboard.wording.words import Words

ROW: Final = 26
FEW, ROOMY = 3, 40
"""How many bars look lost in rows of the usual height in px, and the height of their rows."""

SCALE: Final = 30
BETWEEN: Final = 14
STEPS: Final = 4
"""About how many steps a scale has at most."""

THICK: Final = 0.62
"""How much of its row a bar takes."""

NARROW: Final = 120
"""How many px the plots are wide at least, on a small phone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """A mark with the words beside it.

    Attributes:
        label: To the left of all bars, "2021".
        said: Beyond its end, "18.7 to 18.8"; "" where its heading says it.
        hover: What it says when it is pointed at.
        start: Where the bar begins; 0 but in a waterfall.
    """

    mark: Mark
    label: str
    said: str
    hover: str
    start: float = 0.0

    @property
    def end(self) -> float:
        """Where the bar ends."""
        return self.start + float(self.mark.at)

    @property
    def outer(self) -> tuple[float, float]:
        """The least and the greatest that it reaches, its interval included."""
        below, above = self.mark.reach
        return min(self.start, self.end - below), max(self.start, self.end + above)

    @property
    def is_leftward(self) -> bool:
        """Whether it reaches further to the left of where it begins than to the right."""
        low, high = self.outer
        return self.start - low > high - self.start


@dataclass(frozen=True, slots=True)
class Group:
    """Bars under a heading; "" for none. `said` follows it in the same line."""

    heading: str
    color: str
    bars: tuple[Bar, ...]
    said: str = ""


@dataclass(frozen=True, slots=True)
class Panel:
    """Groups of one season and one unit.

    Attributes:
        row: The height of a row in px.
        is_linked: Whether thin lines lead from the end of each bar to the next one, as in a waterfall. Its headings
            reach across the scale: these lines and that at zero are drawn beside the bars alone.
    """

    title: str
    groups: tuple[Group, ...]
    row: int = ROW
    is_linked: bool = False

    @property
    def bars(self) -> tuple[Bar, ...]:
        """All bars, from top to bottom."""
        return tuple(bar for group in self.groups for bar in group.bars)

    @property
    def rows(self) -> int:
        """How many rows it needs, headings included."""
        return len(self.bars) + sum(1 for group in self.groups if group.heading)


def bars_figure(panels: Sequence[Panel], words: Words) -> dict[str, Any]:
    """Return the figure of some panels, one above the other."""
    bars = [bar for panel in panels for bar in panel.bars]
    span = _span(bars)
    room = _room(bars, span)
    left, right = max(text_width(bar.label) for bar in bars) + 10 + room[0], room[1] + 10
    places, total = stacked([(TITLE, panel.rows * panel.row) for panel in panels], SCALE, BETWEEN)
    made = layout(total + 8, margin={"l": left, "r": right, "t": 4, "b": 4, "pad": 4}, annotations=[])
    across = axis(zeroline=True, zerolinecolor=LIGHT.rule, tickangle=0, **amounts(span, STEPS, words))
    data = []
    for panel, place in zip(panels, places, strict=True):
        data += _draw(panel, place, made, across, room[0])
        made["annotations"].append(place.title(panel.title, left))
    return {"data": data, "layout": made}


def _draw(panel: Panel, place: Place, made: dict[str, Any], across: dict[str, Any], room: int) -> list[dict[str, Any]]:
    """Return the traces of a panel; add its axes and headings to the layout.

    `room` are the px that numbers take between the labels and the plot: invisible ticks keep it free.
    """
    places, labels = _places(panel), [bar.label for bar in panel.bars]
    font = {"size": SIZE, "color": LIGHT.ink}
    apart = {"ticks": "outside", "ticklen": room, "tickcolor": CLEAR} if room else {}
    upright = axis(showgrid=False, tickvals=places, ticktext=labels, tickfont=font, range=[panel.rows, 0], **apart)
    place.put(made, across | {"zeroline": not panel.is_linked}, upright)
    made["annotations"] += _headings(panel, place.suffix, made["margin"]["l"])
    links = _links(panel, places) if panel.is_linked else []
    return place.drawn([_bodies(panel, places), *links, *_extras(panel, places), _numbers(panel, places)])


def _headings(panel: Panel, suffix: str, left: int) -> list[dict[str, Any]]:
    at, found = 0.0, []
    for group in panel.groups:
        if group.heading:
            place = {"xref": "paper", "yref": f"y{suffix}", "x": 0, "y": at + 0.58, "xanchor": "left", "xshift": -left}
            found.append(note(f"<b>{group.heading}</b> {group.said}".strip(), font={"color": group.color}, **place))
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
    low = min(0.0, *(bar.outer[0] for bar in bars))
    high = max(0.0, *(bar.outer[1] for bar in bars))
    return (low, high) if low < high else (-1.0, 1.0)


def _room(bars: Sequence[Bar], span: tuple[float, float]) -> tuple[int, int]:
    """Return how many px numbers reach beyond the left and the right end of the scale where it is narrowest."""
    low, high = span
    left, right = [0], [0]
    for bar in bars:
        wanted = text_width(bar.said) + (14 if bar.mark.is_open else 6) if bar.said else 0
        inside = bar.outer[0] - low if bar.is_leftward else high - bar.outer[1]
        (left if bar.is_leftward else right).append(wanted - round(inside / (high - low) * NARROW))
    return max(left), max(right)


def _bodies(panel: Panel, places: list[float]) -> dict[str, Any]:
    found = [bar.mark for bar in panel.bars]
    colors = [group.color for group in panel.groups for _ in group.bars]
    return {
        "type": "bar",
        "orientation": "h",
        "x": [float(mark.at) for mark in found],
        "y": places,
        "base": [bar.start for bar in panel.bars],
        "width": THICK,
        "marker": body(found, colors),
        **pointing([mark.key for mark in found], [mark.lines for mark in found], [bar.hover for bar in panel.bars]),
    }


def _extras(panel: Panel, places: list[float]) -> list[dict[str, Any]]:
    """Return the intervals, the dotted ranges of hedged marks, and a triangle where an end is open."""
    traces = _intervals(panel, places)
    for bar, place in zip(panel.bars, places, strict=True):
        low, high = bar.mark.ends
        if bar.mark.is_open:
            shape = {"symbol": "triangle-right" if high is None else "triangle-left", "size": 10}
            ink = {"color": LIGHT.ink, "line": {"color": LIGHT.paper, "width": 1}}
            traces.append(still(mode="markers", x=[float(bar.mark.at)], y=[place], marker=shape | ink))
        elif bar.mark.kind is Kind.SOFT:
            line = {"color": LIGHT.ink, "width": 1.5, "dash": "dot"}
            cap = {"symbol": "line-ns-open", "size": 8, "color": LIGHT.ink}
            traces.append(still(mode="lines+markers", x=[low, high], y=[place] * 2, line=line, marker=cap))
    return traces


def _intervals(panel: Panel, places: list[float]) -> list[dict[str, Any]]:
    """Return whiskers upon their halo for every interval that no dotted range shows."""
    found = [
        (bar, place)
        for bar, place in zip(panel.bars, places, strict=True)
        if bar.mark.kind is not Kind.SOFT and any(bar.mark.reach)
    ]
    reach = [bar.mark.reach for bar, _ in found]
    at = {"x": [bar.end for bar, _ in found], "y": [place for _, place in found]}
    return [still(mode="none", **at, error_x=drawn(reach)) for drawn in (halo, whiskers)] if found else []


def _links(panel: Panel, places: list[float]) -> list[dict[str, Any]]:
    """Return the lines of a waterfall, in the rows of bars alone: from each bar towards the next one, and at zero."""
    half = THICK / 2
    lines = []
    for bar, (upper, lower) in zip(panel.bars, pairwise(places), strict=False):
        lines += [(bar.end, upper + half, upper + 0.5), (bar.end, lower - 0.5, lower - half)]
    lines += [(0.0, place - 0.5, place + 0.5) for place in places]
    ink = {"color": LIGHT.rule, "width": 1}
    return [still(mode="lines", x=[at, at], y=[upper, lower], line=ink) for at, upper, lower in lines]


def _numbers(panel: Panel, places: list[float]) -> dict[str, Any]:
    ends, said, sides = [], [], []
    for bar in panel.bars:
        gap = "\u00a0\u00a0\u00a0" if bar.mark.is_open else "\u00a0"
        lines = bar.said.split("<br>")
        ends.append(bar.outer[0 if bar.is_leftward else 1])
        said.append("<br>".join(line + gap if bar.is_leftward else gap + line for line in lines))
        sides.append("middle left" if bar.is_leftward else "middle right")
    font = {"size": SIZE, "color": LIGHT.ink}
    return still(mode="text", x=ends, y=places, text=said, textposition=sides, textfont=font)
