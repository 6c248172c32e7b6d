"""Which months published figures cover: a row for each publication, its periods, those it compares with, events.

Every publication on the two countries' trade is shown, whichever is in view, in the order of what it speaks of.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from dashboard.charts.caption import capital, named, remarks, said_by, sentence, sources_line, spoken, text_of
from dashboard.charts.chart import Cell, Chart
from dashboard.charts.template import CLEAR, LIGHT, SMALL, axis, layout, literal, note
from dashboard.charts.traces import dots, pointing
from dashboard.observation import Event, Observation, Source
from dashboard.period import Period
from dashboard.view import View
from dashboard.wording.words import Words

NAME = "calendar"
ROW: Final = 36
HEAD: Final = 46
FOOT: Final = 26
MOST_ROWS: Final = 36
LONGEST_NAME: Final = 48
LONGEST_LATIN: Final = 51
"""How many letters of publisher and date fit a window of 360 px: a small phone, or a desk at 400 %."""

_DAY: Final = re.compile(r"(?P<month>\d{4}-\d{2})-(?P<day>\d{2})")
_COLUMNS: Final = ("source", "period", "kind", "lines")


@dataclass(frozen=True, slots=True)
class Span:
    """The months that one publication reports, or compares with, and the lines that do."""

    source: Source
    period: Period
    is_base: bool
    lines: tuple[int, ...]


def draw(view: View, words: Words) -> Chart:
    """Return the chart of covered months."""
    known = _spans(view)
    sources = list(dict.fromkeys(span.source for span in known))
    shown = sources[-MOST_ROWS:]
    drawn = [span for span in known if span.source in shown]
    text, dated = text_of(words), _within(view.dataset.events, drawn)
    title, said = text.titles[NAME], _sentence(drawn, words)
    told = [f"{span.source.publisher}: {words.period(span.period)} ({_kind(span, words)})" for span in drawn]
    return Chart(
        NAME,
        title,
        said,
        _figure(drawn, shown, dated, view, words),
        tuple(text.columns[name] for name in _COLUMNS),
        tuple(_in_words(span, words) for span in drawn) + tuple(_event_in_words(event, words) for event, _ in dated),
        tuple(_values(span) for span in drawn) + tuple(_event_values(event) for event, _ in dated),
        spoken(title, said, told, words),
        sources_line(len(shown), (line for span in drawn for line in span.lines), words),
        " ".join([text.marks["calendar"], *remarks(words, left=len(sources) - len(shown))]),
        tuple(f"{span.source.id}:{span.period}" for span in drawn) + tuple(f"event:{event.line}" for event, _ in dated),
    )


def _spans(view: View) -> tuple[Span, ...]:
    """Return what every publication on this trade covers, publications in the order of the last month they report."""
    pair, found = {view.block.reporter, view.block.partner}, dict[tuple[Source, Period, bool], list[int]]()
    rows = [row for row in view.dataset.observations if {row.block.reporter, row.block.partner} == pair]
    for row in rows:
        source = view.dataset.source(row.source)
        if source is not None:
            found.setdefault((source, row.period, False), []).append(row.line)
            if row.compared_with is not None:
                found.setdefault((source, row.compared_with, True), []).append(row.line)
    spans = [Span(*key, tuple(lines)) for key, lines in found.items() if not (key[2] and (*key[:2], False) in found)]
    last = {span.source: _last(span.source, rows) for span in spans}
    return tuple(sorted(spans, key=lambda span: (last[span.source], span.source.line, not span.is_base, span.period)))


def _last(source: Source, rows: Sequence[Observation]) -> int:
    return max(row.period.end for row in rows if row.source == source.id)


def _within(events: Sequence[Event], drawn: Sequence[Span]) -> list[tuple[Event, float]]:
    """Return the events of the years drawn, with their place in time as a year with a fraction."""
    first, last = min(span.period.start for span in drawn) / 12, max(span.period.end for span in drawn) / 12
    dated = [(event, _place(event.date)) for event in events]
    return [(event, at) for event, at in dated if first <= at <= last]


def _place(date: str) -> float:
    """Return 2022.5 for the beginning of July 2022; a range or a period stands at its first day."""
    first = date.partition("/")[0]
    day = _DAY.fullmatch(first)
    if day is None:
        return Period.parse(first).start / 12
    return Period.parse(day["month"]).start / 12 + (int(day["day"]) - 1) / 31 / 12


def _figure(
    drawn: Sequence[Span], sources: Sequence[Source], dated: list[tuple[Event, float]], view: View, words: Words
) -> dict[str, Any]:
    begin, end = min(span.period.start for span in drawn) / 12, max(span.period.end for span in drawn) / 12
    margin = {"l": 4, "r": 12, "t": HEAD, "b": FOOT}
    made = layout(HEAD + len(sources) * ROW + FOOT, margin=margin, barmode="overlay")
    made["xaxis"] = axis(range=[begin - 0.1, end + 0.1], tickformat="d", nticks=7, tickangle=0)
    made["xaxis2"] = made["xaxis"] | {"overlaying": "x", "side": "top", "showgrid": False}
    made["yaxis"] = axis(range=[len(sources), -0.6], showticklabels=False, showgrid=False)
    fitting = [literal(_fitting(one, words)) for one in sources]
    names = [f"<b>{name}</b>" if one == view.source else name for one, name in zip(sources, fitting, strict=True)]
    place = {"xref": "paper", "x": 0, "xanchor": "left", "font": {"size": SMALL}}
    made["annotations"] = [note(name, y=at + 0.26, **place) for at, name in enumerate(names)]
    return {"data": [_bars(drawn, sources, view, words), _events(dated, words)], "layout": made}


def _fitting(source: Source, words: Words) -> str:
    """Return who published and when; a long name is cut, the date never."""
    name, date = source.publisher, words.published(source.published)
    room = (LONGEST_LATIN if f"{name}{date}".isascii() else LONGEST_NAME) - len(date)
    if len(name) > room:
        name = name[: room - 1].rstrip(" ,(") + "…"
    return said_by(replace(source, publisher=name), words)


def _bars(drawn: Sequence[Span], sources: Sequence[Source], view: View, words: Words) -> dict[str, Any]:
    colors = [LIGHT.turnover if span.source == view.source else LIGHT.mute for span in drawn]
    fills = [CLEAR if span.is_base else color for span, color in zip(drawn, colors, strict=True)]
    edges = [color if span.is_base else LIGHT.paper for span, color in zip(drawn, colors, strict=True)]
    return {
        "type": "bar",
        "orientation": "h",
        "y": [sources.index(span.source) + 0.7 for span in drawn],
        "base": [span.period.start / 12 for span in drawn],
        "x": [span.period.months / 12 for span in drawn],
        "width": 0.32,
        "marker": {"color": fills, "line": {"width": 1.5, "color": edges}},
        **pointing(
            [f"{span.source.id}:{span.period}" for span in drawn],
            [span.lines for span in drawn],
            [_hover(span, words) for span in drawn],
        ),
    }


def _events(dated: list[tuple[Event, float]], words: Words) -> dict[str, Any]:
    hover = ["<br>".join([f"<b>{words.dates(event.date)}</b>", *_said(event)]) for event, _ in dated]
    marker = {"symbol": "diamond", "size": 10, "color": LIGHT.ink, "line": {"width": 1, "color": LIGHT.paper}}
    shown = pointing([f"event:{event.line}" for event, _ in dated], [()] * len(dated), hover)
    return dots([at for _, at in dated], [-0.3] * len(dated), marker, xaxis="x2", **shown)


def _said(event: Event) -> list[str]:
    return [literal(line) for line in (*_wrapped(event.title), event.place) if line]


def _wrapped(title: str, longest: int = 44) -> list[str]:
    lines = [""]
    for word in title.split():
        if len(lines[-1]) + len(word) >= longest:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return lines


def _kind(span: Span, words: Words) -> str:
    return text_of(words).kinds["base" if span.is_base else "reported"]


def _hover(span: Span, words: Words) -> str:
    what = [f"<b>{words.period(span.period)}</b>", _kind(span, words), named(span.lines, words)]
    return "<br>".join([*what, literal(said_by(span.source, words))])


def _in_words(span: Span, words: Words) -> tuple[str, ...]:
    return (said_by(span.source, words), words.period(span.period), _kind(span, words), ", ".join(map(str, span.lines)))


def _values(span: Span) -> tuple[Cell, ...]:
    kind = "base" if span.is_base else "reported"
    return (span.source.id, str(span.period), kind, ", ".join(map(str, span.lines)))


def _event_in_words(event: Event, words: Words) -> tuple[str, ...]:
    return (event.title, words.dates(event.date), text_of(words).kinds["event"], "")


def _event_values(event: Event) -> tuple[Cell, ...]:
    return (event.title, event.date, "event", "")


def _sentence(drawn: Sequence[Span], words: Words) -> str:
    reported = [span for span in drawn if not span.is_base]
    months = {month for span in reported for month in range(span.period.start, span.period.end)}
    first, last = Period(min(months), 1), Period(max(months), 1)
    fields = {"first": words.period(first), "last": words.period(last), "covered": len(months)}
    said = text_of(words).calendar
    sources = len({span.source for span in drawn})
    return sentence(capital(said.format(**fields, span=last.start - first.start + 1, sources=sources)))
