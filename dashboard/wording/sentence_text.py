"""The templates of sentences about findings, conflicts, corrections, metrics and rows, in three languages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from dashboard.bounds.verdict import Verdict
from dashboard.judging.findings import Rule
from dashboard.languages.catalogue import Texts


@dataclass(frozen=True, slots=True)
class SentenceText:
    """The templates of one language; [sentences] of en.toml says what each is."""

    rules: Mapping[Rule, str]
    endings: Mapping[Verdict, str]
    precise: str
    apart: str
    differ: str
    gap: str
    relative_gap: str
    allow: tuple[str, str]
    conflict: str
    hedged_conflict: str
    together: str
    stands_for: str
    reaches: str
    apart_by: str
    correction: str
    this_one: str
    one_of: str
    reported: str
    derived: str
    by_definition: str
    without: str
    row: str
    lone_row: str


TEXT: Final = Texts(SentenceText, "sentences")
