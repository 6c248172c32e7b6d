"""The shape of a block: what its rows are about, without their numbers; blocks of one shape are computed together.

Two blocks have one shape when their rows, in a fixed order, have the same flows, measures, qualifiers and units and
their periods lie alike. The statements of a shape are those that `system.py` makes of one of its blocks, so there is
one place that says what a row means; only the ends of the printed intervals differ from block to block:

    row r says     subject - (offset + end * scale) * yardstick >= 0     for a low end, and the negative for a high one
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction

import numpy as np

from dashboard.bounds.quantity import Quantity
from dashboard.bounds.system import Form, Side, System
from dashboard.scale.simplex import Floats
from dashboard.values.observation import Observation
from dashboard.values.qualifier import Qualifier

Asked = tuple[Form, Form | None, Fraction]
"""What a row is about: the form above the line, the one below (None for money), what the ratio is multiplied by."""


@dataclass(frozen=True, slots=True, kw_only=True)
class End:
    """One end of one row's interval, as a statement in every block of the shape.

    Attributes:
        row: Which row, counted in the order of the shape.
        side: Which end.
        fixed: What does not hang on the number: `sign * (subject - offset * yardstick)`.
        moving: What the end's number, in bn, a ratio or times, is multiplied by: `-sign * yardstick`.
        shrinks: Whether the row has a width, so that the margin moves this end.
    """

    row: int
    side: Side
    fixed: Form
    moving: Form
    shrinks: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """The statements that all blocks of one shape have in common.

    Attributes:
        rows: One block of the shape, in the shape's order.
        unknowns: How many true values there are.
        ends: What the rows say.
        rules: "Totals never fall".
        asked: What each row is about, as numerator, denominator (None for money) and what the ratio is multiplied by.
        yardsticks: The bases of rates and shares, which are taken for granted to be more than 0.
    """

    rows: tuple[Observation, ...]
    unknowns: int
    ends: tuple[End, ...]
    rules: tuple[Form, ...]
    asked: tuple[Asked, ...]
    yardsticks: tuple[Form, ...]

    @staticmethod
    def of(rows: Sequence[Observation]) -> Shape:
        """Return the shape of a block whose rows stand in the shape's order."""
        system = System.of(rows)
        ends = tuple(end for at, row in enumerate(rows) for end in _ends(system, at, row))
        bases = (system.presupposed(row) for row in rows)
        quantities = (Quantity.of_row(row) for row in rows)
        return Shape(
            rows=tuple(rows),
            unknowns=len(system.unknowns),
            ends=ends,
            rules=tuple(rule.form for rule in system.rules),
            asked=tuple((q.numerator(system), q.denominator(system), q.scale) for q in quantities),
            yardsticks=tuple({base.form: None for base in bases if base is not None}),
        )

    @property
    def is_plain(self) -> bool:
        """Whether arrays can answer: amounts give the scale, no row is soft, and something can be shrunk."""
        amounts = any(row.measure.is_money for row in self.rows)
        soft = any(row.qualifier.is_soft for row in self.rows)
        return amounts and not soft and any(end.shrinks for end in self.ends)


def ratio(row: Observation) -> Fraction:
    """Return what one of a row's unit is worth: bn for money, 1/100 for per cent, 1 for times."""
    return row.unit.scale / row.measure.per_ratio


def dense(form: Form, unknowns: int) -> Floats:
    """Return a form as coefficients and, last, its constant."""
    row = np.zeros(unknowns + 1)
    for index, coefficient in form.terms:
        row[index] = float(coefficient)
    row[-1] = float(form.constant)
    return row


def _ends(system: System, at: int, row: Observation) -> tuple[End, ...]:
    """Return the ends of a row: what it would say of the numbers 0 and 1 tells what moves with the number."""
    at_0, at_1 = (_exactly(system, row, value) for value in (Decimal(0), Decimal(1)))
    shrinks = row.qualifier.has_step
    return tuple(
        End(
            row=at,
            side=statement.side,
            fixed=at_0[statement.side],
            moving=at_1[statement.side].plus(at_0[statement.side], Fraction(-1)).times(1 / ratio(row)),
            shrinks=shrinks,
        )
        for statement in system.statements(row)
    )


def _exactly(system: System, row: Observation, value: Decimal) -> dict[Side, Form]:
    exact = replace(row, value=value, qualifier=Qualifier.EXACT)
    return {statement.side: statement.form for statement in system.statements(exact)}
