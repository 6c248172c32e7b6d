"""The simplex method for many small programs of one shape at once, in floating point.

    A x >= b,   x >= 0,        one A and b for each block, the same zeros in all of them

Every block keeps a dictionary (Chvátal 1983, "Linear programming", chapter 2): all unknowns x and all slacks A x - b
as affine functions of the few that are 0 at its present vertex. A pivot exchanges one of those, and is the same
arithmetic in every block, so numpy does it for thousands of blocks together. Ratios are followed by the same steps
(Martos 1964, "Hyperbolic programming"): along an edge a ratio rises or falls throughout.

What comes out is a proposal, as from `lp.solver`: vertices to be looked at again in whole numbers. A block that takes
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
        table: (variables, k + 1, blocks): the dictionary, each variable as coefficients of the k nonbasic ones, then a
            constant. Variables are the k unknowns, then the slacks in the order of the rows. Blocks lie side by side in
            memory.
        nonbasic: (blocks, k): which variables are out of the basis, 0 at this vertex.
        determinant: (blocks,): of the k rows that say so, the product of all pivots on the way here.
        sound: (blocks,): whether the block is still worked on here.
    """

    table: Floats
    nonbasic: Whole
    determinant: Floats
    sound: Flags

    @staticmethod
    def start(a: Floats, b: Floats) -> Vertices:
        """Return the vertex x = 0 of every block; `a` is (blocks, rows, k), `b` (blocks, rows)."""
        blocks, rows, k = a.shape
        table = np.zeros((k + rows, k + 1, blocks))
        table[range(k), range(k)] = 1.0
        table[k:, :k] = a.transpose(1, 2, 0)
        table[k:, k] = -b.T
        nonbasic = np.tile(np.arange(k, dtype=np.int64), (blocks, 1))
        return Vertices(table, nonbasic, np.ones(blocks), np.ones(blocks, dtype=np.bool_))

    @property
    def values(self) -> Floats:
        """All variables at the vertices, (variables, blocks)."""
        return self.table[:, -1]

    def expressed(self, form: Floats, work: Whole) -> Floats:
        """Return an affine form of the unknowns, (k + 1,), over what is out of the basis, (k + 1, blocks of `work`)."""
        row = np.zeros((len(form), len(work)))
        row[-1] = form[-1]
        for index in np.flatnonzero(form[:-1]).tolist():
            row += form[index] * self.table[index].take(work, axis=1)
        return row

    def become_feasible(self, cost: Floats) -> None:
        """Move to the least `cost` (k,), which must not be negative, by the dual simplex method.

        A block without a feasible point is unsound afterwards.
        """
        k = self.nonbasic.shape[1]
        form = np.append(cost, 0.0)
        work = np.flatnonzero(self.sound)
        for pivot in range(PIVOTS):
            values = self.values.take(work, axis=1)
            short = values < -TINY
            leaving = short.argmax(axis=0) if pivot >= PIVOTS // 2 else values.argmin(axis=0)
            moving = short.any(axis=0)
            work, leaving = work[moving], leaving[moving]
            if not len(work):
                return
            rows = self.table[leaving, :k, work].T
            rises = rows > TINY
            prices = np.maximum(self._slopes(work, form, None), 0.0)
            ratio = np.where(rises, prices / np.where(rises, rows, 1.0), np.inf)
            entering = ratio.argmin(axis=0)
            possible = rises.any(axis=0)
            self.sound[work[~possible]] = False
            work, leaving, entering = work[possible], leaving[possible], entering[possible]
            self._exchange(work, leaving, entering)
        self.sound[work] = False

    def minimise(self, above: Floats, below: Floats | None = None) -> Flags:
        """Move to the least value of a form, or of a ratio of two, (k + 1,) each; feasible before.

        Returns:
            (blocks,): True where the value falls without end along an edge; the vertex is then no answer.
        """
        unbounded = np.zeros(len(self.sound), dtype=np.bool_)
        work = np.flatnonzero(self.sound)
        for pivot in range(PIVOTS):
            slopes = self._slopes(work, above, below)
            falls = slopes < -TINY
            entering = falls.argmax(axis=0) if pivot >= PIVOTS // 2 else slopes.argmin(axis=0)
            moving = falls.any(axis=0)
            work, entering = work[moving], entering[moving]
            if not len(work):
                return unbounded
            column = self.table[:, entering, work]
            drops = column < -TINY
            values = np.maximum(self.values.take(work, axis=1), 0.0)
            room = np.where(drops, values / np.where(drops, -column, 1.0), np.inf)
            leaving = room.argmin(axis=0)
            bounded = drops.any(axis=0)
            unbounded[work[~bounded]] = True
            work, leaving, entering = work[bounded], leaving[bounded], entering[bounded]
            self._exchange(work, leaving, entering)
        self.sound[work] = False
        return unbounded

    def _slopes(self, work: Whole, above: Floats, below: Floats | None) -> Floats:
        """Return how a form or ratio changes with what is out of the basis, (k, blocks); of a ratio only the sign."""
        upper = self.expressed(above, work)
        if below is None:
            return upper[:-1]
        lower = self.expressed(below, work)
        slopes: Floats = upper[:-1] * lower[-1] - lower[:-1] * upper[-1]
        return slopes

    def _exchange(self, work: Whole, leaving: Whole, entering: Whole) -> None:
        """Exchange a variable in the basis and a column out of it, one of each in every block of `work`."""
        if not len(work):
            return
        variables, width, _ = self.table.shape
        each = np.arange(len(work))
        table = self.table.take(work, axis=2)
        flat = table.reshape(-1)
        in_column = (np.arange(variables)[:, None] * width + entering) * len(work) + each
        in_row = (leaving * width + np.arange(width)[:, None]) * len(work) + each
        row = flat.take(in_row)
        pivot = row[entering, each]
        column = flat.take(in_column) / pivot
        for at, factor in enumerate(row):
            table[:, at] -= column * factor
        flat[in_column] = column
        row[:] = 0.0
        row[entering, each] = 1.0
        flat[in_row] = row
        for plane, changed in zip(
            self.table.reshape(variables * width, -1), table.reshape(variables * width, -1), strict=True
        ):
            plane[work] = changed
        self.nonbasic[work, entering] = leaving
        self.determinant[work] *= pivot
