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

from dashboard.errors import SolverError
from dashboard.tableau import Status

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


@dataclass(frozen=True, slots=True)
class Proposal:
    """What the solver says; floats, to be checked.

    Attributes:
        status: How it ended; the rest is empty unless it is OPTIMAL.
        value: The least cost.
        point: The unknowns.
        basic: The columns that may be other than at their floor: in the basis, or held by a binding row.
        binding: The active rows out of the basis, which hold with equality.
        multipliers: One per binding row, the price of its right-hand side.
        doubtful: The other active rows that hold only just, if they do: closer to their b than `CLEAR`.
    """

    status: Status
    value: float = 0.0
    point: tuple[float, ...] = ()
    basic: tuple[int, ...] = ()
    binding: tuple[int, ...] = ()
    multipliers: tuple[float, ...] = ()
    doubtful: tuple[int, ...] = ()

    @property
    def supporting(self) -> tuple[int, ...]:
        """The binding rows whose multiplier is not as good as 0."""
        priced = zip(self.binding, self.multipliers, strict=True)
        return tuple(row for row, price in priced if abs(price) > SUPPORT)


SparseRow = tuple[tuple[int, float], ...]
Floats = npt.NDArray[np.float64]
_LOW: Final = 0
_HIGH: Final = 1


class _QuietHighs(highspy.Highs):
    """HiGHS without the callbacks of its Python class, whose set-up prints a banner that no option can stop."""

    def __init__(self) -> None:
        super(highspy.Highs, self).__init__()

    def basis(self) -> npt.NDArray[np.int32]:
        """Return what is in the basis: a column's index, or -1 - index of a row."""
        found: npt.NDArray[np.int32] = self.getBasicVariables()[1]  # type: ignore[attr-defined]  # not in its stubs
        return found


class _Places:
    """Where each row is held: at one end of a column, or of a row of the model, which are numbered after the columns.

    A row of one column, times 1 or -1, is an end of that column, and two rows of which one is the negative of the other
    are the two ends of one row: the model is a third smaller so and twice as quick. A low end never lies above its high
    end, so rows that exclude each other stay apart and the solver sees it.

    Attributes:
        of_row: The index and the end (low or high) by row.
        ends: Both ends by index, and `free_ends` where no row is active.
        forms: The rows of the model.
    """

    def __init__(self, floor: Sequence[float], rows: Iterable[tuple[SparseRow, float]]) -> None:
        self._columns = len(floor)
        self._known: dict[SparseRow, int] = {}
        self.of_row: list[tuple[int, int]] = []
        self.free_ends: list[list[float]] = [list(floor), [highspy.kHighsInf] * len(floor)]
        self.ends = [list(ends) for ends in self.free_ends]
        self.forms: list[SparseRow] = []
        for terms, b in rows:
            self.of_row.append(self._column(terms, b) or self._other_end(terms, b) or self.apart(terms, b))

    def _column(self, terms: SparseRow, b: float) -> tuple[int, int] | None:
        if len(terms) != 1 or abs(terms[0][1]) != 1.0:
            return None
        column, sign = terms[0]
        return self._take(column, _LOW if sign > 0 else _HIGH, b * sign)

    def _other_end(self, terms: SparseRow, b: float) -> tuple[int, int] | None:
        at = self._known.get(tuple((k, -c) for k, c in terms))
        return None if at is None else self._take(at, _HIGH, -b)

    def _take(self, at: int, side: int, end: float) -> tuple[int, int] | None:
        """Hold a row at an end that is still free, if it then binds and leaves room up to the other end."""
        free = self.free_ends[side][at]
        other = self.ends[1 - side][at]
        is_taken = self.ends[side][at] != free
        if is_taken or not (free < end <= other if side == _LOW else other <= end < free):
            return None
        self.ends[side][at] = end
        return at, side

    def apart(self, terms: SparseRow, b: float) -> tuple[int, int]:
        """Hold a row at the low end of one more row of the model."""
        at = len(self.ends[_LOW])
        self._known[terms] = at
        self.forms.append(terms)
        for side, end, free in ((_LOW, b, -highspy.kHighsInf), (_HIGH, highspy.kHighsInf, highspy.kHighsInf)):
            self.ends[side].append(end)
            self.free_ends[side].append(free)
        return at, _LOW


class Program:
    """One model that is asked many times: costs and active rows change, the rest stays and starts warm."""

    def __init__(self, floor: Sequence[float], rows: Sequence[tuple[SparseRow, float]]) -> None:
        """Take the least value of each column (-inf for a free one) and `rows` as (coefficients, b) of A x >= b."""
        places = _Places(floor, rows)
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
        self._engine.passModel(_model(self._ends, places.forms, len(floor)))
        self._active = frozenset(range(len(rows)))
        self._columns = np.arange(len(floor), dtype=np.int32)
        self._costs_only = False

    def add(self, row: SparseRow, b: float) -> None:
        """Add one more row, which binds."""
        columns, values = [column for column, _ in row], [value for _, value in row]
        self._engine.addRow(b, highspy.kHighsInf, len(row), np.array(columns, dtype=np.int32), np.array(values))
        self._places.append((self._ends.shape[1], _LOW))
        ends = np.array([[b], [highspy.kHighsInf]])
        self._own_ends, self._ends = np.hstack([self._own_ends, ends]), np.hstack([self._ends, ends])
        self._free_ends = np.hstack([self._free_ends, [[-highspy.kHighsInf], [highspy.kHighsInf]]])
        self._rows_at = np.hstack([self._rows_at, [[len(self._places) - 1], [-1]]])
        self._active |= {len(self._places) - 1}

    def activate(self, rows: Iterable[int]) -> None:
        """Let only these rows bind; the others are as if they were not there."""
        chosen = frozenset(rows)
        for row in () if chosen is self._active else chosen ^ self._active:
            at, side = self._places[row]
            self._ends[side, at] = (self._own_ends if row in chosen else self._free_ends)[side, at]
            self._rows_at[side, at] = row if row in chosen else -1
            low, high = self._ends[:, at]
            if at < len(self._columns):
                self._engine.changeColBounds(at, low, high)
            else:
                self._engine.changeRowBounds(at - len(self._columns), low, high)
            self._costs_only = False
        self._active = chosen

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
        solution = self._engine.getSolution()
        values = np.array([*solution.col_value, *solution.row_value])
        prices = np.array([*solution.col_dual, *solution.row_dual])
        room = np.stack([values - self._ends[_LOW], self._ends[_HIGH] - values])
        inside = self._inside()
        at_low = np.where(self._ends[_LOW] == self._ends[_HIGH], prices >= 0, room[_LOW] <= room[_HIGH])
        binds = (self._rows_at >= 0) & ~inside & np.stack([at_low, ~at_low])
        near = (self._rows_at >= 0) & ~binds & (room < CLEAR)
        size = len(self._columns)
        return Proposal(
            status,
            self._engine.getObjectiveValue(),
            tuple(solution.col_value),
            tuple(np.flatnonzero((inside | binds.any(axis=0))[:size]).tolist()),
            tuple(self._rows_at[binds].tolist()),
            tuple(np.stack([prices, -prices])[binds].tolist()),
            tuple(self._rows_at[near].tolist()),
        )

    def _inside(self) -> npt.NDArray[np.bool_]:
        """Return which columns and rows of the model are in the basis."""
        inside = np.zeros(self._ends.shape[1], dtype=np.bool_)
        basis = self._engine.basis() if self._ends.shape[1] > len(self._columns) else np.zeros(0, dtype=np.int32)
        inside[np.where(basis >= 0, basis, len(self._columns) - 1 - basis)] = True
        return inside


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
