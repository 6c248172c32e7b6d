"""A chart put together from its marks, its figure and its sentence: table, text, source and note follow from these."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dashboard.charts.caption import key, reading, source_line, spoken, table, text_of
from dashboard.charts.chart import Chart
from dashboard.charts.mark import Kind, Mark
from dashboard.judging.view import View
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
    return Chart(
        name=name,
        title=title,
        sentence=sentence,
        figure=figure,
        columns=columns,
        rows=rows,
        values=values,
        text=text,
        source=source,
        note=note,
        claims=claims,
        key=key(drawn, words),
    )


def told(drawn: Sequence[Mark], called: Sequence[str], unit: str, words: Words) -> list[str]:
    """Return every mark in words: "exports, January–October 2022: USD 17.2 bn"."""
    return [
        f"{title}, {words.period(mark.period)}: {mark.says_in(unit, words)}"
        for mark, title in zip(drawn, called, strict=True)
    ]
