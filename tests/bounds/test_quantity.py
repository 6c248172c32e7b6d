"""What can be asked, as a ratio of forms, and what has no meaning."""

from __future__ import annotations

from fractions import Fraction

import pytest

from dashboard.bounds.quantity import Quantity
from dashboard.bounds.system import System
from dashboard.reading.dataset import read
from dashboard.values.errors import QuestionError
from dashboard.values.measure import Flow, Measure
from dashboard.values.period import Period

YEAR, BEFORE = Period.parse("2022"), Period.parse("2021")
SYSTEM = System.of((), (YEAR, BEFORE))


def test_a_comparison_is_with_the_year_before_unless_told() -> None:
    assert Quantity.of(Measure.GROWTH, Flow.EXPORTS, YEAR).base == BEFORE
    assert Quantity.of(Measure.CHANGE, Flow.BALANCE, YEAR, Period.parse("2020")).base == Period.parse("2020")
    assert Quantity.of(Measure.LEVEL, Flow.EXPORTS, YEAR, BEFORE).base is None


def test_a_period_is_not_compared_with_itself() -> None:
    with pytest.raises(QuestionError, match=r"^2022 cannot be compared with itself; name another base$"):
        Quantity.of(Measure.CHANGE, Flow.EXPORTS, YEAR, YEAR)


@pytest.mark.parametrize(
    ("asked", "flow", "message"),
    [
        (
            Measure.GROWTH,
            Flow.BALANCE,
            "a balance has no growth, since its base may be below zero",
        ),
        (Measure.FACTOR, Flow.BALANCE, "a balance has no factor"),
        (Measure.SHARE, Flow.TURNOVER, "a share is a part of turnover, and turnover is all of it"),
        (Measure.SHARE, Flow.BALANCE, "a share is a part of turnover, which balance is not"),
    ],
)
def test_what_has_no_meaning_is_refused(asked: Measure, flow: Flow, message: str) -> None:
    with pytest.raises(QuestionError, match=message):
        Quantity.of(asked, flow, YEAR)


@pytest.mark.parametrize(
    ("asked", "scale", "above", "below"),
    [
        (Measure.LEVEL, Fraction(1), {"exports 2022": 1}, None),
        (Measure.AVERAGE, Fraction(1, 12), {"exports 2022": 1}, None),
        (Measure.CHANGE, Fraction(1), {"exports 2021": -1, "exports 2022": 1}, None),
        (Measure.GROWTH, Fraction(100), {"exports 2021": -1, "exports 2022": 1}, {"exports 2021": 1}),
        (Measure.FACTOR, Fraction(1), {"exports 2022": 1}, {"exports 2021": 1}),
        (Measure.SHARE, Fraction(100), {"exports 2022": 1}, {"exports 2022": 1, "imports 2022": 1}),
        (Measure.COVERAGE, Fraction(100), {"exports 2022": 1}, {"imports 2022": 1}),
        (
            Measure.CONTRIBUTION,
            Fraction(100),
            {"exports 2021": -1, "exports 2022": 1},
            {"exports 2021": 1, "imports 2021": 1},
        ),
    ],
)
def test_each_is_a_scale_times_one_form_over_another(
    asked: Measure, scale: Fraction, above: dict[str, int], below: dict[str, int] | None
) -> None:
    quantity = Quantity.of(asked, Flow.EXPORTS, YEAR)
    names = [str(unknown) for unknown in SYSTEM.unknowns]
    under = quantity.denominator(SYSTEM)
    assert quantity.scale == scale
    assert {names[k]: c for k, c in quantity.numerator(SYSTEM).terms} == above
    assert (None if under is None else {names[k]: c for k, c in under.terms}) == below


def test_coverage_is_of_exports_by_imports_whatever_flow_is_named() -> None:
    a, b = (Quantity.of(Measure.COVERAGE, flow, YEAR).numerator(SYSTEM) for flow in (Flow.BALANCE, Flow.EXPORTS))
    assert a == b


def test_a_row_reports_its_own_quantity() -> None:
    data = read(
        b"source,reporter,partner,flow,period,measure,value,unit,step\n"
        b"s,RUS,BLR,exports,2022,growth,10,% USD,1\ns,RUS,BLR,exports,2022,share,40,% USD,1\n",
        b"id,publisher,title\ns,an office,a release\n",
    )
    assert [Quantity.of_row(row) for row in data.observations] == [
        Quantity(Measure.GROWTH, Flow.EXPORTS, YEAR, BEFORE),
        Quantity(Measure.SHARE, Flow.EXPORTS, YEAR),
    ]
    assert Quantity.of_row(data.observations[0]).periods == (YEAR, BEFORE)
