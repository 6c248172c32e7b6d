"""Linear programs answered exactly, and never not at all: small ones in whole numbers, large ones by a solver first.

    minimise  cost . x   subject to   A x >= b,   x >= 0

A solver in floats proposes what fractions then confirm (confirmed.py). Where it does not answer, or says what is not
confirmed, as with amounts that lie thirty powers of ten apart, the same is asked in whole numbers (tableau.py).

The one decision taken here: the solver is imported by name when a first large program is made. Reading it and numpy
takes longer than all answers about a few dozen rows, so that `check` would spend its time on what it does not use.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import suppress
from importlib import import_module
from typing import Final, Protocol

from dashboard.lp.tableau import Optimum, Row, Tableau, Terms
from dashboard.values.errors import SolverError

SMALL: Final = 120
"""Up to so many rows whole numbers are the quicker way."""


class _Program(Protocol):
    """What answers exactly, or says that it cannot."""

    def add(self, row: Row) -> None:
        """Add one more row, which binds."""

    def activate(self, rows: Iterable[int]) -> None:
        """Let only these rows bind."""

    def minimise(self, cost: Terms) -> Optimum:
        """Return the exact least value of a cost."""

    def minimise_ratio(self, above: Terms, below: Terms) -> Optimum | None:
        """Return the exact least value of above / below, or None."""


class ExactProgram:
    """One model that is asked many times: which rows bind changes, and the cost."""

    def __init__(self, columns: int, rows: Sequence[Row]) -> None:
        """Take `rows` as (coefficients, right-hand side) of A x >= b, all of them binding."""
        self._columns = columns
        self._rows = list(rows)
        self._active = frozenset(range(len(self._rows)))
        self._small: Tableau | None = None
        self._large: _Program | None = None
        if len(self._rows) > SMALL:
            with suppress(SolverError):
                self._large = import_module("dashboard.lp.confirmed").ConfirmedProgram(columns, self._rows)

    def add(self, row: Row) -> int:
        """Add one more row, which binds; return its index."""
        self._rows.append(row)
        self._active |= {len(self._rows) - 1}
        for program in (self._small, self._large):
            if program is not None:
                program.add(row)
        return len(self._rows) - 1

    def activate(self, rows: Iterable[int]) -> None:
        """Let only these rows bind."""
        self._active = frozenset(rows)
        for program in (self._small, self._large):
            if program is not None:
                program.activate(self._active)

    def minimise(self, cost: Terms) -> Optimum:
        """Return the exact least value of a cost.

        Raises:
            SolverError: Neither way comes to an answer.
        """
        if self._large is None:
            return self._in_whole_numbers.minimise(cost)
        try:
            return self._large.minimise(cost)
        except SolverError:
            return self._in_whole_numbers.minimise(cost)

    def minimise_ratio(self, above: Terms, below: Terms) -> Optimum | None:
        """Return the exact least value of above / below, where `below` is known to be more than 0.

        None where it is met nowhere, or no end is confirmed.

        Raises:
            SolverError: There is no answer in whole numbers.
        """
        if self._large is None:
            return self._in_whole_numbers.minimise_ratio(above, below)
        try:
            return self._large.minimise_ratio(above, below)
        except SolverError:
            return None

    @property
    def _in_whole_numbers(self) -> Tableau:
        if self._small is None:
            self._small = Tableau(self._columns, self._rows)
            self._small.activate(self._active)
        return self._small
