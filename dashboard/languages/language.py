"""The languages of the interface."""

from __future__ import annotations

from enum import StrEnum


class Language(StrEnum):
    """A language of the interface, by its ISO 639-1 code."""

    EN = "en"
    RU = "ru"
    BE = "be"

    @property
    def own_name(self) -> str:
        """Its name in itself, for a list to choose from."""
        return {Language.EN: "English", Language.RU: "Русский", Language.BE: "Беларуская"}[self]
