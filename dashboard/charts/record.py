"""Turnover as every source gives it, over the years: both counts, each season in a panel of its own, nothing blended.

A source's number stands at its year; several of one year stand side by side. The counts of the two countries have
each their shape.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from dashboard.charts.caption import capital, nothing, sentence, text_of
from dashboard.charts.chart import Chart
from dashboard.charts.counts import (
    GLYPHS,
    Count,
    counts_of,
    drawn_as,
    of_both_sides,
    scale_name,
    scale_of,
    shape,
    side,
    sides,
)
from dashboard.charts.labels import Labelled, with_room
from dashboard.charts.mark import Mark, shortened
from dashboard.charts.panels import TITLE, stacked
from dashboard.charts.seasons import season_name
from dashboard.charts.template import LIGHT, SMALL, axis, layout, note
from dashboard.charts.traces import dots, still, whiskers
from dashboard.observation import Flow
from dashboard.view import View
from dashboard.wording.words import Words

NAME = "record"
TALL: Final = 280
LOW: Final = 92
MANY: Final = 6
"""How many marks make a panel tall."""

KEY: Final = 30
FOOT: Final = 30
LEFT: Final = 44
MOST_PANELS: Final = 8
HEADROOM: Final = 26
"""What the number above the highest mark needs in px."""

TRIANGLE: Final = 18
"""How far the triangle of an open end reaches from the middle of its mark in px."""

BESIDE: Final = 0.16
"""How far apart, in years, marks of one year stand."""


@dataclass(frozen=True, slots=True)
class Plane:
    """The room of a panel.

    Attributes:
        years: The ends of its width.
        top: The amount at its upper edge; zero is at its lower one.
        height: In px.
    """

    years: tuple[float, float]
    top: float
    height: float

    def labelled(self, count: Count, at: float, text: str) -> Labelled:
        """Return a count that stands at a place along the years with the text that may stand there."""
        up, mark = self.height / self.top, count.mark
        below, above = (reach * up for reach in mark.reach)
        if mark.is_open:
            below, above = (below, TRIANGLE) if mark.interval.high is None else (TRIANGLE, above)
        x = (at - self.years[0]) / (self.years[1] - self.years[0])
        return Labelled(x, float(mark.at) * up, below, above, text, count.reporter)


def draw(view: View, words: Words) -> Chart:
    """Return the chart of the record."""
    seasons, left = _seasons(view)
    counts = [count for season in seasons for count in season]
    if not counts:
        return nothing(NAME, view, words)
    return of_both_sides(
        NAME,
        view,
        words,
        counts=counts,
        called=[_called(count, words) for count in counts],
        figure=_figure(seasons, view, words),
        sentence=_sentence(seasons[0], view, words),
        left=left,
    )


def _seasons(view: View) -> tuple[list[list[Count]], int]:
    """Return the counts by season, the longest first, and how many found no room."""
    seasons: dict[tuple[int, int], list[Count]] = {}
    for count in counts_of(view, (Flow.TURNOVER,)):
        seasons.setdefault(scale_of(count.mark.period, view), []).append(count)
    order = sorted(seasons, key=lambda season: (-season[1], season[0]))
    kept = [sorted(seasons[season], key=lambda count: count.mark.period.start) for season in order]
    return kept[:MOST_PANELS], sum(map(len, kept[MOST_PANELS:]))


def _called(count: Count, words: Words) -> str:
    return f"{words.flow(count.mark.flow)}, {side(count.reporter, words)}"


def _figure(seasons: Sequence[Sequence[Count]], view: View, words: Words) -> dict[str, Any]:
    rooms = [TALL if len(season) > MANY else LOW for season in seasons]
    places, total = stacked([(TITLE, room) for room in rooms], FOOT)
    years = [count.mark.period.year for season in seasons for count in season]
    shown = sides((count for season in seasons for count in season), view)
    ticks = {"dtick": 1} if max(years) - min(years) < 6 else {"nticks": 9}
    made = layout(total + KEY, margin={"l": LEFT, "r": 8, "t": KEY, "b": 0}, annotations=[_key(shown, view, words)])
    data = []
    for season, room, place in zip(seasons, rooms, places, strict=True):
        highest = max(float(count.mark.at) + count.mark.reach[1] for count in season) or 1.0
        plane = Plane((min(years) - 0.6, max(years) + 0.6), highest * room / (room - HEADROOM), room)
        across = axis(tickformat="d", tickangle=0, showgrid=False, range=list(plane.years), **ticks)
        upright = axis(zeroline=True, zerolinecolor=LIGHT.rule, range=[0, plane.top], nticks=5)
        place.put(made, across, upright)
        made["annotations"].append(place.title(scale_name(season[0].mark.period, view, words), LEFT))
        data += place.drawn(_traces(season, plane, view, words))
    return {"data": data, "layout": made}


def _key(shown: Sequence[str], view: View, words: Words) -> dict[str, Any]:
    said = [
        f'<span style="color:{_color(code, view)}">{GLYPHS[shape(code, view)]}</span> {side(code, words)}'
        for code in shown
    ]
    place = {"xref": "paper", "yref": "paper", "x": 0, "y": 1, "xanchor": "left", "yanchor": "bottom"}
    return note("\u2003".join(said), xshift=-LEFT, yshift=8, **place)


def _color(reporter: str, view: View) -> str:
    return LIGHT.turnover if reporter == view.block.reporter else LIGHT.mute


def _traces(season: Sequence[Count], plane: Plane, view: View, words: Words) -> list[dict[str, Any]]:
    found = [count.mark for count in season]
    colors = [_color(count.reporter, view) for count in season]
    shown = drawn_as(season, [_called(count, words) for count in season], colors, view, words)
    at = _places(season)
    shown |= _said(season, at, plane, words)
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


def _said(season: Sequence[Count], at: Sequence[float], plane: Plane, words: Words) -> dict[str, Any]:
    """Return the numbers at the marks, as many as find room."""
    found = [plane.labelled(count, x, _short(count.mark, words)) for count, x in zip(season, at, strict=True)]
    shown = with_room(found, plane.height)
    return {
        "mode": "markers+text",
        "text": [one.text if number in shown else "" for number, one in enumerate(found)],
        "textposition": [shown.get(number, "top center") for number in range(len(found))],
        "textfont": {"size": SMALL, "color": LIGHT.soft},
    }


def _short(mark: Mark, words: Words) -> str:
    """Return the number of a mark in few signs: "34.5", "≥ 46.5"."""
    return shortened(mark.interval, words, mark.per_bn) if mark.is_open else mark.brief(words)


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
    if view.shown_in.is_per_month:
        return text.record_month
    for reporter in sides(season, view):
        found = [count.mark for count in season if count.reporter == reporter and count.mark.row is not None]
        if found:
            low, high = min(found, key=lambda mark: mark.at), max(found, key=lambda mark: mark.at)
            clause = text.record_side if low is not high else text.record_one
            fields = {"country": words.country(reporter, "genitive"), "season": season_name(low.period, words)}
            fields |= {"low": low.says_in(unit, words), "high": high.says_in(unit, words)}
            clauses.append(clause.format(**fields, low_period=low.period.year, high_period=high.period.year))
    return sentence(capital("; ".join(clauses)) + ".") if clauses else text.record_derived
