"""Other ways to the same answers: one unknown per month, scipy's `linprog`, and enumeration of every subset of rows.

Nothing here imports the engine (a `Quantity` is only the question): what a row says is written again from the table of
qualifiers, months are not joined to running totals, and ratios are found by Charnes and Cooper's or by bisection.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction
from itertools import combinations
from typing import Any

import numpy as np
import numpy.typing as npt
from scipy.optimize import linprog
from scipy.sparse import block_diag

from dashboard.bounds.quantity import Quantity
from dashboard.values.measure import Flow, Measure
from dashboard.values.observation import Observation
from dashboard.values.period import Period
from dashboard.values.qualifier import Qualifier, hedge_grid

Ends = tuple[Fraction | None, Fraction | None]
Vector = npt.NDArray[np.float64]
LEAST = 1e-4
"""A rate takes for granted that there was a base: so much of it, in bn, as a solver in floats can tell from nothing."""

SIGNS = {Flow.EXPORTS: (1, 0), Flow.IMPORTS: (0, 1), Flow.TURNOVER: (1, 1), Flow.BALANCE: (1, -1)}


def binding(row: Observation) -> tuple[Ends, Fraction]:
    """Return what binds in a row, in its own unit, and the half-width by which it can shrink."""
    v, step = Fraction(row.value), Fraction(row.step or 0)
    match row.qualifier:
        case Qualifier.ROUNDED:
            return (v - step / 2, v + step / 2), step / 2
        case Qualifier.EXACT:
            return (v, v), Fraction(0)
        case Qualifier.TRUNCATED:
            low, high = (v if v > 0 else v - step), (v if v < 0 else v + step)
            return (low, high), (high - low) / 2
        case Qualifier.MORE_THAN | Qualifier.AT_LEAST:
            return (v, None), Fraction(0)
        case Qualifier.LESS_THAN | Qualifier.AT_MOST | Qualifier.NEARLY:
            return (None, v), Fraction(0)
        case _:
            return (None, None), Fraction(0)


def tested(row: Observation) -> tuple[Ends, Ends]:
    """Return the soft and the outer interval of a soft row."""
    v = Fraction(row.value)
    grid = hedge_grid(v) if row.step is None else Fraction(row.step)
    if row.qualifier is Qualifier.ABOUT:
        return (v - grid / 2, v + grid / 2), (v - 5 * grid / 2, v + 5 * grid / 2)
    return (v - grid, v), (v - grid / 2 - 5 * grid / 2, v)


class Months:
    """The rows as inequalities `matrix @ x <= limit` over exports and imports of every month, x >= 0."""

    def __init__(self, rows: Iterable[Observation], also: Iterable[Period] = ()) -> None:
        self.rows = tuple(rows)
        spoken = [*(r.period for r in self.rows), *(r.compared_with for r in self.rows if r.compared_with), *also]
        self.first = min(p.start for p in spoken)
        self.size = 2 * (max(p.end for p in spoken) - self.first)

    def vector(self, flow: Flow, period: Period) -> Vector:
        """Return a flow of a period as coefficients of the months."""
        found = np.zeros(self.size)
        for month in range(period.start - self.first, period.end - self.first):
            found[2 * month], found[2 * month + 1] = SIGNS[flow]
        return found

    def inequalities(self, shrink: float = 0.0, ends: dict[int, Ends] | None = None) -> tuple[Vector, Vector]:
        """Return matrix and limit with every interval shrunk, and those of the lines `ends` replaced."""
        matrix: list[Vector] = [np.zeros(self.size)]
        limit = [0.0]
        for row in self.rows:
            said, half = binding(row)
            low, high = (ends or {}).get(row.line, said)
            cut = shrink * float(half * row.unit.scale)
            for sign, end in ((-1, low), (1, high)):
                if end is not None:
                    coefficients, rhs = self._says(row, float(end * row.unit.scale) - sign * cut)
                    matrix.append(sign * coefficients)
                    limit.append(sign * rhs)
        return np.array(matrix), np.array(limit)

    def _says(self, row: Observation, end: float) -> tuple[Vector, float]:
        subject = self.vector(row.flow, row.period)
        if row.measure is Measure.SHARE:
            return subject - end / 100 * self.vector(Flow.TURNOVER, row.period), 0.0
        if row.compared_with is None:
            return subject, end
        base = self.vector(row.flow, row.compared_with)
        if row.measure is Measure.CHANGE:
            return subject - base, end
        return subject - (1 + end / 100 if row.measure is Measure.GROWTH else end) * base, 0.0

    def _bases(self, tested_lines: Iterable[int]) -> list[Vector]:
        binding_rows = [r for r in self.rows if r.qualifier is not Qualifier.ABOUT or r.line in tested_lines]
        rates = [r for r in binding_rows if r.measure in (Measure.GROWTH, Measure.FACTOR)]
        bases = [self.vector(r.flow, r.compared_with) for r in rates if r.compared_with is not None]
        shares = [r for r in binding_rows if r.measure is Measure.SHARE]
        return bases + [self.vector(Flow.TURNOVER, r.period) for r in shares]

    def excess(self, shrink: float = 0.0, ends: dict[int, Ends] | None = None, least: float = LEAST) -> float:
        """Return the least s by which all inequalities must give way: 0 when they hold together.

        Every base of a rate is at least `least` bn.
        """
        elastic, limit = self.elastic(shrink, ends, least)
        return float(_solve(np.array([*np.zeros(self.size), 1.0]), elastic, limit).fun)

    def elastic(
        self, shrink: float = 0.0, ends: dict[int, Ends] | None = None, least: float = LEAST
    ) -> tuple[Vector, Vector]:
        """Return matrix and limit with one more unknown, by which all inequalities but those of the bases give way."""
        matrix, limit = self.inequalities(shrink, ends)
        elastic = np.hstack([matrix, -np.ones((len(matrix), 1))])
        bases = [np.array([*-base, 0.0]) for base in self._bases(ends or ())]
        return np.array([*elastic, *bases]), np.array([*limit, *[-least] * len(bases)])

    def bounds(self, above: Vector, below: Vector | None = None) -> tuple[float | None, float | None]:
        """Return the least and greatest value of a form, or of a ratio of two; None where it has no end."""
        matrix, limit = self.inequalities()
        equal: Vector | None = None
        cost = above
        if below is not None:
            matrix = np.hstack([matrix, -limit[:, None]])
            limit = np.zeros(len(limit))
            equal = np.array([[*below, 0.0]])
            cost = np.array([*above, 0.0])
        ends = [_solve(sign * cost, matrix, limit, equal) for sign in (1, -1)]
        low, high = (None if end.status in (2, 3) else float(end.fun) for end in ends)
        return low, None if high is None else -high

    def margin(self, least: float) -> float:
        """Return the greatest shrinkage at which all hold together, by bisection, between -10 and 1.

        A rate has a base of at least `least` bn: without that, all flows being 0 would satisfy any growth.
        """
        low, high = -10.0, 1.0
        for _ in range(34):
            middle = (low + high) / 2
            low, high = (middle, high) if self.excess(middle, least=least) < 1e-9 else (low, middle)
        return low


def excesses(models: Sequence[Months], least: float = LEAST) -> list[float]:
    """Return `excess` of every model, by one linear program for all of them, as they share no unknown."""
    parts = [model.elastic(least=least) for model in models]
    costs = [np.array([*np.zeros(model.size), 1.0]) for model in models]
    return [float(part[-1]) for part in _solved_together(costs, parts)]


def levels(models: Sequence[Months], forms: Sequence[Vector], cap: float) -> list[tuple[float, float]]:
    """Return the least and greatest value of a form of every model, between -cap and cap, by two linear programs.

    Every model must hold together.
    """
    costs = [np.array([*np.zeros(model.size), 1.0]) for model in models]
    ends: list[list[float]] = []
    for sign in (1.0, -1.0):
        parts: list[tuple[Vector, Vector]] = []
        for model, vector in zip(models, forms, strict=True):
            matrix, limit = model.inequalities()
            reach = np.array([*(sign * vector), -1.0])
            parts.append((np.vstack([np.pad(matrix, ((0, 0), (0, 1))), reach]), np.array([*limit, -cap])))
        ends.append([sign * (float(part[-1]) - cap) for part in _solved_together(costs, parts)])
    return list(zip(*ends, strict=True))


def _solved_together(costs: Sequence[Vector], parts: Sequence[tuple[Vector, Vector]]) -> list[Vector]:
    matrix, limit = block_diag([part for part, _ in parts], format="csr"), np.concatenate([end for _, end in parts])
    found = _solve(np.concatenate(costs), matrix, limit)
    return np.split(np.asarray(found.x), np.cumsum([len(cost) for cost in costs])[:-1])


def _solve(cost: Vector, matrix: Vector, limit: Vector, equal: Vector | None = None) -> Any:  # noqa: ANN401
    rhs = None if equal is None else np.ones(1)
    options = {"primal_feasibility_tolerance": 1e-10, "dual_feasibility_tolerance": 1e-10}
    found = linprog(cost, matrix, limit, equal, rhs, bounds=(0, None), method="highs", options=options)
    if found.status == 4:
        found = linprog(cost, matrix, limit, equal, rhs, bounds=(0, None), method="highs-ds")
    if found.status not in (0, 2, 3):
        raise AssertionError(found.message)
    return found


def form(months: Months, quantity: Quantity) -> tuple[float | None, float | None]:
    """Return the bounds of a quantity by the oracle, in bn or as a ratio."""
    period, base = quantity.period, quantity.base
    flow = Flow.EXPORTS if quantity.measure is Measure.COVERAGE else quantity.flow
    above = months.vector(flow, period)
    if base is not None and quantity.measure is not Measure.FACTOR:
        above = above - months.vector(flow, base)
    below = {
        Measure.SHARE: lambda: months.vector(Flow.TURNOVER, period),
        Measure.COVERAGE: lambda: months.vector(Flow.IMPORTS, period),
        Measure.CONTRIBUTION: lambda: months.vector(Flow.TURNOVER, base or period),
        Measure.GROWTH: lambda: months.vector(flow, base or period),
        Measure.FACTOR: lambda: months.vector(flow, base or period),
    }.get(quantity.measure)
    return months.bounds(above, below() if below else None)


def families(rows: Sequence[Observation], tolerance: float = 1e-8) -> tuple[set[frozenset[int]], set[frozenset[int]]]:
    """Return every minimal set of lines that cannot all be true, and every smallest set to remove, by enumeration."""
    lines = [row.line for row in rows]
    wrong: set[frozenset[int]] = set()
    for size in range(1, len(lines) + 1):
        for chosen in map(frozenset, combinations(lines, size)):
            if any(known <= chosen for known in wrong):
                continue
            if Months([row for row in rows if row.line in chosen]).excess() > tolerance:
                wrong.add(chosen)
    for size in range(len(lines) + 1):
        hits = {h for h in map(frozenset, combinations(lines, size)) if all(h & conflict for conflict in wrong)}
        if hits:
            return wrong, hits
    raise AssertionError("the set of all lines hits every conflict")
