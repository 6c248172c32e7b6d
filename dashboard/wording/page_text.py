"""The words of the page around the figures, by language."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from dashboard.languages.language import Language
from dashboard.wording.page_belarusian import BELARUSIAN
from dashboard.wording.page_english import ENGLISH
from dashboard.wording.page_language import PageText
from dashboard.wording.page_russian import RUSSIAN

TEXT: Final[Mapping[Language, PageText]] = MappingProxyType(
    {Language.EN: ENGLISH, Language.RU: RUSSIAN, Language.BE: BELARUSIAN}
)
