"""The simplex method for many small programs of one shape at once, in floating point.

    A x >= b,   x >= 0,        one A and b for each block, the same zeros in all of them

Every block keeps a dictionary (Chvátal 1983, "Linear programming", chapter 2): all unknowns x and all slacks A x - b
as affine functions of the few that are 0 at its present vertex. A pivot exchanges one of those, and is the same
arithmetic in every block, so numpy does it for thousands of blocks together. Ratios are followed by the same steps
(Martos 1964, "Hyperbolic programming"): along an edge a ratio rises or falls throughout.

What comes out is a proposal, as from `solver.py`: vertices to be looked at again in whole numbers. A block that takes
too many pivots, or has no answer here, is left to the engine for one block.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Whole = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]

TINY: Final = 1e-9
"""What is nearer to 0 than this, in bn, is taken for 0 when a pivot is chosen."""
PIVOTS: Final = 60
"""So many pivots for one question, and a block is left to the engine: small programs need a handful."""


@dataclass(slots=True)
class Vertices:
    """One vertex of each block.

    Attributes:
        table: (blocks, variables, k + 1): each variable as coefficients of the k out of the basis, then a constant.
            Variables are the k unknowns, then the slacks in the order of the rows.
        outside: (blocks, k): which variables are out of the basis, 0 at this vertex.
        sound: (blocks,): whether the block is still worked on here.
    """

    table: Floats
    outside: Whole
    sound: Flags

    @staticmethod
    def start(a: Floats, b: Floats) -> Vertices:
        """Return the vertex x = 0 of every block; `a` is (blocks, rows, k), `b` (blocks, rows)."""
        blocks, rows, k = a.shape
        table = np.zeros((blocks, k + rows, k + 1))
        table[:, range(k), range(k)] = 1.0
        table[:, k:, :k] = a
        table[:, k:, k] = -b
        outside = np.tile(np.arange(k, dtype=np.int64), (blocks, 1))
        return Vertices(table, outside, np.ones(blocks, dtype=np.bool_))

    @property
    def values(self) -> Floats:
        """All variables at the vertices, (blocks, variables)."""
        return self.table[:, :, -1]

    def expressed(self, form: Floats) -> Floats:
        """Return an affine form of the unknowns, (k + 1,) or (blocks, k + 1), over what is out of the basis."""
        k = self.outside.shape[1]
        linear = np.broadcast_to(form, (len(self.table), k + 1))[:, None, :k] @ self.table[:, :k, :]
        found: Floats = linear[:, 0, :]
        found[:, -1] += form[..., -1]
        return found

    def become_feasible(self, cost: Floats) -> None:
        """Move to the least `cost` (k,), which must not be negative, by the dual simplex method.

        A block without a feasible point is unsound afterwards.
        """
        k = self.outside.shape[1]
        form = np.append(cost, 0.0)
        work = np.flatnonzero(self.sound)
        for pivot in range(PIVOTS):
            values = self.table[work, :, -1]
            leaving = values.argmin(axis=1)
            short = values[np.arange(len(work)), leaving] < -TINY
            work, leaving = work[short], leaving[short]
            if not len(work):
                return
            if pivot >= PIVOTS // 2:
                leaving = (self.table[work, :, -1] < -TINY).argmax(axis=1)
            rows = self.table[work, leaving, :k]
            prices = self._slopes(work, form, None)
            rises = rows > TINY
            ratio = np.where(rises, np.maximum(prices, 0.0) / np.where(rises, rows, 1.0), np.inf)
            entering = ratio.argmin(axis=1)
            possible = rises.any(axis=1)
            self.sound[work[~possible]] = False
            work, leaving, entering = work[possible], leaving[possible], entering[possible]
            self._exchange(work, leaving, entering)
        self.sound[work] = False

    def minimise(self, above: Floats, below: Floats | None = None) -> Flags:
        """Move to the least value of a form, or of a ratio of two, (k + 1,) or (blocks, k + 1); feasible before.

        Returns:
            (blocks,): True where the value falls without end along an edge; the vertex is then no answer.
        """
        endless = np.zeros(len(self.table), dtype=np.bool_)
        work = np.flatnonzero(self.sound)
        for pivot in range(PIVOTS):
            slopes = self._slopes(work, above, below)
            falls = slopes < -TINY
            moving = falls.any(axis=1)
            work, slopes, falls = work[moving], slopes[moving], falls[moving]
            if not len(work):
                return endless
            entering = falls.argmax(axis=1) if pivot >= PIVOTS // 2 else slopes.argmin(axis=1)
            column = self.table[work, :, entering]
            drops = column < -TINY
            room = np.where(drops, np.maximum(self.table[work, :, -1], 0.0) / np.where(drops, -column, 1.0), np.inf)
            leaving = room.argmin(axis=1)
            bounded = drops.any(axis=1)
            endless[work[~bounded]] = True
            work, leaving, entering = work[bounded], leaving[bounded], entering[bounded]
            self._exchange(work, leaving, entering)
        self.sound[work] = False
        return endless

    def _slopes(self, work: Whole, above: Floats, below: Floats | None) -> Floats:
        part = Vertices(self.table[work], self.outside[work], self.sound[work])
        upper = part.expressed(above if above.ndim == 1 else above[work])
        if below is None:
            return upper[:, :-1]
        lower = part.expressed(below if below.ndim == 1 else below[work])
        return upper[:, :-1] * lower[:, -1:] - lower[:, :-1] * upper[:, -1:]

    def _exchange(self, work: Whole, leaving: Whole, entering: Whole) -> None:
        """Exchange a variable in the basis and a column out of it, one of each in every block of `work`."""
        if not len(work):
            return
        table = self.table[work]
        each = np.arange(len(work))
        row = table[each, leaving, :]
        pivot = row[each, entering]
        column = table[each, :, entering] / pivot[:, None]
        table -= column[:, :, None] * row[:, None, :]
        table[each, :, entering] = column
        table[each, leaving, :] = 0.0
        table[each, leaving, entering] = 1.0
        self.table[work] = table
        self.outside[work, entering] = leaving
