"""Many matrices inverted together have the inverse of each, in whole numbers, or are said to have none."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.scale.inverse import inverse, times


@st.composite
def matrices(draw: st.DrawFn) -> np.ndarray:
    """Draw some matrices of one size, many of their entries 0."""
    k, count = draw(st.integers(1, 5)), draw(st.integers(1, 4))
    entry = st.one_of(st.just(0), st.integers(-9, 9), st.integers(-4000, 4000))
    return np.array(draw(st.lists(entry, min_size=count * k * k, max_size=count * k * k))).reshape(count, k, k)


def rank(matrix: np.ndarray) -> int:
    return int(np.linalg.matrix_rank(matrix.astype(float)))


@given(matrices())
@settings(max_examples=60)
def test_a_matrix_times_its_inverse_is_its_divisor(drawn: np.ndarray) -> None:
    k = drawn.shape[1]
    above, below, found = inverse(drawn.astype(object))
    assert found.tolist() == [rank(matrix) == k for matrix in drawn]
    for matrix, a, d in zip(drawn[found], above[found], below[found], strict=True):
        assert d > 0
        assert (matrix @ a == d * np.eye(k, dtype=np.int64)).all()


def test_a_matrix_beside_one_without_an_inverse_has_its_own() -> None:
    above, below, found = inverse(np.array([[[1, 1], [2, 2]], [[0, 2], [1, 1]]], dtype=object))
    assert found.tolist() == [False, True]
    assert (above[1].tolist(), below[1]) == ([[-1, 2], [1, 0]], 2)


def test_numbers_may_be_of_any_size() -> None:
    above, below, found = inverse(np.array([[[2**40, 1], [1, 2**40]]], dtype=object))
    assert found.tolist() == [True]
    assert (above[0].tolist(), below[0]) == ([[2**40, -1], [-1, 2**40]], 2**80 - 1)


def test_a_product_that_may_not_fit_is_marked() -> None:
    fits = np.ones(2, dtype=np.bool_)
    a, b = np.array([[[2**40]], [[3]]]), np.array([[[2**30]], [[4]]])
    assert times(a, b, fits)[1].tolist() == [[12]]
    assert fits.tolist() == [False, True]
