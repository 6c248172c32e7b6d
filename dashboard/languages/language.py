"""The languages of the interface."""

from __future__ import annotations

from enum import StrEnum
from typing import Final


class Language(StrEnum):
    """A language of the interface, by its ISO 639-1 code; what it says stands in the catalogue of that name."""

    EN = "en"
    RU = "ru"
    BE = "be"


SOURCE: Final = Language.EN
"""The language that every text has first; what another one lacks is said in it."""
