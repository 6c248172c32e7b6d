"""Exports, imports and turnover of every period that a source speaks of, each season on a scale of its own."""

from __future__ import annotations

from dashboard.charts.bars import bars_figure
from dashboard.charts.caption import capital, nothing, sentence, text_of
from dashboard.charts.chart import Chart
from dashboard.charts.compose import of_one_source
from dashboard.charts.mark import Mark, marks
from dashboard.charts.seasons import ORDER, amount, by_season, panel, stated_periods, with_room
from dashboard.metrics import answer
from dashboard.observation import Flow
from dashboard.view import View
from dashboard.wording.words import Words

NAME = "levels"


def draw(view: View, words: Words) -> Chart:
    """Return the chart of amounts."""
    found, left = _marks(view)
    seasons = by_season(found, view)
    drawn = [mark for season in seasons for mark in season]
    if not drawn:
        return nothing(NAME, view, words)
    unit = view.unit_of_levels
    figure = bars_figure([panel(season, unit, view, words) for season in seasons])
    shown = _sentence(drawn, view, words)
    return of_one_source(NAME, view, words, drawn=drawn, figure=figure, sentence=shown, unit=unit, left=left)


def _marks(view: View) -> tuple[tuple[Mark, ...], int]:
    judgement = view.scope.judgement
    periods, left = with_room(stated_periods(judgement), view)
    flows = [flow for flow in ORDER if flow is not Flow.BALANCE]
    asked = [amount(flow, when, view) for when in periods for flow in flows]
    return marks(answer(judgement, asked), judgement, view.source.id, view.shown_in.per_bn), left


def _sentence(drawn: list[Mark], view: View, words: Words) -> str:
    text, unit = text_of(words), view.unit_of_levels
    flow = next((f for f in ORDER for mark in drawn if (mark.flow, mark.period) == (f, view.period)), drawn[0].flow)
    of_flow = {mark.period: mark.says_in(unit, words) for mark in drawn if mark.flow is flow}
    period = view.period if view.period in of_flow else max(of_flow, key=lambda one: one.end)
    fields = {"flow": capital(words.flow(flow)), "period": words.period(period), "now": of_flow[period]}
    before = of_flow.get(period.earlier())
    if before is None:
        return sentence(text.amount.format(**fields))
    earlier = words.period(period.earlier())
    return sentence(text.amount_and_before.format(**fields, earlier=earlier, before=before))
