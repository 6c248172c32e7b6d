"""Which language a name or a note of the data is written in, for screen readers: the files say it of titles alone."""

from __future__ import annotations

import unicodedata
from collections import Counter
from functools import cache

from dashboard.languages.language import Language
from dashboard.languages.names import LANGUAGES


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
    return str(next((one for one in alike if letters.keys() & set(LANGUAGES[one].letters)), alike[0]))


def script_of(language: Language) -> str:
    """Return the script that a language is written in: "latin", "cyrillic"."""
    return _script(LANGUAGES[language].name[0])


@cache
def _script(letter: str) -> str:
    return unicodedata.name(letter, "").partition(" ")[0].lower()
