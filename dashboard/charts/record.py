"""Turnover as every source gives it, over the years: both counts, each season in a panel of its own, nothing blended.

Every number has a row of its own, years from top to bottom. All panels share one scale of amounts. The counts of the
two countries have each their shape.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from dashboard.charts.axes import amounts
from dashboard.charts.caption import capital, sentence, text_of, when
from dashboard.charts.chart import Chart, Definition
from dashboard.charts.counts import (
    Count,
    color,
    counts_of,
    drawn_as,
    key,
    labelled,
    of_both_sides,
    scale_name,
    scale_of,
    side,
    side_key,
    sides,
)
from dashboard.charts.labels import beside
from dashboard.charts.look import LIGHT, SMALL, WIDE_FROM, axis, layout, text_width
from dashboard.charts.mark import Mark
from dashboard.charts.panels import TITLE, stacked
from dashboard.charts.seasons import season_name
from dashboard.charts.traces import dots, whiskers, written
from dashboard.judging.view import View
from dashboard.values.measure import Flow
from dashboard.values.partial_date import PartialDate
from dashboard.wording.words import Words

NAME = "record"
ROW: Final = 21
HEADROOM: Final = 4
APART: Final = 8
"""What is free between two years."""

KEY: Final = 26
SCALE: Final = 24
"""What the numbers of the scale take."""

BETWEEN: Final = 14
DOT: Final = 9
"""How far an interval reaches at least where it is drawn, in px of a wide picture: beyond its mark."""

STEPS: Final = 6
"""About how many steps the scale has at most."""

MOST_PANELS: Final = 8
MOST_ROWS: Final = 80

Reach = tuple[float, float]


@dataclass(slots=True)
class Rows:
    """Where the rows of a panel stand, in px from its upper edge.

    Attributes:
        places: The middle of each row.
        heads: What stands before the first row of each year, and where.
        between: The middles of what is free between two years.
        depth: Where the last one ends.
    """

    places: list[float] = field(default_factory=list)
    heads: list[tuple[float, str]] = field(default_factory=list)
    between: list[float] = field(default_factory=list)
    depth: int = HEADROOM


def draw(view: View, words: Words) -> Chart | None:
    """Return the chart of the record."""
    seasons = _seasons(view)
    kept = _with_room(seasons[:MOST_PANELS], view)
    counts = [count for season in kept for count in season]
    if not counts:
        return None
    return of_both_sides(
        NAME,
        view,
        words,
        counts=counts,
        called=[_called(count, words) for count in counts],
        figure=_figure(kept, view, words),
        sentence=_sentence(seasons[0], view, words),
        left=sum(map(len, seasons)) - len(counts),
    )


def _seasons(view: View) -> list[list[Count]]:
    """Return the counts by season, the longest first; those of one period as they were published, side by side."""
    seasons: dict[tuple[int, int], list[Count]] = {}
    for count in counts_of(view, (Flow.TURNOVER,)):
        seasons.setdefault(scale_of(count.mark.period, view), []).append(count)
    order = sorted(seasons, key=lambda season: (-season[1], season[0]))
    return [sorted(seasons[season], key=lambda count: _place(count, view)) for season in order]


def _place(count: Count, view: View) -> tuple[int, int, bool, PartialDate]:
    mark = count.mark
    published = when(view.dataset.source(mark.source))
    return mark.period.end, mark.period.start, count.reporter != view.block.reporter, published


def _with_room(seasons: Sequence[Sequence[Count]], view: View) -> list[list[Count]]:
    """Return as many counts as a picture has room for: of each season those of the source in view and the latest."""
    most = max((most for most in range(1, MOST_ROWS + 1) if _rows(seasons, most) <= MOST_ROWS), default=1)
    kept = []
    for season in seasons:
        order = sorted(range(len(season)), key=lambda at: (season[at].mark.source == view.source.id, at))
        kept.append([season[at] for at in sorted(order[-most:])])
    return kept


def _rows(seasons: Sequence[Sequence[Count]], most: int) -> int:
    return sum(min(len(season), most) for season in seasons)


def _called(count: Count, words: Words) -> str:
    return f"{words.flow(count.mark.flow)}, {side(count.reporter, words)}"


def _figure(seasons: Sequence[Sequence[Count]], view: View, words: Words) -> dict[str, Any]:
    rows = [_placed(season, view, words) for season in seasons]
    found = [count for season in seasons for count in season]
    top = max(float(count.mark.at) + count.mark.reach[1] for count in found) or 1.0
    left = max(text_width(head, SMALL) for of_panel in rows for _, head in of_panel.heads) + 10
    right = max(text_width(count.mark.label(words), SMALL) for count in found) + 34
    per_unit = (WIDE_FROM - left - right) / top
    above = SCALE if len(seasons) > 1 else 0
    places, total = stacked([(TITLE + (0 if at else above), one.depth) for at, one in enumerate(rows)], 0, BETWEEN)
    made = layout(total + KEY + SCALE, margin={"l": left, "r": right, "t": KEY, "b": SCALE, "pad": 0})
    made["annotations"] = [key(side_key(sides(found, view), view, words), left)]
    data = []
    for at, (season, one, place) in enumerate(zip(seasons, rows, places, strict=True)):
        shown = {"showticklabels": at in (0, len(seasons) - 1), "side": "bottom" if at == len(seasons) - 1 else "top"}
        across = axis(zeroline=True, zerolinecolor=LIGHT.rule, tickangle=0, **shown, **amounts((0, top), STEPS, words))
        lines = {"tickvals": one.between, "ticktext": [""] * len(one.between), "showticklabels": False}
        place.put(made, across, axis(range=[one.depth, 0], **lines))
        made["annotations"].append(place.title(scale_name(season[0].mark.period, view, words), left))
        reach = [_drawn(count.mark, per_unit) for count in season]
        named = beside(labelled(season, one.places, reach, view, words), (0, top), left, right)
        data += place.drawn([_dots(season, one, reach, view, words), _heads(one), *named])
    return {"data": data, "layout": made}


def _placed(season: Sequence[Count], view: View, words: Words) -> Rows:
    rows = Rows()
    for count in season:
        period = count.mark.period
        is_year = period.months <= 12 and not view.shown_in.is_per_month
        head = str(period.year) if is_year else words.period(period, short=True)
        if not rows.heads or rows.heads[-1][1] != head:
            if rows.heads:
                rows.between.append(rows.depth + APART / 2)
                rows.depth += APART
            rows.heads.append((rows.depth + ROW / 2, head))
        rows.places.append(rows.depth + ROW / 2)
        rows.depth += ROW
    return rows


def _drawn(mark: Mark, per_unit: float) -> Reach:
    """Return how far an interval reaches below and above its mark; 0 where the mark would hide it."""
    return mark.reach if max(mark.reach) * per_unit > DOT else (0.0, 0.0)


def _dots(season: Sequence[Count], rows: Rows, reach: Sequence[Reach], view: View, words: Words) -> dict[str, Any]:
    found = [count.mark for count in season]
    colors = [color(count.reporter, view) for count in season]
    shown = drawn_as(season, [_called(count, words) for count in season], colors, view, words)
    return dots([float(mark.at) for mark in found], rows.places, error_x=whiskers(reach), **shown)


def _heads(rows: Rows) -> dict[str, Any]:
    text = [f"{head}\u2002" for _, head in rows.heads]
    return written([0] * len(text), [at for at, _ in rows.heads], text, "middle left", color=LIGHT.soft)


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


CHART: Final = Definition(name=NAME, draw=draw, page="record", is_of_all=True)
