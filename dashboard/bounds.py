"""Exact bounds: the tightest interval that the rows allow for a quantity, each end with its proof.

Let x be the unknowns of a system (true flows, all >= 0) and let every statement be `a x + c >= 0`.

    amount   q = n x          low  = min n x                       over all x that the statements allow
    ratio    q = n x / d x    low  = min n y   with d y = 1        over all (y, t) with a y + c t >= 0, t >= 0

The second program is Charnes and Cooper's: y = x / (d x), t = 1 / (d x). It needs no start and no iteration, and it
takes the least value over every x with d x > 0, also when the denominator comes arbitrarily near to 0. Dinkelbach's
method on the first program gives the same values faster, but stops at such a denominator. High ends are low ends of
the negative. Multipliers u >= 0 of the statements with `n - low d - u A >= 0` in every unknown and `-u c >= 0` prove
the low end: n x - low d x >= u (A x) >= -u c >= 0.

An end that the rows leave open is None. The unknowns' own sign is a rule, not a row: an exports level of 0 at least
is therefore a bound without lines.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cached_property

from dashboard.errors import QuestionError
from dashboard.interval import Interval
from dashboard.observation import Observation
from dashboard.optimum import ExactProgram, Optimum
from dashboard.period import Period
from dashboard.proof import Proof, Step
from dashboard.quantity import Quantity
from dashboard.solver import Status
from dashboard.system import Form, Part, Side, Statement, System

_ONE = Fraction(1)


@dataclass(frozen=True, slots=True)
class Bounds:
    """The tightest interval of a quantity.

    Attributes:
        interval: In bn of the currency, %, percentage points or times; None at an end that the rows leave open.
        low, high: The proof of each end, None where it is open.
        without: Lines of rows that were left out because they contradict the rest; empty in a consistent system.
    """

    quantity: Quantity
    interval: Interval
    low: Proof | None
    high: Proof | None
    without: tuple[int, ...] = ()

    @property
    def lines(self) -> tuple[int, ...]:
        """The lines of the rows that the two ends rest on."""
        return tuple(sorted({line for proof in (self.low, self.high) if proof is not None for line in proof.lines}))


@dataclass
class Model:
    """The statements of a consistent system, ready to be asked many times."""

    system: System
    statements: tuple[Statement, ...]
    _denominators: dict[Form, tuple[int, int]] = field(default_factory=dict, repr=False)
    _sound: dict[frozenset[int], frozenset[int]] = field(default_factory=dict, repr=False)

    @staticmethod
    def of(rows: Iterable[Observation], also: Iterable[Period] = (), outer: Collection[int] = ()) -> Model:
        """Return the model of what binds in some rows of one block; the periods `also` can be asked for.

        The rows of the lines `outer` bind by their outer interval: where a soft number takes part in a conflict.
        """
        system = System.of(rows, also)
        parts = {True: Part.OUTER, False: Part.HARD}
        said = (s for row in system.rows for s in system.statements(row, parts[row.line in outer]))
        return Model(system, (*system.rules, *said))

    def bounds(self, quantity: Quantity, without: Collection[int] = ()) -> Bounds:
        """Return the exact bounds of a quantity whose periods the system knows, by all rows but those of some lines.

        Raises:
            QuestionError: The system does not know one of its periods, or its rows contradict each other.
            SolverError: No answer, or one that could not be proved.
        """
        active = self.require_sense(without)
        low, high = self._end(quantity, Side.LOW, active), self._end(quantity, Side.HIGH, active)
        interval = Interval(low.bound if low else None, high.bound if high else None)
        return Bounds(quantity, interval, low, high)

    def require_sense(self, without: Collection[int] = ()) -> frozenset[int]:
        """Return the statements of all rows but those of some lines, once they are known to hold together.

        Raises:
            QuestionError: They contradict each other.
        """
        left_out = frozenset(without)
        if left_out in self._sound:
            return self._sound[left_out]
        active = frozenset(row for row, statement in enumerate(self.statements) if statement.line not in left_out)
        if not any(known <= left_out for known in self._sound):
            self._amounts.activate(active)
            if self._amounts.minimise(()).status is Status.INFEASIBLE:
                raise QuestionError("the rows contradict each other, so they bound nothing; leave some of them out")
        self._sound[left_out] = active
        return active

    def _end(self, quantity: Quantity, side: Side, active: frozenset[int]) -> Proof | None:
        sign = _ONE if side is Side.LOW else -_ONE
        numerator = quantity.numerator(self.system).times(sign)
        denominator = quantity.denominator(self.system)
        program = self._amounts if denominator is None else self._ratios
        program.activate(active if denominator is None else (*active, *self._is_one(denominator)))
        found = program.minimise(numerator.terms)
        if found.status is not Status.OPTIMAL:
            return None
        goal = numerator if denominator is None else numerator.plus(denominator, -found.value)
        reached = found.value if denominator is None else Fraction(0)
        bound = sign * quantity.scale * found.value
        proof = Proof(side.value, bound, goal, reached, self._steps(found), self.system.unknowns)
        return proof.verified()

    def _steps(self, found: Optimum) -> tuple[Step, ...]:
        known = len(self.statements)
        return tuple(Step(times, self.statements[row]) for row, times in found.multipliers if row < known)

    @cached_property
    def _amounts(self) -> ExactProgram:
        rows = [(statement.form.terms, -statement.form.constant) for statement in self.statements]
        return ExactProgram(len(self.system.unknowns), rows)

    @cached_property
    def _ratios(self) -> ExactProgram:
        size = len(self.system.unknowns)
        forms = (statement.form for statement in self.statements)
        rows = [((*f.terms, *(((size, f.constant),) if f.constant else ())), Fraction(0)) for f in forms]
        return ExactProgram(size + 1, rows)

    def _is_one(self, denominator: Form) -> tuple[int, int]:
        """Return the two rows of the second program that say d y = 1."""
        if denominator not in self._denominators:
            above = self._ratios.add((denominator.terms, _ONE))
            below = self._ratios.add((denominator.times(-_ONE).terms, -_ONE))
            self._denominators[denominator] = (above, below)
        return self._denominators[denominator]
