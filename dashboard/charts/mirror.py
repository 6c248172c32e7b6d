"""The two countries' counts of the same flow, one above the other: each side's numbers, and whether they can meet.

Exports of one side are imports of the other, and its surplus is the other's deficit: the partner's balance stands with
its sign reversed, on a scale of its own, and says so. A gap is no error: exports are valued at the border of the
country that sells, imports at that of the country that buys.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, groupby
from math import inf
from typing import Any, Final

from dashboard.charts.axes import amounts
from dashboard.charts.caption import capital, sentence, text_of
from dashboard.charts.chart import Chart, Definition
from dashboard.charts.counts import (
    GLYPHS,
    Count,
    counts_of,
    drawn_as,
    key,
    labelled,
    of_both_sides,
    scale_name,
    scale_of,
    shape,
    shared_periods,
    side,
)
from dashboard.charts.labels import beside
from dashboard.charts.look import LIGHT, SMALL, axis, layout, note, text_width
from dashboard.charts.panels import TITLE, stacked
from dashboard.charts.traces import HALO, dots, still, whiskers
from dashboard.judging.view import View
from dashboard.values.measure import Flow
from dashboard.values.period import Period
from dashboard.wording.words import Words

NAME = "mirror"
EDGE: Final = 8
KEY: Final = 26
LINE: Final = 24
SCALE: Final = 34
MOST_PAIRS: Final = 16
STEPS: Final = 6
"""About how many steps a scale has at most."""

TWO_LINES: Final = TITLE + 18
"""What a title of two lines takes in px."""

WINDOW: Final = 0.2
"""The least part of the greatest amount that a scale shows: with less, the smallest gap would look like a chasm."""


@dataclass(frozen=True, slots=True)
class Pair:
    """All that both sides say of one flow in one period.

    Attributes:
        flow: As the side in view calls it.
        counts: Those of the side in view first; a balance of the other with its sign reversed.
    """

    flow: Flow
    period: Period
    counts: tuple[Count, ...]

    @property
    def is_balance(self) -> bool:
        """Whether it may be below zero."""
        return self.flow is Flow.BALANCE

    @property
    def height(self) -> int:
        """How many px it needs, heading included."""
        return (1 + len(self.counts)) * LINE


def draw(view: View, words: Words) -> Chart | None:
    """Return the chart of both counts."""
    pairs, left = _pairs(view)
    if not pairs:
        return None
    return of_both_sides(
        NAME,
        view,
        words,
        counts=[count for pair in pairs for count in pair.counts],
        called=[_called(pair, count, view, words) for pair in pairs for count in pair.counts],
        figure=_figure(pairs, view, words),
        sentence=_sentence(next((pair for pair in pairs if pair.period == view.period), pairs[0]), view, words),
        left=left,
        more=_reading(pairs, view, words),
    )


def _reading(pairs: Sequence[Pair], view: View, words: Words) -> str:
    text = text_of(words)
    partner = words.country(view.block.partner, "genitive")
    from_zero = [] if all(pair.is_balance for pair in pairs) else [text.marks["no_zero"]]
    signs = text.marks["reversed"].format(second=partner, printed=text.columns["printed"])
    return " ".join(from_zero + ([signs] if any(pair.is_balance for pair in pairs) else []))


def _pairs(view: View) -> tuple[list[Pair], int]:
    """Return what both sides count, scale by scale, and how many pairs found no room.

    The period in view finds it first, then the latest of each season. The source in view stands before others of its
    side.
    """
    found: dict[tuple[Flow, Period], list[Count]] = {}
    own = view.block.reporter
    for count in counts_of(view, tuple(Flow), shared_periods(view)):
        flow, period = count.mark.flow, count.mark.period
        if count.reporter == own:
            found.setdefault((flow, period), []).append(count)
        else:
            found.setdefault((flow.mirrored, period), []).append(_seen(count))
    both = [pair for pair, counts in found.items() if len({count.reporter for count in counts}) == 2]
    pairs = [Pair(*pair, tuple(sorted(found[pair], key=lambda count: _first(count, view)))) for pair in both]
    pairs.sort(key=lambda pair: (_season(pair, view), pair.period != view.period, -pair.period.end, pair.flow))
    kept = sorted(
        pairs[:MOST_PAIRS], key=lambda pair: (_scale(pair, view), _season(pair, view), pair.period, pair.flow)
    )
    return kept, len(pairs[MOST_PAIRS:])


def _first(count: Count, view: View) -> tuple[bool, bool]:
    return count.reporter != view.block.reporter, count.mark.source != view.source.id


def _season(pair: Pair, view: View) -> tuple[bool, tuple[int, int]]:
    return pair.period.season != view.period.season, pair.period.season


def _seen(count: Count) -> Count:
    """Return a count of the partner as it compares with those of the side in view."""
    return replace(count, mark=count.mark.mirrored) if count.mark.flow is Flow.BALANCE else count


def _scale(pair: Pair, view: View) -> tuple[bool, tuple[int, int], bool]:
    """Return what pairs on one scale have in common, in the order of the scales: that of the view first."""
    season = scale_of(pair.period, view)
    return season != scale_of(view.period, view), season, pair.is_balance


def _figure(pairs: Sequence[Pair], view: View, words: Words) -> dict[str, Any]:
    scales = [list(found) for _, found in groupby(pairs, lambda pair: _scale(pair, view))]
    heights = [(TWO_LINES if found[0].is_balance else TITLE, sum(pair.height for pair in found)) for found in scales]
    places, total = stacked(heights, SCALE)
    right = max(text_width(count.mark.label(words), SMALL) for pair in pairs for count in pair.counts) + 34
    made = layout(total + KEY + EDGE, margin={"l": EDGE, "r": right, "t": KEY, "b": EDGE})
    made["annotations"] = [_key(view, words)]
    data = []
    for found, (_, depth), place in zip(scales, heights, places, strict=True):
        across = axis(tickangle=0, **amounts(_window(found), STEPS, words))
        place.put(made, across, axis(showticklabels=False, showgrid=False, range=[depth, 0]))
        made["annotations"].append(place.title(_title(found[0], view, words), EDGE))
        made["annotations"] += _headings(found, place.suffix, view, words)
        data += place.drawn([*_zeros(found), *_traces(found, across["range"], right, view, words)])
    return {"data": data, "layout": made}


def _key(view: View, words: Words) -> dict[str, Any]:
    """Return which shape is whose; here colours are those of flows."""
    codes = (view.block.reporter, view.block.partner)
    return key([f"{GLYPHS[shape(code, view)]} {side(code, words)}" for code in codes], EDGE)


def _title(pair: Pair, view: View, words: Words) -> str:
    """Return what stands above a scale: its season and unit, and whose balances have their signs reversed."""
    said, partner = scale_name(pair.period, view, words), view.block.partner
    return f"{said}<br>{GLYPHS[shape(partner, view)]} {_reversed(partner, words)}" if pair.is_balance else said


def _window(pairs: Sequence[Pair]) -> list[float]:
    """Return the ends of a scale: marks have no length, so it begins where their differences can be seen.

    That of a balance holds zero, where a surplus ends.
    """
    found = [count.mark for pair in pairs for count in pair.counts]
    zero = [0.0] if pairs[0].is_balance else []
    low = min(zero + [float(mark.at) - mark.reach[0] for mark in found])
    high = max(zero + [float(mark.at) + mark.reach[1] for mark in found])
    edge = max(high - low, WINDOW * abs(high)) * 0.08 or 1.0
    return [min(low, high - WINDOW * abs(high)) - edge, high + edge / 4]


def _headings(season: Sequence[Pair], suffix: str, view: View, words: Words) -> list[dict[str, Any]]:
    at, found = 0, []
    for pair in season:
        said = f"<b>{_flow(pair.flow, view, words)}</b>, {words.period(pair.period, short=True)}"
        place = {"xref": "paper", "yref": f"y{suffix}", "x": 0, "y": at + LINE / 2 + 2, "xanchor": "left"}
        found.append(note(said, font={"color": LIGHT.flow(pair.flow), "shadow": HALO}, xshift=-EDGE, **place))
        at += pair.height
    return found


def _zeros(pairs: Sequence[Pair]) -> list[dict[str, Any]]:
    """Return the line at zero beside the marks of every balance; none is drawn through its heading."""
    line = {"color": LIGHT.rule, "width": 1}
    feet = accumulate(pair.height for pair in pairs)
    rows = [(foot - pair.height + LINE, foot) for pair, foot in zip(pairs, feet, strict=True) if pair.is_balance]
    return [still(mode="lines", x=[0, 0], y=list(ends), line=line) for ends in rows]


def _traces(season: Sequence[Pair], ends: list[float], right: int, view: View, words: Words) -> list[dict[str, Any]]:
    counts, called, colors, places, at = [], [], [], [], 0
    for pair in season:
        for row, count in enumerate(pair.counts, 1):
            counts.append(count)
            called.append(_called(pair, count, view, words))
            colors.append(LIGHT.flow(pair.flow))
            places.append(at + (row + 0.5) * LINE)
        at += pair.height
    found = [count.mark for count in counts]
    reach = [mark.reach for mark in found]
    shown = drawn_as(counts, called, colors, view, words)
    least = 0.0 if season[0].is_balance else -inf
    said = [replace(one, high=max(one.high, least)) for one in labelled(counts, places, reach, view, words)]
    return [
        dots([float(mark.at) for mark in found], places, error_x=whiskers(reach), **shown),
        *beside(said, (ends[0], ends[1]), EDGE, right),
    ]


def _flow(flow: Flow, view: View, words: Words) -> str:
    """Return "Turnover", "From Russia to Belarus", "Balance of Russia with Belarus": the flow, whoever counts it."""
    if flow is Flow.TURNOVER:
        return capital(words.flow(flow))
    if flow is Flow.BALANCE:
        return capital(text_of(words).balance_of.format(pair=words.pair(view.block.reporter, view.block.partner)))
    sides = (view.block.reporter, view.block.partner)
    exporter, importer = sides if flow is Flow.EXPORTS else sides[::-1]
    names = {"exporter": words.country(exporter, "genitive"), "importer": words.towards(importer)}
    return capital(text_of(words).from_to.format(**names))


def _called(pair: Pair, count: Count, view: View, words: Words) -> str:
    whose = _reversed(count.reporter, words) if count.mark.is_mirrored else side(count.reporter, words)
    return f"{_flow(pair.flow, view, words)}, {whose}"


def _reversed(reporter: str, words: Words) -> str:
    """Return "count of Belarus, sign reversed"."""
    return text_of(words).sign_reversed.format(count=side(reporter, words))


def _sentence(pair: Pair, view: View, words: Words) -> str:
    """Return the first counts of both sides, as printed or derived, and whether their intervals meet."""
    text, unit, own = text_of(words), view.unit_of_levels, view.block.reporter
    one = next(count.mark for count in pair.counts if count.reporter == own)
    other = next(count.mark for count in pair.counts if count.reporter != own)
    filled = (text.mirror_reversed if pair.is_balance else text.mirror).format(
        title=f"{_flow(pair.flow, view, words)}, {words.period(pair.period)}",
        first=one.says_in(unit, words),
        one=words.country(own, "genitive"),
        second=other.says_in(unit, words),
        other=words.country(view.block.partner, "genitive"),
        gap=text.mirror_apart if one.interval.meet(other.interval).is_empty else text.mirror_overlap,
    )
    return sentence(filled)


CHART: Final = Definition(name=NAME, draw=draw, page="record", is_of_all=True)
