"""Names in the order of a language's alphabet, where code points would put Ё before А and І after Я.

The collation of the CLDR needs ICU, a library larger than everything else here; for names in three languages their
alphabets and the letters that Polish, German and others add to the Latin one are enough.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from dashboard.languages.language import Language
from dashboard.languages.names import LANGUAGES

_WHOLE: Final[Mapping[str, str]] = MappingProxyType({"ł": "l", "ø": "o", "đ": "d", "æ": "a", "œ": "o"})
"""Letters that Unicode does not take apart, and those they stand beside."""


def in_order(name: str, language: Language) -> tuple[tuple[int, ...], str]:
    """Return what to sort a name by: letters as in the alphabet, signs and quotes left out, figures first."""
    alphabet = LANGUAGES[language].alphabet
    found = (_place(letter, alphabet) for letter in name.casefold() if letter.isalnum() or letter.isspace())
    return tuple(found), name


def _place(letter: str, alphabet: str) -> int:
    if letter.isspace():
        return 0
    at = alphabet.find(letter)
    if at < 0:
        at = alphabet.find(_WHOLE.get(letter, unicodedata.normalize("NFD", letter)[0]))
    if at >= 0:
        return 100 + at
    return int(letter) + 1 if letter.isdecimal() else 1000 + ord(letter)
