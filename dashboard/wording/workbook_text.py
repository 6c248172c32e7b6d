"""What a workbook says on its first sheet and beside its formulas, in three languages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from dashboard.languages.catalogue import Texts


@dataclass(frozen=True, slots=True)
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


TEXT: Final = Texts(WorkbookText, "workbook")
