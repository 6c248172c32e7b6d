"""Linear programs in whole numbers: every answer is exact, whatever the sizes that its numbers mix.

    minimise  cost . x   subject to   A x >= b,   x >= 0

Dantzig's simplex method on a dictionary: each variable of the basis, an unknown or what a row has to spare, is written
in the others, with whole coefficients over a whole denominator of its own. After a number of steps Bland's rule (1977,
"New finite pivoting rules for the simplex method") takes the first variable in a fixed order that will do, so that no
basis comes twice. Rows come and go without a new start: a row that does not bind may have less than nothing to spare.
For some dozens of rows this is quicker than a solver in floats whose answers must be confirmed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from fractions import Fraction
from math import gcd, lcm
from typing import Final

from dashboard.values.errors import SolverError
from dashboard.values.message import Message

Terms = tuple[tuple[int, Fraction], ...]
Row = tuple[Terms, Fraction]
WholeTerms = tuple[tuple[int, int], ...]

PIVOTS: Final = 2_000
"""So many steps one question may take: some hundred times what a hundred rows need, some minutes for a thousand."""

GREEDY: Final = 200
"""Up to so many steps take the steepest way, which is shorter mostly; the rest go by Bland's rule, which ends."""

_ZERO: Final = Fraction(0)
_SMALL: Final = Fraction(1, 100)
_LARGE: Final = 10**5


class Status(StrEnum):
    """How a linear program ended."""

    OPTIMAL = "optimal"
    UNBOUNDED = "unbounded"
    INFEASIBLE = "infeasible"


@dataclass(frozen=True, slots=True, kw_only=True)
class Optimum:
    """The exact answer of a linear program.

    Attributes:
        status: OPTIMAL, UNBOUNDED (no lower bound) or INFEASIBLE.
        value: The proved lower bound; 0 unless OPTIMAL.
        multipliers: Rows with a multiplier above 0, by row: the proof that no point costs less.
        near: A point that costs `value`, in floats.
        tight: Rows that hold with equality at a point that all active rows allow.
    """

    status: Status
    value: Fraction = _ZERO
    multipliers: tuple[tuple[int, Fraction], ...] = ()
    near: tuple[float, ...] = ()
    tight: tuple[int, ...] = ()


def whole(terms: Terms, b: Fraction = _ZERO) -> tuple[WholeTerms, int, int]:
    """Return coefficients and right-hand side in whole numbers, and what they were multiplied by."""
    unit = lcm(b.denominator, *(c.denominator for _, c in terms))
    scaled = tuple((k, c.numerator * (unit // c.denominator)) for k, c in terms)
    return scaled, b.numerator * (unit // b.denominator), unit


def less(terms: Terms, other: Terms, times: Fraction) -> Terms:
    """Return one form less `times` another."""
    left = dict(terms)
    for k, c in other:
        left[k] = left.get(k, _ZERO) - times * c
    return tuple(left.items())


def magnifier(amounts: Iterable[Fraction]) -> Fraction:
    """Return the power of ten that brings most of some amounts to the size that floats are right about.

    It is that of the middle one, so that one wrong unit among many rows does not make the others too small to be seen,
    and 1 from a hundredth to a hundred thousand, which is what trade in bn is.
    """
    sizes = sorted(abs(amount) for amount in amounts if amount)
    middle = sizes[len(sizes) // 2] if sizes else Fraction(1)
    if _SMALL <= middle <= _LARGE:
        return Fraction(1)
    return Fraction(10) ** (len(str(middle.denominator)) - len(str(middle.numerator)))


@dataclass(slots=True)
class _Line:
    """A variable in terms of those out of the basis: (constant + sum of coefficient * variable) / unit."""

    terms: dict[int, int]
    constant: int
    unit: int

    def put(self, variable: int, line: _Line) -> None:
        """Write `line` in place of a variable."""
        times = self.terms.pop(variable)
        common = gcd(times, line.unit)
        keep, take = line.unit // common, times // common
        terms = {k: c * keep for k, c in self.terms.items()} if keep != 1 else self.terms
        for k, c in line.terms.items():
            found = terms.get(k, 0) + take * c
            if found:
                terms[k] = found
            else:
                del terms[k]
        constant, unit = self.constant * keep + take * line.constant, self.unit * keep
        common = gcd(unit, constant, *terms.values())
        self.constant, self.unit = constant // common, unit // common
        self.terms = {k: c // common for k, c in terms.items()} if common != 1 else terms

    def solved(self, variable: int, of: int) -> _Line:
        """Return a variable of the line, which is that of `of`, in terms of `of` and the others."""
        times = self.terms[variable]
        sign = -1 if times > 0 else 1
        terms = {k: sign * c for k, c in self.terms.items() if k != variable}
        terms[of] = -sign * self.unit
        return _Line(terms, sign * self.constant, abs(times))


class Tableau:
    """One program that is asked many times; variable k is unknown k, variable -1 - i what row i has to spare."""

    def __init__(self, columns: int, rows: Iterable[Row]) -> None:
        """Take the rows of A x >= b, all of them binding."""
        self._columns = columns
        self._basis: dict[int, _Line] = {}
        self._cost = _Line({}, 0, 1)
        self._loose: frozenset[int] = frozenset()
        self._units: list[int] = []
        self._pivots = 0
        for row in rows:
            self.add(row)

    def add(self, row: Row) -> None:
        """Add one more row, which binds."""
        terms, b, unit = whole(*row)
        self._basis[-1 - len(self._units)] = self._line(terms, -b, 1)
        self._units.append(unit)

    def activate(self, rows: Iterable[int]) -> None:
        """Let only these rows bind."""
        self._loose = frozenset(range(-len(self._units), 0)).difference(-1 - row for row in rows)

    def minimise(self, cost: Terms) -> Optimum:
        """Return the exact least value of a cost.

        Raises:
            SolverError: It takes more than `PIVOTS` steps.
        """
        self._pivots = 0
        return self._least(cost) if self._repaired() else Optimum(status=Status.INFEASIBLE)

    def minimise_ratio(self, above: Terms, below: Terms) -> Optimum | None:
        """Return the exact least value of above / below, where `below` is known to be more than 0; None for no end.

        Dinkelbach's method (1967): the least of above - r below is 0 at the least ratio r.

        Raises:
            SolverError: It takes more than `PIVOTS` steps.
        """
        self._pivots = 0
        if not self._repaired():
            return None
        ratio = self._at(above) / self._at(below)
        while True:
            found = self._least(less(above, below, ratio))
            if found.status is not Status.OPTIMAL:
                return None
            if not found.value:
                return replace(found, value=ratio)
            ratio = self._at(above) / self._at(below)

    def _least(self, cost: Terms) -> Optimum:
        """Return the least value from a point that satisfies all rows that bind."""
        terms, _, unit = whole(cost)
        self._cost = self._line(terms, 0, unit)
        status = self._descended()
        return self._optimum() if status is Status.OPTIMAL else Optimum(status=status)

    def _optimum(self) -> Optimum:
        cost = self._cost
        rows = sorted(-1 - k for k in cost.terms if k < 0)
        multipliers = tuple((row, Fraction(cost.terms[-1 - row] * self._units[row], cost.unit)) for row in rows)
        out = (row for row in range(len(self._units)) if -1 - row not in self._basis)
        tight = tuple(row for row in out if -1 - row not in self._loose)
        near = tuple(float(self._value(k)) for k in range(self._columns))
        return Optimum(
            status=Status.OPTIMAL,
            value=Fraction(cost.constant, cost.unit),
            multipliers=multipliers,
            near=near,
            tight=tight,
        )

    def _value(self, unknown: int) -> Fraction:
        line = self._basis.get(unknown)
        return _ZERO if line is None else Fraction(line.constant, line.unit)

    def _at(self, form: Terms) -> Fraction:
        return sum((c * self._value(k) for k, c in form), _ZERO)

    def _line(self, terms: WholeTerms, constant: int, divided: int) -> _Line:
        """Return a form over the unknowns, divided by a number, in terms of what is out of the basis."""
        used = [(c, self._basis.get(k) or _Line({k: 1}, 0, 1)) for k, c in terms]
        unit = lcm(*(line.unit for _, line in used))
        found: dict[int, int] = {}
        total = constant * unit
        for c, line in used:
            times = c * (unit // line.unit)
            total += times * line.constant
            for k, coefficient in line.terms.items():
                found[k] = found.get(k, 0) + times * coefficient
        unit *= divided
        common = gcd(unit, total, *found.values())
        return _Line({k: c // common for k, c in found.items() if c}, total // common, unit // common)

    def _repaired(self) -> bool:
        """Return whether a point satisfies all rows that bind, and go to one."""
        self._cost = _Line({}, 0, 1)
        self._loosen()
        return self._repair()

    def _loosen(self) -> None:
        """Take into the basis what may have less than nothing to spare.

        There it stays. Out of it, it would move an unknown, and to fall or to grow that far is limited.
        """
        for variable in sorted(self._loose - self._basis.keys()):
            limits = (self._limit(variable, sign) for sign in (1, -1))
            self._pivot(next(found for found in limits if found is not None), variable)

    def _repair(self) -> bool:
        """Give each row that binds something to spare, if that can be: the dual method at no cost."""
        while True:
            lines = ((k, line) for k, line in self._basis.items() if line.constant < 0)
            wrong = {k: line.constant / line.unit for k, line in lines if k not in self._loose}
            if not wrong:
                return True
            leaving = self._best(wrong)
            helping = {k: -c for k, c in self._basis[leaving].terms.items() if c > 0}
            if not helping:
                return False
            self._pivot(leaving, self._best(helping))

    def _descended(self) -> Status:
        """Go to a point of least cost by the primal method, and return how it ends."""
        while True:
            gaining = {k: c for k, c in self._cost.terms.items() if c < 0}
            if not gaining:
                return Status.OPTIMAL
            entering = self._best(gaining)
            leaving = self._limit(entering, -1)
            if leaving is None:
                return Status.UNBOUNDED
            self._pivot(leaving, entering)

    def _best(self, costs: Mapping[int, float]) -> int:
        """Return the variable of least cost, or after many steps the first one, so that it comes to an end."""
        return min(costs, key=costs.__getitem__) if self._pivots < GREEDY else min(costs)

    def _limit(self, variable: int, sign: int) -> int | None:
        """Return which variable is nothing first as one out of the basis grows (-1) or falls (1), or None."""
        found, least, pace = None, 0, 1
        for k, line in self._basis.items():
            c = sign * line.terms.get(variable, 0)
            if c > 0 and k not in self._loose:
                ahead = line.constant * pace - least * c
                if found is None or ahead < 0 or (ahead == 0 and k < found):
                    found, least, pace = k, line.constant, c
        return found

    def _pivot(self, leaving: int, entering: int) -> None:
        self._pivots += 1
        if self._pivots > PIVOTS:
            raise SolverError(
                Message("a linear program of {0} rows has no answer after {1} steps", len(self._units), PIVOTS)
            )
        line = self._basis.pop(leaving).solved(entering, leaving)
        for other in (self._cost, *self._basis.values()):
            if entering in other.terms:
                other.put(entering, line)
        self._basis[entering] = line
