"""Exports, imports and turnover a year earlier and now, as slopes: who rose, who fell, who crossed whom.

Points say where they stand, not how long they are, so the scale need not begin at zero; it says so where it does not.
It begins at half of its top at the highest, so that a small change never looks like a large one.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from dashboard.charts.caption import capital, pointed_at, sentence, text_of
from dashboard.charts.chart import Chart, Definition
from dashboard.charts.compose import of_one_source
from dashboard.charts.look import LIGHT, SMALL, axis, layout, note, text_width
from dashboard.charts.mark import Mark, marks
from dashboard.charts.panels import TITLE
from dashboard.charts.seasons import ORDER, title_of
from dashboard.charts.traces import body, dots, pointing, whiskers
from dashboard.judging.metrics import Role
from dashboard.judging.view import View
from dashboard.values.measure import Flow, Measure
from dashboard.wording.words import Words

NAME = "flows"
HEIGHT: Final = 380
TOP: Final = 84
BOTTOM: Final = 12
MARK: Final = 9
"""The size of a mark in px, its edge apart."""

APART: Final = 12
"""How far marks of one side stand apart in px where their numbers are too close for them to be told apart."""

ASIDE: Final = 14
"""How far a label stands from its mark in px."""

EDGE: Final = 0.03
"""How far the picture reaches beyond its two sides, so that a mark is pointed at as a whole."""

RIGHT, LEFT = 270, 90
"""Where plotly moves a mark by its standoff, in degrees."""

LINE: Final = 38
"""The least distance of two labels in px."""


def draw(view: View, words: Words) -> Chart | None:
    """Return the chart of slopes."""
    drawn = _marks(view)
    if not any(mark.period == view.period for mark in drawn):
        return None
    text, shown = text_of(words).marks, _sentence(drawn, view, words)
    figure = _figure(drawn, view, words)
    more = " ".join([text[NAME], *([text["no_zero"]] if _span(drawn)[0] else [])])
    return of_one_source(NAME, view, words, drawn=drawn, figure=figure, sentence=shown, unit=view.unit, more=more)


def _marks(view: View) -> tuple[Mark, ...]:
    wanted = [
        view.metric(name, flow, period)
        for flow in ORDER
        if flow is not Flow.BALANCE
        for name, period in ((Role.BASE, view.base), (Measure.LEVEL, view.period))
    ]
    known = (metric for metric in wanted if metric is not None)
    return marks(known, view.scope.judgement, view.source.id, view.shown_in.per_bn)


def _figure(drawn: Sequence[Mark], view: View, words: Words) -> dict[str, Any]:
    span = _span(drawn)
    sides = [{mark: _label(mark, words) for mark in drawn if mark.period == when} for when in (view.base, view.period)]
    months = [_in_two_lines(words.period(when, short=True)) for when in (view.base, view.period)]
    left, right = (
        max(text_width(said) for said in (month, *side.values())) + ASIDE
        for side, month in zip(sides, months, strict=True)
    )
    made = layout(HEIGHT, margin={"l": left + 4, "r": right + 4, "t": TOP, "b": BOTTOM})
    made["xaxis"] = axis(range=[-EDGE, 1 + EDGE], tickvals=[0, 1], ticktext=["", ""], gridcolor=LIGHT.rule)
    zero = {"zeroline": not span[0], "zerolinecolor": LIGHT.rule}
    made["yaxis"] = axis(range=list(span), showticklabels=False, showgrid=False, **zero)
    made["annotations"] = [label for side in (0, 1) for label in _labels(sides[side], side, span)]
    made["annotations"] += [_heading(month, side) for side, month in enumerate(months)]
    made["annotations"].append(_unit(view, words, made["margin"]["l"]))
    slopes = [[mark for mark in drawn if mark.flow is flow] for flow in ORDER]
    aside = {mark: px for side in sides for mark, px in _aside(list(side), span).items()}
    return {"data": [_slope(slope, aside, view, words) for slope in slopes if slope], "layout": made}


def _heading(period: str, side: int) -> dict[str, Any]:
    """Return what a side is named, in line with its labels: above its middle, two of them would touch on a phone."""
    return note(period, yref="paper", y=1, yanchor="bottom", **_beside(side))


def _span(drawn: Sequence[Mark]) -> tuple[float, float]:
    """Return the ends of the scale: zero, or what leaves no part of the picture empty."""
    low = min(float(mark.at) - mark.reach[0] for mark in drawn)
    high = max(float(mark.at) + mark.reach[1] for mark in drawn) or 1.0
    edge = max(high - low, high / 2) * 0.08
    begin = min(low - edge, high / 2)
    return (begin if begin > high / 5 else 0.0), high + edge


def _unit(view: View, words: Words, left: int) -> dict[str, Any]:
    place = {"xref": "paper", "yref": "paper", "x": 0, "y": 1, "xanchor": "left", "yanchor": "bottom"}
    font = {"size": SMALL, "color": LIGHT.soft}
    return note(capital(words.unit(view.unit)), font=font, xshift=-left, yshift=TOP - TITLE, **place)


def _aside(side: Sequence[Mark], span: tuple[float, float]) -> dict[Mark, float]:
    """Return how many px to the right each mark of a side stands, the lowest most, where one would cover another."""
    scale = (HEIGHT - TOP - BOTTOM) / (span[1] - span[0])
    groups: list[list[Mark]] = []
    for mark in sorted(side, key=lambda mark: -mark.at):
        if groups and float(groups[-1][-1].at - mark.at) * scale < APART:
            groups[-1].append(mark)
        else:
            groups.append([mark])
    return {mark: (at - (len(group) - 1) / 2) * APART for group in groups for at, mark in enumerate(group)}


def _slope(found: Sequence[Mark], aside: Mapping[Mark, float], view: View, words: Words) -> dict[str, Any]:
    color, unit = LIGHT.flow(found[0].flow), view.unit
    shapes = ["triangle-up" if mark.is_open else "circle" for mark in found]
    marker = body(found, [color] * len(found), hollow=LIGHT.paper, line=2) | {"size": MARK, "symbol": shapes}
    if any(aside[mark] and not mark.is_open for mark in found):
        moved = [0.0 if mark.is_open else aside[mark] for mark in found]
        marker |= {"angle": [RIGHT if px > 0 else LEFT for px in moved], "standoff": [abs(px) for px in moved]}
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
    change = view.metric(Measure.CHANGE, found[0].flow)
    sign = None if change is None else change.bounds.interval.sign
    return len(found) >= 2 and bool(sign) and (found[1].at - found[0].at) * (sign or 0) > 0


def _in_two_lines(period: str) -> str:
    """Return a period with its year below its months, so that two of them stand side by side on a phone."""
    months, space, year = period.rpartition(" ")
    return f"{months}<br>{year}" if space else year


def _label(mark: Mark, words: Words) -> str:
    return f"<b>{capital(words.flow(mark.flow))}</b><br>{mark.brief(words)}"


def _labels(of: dict[Mark, str], side: int, span: tuple[float, float]) -> list[dict[str, Any]]:
    """Return the labels of one side, moved apart where marks lie close together."""
    scale = (HEIGHT - TOP - BOTTOM) / (span[1] - span[0])
    order = sorted(of, key=lambda mark: mark.at)
    wanted = [float(mark.at) * scale for mark in order]
    return [
        note(of[mark], y=float(mark.at), yshift=at - want, font={"color": LIGHT.flow(mark.flow)}, **_beside(side))
        for mark, want, at in zip(order, wanted, _apart(wanted), strict=True)
    ]


def _beside(side: int) -> dict[str, Any]:
    """Return where what is written to the left of the left side stands, or to the right of the right one."""
    end, shift = ("right", -ASIDE) if side == 0 else ("left", ASIDE)
    return {"x": side, "xanchor": end, "align": end, "xshift": shift}


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
    filled = text.flows.format(unit=unit, period=words.period(view.period), clauses="; ".join(clauses))
    return sentence(capital(filled))


CHART: Final = Definition(name=NAME, draw=draw)
