"""What a finding owns: the gap between what it compares, and how large that is."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from dashboard.bounds.quantity import Quantity
from dashboard.bounds.verdict import Verdict
from dashboard.judging.findings import Finding, Level, Rule
from dashboard.values.interval import Interval
from dashboard.values.measure import Flow, Measure
from dashboard.values.period import Period
from tests.blocks import BLOCK

YEAR = Period.parse("2022")


def ends(low: str, high: str) -> Interval:
    return Interval(Fraction(low), Fraction(high))


def finding(rule: Rule, stated: Interval, allowed: Interval, measure: Measure = Measure.LEVEL) -> Finding:
    return Finding(
        level=Level.SOURCE,
        rule=rule,
        verdict=Verdict.CONSISTENT,
        sources=("a",),
        block=BLOCK,
        quantity=Quantity.of(measure, Flow.EXPORTS, YEAR),
        stated=stated,
        allowed=allowed,
        lines=(2,),
    )


def test_intervals_that_touch_have_no_gap() -> None:
    assert finding(Rule.SUM, ends("1", "2"), ends("2", "3")).gap is None
    assert finding(Rule.SUM, Interval(), ends("1", "2")).gap is None
    assert finding(Rule.SUM, ends("3", "4"), ends("1", "2.5")).gap == ends("0.5", "0.5")


def test_two_counts_have_a_difference_even_where_they_overlap() -> None:
    assert finding(Rule.PARTNER, ends("1", "2"), ends("2", "4")).gap == ends("-3", "0")


@pytest.mark.parametrize(
    ("found", "relative"),
    [
        (finding(Rule.SUM, ends("11", "12"), ends("8", "10")), ends("10", "12.5")),
        (finding(Rule.PARTNER, ends("11", "12"), ends("8", "10")), ends("10", "50")),
        (finding(Rule.SUM, ends("3", "4"), ends("0", "2")), None),
        (finding(Rule.PACE, ends("11", "12"), ends("8", "10")), None),
        (finding(Rule.GROWTH, ends("11", "12"), ends("8", "10"), Measure.GROWTH), None),
        (replace(finding(Rule.SUM, ends("11", "12"), ends("8", "10")), stated=ends("9", "9")), None),
    ],
)
def test_a_gap_is_in_percent_of_an_amount_above_zero(found: Finding, relative: Interval | None) -> None:
    assert found.relative == relative
