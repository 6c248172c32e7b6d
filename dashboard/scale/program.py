"""The statements of many blocks of one shape: in floats to find vertices, in whole numbers to prove.

A printed end is a whole number over a divisor that all blocks of the shape share: 17.15 is 343 over 20. A statement
times its divisor has whole coefficients, so nothing is rounded on the way from the printed digits to a proof.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from math import lcm

import numpy as np

from dashboard.scale.elimination import Entry
from dashboard.scale.shape import End, Shape, dense, ratio
from dashboard.scale.simplex import Floats, Whole
from dashboard.system import Form, Side


@dataclass(frozen=True, slots=True)
class Printed:
    """The intervals that the rows of many blocks of one shape stand for, in the rows' own units.

    Attributes:
        low, high: (blocks, rows), over `per`; an end that a row leaves open holds anything and is never used.
        per: One divisor for each row.
    """

    low: Whole
    high: Whole
    per: tuple[int, ...]

    def __len__(self) -> int:
        return len(self.low)

    def of(self, blocks: Whole) -> Printed:
        """Return the numbers of some of the blocks."""
        return Printed(self.low[blocks], self.high[blocks], self.per)


@dataclass(frozen=True, slots=True)
class Program:
    """What the rows of many blocks of one shape say."""

    shape: Shape
    printed: Printed

    def floats(self) -> tuple[Floats, Floats]:
        """Return A (blocks, statements, unknowns) and b (blocks, statements) of A x >= b: rows' ends, then rules."""
        k = self.shape.unknowns
        ends = np.stack([self._end(end) for end in self.shape.ends], axis=1)
        rules = [np.broadcast_to(dense(form, k), (len(self.printed), k + 1)) for form in self.shape.rules]
        whole = np.concatenate([ends, np.stack(rules, axis=1)], axis=1) if rules else ends
        return np.ascontiguousarray(whole[:, :, :k]), -whole[:, :, k]

    def halves(self) -> Floats:
        """Return what half a width of its row is worth in each end, (blocks, ends, unknowns + 1)."""
        return np.stack([self._half(end) for end in self.shape.ends], axis=1)

    def whole(self, statement: int, blocks: Whole) -> tuple[list[Entry], Entry]:
        """Return the coefficients and b of one statement of some blocks, times a divisor that makes them whole."""
        if statement >= len(self.shape.ends):
            return _scaled(self.shape.rules[statement - len(self.shape.ends)], self.shape.unknowns)
        end = self.shape.ends[statement]
        step = ratio(self.shape.rows[end.row]) / self.printed.per[end.row]
        divisor = lcm(step.denominator, *_denominators(end.fixed), *_denominators(end.moving))
        printed = self._printed(end)[blocks].astype(object)
        fixed, moving = end.fixed.times(Fraction(divisor)), end.moving.times(step * divisor)
        entries = [_entry(fixed, moving, index, printed) for index in range(self.shape.unknowns)]
        return entries, _sum(-int(fixed.constant), -int(moving.constant), printed)

    def numbers(self, end: End) -> Floats:
        """Return what is printed at one end, (blocks,), in bn, as a ratio or in times."""
        scale = float(ratio(self.shape.rows[end.row]))
        found: Floats = self._printed(end) / self.printed.per[end.row] * scale
        return found

    def _end(self, end: End) -> Floats:
        k = self.shape.unknowns
        return dense(end.fixed, k)[None, :] + self.numbers(end)[:, None] * dense(end.moving, k)[None, :]

    def _half(self, end: End) -> Floats:
        k = self.shape.unknowns
        if not end.shrinks:
            return np.zeros((len(self.printed), k + 1))
        width = (self.printed.high[:, end.row] - self.printed.low[:, end.row]) / self.printed.per[end.row]
        yardstick = end.moving.times(Fraction(-1 if end.side is Side.LOW else 1))
        return width[:, None] / 2 * float(ratio(self.shape.rows[end.row])) * dense(yardstick, k)[None, :]

    def _printed(self, end: End) -> Whole:
        return (self.printed.low if end.side is Side.LOW else self.printed.high)[:, end.row]


def _denominators(form: Form) -> tuple[int, ...]:
    return (form.constant.denominator, *(c.denominator for _, c in form.terms))


def _scaled(form: Form, unknowns: int) -> tuple[list[Entry], Entry]:
    whole = form.times(Fraction(lcm(*_denominators(form))))
    terms = dict(whole.terms)
    return [int(terms.get(index, 0)) for index in range(unknowns)], -int(whole.constant)


def _entry(fixed: Form, moving: Form, index: int, printed: np.ndarray) -> Entry:
    return _sum(int(dict(fixed.terms).get(index, 0)), int(dict(moving.terms).get(index, 0)), printed)


def _sum(fixed: int, moving: int, printed: np.ndarray) -> Entry:
    return fixed + moving * printed if moving else fixed
