from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.reading.columns import OBSERVATIONS
from dashboard.reading.remarks import Remarks
from dashboard.reading.row import observation
from dashboard.reading.sheet import Row
from dashboard.values.measure import Flow, Measure, UnitKind
from dashboard.values.observation import Block, Observation, Unit
from dashboard.values.period import Period
from dashboard.values.qualifier import Qualifier

PLAIN = {
    "source": "mfa-2023-01",
    "reporter": "RUS",
    "partner": "BLR",
    "flow": "turnover",
    "period": "2022-01/2022-10",
    "measure": "level",
    "value": "34.5",
    "unit": "USD bn",
    "step": "0.1",
}
GROWTH = {"measure": "growth", "value": "10.1", "unit": "%"}
FACTOR = {"measure": "factor", "value": "1.5", "unit": "times"}
CHANGE = {"measure": "change", "value": "-3.1"}
UNITS = "USD bn (or th, mn, tn, or nothing after the currency), %, % USD, times or times USD"
QUALIFIERS = "exact, truncated, more than, at least, less than, at most, nearly, about"
AS_TEXT = "write the number again, in a column formatted as text"
SHARE = {"flow": "exports", "measure": "share", "value": "49.9", "unit": "%"}


def said(**cells: str) -> tuple[Observation | None, list[str]]:
    remarks = Remarks(OBSERVATIONS.file)
    found = observation(Row(4, PLAIN | cells, (("page", "1"),)), remarks)
    return found, [f"{problem.column}: {problem.message}" for problem in remarks.in_order]


def read(**cells: str) -> Observation:
    found, problems = said(**cells)
    assert problems == []
    assert found is not None
    return found


def refused(**cells: str) -> list[str]:
    found, problems = said(**cells)
    assert found is None
    return problems


def test_a_row_is_read_with_all_its_cells() -> None:
    assert read(
        value="-8.4",
        unit="% USD",
        flow="exports",
        measure="growth",
        qualifier="about",
        compared_with="2020",
        scope="services",
        product="27",
        wording="by about 8.4 percent",
        note="seen",
    ) == Observation(
        line=4,
        source="mfa-2023-01",
        block=Block(reporter="RUS", partner="BLR", scope="services", product="27", currency="USD"),
        flow=Flow.EXPORTS,
        period=Period.parse("2022-01/2022-10"),
        measure=Measure.GROWTH,
        value=Decimal("-8.4"),
        unit=Unit("% USD", "USD", UnitKind.PERCENT, Fraction(1)),
        step=Decimal("0.1"),
        step_from_digits=False,
        qualifier=Qualifier.ABOUT,
        compared_with=Period.parse("2020"),
        wording="by about 8.4 percent",
        note="seen",
        extra=(("page", "1"),),
    )


def test_empty_cells_have_their_defaults() -> None:
    row = read()
    assert (row.qualifier, row.compared_with, row.block) == (
        Qualifier.ROUNDED,
        None,
        Block(reporter="RUS", partner="BLR", scope="goods", product="TOTAL", currency="USD"),
    )


@pytest.mark.parametrize("cells", [GROWTH, FACTOR, CHANGE])
def test_a_comparison_is_with_the_same_months_a_year_earlier_unless_said(cells: dict[str, str]) -> None:
    assert read(**cells).compared_with == Period.parse("2021-01/2021-10")


def test_the_currency_of_a_percentage_stays_open() -> None:
    assert read(**GROWTH).block.currency == ""


@pytest.mark.parametrize(
    ("value", "qualifier", "step"),
    [("17.2", "", "0.1"), ("17", "truncated", "1"), ("17.20", "exact", "0.01"), ("33.3", "more than", "0.1")],
)
def test_a_step_that_is_not_given_comes_from_the_digits(value: str, qualifier: str, step: str) -> None:
    row = read(value=value, qualifier=qualifier, step="")
    assert (str(row.step), row.step_from_digits) == (step, True)


@pytest.mark.parametrize("qualifier", ["about", "nearly"])
def test_a_hedged_number_without_a_step_has_none(qualifier: str) -> None:
    row = read(value="40", qualifier=qualifier, step="")
    assert (row.step, row.step_from_digits) == (None, False)


def test_a_hedged_number_keeps_the_step_it_is_given() -> None:
    assert read(value="40", qualifier="about", step="10").step == 10


@pytest.mark.parametrize(
    ("cells", "problem"),
    [
        ({"partner": "RUS"}, "partner: RUS is the reporter as well; write the country on the other side"),
        (
            {"value": "-34.5"},
            'value: "-34.5" is below zero, and an amount of turnover never is; write it without a sign',
        ),
        (
            {"flow": "exports", "value": "-0.1"},
            'value: "-0.1" is below zero, and an amount of exports never is; write it without a sign',
        ),
        (
            GROWTH | {"value": "-100.1"},
            'value: "-100.1" is below -100 %, and nothing falls by more than all of it',
        ),
        (FACTOR | {"value": "-1.5"}, 'value: "-1.5" is below zero; a factor is the number of times, 0 or more'),
        (SHARE | {"value": "100.1"}, 'value: "100.1" is not between 0 and 100; a share is a part of turnover'),
        (SHARE | {"value": "-0.1"}, 'value: "-0.1" is not between 0 and 100; a share is a part of turnover'),
        ({"value": "34.5%"}, 'value: "34.5%" has a per cent sign, but the unit is USD bn; write one or the other'),
        ({"step": "0.1 %"}, 'step: "0.1 %" has a per cent sign, but the unit is USD bn; write one or the other'),
        (
            GROWTH | {"value": "41.20%", "step": ""},
            'step: "41.20%" can have its last zero from a spreadsheet, which shows 41.2 % so; fill in the step',
        ),
        ({"step": "0"}, 'step: "0" is not above zero; write the rounding step, such as 0.1'),
        ({"step": "-0.1"}, 'step: "-0.1" is not above zero; write the rounding step, such as 0.1'),
        ({"step": "-"}, 'step: "-" is not a decimal number; write digits with a point, such as 17.2'),
        ({"unit": "%"}, 'unit: "%" does not fit level; write a currency with its scale, such as USD bn'),
        (
            {"measure": "change", "unit": "times"},
            'unit: "times" does not fit change; write a currency with its scale, such as USD bn',
        ),
        (
            GROWTH | {"unit": "USD bn"},
            'unit: "USD bn" does not fit growth; write % or % with a currency, such as % USD',
        ),
        (SHARE | {"unit": "times"}, 'unit: "times" does not fit share; write % or % with a currency, such as % USD'),
        (
            FACTOR | {"unit": "% USD"},
            'unit: "% USD" does not fit factor; write times or times with a currency, such as times USD',
        ),
        (
            {"compared_with": "2021"},
            "compared_with: a level is compared with nothing; leave the cell empty",
        ),
        (SHARE | {"compared_with": "2021"}, "compared_with: a share is compared with nothing; leave the cell empty"),
        (
            GROWTH | {"period": "2016-01/2016-12", "compared_with": "2016"},
            "compared_with: 2016 is the period of the row itself; write the period before it",
        ),
        (
            GROWTH | {"flow": "balance"},
            "measure: a balance has no growth, since its base may be below zero; write its change in money",
        ),
        (
            FACTOR | {"flow": "balance"},
            "measure: a balance has no factor, since its base may be below zero; write its change in money",
        ),
        (
            SHARE | {"flow": "balance"},
            "measure: a share is a part of turnover, which balance is not; write a share of exports or imports",
        ),
        (
            SHARE | {"flow": "turnover"},
            "measure: a share is a part of turnover, and turnover is all of it; write a share of exports or imports",
        ),
        ({"source": ""}, "source: the cell is empty; write the id of a row in sources.csv"),
        ({"value": ""}, "value: a row without a number says nothing; delete the row"),
        ({"value": "1,234"}, 'value: "1,234" can be 1.234 or 1234; write it with a point'),
    ],
)
def test_a_row_without_a_meaning_is_refused(cells: dict[str, str], problem: str) -> None:
    assert refused(**cells) == [problem]


@pytest.mark.parametrize(
    "cells",
    [
        {"value": "0"},
        {"value": "-0.0"},
        {"flow": "balance", "value": "-3.1"},
        {"measure": "change", "value": "-3.1"},
        {"flow": "balance", "measure": "change", "value": "-3.1"},
        GROWTH | {"value": "-100"},
        GROWTH | {"value": "10.1%"},
        GROWTH | {"value": "41.20%", "step": "0.1"},
        GROWTH | {"value": "10.1%", "step": "0.1%", "unit": "% USD"},
        FACTOR | {"value": "0"},
        SHARE | {"value": "0"},
        SHARE | {"value": "100", "flow": "imports"},
        GROWTH | {"compared_with": "2020-01/2020-10"},
    ],
)
def test_a_row_at_the_edge_of_its_meaning_is_read(cells: dict[str, str]) -> None:
    read(**cells)


def test_all_problems_of_a_row_are_told_at_once() -> None:
    assert refused(
        reporter="Russia",
        partner="",
        flow="trade",
        period="soon",
        measure="rate",
        value="03.май",
        unit="$",
        step="x",
        qualifier="over",
        compared_with="never",
        scope="all",
    ) == [
        'reporter: "Russia" is not an ISO 3166-1 alpha-3 code; write three letters such as RUS or BLR',
        "partner: the cell is empty; write three letters such as RUS or BLR",
        'flow: "trade" is not a flow; write turnover, exports, imports, balance',
        'period: "soon" is not a period; write 2021, 2022-10, 2022-Q3, 2022-H1 or 2022-01/2022-10',
        'measure: "rate" is not a measure; write level, growth, factor, change, share',
        f'value: "03.май" is a date, which a spreadsheet makes of a number such as 3.5; {AS_TEXT}',
        f'unit: "$" is not a unit; write {UNITS}',
        'step: "x" is not a decimal number; write digits with a point, such as 17.2',
        f'qualifier: "over" is not a qualifier; write {QUALIFIERS}',
        'compared_with: "never" is not a period; write 2021, 2022-10, 2022-Q3, 2022-H1 or 2022-01/2022-10',
        'scope: "all" is not a scope; write goods, services, goods and services',
    ]


def test_a_rule_is_asked_of_the_cells_that_could_be_read() -> None:
    assert refused(**GROWTH, flow="balance", period="soon", compared_with="2021") == [
        'period: "soon" is not a period; write 2021, 2022-10, 2022-Q3, 2022-H1 or 2022-01/2022-10',
        "measure: a balance has no growth, since its base may be below zero; write its change in money",
    ]


@pytest.mark.parametrize("column", OBSERVATIONS.required)
def test_a_column_that_the_file_lacks_is_not_told_in_every_row(column: str) -> None:
    remarks = Remarks(OBSERVATIONS.file)
    cells = {name: cell for name, cell in PLAIN.items() if name != column}
    observation(Row(4, cells), remarks)
    assert remarks.problems == []


@given(st.fixed_dictionaries({}, optional=dict.fromkeys(OBSERVATIONS.columns, st.text(max_size=6))))
def test_no_cells_make_the_reading_of_a_row_fail(cells: dict[str, str]) -> None:
    found, problems = said(**cells)
    assert (found is None) == bool(problems)


@pytest.mark.parametrize(
    ("cells", "unit"), [({}, "USD bn"), (GROWTH, "%"), (FACTOR, "times"), ({"unit": "RUB tn"}, "RUB tn")]
)
def test_a_day_of_a_spreadsheets_calendar_is_no_number(cells: dict[str, str], unit: str) -> None:
    (problem,) = refused(**(cells | {"value": "44684"}))
    assert problem == (
        f'value: "44684" {unit} can be a date, which a spreadsheet makes of a number such as 3.5;'
        " write the number again as text, or 44684.0 if it is the number"
    )


@pytest.mark.parametrize(
    ("value", "unit"), [("44684", "USD mn"), ("44684.0", "RUB bn"), ("9999", "USD bn"), ("99999", "RUB bn")]
)
def test_a_number_of_five_digits_is_read_where_it_can_be_one(value: str, unit: str) -> None:
    assert str(read(value=value, unit=unit).value) == value
