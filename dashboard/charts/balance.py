"""Exports less imports of every period that a source speaks of: a surplus, a deficit, or a sign that is not known."""

from __future__ import annotations

from typing import Final

from dashboard.charts.caption import sentence, text_of
from dashboard.charts.chart import Chart, Definition
from dashboard.charts.mark import Mark
from dashboard.charts.seasons import amounts, in_panels
from dashboard.judging.view import View
from dashboard.values.measure import Flow
from dashboard.wording.words import Words

NAME = "balance"


def draw(view: View, words: Words) -> Chart | None:
    """Return the chart of the balance."""
    return in_panels(NAME, view, words, amounts((Flow.BALANCE,), view), unit=view.unit_of_levels, sentence=_sentence)


def _sentence(drawn: list[Mark], view: View, words: Words) -> str:
    text = text_of(words)
    by_period = {mark.period: mark for mark in drawn}
    now = by_period.get(view.period, max(drawn, key=lambda mark: mark.period.end))
    before = by_period.get(now.period.earlier())
    fields = {"country": words.country(view.block.reporter), "period": words.period(now.period)}
    if before is None:
        return sentence(text.balance.format(**fields, now=_state(now, view, words)))
    fields |= {"now": _state(now, view, words), "before": _state(before, view, words)}
    return sentence(text.balance_and_before.format(**fields, earlier=words.period(before.period)))


def _state(mark: Mark, view: View, words: Words) -> str:
    """Return "a surplus of USD 6.1 to 6.3 bn"; nothing is called a surplus that may be none."""
    text, unit = text_of(words), view.unit_of_levels
    low, high = mark.interval.low, mark.interval.high
    if low is not None and low > 0:
        return text.surplus.format(amount=mark.says_in(unit, words))
    if high is not None and high < 0:
        return text.deficit.format(amount=mark.mirrored.says_in(unit, words))
    crosses = low is None or high is None or (low < 0 < high)
    return (text.sign_unknown if crosses else text.even).format(amount=mark.says_in(unit, words))


CHART: Final = Definition(name=NAME, draw=draw)
