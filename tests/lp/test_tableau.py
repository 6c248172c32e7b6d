"""The simplex method in whole numbers: small programs by literal, random ones against the solver's way."""

from __future__ import annotations

from fractions import Fraction
from random import Random

import pytest

from dashboard.lp import tableau
from dashboard.lp.confirmed import ConfirmedProgram
from dashboard.lp.tableau import Row, Status, Tableau, Terms
from dashboard.values.errors import SolverError

ONE = Fraction(1)
X: Terms = ((0, ONE),)
Y: Terms = ((1, ONE),)
MINUS_X: Terms = ((0, -ONE),)
CYCLE: list[Row] = [
    (((0, Fraction(-1, 4)), (1, Fraction(60)), (2, Fraction(1, 25)), (3, Fraction(-9))), Fraction(0)),
    (((0, Fraction(-1, 2)), (1, Fraction(90)), (2, Fraction(1, 50)), (3, Fraction(-3))), Fraction(0)),
    (((2, -ONE),), -ONE),
]
"""Beale's example (1955), on which the steepest way goes round in a circle of six steps."""
CYCLE_COST: Terms = ((0, Fraction(-3, 4)), (1, Fraction(150)), (2, Fraction(-1, 50)), (3, Fraction(6)))


@pytest.mark.parametrize(
    ("amounts", "power"),
    [
        ("", 0),
        ("0 0", 0),
        ("17.2 34.5 0.05", 0),
        ("1e-12", 12),
        ("3e9 4e9 5e9", -9),
        ("17.2 1e18 34.5", 0),
        ("40 1e-15 2", 0),
    ],
)
def test_one_wrong_unit_among_many_amounts_does_not_choose_the_unit(amounts: str, power: int) -> None:
    assert tableau.magnifier(Fraction(text) for text in amounts.split()) == Fraction(10) ** power


def test_the_least_value_is_exact_and_carries_its_multipliers() -> None:
    program = Tableau(2, [(((0, Fraction(3)), (1, ONE)), ONE), (Y, Fraction(1, 10))])
    found = program.minimise(((0, ONE), (1, ONE)))
    assert (found.status, found.value) == (Status.OPTIMAL, Fraction(4, 10))
    assert found.multipliers == ((0, Fraction(1, 3)), (1, Fraction(2, 3)))
    assert (found.near, found.tight) == ((0.3, 0.1), (0, 1))


def test_a_cost_without_end_is_unbounded() -> None:
    assert Tableau(1, [(X, ONE)]).minimise(MINUS_X).status is Status.UNBOUNDED


def test_rows_that_exclude_each_other_by_any_little_are_infeasible() -> None:
    program = Tableau(1, [(X, ONE + Fraction(1, 10**40)), (MINUS_X, -ONE)])
    assert program.minimise(()).status is Status.INFEASIBLE
    assert program.minimise_ratio(X, X) is None


def test_rows_come_and_go_without_a_new_program() -> None:
    program = Tableau(1, [(X, Fraction(2)), (X, Fraction(5)), (MINUS_X, Fraction(-7))])
    assert program.minimise(X).value == 5
    program.activate([0, 2])
    assert program.minimise(X).value == 2
    assert program.minimise(MINUS_X).value == -7
    program.activate([0])
    assert program.minimise(MINUS_X).status is Status.UNBOUNDED
    program.add((MINUS_X, Fraction(-3)))
    program.activate([0, 3])
    assert program.minimise(MINUS_X).value == -3
    program.activate([1, 3])
    assert program.minimise(X).status is Status.INFEASIBLE


def test_a_row_that_nothing_limits_leaves_the_cost_open_at_both_ends() -> None:
    program = Tableau(2, [(X, ONE), (((0, -ONE), (1, ONE)), Fraction(0))])
    assert program.minimise(Y).value == 1
    program.activate([])
    assert program.minimise(Y).value == 0
    assert program.minimise(((1, -ONE),)).status is Status.UNBOUNDED


def test_the_least_ratio_is_exact() -> None:
    rows = [
        (X, Fraction(39, 20)),
        (MINUS_X, Fraction(-41, 20)),
        (Y, Fraction(79, 20)),
        (((1, -ONE),), Fraction(-81, 20)),
    ]
    found = Tableau(2, rows).minimise_ratio(X, Y)
    assert found is not None
    assert (found.value, found.tight) == (Fraction(39, 81), (0, 3))


def test_a_ratio_without_end_is_none() -> None:
    assert Tableau(2, [(Y, ONE), (((1, -ONE),), Fraction(-2))]).minimise_ratio(MINUS_X, Y) is None


def test_amounts_thirty_powers_of_ten_apart_stay_exact() -> None:
    tiny, large = Fraction(1, 10**24), Fraction(31)
    program = Tableau(2, [(((0, ONE), (1, ONE)), large + tiny), (MINUS_X, -large)])
    assert program.minimise(Y).value == tiny


@pytest.mark.parametrize("greedy", [0, tableau.GREEDY])
def test_a_program_that_goes_round_in_a_circle_comes_to_its_end(monkeypatch: pytest.MonkeyPatch, greedy: int) -> None:
    monkeypatch.setattr(tableau, "GREEDY", greedy)
    assert Tableau(4, CYCLE).minimise(CYCLE_COST).value == Fraction(-1, 20)


def test_a_question_that_takes_too_many_steps_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tableau, "PIVOTS", 1)
    with pytest.raises(SolverError, match=r"^a linear program of 2 rows has no answer after 1 steps$"):
        Tableau(2, [(X, ONE), (Y, ONE)]).minimise(X)


def drawn(source: Random) -> tuple[int, list[Row]]:
    size = source.randint(1, 6)
    numbers = (-2, -1, -1, 1, 1, 1, 2, Fraction(1, 3), Fraction(7, 10))
    rows = []
    for _ in range(source.randint(1, 12)):
        terms = tuple((k, Fraction(source.choice(numbers))) for k in sorted(source.sample(range(size), min(size, 3))))
        rows.append((terms, Fraction(source.randint(-50, 20), 10)))
    return size, rows


@pytest.mark.parametrize("seed", range(100))
def test_random_programs_end_as_by_the_solver_confirmed_in_fractions(seed: int) -> None:
    source = Random(seed)
    size, rows = drawn(source)
    ours, theirs = Tableau(size, rows), ConfirmedProgram(size, rows)
    for _ in range(5):
        active = [row for row in range(len(rows)) if source.random() < 0.8]
        cost = tuple((k, Fraction(source.choice((-1, 0, 1, 2)))) for k in range(size))
        ours.activate(active)
        theirs.activate(active)
        found, expected = ours.minimise(cost), theirs.minimise(cost)
        assert (found.status, found.value) == (expected.status, expected.value)
