"""What tables, workbooks, packed data sets and citations say; en.toml says what each entry is for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from dashboard.languages.catalogue import Texts


@dataclass(frozen=True, slots=True, kw_only=True)
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


TABLES: Final = Texts(TableText, "table")


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkbookText:
    """The texts of one language; [workbook] of en.toml says what each is."""

    creator: str
    printed: str
    explained: tuple[str, ...]
    figures: str
    minus: str
    plus: str
    levels: str
    growth: str
    balance: str


BOOK: Final = Texts(WorkbookText, "workbook")


@dataclass(frozen=True, slots=True, kw_only=True)
class PackageText:
    """The texts of one language; [package] of en.toml says what each is."""

    cite: str
    reading: str
    files: str
    unchanged: str
    findings: str
    columns: str


PACKAGE: Final = Texts(PackageText, "package")


@dataclass(frozen=True, slots=True, kw_only=True)
class CitationText:
    """The texts of one language; [citation] of en.toml says what each is."""

    heading: str
    plain: str
    known: str
    data: str
    each: str
    report: str


CITATION: Final = Texts(CitationText, "citation")
