"""What a citation says in words, and the headings around it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from dashboard.languages.catalogue import Texts


@dataclass(frozen=True, slots=True)
class CitationText:
    """The texts of one language; [citation] of en.toml says what each is."""

    heading: str
    plain: str
    known: str
    data: str
    each: str
    report: str


TEXT: Final = Texts(CitationText, "citation")
