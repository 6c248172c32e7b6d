"""The table of measures: what it says of each, and that nothing else says it."""

from __future__ import annotations

import ast
from fractions import Fraction
from pathlib import Path

import pytest

import dashboard
from dashboard.values.interval import Interval
from dashboard.values.measure import STATED, Flow, Measure, Operand, UnitKind
from dashboard.values.period import Period

PACKAGE = Path(dashboard.__file__).parent
CHOOSING = {
    "charts": "which measures a picture shows",
    "formats/book_figures.py": "which measures the sheet of figures shows",
    "judging/metrics.py": "the change that has a name of its own",
    "statements/numbers.py": "which measure a phrase speaks of",
    "wording/cards.py": "which measures the cards show",
    "wording/headline.py": "which measures the headline tells",
}
"""Where a measure may be named, and what for; an amount, of which all others are made, may be anywhere."""


@pytest.mark.parametrize(
    ("measure", "unit", "per_ratio", "has_base", "is_rate"),
    [
        (Measure.LEVEL, UnitKind.MONEY, 1, False, False),
        (Measure.GROWTH, UnitKind.PERCENT, 100, True, True),
        (Measure.FACTOR, UnitKind.TIMES, 1, True, False),
        (Measure.CHANGE, UnitKind.MONEY, 1, True, False),
        (Measure.COVERAGE, UnitKind.PERCENT, 100, False, False),
        (Measure.SHARE, UnitKind.PERCENT, 100, False, False),
        (Measure.CONTRIBUTION, UnitKind.POINTS, 100, True, False),
        (Measure.AVERAGE, UnitKind.MONEY, 1, False, False),
    ],
)
def test_a_measure_has_a_unit_and_what_follows_from_its_parts(
    measure: Measure, unit: UnitKind, per_ratio: int, has_base: bool, is_rate: bool
) -> None:
    assert (measure.definition.unit, measure.is_money) == (unit, unit is UnitKind.MONEY)
    assert (measure.per_ratio, measure.has_base, measure.is_rate) == (per_ratio, has_base, is_rate)


def test_the_files_can_state_five_measures_each_found_by_its_name() -> None:
    assert [str(measure) for measure in STATED] == ["level", "growth", "factor", "change", "share"]
    assert [Measure(str(measure)) for measure in STATED] == list(STATED)


def test_a_balance_can_be_any_number_and_other_flows_have_limits() -> None:
    assert Measure.LEVEL.limits(Flow.EXPORTS) == Interval(low=Fraction(0))
    assert Measure.SHARE.limits(Flow.IMPORTS) == Interval(Fraction(0), Fraction(100))
    assert {measure.limits(Flow.BALANCE) for measure in Measure} == {Interval()}
    never_negative = [measure for measure in STATED if measure.is_never_negative(Flow.EXPORTS)]
    assert never_negative == [Measure.LEVEL, Measure.FACTOR, Measure.SHARE]


def test_an_operand_is_the_flow_of_the_measure_unless_it_names_another() -> None:
    year, before = Period.parse("2022"), Period.parse("2021")
    assert Operand().at(Flow.EXPORTS, year, before) == (Flow.EXPORTS, year)
    assert Operand(Flow.TURNOVER, of_base=True).at(Flow.EXPORTS, year, before) == (Flow.TURNOVER, before)


def test_a_measure_that_can_be_printed_out_of_its_limits_says_why_not() -> None:
    definitions = [measure.definition for measure in STATED]
    assert [one for one in definitions if (one.limits == Interval()) is bool(one.beyond)] == []


def test_no_other_module_asks_for_a_measure_by_name_where_the_table_says_it() -> None:
    named = {measure.name for measure in Measure} - {"LEVEL"}
    asking = set()
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Attribute) and ast.unparse(node.value) == "Measure" and node.attr in named:
                asking.add(path.relative_to(PACKAGE).as_posix())
    assert sorted(place for place in asking if not place.startswith(tuple(CHOOSING))) == []
