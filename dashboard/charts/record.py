"""Turnover as every source gives it, over the years: both counts, each season on a scale of its own, nothing blended.

A source's number stands at its year; several of one year stand side by side. The counts of the two countries have
each their shape.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from dashboard.charts.caption import capital, nothing, sentence, text_of
from dashboard.charts.chart import Chart
from dashboard.charts.compose import of_many_sources
from dashboard.charts.counts import Count, counts_of, drawn_as, key, left_out, shape, side, sides
from dashboard.charts.seasons import season_name
from dashboard.charts.template import LIGHT, SMALL, axis, layout, note
from dashboard.charts.traces import dots, still, whiskers
from dashboard.observation import Flow
from dashboard.view import View
from dashboard.wording.words import Words

NAME = "record"
TALL: Final = 230
LOW: Final = 92
MANY: Final = 6
"""How many marks make a panel tall."""

TITLE: Final = 26
KEY: Final = 30
FOOT: Final = 30
LEFT: Final = 44
MOST_PANELS: Final = 8
BESIDE: Final = 0.16
"""How far apart, in years, marks of one year stand."""

_GLYPHS: Final = {"circle": "●", "square": "■"}


def draw(view: View, words: Words) -> Chart:
    """Return the chart of the record."""
    seasons, left = _seasons(view)
    counts = [count for season in seasons for count in season]
    if not counts:
        return nothing(NAME, view, words)
    drawn, unit = [count.mark for count in counts], view.unit
    return of_many_sources(
        NAME,
        words,
        drawn=drawn,
        called=[_called(count, words) for count in counts],
        figure=_figure(seasons, view, words),
        sentence=_sentence(seasons[0], view, words),
        unit=unit,
        without=left_out(view, drawn),
        left=left,
        key=key(counts, view, words),
    )


def _seasons(view: View) -> tuple[list[list[Count]], int]:
    """Return the counts by season, the longest first, and how many found no room."""
    seasons: dict[tuple[int, int], list[Count]] = {}
    for count in counts_of(view, (Flow.TURNOVER,)):
        seasons.setdefault(count.mark.period.season, []).append(count)
    order = sorted(seasons, key=lambda season: (-season[1], season[0]))
    kept = [sorted(seasons[season], key=lambda count: count.mark.period.start) for season in order]
    return kept[:MOST_PANELS], sum(map(len, kept[MOST_PANELS:]))


def _called(count: Count, words: Words) -> str:
    return f"{words.flow(count.mark.flow)}, {side(count.reporter, words)}"


def _figure(seasons: Sequence[Sequence[Count]], view: View, words: Words) -> dict[str, Any]:
    heights = [TITLE + (TALL if len(season) > MANY else LOW) + FOOT for season in seasons]
    total, unit = sum(heights), words.unit(view.unit)
    years = [count.mark.period.year for season in seasons for count in season]
    shown = sides((count for season in seasons for count in season), view)
    ticks = {"dtick": 1} if max(years) - min(years) < 6 else {"nticks": 9}
    made = layout(total + KEY, margin={"l": LEFT, "r": 8, "t": KEY, "b": 0}, annotations=[_key(shown, view, words)])
    data, top = [], 0
    for number, (season, height) in enumerate(zip(seasons, heights, strict=True), 1):
        suffix = "" if number == 1 else str(number)
        inner = [max(1 - (top + height - FOOT) / total, 0), 1 - (top + TITLE) / total]
        highest = max(float(count.mark.at) + count.mark.reach[1] for count in season) * 1.15 or 1.0
        upright: dict[str, Any] = {"range": [0, highest], "domain": inner, "anchor": f"x{suffix}", "nticks": 5}
        made[f"yaxis{suffix}"] = axis(zeroline=True, zerolinecolor=LIGHT.rule, **upright)
        level: dict[str, Any] = {"range": [min(years) - 0.6, max(years) + 0.6], "anchor": f"y{suffix}"} | ticks
        made[f"xaxis{suffix}"] = axis(tickformat="d", tickangle=0, showgrid=False, **level)
        heading = text_of(words).panel.format(season=season_name(season[0].mark.period, words), unit=unit)
        place = {"xref": "paper", "yref": "paper", "x": 0, "xanchor": "left", "xshift": -LEFT, "yanchor": "top"}
        font = {"size": SMALL, "color": LIGHT.soft}
        made["annotations"].append(note(capital(heading), y=1 - top / total, font=font, **place))
        data += [trace | {"xaxis": f"x{suffix}", "yaxis": f"y{suffix}"} for trace in _traces(season, view, words)]
        top += height
    return {"data": data, "layout": made}


def _key(shown: Sequence[str], view: View, words: Words) -> dict[str, Any]:
    said = [
        f'<span style="color:{_color(code, view)}">{_GLYPHS[shape(code, view)]}</span> {side(code, words)}'
        for code in shown
    ]
    place = {"xref": "paper", "yref": "paper", "x": 0, "y": 1, "xanchor": "left", "yanchor": "bottom"}
    return note("\u2003".join(said), xshift=-LEFT, yshift=8, **place)


def _color(reporter: str, view: View) -> str:
    return LIGHT.turnover if reporter == view.block.reporter else LIGHT.mute


def _traces(season: Sequence[Count], view: View, words: Words) -> list[dict[str, Any]]:
    found = [count.mark for count in season]
    colors = [_color(count.reporter, view) for count in season]
    shown = drawn_as(season, [_called(count, words) for count in season], colors, view, words)
    at = _places(season)
    numbers = dots(at, [float(mark.at) for mark in found], error_y=whiskers([mark.reach for mark in found]), **shown)
    open_ = [(x, mark) for x, mark in zip(at, found, strict=True) if mark.is_open]
    triangles = still(
        mode="text",
        x=[x for x, _ in open_],
        y=[float(mark.at) for _, mark in open_],
        text=["▲" if mark.interval.high is None else "▼" for _, mark in open_],
        textposition=["top center" if mark.interval.high is None else "bottom center" for _, mark in open_],
        textfont={"size": 10, "color": LIGHT.ink},
    )
    return [numbers, triangles] if open_ else [numbers]


def _places(season: Sequence[Count]) -> list[float]:
    """Return where each count stands: in its year, beside the others of that year."""
    years = [count.mark.period.year for count in season]
    places = []
    for number, year in enumerate(years):
        many, before = years.count(year), years[:number].count(year)
        places.append(year + (before - (many - 1) / 2) * min(BESIDE, 0.8 / many))
    return places


def _sentence(season: Sequence[Count], view: View, words: Words) -> str:
    """Return the least and the greatest amount that each side prints for the season, as printed."""
    text, clauses, unit = text_of(words), [], view.unit
    for reporter in sides(season, view):
        found = [count.mark for count in season if count.reporter == reporter and count.mark.row is not None]
        if found:
            low, high = min(found, key=lambda mark: mark.at), max(found, key=lambda mark: mark.at)
            clause = text.record_side if low is not high else text.record_one
            fields = {"country": words.country(reporter, "genitive"), "season": season_name(low.period, words)}
            fields |= {"low": low.says_in(unit, words), "high": high.says_in(unit, words)}
            clauses.append(clause.format(**fields, low_period=low.period.year, high_period=high.period.year))
    return sentence(capital("; ".join(clauses)) + ".") if clauses else text.record_derived
