"""Both sides' numbers for one trade: every source's own, marked with whose count it is, never blended."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Final

from dashboard.charts.caption import capital, pointed_at, reading, sources_line, spoken, table, text_of
from dashboard.charts.chart import Chart
from dashboard.charts.compose import told
from dashboard.charts.labels import Labelled
from dashboard.charts.look import LIGHT, SMALL, note
from dashboard.charts.mark import Kind, Mark, closed, marks
from dashboard.charts.seasons import amount, season_name, stated_periods
from dashboard.charts.traces import body, pointing
from dashboard.judging.findings import Level
from dashboard.judging.metrics import answer
from dashboard.judging.review import Scope
from dashboard.judging.view import View
from dashboard.values.measure import Flow
from dashboard.values.period import Period
from dashboard.wording.words import Words

GLYPHS: Final = MappingProxyType({"circle": "●", "square": "■"})
"""The shapes of the two sides as letters."""


@dataclass(frozen=True, slots=True)
class Count:
    """A number of one side's count."""

    mark: Mark
    reporter: str


def comparable(view: View) -> tuple[Scope, ...]:
    """Return the scopes of all sources on this trade in this currency, whichever side counts."""
    sides = (view.block, view.block.mirrored)
    return tuple(scope for scope in view.review.scopes if scope.level is Level.SOURCE and scope.block in sides)


def shared_periods(view: View) -> frozenset[Period]:
    """Return the periods that both sides speak of."""
    spoken: dict[str, set[Period]] = {}
    for scope in comparable(view):
        spoken.setdefault(scope.block.reporter, set()).update(stated_periods(scope.judgement))
    sides = list(spoken.values())
    return frozenset(set.intersection(*sides)) if len(sides) == 2 else frozenset()


def counts_of(view: View, flows: Sequence[Flow], among: Collection[Period] | None = None) -> tuple[Count, ...]:
    """Return what every source says of some flows, in all periods that it speaks of or in those `among` them."""
    found: list[Count] = []
    for scope in comparable(view):
        judgement = scope.judgement
        periods = [when for when in stated_periods(judgement) if among is None or when in among]
        asked = [amount(flow, when, view) for when in periods for flow in flows]
        known = closed(marks(answer(judgement, asked), judgement, scope.source or "", view.shown_in.per_bn))
        found += [Count(mark, scope.block.reporter) for mark in known]
    return tuple(found)


def scale_of(period: Period, view: View) -> tuple[int, int]:
    """Return what periods have in common that share a scale: their season; amounts of a month share one scale."""
    return (0, 0) if view.shown_in.is_per_month else period.season


def scale_name(period: Period, view: View, words: Words) -> str:
    """Return what stands above a scale: "Jan–Oct, USD bn", "USD bn/month"."""
    unit = words.unit(view.unit_of_levels)
    if view.shown_in.is_per_month:
        return capital(unit)
    return capital(text_of(words).panel.format(season=season_name(period, words), unit=unit))


def side(reporter: str, words: Words) -> str:
    """Return "count of Russia"."""
    return text_of(words).count_of.format(country=words.country(reporter, "genitive"))


def sides(counts: Iterable[Count], view: View) -> list[str]:
    """Return whose counts there are, the side in view first."""
    found = {count.reporter for count in counts}
    return [reporter for reporter in (view.block.reporter, view.block.partner) if reporter in found]


def color(reporter: str, view: View) -> str:
    """Return the colour of a side where no flow has its own: dark for the one in view, grey for its partner."""
    return LIGHT.turnover if reporter == view.block.reporter else LIGHT.mute


def glyph(reporter: str, view: View) -> str:
    """Return the shape of a side as a letter, in its colour."""
    return f'<span style="color:{color(reporter, view)}">{GLYPHS[shape(reporter, view)]}</span>'


def key(shown: Sequence[str], left: int) -> dict[str, Any]:
    """Return the line above a picture that says what its shapes are; its plots have so many px to their left."""
    place = {"xref": "paper", "yref": "paper", "x": 0, "y": 1, "xanchor": "left", "yanchor": "bottom"}
    return note("\u2003".join(shown), font={"size": SMALL}, xshift=-left, **place)


def side_key(reporters: Sequence[str], view: View, words: Words) -> list[str]:
    """Return which shape is whose count, for the key: "● count of Russia"."""
    return [f"{glyph(code, view)} {side(code, words)}" for code in reporters]


def shape(reporter: str, view: View) -> str:
    """Return the shape of a side: a circle for the one in view, a square for its partner."""
    return "circle" if reporter == view.block.reporter else "square"


def drawn_as(
    counts: Sequence[Count], called: Sequence[str], colors: Sequence[str], view: View, words: Words
) -> dict[str, Any]:
    """Return marker, names, lines and hover of some counts, each called by a title."""
    found, unit = [count.mark for count in counts], view.unit_of_levels
    hover = [
        pointed_at(mark, f"{title}, {words.period(mark.period)}", unit, view.dataset, words)
        for mark, title in zip(found, called, strict=True)
    ]
    shapes = [shape(count.reporter, view) for count in counts]
    marker = body(found, colors, hollow=LIGHT.paper, line=1.8) | {"size": 10, "symbol": shapes}
    names = [f"{mark.source}:{mark.key}" for mark in found]
    return {"marker": marker, **pointing(names, [mark.lines for mark in found], hover)}


def labelled(
    counts: Sequence[Count], places: Sequence[float], reach: Sequence[tuple[float, float]], view: View, words: Words
) -> list[Labelled]:
    """Return what stands beside some counts: the number, who said it and when.

    Args:
        counts: One for each row.
        places: The middles of the rows.
        reach: How far intervals are drawn below and above the marks.
        view: Its source is the bold one.
        words: The language.
    """
    return [_labelled(*row, view, words) for row in zip(counts, places, reach, strict=True)]


def _labelled(count: Count, y: float, reach: tuple[float, float], view: View, words: Words) -> Labelled:
    mark, source = count.mark, view.dataset.source(count.mark.source)
    (below, above), at = reach, float(mark.at)
    arrow = "" if not mark.is_open else "▶ " if mark.interval.high is None else "◀ "
    name, date = (source.publisher, words.published(source.published)) if source else (mark.source, "")
    number = f"{arrow}{mark.label(words)}"
    return Labelled(
        low=at - below, high=at + above, y=y, number=number, name=name, date=date, is_bold=mark.source == view.source.id
    )


def of_both_sides(
    name: str,
    view: View,
    words: Words,
    *,
    counts: Sequence[Count],
    called: Sequence[str],
    figure: dict[str, Any],
    sentence: str,
    left: int,
    more: str = "",
) -> Chart:
    """Return a chart of many sources: its table has a column more, and its note begins with which shape is whose.

    `called` names the counts; `more` is how to read what this chart alone has.
    """
    text, unit, drawn = text_of(words), view.unit_of_levels, [count.mark for count in counts]
    columns, rows, values = table(drawn, called, unit, words)
    ids = [mark.source for mark in drawn]
    key = " ".join(filter(None, [_key(counts, view, words), more]))
    return Chart(
        name=name,
        title=text.titles[name],
        sentence=sentence,
        figure=figure,
        columns=(*columns, text.columns["source"]),
        rows=tuple((*row, id) for row, id in zip(rows, ids, strict=True)),
        values=tuple((*row, id) for row, id in zip(values, ids, strict=True)),
        text=spoken(text.titles[name], sentence, told(drawn, called, unit, words), words),
        source=sources_line(len(set(ids)), (line for mark in drawn for line in mark.lines), words),
        note=reading(drawn, words, _left_out(view, drawn), left, key),
        claims=tuple(f"{mark.source}:{mark.key}" for mark in drawn),
    )


def _key(counts: Iterable[Count], view: View, words: Words) -> str:
    """Return which shape is whose count."""
    text, own = text_of(words).marks, view.block.reporter
    names = {reporter: words.country(reporter, "genitive") for reporter in sides(counts, view)}
    said = [text["first_side"].format(first=names[own])] if own in names else []
    said += [text["second_side"].format(second=name) for reporter, name in names.items() if reporter != own]
    return " ".join(said)


def _left_out(view: View, drawn: Iterable[Mark]) -> tuple[int, ...]:
    """Return the lines left out by the sources of which something derived is drawn."""
    derived = {mark.source for mark in drawn if mark.kind is Kind.DERIVED}
    return tuple(line for scope in comparable(view) if scope.source in derived for line in scope.judgement.left_out)
