"""Which way answers: whole numbers for a few rows, the solver for many, whole numbers where it does not."""

from __future__ import annotations

from fractions import Fraction

import pytest

from dashboard.lp import optimum
from dashboard.lp.optimum import ExactProgram
from dashboard.lp.solver import Program
from dashboard.lp.tableau import Status, Terms
from dashboard.values.errors import SolverError
from dashboard.values.message import Message

ONE = Fraction(1)
X: Terms = ((0, ONE),)
Y: Terms = ((1, ONE),)
BOTH: Terms = ((0, ONE), (1, ONE))


@pytest.fixture(params=[0, 120])
def small(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> int:
    most: int = request.param
    monkeypatch.setattr(optimum, "SMALL", most)
    return most


def refuse(self: Program, costs: object) -> None:
    raise SolverError(Message("HiGHS ended without an answer: Time limit reached"))


@pytest.mark.usefixtures("small")
def test_either_way_answers_the_same() -> None:
    program = ExactProgram(2, [(X, ONE), (Y, Fraction(3))])
    assert program.minimise(BOTH).value == 4
    found = program.minimise_ratio(X, Y)
    assert found is None or found.value == 0
    assert program.add((X, Fraction(7, 3))) == 2
    assert program.minimise(BOTH).value == Fraction(16, 3)
    program.activate([1])
    assert program.minimise(BOTH).multipliers == ((1, ONE),)
    assert program.minimise(((0, -ONE),)).status is Status.UNBOUNDED


@pytest.mark.usefixtures("small")
def test_a_solver_without_an_answer_is_stood_in_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Program, "minimise", refuse)
    program = ExactProgram(2, [(X, ONE), (Y, Fraction(3)), (((1, -ONE),), Fraction(-4))])
    assert program.minimise(BOTH).value == 4
    program.activate([0])
    assert program.minimise(BOTH).value == 1
    program.add((Y, Fraction(2)))
    assert program.minimise(BOTH).value == 3


def test_a_ratio_that_the_solver_does_not_answer_is_left_to_the_second_program(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(optimum, "SMALL", 0)
    monkeypatch.setattr(Program, "minimise", refuse)
    assert ExactProgram(2, [(X, ONE), (Y, ONE)]).minimise_ratio(X, Y) is None


@pytest.mark.usefixtures("small")
def test_numbers_that_the_solver_does_not_take_are_answered_in_whole_numbers() -> None:
    huge = Fraction(10**25 + 1, 3)
    program = ExactProgram(2, [(X, ONE), (BOTH, huge), (Y, Fraction(2)), (((0, Fraction(2)), (1, ONE)), ONE)])
    assert program.minimise(BOTH).value == huge
