"""Vertices that floating point proposes, solved again in whole numbers for many blocks together.

Blocks of one shape that stand at the same vertex have the same equations in other numbers, so one elimination solves
them all. A bound counts as proved when its point satisfies every statement and its multipliers show that no point does
better (weak duality). A block for which either fails is left to the engine for one block.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from dashboard.scale.elimination import Entry, product, solve, total
from dashboard.scale.program import Program
from dashboard.scale.simplex import Flags, Floats, Vertices, Whole
from dashboard.solver import CLEAR
from dashboard.system import Form


@dataclass(frozen=True, slots=True)
class Goal:
    """What is to be least: a form over the unknowns, or the ratio of two."""

    above: Form
    below: Form | None = None


@dataclass(frozen=True, slots=True)
class Values:
    """The least value of a goal in each block: `above / below` in lowest terms, where it is `proved`."""

    above: np.ndarray
    below: np.ndarray
    proved: Flags


@dataclass(frozen=True, slots=True)
class _Corner:
    """Blocks at one vertex.

    Attributes:
        free: The unknowns that the equations give; the others are 0.
        tight: The statements that hold with equality, as many as `free`.
        rows, right: Those statements over all unknowns, in whole numbers.
        values: (blocks, variables) in floats.
    """

    program: Program
    blocks: Whole
    free: tuple[int, ...]
    tight: tuple[int, ...]
    rows: list[list[Entry]]
    right: list[Entry]
    values: Floats


def confirm(program: Program, vertices: Vertices, goal: Goal) -> Values:
    """Return what the vertices propose as the least value of a goal, and in which blocks that is proved."""
    count = len(vertices.sound)
    found = Values(np.zeros(count, dtype=object), np.ones(count, dtype=object), np.zeros(count, dtype=np.bool_))
    blocks = np.flatnonzero(vertices.sound)
    corners, which = np.unique(np.sort(vertices.outside[blocks], axis=1), axis=0, return_inverse=True)
    for number, outside in enumerate(corners):
        here = blocks[which.reshape(-1) == number]
        corner = _corner(program, here, outside.tolist(), vertices.values[here])
        _look(corner, goal, found)
    return found


def _corner(program: Program, blocks: Whole, outside: list[int], values: Floats) -> _Corner:
    k = program.shape.unknowns
    free = tuple(index for index in range(k) if index not in outside)
    tight = tuple(index - k for index in outside if index >= k)
    said = [program.whole(statement, blocks) for statement in tight]
    return _Corner(program, blocks, free, tight, [row for row, _ in said], [b for _, b in said], values)


def _look(corner: _Corner, goal: Goal, found: Values) -> None:
    solved = solve([[row[index] for index in corner.free] for row in corner.rows], corner.right)
    if solved is None:
        return
    point, whole = dict(zip(corner.free, solved[0], strict=True)), solved[1]
    above = _at(goal.above, point)
    below = whole if goal.below is None else _at(goal.below, point)
    cost = _cost(corner, goal, above, below)
    proved = _not_negative([below], corner) & _differs(below, corner)
    found.proved[corner.blocks] = proved & _is_possible(corner, point, whole) & _is_least(corner, cost)
    top, bottom = _each(above, corner), _each(below, corner)
    common = np.gcd(top, bottom)
    common[common == 0] = 1
    found.above[corner.blocks], found.below[corner.blocks] = top // common, bottom // common


def _at(form: Form, point: dict[int, Entry]) -> Entry:
    return total([product(int(c), point[index]) for index, c in form.terms if index in point])


def _cost(corner: _Corner, goal: Goal, above: Entry, below: Entry) -> list[Entry]:
    """Return what is least, and 0, where the ratio is least: the form above less the ratio times the one below."""
    upper = dict(goal.above.terms)
    lower = dict(goal.below.terms) if goal.below is not None else {}
    if goal.below is None:
        return [int(upper.get(index, 0)) for index in range(corner.program.shape.unknowns)]
    return [
        total([product(int(upper.get(index, 0)), below), product(-int(lower.get(index, 0)), above)])
        for index in range(corner.program.shape.unknowns)
    ]


def _is_possible(corner: _Corner, point: dict[int, Entry], whole: Entry) -> Flags:
    """Return where the exact point satisfies every statement; those that are far from their limit need no look."""
    k = corner.program.shape.unknowns
    near = np.flatnonzero((corner.values < CLEAR).any(axis=0))
    slack = [point[index] for index in near.tolist() if index < k and index in point]
    for statement in (index - k for index in near.tolist() if index >= k and index - k not in corner.tight):
        row, b = corner.program.whole(statement, corner.blocks)
        terms = [product(row[index], x) for index, x in point.items()]
        slack.append(total([*terms, product(-1, product(b, whole))]))
    return _not_negative(slack, corner)


def _is_least(corner: _Corner, cost: list[Entry]) -> Flags:
    """Return where the multipliers of the tight statements prove that no point costs less."""
    solved = solve([[row[index] for row in corner.rows] for index in corner.free], [cost[i] for i in corner.free])
    if solved is None:
        return np.zeros(len(corner.blocks), dtype=np.bool_)
    multipliers, whole = solved
    left = [
        total(
            [
                product(cost[index], whole),
                *(product(-1, product(y, row[index])) for y, row in zip(multipliers, corner.rows, strict=True)),
            ]
        )
        for index in range(corner.program.shape.unknowns)
        if index not in corner.free
    ]
    return _not_negative([*multipliers, *left], corner)


def _not_negative(entries: list[Entry], corner: _Corner) -> Flags:
    flags = np.ones(len(corner.blocks), dtype=np.bool_)
    for entry in entries:
        flags &= entry >= 0
    return flags


def _differs(entry: Entry, corner: _Corner) -> Flags:
    flags: Flags = _each(entry, corner) != 0
    return flags.astype(np.bool_)


def _each(entry: Entry, corner: _Corner) -> np.ndarray:
    return np.full(len(corner.blocks), entry, dtype=object) if isinstance(entry, int) else entry
