"""Where a line must not end: between a number and its unit, inside a unit, a range or a date.

A line may end at a space and behind a dash. A space becomes one that does not break; behind a dash stands a sign that
joins what is beside it and has no width.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import Final

from dashboard.languages.language import Language
from dashboard.languages.names import CALENDAR
from dashboard.wording import numbers, periods, terms

KEPT: Final = 4096
"""Sentences that are remembered: what a few pages say, some hundred bytes each."""

_NBSP: Final = "\N{NO-BREAK SPACE}"
_JOINER: Final = "\N{WORD JOINER}"

_DASH: Final = re.compile(r"(?<=\d)–(?=[\d−])|(?<=\btrade)-(?=dashboard\b)")
"""A range of numbers, and the one name with a hyphen that is no word."""

_SIGNS: Final = r"(?<=[≥≤≈±+−×]) (?=\d)|(?<=\d) (?=±)"


@lru_cache(KEPT)
def unbroken(sentence: str, language: Language) -> str:
    """Return a sentence in which no line ends between a number and its unit, or inside a unit, a range or a date."""
    joined = _DASH.sub(rf"\g<0>{_JOINER}", sentence)
    if " " not in joined:
        return joined
    joined = _counted().sub(rf"\1{_NBSP}\2{_NBSP}\3", joined)
    return _spaces(language).sub(_NBSP, joined)


@cache
def _counted() -> re.Pattern[str]:
    """Return how many of how many, in whichever language: "6 of 8"."""
    of = _any(numbers.TEXT[language].of for language in Language)
    return re.compile(rf"(?<![\d.,])(\d{{1,3}}) ({of}) (\d{{1,3}})(?![\d%.,]*\d|\s?%)")


@cache
def _spaces(language: Language) -> re.Pattern[str]:
    """Return the spaces of a language at which no line ends."""
    words = terms.TEXT[language]
    year = _any(word for each in Language for word in CALENDAR[each].year_words)
    magnitudes, currencies = _any(words.magnitudes.values()), tuple(words.currencies.values())
    counted = _any((*words.magnitudes.values(), *words.units.values(), *words.times.values()))
    inside = tuple(_inside((*currencies, *words.units.values())))
    parts = (
        rf"(?<=\d) (?=(?:%|(?:{year}|{counted}|{_any(_months(language))})(?!\w)))",
        rf"(?<=\b[A-Z]{{3}}) (?=[\d\N{{MINUS SIGN}}]|(?:{magnitudes})(?!\w))",
        *((rf" (?=(?:{_any(currencies)})(?!\w))",) if currencies else ()),
        *inside,
        _SIGNS,
    )
    return re.compile("|".join(parts))


def _inside(names: Iterable[str]) -> Iterator[str]:
    for name in names:
        for at in (at for at, sign in enumerate(name) if sign == " "):
            yield rf"(?<={re.escape(name[:at])}) (?={re.escape(name[at + 1 :])})"


def _months(language: Language) -> tuple[str, ...]:
    """Return the months as they stand behind a day."""
    return periods.months(language, "genitive")


def _any(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
