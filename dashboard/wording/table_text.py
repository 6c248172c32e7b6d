"""The titles of tables and of their columns, and the first sheet of a workbook, in three languages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from dashboard.languages.catalogue import Texts


@dataclass(frozen=True, slots=True)
class TableText:
    """The texts of one language; [table] of en.toml says what each is."""

    columns: Mapping[str, str]
    about: str
    observations: str
    metrics: str
    findings: str
    sources: str
    title: str
    reading: tuple[str, ...]
    counts: str
    reported: str
    derived: str


TEXT: Final = Texts(TableText, "table")
