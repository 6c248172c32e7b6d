"""Months, periods and dates in words, in the case that a sentence needs.

Russian and Belarusian decline: "январь–октябрь 2022 года", "в январе–октябре 2022 года". The nominative names are
those of the CLDR (a test compares them); the other cases stand in the catalogues because no library has them.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, TypeVar

from dashboard.languages.language import Language
from dashboard.languages.names import CALENDAR, Case
from dashboard.values.period import Period

T = TypeVar("T")

_DASH: Final = "–"
_NBSP: Final = "\N{NO-BREAK SPACE}"
_ROMAN: Final = ("I", "II", "III", "IV")


def months(language: Language, case: Case = "nominative") -> tuple[str, ...]:
    """Return the names of the twelve months."""
    return _in(CALENDAR[language].months, case)


def short_months(language: Language) -> tuple[str, ...]:
    """Return the abbreviations of the twelve months."""
    return CALENDAR[language].short_months


def period(of: Period, language: Language, case: Case = "nominative") -> str:
    """Return a period in words: "January–October 2022", "январе–октябре 2022 года"."""
    text = CALENDAR[language]
    first, last = of.year, of.last_year
    match of.kind:
        case "year":
            return _in(text.year, case).format(year=first)
        case "half":
            ordinal = _in(text.ordinals, case)[of.first_month > 6]
            return _in(text.half, case).format(ordinal=ordinal, year=first)
        case "quarter":
            return _in(text.quarter, case).format(**_quarter(of), year=first)
    if of.first_month == 1 and of.last_month == 12:
        return _in(text.years, case).format(first=first, last=last)
    return _run(of, months(language, case), _in(text.month, case))


def short_period(of: Period, language: Language) -> str:
    """Return a period in little room: "Jan–Oct 2022", "H1 2020", "2021"."""
    text = CALENDAR[language]
    first, last = of.year, of.last_year
    match of.kind:
        case "year":
            return str(first)
        case "half":
            number = 2 if of.first_month > 6 else 1
            return text.short_half.format(number=number, roman=_ROMAN[number - 1], year=first)
        case "quarter":
            return text.short_quarter.format(**_quarter(of), year=first)
    if of.first_month == 1 and of.last_month == 12:
        return f"{first}{_DASH}{last}"
    return _run(of, short_months(language), text.short_month)


def date(text: str, language: Language) -> str:
    """Return a date as far as it is known: "17 January 2023" for "2023-01-17", "January 2023", "2023"; "" for ""."""
    parts = text.split("-")
    if len(parts) == 3:
        month = months(language, "genitive")[int(parts[1]) - 1]
        return CALENDAR[language].day.format(day=int(parts[2]), month=month, year=parts[0]).replace(" ", _NBSP, 1)
    return period(Period.parse(text), language) if text else ""


def dates(text: str, language: Language) -> str:
    """Return a date, or the first and the last one: "30 June – 1 July 2022", "June–July 2022", "2021–2023"."""
    first, slash, last = text.partition("/")
    if not slash:
        return date(text, language)
    if max(len(first), len(last)) < len("2022-06-30"):
        return period(Period.parse(text), language)
    opening, end = date(first, language), date(last, language)
    if not len(first) == len(last) == len("2022-06-30") or first[:4] != last[:4]:
        return f"{opening} {_DASH} {end}"
    if first[:7] == last[:7]:
        return f"{int(first[8:])}{_DASH}{end}"
    return f"{int(first[8:])}{_NBSP}{months(language, 'genitive')[int(first[5:7]) - 1]} {_DASH} {end}"


def _run(of: Period, names: tuple[str, ...], template: str) -> str:
    last = template.format(months=names[of.last_month - 1], year=of.last_year)
    if of.months == 1:
        return last
    if of.year == of.last_year:
        both = f"{names[of.first_month - 1]}{_DASH}{names[of.last_month - 1]}"
        return template.format(months=both, year=of.year)
    return f"{template.format(months=names[of.first_month - 1], year=of.year)} {_DASH} {last}"


def _quarter(of: Period) -> dict[str, int | str]:
    number = (of.first_month + 2) // 3
    return {"number": number, "roman": _ROMAN[number - 1]}


def _in(forms: Mapping[Case, T], case: Case) -> T:
    return forms.get(case, forms["nominative"])
