"""Many matrices of whole numbers, inverted together and exactly.

Floating point proposes determinant and inverse; rounded to whole numbers they are the inverse if their product with
the matrix says so, which is looked at in 64 bits. Where numbers are too large for that, elimination without fractions
(Bareiss 1968, "Sylvester's identity and multistep integer-preserving Gaussian elimination") does it in Python's own
integers, carried on to a diagonal matrix.
"""

from __future__ import annotations

from typing import Final

import numpy as np

from dashboard.scale.simplex import Flags

LARGEST: Final = 2.0**62
"""What is surely smaller is a whole number of 64 bits."""
_ROUNDED: Final = 2.0**49
"""Below this, floating point knows a whole number; that it did is proved by multiplication."""


def inverse(matrices: np.ndarray) -> tuple[np.ndarray, np.ndarray, Flags]:
    """Return A and d > 0 with matrix * A = d, and for which matrices they are found.

    Args:
        matrices: (matrices, k, k), of 64 bits; A and d are then too, and what would need more is not found.
    """
    floats = matrices.astype(np.float64)
    determinant = np.rint(np.linalg.det(floats))
    found: Flags = (determinant != 0) & (np.abs(determinant) < _ROUNDED)
    floats[~found] = np.eye(matrices.shape[1])
    proposed = np.rint(np.linalg.inv(floats) * np.abs(determinant)[:, None, None])
    found &= (np.abs(proposed) < _ROUNDED).all(axis=(1, 2))
    above = np.where(found[:, None, None], proposed, 0).astype(np.int64)
    below = np.where(found, np.abs(determinant), 1).astype(np.int64)
    product = times(matrices, above, found)
    found &= (product == below[:, None, None] * np.eye(matrices.shape[1], dtype=np.int64)).all(axis=(1, 2))
    return above, below, found


def long_inverse(matrices: np.ndarray) -> tuple[np.ndarray, np.ndarray, Flags]:
    """Return the same of matrices of Python's own integers, of any size; not found are those without an inverse."""
    count, k, _ = matrices.shape
    table = np.concatenate([matrices, np.tile(np.eye(k, dtype=np.int64).astype(object), (count, 1, 1))], axis=2)
    each, found = np.arange(count), np.ones(count, dtype=np.bool_)
    before = np.ones(count, dtype=object)
    for column in range(k):
        pivot = column + (table[:, column:, column] != 0).argmax(axis=1)
        table[each, pivot], table[:, column] = table[:, column].copy(), table[each, pivot]
        row = table[:, column].copy()
        found &= row[:, column] != 0
        row[~found, column] = 1
        cleared = row[:, None, None, column] * table - table[:, :, column, None] * row[:, None, :]
        table = cleared // before[:, None, None]
        table[:, column] = row
        before = row[:, column]
    sign = np.where(before < 0, -1, 1).astype(object)
    return table[:, :, k:] * sign[:, None, None], before * sign, found


def times(a: np.ndarray, b: np.ndarray, fits: Flags) -> np.ndarray:
    """Return the products of matrices; where 64 bits may be too few, `fits` becomes False."""
    if a.dtype != object:
        most = np.abs(a).astype(np.float64) @ np.abs(b).astype(np.float64)
        fits &= (most < LARGEST).reshape(len(fits), -1).all(axis=1)
    product: np.ndarray = a @ b
    return product
