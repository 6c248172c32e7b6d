"""Large linear programs answered exactly: floating point proposes a basis, fractions decide.

    minimise  cost . x   subject to   A x >= b,   x >= 0

The multipliers y of a proposed basis are solved anew in fractions. When y >= 0 and y A <= cost in every column, then
cost . x >= y A x >= y b for every x that the rows allow: weak duality, so `y b` is proved to be a lower bound,
whatever the solver's floats were. The point of the same basis shows that the bound is attained when it satisfies every
row. It is solved in fractions where a row holds only just; rows that are clear of their limit by a thousand
tolerances need no better point than the solver's. A proposal that is not exact yet is refined: the remaining error is
scaled up and solved again.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from fractions import Fraction
from math import isclose, lcm
from typing import Final

from dashboard.lp.ends import SparseRow
from dashboard.lp.rational import solve
from dashboard.lp.solver import CLEAR, Program, Proposal
from dashboard.lp.tableau import Optimum, Row, Status, Terms, less, magnifier, whole
from dashboard.values.errors import SolverError
from dashboard.values.message import Message

Point = tuple[Fraction, ...]

_ZERO: Final = Fraction(0)
_RATIO: Final = -1
"""The place of a ratio among the multipliers by row."""
_RATIO_STEPS: Final = 8
"""Dinkelbach's method converges faster than any power; its first basis is mostly that of the end already."""
_REFINEMENTS: Final = 5
"""Each one gains about nine digits; no program of decimal numbers has needed more than two."""


@dataclass(frozen=True, slots=True)
class _Proof:
    """Multipliers by row, and the lower bound that they prove."""

    value: Fraction
    multipliers: tuple[tuple[int, Fraction], ...]


class ConfirmedProgram:
    """One model in fractions, asked many times; right-hand sides far from 1 are solved in a unit that suits them."""

    def __init__(self, columns: int, rows: Sequence[Row], *, is_elastic: bool = False) -> None:
        """Take `rows` as (coefficients, right-hand side) of A x >= b, all of them binding.

        The rows of an elastic program are known to hold together somewhere.
        """
        self._is_elastic = is_elastic
        self._columns = columns
        self._unit = magnifier(b for _, b in rows)
        self._rows = [(terms, b * self._unit) for terms, b in rows]
        self._active = frozenset(range(len(self._rows)))
        self._whole = [whole(terms, b) for terms, b in self._rows]
        self._program = Program([0.0] * columns, [(_floats(terms), float(b)) for terms, b in self._rows])

    def add(self, row: Row) -> None:
        """Add one more row, which binds."""
        terms, b = row[0], row[1] * self._unit
        self._rows.append((terms, b))
        self._whole.append(whole(terms, b))
        self._program.add(_floats(terms), float(b))
        self._active |= {len(self._rows) - 1}

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
                return self._without_end(cost, proposal.status)
            proof = self._proof(cost, proposal)
            if proof is not None and self._is_attained(cost, proof.value, proposal):
                return self._optimum(proof.value / self._unit, proof, proposal)
            near = self._point(proposal) or tuple(Fraction(x) for x in proposal.point)
            proposal = self._refined(cost, near)
        raise SolverError(
            Message("the solver's answer {0} could not be confirmed in exact arithmetic", repr(proposal.value))
        )

    def minimise_ratio(self, above: Terms, below: Terms) -> Optimum | None:
        """Return the exact least value of above / below, where `below` is known to be more than 0.

        Dinkelbach's method (1967) in floats proposes bases; the multipliers of each and the ratio are solved for in
        fractions together, as the ratio at which y b = 0. None where no basis is confirmed, as where there is no end.

        Raises:
            SolverError: The solver gave no answer.
        """
        ratio = self._program.least_ratio(_floats(above), _floats(below))
        for _ in range(_RATIO_STEPS):
            proposal = self._program.minimise(_floats(less(above, below, Fraction(ratio))))
            if proposal.status is not Status.OPTIMAL:
                return None
            rows = proposal.supporting
            proof = self._balanced(above, rows, proposal.at_floor, below)
            goal = less(above, below, proof.value) if proof is not None else ()
            met = replace(proposal, value=sum(c * proposal.point[k] for k, c in _floats(goal)))
            if proof is not None and self._is_attained(goal, _ZERO, met):
                return self._optimum(proof.value, proof, proposal)
            ratio = self._program.least_ratio(_floats(above), _floats(below))
        return None

    def _without_end(self, cost: Terms, status: Status) -> Optimum:
        """Return that there is no optimum, unless exact arithmetic knows better.

        Rows that exclude each other do so by something that all of them together lack, which has a proof. A cost that
        can only grow has an end.
        """
        if status is Status.INFEASIBLE:
            is_sure = not self._is_elastic and self._lacks() > 0
        else:
            is_sure = any(c < 0 for _, c in cost)
        if not is_sure:
            raise SolverError(Message("the solver says {0}, which exact arithmetic does not confirm", status))
        return Optimum(status=status)

    def _lacks(self) -> Fraction:
        """Return the least number that added to each row that binds lets all of them hold."""
        lacking = ((self._columns, Fraction(1)),)
        rows = [((*terms, *lacking), b) for terms, b in (self._rows[row] for row in sorted(self._active))]
        return ConfirmedProgram(self._columns + 1, rows, is_elastic=True).minimise(lacking).value

    def _optimum(self, value: Fraction, proof: _Proof, proposal: Proposal) -> Optimum:
        near = proposal.point if self._unit == 1 else tuple(x / float(self._unit) for x in proposal.point)
        return Optimum(
            status=Status.OPTIMAL, value=value, multipliers=proof.multipliers, near=near, tight=proposal.binding
        )

    def _is_attained(self, cost: Terms, value: Fraction, proposal: Proposal) -> bool:
        """Return whether the exact point of a proposed basis satisfies every row that binds and costs `value`."""
        low = [k for k, x in enumerate(proposal.point) if x < CLEAR and k not in proposal.at_floor]
        if not proposal.doubtful and not low and isclose(value, proposal.value, rel_tol=CLEAR, abs_tol=CLEAR):
            return True
        point = self._point(proposal)
        if point is None or any(point[k] < 0 for k in low):
            return False
        allowed = all(self._slack(row, point) >= 0 for row in proposal.doubtful)
        return allowed and sum((c * point[k] for k, c in cost), _ZERO) == value

    def _point(self, proposal: Proposal) -> Point | None:
        """Return the exact point of a proposed basis, or None where it has none."""
        at_floor = proposal.at_floor
        equations = (self._whole[row] for row in proposal.binding)
        found = solve(({k: c for k, c in terms if k not in at_floor}, b) for terms, b, _ in equations)
        return None if found is None else tuple(found.get(column, _ZERO) for column in range(self._columns))

    def _slack(self, row: int, point: Point) -> Fraction:
        terms, b = self._rows[row]
        return sum((c * point[k] for k, c in terms), -b)

    def _refined(self, cost: Terms, near: Point) -> Proposal:
        """Return the proposal of the same program, moved to `near` and magnified, so that small errors count."""
        rows = sorted(self._active)
        faults = [-self._slack(row, near) for row in rows] + [-x for x in near]
        zoom = 1 / max(Fraction(1, 10**15), *faults)
        floor = [float(-x * zoom) for x in near]
        moved = [(_floats(self._rows[row][0]), float(-self._slack(row, near) * zoom)) for row in rows]
        proposal = Program(floor, moved).minimise(_floats(cost))
        return replace(
            proposal,
            point=tuple(float(x + Fraction(step) / zoom) for x, step in zip(near, proposal.point, strict=False)),
            binding=tuple(rows[row] for row in proposal.binding),
            doubtful=tuple(rows),
        )

    def _proof(self, cost: Terms, proposal: Proposal) -> _Proof | None:
        """Return the exact proof of the proposal's value from below, or None when its basis has none.

        The rows that the solver gave a multiplier are tried first: they are few, and nearly always right.
        """
        proofs = (self._balanced(cost, rows, proposal.at_floor) for rows in (proposal.supporting, proposal.binding))
        return next((proof for proof in proofs if proof is not None), None)

    def _balanced(self, cost: Terms, rows: Iterable[int], loose: AbstractSet[int], below: Terms = ()) -> _Proof | None:
        """Return y >= 0 on `rows` with y A <= cost in the columns `loose` and y A = cost elsewhere, or None.

        With `below` the cost is cost - r below, where r is the number that makes y b = 0, and the value proved.
        """
        unit = lcm(*(c.denominator for _, c in (*cost, *below)))
        prices = {k: c.numerator * (unit // c.denominator) for k, c in cost}
        columns: dict[int, dict[int, int]] = {column: {} for column in prices}
        for k, c in below:
            columns.setdefault(k, {})[_RATIO] = c.numerator * (unit // c.denominator)
        for row in rows:
            for k, coefficient in self._whole[row][0]:
                columns.setdefault(k, {})[row] = coefficient
        equations = [(used, prices.get(k, 0)) for k, used in columns.items() if k not in loose]
        found = solve([*equations, ({row: self._whole[row][1] for row in rows}, 0)] if below else equations)
        if found is None or any(y < 0 for row, y in found.items() if row != _RATIO):
            return None
        shared = lcm(*(y.denominator for y in found.values()))
        times = {row: y.numerator * (shared // y.denominator) for row, y in sorted(found.items())}
        rest = ((used, prices.get(k, 0)) for k, used in columns.items() if k in loose)
        if any(sum(times.get(row, 0) * c for row, c in used.items()) > price * shared for used, price in rest):
            return None
        ratio = times.pop(_RATIO, 0)
        value = Fraction(sum(y * self._whole[row][1] for row, y in times.items()), shared * unit)
        multipliers = ((row, Fraction(y * self._whole[row][2], shared * unit)) for row, y in times.items())
        return _Proof(Fraction(ratio, shared) if below else value, tuple(multipliers))


def _floats(terms: Terms) -> SparseRow:
    return tuple((k, float(c)) for k, c in terms)
