"""Where a solver holds each row: statements about one number are its ends, and the model is a third smaller so."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import inf
from typing import Final

SparseRow = tuple[tuple[int, float], ...]
LOW: Final = 0
HIGH: Final = 1


class Places:
    """Where each row is held: at one end of a column, or of a row of the model, which are numbered after the columns.

    A row of one column, times 1 or -1, is an end of that column, and two rows of which one is the negative of the other
    are the two ends of one row: the model is a third smaller so and twice as quick. A low end never lies above its high
    end, so rows that exclude each other stay apart and the solver sees it.

    Attributes:
        of_row: The index and the end (low or high) by row.
        ends: Both ends by index, and `free_ends` where no row is active.
        forms: The rows of the model.
    """

    def __init__(self, floor: Sequence[float], rows: Iterable[tuple[SparseRow, float]]) -> None:
        self._known: dict[SparseRow, int] = {}
        self.of_row: list[tuple[int, int]] = []
        self.free_ends: list[list[float]] = [list(floor), [inf] * len(floor)]
        self.ends = [list(ends) for ends in self.free_ends]
        self.forms: list[SparseRow] = []
        for terms, b in rows:
            self.of_row.append(self._column(terms, b) or self._other_end(terms, b) or self.apart(terms, b))

    def _column(self, terms: SparseRow, b: float) -> tuple[int, int] | None:
        if len(terms) != 1 or abs(terms[0][1]) != 1.0:
            return None
        column, sign = terms[0]
        return self._take(column, LOW if sign > 0 else HIGH, b * sign)

    def _other_end(self, terms: SparseRow, b: float) -> tuple[int, int] | None:
        at = self._known.get(tuple((k, -c) for k, c in terms))
        return None if at is None else self._take(at, HIGH, -b)

    def _take(self, at: int, side: int, end: float) -> tuple[int, int] | None:
        """Hold a row at an end that is still free, if it then binds and leaves room up to the other end."""
        free = self.free_ends[side][at]
        other = self.ends[1 - side][at]
        is_taken = self.ends[side][at] != free
        if is_taken or not (free < end <= other if side == LOW else other <= end < free):
            return None
        self.ends[side][at] = end
        return at, side

    def apart(self, terms: SparseRow, b: float) -> tuple[int, int]:
        """Hold a row at the low end of one more row of the model."""
        at = len(self.ends[LOW])
        self._known[terms] = at
        self.forms.append(terms)
        for side, end, free in ((LOW, b, -inf), (HIGH, inf, inf)):
            self.ends[side].append(end)
            self.free_ends[side].append(free)
        return at, LOW
