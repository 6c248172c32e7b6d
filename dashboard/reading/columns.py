"""The columns of the four data files, each one record: its name, how a cell is read, what it can hold.

Reader, writer, forms and the description of the files take them from here. Any other column is kept as it is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

from dashboard.reading.cell import SCOPES, TOTAL, country, product, scope, unit, word
from dashboard.reading.dates import day, moment, period
from dashboard.reading.number import number, value
from dashboard.reading.remarks import Reading, Remarks
from dashboard.reading.sheet import Form, Row
from dashboard.values.measure import STATED, Flow
from dashboard.values.message import Message
from dashboard.values.qualifier import Qualifier

Reader = Callable[[str], Reading[Any]]
"""How the text of a cell is read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column of a file of ours.

    Attributes:
        name: As it stands in the header, and as the field of the row's record is called.
        is_required: Whether every row has it.
        empty: What an empty cell says where the column is not required.
        choices: The words that a cell can hold; empty where it holds others.
    """

    name: str
    read: Reader = Reading
    is_required: bool = False
    empty: Any = ""
    choices: tuple[str, ...] = ()

    def of(self, row: Row, remarks: Remarks, read: Reader | None = None) -> Any:  # noqa: ANN401  # what the column holds
        """Return what its cell in a row says, None where that cannot be read; `read` reads it instead of its own."""
        text = row.text(self.name)
        if not text and not self.is_required:
            return self.empty
        if self.name not in row.cells:
            return None
        return remarks.take((read or self.read)(text), row.line, self.name, text)


@dataclass(frozen=True, slots=True)
class OwnForm(Form):
    """The columns of a file of ours, in the order in which they are written."""

    described: tuple[Column, ...] = ()


def _form(file: str, *described: Column) -> OwnForm:
    required = tuple(column.name for column in described if column.is_required)
    optional = tuple(column.name for column in described if not column.is_required)
    return OwnForm(file, required, optional, described)


def _must(name: str, read: Reader) -> Column:
    return Column(name=name, read=read, is_required=True)


def _one_of(name: str, known: Iterable[StrEnum], *, empty: StrEnum | None = None) -> Column:
    members = tuple(known)
    return Column(
        name=name,
        read=lambda text: word(text, members, f"a {name}"),
        is_required=empty is None,
        empty=empty,
        choices=tuple(map(str, members)),
    )


def _filled(text: str) -> Reading[str]:
    return Reading(text) if text else Reading(None, Message("the cell is empty; every row needs one"))


def _source(text: str) -> Reading[str]:
    return Reading(text) if text else Reading(None, Message("the cell is empty; write the id of a row in sources.csv"))


_QUALIFIER: Final = _one_of("qualifier", Qualifier, empty=Qualifier.ROUNDED)

OBSERVATIONS: Final = _form(
    "observations.csv",
    _must("source", _source),
    _must("reporter", country),
    _must("partner", country),
    _one_of("flow", Flow),
    _must("period", period),
    _one_of("measure", STATED),
    _must("value", value),
    _must("unit", unit),
    Column(name="step", read=number, empty=None),
    _QUALIFIER,
    Column(name="compared_with", read=period, empty=None),
    Column(name="scope", read=scope, empty=SCOPES[0], choices=SCOPES),
    Column(name="product", read=product, empty=TOTAL),
    Column(name="wording"),
    Column(name="note"),
)

SOURCES: Final = _form(
    "sources.csv",
    _must("id", _filled),
    _must("publisher", _filled),
    _must("title", _filled),
    Column(name="published", read=day, empty=None),
    Column(name="address"),
    Column(name="language"),
    Column(name="retrieved", read=day, empty=None),
    Column(name="note"),
)

EVENTS: Final = _form(
    "events.csv",
    _must("date", lambda text: moment(text) if text else _filled(text)),
    _must("title", _filled),
    Column(name="place"),
    Column(name="source"),
)

CONTEXT: Final = _form(
    "context.csv",
    _must("subject", _filled),
    _must("value", _filled),
    Column(name="period", read=moment, empty=None),
    Column(name="unit"),
    _QUALIFIER,
    Column(name="source"),
)

FORMS: Final = (OBSERVATIONS, SOURCES, EVENTS, CONTEXT)
