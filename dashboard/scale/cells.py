"""A table of text cells as arrays of numbers: what the reader would read of each cell, read once for each spelling.

A cell that is not spelled as the files spell it makes its block one for the reader itself (`single.py`), so nothing is
read here in another way than there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, TypeVar

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from dashboard.reading.cell import country, product, scope, unit, word
from dashboard.reading.dates import period
from dashboard.reading.remarks import Reading
from dashboard.scale.simplex import Flags, Whole
from dashboard.values.measure import STATED, Flow
from dashboard.values.observation import Unit
from dashboard.values.period import Period
from dashboard.values.qualifier import Qualifier

KEY: Final = ("source", "reporter", "partner", "scope", "product")
"""The columns that tell blocks apart; the currency follows from the units."""
CELLS: Final = (*KEY, "flow", "period", "measure", "value", "unit", "step", "qualifier", "compared_with")

TENS: Final = 10 ** np.arange(19, dtype=np.int64)
"""The powers of ten of 64 bits."""

_NAMES: Final = {"reporter": country, "partner": country, "scope": scope, "product": product}
"""How the names of a key are read; a source is what it says."""
_NUMBER: Final = r"^-?[0-9]{1,15}(\.[0-9]{1,6})?$"
_LONGEST: Final = 18
"""So many digits are surely a whole number of 64 bits."""
_QUALIFIERS: Final = tuple(Qualifier)
_LIMITS: Final = [[measure.limits(flow) for flow in Flow] for measure in STATED]

E = TypeVar("E", bound=StrEnum)
T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
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
    texts = {name: column(table, name) for name in CELLS}
    plain = np.ones(len(table), dtype=np.bool_)
    for name, read in _NAMES.items():
        _read(texts[name], read, plain)
    plain &= texts["source"].each(pc.greater(pc.utf8_length(texts["source"].spellings), 0))
    measure = _known(texts["measure"], STATED, plain)
    units, unit_of_row = _units(texts["unit"], plain)
    start, months = _periods(texts["period"], plain, empty=False)
    base_start, base_months = _bases(texts["compared_with"], measure, start, months, plain)
    digits, decimals = _numbers(texts["value"], plain)
    step_digits, step_decimals = _steps(texts["step"], decimals, plain)
    made = Cells(
        block=_blocks(table), flow=_known(texts["flow"], Flow, plain), measure=measure,
        qualifier=_known(texts["qualifier"], Qualifier, plain), unit=unit_of_row, units=units,
        start=start, months=months, base_start=base_start, base_months=base_months,
        digits=digits, decimals=decimals, step_digits=step_digits, step_decimals=step_decimals, plain=plain,
    )  # fmt: skip
    plain &= _is_sensible(made)
    return made


@dataclass(frozen=True, slots=True)
class TextColumn:
    """A column of texts: every spelling once, and which of them each row has."""

    spellings: pa.Array
    which: Whole

    def each(self, by_spelling: pa.Array | np.ndarray) -> np.ndarray:
        """Return for each row what holds for its spelling."""
        numbers = by_spelling if isinstance(by_spelling, np.ndarray) else by_spelling.to_numpy(zero_copy_only=False)
        if len(numbers) == 1:
            return np.full(len(self.which), numbers[0])
        return numbers[self.which] if len(self.which) else np.zeros(0, dtype=numbers.dtype)


def column(table: pa.Table, name: str) -> TextColumn:
    """Return a column of a table with blanks at both ends of its cells left out; an empty one where it is missing."""
    if name not in table.column_names:
        return TextColumn(pa.array([""]), np.zeros(len(table), dtype=np.int64))
    given = encoded(table.column(name))
    trimmed = pc.utf8_trim_whitespace(pc.fill_null(given.dictionary, "")).dictionary_encode()
    if len(trimmed.dictionary) == 1:
        return TextColumn(trimmed.dictionary, np.zeros(len(table), dtype=np.int64))
    same = trimmed.indices.to_numpy(zero_copy_only=False).astype(np.int64)
    which = given.indices.to_numpy(zero_copy_only=False)
    return TextColumn(trimmed.dictionary, same[which] if len(which) else np.zeros(0, dtype=np.int64))


def keys(table: pa.Table) -> tuple[TextColumn, ...]:
    """Return the columns that tell blocks apart, each name in one spelling: no scope is goods, "rus" is RUS."""
    return tuple(_named(column(table, name), _NAMES.get(name)) for name in KEY)


def _named(texts: TextColumn, read: Callable[[str], Reading[str]] | None) -> TextColumn:
    if read is None:
        return texts
    names = pa.array([read(text).value or text for text in texts.spellings.to_pylist()], pa.string())
    same = names.dictionary_encode()
    return TextColumn(same.dictionary, texts.each(same.indices.to_numpy().astype(np.int64)))


def encoded(texts: pa.ChunkedArray) -> pa.DictionaryArray:
    """Return a column with every spelling once; a missing cell is an empty one, a number is spelled out."""
    if not pa.types.is_dictionary(texts.type) or texts.null_count:
        texts = pc.fill_null(texts.cast(pa.string()), "").dictionary_encode()
    whole = texts.unify_dictionaries().combine_chunks()
    chunks = whole.chunks if isinstance(whole, pa.ChunkedArray) else [whole]
    return chunks[0] if chunks else pa.array([], pa.string()).dictionary_encode()


def _read(texts: TextColumn, read: Callable[[str], Reading[T]], plain: Flags) -> list[T | None]:
    """Return each spelling as read; a row whose spelling is read with a remark, or not, is no longer plain."""
    readings = [read(text) for text in texts.spellings.to_pylist()]
    plain &= texts.each(
        np.array([reading.value is not None and not reading.remark for reading in readings], dtype=np.bool_)
    )
    return [reading.value for reading in readings]


def _known(texts: TextColumn, known: Iterable[E], plain: Flags) -> Whole:
    order = list(known)
    read = _read(texts, lambda text: word(text, known, "a word"), plain)
    return texts.each(_whole([0 if member is None else order.index(member) for member in read]))


def _units(texts: TextColumn, plain: Flags) -> tuple[tuple[Unit, ...], Whole]:
    read = _read(texts, unit, plain)
    place = np.maximum(np.cumsum([known is not None for known in read], dtype=np.int64) - 1, 0)
    return tuple(known for known in read if known is not None), texts.each(place)


def _periods(texts: TextColumn, plain: Flags, *, empty: bool) -> tuple[Whole, Whole]:
    nothing = Reading(Period(0, 0)) if empty else None
    read = _read(texts, lambda text: period(text) if text or nothing is None else nothing, plain)
    periods = [known or Period(0, 0) for known in read]
    starts, months = ([getattr(known, name) for known in periods] for name in ("start", "months"))
    return texts.each(_whole(starts)), texts.each(_whole(months))


def _bases(texts: TextColumn, measure: Whole, start: Whole, months: Whole, plain: Flags) -> tuple[Whole, Whole]:
    """Return the base periods as starts and months: those that are given, else a year earlier; no months for none."""
    given_start, given_months = _periods(texts, plain, empty=True)
    has_base = np.array([known.has_base for known in STATED])[measure]
    plain &= has_base | (given_months == 0)
    base_months = np.where(has_base, np.where(given_months > 0, given_months, months), 0)
    return np.where(has_base, np.where(given_months > 0, given_start, start - 12), start), base_months


def _whole(numbers: list[int]) -> Whole:
    return np.array(numbers, dtype=np.int64)


def _numbers(texts: TextColumn, plain: Flags) -> tuple[Whole, Whole]:
    """Return the digits of printed numbers and how many of them are decimals; 0 where one is not written plainly."""
    short = pc.less_equal(pc.utf8_length(texts.spellings), _LONGEST)
    good = pc.and_(short, pc.match_substring_regex(texts.spellings, _NUMBER))
    plain &= texts.each(good)
    spellings = pc.if_else(good, texts.spellings, "0")
    point = pc.find_substring(spellings, ".").to_numpy(zero_copy_only=False)
    length = pc.utf8_length(spellings).to_numpy(zero_copy_only=False)
    digits = pc.replace_substring(spellings, ".", "").cast(pa.int64())
    return texts.each(digits), texts.each(np.where(point < 0, 0, length - point - 1).astype(np.int64))


def _steps(texts: TextColumn, decimals: Whole, plain: Flags) -> tuple[Whole, Whole]:
    """Return the rounding steps in the same way; one of the last decimal that is printed where none is given."""
    none = pc.equal(texts.spellings, "")
    step, step_decimals = _numbers(TextColumn(pc.if_else(none, "1", texts.spellings), texts.which), plain)
    plain &= step > 0
    return step, np.where(texts.each(none), decimals, step_decimals)


def _blocks(table: pa.Table) -> Whole:
    """Return a number for each different key."""
    number: Whole = np.zeros(len(table), dtype=np.int64)
    for key in keys(table):
        if len(key.spellings) > 1:
            mixed = pa.array(number * len(key.spellings) + key.which).dictionary_encode()
            number = mixed.indices.to_numpy(zero_copy_only=False).astype(np.int64)
    return number


def _is_sensible(cells: Cells) -> Flags:
    """Return which rows keep the reader's rules about values; what fits the unit is looked at once for each shape."""
    number = cells.digits / TENS[cells.decimals]
    least = np.array([[-np.inf if limit.low is None else float(limit.low) for limit in of_flow] for of_flow in _LIMITS])
    most = np.array([[np.inf if limit.high is None else float(limit.high) for limit in of_flow] for of_flow in _LIMITS])
    which = cells.measure, cells.flow
    soft = np.array([known.is_soft for known in _QUALIFIERS])[cells.qualifier]
    sensible: Flags = (least[which] <= number) & (number <= most[which]) & ~soft
    return sensible
