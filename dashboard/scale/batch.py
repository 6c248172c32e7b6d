"""A table of rows -> the answers to every row, by arrays where they can prove them and block by block elsewhere."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Final

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from dashboard.bounds.verdict import Verdict
from dashboard.lp.solver import CLEAR
from dashboard.scale.cells import CELLS, KEY, cells, encoded
from dashboard.scale.exact import Goal, Minima, confirm
from dashboard.scale.groups import ShapeGroup, sort
from dashboard.scale.margin import margins
from dashboard.scale.program import Programs, Statements
from dashboard.scale.propagation import propagate
from dashboard.scale.shape import Asked, Shape, dense
from dashboard.scale.simplex import Flags, Floats, Vertices, Whole
from dashboard.scale.single import RowAnswer, answers, observations
from dashboard.values.observation import Observation

ROW: Final = "row"
"""The column that says which row of the input a row is, counted from 0."""
TOGETHER: Final = 4096
"""Blocks in one array: their tables fit into a processor's cache."""

_TEXT: Final = pa.dictionary(pa.int32(), pa.string())
SCHEMA: Final = pa.schema(
    [
        (ROW, pa.int64()),
        *((name, _TEXT) for name in (*KEY, "flow", "period", "measure", "unit", "compared_with")),
        ("low", pa.float64()),
        ("high", pa.float64()),
        ("exact_low", pa.string()),
        ("exact_high", pa.string()),
        ("margin", pa.float64()),
        ("verdict", _TEXT),
        ("conflict", pa.bool_()),
        ("problem", pa.string()),
    ]
)
"""One row for each row of the input. `low` and `high` are what all rows of its block allow for what the row states, in
the row's own unit, null where the rows leave it open; `exact_low` and `exact_high` the same as "p/q". `margin` and
`verdict` are those of the block; `conflict` tells whether the row is in a minimal conflict; `problem` why there is no
answer, else null."""
_VERDICTS: Final = tuple(str(verdict) for verdict in Verdict)
_CONSISTENT, _CONTRADICTION = (_VERDICTS.index(str(verdict)) for verdict in (Verdict.CONSISTENT, Verdict.CONTRADICTION))


@dataclass(slots=True, kw_only=True)
class Columns:
    """The columns of answers while they are filled, (rows,) each.

    Attributes:
        low, high: Not finite where there is none.
        exact_low, exact_high: Whole numbers p and q of p/q; q is 0 where there is none.
        verdict: Positions among the verdicts, -1 where there is none.
        apart: The answers that the engine for one block gave, by row.
    """

    low: Floats
    high: Floats
    exact_low: tuple[Whole, Whole]
    exact_high: tuple[Whole, Whole]
    margin: Floats
    verdict: Whole
    apart: dict[int, RowAnswer]

    @staticmethod
    def of(rows: int) -> Columns:
        """Return empty columns."""
        low, high, margin = (np.full(rows, np.nan) for _ in range(3))
        ends = [np.zeros(rows, dtype=np.int64) for _ in range(4)]
        none = np.full(rows, -1, dtype=np.int64)
        exact_low, exact_high = (ends[0], ends[1]), (ends[2], ends[3])
        return Columns(
            low=low, high=high, exact_low=exact_low, exact_high=exact_high, margin=margin, verdict=none, apart={}
        )

    def arrays(self) -> dict[str, pa.Array]:
        """Return them as they are written."""
        codes = pa.array(self.verdict.astype(np.int32), mask=self.verdict < 0)
        made = {
            "low": pa.array(self.low, mask=~np.isfinite(self.low)),
            "high": pa.array(self.high, mask=~np.isfinite(self.high)),
            "exact_low": _fractions(*self.exact_low),
            "exact_high": _fractions(*self.exact_high),
            "margin": pa.array(self.margin, mask=np.isnan(self.margin)),
            "verdict": pa.DictionaryArray.from_arrays(codes, list(_VERDICTS)).cast(pa.string()),
            "conflict": pa.array(np.zeros(len(self.low), dtype=np.bool_)),
            "problem": pa.nulls(len(self.low), pa.string()),
        }
        if not self.apart:
            return made
        rows = sorted(self.apart)
        cells = [_cells(self.apart[row]) for row in rows]
        here = np.zeros(len(self.low), dtype=np.bool_)
        here[rows] = True
        return {
            name: pc.replace_with_mask(column, here, pa.array([each[name] for each in cells], column.type))
            for name, column in made.items()
        }


def _fractions(above: Whole, below: Whole) -> pa.Array:
    """Return p/q as texts, p alone where q is 1."""
    if not below.any():
        return pa.nulls(len(below), pa.string())
    tops, bottoms = pa.array(above, mask=below == 0).cast(pa.string()), pa.array(below).cast(pa.string())
    return pc.if_else(pa.array(below == 1), tops, pc.binary_join_element_wise(tops, bottoms, "/"))


def _cells(answer: RowAnswer) -> dict[str, object]:
    low, high = answer.bounds.low, answer.bounds.high
    return {
        "low": None if low is None else float(low),
        "high": None if high is None else float(high),
        "exact_low": None if low is None else str(low),
        "exact_high": None if high is None else str(high),
        "margin": None if answer.margin is None else float(answer.margin),
        "verdict": answer.verdict,
        "conflict": answer.conflict,
        "problem": answer.problem or None,
    }


def judged(table: pa.Table, *, exact: bool = True) -> pa.Table:
    """Return the answers to a table of text columns named as in observations.csv, with a column `row`; see `SCHEMA`.

    Without `exact` only intervals are propagated: `low` and `high` hold what the rows allow and may be too wide, the
    verdict is "contradiction" where they cross and else null.
    """
    columns = Columns.of(len(table))
    blocks = sort(cells(table))
    left = list(blocks.others)
    for group in blocks.groups:
        left += _group(table, group, columns, exact=exact)
    for rows in left:
        columns.apart.update(zip(rows.tolist(), answers(_texts(table, rows)), strict=True))
    return _table(table, columns)


def _texts(table: pa.Table, rows: Whole) -> list[dict[str, str]]:
    part = table.select([name for name in CELLS if name in table.column_names]).take(rows).to_pylist()
    return [{name: cell or "" for name, cell in row.items()} for row in part]


def _table(table: pa.Table, columns: Columns) -> pa.Table:
    made = columns.arrays()
    given = [_given(table, name) for name in SCHEMA.names if name not in made]
    return pa.table([*given, *(column.cast(SCHEMA.field(name).type) for name, column in made.items())], schema=SCHEMA)


def _given(table: pa.Table, name: str) -> pa.ChunkedArray | pa.Array:
    if name == ROW:
        return table.column(name)
    return encoded(table.column(name)) if name in table.column_names else pa.nulls(len(table), _TEXT)


def _group(table: pa.Table, group: ShapeGroup, columns: Columns, *, exact: bool) -> list[Whole]:
    """Fill in the answers to blocks of one shape; return the rows of those that are left."""
    rows = observations(_texts(table, group.rows[0]), {})
    if len(rows) < group.rows.shape[1]:
        return [np.sort(rows) for rows in group.rows]
    shape = Shape.of(rows)
    if not shape.is_plain:
        return [np.sort(rows) for rows in group.rows]
    left: list[Whole] = []
    for begin in range(0, len(group.rows), TOGETHER):
        blocks = np.arange(begin, min(begin + TOGETHER, len(group.rows)))
        programs = Programs(shape, group.printed.of(blocks))
        answer = _proved if exact else _propagated
        done = answer(programs, group.rows[blocks], columns)
        left += [np.sort(rows) for rows in group.rows[blocks[~done]]]
    return left


def _propagated(programs: Programs, rows: Whole, columns: Columns) -> Flags:
    ranges = propagate(programs)
    for at, ((above, below, scale), row) in enumerate(zip(programs.shape.asked, programs.shape.rows, strict=True)):
        factor = float(scale / row.unit.scale)
        low, high = ranges.of(above, below)
        columns.low[rows[:, at]], columns.high[rows[:, at]] = low * factor, high * factor
        columns.verdict[rows[ranges.is_empty, at]] = _CONTRADICTION
    return np.ones(len(rows), dtype=np.bool_)


def _proved(programs: Programs, rows: Whole, columns: Columns) -> Flags:
    """Fill in bounds, margin and verdict of the blocks for which all of them are proved; return which these are."""
    room = margins(programs)
    vertices = Vertices.start(*programs.floats())
    vertices.become_feasible(np.ones(programs.shape.unknowns))
    vertices.sound &= room.converged & (room.first > CLEAR) & _has_bases(programs, room.point)
    goals = [_goals(*asked) for asked in zip(programs.shape.asked, programs.shape.rows, strict=True)]
    statements = programs.whole()
    ends = [[_end(statements, vertices, goal) for goal in both] for both in goals]
    done: Flags = vertices.sound & np.logical_and.reduce([end.proved for both in ends for end in both])
    for at, (low, high) in enumerate(ends):
        here = rows[done, at]
        for end, sign, floats, exact in (
            (low, 1, columns.low, columns.exact_low),
            (high, -1, columns.high, columns.exact_high),
        ):
            above, below = sign * end.above[done], end.below[done]
            floats[here], exact[0][here], exact[1][here] = above / below, above, below
        columns.margin[here] = room.margin[done]
        columns.verdict[here] = _CONSISTENT
    return done


def _goals(asked: Asked, row: Observation) -> tuple[Goal, Goal]:
    """Return what is least at the low end of what a row is about and, the negative of it, at the high end."""
    above, below, scale = asked
    scale /= row.unit.scale
    return Goal(above, below, scale), Goal(above.times(Fraction(-1)), below, scale)


def _has_bases(programs: Programs, point: Floats) -> Flags:
    """Return where every base of a rate is surely more than 0."""
    flags = np.ones(len(point), dtype=np.bool_)
    for form in programs.shape.yardsticks:
        whole = dense(form, programs.shape.unknowns)
        flags &= point @ whole[:-1] + whole[-1] > CLEAR
    return flags


def _end(statements: Statements, vertices: Vertices, goal: Goal) -> Minima:
    k = vertices.nonbasic.shape[1]
    unbounded = vertices.minimise(dense(goal.above, k), None if goal.below is None else dense(goal.below, k))
    vertices.sound &= ~unbounded
    return confirm(statements, vertices, goal)
