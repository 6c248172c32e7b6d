"""A workbook of somebody else -> its sheets as CSV, each number with the digits that the sheet shows.

A cell that shows 17.0 holds 17: the zero lives in the number format, and is written out here. The decision taken here:
a number that holds more digits than it shows keeps them all, since which of the two was meant cannot be known.
"""

from __future__ import annotations

import csv
import io
import re
import zlib
from datetime import date, datetime
from decimal import Decimal
from typing import Final
from zipfile import BadZipFile, ZipFile

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.workbook import Workbook

from dashboard.values.errors import QuestionError
from dashboard.values.message import Message

CELLS: Final = 300_000
"""Cells of a workbook, empty ones between others counted: more are not typed by hand, or one stands far away."""

LARGEST: Final = 100_000_000
"""Bytes that a workbook may unpack to: some hundred times the largest that a person keeps by hand."""

_BROKEN: Final = (
    ArithmeticError,
    AttributeError,
    BadZipFile,
    EOFError,
    InvalidFileException,
    LookupError,
    OSError,
    RuntimeError,
    SyntaxError,
    TypeError,
    ValueError,
    zlib.error,
)
"""What is raised by a file that is no workbook, a torn one, an encrypted one, or one whose XML is broken."""

_TOO_LARGE: Final = "the workbook unpacks to more than {0} bytes; save the one sheet alone"
_FAR_AWAY: Final = "the workbook has more than {0} cells; delete what stands far away"
_DECIMALS = re.compile(r"0\.(0+)")


def sheets(data: bytes, largest: int = LARGEST, cells: int = CELLS) -> tuple[bytes, ...]:
    """Return every sheet of a workbook that has cells, as CSV in UTF-8; no more is unpacked than may be.

    Raises:
        QuestionError: It is no workbook, or unpacks to more than `largest` bytes, or has more than `cells`.
    """
    try:
        with ZipFile(io.BytesIO(data)) as packed:
            if sum(part.file_size for part in packed.infolist()) > largest:
                raise QuestionError(Message(_TOO_LARGE, largest))
        book = load_workbook(io.BytesIO(data), data_only=True, read_only=True)
        return _tables(book, cells)
    except _BROKEN as error:
        raise QuestionError(Message("the file is no workbook that can be opened; save it as .xlsx")) from error


def _tables(book: Workbook, most: int) -> tuple[bytes, ...]:
    """Return the sheets that have cells as CSV; what a sheet claims of its own size is not believed."""
    tables: list[list[list[str]]] = []
    seen = 0
    for sheet in book.worksheets:
        sheet.reset_dimensions()
        tables.append([])
        for row in sheet.iter_rows():
            seen += max(1, len(row))
            if seen > most:
                raise QuestionError(Message(_FAR_AWAY, most))
            tables[-1].append([_text(cell.value, cell.number_format) for cell in row])
    return tuple(_csv(rows) for rows in tables if any(any(row) for row in rows))


def _csv(rows: list[list[str]]) -> bytes:
    """Return rows from the first with text to the last, as wide as that: a sheet ends each where nothing follows."""
    filled = [at for at, row in enumerate(rows) if any(row)]
    kept = rows[filled[0] : filled[-1] + 1]
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows(row + [""] * (len(kept[0]) - len(row)) for row in kept)
    return out.getvalue().encode()


def _text(value: object, number_format: str) -> str:
    """Return what a cell shows, as far as its number format says so."""
    if isinstance(value, bool) or value is None:
        return "" if value is None else str(value).upper()
    if isinstance(value, int | float):
        return _number(Decimal(repr(value)), number_format.partition(";")[0])
    if isinstance(value, datetime | date):
        return _date(value, number_format.lower())
    return str(value)


def _number(value: Decimal, number_format: str) -> str:
    is_percent = "%" in number_format
    shown = value * 100 if is_percent else value
    plain = format(shown.normalize() if shown == shown.to_integral_value() else shown, "f")
    places = len(match[1]) if (match := _DECIMALS.search(number_format)) else 0
    fits = round(shown, places) == shown
    return (format(round(shown, places), "f") if fits and places else plain) + ("%" if is_percent else "")


def _date(value: date, number_format: str) -> str:
    """Return a month where the format shows no day, the whole date otherwise."""
    has_day = "d" in number_format or "y" not in number_format
    return value.strftime("%Y-%m-%d" if has_day else "%Y-%m")
