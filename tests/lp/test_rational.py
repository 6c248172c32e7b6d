from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.lp.rational import solve


def test_a_triangle_is_solved_from_its_corner() -> None:
    found = solve([({0: 2, 1: 1}, 5), ({1: 3}, 1)])
    assert found == {0: Fraction(7, 3), 1: Fraction(1, 3)}


def test_equations_that_share_all_unknowns_are_solved() -> None:
    found = solve([({0: 1, 1: 1, 2: 1}, 6), ({0: 1, 1: 2, 2: 3}, 14), ({0: 1, 1: 4, 2: 9}, 36)])
    assert found == {0: Fraction(1), 1: Fraction(2), 2: Fraction(3)}


def test_an_unknown_left_open_is_nought_and_left_out() -> None:
    assert solve([({0: 1, 1: 1}, 3)]) in ({0: Fraction(3)}, {1: Fraction(3)})


def test_an_unknown_that_is_nought_is_left_out() -> None:
    assert solve([({0: 5}, 0), ({0: 1, 1: 1}, 2)]) == {1: Fraction(2)}


def test_an_equation_said_twice_says_nothing_new() -> None:
    assert solve([({0: 1}, 3), ({0: 2}, 6), ({0: 0}, 0)]) == {0: Fraction(3)}


@pytest.mark.parametrize("equations", [[({}, 1)], [({0: 1}, 3), ({0: 2}, 7)], [({0: 1, 1: 1}, 1), ({0: 2, 1: 2}, 3)]])
def test_equations_that_cannot_all_hold_have_no_solution(equations: list[tuple[dict[int, int], int]]) -> None:
    assert solve(equations) is None


def test_no_equations_leave_all_open() -> None:
    assert solve([]) == {}


def test_whole_numbers_of_any_length_stay_exact() -> None:
    assert solve([({0: 10**40, 1: -1}, 1), ({1: 10**40}, 1)]) == {
        0: Fraction(10**40 + 1, 10**80),
        1: Fraction(1, 10**40),
    }


def test_the_equations_given_are_not_changed() -> None:
    terms = {0: 2, 1: 1}
    solve([(terms, 5), ({1: 3}, 1)])
    assert terms == {0: 2, 1: 1}


terms = st.dictionaries(st.integers(0, 6), st.integers(-3, 3), max_size=4)


@given(st.lists(st.tuples(terms, st.integers(-4, 4)), max_size=8))
def test_a_solution_satisfies_every_equation(equations: list[tuple[dict[int, int], int]]) -> None:
    found = solve(equations)
    if found is not None:
        for used, rhs in equations:
            assert sum(c * found.get(k, Fraction(0)) for k, c in used.items()) == rhs


@given(st.lists(terms, max_size=8), st.lists(st.integers(-5, 5), min_size=7, max_size=7))
def test_equations_that_some_point_satisfies_are_never_refused(used: list[dict[int, int]], point: list[int]) -> None:
    assert solve([(row, sum(c * point[k] for k, c in row.items())) for row in used]) is not None
