"""A chart put together from its marks, its figure and its sentence: table, text, source and note follow from these."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from dashboard.charts.caption import reading, source_line, sources_line, spoken, table, text_of
from dashboard.charts.chart import Chart
from dashboard.charts.mark import Kind, Mark
from dashboard.view import View
from dashboard.wording.words import Words


def of_one_source(
    name: str,
    view: View,
    words: Words,
    *,
    drawn: Sequence[Mark],
    figure: dict[str, Any],
    sentence: str,
    unit: str,
    left: int = 0,
    titles: Sequence[str] = (),
    more: str = "",
) -> Chart:
    """Return a chart of the source in view.

    Its marks are called by their flows unless `titles` names them; `more` is how to read what this chart alone has.
    """
    title, called = text_of(words).titles[name], titles or [words.flow(mark.flow) for mark in drawn]
    columns, rows, values = table(drawn, called, unit, words)
    derived = any(mark.kind is Kind.DERIVED for mark in drawn)
    note = reading(drawn, words, view.scope.judgement.left_out if derived else (), left, more)
    source = source_line(view, (line for mark in drawn for line in mark.lines), words)
    text = spoken(title, sentence, told(drawn, called, unit, words), words)
    claims = tuple(mark.key for mark in drawn)
    return Chart(name, title, sentence, figure, columns, rows, values, text, source, note, claims)


def of_many_sources(
    name: str,
    words: Words,
    *,
    drawn: Sequence[Mark],
    called: Sequence[str],
    figure: dict[str, Any],
    sentence: str,
    unit: str,
    without: Iterable[int],
    left: int,
    key: str,
) -> Chart:
    """Return a chart of many sources: its table has a column more, and its note begins with the key to both sides."""
    title = text_of(words).titles[name]
    columns, rows, values = table(drawn, called, unit, words)
    ids = [mark.source for mark in drawn]
    source = sources_line(len(set(ids)), (line for mark in drawn for line in mark.lines), words)
    return Chart(
        name,
        title,
        sentence,
        figure,
        (*columns, text_of(words).columns["source"]),
        tuple((*row, id) for row, id in zip(rows, ids, strict=True)),
        tuple((*row, id) for row, id in zip(values, ids, strict=True)),
        spoken(title, sentence, told(drawn, called, unit, words), words),
        source,
        reading(drawn, words, without, left, key),
        tuple(f"{mark.source}:{mark.key}" for mark in drawn),
    )


def told(drawn: Sequence[Mark], called: Sequence[str], unit: str, words: Words) -> list[str]:
    """Return every mark in words: "exports, January–October 2022: USD 17.2 bn"."""
    return [
        f"{title}, {words.period(mark.period)}: {mark.says_in(unit, words)}"
        for mark, title in zip(drawn, called, strict=True)
    ]
