"""The margin of many blocks of one shape: by how much all intervals can be shrunk and still hold together.

The same iteration as `verdict.py`, on all blocks at once: at each d one program tells the common room t that is left,
in half-widths at the size that the bases had at the last d; d + t comes next.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np

from dashboard.scale.program import Programs
from dashboard.scale.simplex import Flags, Floats, Vertices

STEPS: Final = 12
CLOSE: Final = 1e-10
_LEAST: Final = 1e-6


@dataclass(frozen=True, slots=True)
class Margins:
    """How much room many blocks have.

    Attributes:
        margin: (blocks,), in half-widths.
        first: (blocks,): the room at d = 0, which has the sign of the margin.
        point: (blocks, unknowns): true values that leave this much room.
        converged: (blocks,): False where the iteration did not end.
    """

    margin: Floats
    first: Floats
    point: Floats
    converged: Flags


def margins(programs: Programs) -> Margins:
    """Return the margin of every block."""
    a, b = programs.floats()
    halves = programs.halves()
    count, _, k = a.shape
    margin, sizes, converged = np.zeros(count), np.ones((count, k)), np.zeros(count, dtype=np.bool_)
    low, high = np.full(count, -np.inf), np.ones(count)
    first = np.zeros(count)
    work = np.arange(count)
    for step in range(STEPS):
        left, point, sound = _left(a[work], b[work], halves[work], margin[work], sizes[work])
        sizes[work[sound]] = point[sound]
        if step == 0:
            first[work] = np.where(sound, left, -np.inf)
        work, left = work[sound], left[sound]
        d = margin[work]
        low[work] = np.where(left >= 0, d, low[work])
        high[work] = np.where(left >= 0, high[work], np.minimum(d, high[work]))
        margin[work] = _next(d, left, low[work], high[work])
        done = np.abs(margin[work] - d) < CLOSE
        converged[work[done]] = True
        work = work[~done]
        if not len(work):
            break
    return Margins(margin=margin, first=first, point=sizes, converged=converged)


def _next(d: Floats, left: Floats, low: Floats, high: Floats) -> Floats:
    step = d + left
    middle = np.where(np.isinf(low), d, (np.where(np.isinf(low), 0.0, low) + high) / 2)
    return np.where((step > high) | (step < low), middle, step)


def _left(a: Floats, b: Floats, halves: Floats, d: Floats, sizes: Floats) -> tuple[Floats, Floats, Flags]:
    """Return the room left at d, a point that has it, and where there is an answer.

    The room t is at most 1 - d, so that nothing shrinks beyond a point: the last unknown is 1 - d - t.
    """
    count, rows, k = a.shape
    ends = halves.shape[1]
    width = np.zeros((count, rows))
    least = _LEAST * np.abs(halves[:, :, :k]).sum(axis=2)
    width[:, :ends] = np.maximum((halves[:, :, :k] * sizes[:, None, :]).sum(axis=2) + halves[:, :, k], least)
    shrunk = a.copy()
    shrunk[:, :ends, :] -= d[:, None, None] * halves[:, :, :k]
    limit = b.copy()
    limit[:, :ends] += d[:, None] * halves[:, :, k]
    vertices = Vertices.start(np.concatenate([shrunk, width[:, :, None]], axis=2), limit + width * (1.0 - d)[:, None])
    cost = np.zeros(k + 1)
    cost[k] = 1.0
    vertices.become_feasible(cost)
    return 1.0 - d - vertices.values[k], vertices.values[:k].T, vertices.sound
