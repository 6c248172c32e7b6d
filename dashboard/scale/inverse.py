"""Many matrices of whole numbers, inverted and multiplied together and exactly.

Fraction-free elimination (Bareiss 1968, "Sylvester's identity and multistep integer-preserving Gaussian
elimination"), carried on to a diagonal matrix, in Python's own integers; products also in 64 bits, where these suffice.
"""

from __future__ import annotations

from typing import Final

import numpy as np

from dashboard.scale.simplex import Flags

LARGEST: Final = 2.0**62
"""What is surely smaller is a whole number of 64 bits."""


def inverse(matrices: np.ndarray) -> tuple[np.ndarray, np.ndarray, Flags]:
    """Return A and d > 0 with matrix * A = d, and which matrices have an inverse.

    Args:
        matrices: (matrices, k, k), of Python's own integers; A and d are then too.
    """
    count, k, _ = matrices.shape
    table = np.concatenate([matrices, np.tile(np.eye(k, dtype=np.int64).astype(object), (count, 1, 1))], axis=2)
    each, regular = np.arange(count), np.ones(count, dtype=np.bool_)
    before = np.ones(count, dtype=object)
    for column in range(k):
        pivot = column + (table[:, column:, column] != 0).argmax(axis=1)
        table[each, pivot], table[:, column] = table[:, column].copy(), table[each, pivot]
        row = table[:, column].copy()
        regular &= row[:, column] != 0
        row[~regular, column] = 1
        cleared = row[:, None, None, column] * table - table[:, :, column, None] * row[:, None, :]
        table = cleared // before[:, None, None]
        table[:, column] = row
        before = row[:, column]
    sign = np.where(before < 0, -1, 1).astype(object)
    return table[:, :, k:] * sign[:, None, None], before * sign, regular


def times(a: np.ndarray, b: np.ndarray, fits: Flags) -> np.ndarray:
    """Return the products of matrices; where 64 bits may be too few, `fits` becomes False."""
    if a.dtype != object:
        most = np.abs(a).astype(np.float64) @ np.abs(b).astype(np.float64)
        fits &= (most < LARGEST).all(axis=(1, 2))
    product: np.ndarray = a @ b
    return product
