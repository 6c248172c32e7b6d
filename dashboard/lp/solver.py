"""Linear programs in floating point: the only module that knows HiGHS.

    minimise  cost . x   subject to   A x >= b,   x >= floor

What comes back is a proposal: a status, a basis, multipliers and a point in floats. Nothing is believed before
`optimum.py` has checked it in exact arithmetic. Optimal, unbounded and infeasible are answers; every other status is a
`SolverError` in the solver's own words.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import highspy
import numpy as np
import numpy.typing as npt

from dashboard.lp.corners import Corners
from dashboard.lp.ends import HIGH, LOW, Places, SparseRow
from dashboard.lp.tableau import Status
from dashboard.values.errors import SolverError
from dashboard.values.message import Message

TOLERANCE: Final = 1e-9
"""In bn: a hundredth of the finest step that press statements use, and what HiGHS can still tell from 0."""

CLEAR: Final = 1e-6
"""Further from its limit than this, a thousand tolerances, a row or column is held by the exact point as well."""

SUPPORT: Final = 1e-13
"""Below this a multiplier counts as 0 at the first try; the full basis is taken when that was wrong."""

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


_ANSWERS: Final[Mapping[highspy.HighsModelStatus, Status]] = {
    highspy.HighsModelStatus.kOptimal: Status.OPTIMAL,
    highspy.HighsModelStatus.kModelEmpty: Status.OPTIMAL,
    highspy.HighsModelStatus.kUnbounded: Status.UNBOUNDED,
    highspy.HighsModelStatus.kInfeasible: Status.INFEASIBLE,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """What the solver says; floats, to be checked.

    Attributes:
        status: How it ended; the rest is empty unless it is OPTIMAL.
        value: The least cost.
        point: The unknowns.
        at_floor: The columns that are held at their floor; all others are in the basis, or held by a binding row.
        binding: The active rows out of the basis, which hold with equality.
        multipliers: One per binding row, the price of its right-hand side.
        doubtful: The other active rows that hold only just, if they do: closer to their b than `CLEAR`.
    """

    status: Status
    value: float = 0.0
    point: tuple[float, ...] = ()
    at_floor: frozenset[int] = frozenset()
    binding: tuple[int, ...] = ()
    multipliers: tuple[float, ...] = ()
    doubtful: tuple[int, ...] = ()

    @property
    def supporting(self) -> tuple[int, ...]:
        """The binding rows whose multiplier is not as good as 0."""
        priced = zip(self.binding, self.multipliers, strict=True)
        return tuple(row for row, price in priced if abs(price) > SUPPORT)


Floats = npt.NDArray[np.float64]


class _QuietHighs(highspy.Highs):
    """HiGHS without the callbacks of its Python class, whose set-up prints a banner that no option can stop."""

    def __init__(self) -> None:
        super(highspy.Highs, self).__init__()

    def basis(self) -> npt.NDArray[np.int32]:
        """Return what is in the basis: a column's index, or -1 - index of a row."""
        found: npt.NDArray[np.int32] = self.getBasicVariables()[1]  # type: ignore[attr-defined]  # not in its stubs
        return found


@dataclass(frozen=True, slots=True, kw_only=True)
class _Corner:
    """A point that all rows which bind allow, whatever the cost is.

    Attributes:
        basis: What the solver needs to go there again.
        close: The columns and rows of the model that are at an end, or all but; `room` to each end, `rows` the row that
            is held there or -1, `is_fixed` both ends are one, `is_out` of the basis are in the same order.
    """

    basis: highspy.HighsBasis
    point: tuple[float, ...]
    close: list[int]
    room: Floats
    rows: npt.NDArray[np.int64]
    is_fixed: npt.NDArray[np.bool_]
    is_out: npt.NDArray[np.bool_]


class Program:
    """One model that is asked many times: costs and active rows change, the rest stays and starts warm."""

    def __init__(self, floor: Sequence[float], rows: Sequence[tuple[SparseRow, float]]) -> None:
        """Take the least value of each column (-inf for a free one) and `rows` as (coefficients, b) of A x >= b.

        Raises:
            SolverError: A number is as large as what the solver takes for infinite, 1e20.
        """
        places = Places(floor, rows)
        self._places = places.of_row
        self._free_ends = np.array(places.free_ends)
        self._own_ends = np.array(places.ends)
        self._ends = self._own_ends.copy()
        self._rows_at = np.full(self._ends.shape, -1)
        for row, (at, side) in enumerate(self._places):
            self._rows_at[side, at] = row
        self._engine = _QuietHighs()
        for name, value in _OPTIONS:
            self._engine.setOptionValue(name, value)
        if self._engine.passModel(_model(self._ends, places.forms, len(floor))) == highspy.HighsStatus.kError:
            raise SolverError(Message("HiGHS does not take numbers of this size"))
        self._active = frozenset(range(len(rows)))
        self._columns = len(floor)
        self._priced: list[int] = []
        self._costs_only = False
        self._corners: Corners[_Corner] = Corners(len(floor))
        self._at: _Corner | None = None

    def add(self, row: SparseRow, b: float) -> None:
        """Add one more row, which binds."""
        columns, values = [column for column, _ in row], [value for _, value in row]
        self._engine.addRow(b, highspy.kHighsInf, len(row), np.array(columns, dtype=np.int32), np.array(values))
        self._places.append((self._ends.shape[1], LOW))
        ends = np.array([[b], [highspy.kHighsInf]])
        self._own_ends, self._ends = np.hstack([self._own_ends, ends]), np.hstack([self._ends, ends])
        self._free_ends = np.hstack([self._free_ends, [[-highspy.kHighsInf], [highspy.kHighsInf]]])
        self._rows_at = np.hstack([self._rows_at, [[len(self._places) - 1], [-1]]])
        self._active |= {len(self._places) - 1}
        self._forget()

    def activate(self, rows: Iterable[int]) -> None:
        """Let only these rows bind; the others are as if they were not there."""
        chosen = frozenset(rows)
        for row in () if chosen is self._active else chosen ^ self._active:
            at, side = self._places[row]
            self._ends[side, at] = (self._own_ends if row in chosen else self._free_ends)[side, at]
            self._rows_at[side, at] = row if row in chosen else -1
            low, high = self._ends[:, at]
            if at < self._columns:
                self._engine.changeColBounds(at, low, high)
            else:
                self._engine.changeRowBounds(at - self._columns, low, high)
            self._costs_only = False
            self._forget()
        self._active = chosen

    def _forget(self) -> None:
        self._corners.clear()
        self._at = None

    def minimise(self, costs: Iterable[tuple[int, float]]) -> Proposal:
        """Return the solver's proposal for the least value of a sparse cost.

        Raises:
            SolverError: It ended in any status but optimal, unbounded and infeasible.
        """
        sparse = tuple(costs)
        for column in self._priced:
            self._engine.changeColCost(column, 0.0)
        for column, cost in sparse:
            self._engine.changeColCost(column, cost)
        self._priced = [column for column, _ in sparse]
        self._go_to_the_best_corner(sparse)
        self._engine.setOptionValue("simplex_strategy", _PRIMAL_SIMPLEX if self._costs_only else _DUAL_SIMPLEX)
        self._engine.run()
        self._costs_only = True
        return self._proposal(self._status())

    def least_ratio(self, above: SparseRow, below: SparseRow) -> float:
        """Return the least above / below at the corners that are known, 0 where none is: where to begin."""
        return self._corners.least_ratio(above, below)

    def _go_to_the_best_corner(self, costs: SparseRow) -> None:
        least, corner = self._corners.best([k for k, _ in costs], [cost for _, cost in costs])
        if corner is None or self._at is None:
            return
        if least < sum(cost * self._at.point[k] for k, cost in costs) - TOLERANCE:
            self._engine.setBasis(corner.basis)
            self._at = corner

    def _status(self) -> Status:
        """Return how it ended; what is not optimal is asked again from nothing, as warm starts can end wrongly.

        What is no answer then is asked once more by the primal method: the dual one stalls on some programs.
        """
        said = self._engine.getModelStatus()
        for strategy in (_DUAL_SIMPLEX, _PRIMAL_SIMPLEX):
            is_answer = said in _ANSWERS and strategy == _PRIMAL_SIMPLEX
            if said == highspy.HighsModelStatus.kOptimal or is_answer:
                break
            self._at = None
            self._engine.clearSolver()
            self._engine.setOptionValue("simplex_strategy", strategy)
            self._engine.run()
            said = self._engine.getModelStatus()
        if said not in _ANSWERS:
            raise SolverError(Message("HiGHS ended without an answer: {0}", self._engine.modelStatusToString(said)))
        return _ANSWERS[said]

    def _proposal(self, status: Status) -> Proposal:
        if status is not Status.OPTIMAL:
            return Proposal(status=status)
        corner = self._corner()
        solution = self._engine.getSolution()
        prices = solution.col_dual + solution.row_dual
        price = np.array([prices[at] for at in corner.close])
        is_low = np.where(corner.is_fixed, price >= 0, corner.room[LOW] <= corner.room[HIGH])
        held = np.array([is_low, ~is_low]) & corner.is_out
        binds, near = (corner.rows >= 0) & held, (corner.rows >= 0) & ~held & (corner.room < CLEAR)
        floors = (corner.close[at] for at in np.flatnonzero(held.any(axis=0) & ~binds.any(axis=0)))
        return Proposal(
            status=status,
            value=self._engine.getObjectiveValue(),
            point=corner.point,
            at_floor=frozenset(at for at in floors if at < self._columns),
            binding=tuple(corner.rows[binds].tolist()),
            multipliers=tuple(np.array([price, -price])[binds].tolist()),
            doubtful=tuple(corner.rows[near].tolist()),
        )

    def _corner(self) -> _Corner:
        """Return where the solver is: where it was, unless it took a step or changed from end to end of a row."""
        solution = self._engine.getSolution()
        point = tuple(solution.col_value)
        if self._at is None or self._at.point != point or self._engine.getInfo().simplex_iteration_count:
            values = np.array(solution.col_value + solution.row_value)
            lows, highs = self._ends
            close = np.flatnonzero((values - lows < CLEAR) | (highs - values < CLEAR))
            self._at = _Corner(
                basis=self._engine.getBasis(),
                point=point,
                close=close.tolist(),
                room=np.array([values[close] - lows[close], highs[close] - values[close]]),
                rows=self._rows_at[:, close],
                is_fixed=lows[close] == highs[close],
                is_out=self._are_out(close),
            )
            self._corners.add(point, self._at)
        return self._at

    def _are_out(self, close: npt.NDArray[np.intp]) -> npt.NDArray[np.bool_]:
        """Return which of the columns and rows that are at an end are out of the basis: all, if they are so few.

        As many are out of a basis as there are columns, and each of them is at an end.
        """
        if len(close) == self._columns:
            return np.ones(len(close), dtype=np.bool_)
        inside = np.zeros(self._ends.shape[1], dtype=np.bool_)
        basis = self._engine.basis() if self._ends.shape[1] > self._columns else np.zeros(0, dtype=np.int32)
        inside[np.where(basis >= 0, basis, self._columns - 1 - basis)] = True
        return ~inside[close]


def _model(ends: Floats, forms: Sequence[SparseRow], columns: int) -> highspy.HighsLp:
    model = highspy.HighsLp()
    model.num_col_, model.num_row_ = columns, len(forms)
    model.col_cost_ = np.zeros(columns)
    (model.col_lower_, model.col_upper_), (model.row_lower_, model.row_upper_) = ends[:, :columns], ends[:, columns:]
    model.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    model.a_matrix_.start_ = np.cumsum([0, *(len(row) for row in forms)], dtype=np.int32)
    model.a_matrix_.index_ = np.array([index for row in forms for index, _ in row], dtype=np.int32)
    model.a_matrix_.value_ = np.array([value for row in forms for _, value in row], dtype=np.float64)
    return model
