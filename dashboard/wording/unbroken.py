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
from dashboard.wording import periods, terms

KEPT: Final = 4096
"""Sentences that are remembered: what a few pages say, some hundred bytes each."""

_NBSP: Final = "\N{NO-BREAK SPACE}"
_JOINER: Final = "\N{WORD JOINER}"

_DASH: Final = re.compile(r"(?<=\d)–(?=[\d−])|(?<=\btrade)-(?=dashboard\b)")
"""A range of numbers, and the one name with a hyphen that is no word."""

_COUNTED: Final = re.compile(r"(?<![\d.,])(\d{1,3}) (of|из|з) (\d{1,3})(?![\d%.,]*\d|\s?%)")
"""How many of how many: "6 of 8"."""

_YEAR: Final = r"г[оа]д\w{0,3}(?!\w)|г\."
_SIGNS: Final = r"(?<=[≥≤≈±+−×]) (?=\d)|(?<=\d) (?=±)"


@lru_cache(KEPT)
def unbroken(sentence: str, language: Language) -> str:
    """Return a sentence in which no line ends between a number and its unit, or inside a unit, a range or a date."""
    joined = _DASH.sub(rf"\g<0>{_JOINER}", sentence)
    if " " not in joined:
        return joined
    joined = _COUNTED.sub(rf"\1{_NBSP}\2{_NBSP}\3", joined)
    return _spaces(language).sub(_NBSP, joined)


@cache
def _spaces(language: Language) -> re.Pattern[str]:
    """Return the spaces of a language at which no line ends."""
    words = terms.TEXT[language]
    magnitudes, currencies = _any(words.magnitudes.values()), tuple(words.currencies.values())
    counted = _any((*words.magnitudes.values(), *words.units.values(), *words.times.values()))
    inside = tuple(_inside((*currencies, *words.units.values())))
    parts = (
        rf"(?<=\d) (?=(?:%|{_YEAR}|(?:{counted}|{_any(_months(language))})(?!\w)))",
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
