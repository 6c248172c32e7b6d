"""Letters: capitals, the order of the alphabet, and which language a text is written in."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Final

from dashboard.languages.language import Language
from dashboard.languages.names import LANGUAGES

_WHOLE: Final[Mapping[str, str]] = MappingProxyType({"ł": "l", "ø": "o", "đ": "d", "æ": "a", "œ": "o"})


"""Letters that Unicode does not take apart, and those they stand beside."""


def capital(text: str) -> str:
    """Return a text with its first letter in upper case."""
    return text[:1].upper() + text[1:]


def in_order(name: str, language: Language) -> tuple[tuple[int, ...], str]:
    """Return what to sort a name by: letters as in the alphabet, signs and quotes left out, figures first."""
    alphabet = LANGUAGES[language].alphabet
    places = (_place(letter, alphabet) for letter in name.casefold() if letter.isalnum() or letter.isspace())
    return tuple(places), name


def _place(letter: str, alphabet: str) -> int:
    if letter.isspace():
        return 0
    at = alphabet.find(letter)
    if at < 0:
        at = alphabet.find(_WHOLE.get(letter, unicodedata.normalize("NFD", letter)[0]))
    if at >= 0:
        return 100 + at
    return int(letter) + 1 if letter.isdecimal() else 1000 + ord(letter)


def written_in(text: str) -> str:
    """Return the language that most letters of a text are of, as far as letters tell; "" where there are none."""
    letters = Counter(letter for letter in text.lower() if letter.isalpha())
    scripts: Counter[str] = Counter()
    for letter, times in letters.items():
        scripts[_script(letter)] += times
    most = max(Language, key=lambda language: scripts[script_of(language)])
    if not scripts[script_of(most)]:
        return ""
    alike = [language for language in Language if script_of(language) == script_of(most)]
    return str(next((language for language in alike if letters.keys() & set(LANGUAGES[language].letters)), alike[0]))


def script_of(language: Language) -> str:
    """Return the script that a language is written in: "latin", "cyrillic"."""
    return _script(LANGUAGES[language].name[0])


@cache
def _script(letter: str) -> str:
    return unicodedata.name(letter, "").partition(" ")[0].lower()
