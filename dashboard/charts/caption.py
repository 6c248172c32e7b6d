"""What stands around a picture: source line, reading note, table, text; and what a mark says when it is pointed at."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Final

from dashboard.charts.chart import Cell, Chart
from dashboard.charts.look import CLEAR, LIGHT, layout, literal, note
from dashboard.charts.mark import Kind, Mark, ends_in_words
from dashboard.judging.view import View
from dashboard.values.observation import Dataset, Source
from dashboard.values.partial_date import PartialDate
from dashboard.wording.chart_text import TEXT, ChartText
from dashboard.wording.words import Words

READ_ALOUD: Final = 12
"""How many marks the text names one by one before it points to the table."""

EMPTY_HEIGHT: Final = 140

_UNKNOWN: Final = PartialDate(9999)
_COLUMNS: Final = ("figure", "period", "printed", "low", "high", "unit", "kind", "lines")


def text_of(words: Words) -> ChartText:
    """Return the texts of the charts in a language."""
    return TEXT[words.language]


def capital(text: str) -> str:
    """Return a text that begins with a capital letter."""
    return text[:1].upper() + text[1:]


def sentence(text: str) -> str:
    """Return a sentence with one full stop, also after an abbreviation."""
    return text.removesuffix("..") + "." if text.endswith("..") else text


def named(lines: Iterable[int], words: Words) -> str:
    """Return lines in words: "line 4", "lines 2–9, 12"."""
    text = text_of(words)
    runs: list[list[int]] = []
    for line in sorted(set(lines)):
        if runs and runs[-1][-1] == line - 1:
            runs[-1].append(line)
        else:
            runs.append([line])
    shown = ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs)
    return (text.line if len(runs) == 1 and len(runs[0]) == 1 else text.lines).format(lines=shown)


def source_line(view: View, lines: Iterable[int], words: Words) -> str:
    """Return the line that names the source of a view, its date and the lines drawn."""
    date = words.published(view.source.published)
    return text_of(words).source.format(publisher=view.source.publisher, date=date, lines=named(lines, words))


def sources_line(sources: int, lines: Iterable[int], words: Words) -> str:
    """Return the line under a picture of many sources."""
    return text_of(words).sources.format(count=sources, lines=named(lines, words))


def reading(drawn: Sequence[Mark], words: Words, without: Iterable[int] = (), left: int = 0, more: str = "") -> str:
    """Return how to read the marks that are there, which lines were left out, and how many found no room.

    The key comes first, then `more`: what one chart alone has.
    """
    text, soft = text_of(words).marks, any(mark.kind is Kind.SOFT for mark in drawn)
    parts = [text["soft"]] if soft else []
    parts += [text["open"]] if any(mark.is_open for mark in drawn) else []
    return " ".join(filter(None, [key(drawn, words), more, *parts, *remarks(words, without, left)]))


def key(drawn: Sequence[Mark], words: Words) -> str:
    """Return how to read the marks that are there, of the kinds that every chart of a page may have."""
    text, kinds = text_of(words).marks, {mark.kind for mark in drawn}
    parts = [text[kind] for kind in (Kind.REPORTED, Kind.DERIVED) if kind in kinds]
    return " ".join([*parts, text["interval"]]) if drawn else ""


def remarks(words: Words, without: Iterable[int] = (), left: int = 0) -> list[str]:
    """Return which lines were left out of derived figures, and how many marks found no room."""
    text, out = text_of(words), tuple(without)
    found = [text.without.format(lines=named(out, words))] if out else []
    return found + ([text.capped.format(count=left)] if left else [])


def pointed_at(mark: Mark, title: str, unit: str, dataset: Dataset, words: Words) -> str:
    """Return what a mark says when it is pointed at: figure, number, interval, who and on which line."""
    text = text_of(words)
    rows = [f"<b>{_broken(capital(title))}</b>", mark.says_in(unit, words)]
    if mark.row is not None:
        rows.append(text.stands_for.format(interval=words.in_unit(mark.interval, unit, per_bn=mark.per_bn)))
    if mark.is_mirrored:
        rows.append(text.own_sign.format(number=mark.as_counted.says_in(unit, words)))
    rests_on = text.derived_from if mark.row is None else text.reported_on
    rows.append(rests_on.format(lines=named(mark.lines, words)))
    source = dataset.source(mark.source)
    return "<br>".join([*rows, *([literal(said_by(source, words))] if source else [])])


def said_by(source: Source, words: Words) -> str:
    """Return who published and when: "Federal Customs Service of Russia, May 2020"."""
    return ", ".join(part for part in (source.publisher, words.published(source.published)) if part)


def when(source: Source | None) -> PartialDate:
    """Return what sorts sources by their dates; those of an unknown date come last."""
    return (source and source.published) or _UNKNOWN


def table(
    drawn: Sequence[Mark], titles: Sequence[str], unit: str, words: Words
) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...], tuple[tuple[Cell, ...], ...]]:
    """Return columns, rows in words and the same rows as plain values, one row for every mark.

    What is printed has the sign it is printed with.
    """
    text = text_of(words)
    rows, values = [], []
    for mark, title in zip(drawn, titles, strict=True):
        low, high = ends_in_words(mark.interval, words, mark.per_bn)
        period, kind = words.period(mark.period), text.kinds[mark.kind.value]
        said = mark.as_counted.says(words) if mark.row is not None else ""
        lines = ", ".join(map(str, mark.lines))
        rows.append((capital(title), period, said, low, high, words.unit(unit), kind, lines))
        value = None if mark.row is None else float(mark.as_counted.at)
        values.append((capital(title), str(mark.period), value, *mark.ends, unit, mark.kind.value, lines))
    return tuple(text.columns[name] for name in _COLUMNS), tuple(rows), tuple(values)


def spoken(title: str, sentence: str, marks: Sequence[str], words: Words) -> str:
    """Return a picture in words: title, sentence, and its first marks."""
    text = text_of(words)
    told = list(marks[:READ_ALOUD])
    if len(marks) > READ_ALOUD:
        told.append(text.text_more.format(count=len(marks) - READ_ALOUD))
    said = capital("; ".join(told)) + "." if told else ""
    return text.text.format(
        title=title.rstrip(".?") + ("?" if title.endswith("?") else ""), sentence=sentence, marks=said
    ).strip()


def nothing(name: str, view: View, words: Words) -> Chart:
    """Return the chart that says why there is nothing to draw."""
    text = text_of(words)
    title, why = text.titles[name], text.nothing[name]
    source = source_line(view, (row.line for row in view.rows), words)
    return Chart(
        name=name,
        title=title,
        sentence=why,
        figure=_empty(why),
        columns=(),
        rows=(),
        values=(),
        text=f"{title}. {why}",
        source=source,
        note="",
    )


def _empty(why: str) -> dict[str, Any]:
    hidden = {"visible": False, "fixedrange": True}
    place = {"xref": "paper", "yref": "paper", "x": 0.5, "y": 0.5, "align": "center"}
    said = note(_broken(why), font={"color": LIGHT.soft}, **place)
    ground = {"type": "scatter", "x": [], "y": [], "marker": {"color": CLEAR}}
    return {"data": [ground], "layout": layout(EMPTY_HEIGHT, xaxis=hidden, yaxis=hidden, annotations=[said])}


def _broken(text: str, longest: int = 44) -> str:
    """Return a text in lines that fit a phone."""
    lines = [""]
    for word in text.split():
        if len(lines[-1]) + len(word) >= longest:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return "<br>".join(lines)
