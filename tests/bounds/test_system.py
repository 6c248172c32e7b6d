"""Rows as linear statements: what each measure says, what it takes for granted, what is never blamed."""

from __future__ import annotations

from fractions import Fraction

import pytest

from dashboard.bounds.system import ONE_UNIT, Form, Part, Side, System
from dashboard.bounds.verdict import Verdict
from dashboard.judging.judgement import judge
from dashboard.reading.dataset import read
from dashboard.values.errors import QuestionError
from dashboard.values.measure import Flow
from dashboard.values.period import Period

HEADER = "source,reporter,partner,flow,period,measure,value,unit,step,qualifier,compared_with"
SOURCES = b"id,publisher,title\ns,an office,a release\n"


def system_of(*lines: str) -> System:
    """Return the system of some rows: flow,period,measure,value,unit,step,qualifier,compared_with."""
    full = [f"s,RUS,BLR,{line}" for line in lines]
    return System.of(read("\n".join([HEADER, *full]).encode(), SOURCES).observations)


Said = tuple[Side, dict[str, Fraction | int], Fraction | int]


def said(system: System, part: Part = Part.HARD) -> list[Said]:
    """Return the statements of the first row as (side, coefficients by name, constant)."""
    names = [str(unknown) for unknown in system.unknowns]
    statements = system.statements(system.rows[0], part)
    return [(s.side, {names[k]: c for k, c in s.form.terms}, s.form.constant) for s in statements]


def test_a_level_is_bounded_from_both_sides() -> None:
    system = system_of("exports,2022,level,17.2,USD bn,0.1,,")
    assert said(system) == [
        (Side.LOW, {"exports 2022": Fraction(1)}, Fraction("-17.15")),
        (Side.HIGH, {"exports 2022": Fraction(-1)}, Fraction("17.25")),
    ]


def test_turnover_and_balance_are_sums_and_differences_of_the_unknowns() -> None:
    turnover = said(system_of("turnover,2022,level,34.5,USD bn,0.1,,"))[0]
    balance = said(system_of("balance,2022,level,-0.1,USD bn,0.1,,"))[0]
    assert turnover[1] == {"exports 2022": 1, "imports 2022": 1}
    assert balance[1] == {"exports 2022": 1, "imports 2022": -1}


def test_a_growth_rate_is_a_ratio_of_unrounded_truths() -> None:
    system = system_of("exports,2022,growth,-8.4,% USD,0.1,,")
    assert said(system) == [
        (Side.LOW, {"exports 2021": Fraction("-0.9155"), "exports 2022": Fraction(1)}, 0),
        (Side.HIGH, {"exports 2021": Fraction("0.9165"), "exports 2022": Fraction(-1)}, 0),
    ]


def test_a_factor_a_change_and_a_share_are_linear_too() -> None:
    assert said(system_of("exports,2022,factor,1.5,times USD,0.1,,"))[0][1] == {
        "exports 2021": Fraction("-1.45"),
        "exports 2022": 1,
    }
    assert said(system_of("exports,2022,change,3,USD bn,1,,"))[0] == (
        Side.LOW,
        {"exports 2021": -1, "exports 2022": 1},
        Fraction("-2.5"),
    )
    assert said(system_of("exports,2022,share,60,% USD,1,,"))[0][1] == {
        "exports 2022": Fraction("0.405"),
        "imports 2022": Fraction("-0.595"),
    }


def test_amounts_in_any_unit_are_statements_in_bn() -> None:
    forms = {
        unit: said(system_of(f"exports,2022,level,{value},{unit},{step},,"))
        for value, unit, step in [
            ("17.2", "USD bn", "0.1"),
            ("17200", "USD mn", "100"),
            ("17200000", "USD th", "100000"),
            ("17200000000", "USD", "100000000"),
        ]
    }
    assert len({str(form) for form in forms.values()}) == 1


def test_a_hedge_binds_on_one_side_or_not_at_all() -> None:
    assert said(system_of("exports,2022,level,18,USD bn,1,more than,")) == [(Side.LOW, {"exports 2022": 1}, -18)]
    about = system_of("turnover,2021,level,40,USD bn,10,about,")
    assert said(about) == []
    assert [constant for _, _, constant in said(about, Part.SOFT)] == [-35, 45]
    assert [constant for _, _, constant in said(about, Part.OUTER)] == [-15, 65]


def test_a_hard_row_has_no_softer_reading() -> None:
    assert said(system_of("exports,2022,level,18,USD bn,1,,"), Part.SOFT) == []


def test_shrinking_moves_a_rate_by_its_half_width_times_the_base() -> None:
    system = system_of("exports,2022,growth,-8.4,% USD,0.1,,")
    (low, high) = system.statements(system.rows[0])
    assert low.half == high.half == system.form(Flow.EXPORTS, Period.parse("2021")).times(Fraction("0.0005"))


def test_zero_is_shrunk_about_its_own_middle() -> None:
    system = system_of("exports,2022,level,0.0,USD bn,0.1,,")
    assert [s.form.constant for s in system.statements(system.rows[0])] == [Fraction("0.05"), Fraction("0.05")]


def test_totals_of_one_year_never_fall() -> None:
    system = system_of("exports,2022-Q1,level,4,USD bn,1,,", "exports,2022,level,17,USD bn,1,,")
    names = [str(unknown) for unknown in system.unknowns]
    rules = [{names[k]: c for k, c in rule.form.terms} for rule in system.rules]
    assert rules == [
        {"exports 2022-Q1": -1, "exports 2022": 1},
        {"imports 2022-Q1": -1, "imports 2022": 1},
    ]
    assert all(rule.line is None for rule in system.rules)


def test_a_period_that_nobody_cut_is_not_known() -> None:
    with pytest.raises(QuestionError, match=r"no running total ends with 2022-Q2; the periods known here are 2022$"):
        system_of("exports,2022,level,17,USD bn,1,,").form(Flow.EXPORTS, Period.parse("2022-Q2"))


@pytest.mark.parametrize("measure", ["growth,10,%", "factor,1.5,times", "share,40,%"])
def test_a_rate_takes_for_granted_that_there_was_a_base(measure: str) -> None:
    alone = system_of(f"exports,2022,{measure} USD,0.1,,")
    taken = alone.presupposed(alone.rows[0])
    assert taken is not None
    assert taken.form.constant == -1
    beside = system_of(f"exports,2022,{measure} USD,0.1,,", "exports,2021,level,5,USD bn,1,,")
    small = beside.presupposed(beside.rows[0])
    assert small is not None
    assert small.form.constant == -ONE_UNIT


def test_an_amount_takes_nothing_for_granted() -> None:
    system = system_of("exports,2022,level,17,USD bn,1,,", "exports,2022,change,1,USD bn,1,,")
    assert [system.presupposed(row) for row in system.rows] == [None, None]


@pytest.mark.parametrize(
    ("rows", "verdict"),
    [
        (("turnover,2022,growth,10", "exports,2022,growth,20", "imports,2022,growth,30"), Verdict.CONTRADICTION),
        (("turnover,2022,growth,25", "exports,2022,growth,20", "imports,2022,growth,30"), Verdict.CONSISTENT),
        (("exports,2022,share,60", "imports,2022,share,30"), Verdict.CONTRADICTION),
        (("exports,2022,share,60", "imports,2022,share,40"), Verdict.CONSISTENT),
    ],
)
def test_rates_alone_can_contradict_each_other(rows: tuple[str, ...], verdict: Verdict) -> None:
    judged = judge(system_of(*(f"{row},% USD,1,," for row in rows)).rows)
    assert judged.verdict is verdict
    assert [len(conflict.lines) for conflict in judged.explained.conflicts] == (
        [len(rows)] if verdict is Verdict.CONTRADICTION else []
    )


def test_rates_of_a_few_hundred_dollars_are_as_good_as_any() -> None:
    rows = ("exports,2021,level,500,USD,1,,", "exports,2022,growth,40,%,1,,", "exports,2022,level,700,USD,1,,")
    assert judge(system_of(*rows).rows).verdict is Verdict.CONSISTENT


def test_a_rate_against_a_base_of_exactly_nothing_is_a_contradiction() -> None:
    rows = ("exports,2021,level,0,USD bn,1,exact,", "exports,2022,growth,40,%,1,,")
    assert judge(system_of(*rows).rows).explained.conflicts[0].lines == (2, 3)


def test_forms_add_up_and_drop_what_cancels() -> None:
    one = Form(((0, Fraction(1)), (2, Fraction(2))), Fraction(3))
    assert one.plus(one, Fraction(-1)) == Form()
    assert one.at((Fraction(5), Fraction(0), Fraction(7))) == 22
