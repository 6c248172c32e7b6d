"""Months, periods and dates in words, in the case that a sentence needs.

Russian and Belarusian decline: "январь–октябрь 2022 года", "в январе–октябре 2022 года". The nominative names are
those of the CLDR (a test compares them); the other cases stand in the catalogues because no library has them.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, TypeVar

from dashboard.languages.language import Language
from dashboard.languages.names import CALENDAR, Case
from dashboard.values.partial_date import DateRange, PartialDate
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


def date(of: PartialDate, language: Language) -> str:
    """Return a date as far as it is known: "17 January 2023", "January 2023", "2023"."""
    if of.day is None:
        return period(of.period, language)
    month = months(language, "genitive")[of.first_day.month - 1]
    return CALENDAR[language].day.format(day=of.day, month=month, year=of.year).replace(" ", _NBSP, 1)


def dates(of: DateRange, language: Language) -> str:
    """Return a date, or the first and the last one: "30 June – 1 July 2022", "June–July 2022", "2021–2023"."""
    first, last = of.first, of.last
    if of.period is not None:
        return period(of.period, language)
    if first == last:
        return date(first, language)
    if first.day is None or last.day is None or first.year != last.year:
        return f"{date(first, language)} {_DASH} {date(last, language)}"
    if first.month == last.month:
        return f"{first.day}{_DASH}{date(last, language)}"
    month = months(language, "genitive")[first.first_day.month - 1]
    return f"{first.day}{_NBSP}{month} {_DASH} {date(last, language)}"


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
