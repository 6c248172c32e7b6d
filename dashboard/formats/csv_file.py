"""A table as CSV that spreadsheets open well: UTF-8 with a mark, numbers with a point, no text that runs."""

from __future__ import annotations

import csv
from io import StringIO

from dashboard.formats.table import Cell, Number, Table
from dashboard.reading.formula import harmless
from dashboard.wording.numbers import rounded


def content(table: Table) -> bytes:
    """Return a table as the bytes of a CSV file; its columns are headed by their keys."""
    out = StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([column.key for column in table.columns])
    writer.writerows([_written(cell) for cell in row] for row in table.rows)
    return out.getvalue().encode("utf-8-sig")


def _written(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, Number):
        exact = (cell.value * 10**cell.decimals).denominator == 1
        return str(rounded(cell.value, cell.decimals)) if exact else repr(float(cell.value))
    text = str(cell)
    return harmless(text) if isinstance(cell, str) else text
