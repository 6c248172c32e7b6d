"""What is worked out from reported rows, against numbers typed from an independent calculation."""

from __future__ import annotations

from fractions import Fraction

import pytest

from dashboard.judging.judgement import judge
from dashboard.judging.metrics import Metric, Name, Role, compare, periods
from dashboard.judging.review import Review
from dashboard.reading.dataset import read
from dashboard.values.interval import Interval
from dashboard.values.measure import Flow, Measure
from dashboard.values.observation import Observation
from dashboard.values.period import Period

HEADER = "source,reporter,partner,flow,period,measure,value,unit,step,qualifier,compared_with"
SOURCES = b"id,publisher,title\ns,an office,a release\n"
PERIOD, BASE = Period.parse("2022-01/2022-10"), Period.parse("2021-01/2021-10")


def rows_of(*lines: str) -> tuple[Observation, ...]:
    full = [f"s,RUS,BLR,{line}" for line in lines]
    return read("\n".join([HEADER, *full]).encode(), SOURCES).observations


def ministry(shipped: Review) -> dict[tuple[Name, Flow, Period], Metric]:
    judgement = next(scope.judgement for scope in shipped.scopes if scope.source == "mfa-2023-01")
    return {(m.name, m.quantity.flow, m.quantity.period): m for m in compare(judgement, PERIOD)}


@pytest.mark.parametrize(
    ("name", "flow", "period", "ends"),
    [
        (Role.BASE, Flow.EXPORTS, BASE, (18.7125, 18.8358)),
        (Role.BASE, Flow.IMPORTS, BASE, (12.5227, 12.6044)),
        (Role.BASE, Flow.TURNOVER, BASE, (31.2755, 31.3948)),
        (Role.BASE, Flow.BALANCE, BASE, (6.1121, 6.3040)),
        (Measure.LEVEL, Flow.BALANCE, PERIOD, (-0.2, 0.0)),
        (Measure.COVERAGE, Flow.EXPORTS, PERIOD, (98.8473, 100.0)),
        (Measure.SHARE, Flow.EXPORTS, PERIOD, (49.7101, 50.0)),
        (Measure.CHANGE, Flow.TURNOVER, PERIOD, (3.1460, 3.1837)),
        (Role.SWING, Flow.BALANCE, PERIOD, (-6.3423, -6.2853)),
        (Measure.CONTRIBUTION, Flow.EXPORTS, PERIOD, (-5.0663, -4.9918)),
        (Measure.CONTRIBUTION, Flow.IMPORTS, PERIOD, (15.0600, 15.1806)),
        (Measure.AVERAGE, Flow.IMPORTS, PERIOD, (1.725, 1.735)),
    ],
)
def test_metrics_of_the_foreign_ministry(
    shipped: Review, name: Name, flow: Flow, period: Period, ends: tuple[float, float]
) -> None:
    interval = ministry(shipped)[name, flow, period].interval
    assert interval.low is not None
    assert interval.high is not None
    assert (round(float(interval.low), 4), round(float(interval.high), 4)) == ends


def test_a_reported_metric_is_its_row_and_a_derived_one_its_bounds(shipped: Review) -> None:
    found = ministry(shipped)
    exports, balance = found[Measure.LEVEL, Flow.EXPORTS, PERIOD], found[Measure.LEVEL, Flow.BALANCE, PERIOD]
    assert (exports.is_reported, exports.lines, exports.estimate) == (True, (6,), Fraction("17.2"))
    assert exports.interval == Interval(Fraction("17.15"), Fraction("17.25"))
    assert (balance.is_reported, balance.lines, balance.estimate) == (False, (6, 8), Fraction("-0.1"))


def test_the_sign_is_known_where_the_bounds_lie_on_one_side(shipped: Review) -> None:
    found = ministry(shipped)
    assert found[Measure.LEVEL, Flow.BALANCE, PERIOD].bounds.interval.sign == -1
    assert found[Role.BASE, Flow.BALANCE, BASE].bounds.interval.sign == 1
    crossing = judge(rows_of("exports,2022,level,17.3,USD bn,0.1,,", "imports,2022,level,17.3,USD bn,0.1,,"))
    balance = next(m for m in compare(crossing, Period.parse("2022")) if m.quantity.flow is Flow.BALANCE)
    assert balance.bounds.interval.sign is None
    none = judge(rows_of("exports,2022,level,5,USD bn,1,exact,", "imports,2022,level,5,USD bn,1,exact,"))
    balance = next(m for m in compare(none, Period.parse("2022")) if m.quantity.flow is Flow.BALANCE)
    assert balance.bounds.interval.sign == 0


def test_a_year_leaves_a_residual_for_the_months_before_and_after() -> None:
    judged = judge(rows_of("exports,2022,level,12,USD bn,1,,", "exports,2022-Q2,level,3,USD bn,1,,"))
    rests = [m for m in compare(judged, Period.parse("2022-Q2")) if m.name is Role.RESIDUAL]
    assert [(str(m.quantity.period), m.interval.high) for m in rests if m.quantity.flow is Flow.EXPORTS] == [
        ("2022-Q1", Fraction(10)),
        ("2022-H2", Fraction(10)),
    ]


def test_what_the_rows_say_nothing_about_is_left_out() -> None:
    judged = judge(rows_of("turnover,2022,level,34,USD bn,1,,"))
    assert Measure.GROWTH not in {m.name for m in compare(judged, Period.parse("2022"))}


def test_metrics_of_contradictory_rows_name_what_was_left_out() -> None:
    rows = rows_of(
        "turnover,2022,level,35.5,USD bn,0.1,,",
        "turnover,2022,level,34.5,USD bn,0.01,,",
        "exports,2022,level,17.2,USD bn,0.1,,",
        "imports,2022,level,17.3,USD bn,0.1,,",
    )
    assert {m.bounds.without for m in compare(judge(rows), Period.parse("2022"))} == {(2,)}


def test_periods_come_with_the_fullest_first() -> None:
    rows = rows_of(
        "exports,2021,level,12,USD bn,1,,",
        "exports,2022,level,12,USD bn,1,,",
        "imports,2022,level,12,USD bn,1,,",
        "exports,2020,growth,5,%,1,,",
    )
    assert [str(period) for period in periods(rows)] == ["2022", "2021", "2020"]


def test_what_a_year_leaves_before_and_after_a_period_is_told_of_both() -> None:
    judgement = judge(rows_of(
        "exports,2022,level,12.0,USD bn,0.1,,",
        "exports,2022-Q1,level,2.0,USD bn,0.1,,",
        "exports,2022-03/2022-08,level,6.0,USD bn,0.1,,",
        "exports,2022-Q4,level,3.0,USD bn,0.1,,",
    ))  # fmt: skip
    found = compare(judgement, Period.parse("2022-03/2022-08"))
    assert {str(m.quantity.period) for m in found if m.name is Role.RESIDUAL and m.quantity.flow is Flow.EXPORTS} == {
        "2022-01/2022-02",
        "2022-09/2022-12",
    }
    for period, rest in (("2022-Q1", "2022-04/2022-12"), ("2022-Q4", "2022-01/2022-09")):
        left = compare(judgement, Period.parse(period))
        assert {str(metric.quantity.period) for metric in left if metric.name is Role.RESIDUAL} == {rest}
