"""Linear programs answered exactly: floating point proposes a basis, fractions decide.

    minimise  cost . x   subject to   A x >= b,   x >= 0        (some columns may be free)

The multipliers y of a proposed basis are solved anew in fractions. When y >= 0 and y A <= cost in every column, then
cost . x >= y A x >= y b for every x that the rows allow: weak duality, so `y b` is proved to be a lower bound,
whatever the solver's floats were. The exact point of the same basis, when it satisfies every row, shows that the
bound is attained. A proposal that is not exact yet is refined: the remaining error is scaled up and solved again.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from fractions import Fraction
from math import inf
from typing import Final

from dashboard.errors import SolverError
from dashboard.rational import solve
from dashboard.solver import Program, Proposal, SparseRow, Status

Terms = tuple[tuple[int, Fraction], ...]
Row = tuple[Terms, Fraction]
Point = tuple[Fraction, ...]

_ZERO: Final = Fraction(0)
_SUPPORT: Final = 1e-13
"""Below this a multiplier counts as 0 at the first try; the full basis is taken when that was wrong."""
_REFINEMENTS: Final = 5
"""Each one gains about nine digits; no program of decimal numbers has needed more than two."""


@dataclass(frozen=True, slots=True)
class Optimum:
    """The exact answer of a linear program.

    Attributes:
        status: OPTIMAL, UNBOUNDED (no lower bound) or INFEASIBLE.
        value: The proved lower bound; 0 unless OPTIMAL.
        multipliers: Rows with a multiplier above 0, by row: the proof that no point costs less.
        point: A point that all rows allow and that costs `value`: the proof that the bound is attained.
    """

    status: Status
    value: Fraction = _ZERO
    multipliers: tuple[tuple[int, Fraction], ...] = ()
    point: Point = ()


class ExactProgram:
    """One model in fractions, asked many times."""

    def __init__(self, columns: int, rows: Sequence[Row], free: Iterable[int] = ()) -> None:
        """Take `rows` as (coefficients, right-hand side) of A x >= b; the columns `free` may be negative."""
        self._columns = columns
        self._rows = tuple(rows)
        self._free = frozenset(free)
        self._active = frozenset(range(len(self._rows)))
        self._floor = tuple(-inf if k in self._free else 0.0 for k in range(columns))
        self._program = Program(self._floor, [(_floats(terms), float(b)) for terms, b in self._rows])

    def activate(self, rows: Iterable[int]) -> None:
        """Let only these rows bind."""
        self._active = frozenset(rows)
        self._program.activate(self._active)

    def minimise(self, cost: Terms) -> Optimum:
        """Return the exact least value of a cost.

        Raises:
            SolverError: The solver gave no answer, or one that exact arithmetic could not confirm.
        """
        proposal = self._program.minimise(_floats(cost))
        for _ in range(_REFINEMENTS):
            if proposal.status is not Status.OPTIMAL:
                return Optimum(proposal.status)
            point = self._point(proposal)
            multipliers = self._multipliers(dict(cost), proposal)
            if multipliers is not None and self._allows(point):
                value = sum((y * self._rows[row][1] for row, y in multipliers), _ZERO)
                return Optimum(Status.OPTIMAL, value, multipliers, point)
            proposal = self._refined(cost, point)
        raise SolverError(f"the solver's answer {proposal.value!r} could not be confirmed in exact arithmetic")

    def _point(self, proposal: Proposal) -> Point:
        """Return the exact point of a proposed basis; the solver's own point where the basis has none."""
        basic = set(proposal.basic)
        rows = [self._rows[row] for row in proposal.binding if row in self._active]
        found = solve(({k: c for k, c in terms if k in basic}, b) for terms, b in rows)
        if found is None:
            return tuple(Fraction(x) for x in proposal.point)
        return tuple(found.get(column, _ZERO) for column in range(self._columns))

    def _allows(self, point: Point) -> bool:
        """Return whether a point satisfies every row that binds, exactly."""
        signs = all(x >= 0 or k in self._free for k, x in enumerate(point))
        return signs and all(self._slack(row, point) >= 0 for row in self._active)

    def _slack(self, row: int, point: Point) -> Fraction:
        terms, b = self._rows[row]
        return sum((c * point[k] for k, c in terms), -b)

    def _refined(self, cost: Terms, near: Point) -> Proposal:
        """Return the proposal of the same program, moved to `near` and magnified, so that small errors count."""
        rows = sorted(self._active)
        faults = [-self._slack(row, near) for row in rows] + [-x for x in near]
        zoom = 1 / max(Fraction(1, 10**15), *faults)
        floor = [low if low == -inf else float(-x * zoom) for low, x in zip(self._floor, near, strict=True)]
        moved = [(_floats(self._rows[row][0]), float(-self._slack(row, near) * zoom)) for row in rows]
        proposal = Program(floor, moved).minimise(_floats(cost))
        multipliers = dict(zip(rows, proposal.multipliers, strict=False))
        return replace(
            proposal,
            point=tuple(float(x + Fraction(step) / zoom) for x, step in zip(near, proposal.point, strict=False)),
            multipliers=tuple(multipliers.get(row, 0.0) for row in range(len(self._rows))),
            binding=tuple(rows[row] for row in proposal.binding),
        )

    def _multipliers(self, cost: dict[int, Fraction], proposal: Proposal) -> tuple[tuple[int, Fraction], ...] | None:
        """Return exact multipliers that prove the proposal's value from below, or None when its basis has none.

        The rows that the solver gave a multiplier are tried first: they are few, and nearly always right.
        """
        supporting = tuple(row for row in proposal.binding if abs(proposal.multipliers[row]) > _SUPPORT)
        for rows in (supporting, proposal.binding):
            found = self._balanced(cost, rows, set(proposal.basic) | self._free)
            if found is not None:
                return found
        return None

    def _balanced(
        self, cost: dict[int, Fraction], rows: Iterable[int], tight: AbstractSet[int]
    ) -> tuple[tuple[int, Fraction], ...] | None:
        """Return y >= 0 on `rows` with y A = cost in the columns `tight` and y A <= cost elsewhere, or None."""
        columns: dict[int, dict[int, Fraction]] = {column: {} for column in cost}
        for row in rows:
            for column, coefficient in self._rows[row][0]:
                columns.setdefault(column, {})[row] = coefficient
        found = solve((dict(used), cost.get(k, _ZERO)) for k, used in columns.items() if k in tight)
        if found is None or any(y < 0 for y in found.values()):
            return None
        for column, used in columns.items():
            price = sum((found.get(row, _ZERO) * c for row, c in used.items()), _ZERO)
            if column not in tight and price > cost.get(column, _ZERO):
                return None
        return tuple(sorted(found.items()))


def _floats(terms: Terms) -> SparseRow:
    return tuple((k, float(c)) for k, c in terms)
