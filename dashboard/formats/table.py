"""What a table is made of: its columns, each of them one record, and cells that know their decimals.

A number carries the decimals that it bears, so that a workbook shows 7.0 as 7.0 and a derived 6.1121 as 6.1 while the
cell still holds the whole number.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import Generic, TypeVar

from dashboard.languages.language import Language
from dashboard.values.interval import Interval
from dashboard.wording.file_text import TABLES
from dashboard.wording.numbers import decimals_for

R = TypeVar("R")


class CellKind(StrEnum):
    """What the cells of a column hold."""

    TEXT = "text"
    LONG = "long text"
    INTEGER = "integer"
    NUMBER = "number"
    LINK = "link"


@dataclass(frozen=True, slots=True)
class Number:
    """An exact number and the decimals it bears."""

    value: Fraction
    decimals: int


Cell = str | int | Number | None


@dataclass(frozen=True, slots=True)
class Field(Generic[R]):
    """A column as it is described; its title in each language stands under its key.

    Attributes:
        key: By which programs know it, as in the head of a CSV file.
        cell: What its cell is in the row of a record; None where there is nothing to say.
    """

    key: str
    kind: CellKind
    cell: Callable[[R], Cell]


@dataclass(frozen=True, slots=True)
class TableColumn:
    """A column of a table, with its title in the table's language."""

    key: str
    title: str
    kind: CellKind


@dataclass(frozen=True, slots=True)
class Table:
    """A table.

    Attributes:
        name: The key by which programs know it, "observations".
        rows: Cells in the order of the columns.
    """

    name: str
    title: str
    columns: tuple[TableColumn, ...]
    rows: tuple[tuple[Cell, ...], ...]


def table(name: str, fields: Sequence[Field[R]], rows: Iterable[R], language: Language) -> Table:
    """Return a table with a row for each record; a column that has no title is headed by its key."""
    text = TABLES[language]
    columns = tuple(TableColumn(field.key, text.columns.get(field.key, field.key), field.kind) for field in fields)
    return Table(name, getattr(text, name), columns, tuple(tuple(field.cell(row) for field in fields) for row in rows))


def records(of: Table) -> list[dict[str, str | int | float | None]]:
    """Return the rows of a table by the keys of its columns, with numbers as floats."""
    keys = [column.key for column in of.columns]
    cells = ([float(cell.value) if isinstance(cell, Number) else cell for cell in row] for row in of.rows)
    return [dict(zip(keys, row, strict=True)) for row in cells]


def text(key: str, cell: Callable[[R], object]) -> Field[R]:
    """Return a column of short texts; None is an empty one."""

    def written(row: R) -> str:
        value = cell(row)
        return "" if value is None else str(value)

    return Field(key, CellKind.TEXT, written)


def listed(key: str, cell: Callable[[R], Iterable[object]]) -> Field[R]:
    """Return a column of short texts that list something: "45, 41, 43"."""
    return text(key, lambda row: ", ".join(map(str, cell(row))))


def ends(interval: Callable[[R], Interval | None], before: str = "") -> tuple[Field[R], Field[R]]:
    """Return the columns of the low and the high end of an interval; both keys begin with `before`."""

    def low(row: R) -> Number | None:
        of = interval(row)
        return None if of is None or of.low is None else Number(of.low, decimals_for(of))

    def high(row: R) -> Number | None:
        of = interval(row)
        return None if of is None or of.high is None else Number(of.high, decimals_for(of))

    return Field(f"{before}low", CellKind.NUMBER, low), Field(f"{before}high", CellKind.NUMBER, high)
