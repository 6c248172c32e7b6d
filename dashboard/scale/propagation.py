"""Interval propagation over many blocks of one shape: quick bounds that are never too narrow.

Each statement bounds each of its unknowns by the bounds of the others, again and again. What comes out holds every
value that the rows allow, and often more: a statement at a time cannot see what several say together. It is a first
look at very many blocks, and where it leaves nothing at all the rows contradict each other.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np

from dashboard.bounds.system import Form
from dashboard.scale.program import Programs
from dashboard.scale.shape import dense
from dashboard.scale.simplex import Flags, Floats

SWEEPS: Final = 3
"""How often every statement is asked: in blocks of levels and growth rates a third time changes the last digits."""
CLEAR: Final = 1e-9
"""In bn: bounds that cross by more than this are no accident of floating point."""
_WIDENED: Final = 1e-12
"""Relative: a hundred times what the errors of three sweeps can add up to."""

Coefficient = float | Floats
_Statement = tuple[list[tuple[int, Coefficient]], Coefficient]


@dataclass(frozen=True, slots=True)
class Ranges:
    """What propagation leaves of each unknown.

    Attributes:
        low, high: (unknowns, blocks), in bn.
        is_empty: (blocks,): True where nothing is left, which proves a contradiction.
    """

    low: Floats
    high: Floats
    is_empty: Flags

    def of(self, above: Form, below: Form | None) -> tuple[Floats, Floats]:
        """Return what a form, or a ratio of two that are not negative, can be: (blocks,) each."""
        low, high = self._form(above)
        if below is None:
            return low, high
        least, most = self._form(below)
        with np.errstate(divide="ignore", invalid="ignore"):
            ends = np.stack([low / least, low / most, high / least, high / most])
        lost = ~(least > 0)
        return np.where(lost, -np.inf, ends.min(axis=0)), np.where(lost, np.inf, ends.max(axis=0))

    def _form(self, form: Form) -> tuple[Floats, Floats]:
        low = np.full(self.low.shape[1], float(form.constant))
        high = low.copy()
        for index, coefficient in form.terms:
            c = float(coefficient)
            low += c * (self.low if c > 0 else self.high)[index]
            high += c * (self.high if c > 0 else self.low)[index]
        return low, high


def propagate(programs: Programs, sweeps: int = SWEEPS) -> Ranges:
    """Return what every unknown of every block can be, as far as one statement at a time can tell."""
    count, k = len(programs.printed), programs.shape.unknowns
    low, high = np.zeros((k, count)), np.full((k, count), np.inf)
    statements = _statements(programs)
    for _ in range(sweeps):
        for terms, constant in statements:
            _narrow(terms, constant, low, high)
    low, high = low * (1 - _WIDENED), high * (1 + _WIDENED)
    crossed: Flags = low > high + CLEAR
    return Ranges(low, high, np.logical_or.reduce(crossed, axis=0))


def _statements(programs: Programs) -> list[_Statement]:
    """Return the statements as terms and a constant, `sum + constant >= 0`; what all blocks share is one number."""
    printed: list[_Statement] = []
    for end in programs.shape.ends:
        numbers = programs.numbers(end)
        fixed, moving = (dense(form, programs.shape.unknowns) for form in (end.fixed, end.moving))
        each = [f + m * numbers if m else float(f) for f, m in zip(fixed, moving, strict=True)]
        terms = [(index, c) for index, c in enumerate(each[:-1]) if isinstance(c, np.ndarray) or c]
        printed.append((terms, each[-1]))
    rules = ([(index, float(c)) for index, c in rule.terms] for rule in programs.shape.rules)
    return [*printed, *((list[tuple[int, Coefficient]](terms), 0.0) for terms in rules)]


def _narrow(terms: list[tuple[int, Coefficient]], constant: Coefficient, low: Floats, high: Floats) -> None:
    """Narrow each unknown of one statement by the most that its other terms can be."""
    signs = [_sign(c) for _, c in terms]
    if 0 in signs:
        return
    most = [c * (high if sign > 0 else low)[index] for (index, c), sign in zip(terms, signs, strict=True)]
    for at, ((index, c), sign) in enumerate(zip(terms, signs, strict=True)):
        limit = -sum((most[other] for other in range(len(terms)) if other != at), constant) / c
        if sign > 0:
            np.maximum(low[index], limit, out=low[index])
        else:
            np.minimum(high[index], limit, out=high[index])


def _sign(c: Coefficient) -> int:
    """Return 1 or -1 where a coefficient has this sign in every block, else 0."""
    if isinstance(c, float):
        return 1 if c > 0 else -1
    return 1 if c.min() > 0 else -1 if c.max() < 0 else 0
