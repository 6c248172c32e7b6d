"""Names of countries: from the CLDR through Babel, declined in the catalogues for the main partners of the first pair.

A name that is not declined there stays in the nominative, so templates keep a name in another case to places where the
nominative can still be understood.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from babel.core import Locale, get_global

from dashboard.languages.catalogue import Texts
from dashboard.languages.language import Language
from dashboard.languages.names import Case

_BEYOND_ISO: Final = MappingProxyType({"EUU": "EU", "WLD": "001", "XKX": "XK"})
"""What statistical offices add to ISO 3166-1, as the CLDR calls it."""


@dataclass(frozen=True, slots=True)
class CountriesText:
    """How the names of countries are declined; [countries] of en.toml says what each entry is."""

    pair: str
    towards: Mapping[str, str]
    cases: Mapping[str, Mapping[Case, str]]


COUNTRIES: Final = Texts(CountriesText, "countries")


def country(alpha3: str, language: Language, case: Case = "nominative") -> str:
    """Return a country's name: "Belarus", "Беларуси"; the code itself where the CLDR does not know it."""
    if (cases := COUNTRIES[language].cases.get(alpha3)) is not None:
        return cases.get(case, cases["nominative"])
    aliases = get_global("territory_aliases").get(alpha3, ())
    alpha2 = _BEYOND_ISO.get(alpha3) or next(iter(aliases), "")
    return str(Locale.parse(language.value).territories.get(alpha2, alpha3))


def towards(alpha3: str, language: Language) -> str:
    """Return a country's name as it stands after "to": "Belarus", "в Россию", "у Беларусь"."""
    name = country(alpha3, language)
    return name[:-1] + COUNTRIES[language].towards.get(name[-1:], name[-1:])


def pair(first: str, second: str, language: Language) -> str:
    """Return two countries as partners: "Russia with Belarus"; "(Россия — Мали)" where one is not declined."""
    text = COUNTRIES[language]
    if text.cases and not {first, second} <= text.cases.keys():
        return f"({country(first, language)} — {country(second, language)})"
    names = country(first, language, "genitive"), country(second, language, "instrumental")
    return text.pair.format(first=names[0], second=names[1])
