from __future__ import annotations

from math import inf

import highspy
import pytest

from dashboard.lp.solver import CLEAR, TOLERANCE, Program
from dashboard.lp.tableau import Status
from dashboard.values.errors import SolverError


def test_the_least_cost_comes_with_its_point_basis_and_prices() -> None:
    found = Program([0.0, 0.0], [(((0, 1.0), (1, 1.0)), 2.0)]).minimise([(0, 1.0), (1, 3.0)])
    assert found.status is Status.OPTIMAL
    assert (found.value, found.point, found.multipliers) == (2.0, (2.0, 0.0), (1.0,))
    assert (found.at_floor, found.binding, found.doubtful) == (frozenset((1,)), (0,), ())


def test_a_cost_without_end_is_unbounded() -> None:
    found = Program([0.0], [(((0, 1.0),), 1.0)]).minimise([(0, -1.0)])
    assert (found.status, found.point) == (Status.UNBOUNDED, ())


def test_rows_that_exclude_each_other_are_infeasible() -> None:
    program = Program([0.0], [(((0, 1.0),), 2.0), (((0, -1.0),), -1.0)])
    assert program.minimise([]).status is Status.INFEASIBLE


def test_a_free_column_may_be_negative() -> None:
    found = Program([-inf], [(((0, 1.0),), -3.0)]).minimise([(0, 1.0)])
    assert found.point == (-3.0,)


def test_rows_come_and_go_without_a_new_model() -> None:
    program = Program([0.0], [(((0, 1.0),), 2.0), (((0, 1.0),), 5.0)])
    assert program.minimise([(0, 1.0)]).value == 5.0
    program.activate([0])
    assert program.minimise([(0, 1.0)]).value == 2.0
    program.activate([])
    assert program.minimise([(0, 1.0)]).value == 0.0
    program.activate([0, 1])
    assert program.minimise([(0, 1.0)]).value == 5.0


def test_a_row_that_does_not_bind_is_neither_binding_nor_doubtful() -> None:
    program = Program([0.0], [(((0, 1.0),), 2.0), (((0, 1.0),), 2.0)])
    program.activate([1])
    found = program.minimise([(0, 1.0)])
    assert (found.binding, found.doubtful) == ((1,), ())


def test_a_row_can_be_added() -> None:
    program = Program([0.0, 0.0], [(((0, 1.0),), 2.0)])
    program.add(((0, 1.0), (1, -1.0)), 3.0)
    assert program.minimise([(0, 1.0)]).value == 3.0
    program.activate([0])
    assert program.minimise([(0, 1.0)]).value == 2.0


def test_a_row_held_only_just_is_doubtful() -> None:
    rows = [(((0, 1.0),), 2.0), (((0, 1.0),), 2.0 - CLEAR / 2), (((0, 1.0),), 2.0 - CLEAR * 2)]
    assert Program([0.0], rows).minimise([(0, 1.0)]).doubtful == (1,)


def test_two_ends_of_one_number_are_one_row_and_either_can_bind() -> None:
    both = ((0, 1.0), (1, 1.0))
    program = Program([0.0, 0.0], [(both, 2.0), (tuple((k, -c) for k, c in both), -3.0)])
    low, high = program.minimise([(0, 1.0), (1, 1.0)]), program.minimise([(0, -1.0), (1, -1.0)])
    assert (low.value, low.binding, low.multipliers) == (2.0, (0,), (1.0,))
    assert (high.value, high.binding, high.multipliers) == (-3.0, (1,), (1.0,))
    program.activate([0])
    assert program.minimise([(0, -1.0), (1, -1.0)]).status is Status.UNBOUNDED
    program.activate([1])
    assert program.minimise([(0, 1.0), (1, 1.0)]).value == 0.0


def test_a_number_without_width_binds_at_the_end_that_bears_on_the_cost() -> None:
    program = Program([0.0], [(((0, 1.0),), 2.0), (((0, -1.0),), -2.0)])
    assert program.minimise([(0, 1.0)]).binding == (0,)
    high = program.minimise([(0, -1.0)])
    assert (high.binding, high.multipliers, high.doubtful) == ((1,), (1.0,), (0,))


def test_ends_that_exclude_each_other_stay_two_rows() -> None:
    both = ((0, 1.0), (1, 1.0))
    program = Program([0.0, 0.0], [(both, 3.0), (tuple((k, -c) for k, c in both), -2.0)])
    assert program.minimise([]).status is Status.INFEASIBLE
    program.activate([1])
    assert program.minimise([(0, -1.0)]).value == -2.0


def test_a_violation_below_the_tolerance_goes_unnoticed_here() -> None:
    """The reason why nothing of a proposal is believed."""
    program = Program([0.0], [(((0, 1.0),), 1.0), (((0, -1.0),), -1.0 + TOLERANCE / 2)])
    assert program.minimise([]).status is Status.OPTIMAL


def test_a_model_of_nothing_costs_nothing() -> None:
    found = Program([], []).minimise([])
    assert (found.status, found.value, found.point) == (Status.OPTIMAL, 0.0, ())


def test_an_end_that_is_no_answer_is_an_error_in_the_solvers_own_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(highspy.Highs, "getModelStatus", lambda _: highspy.HighsModelStatus.kTimeLimit)
    with pytest.raises(SolverError, match=r"^HiGHS ended without an answer: Time limit reached$"):
        Program([0.0], []).minimise([])


def test_what_is_not_optimal_is_asked_again_from_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    program = Program([0.0], [(((0, 1.0),), 2.0)])
    said = [highspy.HighsModelStatus.kUnbounded, highspy.HighsModelStatus.kOptimal]
    monkeypatch.setattr(highspy.Highs, "getModelStatus", lambda _: said.pop(0))
    assert program.minimise([(0, 1.0)]).value == 2.0
    assert said == []


SQUARE = [(((0, 1.0),), 1.0), (((0, -1.0),), -2.0), (((1, 1.0),), 1.0), (((1, -1.0),), -2.0)]
CUT = (((0, -1.0), (1, -1.0)), -3.5)


def test_each_of_many_costs_has_its_own_corner_in_whatever_order_they_are_asked() -> None:
    program = Program([0.0, 0.0], [*SQUARE, CUT])
    asked = [(1.0, 1.0), (-1.0, -2.0), (1.0, -1.0), (-2.0, -1.0), (-1.0, 1.0)]
    corners = {cost: program.minimise(list(enumerate(cost))).point for cost in asked}
    assert list(corners.values()) == [(1.0, 1.0), (1.5, 2.0), (1.0, 2.0), (2.0, 1.5), (2.0, 1.0)]
    for cost in reversed(asked):
        found = program.minimise(list(enumerate(cost)))
        assert (found.point, found.binding) == (
            corners[cost],
            Program([0.0, 0.0], [*SQUARE, CUT]).minimise(list(enumerate(cost))).binding,
        )


def test_corners_are_forgotten_when_other_rows_bind() -> None:
    program = Program([0.0, 0.0], [*SQUARE, CUT])
    assert program.minimise([(0, -1.0)]).value == -2.0
    program.activate([0, 2])
    assert program.least_ratio(((0, 1.0),), ((1, 1.0),)) == 0.0
    assert program.minimise([(0, 1.0)]).value == 1.0
    program.activate(range(5))
    assert program.minimise([(0, -1.0), (1, -1.0)]).value == -3.5


def test_a_ratio_begins_at_the_best_corner_that_is_known() -> None:
    program = Program([0.0, 0.0], [*SQUARE, CUT])
    program.minimise([(0, 1.0), (1, -1.0)])
    assert program.least_ratio(((0, 1.0),), ((1, 1.0),)) == 0.5


def test_a_number_that_the_solver_takes_for_infinite_is_an_error() -> None:
    with pytest.raises(SolverError, match=r"^HiGHS does not take numbers of this size$"):
        Program([0.0, 0.0], [(((0, 1.0), (1, 1.0)), 1e21)])
