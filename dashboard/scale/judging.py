"""A table of rows -> the answers to every row, by arrays where they can prove them and block by block elsewhere."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Final

import numpy as np
import pyarrow as pa

from dashboard.scale.cells import CELLS, KEY, cells
from dashboard.scale.exact import Goal, Values, confirm
from dashboard.scale.groups import Group, sort
from dashboard.scale.program import Program
from dashboard.scale.propagation import propagate
from dashboard.scale.room import room
from dashboard.scale.shape import Asked, Shape, dense
from dashboard.scale.simplex import Flags, Floats, Vertices, Whole
from dashboard.scale.single import Answer, answers, observations
from dashboard.solver import CLEAR
from dashboard.verdict import Verdict

ROW: Final = "row"
"""The column that says which row of the input a row is, counted from 0."""
TOGETHER: Final = 4096
"""Blocks in one array: their tables fit into a processor's cache."""

SCHEMA: Final = pa.schema(
    [
        (ROW, pa.int64()),
        *((name, pa.string()) for name in (*KEY, "flow", "period", "measure", "unit", "compared_with")),
        ("low", pa.float64()),
        ("high", pa.float64()),
        ("exact_low", pa.string()),
        ("exact_high", pa.string()),
        ("margin", pa.float64()),
        ("verdict", pa.string()),
        ("conflict", pa.bool_()),
        ("problem", pa.string()),
    ]
)
"""One row for each row of the input. `low` and `high` are what all rows of its block allow for what the row states, in
the row's own unit, null where the rows leave it open; `exact_low` and `exact_high` the same as "p/q". `margin` and
`verdict` are those of the block."""


@dataclass(slots=True)
class Columns:
    """The columns of answers while they are filled, (rows,) each."""

    low: np.ndarray
    high: np.ndarray
    exact_low: np.ndarray
    exact_high: np.ndarray
    margin: np.ndarray
    verdict: np.ndarray
    conflict: np.ndarray
    problem: np.ndarray

    @staticmethod
    def of(rows: int) -> Columns:
        """Return empty columns."""
        nothing = np.full((8, rows), None, dtype=object)
        nothing[6] = False
        nothing[7] = ""
        return Columns(*nothing)

    def put(self, row: int, answer: Answer) -> None:
        """Write what was found out about one row."""
        low, high = answer.bounds.low, answer.bounds.high
        self.low[row], self.exact_low[row] = (None, None) if low is None else (float(low), str(low))
        self.high[row], self.exact_high[row] = (None, None) if high is None else (float(high), str(high))
        self.margin[row] = None if answer.margin is None else float(answer.margin)
        self.verdict[row], self.conflict[row], self.problem[row] = answer.verdict, answer.conflict, answer.problem


def judged(table: pa.Table, *, exact: bool = True) -> pa.Table:
    """Return the answers to a table of text columns named as in observations.csv, with a column `row`; see `SCHEMA`.

    Without `exact` only intervals are propagated: `low` and `high` hold what the rows allow and may be too wide, the
    verdict is "contradiction" where they cross and else null.
    """
    columns = Columns.of(len(table))
    found = sort(cells(table))
    left = list(found.others)
    for group in found.groups:
        left += _group(table, group, columns, exact=exact)
    for rows in left:
        part = table.take(rows).select([name for name in CELLS if name in table.column_names]).to_pylist()
        texts = [{name: cell or "" for name, cell in row.items()} for row in part]
        for row, answer in zip(rows.tolist(), answers(texts), strict=True):
            columns.put(row, answer)
    return _table(table, columns)


def _table(table: pa.Table, columns: Columns) -> pa.Table:
    given = [
        table.column(field.name).cast(field.type)
        if field.name in table.column_names
        else pa.nulls(len(table), field.type)
        for field in SCHEMA
        if not hasattr(columns, field.name)
    ]
    made = [pa.array(getattr(columns, field.name), field.type) for field in SCHEMA if hasattr(columns, field.name)]
    return pa.table([*given, *made], schema=SCHEMA)


def _group(table: pa.Table, group: Group, columns: Columns, *, exact: bool) -> list[Whole]:
    """Fill in the answers to blocks of one shape; return the rows of those that are left."""
    first = table.take(group.rows[0]).select([name for name in CELLS if name in table.column_names]).to_pylist()
    rows = observations([{name: cell or "" for name, cell in row.items()} for row in first], {})
    if len(rows) < group.rows.shape[1]:
        return [np.sort(rows) for rows in group.rows]
    shape = Shape.of(rows)
    if not shape.is_plain:
        return [np.sort(rows) for rows in group.rows]
    left: list[Whole] = []
    for begin in range(0, len(group.rows), TOGETHER):
        blocks = np.arange(begin, min(begin + TOGETHER, len(group.rows)))
        program = Program(shape, group.printed.of(blocks))
        answer = _proved if exact else _propagated
        done = answer(program, group.rows[blocks], columns)
        left += [np.sort(rows) for rows in group.rows[blocks[~done]]]
    return left


def _propagated(program: Program, rows: Whole, columns: Columns) -> Flags:
    ranges = propagate(program)
    for at, ((above, below, scale), row) in enumerate(zip(program.shape.asked, program.shape.rows, strict=True)):
        factor = float(scale / row.unit.scale)
        low, high = ranges.of(above, below)
        columns.low[rows[:, at]] = _numbers(low * factor)
        columns.high[rows[:, at]] = _numbers(high * factor)
        columns.verdict[rows[ranges.is_empty, at]] = str(Verdict.CONTRADICTION)
    return np.ones(len(rows), dtype=np.bool_)


def _numbers(found: Floats) -> np.ndarray:
    numbers = found.astype(object)
    numbers[~np.isfinite(found)] = None
    return numbers


def _proved(program: Program, rows: Whole, columns: Columns) -> Flags:
    """Fill in bounds, margin and verdict of the blocks for which all of them are proved; return which these are."""
    space = room(program)
    vertices = Vertices.start(*program.floats())
    vertices.become_feasible(np.ones(program.shape.unknowns))
    vertices.sound &= space.found & (space.first > CLEAR) & _has_bases(program, space.point)
    ends = [(_end(program, vertices, asked, 1), _end(program, vertices, asked, -1)) for asked in program.shape.asked]
    done: Flags = vertices.sound & np.logical_and.reduce([end.proved for both in ends for end in both])
    for at, (low, high) in enumerate(ends):
        scale = program.shape.asked[at][2] / program.shape.rows[at].unit.scale
        here = rows[done, at]
        columns.low[here], columns.exact_low[here] = _told(low, done, scale)
        columns.high[here], columns.exact_high[here] = _told(high, done, -scale)
        columns.margin[here] = space.margin[done]
        columns.verdict[here] = str(Verdict.CONSISTENT)
    return done


def _has_bases(program: Program, point: Floats) -> Flags:
    """Return where every base of a rate is surely more than 0."""
    flags = np.ones(len(point), dtype=np.bool_)
    for form in program.shape.yardsticks:
        whole = dense(form, program.shape.unknowns)
        flags &= point @ whole[:-1] + whole[-1] > CLEAR
    return flags


def _end(program: Program, vertices: Vertices, asked: Asked, sign: int) -> Values:
    above, below, _ = asked
    goal = Goal(above.times(Fraction(sign)), below)
    k = program.shape.unknowns
    endless = vertices.minimise(dense(goal.above, k), None if below is None else dense(below, k))
    vertices.sound &= ~endless
    return confirm(program, vertices, goal)


def _told(values: Values, done: Flags, scale: Fraction) -> tuple[np.ndarray, np.ndarray]:
    """Return exact values in a row's unit as floats and as texts."""
    above, below = values.above[done] * scale.numerator, values.below[done] * scale.denominator
    common = np.gcd(above, below) * np.where(below < 0, -1, 1).astype(object)
    above, below = above // common, below // common
    texts = [f"{p}/{q}" if q != 1 else str(p) for p, q in zip(above, below, strict=True)]
    return above / below, np.array(texts, dtype=object)
