"""The statements of many blocks of one shape: in floats to find vertices, in whole numbers to prove.

A printed end is a whole number over a divisor that all blocks of the shape share: 17.15 is 343 over 20. A statement
times its divisor has whole coefficients, so nothing is rounded on the way from the printed digits to a proof.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from math import lcm

import numpy as np

from dashboard.bounds.system import ONE, Form, Side
from dashboard.scale.inverse import LARGEST
from dashboard.scale.shape import End, Shape, dense, ratio
from dashboard.scale.simplex import Floats, Whole


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
class Statements:
    """Statements in whole numbers, `row[:-1] @ x + row[-1] >= 0` with x counted in 1/unit bn.

    Attributes:
        table: (blocks, statements, unknowns + 1), each unknown itself first, then as in `Programs.floats`; of 64 bits,
            or Python's own integers where these are too few.
        times: (statements,): what each was multiplied by to be whole.
    """

    table: np.ndarray
    times: Whole
    unit: int


@dataclass(frozen=True, slots=True)
class Programs:
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

    def whole(self) -> Statements:
        """Return all statements in whole numbers."""
        k, ends = self.shape.unknowns, self.shape.ends
        unit = lcm(*(_denominator(self._moving(end).constant, end.fixed.constant) for end in ends))
        unknowns = [(Form(((index, ONE),)), Form()) for index in range(k)]
        printed = [(end.fixed, self._moving(end)) for end in ends]
        rules = [(rule, Form()) for rule in self.shape.rules]
        forms = [*unknowns, *printed, *rules]
        times = [_denominator(*(c for form in both for _, c in form.terms)) for both in forms]
        fixed, moving = (
            [_whole(both[at], unit, Fraction(each), k) for both, each in zip(forms, times, strict=True)]
            for at in range(2)
        )
        return Statements(self._table(fixed, moving), np.array(times, dtype=np.int64), unit)

    def _table(self, fixed: list[list[int]], moving: list[list[int]]) -> np.ndarray:
        """Return fixed numbers plus moving ones times what is printed, (blocks, statements, unknowns + 1)."""
        k, ends = self.shape.unknowns, self.shape.ends
        printed = np.zeros((len(self.printed), len(fixed)), dtype=np.int64)
        for at, end in enumerate(ends, start=k):
            printed[:, at] = self._printed(end)
        most = float(np.abs(printed).max(initial=0)) * _most(moving) + _most(fixed)
        kind = np.int64 if most < LARGEST else object
        table: np.ndarray = printed.astype(kind)[:, :, None] * np.array(moving, dtype=kind)
        table += np.array(fixed, dtype=kind)
        return table

    def numbers(self, end: End) -> Floats:
        """Return what is printed at one end, (blocks,), in bn, as a ratio or in times."""
        scale = float(ratio(self.shape.rows[end.row]))
        numbers: Floats = self._printed(end) / self.printed.per[end.row] * scale
        return numbers

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

    def _moving(self, end: End) -> Form:
        """Return what the whole number that is printed at an end is multiplied by."""
        return end.moving.times(ratio(self.shape.rows[end.row]) / self.printed.per[end.row])

    def _printed(self, end: End) -> Whole:
        return (self.printed.low if end.side is Side.LOW else self.printed.high)[:, end.row]


def _denominator(*numbers: Fraction) -> int:
    return lcm(*(number.denominator for number in numbers))


def _whole(form: Form, unit: int, times: Fraction, unknowns: int) -> list[int]:
    """Return `times` a form over unknowns that are counted in 1/unit bn, as whole numbers."""
    row = [0] * (unknowns + 1)
    for index, coefficient in form.terms:
        row[index] = int(coefficient * times)
    row[-1] = int(form.constant * times * unit)
    return row


def _most(numbers: list[list[int]]) -> float:
    return float(max(abs(number) for row in numbers for number in row))
