"""Exact bounds: the tightest interval that the rows allow for a quantity, each end with its proof.

Let x be the unknowns of a system (true flows, all >= 0) and let every statement be `a x + c >= 0`.

    amount   q = n x          low  = min n x                       over all x that the statements allow
    ratio    q = n x / d x    low  = min n y   with d y = 1        over all (y, t) with a y + c t >= 0, t >= 0

A ratio is found on the first program by Dinkelbach's method (1967): the least of n x - r d x is 0 at the least ratio r.
It asks for a denominator that is proved to be more than 0. Elsewhere the second program answers, which is Charnes and
Cooper's: y = x / (d x), t = 1 / (d x). It is slower, and takes the least value over every x with d x > 0, also when the
denominator comes arbitrarily near to 0. High ends are low ends of the negative. Multipliers u >= 0 of the statements
with `n - low d - u A >= 0` in every unknown and `-u c >= 0` prove the low end: n x - low d x >= u (A x) >= -u c >= 0.

An end that the rows leave open is None. The unknowns' own sign is a rule, not a row: an exports level of 0 at least
is therefore a bound without lines.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cached_property

from dashboard.bounds.pieces import Piece, joined
from dashboard.bounds.proof import Proof, Step
from dashboard.bounds.quantity import Quantity
from dashboard.bounds.system import Form, Part, Side, Statement, System
from dashboard.lp.tableau import Status
from dashboard.values.errors import QuestionError, SolverError
from dashboard.values.interval import Interval
from dashboard.values.message import Message
from dashboard.values.observation import Observation
from dashboard.values.period import Period

_ONE = Fraction(1)


@dataclass(frozen=True, slots=True, kw_only=True)
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
    _pieces: dict[frozenset[int], Piece] = field(default_factory=dict, repr=False)
    _sound: set[frozenset[int]] = field(default_factory=set, repr=False)

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
        self.require_sense(without)
        try:
            low, high = self._end(quantity, Side.LOW, without), self._end(quantity, Side.HIGH, without)
        except SolverError as error:
            asked = (quantity.measure, quantity.flow, quantity.period)
            raise SolverError(Message("{0} of {1} {2}: {3}", *asked, error.message)) from error
        interval = Interval(low.bound if low else None, high.bound if high else None)
        return Bounds(quantity=quantity, interval=interval, low=low, high=high)

    def require_sense(self, without: Collection[int] = ()) -> None:
        """Return once the rows, all but those of some lines, are known to hold together.

        Raises:
            QuestionError: They contradict each other.
        """
        left_out = frozenset(without)
        if any(known <= left_out for known in self._sound):
            return
        if not all(self._piece(frozenset((part,))).holds(left_out) for part in self._statements_of):
            raise QuestionError(
                Message("the rows contradict each other, so they bound nothing; leave some of them out")
            )
        self._sound.add(left_out)

    def _end(self, quantity: Quantity, side: Side, without: Collection[int]) -> Proof | None:
        sign = _ONE if side is Side.LOW else -_ONE
        above = quantity.numerator(self.system).times(sign)
        below = quantity.denominator(self.system)
        unknowns = (unknown for form in (above, below or Form()) for unknown, _ in form.terms)
        piece = self._piece(frozenset(self._parts[unknown] for unknown in unknowns))
        found = piece.least(above, below, without)
        if found.status is not Status.OPTIMAL:
            return None
        goal = above if below is None else above.plus(below, -found.value)
        reached = found.value if below is None else Fraction(0)
        bound = sign * quantity.scale * found.value
        steps = tuple(Step(times, piece.statements[row]) for row, times in found.multipliers)
        return Proof(
            claim=side.value, bound=bound, goal=goal, at_least=reached, steps=steps, unknowns=self.system.unknowns
        ).verified()

    def _piece(self, parts: frozenset[int]) -> Piece:
        if parts not in self._pieces:
            statements = sorted(row for part in parts for row in self._statements_of.get(part, ()))
            unknowns = [unknown for part in parts for unknown in self._unknowns_of[part]]
            self._pieces[parts] = Piece((self.statements[row] for row in statements), sorted(unknowns))
        return self._pieces[parts]

    @cached_property
    def _parts(self) -> tuple[int, ...]:
        """The number of the part that each unknown belongs to."""
        forms = (statement.form for statement in self.statements)
        return joined(len(self.system.unknowns), [[unknown for unknown, _ in form.terms] for form in forms])

    @cached_property
    def _unknowns_of(self) -> dict[int, list[int]]:
        found: dict[int, list[int]] = {}
        for unknown, part in enumerate(self._parts):
            found.setdefault(part, []).append(unknown)
        return found

    @cached_property
    def _statements_of(self) -> dict[int, list[int]]:
        found: dict[int, list[int]] = {}
        for row, statement in enumerate(self.statements):
            first = next((unknown for unknown, _ in statement.form.terms), 0)
            found.setdefault(self._parts[first], []).append(row)
        return found
