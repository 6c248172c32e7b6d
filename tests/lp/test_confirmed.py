from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest

from dashboard.lp.confirmed import ConfirmedProgram
from dashboard.lp.solver import Program, Proposal
from dashboard.lp.tableau import Status, Terms
from dashboard.values.errors import SolverError

ONE = Fraction(1)
X: Terms = ((0, ONE),)
MINUS_X: Terms = ((0, -ONE),)
Y: Terms = ((1, ONE),)


def test_the_least_value_is_exact_and_carries_its_multipliers() -> None:
    program = ConfirmedProgram(2, [(((0, Fraction(3)), (1, ONE)), ONE), (Y, Fraction(1, 10))])
    found = program.minimise(((0, ONE), (1, ONE)))
    assert found.value == Fraction(4, 10)
    assert found.multipliers == ((0, Fraction(1, 3)), (1, Fraction(2, 3)))


def test_a_bound_that_rests_on_the_sign_of_the_unknowns_needs_no_multiplier() -> None:
    found = ConfirmedProgram(1, []).minimise(X)
    assert found.status is Status.OPTIMAL
    assert found.value == 0
    assert found.multipliers == ()


def test_an_open_end_is_unbounded() -> None:
    assert ConfirmedProgram(1, [(X, ONE)]).minimise(MINUS_X).status is Status.UNBOUNDED


def test_rows_can_be_left_out_and_added() -> None:
    program = ConfirmedProgram(1, [(X, ONE)])
    program.add((X, Fraction(7, 3)))
    assert program.minimise(X).value == Fraction(7, 3)
    program.activate([0])
    assert program.minimise(X).value == 1


@pytest.mark.parametrize("power", range(1, 23))
def test_a_gap_of_any_smallness_is_infeasible_and_an_overlap_of_any_smallness_feasible(power: int) -> None:
    tiny = Fraction(1, 10**power)
    apart = ConfirmedProgram(1, [(X, ONE + tiny), (MINUS_X, -ONE)])
    overlap = ConfirmedProgram(1, [(X, ONE - tiny), (MINUS_X, -ONE)])
    assert apart.minimise(()).status is Status.INFEASIBLE
    assert overlap.minimise(X).value == ONE - tiny


@pytest.mark.parametrize("power", range(1, 23))
def test_the_least_elastic_amount_is_exact_at_any_smallness(power: int) -> None:
    tiny = Fraction(1, 10**power)
    elastic = (1, ONE)
    program = ConfirmedProgram(2, [(((0, ONE), elastic), 12345 + tiny), (((0, -ONE), elastic), Fraction(-12345))])
    assert program.minimise(Y).value == tiny / 2


def test_one_eleven_digit_number_beside_a_tenth_of_a_unit_stays_exact() -> None:
    large, fine = Fraction(98765432109), Fraction(1, 10)
    program = ConfirmedProgram(2, [(((0, ONE), (1, ONE)), large + fine), (MINUS_X, -large)])
    assert program.minimise(Y).value == fine


def test_a_proposal_that_never_becomes_exact_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    def wrong(self: Program, costs: object) -> Proposal:
        return Proposal(
            status=Status.OPTIMAL,
            value=0.5,
            point=(0.5,),
            at_floor=frozenset(),
            binding=(),
            multipliers=(),
            doubtful=(0,),
        )

    monkeypatch.setattr(Program, "minimise", wrong)
    message = r"^the solver's answer 0\.5 could not be confirmed in exact arithmetic$"
    with pytest.raises(SolverError, match=message):
        ConfirmedProgram(1, [(X, ONE)]).minimise(X)


def spoiled(monkeypatch: pytest.MonkeyPatch, **parts: Any) -> None:  # noqa: ANN401
    """Spoil the first proposal of the solver."""
    honest = Program.minimise
    left = [parts]

    def minimise(self: Program, costs: Any) -> Proposal:  # noqa: ANN401
        found = honest(self, costs)
        return replace(found, **left.pop()) if left else found

    monkeypatch.setattr(Program, "minimise", minimise)


@pytest.mark.parametrize(
    "parts",
    [
        {"multipliers": (0.0, 0.0)},
        {"point": (0.0, 0.0), "doubtful": (0, 1)},
        {"at_floor": frozenset((0, 1)), "binding": (), "multipliers": (), "doubtful": (0, 1)},
        {"at_floor": frozenset((1,)), "binding": (0, 1), "point": (1.0, 0.0)},
        {"point": (1.0, 9.0)},
        {"at_floor": frozenset((0,)), "binding": (0,), "multipliers": (2.0,), "doubtful": (0, 1)},
    ],
)
def test_a_spoiled_proposal_is_mended_or_refined_but_never_believed(
    monkeypatch: pytest.MonkeyPatch, parts: dict[str, Any]
) -> None:
    spoiled(monkeypatch, **parts)
    program = ConfirmedProgram(2, [(((0, ONE), (1, ONE)), Fraction(3)), (((0, -ONE),), Fraction(-1))])
    found = program.minimise(((0, ONE), (1, Fraction(2))))
    assert found.value == 5
    assert found.multipliers == ((0, Fraction(2)), (1, ONE))


def test_a_point_below_nought_is_not_taken_for_the_end(monkeypatch: pytest.MonkeyPatch) -> None:
    spoiled(monkeypatch, at_floor=frozenset(), binding=(0, 1), multipliers=(0.0, 1.0), point=(3.0, 0.0))
    program = ConfirmedProgram(2, [(((0, ONE), (1, ONE)), Fraction(3)), (((0, ONE),), Fraction(4))])
    assert program.minimise(X).value == 4


def says(monkeypatch: pytest.MonkeyPatch, status: Status) -> None:
    """Let the solver end so at its first question."""
    honest = Program.minimise
    left = [status]

    def minimise(self: Program, costs: Any) -> Proposal:  # noqa: ANN401
        return Proposal(status=left.pop()) if left else honest(self, costs)

    monkeypatch.setattr(Program, "minimise", minimise)


def test_rows_that_hold_together_are_not_called_infeasible_whatever_the_solver_says(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    says(monkeypatch, Status.INFEASIBLE)
    with pytest.raises(SolverError, match=r"^the solver says infeasible, which exact arithmetic does not confirm$"):
        ConfirmedProgram(1, [(X, ONE)]).minimise(X)


def test_a_cost_that_can_only_grow_has_an_end_whatever_the_solver_says(monkeypatch: pytest.MonkeyPatch) -> None:
    says(monkeypatch, Status.UNBOUNDED)
    with pytest.raises(SolverError, match=r"^the solver says unbounded, which exact arithmetic does not confirm$"):
        ConfirmedProgram(1, [(X, ONE)]).minimise(X)


def test_what_lacks_something_is_never_infeasible(monkeypatch: pytest.MonkeyPatch) -> None:
    says(monkeypatch, Status.INFEASIBLE)
    with pytest.raises(SolverError, match=r"^the solver says infeasible, which exact arithmetic does not confirm$"):
        ConfirmedProgram(1, [(X, ONE), (MINUS_X, Fraction(-2))], is_elastic=True).minimise(X)
