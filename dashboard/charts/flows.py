"""Exports, imports and turnover a year earlier and now, as slopes: who rose, who fell, who crossed whom."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from dashboard.charts.caption import capital, nothing, pointed_at, sentence, text_of
from dashboard.charts.chart import Chart
from dashboard.charts.compose import of_one_source
from dashboard.charts.mark import Mark, marks
from dashboard.charts.seasons import ORDER, title_of
from dashboard.charts.template import LIGHT, SIZE, axis, layout, note, text_width
from dashboard.charts.traces import body, dots, pointing, whiskers
from dashboard.metrics import Name
from dashboard.observation import Flow
from dashboard.view import View
from dashboard.wording.words import Words

NAME = "flows"
HEIGHT: Final = 418
TOP: Final = 58
BOTTOM: Final = 12
ASIDE: Final = 12
"""How far a label stands from its mark in px."""

EDGE: Final = 0.03
"""How far the picture reaches beyond its two sides, so that a mark is pointed at as a whole."""

LINE: Final = 38
"""The least distance of two labels in px."""


def draw(view: View, words: Words) -> Chart:
    """Return the chart of slopes."""
    drawn = _marks(view)
    if not any(mark.period == view.period for mark in drawn):
        return nothing(NAME, view, words)
    unit = view.unit
    figure = _figure(drawn, view, words)
    shown = _sentence(drawn, view, words)
    return of_one_source(
        NAME, view, words, drawn=drawn, figure=figure, sentence=shown, unit=unit, more=text_of(words).marks[NAME]
    )


def _marks(view: View) -> tuple[Mark, ...]:
    wanted = [
        view.metric(name, flow, period)
        for flow in ORDER
        if flow is not Flow.BALANCE
        for name, period in ((Name.BASE, view.base), (Name.LEVEL, view.period))
    ]
    known = (metric for metric in wanted if metric is not None)
    return marks(known, view.scope.judgement, view.source.id, view.shown_in.per_bn)


def _figure(drawn: Sequence[Mark], view: View, words: Words) -> dict[str, Any]:
    top = max(float(mark.at) + mark.reach[1] for mark in drawn) * 1.08 or 1.0
    sides = [{mark: _label(mark, words) for mark in drawn if mark.period == when} for when in (view.base, view.period)]
    months = [_in_two_lines(words.period(when, short=True)) for when in (view.base, view.period)]
    left, right = (
        max([text_width(month) // 2, *(text_width(label) + ASIDE for label in side.values())])
        for side, month in zip(sides, months, strict=True)
    )
    font = {"size": SIZE, "color": LIGHT.ink}
    made = layout(HEIGHT, margin={"l": left + 4, "r": right + 4, "t": TOP, "b": BOTTOM})
    made["xaxis"] = axis(
        range=[-EDGE, 1 + EDGE],
        side="top",
        tickvals=[0, 1],
        ticktext=months,
        tickangle=0,
        gridcolor=LIGHT.rule,
        tickfont=font,
    )
    made["yaxis"] = axis(range=[0, top], showticklabels=False, showgrid=False, zeroline=True, zerolinecolor=LIGHT.rule)
    made["annotations"] = [label for side in (0, 1) for label in _labels(sides[side], side, top)]
    slopes = [[mark for mark in drawn if mark.flow is flow] for flow in ORDER]
    return {"data": [_slope(slope, view, words) for slope in slopes if slope], "layout": made}


def _slope(found: Sequence[Mark], view: View, words: Words) -> dict[str, Any]:
    color, unit = LIGHT.flow(found[0].flow), view.unit
    shapes = ["triangle-up" if mark.is_open else "circle" for mark in found]
    marker = body(found, [color] * len(found), hollow=LIGHT.paper, line=2) | {"size": 11, "symbol": shapes}
    hover = [pointed_at(mark, title_of(mark, words), unit, view.dataset, words) for mark in found]
    return dots(
        [0 if mark.period == view.base else 1 for mark in found],
        [float(mark.at) for mark in found],
        marker,
        mode="lines+markers" if _is_proved(found, view) else "markers",
        line={"color": color, "width": 2.5},
        error_y=whiskers([mark.reach for mark in found]),
        **pointing([mark.key for mark in found], [mark.lines for mark in found], hover),
    )


def _is_proved(found: Sequence[Mark], view: View) -> bool:
    """Return whether the rows prove that the flow went the way a line between its marks would go."""
    change = view.metric(Name.CHANGE, found[0].flow)
    if len(found) < 2 or change is None or not change.sign:
        return False
    return (found[1].at - found[0].at) * change.sign > 0


def _in_two_lines(period: str) -> str:
    """Return a period with its year below its months, so that two of them stand side by side on a phone."""
    months, space, year = period.rpartition(" ")
    return f"{months}<br>{year}" if space else year


def _label(mark: Mark, words: Words) -> str:
    return f"<b>{capital(words.flow(mark.flow))}</b><br>{mark.brief(words)}"


def _labels(of: dict[Mark, str], side: int, top: float) -> list[dict[str, Any]]:
    """Return the labels of one side, moved apart where marks lie close together."""
    scale = (HEIGHT - TOP - BOTTOM) / top
    order = sorted(of, key=lambda mark: mark.at)
    wanted = [float(mark.at) * scale for mark in order]
    end, shift = ("right", -ASIDE) if side == 0 else ("left", ASIDE)
    place = {"x": side, "xanchor": end, "align": end, "xshift": shift}
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
    unit = words.unit(view.unit)
    filled = text.flows.format(unit=capital(unit), period=words.period(view.period), clauses="; ".join(clauses))
    return sentence(filled)
