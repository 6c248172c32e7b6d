"""Many systems of linear equations with the same zeros, solved together in whole numbers.

Elimination without fractions (Bareiss 1968, "Sylvester's identity and multistep integer-preserving Gaussian
elimination"), carried on to a diagonal matrix. An entry is one integer that all systems share or an array with one for
each; the shared ones, most of them 0 or 1, cost nothing.
"""

from __future__ import annotations

import numpy as np

Entry = int | np.ndarray
"""A whole number that all systems share, or an array of Python's own integers with one for each system."""


def solve(matrix: list[list[Entry]], right: list[Entry]) -> tuple[list[Entry], Entry] | None:
    """Return numerators and one divisor above 0 of the unknowns for which `matrix` times the unknowns is `right`.

    None where some system has no single solution, or needs another order of elimination than the others.
    """
    size = len(matrix)
    table = [[*row, b] for row, b in zip(matrix, right, strict=True)]
    before: Entry = 1
    for column in range(size):
        pivot = next((row for row in range(column, size) if _is_never_zero(table[row][column])), None)
        if pivot is None:
            return None
        table[column], table[pivot] = table[pivot], table[column]
        _clear(table, column, before)
        before = table[column][column]
    sign = _sign(before)
    return [product(sign, row[size]) for row in table], product(sign, before)


def product(a: Entry, b: Entry) -> Entry:
    """Return a times b; a shared 0 stays shared."""
    return 0 if _is_shared(a, 0) or _is_shared(b, 0) else a * b


def total(numbers: list[Entry]) -> Entry:
    """Return the sum of some entries."""
    found: Entry = 0
    for number in numbers:
        found = number if _is_shared(found, 0) else found if _is_shared(number, 0) else found + number
    return found


def _clear(table: list[list[Entry]], column: int, before: Entry) -> None:
    """Make every other row's entry in a column 0, and every other entry on the diagonal equal to the pivot."""
    pivot = table[column]
    for row, entries in enumerate(table):
        if row == column:
            continue
        times = entries[column]
        for at in range(len(entries)):
            new = total([product(pivot[column], entries[at]), product(-1, product(times, pivot[at]))])
            if at != column:
                entries[at] = new if _is_shared(new, 0) or _is_shared(before, 1) else new // before
        entries[column] = 0


def _is_shared(entry: Entry, number: int) -> bool:
    return isinstance(entry, int) and entry == number


def _is_never_zero(entry: Entry) -> bool:
    return entry != 0 if isinstance(entry, int) else bool(np.all(entry != 0))


def _sign(entry: Entry) -> Entry:
    if isinstance(entry, int):
        return 1 if entry > 0 else -1
    signs: np.ndarray = np.where(entry > 0, 1, -1).astype(object)
    return signs
