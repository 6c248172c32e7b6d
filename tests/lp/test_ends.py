from __future__ import annotations

from math import inf

from dashboard.lp.ends import HIGH, LOW, Places

X, MINUS_X = ((0, 1.0),), ((0, -1.0),)
SUM, MINUS_SUM = ((0, 1.0), (1, 1.0)), ((0, -1.0), (1, -1.0))


def test_a_row_of_one_unknown_is_an_end_of_it() -> None:
    places = Places([0.0], [(X, 2.0), (MINUS_X, -3.0)])
    assert places.of_row == [(0, LOW), (0, HIGH)]
    assert (places.ends, places.free_ends, places.forms) == ([[2.0], [3.0]], [[0.0], [inf]], [])


def test_both_ends_of_one_number_are_one_row_after_the_columns() -> None:
    places = Places([0.0, 0.0], [(SUM, 2.0), (MINUS_SUM, -3.0)])
    assert places.of_row == [(2, LOW), (2, HIGH)]
    assert places.ends == [[0.0, 0.0, 2.0], [inf, inf, 3.0]]
    assert places.free_ends == [[0.0, 0.0, -inf], [inf, inf, inf]]
    assert places.forms == [SUM]


def test_an_end_that_is_taken_or_would_lie_beyond_the_other_is_a_row_of_its_own() -> None:
    places = Places([0.0], [(X, 2.0), (X, 1.0), (MINUS_X, -0.5)])
    assert places.of_row == [(0, LOW), (1, LOW), (2, LOW)]
    assert Places([0.0, 0.0], [(SUM, 3.0), (MINUS_SUM, -2.0)]).forms == [SUM, MINUS_SUM]


def test_a_row_that_says_no_more_than_the_floor_is_kept_apart() -> None:
    assert Places([0.0], [(X, -1.0)]).of_row == [(1, LOW)]


def test_other_coefficients_than_one_are_left_as_they_are() -> None:
    assert Places([0.0], [(((0, 2.0),), 1.0)]).forms == [((0, 2.0),)]
