"""Whether rows can all be true: three verdicts, and by how much.

The *margin* of some rows is the largest d such that all their intervals, each shrunk by d half-widths about its
middle, still hold together. d > 0: consistent. d = 0: they touch, and whether they can all be true hangs on how the
publisher rounds ties: undecided. d < 0: a contradiction by |d| half-widths. A row without a width (exact, "more than")
stays as it is; where nothing can be shrunk the margin is None.

Shrinking a growth rate by half-widths moves a product of two unknowns, so d is found by Dinkelbach's method for
several ratios (Crouzeix, Ferland, Schaible 1985): at each d one linear program tells the common extra room t, in
half-widths at the size that the bases had at the last d; d + t comes next, or the middle where that leaves what is
known already. The sign of each t is exact, and the verdict rests on the sign of the first alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from enum import Enum
from fractions import Fraction
from math import frexp
from typing import Final, Never

from dashboard.bounds.system import Form, Part, Statement, System
from dashboard.lp.optimum import ExactProgram
from dashboard.lp.tableau import Optimum, Row, Status, magnifier
from dashboard.values.errors import SolverError

_STEPS: Final = 20
_FAR: Final = -(10**6)
"""A contradiction by more half-widths than this is not measured further."""
_BITS: Final = 20
_CLOSE: Final = Fraction(1, 10**9)
_LEAST: Final = Fraction(1, 10**6)
_ONE: Final = Fraction(1)
_ZERO: Final = Fraction(0)


class Verdict(Enum):
    """Consistent, undecided or contradiction, from the lightest to the gravest; never true or false."""

    CONSISTENT = "consistent"
    UNDECIDED = "undecided"
    CONTRADICTION = "contradiction"

    def __str__(self) -> str:
        return self.value

    @property
    def gravity(self) -> int:
        """Its place from the lightest, 0, to the gravest, 2."""
        return list(Verdict).index(self)

    def __bool__(self) -> Never:
        raise TypeError("a verdict has three values; compare it with Verdict.CONSISTENT")


def worst(verdicts: Sequence[Verdict]) -> Verdict:
    """Return the gravest of some verdicts; of none, consistent."""
    return max(verdicts, key=lambda verdict: verdict.gravity, default=Verdict.CONSISTENT)


def margin(system: System, parts: dict[int, Part]) -> tuple[Fraction | None, int]:
    """Return the margin of the rows in these readings, and its exact sign (-1, 0, 1).

    The margin is None, and its sign 1, where nothing can be shrunk; None and -1 where rows without a width contradict.
    It is found to a billionth of a half-width, or as far as the solver's answers could be confirmed where the bases of
    rates may come arbitrarily near to 0.
    """
    judged = [row for row in system.rows if row.line in parts]
    said = [s for row in judged for s in system.statements(row, parts[row.line])]
    if system.has_rates_alone:
        said += [s for row in judged if (s := system.presupposed(row)) is not None]
    statements = [*system.rules, *said]
    if not any(statement.half != Form() for statement in said):
        return _unshrinkable(system, statements)
    statements = _magnified(statements)
    found = _room(system, statements, _ZERO, [float(unknown.period.months) for unknown in system.unknowns])
    if found.status is Status.INFEASIBLE:
        return None, -1
    sign = (found.value < 0) - (found.value > 0)
    return (_refined(system, statements, found) if sign else _ZERO), sign


def _magnified(statements: Sequence[Statement]) -> list[Statement]:
    """Return the same claims in a unit of money in which the largest amount is no extreme number; no margin changes."""
    unit = magnifier(statement.form.constant for statement in statements)
    if unit == 1:
        return list(statements)
    return [replace(s, form=_in_unit(s.form, unit), half=_in_unit(s.half, unit)) for s in statements]


def _in_unit(form: Form, unit: Fraction) -> Form:
    return replace(form, constant=form.constant * unit)


def _refined(system: System, statements: Sequence[Statement], found: Optimum) -> Fraction:
    if found.value < 0 and _hold_at_their_middles(system, statements):
        return _ONE
    d, high = _ZERO, _ONE
    low: Fraction | None = None
    for _ in range(_STEPS):
        room = -found.value
        low, high = (d, high) if room >= 0 else (low, min(d, high))
        step = _next(d, room, low, high)
        if abs(step - d) < _CLOSE or step < _FAR:
            return step
        d = step
        try:
            found = _room(system, statements, d, found.near)
        except SolverError:
            return d
        if found.status is not Status.OPTIMAL:
            return d
    return d


def _hold_at_their_middles(system: System, statements: Sequence[Statement]) -> bool:
    """Return whether all intervals can be shrunk to points, which is as far as they go."""
    forms = (statement.form.plus(statement.half, -_ONE) for statement in statements)
    points = ExactProgram(len(system.unknowns), [(form.terms, -form.constant) for form in forms])
    try:
        return points.minimise(()).status is Status.OPTIMAL
    except SolverError:
        return False


def _next(d: Fraction, room: Fraction, low: Fraction | None, high: Fraction) -> Fraction:
    step = (d + room).limit_denominator(10**9)
    if step > high or (low is not None and step < low):
        return (high + low) / 2 if low is not None else d
    return step


def _room(system: System, statements: Sequence[Statement], d: Fraction, sizes: Sequence[float]) -> Optimum:
    """Return the program whose least value is minus the room left at d, in half-widths of rows at these sizes.

    Nothing shrinks beyond a point: d and the room together stay at most 1. What they lack of it is the column, at least
    0 so that the cost has an end, in units of the widest half-width so that it is of the same order as the others.
    """
    widths = [_width(statement.half, sizes) for statement in statements]
    unit = max(widths)
    column = len(system.unknowns)
    rows: list[Row] = []
    for statement, width in zip(statements, widths, strict=True):
        form = statement.form.plus(statement.half, -d)
        terms = (*form.terms, (column, width / unit)) if width else form.terms
        rows.append((terms, width * (_ONE - d) - form.constant))
    found = ExactProgram(column + 1, rows).minimise(((column, 1 / unit),))
    return replace(found, value=found.value - _ONE + d)


def _width(half: Form, sizes: Sequence[float]) -> Fraction:
    """Return what one half-width is worth where the unknowns have these sizes, to six digits and never 0."""
    if not half.terms:
        return half.constant
    least = float(_LEAST * sum(abs(c) for _, c in half.terms))
    size = max(half.near(sizes), least)
    exponent = frexp(size)[1] - _BITS
    return Fraction(round(size * 2.0**-exponent)) * Fraction(2) ** exponent


def _unshrinkable(system: System, statements: Sequence[Statement]) -> tuple[None, int]:
    rows = [(statement.form.terms, -statement.form.constant) for statement in statements]
    found = ExactProgram(len(system.unknowns), rows).minimise(())
    return None, 1 if found.status is Status.OPTIMAL else -1
