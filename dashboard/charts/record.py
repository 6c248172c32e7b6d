"""Turnover as every source gives it, over the years: both counts, each season on a scale of its own, nothing blended.

A source's number stands at its year; several of one year stand side by side. The counts of the two countries have
each their shape.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from dashboard.charts.bars import PALE
from dashboard.charts.caption import capital, nothing, pointed_at, reading, sources_line, spoken, table, text_of
from dashboard.charts.chart import Chart
from dashboard.charts.mark import Kind, Mark, closed, marks
from dashboard.charts.seasons import season_name, stated_periods, title_of
from dashboard.charts.template import LIGHT, SIZE, SMALL, axis, layout, note
from dashboard.findings import Level
from dashboard.metrics import Name, answer
from dashboard.observation import Flow
from dashboard.quantity import Asked, Quantity
from dashboard.review import Scope
from dashboard.view import View
from dashboard.wording.words import Words

NAME = "record"
TALL: Final = 230
LOW: Final = 92
TITLE: Final = 26
KEY: Final = 30
FOOT: Final = 30
MOST_PANELS: Final = 8
BESIDE: Final = 0.16
"""How far apart, in years, marks of one year stand."""


@dataclass(frozen=True, slots=True)
class Dot:
    """A mark of one side's count."""

    mark: Mark
    reporter: str


def draw(view: View, words: Words) -> Chart:
    """Return the chart of the record."""
    seasons, left, without = _seasons(view)
    drawn = [dot for season in seasons for dot in season]
    if not drawn:
        return nothing(NAME, view, words)
    text, unit = text_of(words), f"{view.block.currency} bn"
    found = [dot.mark for dot in drawn]
    title, shown = text.titles[NAME], _sentence(seasons[0], unit, words)
    told = [f"{_title(dot, words)}: {dot.mark.says_in(unit, words)}" for dot in drawn]
    columns, rows, values = table(found, [_of_count(dot, words) for dot in drawn], [unit] * len(drawn), words)
    ids = [dot.mark.source for dot in drawn]
    columns = (*columns, text.columns["source"])
    rows = tuple((*row, id) for row, id in zip(rows, ids, strict=True))
    values = tuple((*row, id) for row, id in zip(values, ids, strict=True))
    source = sources_line(len(set(ids)), (line for mark in found for line in mark.lines), words)
    notes = reading(found, words, without, left)
    figure = _figure(seasons, view, words)
    return Chart(NAME, title, shown, figure, columns, rows, values, spoken(title, shown, told, words), source, notes)


def comparable(view: View) -> tuple[Scope, ...]:
    """Return the scopes of all sources on this trade in this scope and currency, whichever side counts."""
    block = view.block
    same = (block.scope, block.product, block.currency)
    return tuple(
        scope
        for scope in view.review.scopes
        if scope.level is Level.SOURCE
        and {scope.block.reporter, scope.block.partner} == {block.reporter, block.partner}
        and (scope.block.scope, scope.block.product, scope.block.currency) == same
    )


def _seasons(view: View) -> tuple[list[list[Dot]], int, tuple[int, ...]]:
    """Return the dots by season, whole years first; how many found no room; the lines left out of derived ones."""
    seasons: dict[tuple[int, int], list[Dot]] = {}
    left_out: set[int] = set()
    for scope in comparable(view):
        judgement = scope.judgement
        asked = [(Name.LEVEL, Quantity(Asked.LEVEL, Flow.TURNOVER, when)) for when in stated_periods(judgement)]
        for mark in closed(marks(answer(judgement, asked), judgement, scope.source or "")):
            seasons.setdefault(mark.period.season, []).append(Dot(mark, scope.block.reporter))
            left_out |= set(judgement.left_out) if mark.kind is Kind.DERIVED else set()
    order = sorted(seasons, key=lambda season: (-season[1], season[0]))
    dots = [sorted(seasons[season], key=lambda dot: dot.mark.period.start) for season in order]
    shown = dots[:MOST_PANELS]
    return shown, sum(map(len, dots)) - sum(map(len, shown)), tuple(sorted(left_out))


def _figure(seasons: Sequence[Sequence[Dot]], view: View, words: Words) -> dict[str, Any]:
    heights = [TITLE + (TALL if len(season) > 6 else LOW) + FOOT for season in seasons]
    total = sum(heights)
    starts = [dot.mark.period.start / 12 for season in seasons for dot in season]
    span = [int(min(starts)) - 0.6, int(max(starts)) + 0.6]
    made = layout(total + KEY, margin={"l": 40, "r": 8, "t": KEY, "b": 0}, annotations=_key(seasons, view, words))
    data, top = [], 0
    for number, (season, height) in enumerate(zip(seasons, heights, strict=True), 1):
        suffix = "" if number == 1 else str(number)
        domain = [max(1 - (top + height - FOOT) / total, 0), 1 - (top + TITLE) / total]
        highest = max(float(dot.mark.at) + dot.mark.reach[1] for dot in season)
        made[f"xaxis{suffix}"] = axis(
            range=span, anchor=f"y{suffix}", tickformat="d", nticks=9, tickangle=0, showgrid=False
        )
        made[f"yaxis{suffix}"] = axis(
            range=[0, highest * 1.15],
            domain=domain,
            anchor=f"x{suffix}",
            nticks=5,
            zeroline=True,
            zerolinecolor=LIGHT.rule,
        )
        place = {"xref": "paper", "yref": "paper", "x": 0, "xanchor": "left", "xshift": -40}
        heading = capital(
            text_of(words).panel.format(season=season_name(season[0].mark.period, words), unit=_unit(view, words))
        )
        small = {"size": SMALL, "color": LIGHT.soft}
        made["annotations"].append(note(heading, y=1 - top / total, yanchor="top", font=small, **place))
        data += [trace | {"xaxis": f"x{suffix}", "yaxis": f"y{suffix}"} for trace in _traces(season, view, words)]
        top += height
    return {"data": data, "layout": made}


def _unit(view: View, words: Words) -> str:
    return words.unit(f"{view.block.currency} bn")


def _key(seasons: Sequence[Sequence[Dot]], view: View, words: Words) -> list[dict[str, Any]]:
    sides = {dot.reporter for season in seasons for dot in season}
    shown = [side for side in (view.block.reporter, view.block.partner) if side in sides]
    said = [
        f'<span style="color:{_color(side, view)}">{_GLYPHS[_shape(side, view)]} {_count(side, words)}</span>'
        for side in shown
    ]
    place = {"xref": "paper", "yref": "paper", "x": 0, "y": 1, "xanchor": "left", "yanchor": "bottom", "xshift": -40}
    return [note("\u2003".join(said), font={"size": SIZE}, yshift=8, **place)]


_GLYPHS: Final = {"circle": "●", "square": "■"}


def _shape(reporter: str, view: View) -> str:
    return "circle" if reporter == view.block.reporter else "square"


def _color(reporter: str, view: View) -> str:
    return LIGHT.turnover if reporter == view.block.reporter else LIGHT.mute


def _count(reporter: str, words: Words) -> str:
    return text_of(words).count_of.format(country=words.country(reporter, "genitive"))


def _of_count(dot: Dot, words: Words) -> str:
    return f"{words.flow(dot.mark.flow)}, {_count(dot.reporter, words)}"


def _title(dot: Dot, words: Words) -> str:
    return f"{title_of(dot.mark, words)}, {_count(dot.reporter, words)}"


def _traces(season: Sequence[Dot], view: View, words: Words) -> list[dict[str, Any]]:
    unit, found = f"{view.block.currency} bn", [dot.mark for dot in season]
    colors = [_color(dot.reporter, view) for dot in season]
    hollow = [mark.kind is Kind.DERIVED for mark in found]
    return [
        {
            "type": "scatter",
            "mode": "markers",
            "cliponaxis": False,
            "x": _years(season),
            "y": [float(mark.at) for mark in found],
            "ids": [f"{mark.source}:{mark.key}" for mark in found],
            "customdata": [list(mark.lines) for mark in found],
            "hovertext": [pointed_at(dot.mark, _title(dot, words), unit, view.dataset, words) for dot in season],
            "hovertemplate": "%{hovertext}<extra></extra>",
            "marker": {
                "size": 9,
                "symbol": [f"{_shape(dot.reporter, view)}" for dot in season],
                "color": [LIGHT.paper if empty else color for empty, color in zip(hollow, colors, strict=True)],
                "opacity": [PALE if mark.kind is Kind.SOFT else 1 for mark in found],
                "line": {"width": 1.8, "color": colors},
            },
            "error_y": {
                "type": "data",
                "symmetric": False,
                "array": [mark.reach[1] for mark in found],
                "arrayminus": [mark.reach[0] for mark in found],
                "color": LIGHT.ink,
                "thickness": 1,
                "width": 3,
            },
        },
        _open(season),
    ]


def _open(season: Sequence[Dot]) -> dict[str, Any]:
    """Return triangles over the dots that are known from below alone."""
    places = [(at, dot.mark) for at, dot in zip(_years(season), season, strict=True) if dot.mark.is_open]
    return {
        "type": "scatter",
        "mode": "text",
        "hoverinfo": "skip",
        "cliponaxis": False,
        "x": [at for at, _ in places],
        "y": [float(mark.at) for _, mark in places],
        "text": ["▲" if mark.interval.high is None else "▼" for _, mark in places],
        "textposition": ["top center" if mark.interval.high is None else "bottom center" for _, mark in places],
        "textfont": {"size": 10, "color": LIGHT.ink},
    }


def _years(season: Sequence[Dot]) -> list[float]:
    """Return where each dot stands: in its year, beside the others of that year."""
    of_year: dict[int, list[Dot]] = {}
    for dot in season:
        of_year.setdefault(dot.mark.period.year, []).append(dot)
    places = {}
    for year, dots in of_year.items():
        gap = min(BESIDE, 0.8 / len(dots))
        for place, dot in enumerate(dots):
            places[id(dot)] = year + (place - (len(dots) - 1) / 2) * gap
    return [places[id(dot)] for dot in season]


def _sentence(season: Sequence[Dot], unit: str, words: Words) -> str:
    """Return the least and the greatest amount that each side prints for the season, as printed."""
    text, clauses = text_of(words), []
    for side in dict.fromkeys(dot.reporter for dot in season):
        found = [dot.mark for dot in season if dot.reporter == side and dot.mark.row is not None]
        if not found:
            continue
        low, high = min(found, key=lambda mark: mark.at), max(found, key=lambda mark: mark.at)
        clauses.append(
            text.record_side.format(
                country=words.country(side, "genitive"),
                season=season_name(low.period, words),
                low=low.says_in(unit, words),
                low_period=low.period.year,
                high=high.says_in(unit, words),
                high_period=high.period.year,
            )
        )
    return capital(text.record.format(clauses="; ".join(clauses))) if clauses else text.titles[NAME] + "."
