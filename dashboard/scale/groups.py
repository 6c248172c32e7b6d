"""Rows sorted into blocks, and blocks into groups of one shape with their numbers beside each other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
import pyarrow as pa

from dashboard.scale.cells import TENS, Cells
from dashboard.scale.program import Printed
from dashboard.scale.simplex import Flags, Whole
from dashboard.values.measure import STATED, Flow
from dashboard.values.qualifier import Hedge, Qualifier

FEWEST: Final = 8
"""So many blocks of one shape, and arrays are quicker than one block after another."""
WIDEST: Final = 32
"""More rows than this, and a table of all statements in every block is not: long blocks go one after another."""
_LARGEST: Final = 2.0**60
_MIX: Final = np.uint64(0x9E3779B97F4A7C15)
_QUALIFIERS: Final = tuple(Qualifier)


@dataclass(frozen=True, slots=True)
class ShapeGroup:
    """Blocks of one shape.

    Attributes:
        rows: (blocks, rows of a block): positions in the table, in the order of the shape.
        printed: Their intervals.
    """

    rows: Whole
    printed: Printed


@dataclass(frozen=True, slots=True)
class Sorted:
    """All rows of a table.

    Attributes:
        groups: The blocks that can be computed together.
        others: The rows of every other block.
    """

    groups: tuple[ShapeGroup, ...]
    others: tuple[Whole, ...]


def sort(cells: Cells) -> Sorted:
    """Return the blocks of a table by their shape."""
    codes = _codes(cells)
    order = _order(cells.block, codes)
    block, codes = cells.block[order], codes[order]
    begins = np.flatnonzero(np.diff(block, prepend=-1))
    sizes = np.diff(np.append(begins, len(block)))
    plain = _is_plain(cells, order, codes, begins)
    signature = _signature(codes, begins, sizes)
    groups: list[ShapeGroup] = []
    alone = ~plain | (sizes > WIDEST)
    _, which, counts = np.unique(signature, return_inverse=True, return_counts=True)
    alone |= (counts < FEWEST)[which]
    for number in np.unique(which[~alone]).tolist():
        here = np.flatnonzero((which == number) & ~alone)
        size = int(sizes[here[0]])
        at = begins[here][:, None] + np.arange(size)[None, :]
        same = (sizes[here] == size) & (codes[np.minimum(at, len(codes) - 1)] == codes[at[0]]).all(axis=1)
        alone[here[~same]] = True
        rows = order[at[same]]
        printed, fits = _printed(cells, rows)
        alone[here[same][~fits]] = True
        groups.append(ShapeGroup(rows[fits], printed))
    ends = begins + sizes
    others = tuple(np.sort(order[begins[at] : ends[at]]) for at in np.flatnonzero(alone).tolist())
    return Sorted(tuple(group for group in groups if len(group.rows)), others)


def _order(block: Whole, codes: Whole) -> Whole:
    """Return the rows by block, those of a block by their codes."""
    kinds = pa.array(codes).dictionary_encode()
    place = np.argsort(np.argsort(kinds.dictionary.to_numpy()))
    order: Whole = np.argsort(block * len(place) + place[kinds.indices.to_numpy()], kind="stable")
    return order


def _codes(cells: Cells) -> Whole:
    """Return all that the shape knows of a row as one number; periods count from the first month of the block."""
    first = np.full(int(cells.block.max(initial=-1)) + 1, np.iinfo(np.int64).max)
    np.minimum.at(first, cells.block, np.minimum(cells.start, cells.base_start))
    first = first[cells.block]
    fields = (
        (cells.flow, len(Flow)), (cells.measure, len(STATED)), (cells.qualifier, len(_QUALIFIERS)), (cells.unit, 256),
        (cells.start - first, 2048), (cells.months, 1024), (cells.base_start - first, 2048), (cells.base_months, 1024),
    )  # fmt: skip
    code: Whole = np.zeros(len(cells.block), dtype=np.int64)
    for field, size in fields:
        cells.plain[(field < 0) | (field >= size)] = False
        code = code * size + np.clip(field, 0, size - 1)
    return code


def _is_plain(cells: Cells, order: Whole, codes: Whole, begins: Whole) -> Flags:
    """Return which blocks have nothing but plain rows, in one currency, none of them said twice."""
    currencies = sorted({unit.currency for unit in cells.units if unit.currency})
    known = np.array([currencies.index(unit.currency) if unit.currency else -1 for unit in cells.units], dtype=np.int64)
    currency = known[cells.unit[order]] if len(known) else np.zeros(len(order), dtype=np.int64)
    most = np.maximum.reduceat(currency, begins) if len(begins) else currency
    least = (
        np.minimum.reduceat(np.where(currency < 0, np.iinfo(np.int64).max, currency), begins) if len(begins) else most
    )
    plain: Flags = np.logical_and.reduceat(cells.plain[order], begins) if len(begins) else cells.plain
    again = np.flatnonzero((np.diff(codes) == 0) & (np.diff(cells.block[order]) == 0))
    plain[np.searchsorted(begins, again, side="right") - 1] = False
    single: Flags = most == least
    return plain & single


def _signature(codes: Whole, begins: Whole, sizes: Whole) -> np.ndarray:
    """Return a number that blocks of one shape share; others may by accident, which is looked at."""
    mixed = (codes.view(np.uint64) + np.uint64(1)) * _MIX
    mixed ^= mixed >> np.uint64(29)
    place = (np.arange(len(codes)) - np.repeat(begins, sizes)).astype(np.uint64)
    mixed *= (place * _MIX) | np.uint64(1)
    return np.add.reduceat(mixed, begins) if len(begins) else mixed


def _printed(cells: Cells, rows: Whole) -> tuple[Printed, Flags]:
    """Return the intervals of blocks of one shape, and which of them are small enough for whole numbers of 64 bits."""
    decimals, step_decimals = cells.decimals[rows], cells.step_decimals[rows]
    most = np.maximum(decimals, step_decimals).max(axis=0)
    longer, step_longer = TENS[most - decimals], TENS[most - step_decimals]
    digits, step_digits = cells.digits[rows], cells.step_digits[rows]
    fits = (
        (np.abs(digits) * longer.astype(np.float64) + step_digits * step_longer.astype(np.float64)) * 4 < _LARGEST
    ).all(axis=1)
    rows = rows[fits]
    value, step = (digits * longer * 2)[fits], (step_digits * step_longer)[fits]
    low, high = np.empty_like(value), np.empty_like(value)
    for at in range(value.shape[1]):
        qualifier = _QUALIFIERS[cells.qualifier[rows[0, at]]] if len(rows) else Qualifier.EXACT
        low[:, at], high[:, at] = _ends(qualifier.hedge, value[:, at], step[:, at])
    return Printed(low, high, tuple((2 * 10**most).tolist())), fits


def _ends(hedge: Hedge, doubled: Whole, step: Whole) -> tuple[Whole, Whole]:
    """Return twice the ends of what binds, of numbers that are given twice; the number itself for an open end."""
    low, high = (int(2 * (end or 0)) * step for end in (hedge.binds.low, hedge.binds.high))
    if hedge.is_from_zero:
        above, below = doubled > 0, doubled < 0
        return np.where(above, doubled + low, doubled - high), np.where(below, doubled - low, doubled + high)
    return doubled + low, doubled + high
