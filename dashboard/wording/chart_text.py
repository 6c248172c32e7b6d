"""The texts of the charts by language."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from dashboard.languages.language import Language
from dashboard.wording.chart_belarusian import BELARUSIAN
from dashboard.wording.chart_english import ENGLISH
from dashboard.wording.chart_language import ChartText
from dashboard.wording.chart_russian import RUSSIAN

TEXT: Final[Mapping[Language, ChartText]] = MappingProxyType(
    {Language.EN: ENGLISH, Language.RU: RUSSIAN, Language.BE: BELARUSIAN}
)
