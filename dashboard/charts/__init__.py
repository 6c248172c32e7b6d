"""The charts: what a view shows, drawn as plotly's JSON, with sentence, table, text and source. No Dash, no go.Figure.

A chart is a plain value made from a view and a language. plotly's own objects are slow to make and heavy on the
wire, so figures are dicts, and the tests hold each of them to plotly's schema. Only bars and scatters are used, which
the smallest bundle of plotly.js has.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any, Final

from dashboard.charts import (
    balance,
    calendar,
    consistency,
    contributions,
    flows,
    growth,
    levels,
    mirror,
    record,
)
from dashboard.charts.chart import Chart
from dashboard.judging.view import View
from dashboard.values.errors import QuestionError
from dashboard.values.message import Message
from dashboard.wording.words import Words

_DRAW: Final[Mapping[str, Callable[[View, Words], Chart]]] = MappingProxyType(
    {
        levels.NAME: levels.draw,
        growth.NAME: growth.draw,
        flows.NAME: flows.draw,
        contributions.NAME: contributions.draw,
        balance.NAME: balance.draw,
        consistency.NAME: consistency.draw,
        calendar.NAME: calendar.draw,
        record.NAME: record.draw,
        mirror.NAME: mirror.draw,
    }
)

NAMES: Final = tuple(_DRAW)
"""The charts in the order of the page."""

OF_ALL: Final = (calendar.NAME, record.NAME, mirror.NAME)
"""The charts that show the rows of all sources."""


def draw(name: str, view: View, words: Words) -> Chart:
    """Return a chart of a view in a language.

    Raises:
        QuestionError: There is no chart of that name.
    """
    if name not in _DRAW:
        raise QuestionError(Message("no chart {0}; charts are {1}", repr(name), ", ".join(NAMES)))
    chart, signs = _DRAW[name](view, words), words.plotly_locale()["format"]
    data = chart.figure["data"]
    layout = chart.figure["layout"] | {"separators": signs["decimal"] + signs["thousands"]}
    return replace(chart, figure={"data": list(map(_named, range(len(data)), data)), "layout": layout})


def _named(at: int, trace: dict[str, Any]) -> dict[str, Any]:
    """Return a trace by a name of its own, where it has one: plotly gives another to the second of two alike."""
    return trace | {"uid": f"{trace['uid']}-{at}"} if "uid" in trace else trace
