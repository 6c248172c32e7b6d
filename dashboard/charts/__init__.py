"""The charts: what a view shows, drawn as plotly's JSON, with sentence, table, text and source. No Dash, no go.Figure.

A chart is a plain value made from a view and a language. plotly's own objects are slow to make and heavy on the
wire, so figures are dicts, and the tests hold each of them to plotly's schema. Only bars and scatters are used, which
the smallest bundle of plotly.js has. A chart is a file with a record `CHART`, a title and a text for an empty picture
in each catalogue, and its place in `CHARTS`.

Charts:
levels         exports, imports and turnover of every period that a source speaks of
growth         growth of turnover, exports and imports against a year earlier
flows          exports, imports and turnover a year earlier and now, as slopes
contributions  what exports and imports each added to the growth of turnover: a waterfall
balance        exports less imports: a surplus, a deficit, or a sign that is not known
consistency    every row of a source against what the other rows allow for it
calendar       which months published figures cover
record         turnover as every source gives it, over the years
mirror         the two countries' counts of the same flow, one above the other

What they are made of:
chart          a chart that can be asked for, and as it is drawn
mark           what one mark stands for: a number, its interval, who said it or what it follows from
seasons        charts of marks sorted into panels, one for each season
bars           rows of bars in panels
counts         both sides' numbers for one trade, marked with whose count each is
panels         panels one above the other: where each stands, what its axes are called
axes           the scales of a figure and its ticks
traces         what the traces of all charts share
labels         what is written beside the marks
caption        what stands around a picture, and what a mark says when it is pointed at
compose        a chart put together from its marks, its figure and its sentence
look           how every chart looks: one type family, two palettes, one layout

What becomes of them:
still          a chart without scripts: the very same figure as SVG
stretch        a figure made higher
export         a chart as a picture that can leave the page
redrawn        what an edit of the files changes in the charts, in words
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any, Final

from dashboard.charts import balance, calendar, consistency, contributions, flows, growth, levels, mirror, record
from dashboard.charts.caption import nothing
from dashboard.charts.chart import Chart, Definition
from dashboard.judging.view import View
from dashboard.values.errors import QuestionError
from dashboard.values.message import Message
from dashboard.wording.words import Words

_MODULES: Final = (levels, growth, flows, contributions, balance, consistency, calendar, record, mirror)

CHARTS: Final[Mapping[str, Definition]] = MappingProxyType({module.CHART.name: module.CHART for module in _MODULES})
"""The charts by their names, in the order of the page."""

NAMES: Final = tuple(CHARTS)


def draw(name: str, view: View, words: Words) -> Chart:
    """Return a chart of a view in a language.

    Raises:
        QuestionError: There is no chart of that name.
    """
    if name not in CHARTS:
        raise QuestionError(Message("no chart {0}; charts are {1}", repr(name), ", ".join(NAMES)))
    chart = CHARTS[name].draw(view, words) or nothing(name, view, words)
    traces = [_named(at, trace) for at, trace in enumerate(chart.figure["data"])]
    return replace(chart, figure={**chart.figure, "data": traces})


def _named(at: int, trace: dict[str, Any]) -> dict[str, Any]:
    """Return a trace by a name of its own, where it has one: plotly gives another to the second of two alike."""
    return trace | {"uid": f"{trace['uid']}-{at}"} if "uid" in trace else trace
