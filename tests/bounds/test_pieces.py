"""What is asked apart or proved without a program has the same ends as what is asked of everything."""

from __future__ import annotations

from collections.abc import Collection
from fractions import Fraction

import pytest
from hypothesis import given, settings

from dashboard.bounds.model import Model
from dashboard.bounds.pieces import Piece, joined
from dashboard.bounds.quantity import Quantity
from dashboard.bounds.system import Form
from dashboard.lp import confirmed, optimum
from dashboard.lp.optimum import ExactProgram
from dashboard.lp.tableau import Optimum, Status
from dashboard.values.measure import Flow, Measure
from dashboard.values.observation import Observation
from dashboard.values.period import Period
from tests.blocks import blocks, rows

ONE = Fraction(1)
EXPORTS, IMPORTS = Form(((0, ONE),)), Form(((1, ONE),))
JANUARY = Period.parse("2022-01")
MONTH = rows("""
exports  2022-01  level  2.0  bn  0.1
imports  2022-01  level  4.0  bn  0.1
turnover 2022-01  level  6.0  bn  0.1
""")


def piece(found: tuple[Observation, ...]) -> Piece:
    model = Model.of(found)
    return Piece(model.statements, range(len(model.system.unknowns)))


def asked_again(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """Return a list to which every cost is added that a program is asked for from now on."""
    costs: list[object] = []
    honest = ExactProgram.minimise

    def minimise(self: ExactProgram, cost: object) -> Optimum:
        costs.append(cost)
        return honest(self, cost)  # type: ignore[arg-type]

    monkeypatch.setattr(ExactProgram, "minimise", minimise)
    return costs


def test_things_are_joined_through_others() -> None:
    found = joined(6, [(0, 1), (2, 3), (3, 1), (4,), ()])
    assert len({found[k] for k in (0, 1, 2, 3)}) == 1
    assert len({found[0], found[4], found[5]}) == 3


def test_an_end_that_a_row_prints_and_a_point_has_met_is_proved_without_a_program(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    month = piece(MONTH)
    first = month.least(EXPORTS, None, ())
    costs = asked_again(monkeypatch)
    again = month.least(EXPORTS, None, ())
    assert costs == []
    assert (again.value, again.multipliers) == (first.value, first.multipliers) == (Fraction(39, 20), ((0, ONE),))


def test_a_row_that_prints_an_end_out_of_reach_is_no_proof() -> None:
    month = piece(rows("exports 2022-01 level 2 bn 1\nturnover 2022-01 level 6 bn 1\nimports 2022-01 level 3.5 bn 0.1"))
    assert [month.least(EXPORTS, None, ()).value for _ in range(2)] == [Fraction(39, 20)] * 2


def test_a_point_found_without_a_row_proves_nothing_about_all_rows() -> None:
    month = piece(rows("exports 2022-01 level 2 bn 1\nexports 2022-01 level 2.1 bn 0.1"))
    assert month.least(EXPORTS, None, (3,)).value == Fraction(3, 2)
    assert month.least(EXPORTS, None, ()).value == Fraction(41, 20)


def test_a_base_that_is_only_worked_out_to_be_above_nought_is_asked_for_once(monkeypatch: pytest.MonkeyPatch) -> None:
    found = rows("turnover 2022-01 level 6 bn 1\nexports 2022-01 level 2 bn 1")
    month = piece(found)
    costs = asked_again(monkeypatch)
    assert [month.least(EXPORTS, IMPORTS, ()).value for _ in range(2)] == [Fraction(3, 10)] * 2
    assert costs == [((1, ONE),)]


@pytest.mark.parametrize("table", ["exports 2022-01 level 2 bn 1", "imports 2022-01 level 2 bn 1"])
def test_a_ratio_without_an_end_stays_open(table: str) -> None:
    model = Model.of(rows(table))
    assert model.bounds(Quantity.of(Measure.COVERAGE, Flow.EXPORTS, JANUARY)).high is None


def test_a_ratio_whose_steps_are_not_confirmed_is_found_by_the_second_program(monkeypatch: pytest.MonkeyPatch) -> None:
    expected = piece(MONTH).least(EXPORTS, IMPORTS, ()).value
    monkeypatch.setattr(optimum, "SMALL", 0)
    monkeypatch.setattr(confirmed, "_RATIO_STEPS", 0)
    assert piece(MONTH).least(EXPORTS, IMPORTS, ()).value == expected == Fraction(39, 81)


@settings(max_examples=25)
@given(blocks(most=10))
def test_both_programs_give_the_same_ratio(block: tuple[Observation, ...]) -> None:
    model = Model.of(block)
    asked = [Quantity.of(Measure.COVERAGE, Flow.EXPORTS, total) for total in model.system.timeline.totals]
    found = [model.bounds(quantity).interval for quantity in asked]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Piece, "_is_positive", lambda *_: False)
        model = Model.of(block)
        assert [model.bounds(quantity).interval for quantity in asked] == found


@settings(max_examples=25)
@given(blocks(most=10))
def test_nothing_that_was_asked_before_changes_an_end(block: tuple[Observation, ...]) -> None:
    model = Model.of(block)
    for row in block:
        without: Collection[int]
        for without in ((), (row.line,)):
            quantity = Quantity.of_row(row)
            assert model.bounds(quantity, without).interval == Model.of(block).bounds(quantity, without).interval


def test_rows_that_contradict_each_other_do_not_hold_together() -> None:
    month = piece(rows("exports 2022-01 level 2 bn 1\nexports 2022-01 level 4 bn 1"))
    assert not month.holds(())
    assert [month.holds((2,)) for _ in range(2)] == [True, True]
    assert month.least(EXPORTS, None, (2,)).status is Status.OPTIMAL
