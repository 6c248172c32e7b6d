"""Exports, imports and turnover of every period that a source speaks of, each season on a scale of its own."""

from __future__ import annotations

from dashboard.charts.bars import bars_figure
from dashboard.charts.caption import capital, nothing, reading, source_line, spoken, table, text_of, without
from dashboard.charts.chart import Chart
from dashboard.charts.mark import Mark, marks
from dashboard.charts.seasons import ORDER, by_season, panel, stated_periods, title_of
from dashboard.metrics import Name, answer
from dashboard.observation import Flow
from dashboard.quantity import Asked, Quantity
from dashboard.view import View
from dashboard.wording.words import Words

NAME = "levels"


def draw(view: View, words: Words) -> Chart:
    """Return the chart of amounts."""
    unit = f"{view.block.currency} bn"
    seasons, left = by_season(_marks(view), view)
    drawn = [mark for season in seasons for mark in season]
    if not drawn:
        return nothing(NAME, view, words)
    figure = bars_figure([panel(season, unit, view, words, lambda mark: mark.brief(words)) for season in seasons])
    titles = [words.flow(mark.flow) for mark in drawn]
    title, sentence = text_of(words).titles[NAME], _sentence(drawn, view, words)
    told = [f"{title_of(mark, words)}: {mark.says_in(unit, words)}" for mark in drawn]
    columns, rows, values = table(drawn, titles, [unit] * len(drawn), words)
    source = source_line(view, (line for mark in drawn for line in mark.lines), words)
    note = reading(drawn, words, without(view, drawn), left)
    return Chart(
        NAME, title, sentence, figure, columns, rows, values, spoken(title, sentence, told, words), source, note
    )


def _marks(view: View) -> tuple[Mark, ...]:
    judgement = view.scope.judgement
    flows = [flow for flow in ORDER if flow is not Flow.BALANCE]
    asked = [(Name.LEVEL, Quantity(Asked.LEVEL, flow, when)) for when in stated_periods(judgement) for flow in flows]
    return marks(answer(judgement, asked), judgement, view.source.id)


def _sentence(drawn: list[Mark], view: View, words: Words) -> str:
    text, unit = text_of(words), f"{view.block.currency} bn"
    flow = next((f for f in ORDER for mark in drawn if (mark.flow, mark.period) == (f, view.period)), drawn[0].flow)
    of_flow = {mark.period: mark.says_in(unit, words) for mark in drawn if mark.flow is flow}
    period = view.period if view.period in of_flow else max(of_flow, key=lambda one: one.end)
    fields = {"flow": capital(words.flow(flow)), "period": words.period(period), "now": of_flow[period]}
    before = of_flow.get(period.earlier())
    if before is None:
        return text.amount.format(**fields)
    return text.amount_and_before.format(**fields, earlier=words.period(period.earlier()), before=before)
