"""Names of months and periods in three languages, in the cases that a sentence needs.

Russian and Belarusian decline: "январь–октябрь 2022 года", "в январе–октябре 2022 года". The nominative names are
those of the CLDR (a test compares them); the other cases stand here because no library has them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, Literal, TypeVar

from dashboard.languages.language import Language
from dashboard.values.period import Period

Case = Literal["nominative", "genitive", "prepositional", "instrumental"]
"""How a word stands in a sentence: what, of what, in what, with what. English has one form for all."""

T = TypeVar("T")

_DASH: Final = "–"
_NBSP: Final = "\N{NO-BREAK SPACE}"
_ROMAN: Final = ("I", "II", "III", "IV")


@dataclass(frozen=True, slots=True)
class CalendarText:
    """The names of months and of parts of a year.

    Attributes:
        months: The twelve names with spaces between, by case; a case that is missing has the nominative's.
        short_months: The twelve abbreviations, likewise.
        year, month, quarter, half: Templates by case, with {year}, {month}, {months}, {number}, {ordinal}.
        years: The same for a run of whole years, with {first} and {last}.
        day: "5 January 2023", with {day}, {month} and {year}; the month is in the genitive.
        ordinals: First and second in the gender of "half", by case.
        short_quarter, short_half, short_month: Short forms.
    """

    months: Mapping[Case, str]
    short_months: str
    year: Mapping[Case, str]
    month: Mapping[Case, str]
    quarter: Mapping[Case, str]
    half: Mapping[Case, str]
    years: Mapping[Case, str]
    day: str
    ordinals: Mapping[Case, tuple[str, str]]
    short_month: str
    short_quarter: str
    short_half: str


_EN_MONTHS: Final = "January February March April May June July August September October November December"
_RU_MONTHS: Final[Mapping[Case, str]] = {
    "nominative": "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь",
    "genitive": "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    "prepositional": "январе феврале марте апреле мае июне июле августе сентябре октябре ноябре декабре",
    "instrumental": "январём февралём мартом апрелем маем июнем июлем августом сентябрём октябрём ноябрём декабрём",
}
_BE_MONTHS: Final[Mapping[Case, str]] = {
    "nominative": "студзень люты сакавік красавік май чэрвень ліпень жнівень верасень кастрычнік лістапад снежань",
    "genitive": "студзеня лютага сакавіка красавіка мая чэрвеня ліпеня жніўня верасня кастрычніка лістапада снежня",
    "prepositional": (
        "студзені лютым сакавіку красавіку маі чэрвені ліпені жніўні верасні кастрычніку лістападзе снежні"
    ),
    "instrumental": (
        "студзенем лютым сакавіком красавіком маем чэрвенем ліпенем жніўнем вераснем кастрычнікам лістападам снежнем"
    ),
}

TEXT: Final[Mapping[Language, CalendarText]] = MappingProxyType(
    {
        Language.EN: CalendarText(
            months={"nominative": _EN_MONTHS},
            short_months="Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec",
            year={"nominative": "{year}"},
            month={"nominative": "{months} {year}"},
            quarter={"nominative": "Q{number} {year}"},
            half={"nominative": "the {ordinal} half of {year}"},
            years={"nominative": "{first}–{last}"},
            day="{day} {month} {year}",
            ordinals={"nominative": ("first", "second")},
            short_month="{months} {year}",
            short_quarter="Q{number} {year}",
            short_half="H{number} {year}",
        ),
        Language.RU: CalendarText(
            months=_RU_MONTHS,
            short_months="янв. февр. март апр. май июнь июль авг. сент. окт. нояб. дек.",
            year={
                "nominative": "{year} год",
                "genitive": "{year} года",
                "prepositional": "{year} году",
                "instrumental": "{year} годом",
            },
            month={"nominative": "{months} {year} года"},
            quarter={
                "nominative": "{roman} квартал {year} года",
                "genitive": "{roman} квартала {year} года",
                "prepositional": "{roman} квартале {year} года",
                "instrumental": "{roman} кварталом {year} года",
            },
            half={
                "nominative": "{ordinal} полугодие {year} года",
                "genitive": "{ordinal} полугодия {year} года",
                "prepositional": "{ordinal} полугодии {year} года",
                "instrumental": "{ordinal} полугодием {year} года",
            },
            years={
                "nominative": "{first}–{last} годы",
                "genitive": "{first}–{last} годов",
                "prepositional": "{first}–{last} годах",
                "instrumental": "{first}–{last} годами",
            },
            day="{day} {month} {year} года",
            ordinals={
                "nominative": ("первое", "второе"),
                "genitive": ("первого", "второго"),
                "prepositional": ("первом", "втором"),
                "instrumental": ("первым", "вторым"),
            },
            short_month="{months} {year}",
            short_quarter="{roman} кв. {year}",
            short_half="{roman} полуг. {year}",
        ),
        Language.BE: CalendarText(
            months=_BE_MONTHS,
            short_months="студз. лют. сак. крас. май чэрв. ліп. жн. вер. кастр. ліст. снеж.",
            year={
                "nominative": "{year} год",
                "genitive": "{year} года",
                "prepositional": "{year} годзе",
                "instrumental": "{year} годам",
            },
            month={"nominative": "{months} {year} года"},
            quarter={
                "nominative": "{roman} квартал {year} года",
                "genitive": "{roman} квартала {year} года",
                "prepositional": "{roman} квартале {year} года",
                "instrumental": "{roman} кварталам {year} года",
            },
            half={
                "nominative": "{ordinal} паўгоддзе {year} года",
                "genitive": "{ordinal} паўгоддзя {year} года",
                "prepositional": "{ordinal} паўгоддзі {year} года",
                "instrumental": "{ordinal} паўгоддзем {year} года",
            },
            years={
                "nominative": "{first}–{last} гады",
                "genitive": "{first}–{last} гадоў",
                "prepositional": "{first}–{last} гадах",
                "instrumental": "{first}–{last} гадамі",
            },
            day="{day} {month} {year} года",
            ordinals={
                "nominative": ("першае", "другое"),
                "genitive": ("першага", "другога"),
                "prepositional": ("першым", "другім"),
                "instrumental": ("першым", "другім"),
            },
            short_month="{months} {year}",
            short_quarter="{roman} кв. {year}",
            short_half="{roman} паўг. {year}",
        ),
    }
)


def months(language: Language, case: Case = "nominative") -> tuple[str, ...]:
    """Return the names of the twelve months."""
    return tuple(_in(TEXT[language].months, case).split())


def short_months(language: Language) -> tuple[str, ...]:
    """Return the abbreviations of the twelve months."""
    return tuple(TEXT[language].short_months.split())


def period(of: Period, language: Language, case: Case = "nominative") -> str:
    """Return a period in words: "January–October 2022", "январе–октябре 2022 года"."""
    text = TEXT[language]
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
    text = TEXT[language]
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
        return TEXT[language].day.format(day=int(parts[2]), month=month, year=parts[0]).replace(" ", _NBSP, 1)
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
