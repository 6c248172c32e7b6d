"""What a sentence says of a direction or a sign is true at both ends of what the rows allow."""

from __future__ import annotations

import re

import pytest

from dashboard.charts import draw
from dashboard.judging.metrics import Metric, Name, Role
from dashboard.languages.language import Language
from dashboard.values.interval import Interval
from dashboard.values.measure import Flow, Measure
from dashboard.wording.headline import headline
from dashboard.wording.words import Words
from tests.charted import EVERY_SOURCE, chart, view_of

FLOWS = (Flow.TURNOVER, Flow.EXPORTS, Flow.IMPORTS)


def ends(interval: Interval) -> tuple[float, float]:
    low, high = interval.low, interval.high
    return (float("-inf") if low is None else float(low), float("inf") if high is None else float(high))


def allowed(metric: Metric | None) -> tuple[float, float]:
    """Return the range of what was printed and of what the rows allow together."""
    assert metric is not None
    low, high = ends(metric.interval)
    return low, high


def verbs(sentence: str) -> dict[Flow, str]:
    """Return whether each flow is said to rise or to fall."""
    found = re.findall(r"(turnover|exports|imports) (rose|fell)", sentence.lower())
    return {Flow(flow): verb for flow, verb in found}


@pytest.mark.parametrize("source", EVERY_SOURCE)
def test_what_rose_rose_and_what_fell_fell_at_both_ends(source: str) -> None:
    view = view_of(source)
    said = [verbs(headline(view, Language.EN))]
    growth = chart("growth", source)
    shown = Words(Language.EN).period(view.period)
    said += [verbs(growth.sentence)] if shown in growth.sentence else []
    for flow, verb in (pair for one in said for pair in one.items()):
        low, high = allowed(view.metric(Measure.GROWTH, flow))
        assert low >= 0 if verb == "rose" else high <= 0


@pytest.mark.parametrize("source", EVERY_SOURCE)
def test_a_surplus_is_one_and_a_deficit_is_one_at_both_ends(source: str) -> None:
    view, sentence = view_of(source), chart("balance", source).sentence
    kinds = re.findall(r"surplus|deficit|balance", sentence.partition(": ")[2])
    names: list[Name] = (
        [Measure.LEVEL, Role.BASE] if f"in {Words(Language.EN).period(view.period)}: " in sentence else []
    )
    for kind, name in zip(kinds, names, strict=False):
        low, high = allowed(view.metric(name, Flow.BALANCE))
        assert {"surplus": low > 0, "deficit": high < 0, "balance": low <= 0 <= high}[kind]


def test_the_mirror_says_apart_only_where_no_number_is_in_both() -> None:
    for source in EVERY_SOURCE:
        drawn = draw("mirror", view_of(source), Words(Language.EN))
        if not drawn.values:
            continue
        flow, _, period = drawn.sentence.partition(":")[0].rpartition(", ")
        named = [
            (said[0].split("count of ")[1].removesuffix(", sign reversed"), row[3], row[4])
            for row, said in zip(drawn.values, drawn.rows, strict=True)
            if said[0].startswith(f"{flow}, ") and said[1] == period
        ]
        own, low, high = named[0]
        less, more = next(ends for side, *ends in named if side != own)
        meet = _least(low) <= _most(more) and _least(less) <= _most(high)
        assert meet == ("overlap" in drawn.sentence), drawn.sentence


def _least(end: object) -> float:
    return float(end) if isinstance(end, int | float) else float("-inf")


def _most(end: object) -> float:
    return float(end) if isinstance(end, int | float) else float("inf")
