"""A workbook of somebody else -> its sheets as CSV, each number with the digits that the sheet shows.

A cell that shows 17.0 holds 17: the zero lives in the number format, and is written out here. The decision taken here:
a number that holds more digits than it shows keeps them all, since which of the two was meant cannot be known.
"""

from __future__ import annotations

import csv
import io
import re
from datetime import date, datetime
from decimal import Decimal
from typing import Final
from zipfile import BadZipFile, ZipFile

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from dashboard.errors import QuestionError

LARGEST: Final = 100_000_000
"""Bytes that a workbook may unpack to: some hundred times the largest that a person keeps by hand."""

_DECIMALS = re.compile(r"0\.(0+)")


def sheets(data: bytes) -> tuple[bytes, ...]:
    """Return every sheet of a workbook that has cells, as CSV in UTF-8.

    Raises:
        QuestionError: It is no workbook, or unpacks to more than `LARGEST`.
    """
    try:
        with ZipFile(io.BytesIO(data)) as packed:
            if sum(part.file_size for part in packed.infolist()) > LARGEST:
                raise QuestionError(f"the workbook unpacks to more than {LARGEST} bytes")
        book = load_workbook(io.BytesIO(data), data_only=True)
    except (BadZipFile, InvalidFileException, KeyError, ValueError, TypeError, OSError) as error:
        raise QuestionError("the file is no workbook that can be opened; save it as .xlsx") from error
    each = (
        [[_text(cell.value, cell.number_format) for cell in row] for row in one.iter_rows()] for one in book.worksheets
    )
    return tuple(_csv(rows) for rows in each if any(any(row) for row in rows))


def _csv(rows: list[list[str]]) -> bytes:
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows(row for row in rows if any(row))
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
