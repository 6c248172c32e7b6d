"""Exports, imports and turnover a year earlier and now, as slopes: who rose, who fell, who crossed whom."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from dashboard.charts.bars import PALE
from dashboard.charts.caption import (
    capital,
    nothing,
    pointed_at,
    reading,
    sentence,
    source_line,
    spoken,
    table,
    text_of,
    without,
)
from dashboard.charts.chart import Chart
from dashboard.charts.mark import Kind, Mark, marks
from dashboard.charts.seasons import ORDER, title_of
from dashboard.charts.template import LIGHT, SIZE, axis, layout, note, text_width
from dashboard.metrics import Name
from dashboard.observation import Flow
from dashboard.view import View
from dashboard.wording.words import Words

NAME = "flows"
HEIGHT: Final = 400
TOP: Final = 40
BOTTOM: Final = 12
LINE: Final = 36
"""The least distance of two labels in px."""


def draw(view: View, words: Words) -> Chart:
    """Return the chart of slopes."""
    drawn = _marks(view)
    if not any(mark.period == view.period for mark in drawn):
        return nothing(NAME, view, words)
    unit = f"{view.block.currency} bn"
    title, shown = text_of(words).titles[NAME], _sentence(drawn, view, words)
    told = [f"{title_of(mark, words)}: {mark.says_in(unit, words)}" for mark in drawn]
    columns, rows, values = table(drawn, [words.flow(mark.flow) for mark in drawn], [unit] * len(drawn), words)
    source = source_line(view, (line for mark in drawn for line in mark.lines), words)
    note_ = reading(drawn, words, without(view, drawn))
    figure = _figure(drawn, view, words)
    return Chart(NAME, title, shown, figure, columns, rows, values, spoken(title, shown, told, words), source, note_)


def _marks(view: View) -> tuple[Mark, ...]:
    wanted = [
        view.metric(name, flow, period)
        for flow in ORDER
        if flow is not Flow.BALANCE
        for name, period in ((Name.BASE, view.base), (Name.LEVEL, view.period))
    ]
    return marks((metric for metric in wanted if metric is not None), view.scope.judgement, view.source.id)


def _figure(drawn: Sequence[Mark], view: View, words: Words) -> dict[str, Any]:
    top = max(float(mark.at) + mark.reach[1] for mark in drawn) * 1.04 or 1.0
    before = [mark for mark in drawn if mark.period == view.base]
    now = [mark for mark in drawn if mark.period == view.period]
    left, right = ({mark: _label(mark, words) for mark in side} for side in (before, now))
    widths = [max((text_width(label) for label in side.values()), default=0) + 20 for side in (left, right)]
    months = [text_width(words.period(period, short=True)) // 2 + 4 for period in (view.base, view.period)]
    margin = {"l": max(widths[0], months[0]), "r": max(widths[1], months[1]), "t": TOP, "b": BOTTOM}
    ticks = {"tickvals": [0, 1], "ticktext": [words.period(when, short=True) for when in (view.base, view.period)]}
    across = axis(
        range=[0, 1],
        side="top",
        tickangle=0,
        gridcolor=LIGHT.rule,
        tickfont={"size": SIZE, "color": LIGHT.ink},
        **ticks,
    )
    upward = axis(range=[0, top], showticklabels=False, showgrid=False, zeroline=True, zerolinecolor=LIGHT.rule)
    labels = [*_labels(left, 0, top), *_labels(right, 1, top)]
    traces = [trace for flow in ORDER for trace in _slope([m for m in drawn if m.flow is flow], flow, view, words)]
    return {"data": traces, "layout": layout(HEIGHT, margin=margin, xaxis=across, yaxis=upward, annotations=labels)}


def _slope(found: Sequence[Mark], flow: Flow, view: View, words: Words) -> list[dict[str, Any]]:
    if not found:
        return []
    color, unit = LIGHT.flow(flow), f"{view.block.currency} bn"
    hollow = [mark.kind is Kind.DERIVED for mark in found]
    points: dict[str, Any] = {
        "type": "scatter",
        "mode": "lines+markers",
        "cliponaxis": False,
        "x": [0 if mark.period == view.base else 1 for mark in found],
        "y": [float(mark.at) for mark in found],
        "ids": [mark.key for mark in found],
        "customdata": [list(mark.lines) for mark in found],
        "hovertext": [pointed_at(mark, title_of(mark, words), unit, view.dataset, words) for mark in found],
        "hovertemplate": "%{hovertext}<extra></extra>",
        "line": {"color": color, "width": 2.5},
        "marker": {
            "size": 11,
            "symbol": ["triangle-up" if mark.is_open else "circle" for mark in found],
            "color": [LIGHT.paper if empty else color for empty in hollow],
            "opacity": [PALE if mark.kind is Kind.SOFT else 1 for mark in found],
            "line": {"width": 2, "color": color},
        },
        "error_y": {
            "type": "data",
            "symmetric": False,
            "array": [mark.reach[1] for mark in found],
            "arrayminus": [mark.reach[0] for mark in found],
            "color": LIGHT.ink,
            "thickness": 1,
            "width": 5,
        },
    }
    return [points]


def _label(mark: Mark, words: Words) -> str:
    return f"<b>{capital(words.flow(mark.flow))}</b><br>{mark.brief(words)}"


def _labels(of: dict[Mark, str], side: int, top: float) -> list[dict[str, Any]]:
    """Return the labels of one side, moved apart where marks lie close together."""
    scale = (HEIGHT - TOP - BOTTOM) / top
    order = sorted(of, key=lambda mark: mark.at)
    wanted = [float(mark.at) * scale for mark in order]
    place = {"x": side, "xanchor": "right" if side == 0 else "left", "xshift": -12 if side == 0 else 12}
    return [
        note(of[mark], y=float(mark.at), yshift=at - want, font={"color": LIGHT.flow(mark.flow)}, **place)
        for mark, want, at in zip(order, wanted, _apart(wanted), strict=True)
    ]


def _apart(wanted: Sequence[float]) -> list[float]:
    """Return heights at least a line apart, in the same order, each group centred on what it wanted."""
    groups: list[list[float]] = []
    for want in wanted:
        groups.append([want])
        while len(groups) > 1 and _foot(groups[-1]) < _foot(groups[-2]) + len(groups[-2]) * LINE:
            last = groups.pop()
            groups[-1] += last
    return [_foot(group) + row * LINE for group in groups for row in range(len(group))]


def _foot(group: Sequence[float]) -> float:
    return sum(group) / len(group) - (len(group) - 1) * LINE / 2


def _sentence(drawn: Sequence[Mark], view: View, words: Words) -> str:
    text, found = text_of(words), {(mark.flow, mark.period): mark for mark in drawn}
    clauses = []
    for flow in ORDER:
        now, before = found.get((flow, view.period)), found.get((flow, view.base))
        if now is not None and before is not None:
            fields = {"flow": words.flow(flow), "now": now.says(words), "before": before.says(words)}
            clauses.append(text.flow_clause.format(**fields))
        elif now is not None:
            clauses.append(text.flow_alone.format(flow=words.flow(flow), now=now.says(words)))
    unit = words.unit(f"{view.block.currency} bn")
    filled = text.flows.format(unit=capital(unit), period=words.period(view.period), clauses="; ".join(clauses))
    return sentence(filled)
