"""Names that parser and printer share: of languages and months, in the cases that a language has."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final, Literal

from dashboard.languages.catalogue import Texts
from dashboard.languages.language import Language

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


@cache
def month_names() -> tuple[tuple[str, ...], ...]:
    """Return what the twelve months are called in every language, in lower case; "январ*" is all that begins so."""
    calendars = [CALENDAR[language] for language in Language]
    return tuple(tuple(name.lower() for one in calendars for name in _names(one, month)) for month in range(12))


def _names(calendar: CalendarText, month: int) -> tuple[str, ...]:
    cases = tuple(names[month] for names in calendar.months.values())
    return (*cases, *calendar.accepted.get(calendar.months["nominative"][month], ()))
