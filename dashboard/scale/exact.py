"""Vertices that floating point proposes, computed again in whole numbers for many blocks together.

A bound counts as proved when its point satisfies every statement and its multipliers show that no point does better
(weak duality). Both come from the exact inverse of the statements that hold with equality at the vertex. A block for
which either fails is left to the engine for one block.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

import numpy as np

from dashboard.scale.inverse import LARGEST, inverse, long_inverse, times
from dashboard.scale.program import Statements
from dashboard.scale.simplex import Flags, Vertices, Whole
from dashboard.system import Form


@dataclass(frozen=True, slots=True)
class Goal:
    """What is to be least: `scale` times a form over the unknowns, or times the ratio of two.

    The forms have whole coefficients and no constant.
    """

    above: Form
    below: Form | None
    scale: Fraction


@dataclass(frozen=True, slots=True)
class Values:
    """The least value of a goal in each block: `above / below` in lowest terms, where it is `proved`."""

    above: Whole
    below: Whole
    proved: Flags


def confirm(statements: Statements, vertices: Vertices, goal: Goal) -> Values:
    """Return what the vertices propose as the least value of a goal, and in which blocks that is proved."""
    count = len(vertices.sound)
    found = Values(np.zeros(count, dtype=np.int64), np.ones(count, dtype=np.int64), np.zeros(count, dtype=np.bool_))
    scale = goal.scale / statements.unit if goal.below is None else goal.scale
    blocks = np.flatnonzero(vertices.sound)
    for table in (statements.table, statements.long):
        if not len(blocks):
            break
        above, below, fits, proved = _least(table[blocks], vertices.outside[blocks], goal, scale)
        found.above[blocks[proved]], found.below[blocks[proved]] = above[proved], below[proved]
        found.proved[blocks] = proved
        blocks = blocks[~fits]
    return found


def _least(
    table: np.ndarray, outside: Whole, goal: Goal, scale: Fraction
) -> tuple[np.ndarray, np.ndarray, Flags, Flags]:
    """Return the values at some vertices, where the numbers were small enough to tell, and where they are proved."""
    tight = np.take_along_axis(table, outside[:, :, None], axis=1)
    above, below, fits = (long_inverse if table.dtype == object else inverse)(tight[:, :, :-1])
    point = times(above, -tight[:, :, -1:], fits)
    slack = times(table, np.concatenate([point, below[:, None, None]], axis=1), fits)
    top, bottom, cost = _value(point, below, goal, fits)
    multipliers = times(above.transpose(0, 2, 1), cost, fits)
    proved = (slack >= 0).all(axis=(1, 2)) & (multipliers >= 0).all(axis=(1, 2)) & (bottom > 0)
    top, bottom = _scaled(top, bottom, scale, fits)
    return top, bottom, fits, fits & proved & _is_short(top) & _is_short(bottom)


def _value(point: np.ndarray, below: np.ndarray, goal: Goal, fits: Flags) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return the value as a fraction, and the cost that is least, and 0, where a ratio has this value."""
    upper = _column(goal.above, point)
    top = times(upper.T, point, fits)[:, 0, 0]
    if goal.below is None:
        return top, below, np.broadcast_to(upper, point.shape)
    lower = _column(goal.below, point)
    top, bottom = _lowest(top, times(lower.T, point, fits)[:, 0, 0])
    return top, bottom, upper * bottom[:, None, None] - lower * top[:, None, None]


def _column(form: Form, point: np.ndarray) -> np.ndarray:
    found = np.zeros((point.shape[1], 1), dtype=point.dtype)
    for index, coefficient in form.terms:
        found[index] = int(coefficient)
    return found


def _scaled(top: np.ndarray, bottom: np.ndarray, scale: Fraction, fits: Flags) -> tuple[np.ndarray, np.ndarray]:
    """Return a fraction times a scale in lowest terms."""
    top, bottom = _lowest(top, bottom)
    if top.dtype != object:
        fits &= np.abs(top).astype(np.float64) * abs(scale.numerator) < LARGEST
        fits &= np.abs(bottom).astype(np.float64) * scale.denominator < LARGEST
    return _lowest(top * scale.numerator, bottom * scale.denominator)


def _lowest(top: np.ndarray, bottom: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return a fraction in lowest terms; what is below stays as it is where it is not more than 0."""
    common = np.maximum(np.gcd(top, bottom), 1)
    return top // common, bottom // common


def _is_short(numbers: np.ndarray) -> Flags:
    flags: Flags = np.abs(numbers) < int(LARGEST)
    return flags.astype(np.bool_)
