"""What can be asked, as a ratio of forms, and what has no meaning."""

from __future__ import annotations

from fractions import Fraction

import pytest

from dashboard.bounds.quantity import Asked, Quantity
from dashboard.bounds.system import System
from dashboard.reading.dataset import read
from dashboard.values.errors import QuestionError
from dashboard.values.observation import Flow
from dashboard.values.period import Period

YEAR, BEFORE = Period.parse("2022"), Period.parse("2021")
SYSTEM = System.of((), (YEAR, BEFORE))


def test_a_comparison_is_with_the_year_before_unless_told() -> None:
    assert Quantity.of(Asked.GROWTH, Flow.EXPORTS, YEAR).base == BEFORE
    assert Quantity.of(Asked.CHANGE, Flow.BALANCE, YEAR, Period.parse("2020")).base == Period.parse("2020")
    assert Quantity.of(Asked.LEVEL, Flow.EXPORTS, YEAR, BEFORE).base is None


def test_a_period_is_not_compared_with_itself() -> None:
    with pytest.raises(QuestionError, match=r"^2022 cannot be compared with itself; name another base$"):
        Quantity.of(Asked.CHANGE, Flow.EXPORTS, YEAR, YEAR)


@pytest.mark.parametrize(
    ("asked", "flow", "message"),
    [
        (Asked.GROWTH, Flow.BALANCE, "growth of a balance is undefined, as it may be 0 or negative; ask for change"),
        (Asked.FACTOR, Flow.BALANCE, "factor of a balance is undefined"),
        (Asked.SHARE, Flow.TURNOVER, "share is the part of exports or of imports in turnover, not of turnover"),
        (Asked.SHARE, Flow.BALANCE, "not of balance"),
    ],
)
def test_what_has_no_meaning_is_refused(asked: Asked, flow: Flow, message: str) -> None:
    with pytest.raises(QuestionError, match=message):
        Quantity.of(asked, flow, YEAR)


@pytest.mark.parametrize(
    ("asked", "scale", "above", "below"),
    [
        (Asked.LEVEL, Fraction(1), {"exports 2022": 1}, None),
        (Asked.AVERAGE, Fraction(1, 12), {"exports 2022": 1}, None),
        (Asked.CHANGE, Fraction(1), {"exports 2021": -1, "exports 2022": 1}, None),
        (Asked.GROWTH, Fraction(100), {"exports 2021": -1, "exports 2022": 1}, {"exports 2021": 1}),
        (Asked.FACTOR, Fraction(1), {"exports 2022": 1}, {"exports 2021": 1}),
        (Asked.SHARE, Fraction(100), {"exports 2022": 1}, {"exports 2022": 1, "imports 2022": 1}),
        (Asked.COVERAGE, Fraction(100), {"exports 2022": 1}, {"imports 2022": 1}),
        (
            Asked.CONTRIBUTION,
            Fraction(100),
            {"exports 2021": -1, "exports 2022": 1},
            {"exports 2021": 1, "imports 2021": 1},
        ),
    ],
)
def test_each_is_a_scale_times_one_form_over_another(
    asked: Asked, scale: Fraction, above: dict[str, int], below: dict[str, int] | None
) -> None:
    quantity = Quantity.of(asked, Flow.EXPORTS, YEAR)
    names = [str(unknown) for unknown in SYSTEM.unknowns]
    under = quantity.denominator(SYSTEM)
    assert quantity.scale == scale
    assert {names[k]: c for k, c in quantity.numerator(SYSTEM).terms} == above
    assert (None if under is None else {names[k]: c for k, c in under.terms}) == below


def test_coverage_is_of_exports_by_imports_whatever_flow_is_named() -> None:
    a, b = (Quantity.of(Asked.COVERAGE, flow, YEAR).numerator(SYSTEM) for flow in (Flow.BALANCE, Flow.EXPORTS))
    assert a == b


def test_a_row_reports_its_own_quantity() -> None:
    data = read(
        b"source,reporter,partner,flow,period,measure,value,unit,step\n"
        b"s,RUS,BLR,exports,2022,growth,10,% USD,1\ns,RUS,BLR,exports,2022,share,40,% USD,1\n",
        b"id,publisher,title\ns,an office,a release\n",
    )
    assert [Quantity.of_row(row) for row in data.observations] == [
        Quantity(Asked.GROWTH, Flow.EXPORTS, YEAR, BEFORE),
        Quantity(Asked.SHARE, Flow.EXPORTS, YEAR),
    ]
    assert Quantity.of_row(data.observations[0]).periods == (YEAR, BEFORE)
