"""What a contradiction comes down to: one row against all that the others allow, and the choices of what to doubt.

A conflict is symmetric: none of its rows is worse than the others. To be read it needs an order. The decision taken
here: a hedged number speaks last, then a balance, then the growth of turnover, then turnover, because those are what
readers work out from the rest; the others of the conflict can be true together and so have exact bounds.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import prod

from dashboard.bounds.conflict import Conflict
from dashboard.bounds.model import Bounds, Model
from dashboard.bounds.quantity import Quantity
from dashboard.judging.judgement import Judgement
from dashboard.values.errors import SolverError
from dashboard.values.interval import Interval
from dashboard.values.measure import Flow, Measure
from dashboard.values.observation import Observation


@dataclass(frozen=True, slots=True)
class Dispute:
    """One row of a conflict against its other rows.

    Attributes:
        row: The row that speaks last.
        said: What it stands for in its widest reading, in bn, % or times.
        allowed: What the other rows of the conflict allow for the same quantity, with proofs.
    """

    row: Observation
    said: Interval
    allowed: Bounds


def dispute(judgement: Judgement, conflict: Conflict) -> Dispute | None:
    """Return a conflict as one row against the others, or None where no single row is proved to stand apart."""
    involved = [row for row in judgement.rows if row.line in conflict.lines]
    for row in sorted(involved, key=_speaks_last, reverse=True):
        quantity = Quantity.of_row(row)
        others = (other for other in involved if other is not row)
        try:
            allowed = Model.of(others, quantity.periods, judgement.beyond).bounds(quantity)
        except SolverError:
            continue
        said = row.widest if row.line in judgement.beyond else row.hard
        if said.meet(allowed.interval).is_empty:
            return Dispute(row, said, allowed)
    return None


def choices(corrections: Sequence[tuple[int, ...]]) -> tuple[tuple[int, ...], ...]:
    """Return corrections as independent choices: ((70, 72), (75, 77)) when one line of each must be left out.

    Empty when the corrections are no product of choices.
    """
    lines = sorted({line for correction in corrections for line in correction})
    together = {pair for correction in corrections for pair in _pairs(correction)}
    groups = {tuple(other for other in lines if (line, other) not in together) for line in lines}
    is_partition = sum(len(group) for group in groups) == len(lines)
    is_product = is_partition and prod(len(group) for group in groups) == len(set(corrections))
    return tuple(sorted(groups)) if is_product else ()


def _pairs(correction: tuple[int, ...]) -> set[tuple[int, int]]:
    return {(one, other) for one in correction for other in correction if one != other}


def _speaks_last(row: Observation) -> tuple[bool, bool, bool, bool, int]:
    turnover = row.flow is Flow.TURNOVER
    return (
        row.qualifier.is_soft,
        row.flow is Flow.BALANCE,
        turnover and row.measure is not Measure.LEVEL,
        turnover,
        row.line,
    )
