"""Linear programs in floating point: the only module that knows HiGHS.

    minimise  cost . x   subject to   A x >= b,   x >= floor

What comes back is a proposal: a status, a basis, multipliers and a point in floats. Nothing is believed before
`optimum.py` has checked it in exact arithmetic. Optimal, unbounded and infeasible are answers; every other status is a
`SolverError` in the solver's own words.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

import highspy
import numpy as np
import numpy.typing as npt

from dashboard.errors import SolverError

TOLERANCE: Final = 1e-9
"""In bn: a hundredth of the finest step that press statements use, and what HiGHS can still tell from 0."""

CLEAR: Final = 1e-6
"""Further from its limit than this, a thousand tolerances, a row or column is held by the exact point as well."""

_OPTIONS: Final[tuple[tuple[str, bool | int | float | str], ...]] = (
    ("output_flag", False),
    ("threads", 1),
    ("presolve", "off"),
    ("solver", "simplex"),
    ("primal_feasibility_tolerance", TOLERANCE),
    ("dual_feasibility_tolerance", TOLERANCE),
    ("small_matrix_value", 1e-12),
)
_DUAL_SIMPLEX: Final = 1
_PRIMAL_SIMPLEX: Final = 4


class Status(StrEnum):
    """How a linear program ended."""

    OPTIMAL = "optimal"
    UNBOUNDED = "unbounded"
    INFEASIBLE = "infeasible"


_ANSWERS: Final[Mapping[highspy.HighsModelStatus, Status]] = {
    highspy.HighsModelStatus.kOptimal: Status.OPTIMAL,
    highspy.HighsModelStatus.kModelEmpty: Status.OPTIMAL,
    highspy.HighsModelStatus.kUnbounded: Status.UNBOUNDED,
    highspy.HighsModelStatus.kInfeasible: Status.INFEASIBLE,
}


@dataclass(frozen=True, slots=True)
class Proposal:
    """What the solver says; floats, to be checked.

    Attributes:
        status: How it ended; the rest is empty unless it is OPTIMAL.
        value: The least cost.
        point: The unknowns.
        multipliers: One per row, the price of its right-hand side.
        basic: The columns in the basis.
        binding: The active rows out of the basis, which hold with equality.
        doubtful: The other active rows that hold only just, if they do: closer to their b than `CLEAR`.
    """

    status: Status
    value: float = 0.0
    point: tuple[float, ...] = ()
    multipliers: tuple[float, ...] = ()
    basic: tuple[int, ...] = ()
    binding: tuple[int, ...] = ()
    doubtful: tuple[int, ...] = ()


SparseRow = tuple[tuple[int, float], ...]
Floats = npt.NDArray[np.float64]


class _QuietHighs(highspy.Highs):
    """HiGHS without the callbacks of its Python class, whose set-up prints a banner that no option can stop."""

    def __init__(self) -> None:
        super(highspy.Highs, self).__init__()

    def basis(self) -> npt.NDArray[np.int32]:
        """Return what is in the basis: a column's index, or -1 - index of a row."""
        found: npt.NDArray[np.int32] = self.getBasicVariables()[1]  # type: ignore[attr-defined]  # not in its stubs
        return found


class Program:
    """One model that is asked many times: costs and active rows change, the rest stays and starts warm."""

    def __init__(self, floor: Sequence[float], rows: Sequence[tuple[SparseRow, float]]) -> None:
        """Take the least value of each column (-inf for a free one) and `rows` as (coefficients, b) of A x >= b."""
        self._lower = np.array([b for _, b in rows], dtype=np.float64)
        self._engine = _QuietHighs()
        for name, value in _OPTIONS:
            self._engine.setOptionValue(name, value)
        self._engine.passModel(_model(floor, rows, self._lower))
        self._active = frozenset(range(len(rows)))
        self._binds = np.ones(len(rows), dtype=np.bool_)
        self._columns = np.arange(len(floor), dtype=np.int32)
        self._costs_only = False

    def add(self, row: SparseRow, b: float) -> None:
        """Add one more row, which binds."""
        columns, values = [column for column, _ in row], [value for _, value in row]
        self._engine.addRow(b, highspy.kHighsInf, len(row), np.array(columns, dtype=np.int32), np.array(values))
        self._lower = np.append(self._lower, b)
        self._binds = np.append(self._binds, True)
        self._active |= {len(self._lower) - 1}

    def activate(self, rows: Iterable[int]) -> None:
        """Let only these rows bind; the others are as if they were not there."""
        chosen = frozenset(rows)
        for row in chosen ^ self._active:
            low = self._lower[row] if row in chosen else -highspy.kHighsInf
            self._engine.changeRowBounds(row, low, highspy.kHighsInf)
            self._binds[row] = row in chosen
        self._active = chosen
        self._costs_only = False

    def minimise(self, costs: Iterable[tuple[int, float]]) -> Proposal:
        """Return the solver's proposal for the least value of a sparse cost.

        Raises:
            SolverError: It ended in any status but optimal, unbounded and infeasible.
        """
        dense = np.zeros(len(self._columns))
        for column, cost in costs:
            dense[column] = cost
        self._engine.changeColsCost(len(self._columns), self._columns, dense)
        self._engine.setOptionValue("simplex_strategy", _PRIMAL_SIMPLEX if self._costs_only else _DUAL_SIMPLEX)
        self._engine.run()
        self._costs_only = True
        return self._proposal(self._status())

    def _status(self) -> Status:
        """Return how it ended; what is not optimal is asked again from nothing, as warm starts can end wrongly.

        What is no answer then is asked once more by the primal method: the dual one stalls on some programs.
        """
        said = self._engine.getModelStatus()
        for strategy in (_DUAL_SIMPLEX, _PRIMAL_SIMPLEX):
            is_answer = said in _ANSWERS and strategy == _PRIMAL_SIMPLEX
            if said == highspy.HighsModelStatus.kOptimal or is_answer:
                break
            self._engine.clearSolver()
            self._engine.setOptionValue("simplex_strategy", strategy)
            self._engine.run()
            said = self._engine.getModelStatus()
        if said not in _ANSWERS:
            raise SolverError(f"HiGHS ended without an answer: {self._engine.modelStatusToString(said)}")
        return _ANSWERS[said]

    def _proposal(self, status: Status) -> Proposal:
        if status is not Status.OPTIMAL:
            return Proposal(status)
        solution, basis = self._engine.getSolution(), self._engine.basis()
        outside = self._binds.copy()
        outside[-basis[basis < 0] - 1] = False
        near = self._binds & ~outside & (np.array(solution.row_value) < self._lower + CLEAR)
        return Proposal(
            status,
            self._engine.getObjectiveValue(),
            tuple(solution.col_value),
            tuple(solution.row_dual),
            tuple(basis[basis >= 0].tolist()),
            tuple(np.flatnonzero(outside).tolist()),
            tuple(np.flatnonzero(near).tolist()),
        )


def _model(floor: Sequence[float], rows: Sequence[tuple[SparseRow, float]], lower: Floats) -> highspy.HighsLp:
    model = highspy.HighsLp()
    model.num_col_, model.num_row_ = len(floor), len(rows)
    model.col_cost_ = np.zeros(len(floor))
    model.col_lower_ = np.array(floor, dtype=np.float64)
    model.col_upper_ = np.full(len(floor), highspy.kHighsInf)
    model.row_lower_ = lower
    model.row_upper_ = np.full(len(rows), highspy.kHighsInf)
    model.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    model.a_matrix_.start_ = np.cumsum([0, *(len(row) for row, _ in rows)], dtype=np.int32)
    model.a_matrix_.index_ = np.array([index for row, _ in rows for index, _ in row], dtype=np.int32)
    model.a_matrix_.value_ = np.array([value for row, _ in rows for _, value in row], dtype=np.float64)
    return model
