"""Which months published figures cover: a row for each event, one for each publication with its periods and bases.

Every publication on the two countries' trade is shown, whichever is in view, in the order of their dates.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from dashboard.charts.axes import years
from dashboard.charts.caption import capital, named, remarks, said_by, sentence, sources_line, spoken, text_of, when
from dashboard.charts.chart import Cell, Chart, Definition
from dashboard.charts.counts import color, glyph, key, side_key
from dashboard.charts.labels import GAP, fitting, on_a_side
from dashboard.charts.look import CLEAR, LIGHT, NARROW, WIDE, WIDE_FROM, axis, layout, literal
from dashboard.charts.traces import dots, pointing, written
from dashboard.judging.view import View
from dashboard.values.observation import Event, Observation, Source
from dashboard.values.period import Period
from dashboard.wording.words import Words

NAME = "calendar"
HEAD: Final = 48
KEY: Final = 22
"""What stands above the rows takes, and how far above them its key is."""

FOOT: Final = 26
EDGE: Final = 4
RIGHT: Final = 12
EVENT: Final = 22
APART: Final = 8
ROW: Final = 34
LINE: Final = 9
BAR: Final = 22
THICK: Final = 9.0
"""Heights in px: of the row of an event, of the gap below the last, of the row of a publication; in that row the
middles of its line of text, where the picture is narrow, and of its bars, and how thick these are."""

STEPS: Final = 7
"""About how many steps the scale of years has at most."""

MOST_ROWS: Final = 36
MOST_EVENTS: Final = 12
PHONE: Final = 328
"""How wide a picture is on a small phone, or on a desk at 400 %."""

SHAPE: Final = 18
SPARE: Final = 26
"""What the shape of a side takes before a name in px, and what it takes with a gap to the bar."""

_COLUMNS: Final = ("source", "period", "kind", "lines")


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """The months that one publication reports, or compares with, and the lines that do."""

    source: Source
    period: Period
    is_base: bool
    lines: tuple[int, ...]
    reporters: frozenset[str]


def draw(view: View, words: Words) -> Chart | None:
    """Return the chart of covered months."""
    known = _spans(view)
    sources = list(dict.fromkeys(span.source for span in known))
    shown = sources[-MOST_ROWS:]
    drawn = [span for span in known if span.source in shown]
    text, events = text_of(words), _within(view.dataset.events, drawn)
    dated = events[-MOST_EVENTS:]
    title, said = text.titles[NAME], _sentence(drawn, words)
    told = [f"{span.source.publisher}: {words.period(span.period)} ({_kind(span, words)})" for span in drawn]
    return Chart(
        name=NAME,
        title=title,
        sentence=said,
        figure=_figure(drawn, shown, dated, view, words),
        columns=tuple(text.columns[name] for name in _COLUMNS),
        rows=tuple(_in_words(span, words) for span in drawn)
        + tuple(_event_in_words(event, words) for event, _ in dated),
        values=tuple(_values(span) for span in drawn) + tuple(_event_values(event) for event, _ in dated),
        text=spoken(title, said, told, words),
        source=sources_line(len(shown), (line for span in drawn for line in span.lines), words),
        note=" ".join(
            [text.marks["calendar"], *remarks(words, left=len(sources) - len(shown) + len(events) - len(dated))]
        ),
        claims=tuple(f"{span.source.id}:{span.period}" for span in drawn)
        + tuple(f"event:{event.line}" for event, _ in dated),
    )


def _spans(view: View) -> tuple[Span, ...]:
    """Return what every publication on this trade covers, publications in the order of their dates."""
    found: dict[tuple[Source, Period, bool], list[Observation]] = {}
    for row in view.dataset.observations:
        source = view.dataset.source(row.source)
        if source is not None and row.block.pair == view.block.pair:
            found.setdefault((source, row.period, False), []).append(row)
            if row.compared_with is not None:
                found.setdefault((source, row.compared_with, True), []).append(row)
    spans = [
        Span(
            source=source,
            period=period,
            is_base=is_base,
            lines=tuple(row.line for row in rows),
            reporters=frozenset(row.block.reporter for row in rows),
        )
        for (source, period, is_base), rows in found.items()
        if not (is_base and (source, period, False) in found)
    ]
    return tuple(sorted(spans, key=lambda span: (when(span.source), span.source.line, not span.is_base, span.period)))


def _within(events: Sequence[Event], drawn: Sequence[Span]) -> list[tuple[Event, float]]:
    """Return the events of the years drawn, in their order, with their place in time as a year with a fraction."""
    first, last = min(span.period.start for span in drawn) / 12, max(span.period.end for span in drawn) / 12
    dated = [(event, _place(event.date.first_day)) for event in events]
    return sorted(((event, at) for event, at in dated if first <= at <= last), key=lambda one: one[1])


def _place(day: date) -> float:
    """Return 2022.5 for the beginning of July 2022."""
    return day.year + (day.month - 1) / 12 + (day.day - 1) / 31 / 12


def _figure(
    drawn: Sequence[Span], sources: Sequence[Source], dated: list[tuple[Event, float]], view: View, words: Words
) -> dict[str, Any]:
    begin, end = min(span.period.start for span in drawn) / 12, max(span.period.end for span in drawn) / 12
    ends = (begin - 0.1, end + 0.1)
    first = len(dated) * EVENT + (APART if dated else 0)
    depth = first + len(sources) * ROW
    tops = {source: first + at * ROW for at, source in enumerate(sources)}
    made = layout(HEAD + depth + FOOT, margin={"l": EDGE, "r": RIGHT, "t": HEAD, "b": FOOT}, barmode="overlay")
    made["xaxis"] = axis(tickangle=0, **years(ends, STEPS))
    made["xaxis2"] = made["xaxis"] | {"overlaying": "x", "side": "top", "showgrid": False}
    made["yaxis"] = axis(range=[depth, 0], showticklabels=False, showgrid=False)
    found = {code for span in drawn for code in span.reporters}
    both = [code for code in (view.block.reporter, view.block.partner) if code in found]
    said = side_key(both, view, words) + ([f"◆ {text_of(words).kinds['event']}"] if dated else [])
    made["annotations"] = [key(said, EDGE) | {"yshift": KEY}]
    rows = [_Row(source, tops[source], [span for span in drawn if span.source == source]) for source in sources]
    titles = [trace | {"xaxis": "x2"} for trace in _titles(dated, ends)] if dated else []
    data = [_bars(drawn, tops, view, words), _events(dated, words), *_names(rows, ends, view, words), *titles]
    return {"data": data, "layout": made}


@dataclass(frozen=True, slots=True)
class _Row:
    """The row of a publication, its upper edge in px from that of the picture."""

    source: Source
    top: int
    spans: list[Span]


def _names(rows: Sequence[_Row], ends: tuple[float, float], view: View, words: Words) -> list[dict[str, Any]]:
    """Return who published and when: above the bars where the picture is narrow, else in one line with them."""
    above, wide = [], []
    for row in rows:
        name, date = row.source.publisher, words.published(row.source.published)
        first = min(span.period.start for span in row.spans) / 12
        last = max(span.period.end for span in row.spans) / 12
        rooms = [_room(length, ends, WIDE_FROM) for length in (first - ends[0], ends[1] - last)]
        text, is_before = on_a_side(name, date, *rooms)
        wide.append((first if is_before else last, row.top + BAR, _aside(_of(text, row, view), is_before), is_before))
        above.append((ends[0], row.top + LINE, _of(fitting(name, date, PHONE - EDGE - SHAPE), row, view), False))
    return [_written(above, NARROW), _written(wide, WIDE)]


def _of(text: str, row: _Row, view: View) -> str:
    """Return the name of a publication with the shapes of whose counts it has, that in view bold."""
    found = {code for span in row.spans for code in span.reporters}
    shapes = "".join(glyph(code, view) for code in sorted(found, key=lambda code: code != view.block.reporter))
    return f"{shapes} <b>{literal(text)}</b>" if row.source == view.source else f"{shapes} {literal(text)}"


def _titles(dated: list[tuple[Event, float]], ends: tuple[float, float]) -> list[dict[str, Any]]:
    """Return what the events are called, as long as there is room beside them."""
    traces = []
    for width, uid in ((PHONE, NARROW), (WIDE_FROM, WIDE)):
        found = []
        for number, (event, at) in enumerate(dated):
            rooms = [_room(length, ends, width) for length in (at - ends[0], ends[1] - at)]
            text, is_before = on_a_side(event.title, "", *rooms)
            found.append((at, (number + 0.5) * EVENT, _aside(literal(text), is_before), is_before))
        traces.append(_written(found, uid))
    return traces


def _room(length: float, ends: tuple[float, float], width: int) -> float:
    """Return how many px a length of the scale has in a picture, less what a shape and gaps take."""
    return length / (ends[1] - ends[0]) * (width - EDGE - RIGHT) - SPARE


def _aside(text: str, is_before: bool) -> str:
    return f"{text}{GAP}" if is_before else f"{GAP}{text}"


def _written(found: Sequence[tuple[float, float, str, bool]], uid: str) -> dict[str, Any]:
    """Return texts at places, each before its own or after it."""
    x, y, text, is_before = zip(*found, strict=True)
    return written(x, y, text, ["middle left" if one else "middle right" for one in is_before], uid=uid)


def _bars(drawn: Sequence[Span], tops: dict[Source, int], view: View, words: Words) -> dict[str, Any]:
    colors = [_color(span, view) for span in drawn]
    fills = [CLEAR if span.is_base else color for span, color in zip(drawn, colors, strict=True)]
    edges = [color if span.is_base else LIGHT.paper for span, color in zip(drawn, colors, strict=True)]
    return {
        "type": "bar",
        "orientation": "h",
        "y": [tops[span.source] + BAR for span in drawn],
        "base": [span.period.start / 12 for span in drawn],
        "x": [span.period.months / 12 for span in drawn],
        "width": THICK,
        "marker": {"color": fills, "line": {"width": 1.5, "color": edges}},
        **pointing(
            [f"{span.source.id}:{span.period}" for span in drawn],
            [span.lines for span in drawn],
            [_hover(span, words) for span in drawn],
        ),
    }


def _color(span: Span, view: View) -> str:
    """Return the colour of whose count it is; of both, that of the side in view."""
    return color(min(span.reporters, key=lambda code: code != view.block.reporter), view)


def _events(dated: list[tuple[Event, float]], words: Words) -> dict[str, Any]:
    hover = ["<br>".join([f"<b>{words.dates(event.date)}</b>", *_said(event)]) for event, _ in dated]
    marker = {"symbol": "diamond", "size": 10, "color": LIGHT.ink, "line": {"width": 1, "color": LIGHT.paper}}
    shown = pointing([f"event:{event.line}" for event, _ in dated], [()] * len(dated), hover)
    places = [(number + 0.5) * EVENT for number in range(len(dated))]
    return dots([at for _, at in dated], places, marker, xaxis="x2", **shown)


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
    return (event.title, str(event.date), "event", "")


def _sentence(drawn: Sequence[Span], words: Words) -> str:
    reported = [span for span in drawn if not span.is_base]
    months = {month for span in reported for month in range(span.period.start, span.period.end)}
    first, last = Period(min(months), 1), Period(max(months), 1)
    fields = {"first": words.period(first), "last": words.period(last), "covered": len(months)}
    said = text_of(words).calendar
    sources = len({span.source for span in drawn})
    return sentence(capital(said.format(**fields, span=last.start - first.start + 1, sources=sources)))


CHART: Final = Definition(name=NAME, draw=draw, page="record", is_of_all=True)
