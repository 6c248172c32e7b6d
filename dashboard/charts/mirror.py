"""The two countries' counts of the same flow, one above the other: each side's numbers, and whether they can meet.

Exports of one side are imports of the other. A gap is no error: exports are valued at the border of the country that
sells, imports at that of the country that buys.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from dashboard.charts.caption import capital, nothing, sentence, text_of
from dashboard.charts.chart import Chart
from dashboard.charts.counts import (
    Count,
    counts_of,
    drawn_as,
    of_both_sides,
    scale_name,
    scale_of,
    shared_periods,
    side,
)
from dashboard.charts.panels import TITLE, stacked
from dashboard.charts.template import LIGHT, axis, layout, note, text_width
from dashboard.charts.traces import dots, still, whiskers
from dashboard.observation import Flow
from dashboard.period import Period
from dashboard.view import View
from dashboard.wording.words import Words

NAME = "mirror"
EDGE: Final = 8
LINE: Final = 24
SCALE: Final = 34
MOST_PAIRS: Final = 16
WINDOW: Final = 0.2
"""The least part of the greatest amount that a scale shows: with less, the smallest gap would look like a chasm."""

PARTNERS: Final = {Flow.TURNOVER: Flow.TURNOVER, Flow.EXPORTS: Flow.IMPORTS, Flow.IMPORTS: Flow.EXPORTS}
"""What a flow is called by the other side."""


@dataclass(frozen=True, slots=True)
class Pair:
    """All that both sides say of one flow in one period.

    Attributes:
        flow: As the side in view calls it.
        counts: Those of the side in view first.
    """

    flow: Flow
    period: Period
    counts: tuple[Count, ...]

    @property
    def height(self) -> int:
        """How many px it needs, heading included."""
        return (1 + len(self.counts)) * LINE


def draw(view: View, words: Words) -> Chart:
    """Return the chart of both counts."""
    pairs, left = _pairs(view)
    if not pairs:
        return nothing(NAME, view, words)
    return of_both_sides(
        NAME,
        view,
        words,
        counts=[count for pair in pairs for count in pair.counts],
        called=[_called(pair, count, view, words) for pair in pairs for count in pair.counts],
        figure=_figure(pairs, view, words),
        sentence=_sentence(pairs[0], view, words),
        left=left,
        more=text_of(words).marks["no_zero"],
    )


def _pairs(view: View) -> tuple[list[Pair], int]:
    """Return what both sides count, season by season, and how many pairs found no room."""
    found: dict[tuple[Flow, Period], list[Count]] = {}
    own = view.block.reporter
    for count in counts_of(view, tuple(PARTNERS), shared_periods(view)):
        flow = count.mark.flow if count.reporter == own else PARTNERS[count.mark.flow]
        found.setdefault((flow, count.mark.period), []).append(count)
    both = [pair for pair, counts in found.items() if len({count.reporter for count in counts}) == 2]
    order = sorted(both, key=lambda pair: (pair[1].season != view.period.season, pair[1].season, pair[1], pair[0]))
    pairs = [Pair(*pair, tuple(sorted(found[pair], key=lambda count: count.reporter != own))) for pair in order]
    return pairs[:MOST_PAIRS], len(pairs[MOST_PAIRS:])


def _figure(pairs: Sequence[Pair], view: View, words: Words) -> dict[str, Any]:
    seasons: dict[tuple[int, int], list[Pair]] = {}
    for pair in pairs:
        seasons.setdefault(scale_of(pair.period, view), []).append(pair)
    depths = [sum(pair.height for pair in season) for season in seasons.values()]
    places, total = stacked([(TITLE, depth) for depth in depths], SCALE)
    right = max(text_width(count.mark.brief(words)) for pair in pairs for count in pair.counts) + 28
    made = layout(total + 8, margin={"l": EDGE, "r": right, "t": 4, "b": 4}, annotations=[])
    data = []
    for season, depth, place in zip(seasons.values(), depths, places, strict=True):
        across = axis(tickangle=0, range=_window(season), nticks=6)
        place.put(made, across, axis(showticklabels=False, showgrid=False, range=[depth, 0]))
        made["annotations"].append(place.title(scale_name(season[0].period, view, words), EDGE))
        made["annotations"] += _headings(season, place.suffix, view, words)
        data += place.drawn(_traces(season, view, words))
    return {"data": data, "layout": made}


def _window(season: Sequence[Pair]) -> list[float]:
    """Return the ends of a scale: marks have no length, so it begins where their differences can be seen."""
    found = [count.mark for pair in season for count in pair.counts]
    low = min(float(mark.at) - mark.reach[0] for mark in found)
    high = max(float(mark.at) + mark.reach[1] for mark in found)
    edge = max(high - low, WINDOW * abs(high)) * 0.08 or 1.0
    return [min(low, high - WINDOW * abs(high)) - edge, high + edge / 4]


def _headings(season: Sequence[Pair], suffix: str, view: View, words: Words) -> list[dict[str, Any]]:
    at, found = 0, []
    for pair in season:
        said = f"<b>{_flow(pair.flow, view, words)}</b>, {words.period(pair.period, short=True)}"
        place = {"xref": "paper", "yref": f"y{suffix}", "x": 0, "y": at + LINE / 2 + 2, "xanchor": "left"}
        found.append(note(said, font={"color": LIGHT.flow(pair.flow)}, xshift=-EDGE, **place))
        at += pair.height
    return found


def _traces(season: Sequence[Pair], view: View, words: Words) -> list[dict[str, Any]]:
    counts, called, colors, places, at = [], [], [], [], 0
    for pair in season:
        for row, count in enumerate(pair.counts, 1):
            counts.append(count)
            called.append(_called(pair, count, view, words))
            colors.append(LIGHT.flow(pair.flow))
            places.append(at + (row + 0.5) * LINE)
        at += pair.height
    found = [count.mark for count in counts]
    shown = drawn_as(counts, called, colors, view, words)
    arrows = ["▶ " if mark.interval.high is None else "◀ " if mark.interval.low is None else "" for mark in found]
    said = [f"\u2003{arrow}{mark.brief(words)}" for arrow, mark in zip(arrows, found, strict=True)]
    ends = [float(mark.at) + mark.reach[1] for mark in found]
    return [
        dots([float(mark.at) for mark in found], places, error_x=whiskers([mark.reach for mark in found]), **shown),
        still(mode="text", x=ends, y=places, text=said, textposition="middle right"),
    ]


def _flow(flow: Flow, view: View, words: Words) -> str:
    """Return "Turnover", "From Russia to Belarus": the flow itself, whoever counts it."""
    if flow is Flow.TURNOVER:
        return capital(words.flow(flow))
    sides = (view.block.reporter, view.block.partner)
    exporter, importer = sides if flow is Flow.EXPORTS else sides[::-1]
    names = {"exporter": words.country(exporter, "genitive"), "importer": words.towards(importer)}
    return capital(text_of(words).from_to.format(**names))


def _called(pair: Pair, count: Count, view: View, words: Words) -> str:
    return f"{_flow(pair.flow, view, words)}, {side(count.reporter, words)}"


def _sentence(pair: Pair, view: View, words: Words) -> str:
    """Return the first counts of both sides, as printed or derived, and whether their intervals meet."""
    text, unit, own = text_of(words), view.unit_of_levels, view.block.reporter
    one = next(count.mark for count in pair.counts if count.reporter == own)
    other = next(count.mark for count in pair.counts if count.reporter != own)
    filled = text.mirror.format(
        title=f"{_flow(pair.flow, view, words)}, {words.period(pair.period)}",
        first=one.says_in(unit, words),
        one=words.country(own, "genitive"),
        second=other.says_in(unit, words),
        other=words.country(view.block.partner, "genitive"),
        gap=text.mirror_apart if one.interval.meet(other.interval).is_empty else text.mirror_overlap,
    )
    return sentence(filled)
