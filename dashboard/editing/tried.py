"""Files that somebody tries out: which of them are data files of ours, whatever they are called."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Final

from dashboard.reading.columns import OBSERVATIONS, SOURCES

_MARKS: Final = {OBSERVATIONS.file: {b"flow", b"period", b"value"}, SOURCES.file: {b"id", b"publisher"}}
"""Columns by which a file is known, whatever it is called."""

_FIRST_LINES: Final = re.compile(rb"[\r\n]+")


def named(tables: Iterable[bytes]) -> Mapping[str, bytes]:
    """Return the tables that have the columns of a data file, by its name; the first one of each."""
    ours: dict[str, bytes] = {}
    for table in tables:
        name = next((name for name, columns in _MARKS.items() if columns <= _columns(table)), "")
        if name:
            ours.setdefault(name, table)
    return ours


def _columns(table: bytes) -> set[bytes]:
    """Return what the first lines hold, in small letters; the names are ASCII in every encoding that is read."""
    lines = _FIRST_LINES.split(table[:4_000].replace(b"\0", b""))[:3]
    return {cell for line in lines for cell in re.findall(rb"[a-z_]+", line.lower())}
