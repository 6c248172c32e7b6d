"""Many systems solved together have the solutions of each, in whole numbers."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from dashboard.rational import solve as solve_one
from dashboard.scale.elimination import Entry, product, solve, total

WHOLE = st.integers(-9, 9)


@st.composite
def systems(draw: st.DrawFn) -> tuple[list[list[Entry]], list[Entry], int]:
    """Draw systems with the same zeros: an entry is shared or one of each."""
    size, count = draw(st.integers(1, 4)), draw(st.integers(1, 5))
    entry = st.one_of(
        st.just(0),
        WHOLE,
        st.lists(st.integers(1, 9), min_size=count, max_size=count).map(lambda found: np.array(found, dtype=object)),
    )
    matrix = [[draw(entry) for _ in range(size)] for _ in range(size)]
    return matrix, [draw(entry) for _ in range(size)], count


def of(entry: Entry, system: int) -> int:
    return entry if isinstance(entry, int) else int(entry[system])


@given(systems())
def test_each_solution_is_that_of_its_own_system(drawn: tuple[list[list[Entry]], list[Entry], int]) -> None:
    matrix, right, count = drawn
    found = solve(matrix, right)
    for system in range(count if found is not None else 0):
        assert found is not None
        below = of(found[1], system)
        point = [Fraction(of(above, system), below) for above in found[0]]
        assert below > 0
        for row, b in zip(matrix, right, strict=True):
            assert sum(of(c, system) * x for c, x in zip(row, point, strict=True)) == of(b, system)


def test_a_system_without_a_single_solution_has_none() -> None:
    assert solve([[1, 1], [2, 2]], [1, 2]) is None
    assert solve_one([({0: 1, 1: 1}, 1), ({0: 2, 1: 2}, 3)]) is None


def test_systems_that_differ_in_where_a_pivot_is_zero_are_left_to_others() -> None:
    assert solve([[np.array([0, 1], dtype=object)]], [1]) is None


def test_a_system_without_unknowns_is_solved() -> None:
    assert solve([], []) == ([], 1)


def test_what_all_share_stays_one_number() -> None:
    assert product(0, np.array([1, 2], dtype=object)) == 0
    assert total([0, 2, 3]) == 5
