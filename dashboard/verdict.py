"""Whether rows can all be true: three verdicts, and by how much.

The *margin* of some rows is the largest d such that all their intervals, each shrunk by d half-widths about its
middle, still hold together. d > 0: consistent. d = 0: they touch, and whether they can all be true hangs on how the
publisher rounds ties: undecided. d < 0: a contradiction by |d| half-widths. A row without a width (exact, "more than")
stays as it is; where nothing can be shrunk the margin is None.

Shrinking a growth rate by half-widths moves a product of two unknowns, so d is found by Newton's method: at each d
one linear program tells the common extra room t, in half-widths at the present size of the bases; d + t comes next. The
sign of the first t is exact, and the verdict rests on that sign alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from fractions import Fraction
from typing import Final, Never

from dashboard.optimum import ExactProgram, Optimum
from dashboard.solver import Status
from dashboard.system import Form, Part, Statement, System

_NEWTON_STEPS: Final = 12
_NEWTON_CLOSE: Final = Fraction(1, 10**9)
_ONE: Final = Fraction(1)


class Verdict(Enum):
    """Consistent, undecided or contradiction; never true or false."""

    CONSISTENT = "consistent"
    UNDECIDED = "undecided"
    CONTRADICTION = "contradiction"

    def __str__(self) -> str:
        return self.value

    def __bool__(self) -> Never:
        raise TypeError("a verdict has three values; compare it with Verdict.CONSISTENT")


def worst(verdicts: Sequence[Verdict]) -> Verdict:
    """Return the gravest of some verdicts; of none, consistent."""
    order = list(Verdict)
    return max(verdicts, key=order.index, default=Verdict.CONSISTENT)


def margin(system: System, parts: dict[int, Part]) -> tuple[Fraction | None, int]:
    """Return the margin of the rows in these readings, and its exact sign (-1, 0, 1).

    The margin is None, and its sign 1, where nothing can be shrunk; None and -1 where rows without a width contradict.
    It is found to a billionth of a half-width.
    """
    said = [s for row in system.rows if row.line in parts for s in system.statements(row, parts[row.line])]
    statements = [*system.rules, *said]
    if not any(statement.half != Form() for statement in said):
        return _unshrinkable(system, statements)
    sizes = tuple(_ONE for _ in system.unknowns)
    found = _room(system, statements, Fraction(0), sizes)
    if found.status is Status.INFEASIBLE:
        return None, -1
    sign = (found.value < 0) - (found.value > 0)
    return (_newton(system, statements, found) if sign else Fraction(0)), sign


def _newton(system: System, statements: Sequence[Statement], found: Optimum) -> Fraction:
    d = Fraction(0)
    for _ in range(_NEWTON_STEPS):
        room = _rounded(-found.value)
        d += room
        if abs(room) < _NEWTON_CLOSE:
            break
        found = _room(system, statements, d, found.point)
    return d


def _room(system: System, statements: Sequence[Statement], d: Fraction, sizes: Sequence[Fraction]) -> Optimum:
    """Return the program whose least value is minus the room left at d, in half-widths of rows at these sizes.

    Nothing shrinks beyond a point: d and the room together stay at most 1.
    """
    room = len(system.unknowns)
    rows = []
    for statement in statements:
        form = statement.form.plus(statement.half, -d)
        width = max(_rounded(statement.half.at(sizes)), Fraction(1, 1000)) if statement.half != Form() else Fraction(0)
        terms = (*form.terms, (room, -width)) if width else form.terms
        rows.append((terms, -form.constant))
    rows.append((((room, -_ONE),), d - _ONE))
    return ExactProgram(room + 1, rows, free=(room,)).minimise(((room, -_ONE),))


def _unshrinkable(system: System, statements: Sequence[Statement]) -> tuple[None, int]:
    rows = [(statement.form.terms, -statement.form.constant) for statement in statements]
    found = ExactProgram(len(system.unknowns), rows).minimise(())
    return None, 1 if found.status is Status.OPTIMAL else -1


def _rounded(number: Fraction) -> Fraction:
    """Return a number near by with a short fraction, so that Newton's steps do not grow long ones."""
    return number.limit_denominator(10**12)
