"""Growth of turnover, exports and imports against a year earlier, printed or following from amounts."""

from __future__ import annotations

from typing import Final

from dashboard.bounds.quantity import Quantity
from dashboard.charts.caption import sentence, text_of
from dashboard.charts.chart import Chart, Definition
from dashboard.charts.mark import Mark, marks
from dashboard.charts.seasons import ORDER, in_panels, stated_periods, with_room
from dashboard.judging.metrics import answer
from dashboard.judging.view import View
from dashboard.values.measure import Flow, Measure
from dashboard.wording.words import Words

NAME = "growth"
UNIT = "%"


def draw(view: View, words: Words) -> Chart | None:
    """Return the chart of growth."""
    return in_panels(NAME, view, words, _marks(view), unit=UNIT, sentence=_sentence)


def clause(mark: Mark, words: Words) -> str:
    """Return how a flow changed: "exports fell by 8.4%"; the direction is open where the interval crosses zero."""
    text, flow = text_of(words), words.flow(mark.flow)
    low, high = mark.interval.low, mark.interval.high
    if low is not None and low > 0:
        return text.rose.format(flow=flow, by=mark.says_in(UNIT, words))
    if high is None or high >= 0:
        return text.unclear.format(flow=flow, by=mark.says_in(UNIT, words))
    return text.fell.format(flow=flow, by=mark.mirrored.says_in(UNIT, words))


def _marks(view: View) -> tuple[tuple[Mark, ...], int]:
    judgement = view.scope.judgement
    flows = [flow for flow in ORDER if flow is not Flow.BALANCE]
    known = stated_periods(judgement)
    periods, left = with_room((period for period in known if period.earlier() in known), view)
    asked = [(Measure.GROWTH, Quantity.of(Measure.GROWTH, flow, period)) for period in periods for flow in flows]
    return marks(answer(judgement, asked), judgement, view.source.id), left


def _sentence(drawn: list[Mark], view: View, words: Words) -> str:
    period = view.period if any(mark.period == view.period for mark in drawn) else drawn[-1].period
    clauses = "; ".join(clause(mark, words) for mark in drawn if mark.period == period)
    earlier = words.period(period.earlier())
    filled = text_of(words).comparison.format(period=words.period(period), earlier=earlier, clauses=clauses)
    return sentence(filled)


CHART: Final = Definition(name=NAME, draw=draw)
