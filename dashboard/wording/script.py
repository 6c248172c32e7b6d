"""Which language a name or a note of the data is written in, for screen readers: the files say it of titles alone."""

from __future__ import annotations

import re
from typing import Final

from dashboard.languages.language import Language

_LATIN: Final = re.compile("[A-Za-z]")
_CYRILLIC: Final = re.compile("[А-Яа-яЁёІіЎў]")
_BELARUSIAN: Final = re.compile("[ІіЎў]")


def written_in(text: str) -> str:
    """Return the language that most letters of a text are of, as far as letters tell; "" where there are none."""
    latin, cyrillic = len(_LATIN.findall(text)), len(_CYRILLIC.findall(text))
    if not latin and not cyrillic:
        return ""
    if latin >= cyrillic:
        return str(Language.EN)
    return str(Language.BE if _BELARUSIAN.search(text) else Language.RU)
