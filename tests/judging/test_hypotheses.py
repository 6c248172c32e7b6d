"""What could have gone wrong with a row, and where it would have to lie."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest

from dashboard.judging.hypotheses import FURTHEST, NEAREST, Slip, Suspect, suspects
from dashboard.judging.judgement import judge
from dashboard.judging.review import Review
from dashboard.reading.dataset import read
from dashboard.values.interval import Interval
from dashboard.values.period import Period
from tests import stubborn

Where = tuple[Interval, tuple[tuple[int, ...], ...]]

HEADER = "source,reporter,partner,flow,period,measure,value,unit,step,qualifier,compared_with"
SOURCES = b"id,publisher,title\ns,an office,a release\n"


def suspected(*lines: str) -> dict[int, Suspect]:
    full = [f"s,RUS,BLR,{line}" for line in lines]
    rows = read("\n".join([HEADER, *full]).encode(), SOURCES).observations
    return {suspect.row.line: suspect for suspect in suspects(judge(rows))}


def every(*lines: str) -> tuple[Suspect, ...]:
    full = [f"s,RUS,BLR,{line}" for line in lines]
    return suspects(judge(read("\n".join([HEADER, *full]).encode(), SOURCES).observations))


def slips(suspect: Suspect) -> list[tuple[Slip, str]]:
    return [(hypothesis.slip, str(hypothesis.value)) for hypothesis in suspect.hypotheses]


WRONG = (("exports", "4.6"), ("imports", "2.6"), ("turnover", "9.6"))

SURE = (
    "turnover,2022,level,{},USD bn,0.1,,",
    "turnover,2022,level,34.5,USD bn,0.01,,",
    "exports,2022,level,17.2,USD bn,0.1,,",
    "imports,2022,level,17.3,USD bn,0.1,,",
)


@pytest.mark.parametrize(
    ("typed", "slip"),
    [("35.5", Slip.DIGIT), ("43.5", Slip.SWAP), ("345.0", Slip.FACTOR), ("34500.0", Slip.FACTOR), ("3.4", None)],
)
def test_a_slip_that_fits_is_named(typed: str, slip: Slip | None) -> None:
    suspect = suspected(*(line.format(typed) for line in SURE))[2]
    assert suspect.needed == Interval(Fraction("34.495"), Fraction("34.505"))
    assert suspect.corrections == ((2,),)
    assert [found.slip for found in suspect.hypotheses] == ([slip] if slip else [])


def test_each_correction_says_where_the_row_would_have_to_lie() -> None:
    found = every(
        "exports,2022,level,4.6,EUR bn,0.1,,",
        "imports,2022,level,2.6,EUR bn,0.1,,",
        "turnover,2022,level,9.6,EUR bn,0.1,,",
        "balance,2022,level,-2,EUR bn,0.1,,",
    )
    exports: list[Where] = [(one.needed, one.corrections) for one in found if one.row.line == 2]
    assert exports == [
        (Interval(Fraction("3.75"), Fraction("3.85")), ((2, 3),)),
        (Interval(Fraction("0.5"), Fraction("0.7")), ((2, 4),)),
        (Interval(Fraction("6.9"), Fraction("7.1")), ((2, 5),)),
    ]


def test_corrections_that_leave_a_row_the_same_are_told_together(shipped: Review) -> None:
    first = next(scope for scope in shipped.scopes if scope.source == "kremlin-2024-05")
    found = [(one.needed, one.corrections) for one in suspects(first.judgement) if one.row.line == 75]
    assert found == [(Interval(Fraction("12.3"), Fraction("12.5")), ((70, 75), (72, 75), (73, 75), (74, 75)))]


def test_of_very_many_corrections_the_first_are_told() -> None:
    years = [f"{flow},{year},level,{value},USD bn,0.1,," for year in (2001, 2003, 2005, 2007) for flow, value in WRONG]
    found = suspected(*years)[2]
    assert len(found.corrections) == FURTHEST == 24


def test_zeros_that_a_spreadsheet_wrote_are_not_corrected() -> None:
    first, *others = SURE
    assert slips(suspected(first.format("34.60"), *others)[2]) == [(Slip.DIGIT, "34.5")]


def test_a_balance_with_the_wrong_sign_is_named() -> None:
    rows = (
        "balance,2022,level,3.1,USD bn,0.1,,",
        "exports,2022,level,10,USD bn,0.01,,",
        "imports,2022,level,13.1,USD bn,0.01,,",
        "turnover,2022,level,23.1,USD bn,0.01,,",
    )
    assert slips(suspected(*rows)[2]) == [(Slip.SIGN, "-3.1")]


def test_a_number_of_the_year_before_is_named() -> None:
    rows = (
        "exports,2021,level,18.77,USD bn,0.01,,",
        "exports,2022,level,18.77,USD bn,0.01,,",
        "exports,2022,growth,-8.4,%,0.1,,",
        "exports,2022,level,17.2,USD bn,0.1,,",
    )
    found = [h for h in suspected(*rows)[3].hypotheses if h.slip is Slip.PERIOD]
    assert [(h.value, h.period) for h in found] == [(Decimal("18.77"), Period.parse("2021"))]


@pytest.mark.parametrize(("step", "periods"), [("4.4", []), ("0.2", ["2021"])])
def test_a_period_of_which_little_is_known_is_not_named(step: str, periods: list[str]) -> None:
    rows = (
        "turnover,2021,level,10,USD bn,{step},,",
        "imports,2021,level,5,USD bn,{step},,",
        "turnover,2022,level,9.6,USD bn,0.1,,",
        "exports,2022,level,4.8,USD bn,0.1,,",
        "imports,2022,level,2.6,USD bn,0.1,,",
    )
    found = suspected(*(row.format(step=step) for row in rows))[5]
    assert [str(one.period) for one in found.hypotheses if one.slip is Slip.PERIOD] == periods


def test_a_growth_rate_may_have_had_another_base() -> None:
    rows = (
        "exports,2021,level,20,USD bn,0.1,,",
        "exports,2022,level,22,USD bn,0.1,,",
        "exports,2022,growth,5,%,1,,",
    )
    (base,) = [h for h in suspected(*rows)[4].hypotheses if h.slip is Slip.BASE]
    assert base.base == Interval(Fraction("21.95") / Fraction("1.055"), Fraction("22.05") / Fraction("1.045"))
    assert base.period == Period.parse("2021")


def test_only_the_nearest_numbers_of_a_slip_are_named() -> None:
    rows = (
        "exports,2022,level,99,USD bn,1,,",
        "exports,2022-H1,level,5,USD bn,1,,",
        "turnover,2022,level,60,USD bn,1,,",
        "turnover,2022,growth,10,%,1,,",
        "turnover,2021,level,54.5,USD bn,0.1,,",
    )
    digits = [value for slip, value in slips(suspected(*rows)[2]) if slip is Slip.DIGIT]
    assert digits == ["59", "49", "39"]
    assert len(digits) == NEAREST


def test_a_number_that_need_only_be_large_is_explained_by_no_digit() -> None:
    rows = (
        "turnover,2022,level,10,USD bn,1,,",
        "exports,2022,level,17.2,USD bn,0.1,,",
    )
    found = suspected(*rows)
    assert found[2].needed == Interval(Fraction("17.15"), None)
    assert (slips(found[2]), slips(found[3])) == ([], [])


def test_rows_that_agree_have_no_suspects() -> None:
    assert suspected(SURE[0].format("34.5"), *SURE[2:]) == {}


def test_what_the_record_would_have_to_say(shipped: Review) -> None:
    first = next(scope for scope in shipped.scopes if scope.source == "kremlin-2024-05")
    quarter = next(s for s in suspects(first.judgement) if str(s.row.period) == "2024-Q1" and s.row.flow == "turnover")
    assert quarter.needed == Interval(Fraction("12.3"), Fraction("12.5"))
    assert slips(quarter) == [(Slip.DIGIT, "12.4")]


def test_a_row_is_no_suspect_where_it_cannot_be_proved_what_it_should_be(
    shipped: Review, monkeypatch: pytest.MonkeyPatch
) -> None:
    judged = next(scope.judgement for scope in shipped.scopes if scope.source == "belstat-2021-02")
    stubborn.grant_no_step(monkeypatch)
    assert suspects(judged) == ()


def test_a_rate_with_one_end_tells_of_no_other_base() -> None:
    found = suspected(
        "exports,2021,level,10.0,USD bn,0.1,,",
        "exports,2022,level,11.0,USD bn,0.1,,",
        "exports,2022,growth,20,%,,more than,",
    )
    assert Slip.BASE not in {slip for slip, _ in slips(found[4])}
