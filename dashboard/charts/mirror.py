"""The two countries' counts of the same flow, one above the other: each side's numbers, and whether they can meet.

Exports of one side are imports of the other. A gap is no error: exports are valued at the border of the country that
sells, imports at that of the country that buys.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from dashboard.charts.bars import PALE
from dashboard.charts.caption import (
    capital,
    nothing,
    pointed_at,
    reading,
    sentence,
    sources_line,
    spoken,
    table,
    text_of,
)
from dashboard.charts.chart import Chart
from dashboard.charts.mark import Kind, Mark, closed, marks
from dashboard.charts.record import comparable
from dashboard.charts.seasons import season_name, stated_periods
from dashboard.charts.template import LIGHT, SMALL, axis, layout, note, text_width
from dashboard.metrics import Name, answer
from dashboard.observation import Flow
from dashboard.period import Period
from dashboard.quantity import Asked, Quantity
from dashboard.view import View
from dashboard.wording.words import Words

NAME = "mirror"
LINE: Final = 24
HEADING: Final = 24
TITLE: Final = 26
SCALE: Final = 34
MOST_ROWS: Final = 16
_PARTNERS: Final = {Flow.TURNOVER: Flow.TURNOVER, Flow.EXPORTS: Flow.IMPORTS, Flow.IMPORTS: Flow.EXPORTS}


@dataclass(frozen=True, slots=True)
class Count:
    """One number of one side; `flow` is the flow as the side in view names it."""

    mark: Mark
    reporter: str
    flow: Flow


@dataclass(frozen=True, slots=True)
class Pair:
    """All that both sides say of one flow in one period, the side in view first."""

    flow: Flow
    period: Period
    counts: tuple[Count, ...]


def draw(view: View, words: Words) -> Chart:
    """Return the chart of both counts."""
    pairs, left = _pairs(view)
    if not pairs:
        return nothing(NAME, view, words)
    text, unit = text_of(words), f"{view.block.currency} bn"
    counts = [count for pair in pairs for count in pair.counts]
    found = [count.mark for count in counts]
    title, shown = text.titles[NAME], _sentence(pairs, view, words)
    told = [f"{_title(count, view, words)}: {count.mark.says_in(unit, words)}" for count in counts]
    columns, rows, values = table(found, [_named(count, view, words) for count in counts], [unit] * len(counts), words)
    ids = [mark.source for mark in found]
    columns = (*columns, text.columns["source"])
    rows = tuple((*row, id) for row, id in zip(rows, ids, strict=True))
    values = tuple((*row, id) for row, id in zip(values, ids, strict=True))
    source = sources_line(len(set(ids)), (line for mark in found for line in mark.lines), words)
    sides = text.marks["sides"].format(
        first=words.country(view.block.reporter, "genitive"), second=words.country(view.block.partner, "genitive")
    )
    notes = f"{sides} {reading(found, words, _without(view, found), left)}"
    figure = _figure(pairs, view, words)
    return Chart(NAME, title, shown, figure, columns, rows, values, spoken(title, shown, told, words), source, notes)


def _pairs(view: View) -> tuple[list[Pair], int]:
    """Return what both sides count, season by season, and how many pairs found no room."""
    found: dict[tuple[Flow, Period], list[Count]] = {}
    for scope in comparable(view):
        judgement = scope.judgement
        own = scope.block.reporter == view.block.reporter
        asked = [
            (Name.LEVEL, Quantity(Asked.LEVEL, flow, when)) for when in stated_periods(judgement) for flow in _PARTNERS
        ]
        for mark in closed(marks(answer(judgement, asked), judgement, scope.source or "")):
            flow = mark.flow if own else _PARTNERS[mark.flow]
            found.setdefault((flow, mark.period), []).append(Count(mark, scope.block.reporter, flow))
    both = [key for key, counts in found.items() if len({count.reporter for count in counts}) == 2]
    order = sorted(both, key=lambda key: (key[1].season != view.period.season, key[1].season, key[1].start, key[0]))
    shown = order[:MOST_ROWS]
    first = view.block.reporter
    pairs = [Pair(*key, tuple(sorted(found[key], key=lambda count: count.reporter != first))) for key in shown]
    return pairs, len(order) - len(shown)


def _without(view: View, found: Sequence[Mark]) -> tuple[int, ...]:
    derived = {mark.source for mark in found if mark.kind is Kind.DERIVED}
    return tuple(line for scope in comparable(view) if scope.source in derived for line in scope.judgement.left_out)


def _figure(pairs: Sequence[Pair], view: View, words: Words) -> dict[str, Any]:
    seasons: dict[tuple[int, int], list[Pair]] = {}
    for pair in pairs:
        seasons.setdefault(pair.period.season, []).append(pair)
    heights = [TITLE + sum(map(_height, season)) + SCALE for season in seasons.values()]
    total = sum(heights)
    said = [count.mark.brief(words) for pair in pairs for count in pair.counts]
    margin = {"l": 8, "r": max(map(text_width, said)) + 24, "t": 4, "b": 4}
    made = layout(total + 8, margin=margin, annotations=[])
    data, top = [], 0
    for number, (season, height) in enumerate(zip(seasons.values(), heights, strict=True), 1):
        suffix = "" if number == 1 else str(number)
        depth = height - TITLE - SCALE
        domain = [max(1 - (top + TITLE + depth) / total, 0), 1 - (top + TITLE) / total]
        ends = [
            end for pair in season for count in pair.counts for end in (*count.mark.ends, float(count.mark.at)) if end
        ]
        made[f"yaxis{suffix}"] = axis(
            range=[depth, 0], domain=domain, anchor=f"x{suffix}", showticklabels=False, showgrid=False
        )
        made[f"xaxis{suffix}"] = axis(
            range=[0, max(ends) * 1.02],
            anchor=f"y{suffix}",
            nticks=6,
            tickangle=0,
            zeroline=True,
            zerolinecolor=LIGHT.rule,
        )
        place = {"xref": "paper", "yref": "paper", "x": 0, "y": 1 - top / total, "xanchor": "left", "yanchor": "top"}
        heading = text_of(words).panel.format(
            season=season_name(season[0].period, words), unit=words.unit(f"{view.block.currency} bn")
        )
        made["annotations"].append(note(capital(heading), font={"size": SMALL, "color": LIGHT.soft}, **place))
        traces, headings = _rows(season, suffix, view, words)
        made["annotations"] += headings
        data += [trace | {"xaxis": f"x{suffix}", "yaxis": f"y{suffix}"} for trace in traces]
        top += height
    return {"data": data, "layout": made}


def _height(pair: Pair) -> int:
    return HEADING + len(pair.counts) * LINE


def _rows(
    season: Sequence[Pair], suffix: str, view: View, words: Words
) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Return the traces and the headings of a season's rows."""
    headings, counts, places, at = [], [], [], 0
    for pair in season:
        title = f"<b>{_flow(pair.flow, view, words)}</b>, {words.period(pair.period, short=True)}"
        spot = {"xref": "paper", "yref": f"y{suffix}", "x": 0, "y": at + HEADING / 2 + 2, "xanchor": "left"}
        headings.append(note(title, font={"color": LIGHT.flow(pair.flow)}, **spot))
        at += HEADING
        for count in pair.counts:
            counts.append(count)
            places.append(at + LINE / 2)
            at += LINE
    return [_dots(counts, places, view, words), _numbers(counts, places, words)], headings


def _dots(counts: Sequence[Count], places: Sequence[float], view: View, words: Words) -> dict[str, Any]:
    found, unit = [count.mark for count in counts], f"{view.block.currency} bn"
    colors = [LIGHT.flow(count.flow) for count in counts]
    hollow = [mark.kind is Kind.DERIVED for mark in found]
    return {
        "type": "scatter",
        "mode": "markers",
        "cliponaxis": False,
        "x": [float(mark.at) for mark in found],
        "y": list(places),
        "ids": [f"{mark.source}:{mark.key}" for mark in found],
        "customdata": [list(mark.lines) for mark in found],
        "hovertext": [pointed_at(one.mark, _title(one, view, words), unit, view.dataset, words) for one in counts],
        "hovertemplate": "%{hovertext}<extra></extra>",
        "marker": {
            "size": 11,
            "symbol": ["circle" if count.reporter == view.block.reporter else "square" for count in counts],
            "color": [LIGHT.paper if empty else color for empty, color in zip(hollow, colors, strict=True)],
            "opacity": [PALE if mark.kind is Kind.SOFT else 1 for mark in found],
            "line": {"width": 2, "color": colors},
        },
        "error_x": {
            "type": "data",
            "symmetric": False,
            "array": [mark.reach[1] for mark in found],
            "arrayminus": [mark.reach[0] for mark in found],
            "color": LIGHT.ink,
            "thickness": 1,
            "width": 4,
        },
    }


def _numbers(counts: Sequence[Count], places: Sequence[float], words: Words) -> dict[str, Any]:
    said = []
    for count in counts:
        arrow = "▶ " if count.mark.interval.high is None else "◀ " if count.mark.interval.low is None else ""
        said.append(f"\u2002{arrow}{count.mark.brief(words)}")
    return {
        "type": "scatter",
        "mode": "text",
        "hoverinfo": "skip",
        "cliponaxis": False,
        "x": [float(count.mark.at) + count.mark.reach[1] for count in counts],
        "y": list(places),
        "text": said,
        "textposition": "middle right",
    }


def _flow(flow: Flow, view: View, words: Words) -> str:
    """Return "Turnover", "Exports from Russia to Belarus": the flow itself, whoever counts it."""
    if flow is Flow.TURNOVER:
        return capital(words.flow(flow))
    sides = (view.block.reporter, view.block.partner)
    exporter, importer = sides if flow is Flow.EXPORTS else sides[::-1]
    way = text_of(words).from_to.format(exporter=words.country(exporter, "genitive"), importer=words.country(importer))
    return capital(way)


def _named(count: Count, view: View, words: Words) -> str:
    counted = text_of(words).count_of.format(country=words.country(count.reporter, "genitive"))
    return f"{_flow(count.flow, view, words)}, {counted}"


def _title(count: Count, view: View, words: Words) -> str:
    return f"{_named(count, view, words)}, {words.period(count.mark.period)}"


def _sentence(pairs: Sequence[Pair], view: View, words: Words) -> str:
    """Return the first pair's counts, as printed or derived, and whether their intervals meet."""
    text, unit, pair = text_of(words), f"{view.block.currency} bn", pairs[0]
    one = next(count.mark for count in pair.counts if count.reporter == view.block.reporter)
    other = next(count.mark for count in pair.counts if count.reporter != view.block.reporter)
    apart = one.interval.meet(other.interval).is_empty
    filled = text.mirror.format(
        title=f"{_flow(pair.flow, view, words)}, {words.period(pair.period)}",
        first=one.says_in(unit, words),
        one=words.country(view.block.reporter, "genitive"),
        second=other.says_in(unit, words),
        other=words.country(view.block.partner, "genitive"),
        gap=text.mirror_apart if apart else text.mirror_overlap,
    )
    return sentence(filled)
