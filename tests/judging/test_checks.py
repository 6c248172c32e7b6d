"""The rows of one source, rule by rule: which comparisons are made, and their arithmetic."""

from __future__ import annotations

from fractions import Fraction

import pytest

from dashboard.bounds.verdict import Verdict
from dashboard.judging.checks import hedges, of_source
from dashboard.judging.findings import Finding, Level, Rule
from dashboard.judging.judgement import against_the_others, judge
from dashboard.reading.dataset import read
from dashboard.values.interval import Interval
from dashboard.values.observation import Observation
from tests import stubborn

HEADER = "source,reporter,partner,flow,period,measure,value,unit,step,qualifier,compared_with"
SOURCES = b"id,publisher,title\ns,an office,a release\n"


def rows_of(*lines: str) -> tuple[Observation, ...]:
    """Return the rows of one source, A's count of the trade with B: flow,period,measure,value,unit,step,qualifier."""
    full = [f"s,RUS,BLR,{line}" for line in lines]
    return read("\n".join([HEADER, *full]).encode(), SOURCES).observations


def only(rule: Rule, rows: tuple[Observation, ...]) -> Finding:
    """Return the one finding of a rule."""
    (finding,) = [finding for finding in of_source(rows) if finding.rule is rule]
    return finding


def ends(low: str, high: str) -> Interval:
    return Interval(Fraction(low), Fraction(high))


LEVELS = ("exports,2022,level,17.2,USD bn,0.1,,", "imports,2022,level,17.3,USD bn,0.1,,")


def test_turnover_is_compared_with_exports_plus_imports() -> None:
    finding = only(Rule.SUM, rows_of("turnover,2022,level,34.5,USD bn,0.1,,", *LEVELS))
    assert (finding.level, finding.verdict) == (Level.SOURCE, Verdict.CONSISTENT)
    assert (finding.stated, finding.allowed) == (ends("34.45", "34.55"), ends("34.4", "34.6"))
    assert (finding.gap, finding.lines) == (None, (2, 3, 4))


def test_turnover_out_of_reach_of_its_parts_is_a_contradiction_with_its_gap() -> None:
    finding = only(Rule.SUM, rows_of("turnover,2022,level,35.5,USD bn,0.1,,", *LEVELS))
    assert finding.verdict is Verdict.CONTRADICTION
    assert finding.gap == ends("0.85", "0.85")
    assert finding.relative == Interval(Fraction(8500, 346), Fraction(8500, 344)).scaled(Fraction(1, 10))


def test_turnover_that_touches_its_parts_in_one_number_is_undecided() -> None:
    finding = only(Rule.SUM, rows_of("turnover,2022,level,34.65,USD bn,0.1,,", *LEVELS))
    assert finding.verdict is Verdict.UNDECIDED
    assert finding.allowed.high == finding.stated.low == Fraction("34.6")


def test_exact_numbers_that_agree_are_consistent_though_they_share_only_one_number() -> None:
    rows = rows_of(
        "turnover,2022,level,34.5,USD bn,0.1,exact,",
        "exports,2022,level,17.2,USD bn,0.1,exact,",
        "imports,2022,level,17.3,USD bn,0.1,exact,",
    )
    assert only(Rule.SUM, rows).verdict is Verdict.CONSISTENT


def test_a_balance_is_compared_with_exports_minus_imports() -> None:
    finding = only(Rule.BALANCE, rows_of("balance,2022,level,-0.4,USD bn,0.1,,", *LEVELS))
    assert (finding.verdict, finding.allowed) == (Verdict.CONTRADICTION, ends("-0.2", "0"))
    assert (finding.gap, finding.relative) == (ends("0.15", "0.15"), None)


def test_a_growth_rate_is_compared_with_its_two_levels() -> None:
    rows = rows_of(
        "exports,2022,level,11,USD bn,1,,", "exports,2021,level,10,USD bn,1,,", "exports,2022,growth,10,%,1,,"
    )
    finding = only(Rule.GROWTH, rows)
    assert finding.verdict is Verdict.CONSISTENT
    assert finding.allowed == Interval(Fraction(0), Fraction(400, 19))


def test_a_change_in_money_is_compared_with_its_two_levels() -> None:
    rows = rows_of(
        "exports,2022,level,11,USD bn,1,,", "exports,2021,level,10,USD bn,1,,", "exports,2022,change,3.5,USD bn,0.1,,"
    )
    finding = only(Rule.GROWTH, rows)
    assert (finding.verdict, finding.allowed, finding.gap) == (
        Verdict.CONTRADICTION,
        ends("0", "2"),
        ends("1.45", "1.45"),
    )


def test_growth_of_turnover_is_compared_with_the_growth_of_its_parts() -> None:
    rows = rows_of(
        "turnover,2022,level,43.4,USD bn,0.1,,",
        "turnover,2022,growth,13,%,1,,",
        "exports,2022,level,21.3,USD bn,0.1,,",
        "exports,2022,growth,-7.7,%,0.1,,",
        "imports,2022,level,22,USD bn,1,,",
        "imports,2022,growth,41.2,%,0.1,,",
    )
    finding = only(Rule.PARTS, rows)
    assert (finding.verdict, finding.stated, finding.lines) == (
        Verdict.CONTRADICTION,
        ends("12.5", "13.5"),
        (3, 2, 4, 6, 5, 7),
    )
    assert finding.gap is not None
    assert finding.gap.low is not None
    assert round(float(finding.gap.low), 4) == 0.3047


def test_a_share_is_compared_with_the_levels() -> None:
    finding = only(Rule.SHARE, rows_of("exports,2022,share,55,%,1,,", *LEVELS))
    assert (finding.verdict, finding.lines) == (Verdict.CONTRADICTION, (2, 3, 4))
    assert finding.allowed == Interval(100 * Fraction("17.15") / Fraction("34.5"), Fraction(50))


def test_a_year_is_compared_with_the_periods_inside_it() -> None:
    rows = rows_of(
        "exports,2022,level,17,USD bn,0.1,,",
        "exports,2022-H1,level,9,USD bn,0.1,,",
        "exports,2022-H2,level,9,USD bn,0.1,,",
    )
    finding = only(Rule.NESTING, rows)
    assert (finding.verdict, finding.allowed) == (Verdict.CONTRADICTION, ends("17.9", "18.1"))


def test_a_value_between_two_multiples_of_its_step_contradicts_itself() -> None:
    finding = only(Rule.PRECISION, rows_of("exports,2022,level,17.26,USD bn,0.1,,"))
    assert (finding.level, finding.verdict, finding.lines) == (Level.ROW, Verdict.CONTRADICTION, (2,))
    assert (finding.allowed, finding.gap) == (ends("17.3", "17.3"), ends("0.04", "0.04"))


@pytest.mark.parametrize("qualifier", ["exact", "more than", "about"])
def test_only_rounded_numbers_have_to_keep_to_their_step(qualifier: str) -> None:
    assert of_source(rows_of(f"exports,2022,level,17.26,USD bn,0.1,{qualifier},")) == ()


@pytest.mark.parametrize(
    ("value", "verdict"),
    [("10.4", Verdict.CONSISTENT), ("10.5", Verdict.UNDECIDED), ("11", Verdict.CONTRADICTION)],
)
def test_about_is_tested_in_two_steps(value: str, verdict: Verdict) -> None:
    parts = ("exports,2022,level,5.2,USD bn,0.02,,", "imports,2022,level,5.2,USD bn,0.02,,")
    rows = rows_of(f"turnover,2022,level,{value},USD bn,0.1,about,", *parts)
    (finding,) = hedges(against_the_others(judge(rows)))
    assert (finding.rule, finding.verdict) == (Rule.HEDGE, verdict)
    assert only(Rule.SUM, rows).verdict is verdict


def test_rows_that_have_nothing_to_be_compared_with_give_no_finding_beyond_their_step() -> None:
    findings = of_source(rows_of("exports,2022,growth,10,%,1,,", "exports,2021,level,10,USD bn,1,,"))
    assert {finding.rule for finding in findings} == {Rule.PRECISION}


def test_rows_that_contradict_each_other_imply_nothing() -> None:
    rates = [f"{flow},2022,growth,10,%,1,," for flow in ("turnover", "exports", "imports")]
    findings = of_source(rows_of("turnover,2022,level,35.5,USD bn,0.1,,", *LEVELS, *rates))
    assert [finding.rule for finding in findings if finding.rule is not Rule.PRECISION] == [Rule.SUM]


def test_a_comparison_that_cannot_be_proved_is_not_made(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = rows_of("turnover,2022,level,34.5,USD bn,0.1,,", *LEVELS)
    stubborn.grant_no_step(monkeypatch)
    assert {finding.rule for finding in of_source(rows)} == {Rule.PRECISION}


def test_a_share_alone_is_compared_with_nothing() -> None:
    assert {finding.rule for finding in of_source(rows_of("exports,2022,share,49.9,% USD,0.1,,"))} == {Rule.PRECISION}
