"""Names that parser and printer share: of languages and months, in the cases that a language has."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

from dashboard.languages.catalogue import Texts

Case = Literal["nominative", "genitive", "prepositional", "instrumental"]
"""How a word stands in a sentence: what, of what, in what, with what. English has one form for all."""


@dataclass(frozen=True, slots=True)
class LanguageText:
    """What a language is called and how it is written; [language] of en.toml says what each entry is."""

    name: str
    alphabet: str
    letters: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarText:
    """The names of months and of parts of a year; [calendar] of en.toml says what each entry is."""

    short_months: tuple[str, ...]
    day: str
    short_month: str
    short_quarter: str
    short_half: str
    year_words: tuple[str, ...]
    months: Mapping[Case, tuple[str, ...]]
    accepted: Mapping[str, tuple[str, ...]]
    year: Mapping[Case, str]
    month: Mapping[Case, str]
    quarter: Mapping[Case, str]
    half: Mapping[Case, str]
    years: Mapping[Case, str]
    ordinals: Mapping[Case, tuple[str, str]]


LANGUAGES: Final = Texts(LanguageText, "language")
CALENDAR: Final = Texts(CalendarText, "calendar")
