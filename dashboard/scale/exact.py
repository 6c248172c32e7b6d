"""Vertices that floating point proposes, proved in whole numbers for many blocks together.

A bound counts as proved when its point satisfies every statement, and multipliers of the statements that hold with
equality there add up to the goal, none of them negative: no point does better (weak duality). Times the determinant of
these statements, point and multipliers are whole numbers (Cramer's rule), so rounding what floating point has of them
gives them exactly or gives something that does not add up. Where numbers are too large for that, they are computed in
Python's own integers. A block for which this fails too is left to the engine for one block.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

import numpy as np

from dashboard.bounds.system import Form
from dashboard.scale.inverse import LARGEST, inverse, times
from dashboard.scale.program import Statements
from dashboard.scale.shape import dense
from dashboard.scale.simplex import Flags, Vertices, Whole

_ROUNDED: Final = 2.0**49
"""Below this, floating point may know a whole number; that it did is proved by adding up."""


@dataclass(frozen=True, slots=True)
class Goal:
    """What is to be least: `scale` times a form over the unknowns, or times the ratio of two.

    The forms have whole coefficients and no constant.
    """

    above: Form
    below: Form | None
    scale: Fraction


@dataclass(frozen=True, slots=True)
class Minima:
    """The least value of a goal in each block: `above / below` in lowest terms, where it is `proved`."""

    above: Whole
    below: Whole
    proved: Flags


@dataclass(frozen=True, slots=True, kw_only=True)
class BasicSolutions:
    """Basic solutions: where k statements hold with equality. In whole numbers, of 64 bits or Python's own.

    Attributes:
        blocks: (n,): which blocks are looked at.
        table: (n, statements, k + 1): all their statements.
        nonbasic: (n, k): which of them hold with equality: the slacks that are out of the basis.
        below: (n,): the divisor of the point, more than 0.
        point: (n, k, 1): the unknowns times `below`.
        multipliers: For a form, (n, k, 1): how many times each statement makes `below` times the form.
    """

    blocks: Whole
    table: np.ndarray
    nonbasic: Whole
    below: np.ndarray
    point: np.ndarray
    multipliers: Callable[[Form], np.ndarray]


def confirm(statements: Statements, vertices: Vertices, goal: Goal) -> Minima:
    """Return what the vertices propose as the least value of a goal, and in which blocks that is proved."""
    count = len(vertices.sound)
    least = Minima(np.zeros(count, dtype=np.int64), np.ones(count, dtype=np.int64), np.zeros(count, dtype=np.bool_))
    scale = goal.scale / statements.unit if goal.below is None else goal.scale
    blocks = np.flatnonzero(vertices.sound)
    for solve in (_rounded, _long):
        if not len(blocks):
            break
        basic = solve(statements, vertices, blocks)
        above, below, fits, proved = _least(basic, goal, scale)
        here = basic.blocks[proved]
        least.above[here], least.below[here], least.proved[here] = above[proved], below[proved], True
        blocks = np.setdiff1d(blocks, basic.blocks[fits], assume_unique=True)
    return least


def _rounded(statements: Statements, vertices: Vertices, blocks: Whole) -> BasicSolutions:
    """Return the basic solutions as floating point has them, of those blocks for which it may know them."""
    k = vertices.nonbasic.shape[1]
    factors = statements.times[vertices.nonbasic]
    product = np.rint(np.abs(vertices.determinant) * factors.prod(axis=1, dtype=np.float64))
    point = np.rint(vertices.values[:k].T * (product * statements.unit)[:, None])
    known = (product > 0) & (product < _ROUNDED) & (np.abs(point) < _ROUNDED).all(axis=1)
    here = blocks[known[blocks]] if statements.table.dtype != object else blocks[:0]

    def multipliers(form: Form) -> np.ndarray:
        slopes = vertices.expressed(dense(form, k), here)[:k].T
        whole = np.rint(slopes / factors[here] * product[here, None])
        return np.where(np.abs(whole) < _ROUNDED, whole, -1).astype(np.int64)[:, :, None]

    below, whole = product[here].astype(np.int64), point[here].astype(np.int64)[:, :, None]
    return BasicSolutions(
        blocks=here,
        table=statements.table[here],
        nonbasic=vertices.nonbasic[here],
        below=below,
        point=whole,
        multipliers=multipliers,
    )


def _long(statements: Statements, vertices: Vertices, blocks: Whole) -> BasicSolutions:
    """Return the same in Python's own integers, of any size."""
    table, nonbasic = statements.table[blocks].astype(object), vertices.nonbasic[blocks]
    tight = _of(table, nonbasic)
    above, below, regular = inverse(tight[:, :, :-1])
    point = above @ -tight[:, :, -1:]
    point[~regular] = -1

    def multipliers(form: Form) -> np.ndarray:
        product: np.ndarray = above.transpose(0, 2, 1) @ _column(form, point)
        return product

    return BasicSolutions(
        blocks=blocks, table=table, nonbasic=nonbasic, below=below, point=point, multipliers=multipliers
    )


def _of(table: np.ndarray, nonbasic: Whole) -> np.ndarray:
    """Return the rows of a table of each block that are out of its basis."""
    return np.take_along_axis(table, nonbasic[:, :, None], axis=1)


def _least(basic: BasicSolutions, goal: Goal, scale: Fraction) -> tuple[np.ndarray, np.ndarray, Flags, Flags]:
    """Return the values at basic solutions, for which these are known exactly, and which of those are proved."""
    known = np.ones(len(basic.blocks), dtype=np.bool_)
    homogeneous = np.concatenate([basic.point, basic.below[:, None, None]], axis=1)
    slack = times(basic.table, homogeneous, known)
    known &= _everywhere(_of(slack, basic.nonbasic) == 0)
    top, bottom, multipliers = _value(basic, goal, known)
    proved = _everywhere(slack >= 0) & _everywhere(multipliers >= 0) & (bottom > 0)
    top, bottom = _scaled(top, bottom, scale, known)
    return top, bottom, known, known & proved & _is_short(top) & _is_short(bottom)


def _everywhere(flags: np.ndarray) -> Flags:
    return np.asarray(flags.all(axis=(1, 2)), dtype=np.bool_)


def _value(basic: BasicSolutions, goal: Goal, known: Flags) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return the value as a fraction, and the multipliers that say that none is less if they are not negative."""
    upper, top = _made(basic, goal.above, known)
    if goal.below is None:
        return top, basic.below, upper
    lower, bottom = _made(basic, goal.below, known)
    top, bottom = _lowest(top, bottom)
    left, right = (times(each, by[:, None, None], known) for each, by in ((upper, bottom), (lower, top)))
    return top, bottom, left - right


def _made(basic: BasicSolutions, form: Form, known: Flags) -> tuple[np.ndarray, np.ndarray]:
    """Return the multipliers of a form, which must add up to it, and `below` times its value."""
    column = _column(form, basic.point)
    multipliers = basic.multipliers(form)
    tight = _of(basic.table, basic.nonbasic)[:, :, :-1]
    wanted = times(np.broadcast_to(column, basic.point.shape), basic.below[:, None, None], known)
    known &= _everywhere(times(tight.transpose(0, 2, 1), multipliers, known) == wanted)
    return multipliers, times(column.T, basic.point, known)[:, 0, 0]


def _column(form: Form, point: np.ndarray) -> np.ndarray:
    coefficients = np.zeros((point.shape[1], 1), dtype=point.dtype)
    for index, coefficient in form.terms:
        coefficients[index] = int(coefficient)
    return coefficients


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
