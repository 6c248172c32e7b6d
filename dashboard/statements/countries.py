"""How statements name countries in English and Russian: those that trade most with the first pair.

A country that is not here is not understood, and no name is made up from its code. What can mean something else stays
out: "us" (a pronoun), "European" (not only the Union), "Korea" (either).
"""

from __future__ import annotations

import re
from itertools import count
from types import MappingProxyType
from typing import Final, NamedTuple


class _Names(NamedTuple):
    """The forms of one country's name: English, adjectives, Russian in three cases, and before a hyphen."""

    english: str
    adjective: str
    genitive: str
    accusative: str
    instrumental: str
    compound: str


_NONE: Final = r"(?!)"

_COUNTRIES: Final = {
    "ARM": _Names("armenia", r"armenian|армянск\w+", "армении", "армению", "арменией", "armenian|армяно"),
    "AZE": _Names(
        "azerbaijan",
        r"azerbaijani|азербайджанск\w+",
        "азербайджана",
        "азербайджан",
        "азербайджаном",
        "azerbaijani|азербайджанско",
    ),
    "BLR": _Names(
        "republic of belarus|belarus",
        r"belarusian|белорусск\w+",
        "республики беларусь|беларуси|белоруссии",
        "республику беларусь|беларусь|белоруссию",
        "республикой беларусь|беларусью|белоруссией",
        "belarusian|белорусско",
    ),
    "BRA": _Names("brazil", r"brazilian|бразильск\w+", "бразилии", "бразилию", "бразилией", "brazilian|бразильско"),
    "CHN": _Names(
        "people['’]s republic of china|prc|china",
        r"chinese|китайск\w+",
        "китая|кнр",
        "китай|кнр",
        "китаем|кнр",
        "chinese|sino|китайско",
    ),
    "DEU": _Names(
        "germany", r"german|германск\w+|немецк\w+", "германии|фрг", "германию|фрг", "германией|фрг", "german|германо"
    ),
    "EUU": _Names(
        "european union|eu",
        "eu",
        "европейского союза|евросоюза|ес",
        "европейский союз|евросоюз|ес",
        "европейским союзом|евросоюзом|ес",
        _NONE,
    ),
    "IND": _Names("india", r"indian|индийск\w+", "индии", "индию", "индией", "indian|индийско"),
    "ITA": _Names("italy", r"italian|итальянск\w+", "италии", "италию", "италией", "italian|итало"),
    "JPN": _Names("japan", r"japanese|японск\w+", "японии", "японию", "японией", "japanese|японо"),
    "KAZ": _Names(
        "kazakhstan",
        r"kazakhstani|kazakh|казахстанск\w+",
        "казахстана",
        "казахстан",
        "казахстаном",
        "kazakhstani|kazakh|казахстанско",
    ),
    "KGZ": _Names(
        "kyrgyzstan",
        r"kyrgyz|киргизск\w+|кыргызск\w+",
        "киргизии|кыргызстана",
        "киргизию|кыргызстан",
        "киргизией|кыргызстаном",
        "kyrgyz|киргизско",
    ),
    "KOR": _Names(
        "south korea|republic of korea",
        r"south korean|южнокорейск\w+",
        "южной кореи|республики корея",
        "южную корею|республику корея",
        "южной кореей|республикой корея",
        _NONE,
    ),
    "LTU": _Names("lithuania", r"lithuanian|литовск\w+", "литвы", "литву", "литвой", "lithuanian|литовско"),
    "LVA": _Names("latvia", r"latvian|латвийск\w+", "латвии", "латвию", "латвией", "latvian|латвийско"),
    "MDA": _Names(
        "moldova",
        r"moldovan|молдавск\w+",
        "молдовы|молдавии",
        "молдову|молдавию",
        "молдовой|молдавией",
        "moldovan|молдавско",
    ),
    "NLD": _Names(
        "netherlands", r"dutch|нидерландск\w+|голландск\w+", "нидерландов", "нидерланды", "нидерландами", "dutch"
    ),
    "POL": _Names("poland", r"polish|польск\w+", "польши", "польшу", "польшей", "polish|польско"),
    "RUS": _Names(
        "russian federation|russia",
        r"russian|российск\w+",
        "российской федерации|россии|рф",
        "российскую федерацию|россию|рф",
        "российской федерацией|россией|рф",
        "russian|российско",
    ),
    "TJK": _Names(
        "tajikistan", r"tajik|таджикск\w+", "таджикистана", "таджикистан", "таджикистаном", "tajik|таджикско"
    ),
    "TUR": _Names("turkey|türkiye|turkiye", r"turkish|турецк\w+", "турции", "турцию", "турцией", "turkish|турецко"),
    "UKR": _Names("ukraine", r"ukrainian|украинск\w+", "украины", "украину", "украиной", "ukrainian|украинско"),
    "USA": _Names(
        r"united states of america|united states|usa|u\.s\.",
        r"american|u\.s\.|американск\w+",
        "соединенных штатов америки|соединенных штатов|сша",
        "соединенные штаты америки|соединенные штаты|сша",
        "соединенными штатами америки|соединенными штатами|сша",
        "american|американо",
    ),
    "UZB": _Names("uzbekistan", r"uzbek|узбекск\w+", "узбекистана", "узбекистан", "узбекистаном", "uzbek|узбекско"),
    "VNM": _Names("vietnam|viet nam", r"vietnamese|вьетнамск\w+", "вьетнама", "вьетнам", "вьетнамом", "vietnamese"),
}

_ROLES: Final = MappingProxyType(
    {
        "goods": r"(?:of\s+)?{adjective}\s+(?:goods|товар(?:ов|ы))",
        "into": r"(?:to|into)\s+(?:the\s+)?{english}|(?:в|на)\s+{accusative}",
        "out": r"from\s+(?:the\s+)?{english}|из\s+{genitive}",
        "with": r"with\s+(?:the\s+)?{english}|со?\s+{instrumental}",
        "of": r"{english}['’]s?|of\s+(?:the\s+)?{english}(?!['’])|(?<!в ){genitive}",
        "as": r"{adjective}",
    }
)
"""How a country stands in a statement."""

_PAIRS: Final = (
    r"(?:between|of)\s+(?:the\s+)?{english}\s+and\s+(?:the\s+)?{english}(?!['’])",
    r"между\s+{instrumental}\s+и\s+{instrumental}",
    r"(?<!в ){genitive}\s+и\s+{genitive}",
    r"{compound}-{adjective}",
)
"""How the trade of two countries with each other is named, when neither count is meant more."""

_ANY: Final = "|".join(dict.fromkeys(form for names in _COUNTRIES.values() for form in names if form != _NONE))
_LISTED: Final = rf"(?!\w|\s*,?\s*(?:and|и|or|или|,)\s+(?:the\s+)?(?:{_ANY})(?!\w))"
"""A country that another one follows in a list: which is which stays open."""


def _filled(template: str) -> str:
    """Return a pattern that takes any country, each in groups of its own that begin with its code."""
    number = count()

    def forms(field: re.Match[str]) -> str:
        at, kind = next(number), field[1]
        named = (f"(?P<{code}_{at}>{getattr(names, kind)})" for code, names in _COUNTRIES.items())
        return f"(?:{'|'.join(named)})"

    return re.sub(r"\{([a-z]+)\}", forms, template)


def codes(groups: frozenset[str]) -> frozenset[str]:
    """Return the codes of the countries that a pattern has found, from the names of its groups."""
    return frozenset(name[:3] for name in groups if name[:3] in _COUNTRIES)


PAIR: Final = re.compile(rf"(?:{_filled('|'.join(_PAIRS))})(?![\w$€₽])", re.IGNORECASE)
BY_ROLE: Final = MappingProxyType(
    {role: re.compile(rf"(?:{_filled(said)}){_LISTED}", re.IGNORECASE) for role, said in _ROLES.items()}
)
"""The pattern of any country by how it stands."""
