"""A table of text cells as arrays of numbers: what the reader would read of each cell, read once for each spelling.

A cell that is not spelled as the files spell it makes its block one for the reader itself (`single.py`), so nothing is
read here in another way than there.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, TypeVar

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from dashboard.cell import country, product, scope, unit, word
from dashboard.dates import period
from dashboard.interval import Qualifier
from dashboard.observation import Flow, Measure, Unit
from dashboard.period import Period
from dashboard.reading import Reading
from dashboard.scale.simplex import Flags, Whole

KEY: Final = ("source", "reporter", "partner", "scope", "product")
"""The columns that tell blocks apart; the currency follows from the units."""
CELLS: Final = (*KEY, "flow", "period", "measure", "value", "unit", "step", "qualifier", "compared_with")

_NUMBER: Final = r"^-?[0-9]{1,15}(\.[0-9]{1,6})?$"
_FLOWS, _MEASURES, _QUALIFIERS = tuple(Flow), tuple(Measure), tuple(Qualifier)

E = TypeVar("E", bound=StrEnum)
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Cells:
    """The rows of a table, column by column; each array is (rows,).

    Attributes:
        block: Which block key a row has, numbered from 0.
        flow, measure, qualifier: Positions in the vocabularies.
        unit: Position in `units`.
        start, months, base_start, base_months: Periods; the base's months are 0 where a row has none.
        digits, decimals: The number as printed: digits / 10 ** decimals.
        step_digits, step_decimals: The rounding step, from the digits of the number where the cell is empty.
        plain: Whether all of that could be read as it stands and the reader would have nothing to say.
    """

    block: Whole
    flow: Whole
    measure: Whole
    qualifier: Whole
    unit: Whole
    units: tuple[Unit, ...]
    start: Whole
    months: Whole
    base_start: Whole
    base_months: Whole
    digits: Whole
    decimals: Whole
    step_digits: Whole
    step_decimals: Whole
    plain: Flags


def cells(table: pa.Table) -> Cells:
    """Return the cells of a table of text columns; columns that are missing are empty."""
    texts = {name: _text(table, name) for name in CELLS}
    plain = np.ones(len(table), dtype=np.bool_)
    for name, read in (("reporter", country), ("partner", country), ("scope", scope), ("product", product)):
        plain &= _read(texts[name], read)[1]
    plain &= pc.greater(pc.utf8_length(texts["source"]), 0).to_numpy(zero_copy_only=False)
    flow = _known(texts["flow"], Flow, plain)
    measure = _known(texts["measure"], Measure, plain)
    qualifier = _known(texts["qualifier"], Qualifier, plain)
    units, which = _units(texts["unit"], plain)
    start, months = _periods(texts["period"], plain, empty=False)
    given_start, given_months = _periods(texts["compared_with"], plain, empty=True)
    has_base = np.array([one.has_base for one in _MEASURES])[measure]
    plain &= has_base | (given_months == 0)
    base_months = np.where(has_base, np.where(given_months > 0, given_months, months), 0)
    base_start = np.where(has_base, np.where(given_months > 0, given_start, start - 12), start)
    digits, decimals = _numbers(texts["value"], plain)
    step_digits, step_decimals = _numbers(pc.if_else(pc.equal(texts["step"], ""), "1", texts["step"]), plain)
    no_step = pc.equal(texts["step"], "").to_numpy(zero_copy_only=False)
    plain &= step_digits > 0
    found = Cells(
        _blocks(texts), flow, measure, qualifier, which, units, start, months, base_start, base_months,
        digits, decimals, step_digits, np.where(no_step, decimals, step_decimals), plain,
    )  # fmt: skip
    plain &= _is_sensible(found)
    return found


def _text(table: pa.Table, name: str) -> pa.Array:
    if name not in table.column_names:
        return pa.array([""] * len(table), pa.string())
    column = table.column(name).cast(pa.string()).combine_chunks()
    return pc.utf8_trim_whitespace(pc.fill_null(column, ""))


def _read(texts: pa.Array, read: Callable[[str], Reading[T]]) -> tuple[list[Reading[T]], Flags, Whole]:
    """Return each spelling as read, whether each row is read without a remark, and which spelling it has."""
    encoded = texts.dictionary_encode()
    readings = [read(text) for text in encoded.dictionary.to_pylist()]
    which = encoded.indices.to_numpy(zero_copy_only=False).astype(np.int64)
    good = np.array([one.value is not None and not one.remark for one in readings], dtype=np.bool_)
    return readings, good[which] if len(good) else np.ones(0, dtype=np.bool_), which


def _known(texts: pa.Array, known: type[E], plain: Flags) -> Whole:
    readings, good, which = _read(texts, lambda text: word(text, known, "a word"))
    plain &= good
    order = list(known)
    return _each([0 if one.value is None else order.index(one.value) for one in readings], which)


def _units(texts: pa.Array, plain: Flags) -> tuple[tuple[Unit, ...], Whole]:
    readings, good, which = _read(texts, unit)
    plain &= good
    return tuple(one.value for one in readings if one.value is not None), _each(
        np.cumsum([one.value is not None for one in readings]) - 1, which
    )


def _periods(texts: pa.Array, plain: Flags, *, empty: bool) -> tuple[Whole, Whole]:
    nothing = Reading(Period(0, 0)) if empty else None
    readings, good, which = _read(texts, lambda text: period(text) if text or nothing is None else nothing)
    plain &= good
    found = [one.value or Period(0, 0) for one in readings]
    return _each([one.start for one in found], which), _each([one.months for one in found], which)


def _each(numbers: list[int] | Whole, which: Whole) -> Whole:
    return np.array(numbers, dtype=np.int64)[which] if len(which) else np.zeros(0, dtype=np.int64)


def _numbers(texts: pa.Array, plain: Flags) -> tuple[Whole, Whole]:
    """Return the digits of printed numbers and how many of them are decimals; 0 where one is not written plainly."""
    good = pc.match_substring_regex(texts, _NUMBER)
    plain &= good.to_numpy(zero_copy_only=False)
    texts = pc.if_else(good, texts, "0")
    point = pc.find_substring(texts, ".").to_numpy(zero_copy_only=False)
    length = pc.utf8_length(texts).to_numpy(zero_copy_only=False)
    digits = pc.replace_substring(texts, ".", "").cast(pa.int64()).to_numpy(zero_copy_only=False)
    return digits.astype(np.int64), np.where(point < 0, 0, length - point - 1).astype(np.int64)


def _blocks(texts: Mapping[str, pa.Array]) -> Whole:
    """Return a number for each different key."""
    number: Whole = np.zeros(len(texts["source"]), dtype=np.int64)
    for name in KEY:
        encoded = texts[name].dictionary_encode()
        which = encoded.indices.to_numpy(zero_copy_only=False).astype(np.int64)
        number = np.unique(number * (len(encoded.dictionary) + 1) + which, return_inverse=True)[1].astype(np.int64)
    return number


def _is_sensible(found: Cells) -> Flags:
    """Return which rows keep the reader's rules about values; what fits the unit is looked at once for each shape."""
    number = found.digits / 10.0**found.decimals
    measure = np.array(_MEASURES, dtype=object)[found.measure]
    amount = (measure == Measure.LEVEL) & (np.array(_FLOWS, dtype=object)[found.flow] != Flow.BALANCE)
    wrong = (amount | (measure == Measure.FACTOR) | (measure == Measure.SHARE)) & (number < 0)
    wrong |= (measure == Measure.GROWTH) & (number < -100)
    wrong |= (measure == Measure.SHARE) & (number > 100)
    soft = np.array([one.is_soft for one in _QUALIFIERS])[found.qualifier]
    sensible: Flags = ~wrong & ~soft
    return sensible
