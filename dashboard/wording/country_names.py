"""Names of countries: from the CLDR through Babel, declined by hand for those that trade most with the first pair.

A name that is not declined here stays in the nominative, so templates keep a name in another case to places where the
nominative can still be understood.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from babel.core import Locale, get_global

from dashboard.languages.language import Language
from dashboard.wording.periods import Case

_BEYOND_ISO: Final = MappingProxyType({"EUU": "EU", "WLD": "001", "XKX": "XK"})
"""What statistical offices add to ISO 3166-1, as the CLDR calls it."""

_CASES: Final[tuple[Case, ...]] = ("nominative", "genitive", "prepositional", "instrumental")

_JOINT: Final = "_"
"""What stands for the space inside a name below, whose cases have spaces between them."""

_RUSSIAN: Final = MappingProxyType(
    {
        "ARM": "Армения Армении Армении Арменией",
        "AZE": "Азербайджан Азербайджана Азербайджане Азербайджаном",
        "BLR": "Беларусь Беларуси Беларуси Беларусью",
        "BRA": "Бразилия Бразилии Бразилии Бразилией",
        "CHN": "Китай Китая Китае Китаем",
        "DEU": "Германия Германии Германии Германией",
        "EUU": "Европейский_союз Европейского_союза Европейском_союзе Европейским_союзом",
        "IND": "Индия Индии Индии Индией",
        "IRN": "Иран Ирана Иране Ираном",
        "ITA": "Италия Италии Италии Италией",
        "JPN": "Япония Японии Японии Японией",
        "KAZ": "Казахстан Казахстана Казахстане Казахстаном",
        "KGZ": "Киргизия Киргизии Киргизии Киргизией",
        "LTU": "Литва Литвы Литве Литвой",
        "LVA": "Латвия Латвии Латвии Латвией",
        "MDA": "Молдова Молдовы Молдове Молдовой",
        "NLD": "Нидерланды Нидерландов Нидерландах Нидерландами",
        "POL": "Польша Польши Польше Польшей",
        "RUS": "Россия России России Россией",
        "TJK": "Таджикистан Таджикистана Таджикистане Таджикистаном",
        "TUR": "Турция Турции Турции Турцией",
        "UKR": "Украина Украины Украине Украиной",
        "USA": "США США США США",
        "UZB": "Узбекистан Узбекистана Узбекистане Узбекистаном",
        "VNM": "Вьетнам Вьетнама Вьетнаме Вьетнамом",
    }
)

_BELARUSIAN: Final = MappingProxyType(
    {
        "ARM": "Арменія Арменіі Арменіі Арменіяй",
        "AZE": "Азербайджан Азербайджана Азербайджане Азербайджанам",
        "BLR": "Беларусь Беларусі Беларусі Беларуссю",
        "BRA": "Бразілія Бразіліі Бразіліі Бразіліяй",
        "CHN": "Кітай Кітая Кітаі Кітаем",
        "DEU": "Германія Германіі Германіі Германіяй",
        "EUU": "Еўрапейскі_саюз Еўрапейскага_саюза Еўрапейскім_саюзе Еўрапейскім_саюзам",
        "IND": "Індыя Індыі Індыі Індыяй",
        "IRN": "Іран Ірана Іране Іранам",
        "ITA": "Італія Італіі Італіі Італіяй",
        "JPN": "Японія Японіі Японіі Японіяй",
        "KAZ": "Казахстан Казахстана Казахстане Казахстанам",
        "KGZ": "Кыргызстан Кыргызстана Кыргызстане Кыргызстанам",
        "LTU": "Літва Літвы Літве Літвой",
        "LVA": "Латвія Латвіі Латвіі Латвіяй",
        "MDA": "Малдова Малдовы Малдове Малдовай",
        "NLD": "Нідэрланды Нідэрландаў Нідэрландах Нідэрландамі",
        "POL": "Польшча Польшчы Польшчы Польшчай",
        "RUS": "Расія Расіі Расіі Расіяй",
        "TJK": "Таджыкістан Таджыкістана Таджыкістане Таджыкістанам",
        "TUR": "Турцыя Турцыі Турцыі Турцыяй",
        "UKR": "Украіна Украіны Украіне Украінай",
        "USA": "ЗША ЗША ЗША ЗША",
        "UZB": "Узбекістан Узбекістана Узбекістане Узбекістанам",
        "VNM": "В’етнам В’етнама В’етнаме В’етнамам",
    }
)


PAIRS: Final = MappingProxyType(
    {
        Language.EN: "{first} with {second}",
        Language.RU: "{first} с {second}",
        Language.BE: "{first} з {second}",
    }
)
"""Two countries as partners: the first in the genitive, the second in the instrumental."""


def country(alpha3: str, language: Language, case: Case = "nominative") -> str:
    """Return a country's name: "Belarus", "Беларуси"; the code itself where the CLDR does not know it."""
    declined = _declined(language).get(alpha3)
    if declined is not None:
        return declined.split()[_CASES.index(case)].replace(_JOINT, " ")
    aliases = get_global("territory_aliases").get(alpha3, ())
    alpha2 = _BEYOND_ISO.get(alpha3) or next(iter(aliases), "")
    return str(Locale.parse(language.value).territories.get(alpha2, alpha3))


def towards(alpha3: str, language: Language) -> str:
    """Return a country's name as it stands after "to": "Belarus", "в Россию", "у Беларусь"."""
    name = country(alpha3, language)
    ending = {} if language is Language.EN else {"а": "у", "я": "ю"}
    return name[:-1] + ending.get(name[-1:], name[-1:])


def pair(first: str, second: str, language: Language) -> str:
    """Return two countries as partners: "Russia with Belarus"; "(Россия — Мали)" where one is not declined here."""
    if language is not Language.EN and not {first, second} <= _declined(language).keys():
        return f"({country(first, language)} — {country(second, language)})"
    names = country(first, language, "genitive"), country(second, language, "instrumental")
    return PAIRS[language].format(first=names[0], second=names[1])


def _declined(language: Language) -> Mapping[str, str]:
    return {Language.EN: MappingProxyType({}), Language.RU: _RUSSIAN, Language.BE: _BELARUSIAN}[language]
