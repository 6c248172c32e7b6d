"""Exports, imports and turnover of every period that a source speaks of, each season in a panel of its own."""

from __future__ import annotations

from typing import Final

from dashboard.charts.caption import capital, sentence, text_of
from dashboard.charts.chart import Chart, Definition
from dashboard.charts.mark import Mark
from dashboard.charts.seasons import ORDER, amounts, in_panels
from dashboard.judging.view import View
from dashboard.values.measure import Flow
from dashboard.wording.words import Words

NAME = "levels"


def draw(view: View, words: Words) -> Chart | None:
    """Return the chart of amounts."""
    flows = [flow for flow in ORDER if flow is not Flow.BALANCE]
    return in_panels(NAME, view, words, amounts(flows, view), unit=view.unit_of_levels, sentence=_sentence)


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


CHART: Final = Definition(name=NAME, draw=draw)
