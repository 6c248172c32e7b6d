"""Periods and dates as people and spreadsheets write them, in English, Russian and Belarusian.

A spreadsheet turns "2022-10" into "Oct-22" or "окт.22", and "3.5" into "03.май". A month's name with a year can only
have been a month and is read. The decision taken here: a full date in a column of periods is refused, because
"01.10.2022" is what a spreadsheet makes of October, and what statisticians write for "January to September".
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import cache
from typing import Final

from dashboard.languages.language import Language
from dashboard.languages.names import CALENDAR, CalendarText
from dashboard.reading.remarks import Reading, quoted, refusal, shortened
from dashboard.values.errors import PeriodError
from dashboard.values.message import NOTHING, Message, joined
from dashboard.values.period import ALLOWED, Period

FIRST_YEAR: Final = 1900
LAST_YEAR: Final = 2100
"""Years outside these two are slips of the finger."""

SERIAL_DAYS: Final = (36_526, 55_153)
"""The days of 2000 to 2050 in a spreadsheet's calendar, which counts from 30 December 1899."""

_SERIAL_ZERO: Final = date(1899, 12, 30)

ALLOWED_DATES: Final = Message("2023-01-17, 2023-01 or 2023")
ALLOWED_MOMENTS: Final = Message("2022-06-30, 2022-06-30/2022-07-01, 2022-12, 2022 or a period")

_LOWER = re.compile(r"(?<=-)[qh](?=[1-4])")
_TIME = r"(?:[ T][0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]+)?)?Z?)?"
_ISO = re.compile(rf"(?P<year>[0-9]{{4}})-(?P<month>[0-9]{{1,2}})-(?P<day>[0-9]{{1,2}}){_TIME}")
_DOTTED = re.compile(rf"(?P<day>[0-9]{{1,2}})\.(?P<month>[0-9]{{1,2}})\.(?P<year>[0-9]{{4}}){_TIME}")
_SLASHED = re.compile(rf"(?P<one>[0-9]{{1,2}})[/-](?P<two>[0-9]{{1,2}})[/-](?P<year>[0-9]{{4}}){_TIME}")
_SHORT = re.compile(r"(?P<one>[0-9]{1,2})[./-](?P<two>[0-9]{1,2})[./-][0-9]{2}")
_NAMED = re.compile(
    r"(?:(?P<before>[0-9]{1,2})[ .-]+)?(?P<name>[^\W\d_]{3,})\.?(?:[ .-]+(?P<after>[0-9]{4}|[0-9]{2}))?"
)
_RUN = re.compile(
    r"(?P<first>[^\W\d_]{3,})\.? ?[-–—] ?(?P<last>[^\W\d_]{3,})\.? (?P<year>[0-9]{4})(?: (?:г\.|год|года))?"
)
_POINTED = re.compile(r"(?P<month>0[1-9]|1[0-2])\.(?P<year>[0-9]{4})")
_PLAIN = re.compile(r"(?P<year>[0-9]{4})(?:-(?P<month>[0-9]{2})(?:-(?P<day>[0-9]{2}))?)?")


def period(text: str) -> Reading[Period]:
    """Return the period that a cell names."""
    if (month := _named_month(text)) is not None:
        made = Message("{0}, of which a spreadsheet made a date, is read as {1}", quoted(text), month)
        return Reading(Period.parse(month), made)
    if (months := _months(text)) is not None:
        return Reading(Period.parse(months), _read_as(text, months))
    if spreadsheet_date(text) or _is_serial(text):
        return Reading(None, Message("{0} is a date; write the period itself, as text: {1}", quoted(text), ALLOWED))
    try:
        found = Period.parse(_LOWER.sub(lambda match: match[0].upper(), shortened(text)))
    except PeriodError as error:
        return Reading(None, error.message if text else refusal(text, "", ALLOWED))
    if found.year < FIRST_YEAR or found.last_year > LAST_YEAR:
        return Reading(None, _beyond(text, ALLOWED))
    return Reading(found)


def day(text: str) -> Reading[str]:
    """Return a date as "2023-01-17", "2023-01" or "2023", as far as the cell knows it; "" for an empty cell."""
    if not text:
        return Reading("")
    return _day(text) or Reading(None, refusal(text, "a date", ALLOWED_DATES))


def moment(text: str) -> Reading[str]:
    """Return the date, the days from one date to another, or the period at which something happened."""
    if single := _day(text):
        return single
    if period(text).value is not None:
        return Reading(text.upper())
    first, _, last = text.partition("/")
    begin, end = _day(first.strip()), _day(last.strip())
    if begin is None or end is None:
        return Reading(None, refusal(text, "a date", ALLOWED_MOMENTS))
    if begin.value is None or end.value is None:
        return begin if begin.value is None else end
    if begin.value > end.value:
        return Reading(None, Message("{0} ends before it begins; write the earlier date first", quoted(text)))
    return Reading(f"{begin.value}/{end.value}", joined((begin.remark, end.remark)))


def spreadsheet_date(text: str) -> str:
    """Return the number of which a spreadsheet would make this date ("3.5" for "03.май"), or "" for any other text."""
    for pattern in (_ISO, _DOTTED):
        if match := pattern.fullmatch(text):
            return f"{int(match['day'])}.{int(match['month'])}"
    if match := _SLASHED.fullmatch(text) or _SHORT.fullmatch(text):
        return f"{int(match['one'])}.{int(match['two'])}"
    match = _NAMED.fullmatch(text)
    month = _month(match["name"]) if match else 0
    if match is None or not month:
        return ""
    if match["after"] and not match["before"]:
        return f"{month}.{match['after']}"
    return f"{int(match['before'] or 1)}.{month}"


def number_of_serial(text: str) -> str:
    """Return the number of which a spreadsheet would make this day of its calendar: "3.5" for "44684"."""
    found = _SERIAL_ZERO + timedelta(days=int(text))
    return f"{found.day}.{found.month}"


def _is_serial(text: str) -> bool:
    return re.fullmatch("[0-9]{5}", text) is not None and SERIAL_DAYS[0] <= int(text) <= SERIAL_DAYS[1]


def _named_month(text: str) -> str | None:
    """Return "2022-10" for "Oct-22", "окт.22" or "October 2022"; None for any other text."""
    match = _NAMED.fullmatch(text)
    if match is None or match["before"] or not match["after"]:
        return None
    month = _month(match["name"])
    year = match["after"] if len(match["after"]) == 4 else f"20{match['after']}"
    return f"{year}-{month:02}" if month and FIRST_YEAR <= int(year) <= LAST_YEAR else None


def _months(text: str) -> str | None:
    """Return "2022-01/2022-10" for "январь-октябрь 2022", "2022-10" for "10.2022"; None for any other text."""
    if match := _POINTED.fullmatch(text):
        return f"{match['year']}-{match['month']}" if FIRST_YEAR <= int(match["year"]) <= LAST_YEAR else None
    match = _RUN.fullmatch(" ".join(text.split()))
    if match is None or not FIRST_YEAR <= int(match["year"]) <= LAST_YEAR:
        return None
    first, last = _month(match["first"]), _month(match["last"])
    return f"{match['year']}-{first:02}/{match['year']}-{last:02}" if 0 < first < last else None


def _month(name: str) -> int:
    """Return the number of the month that a name or its beginning means, 0 for none."""
    low = name.lower()
    return next((at for at, names in enumerate(_month_names(), 1) if any(full.startswith(low) for full in names)), 0)


@cache
def _month_names() -> tuple[tuple[str, ...], ...]:
    """Return what each month is called in every language, in lower case: by itself, after a day, and by other names."""
    return tuple(
        tuple(
            name.lower()
            for calendar in (CALENDAR[language] for language in Language)
            for called in [calendar.months["nominative"][month]]
            for name in (called, _genitive(calendar)[month], *calendar.accepted.get(called, ()))
        )
        for month in range(12)
    )


def _genitive(calendar: CalendarText) -> tuple[str, ...]:
    return calendar.months.get("genitive", calendar.months["nominative"])


def _day(text: str) -> Reading[str] | None:
    """Return what a cell in the form of a date says, None for a text of any other form."""
    if _PLAIN.fullmatch(text):
        return _checked(text, text)
    if (month := _named_month(text)) is not None:
        return Reading(month, _read_as(text, month))
    if match := _ISO.fullmatch(text) or _DOTTED.fullmatch(text):
        return _checked(text, f"{match['year']}-{match['month']:0>2}-{match['day']:0>2}")
    if match := _SLASHED.fullmatch(text):
        return _slashed(text, int(match["one"]), int(match["two"]), match["year"])
    return None


def _slashed(text: str, one: int, two: int, year: str) -> Reading[str]:
    if one != two and max(one, two) <= 12:
        first, second = f"{year}-{one:02}-{two:02}", f"{year}-{two:02}-{one:02}"
        why = Message("{0} can have the day or the month first; write {1} or {2}", quoted(text), first, second)
        return Reading(None, why)
    return _checked(text, f"{year}-{min(one, two):02}-{max(one, two):02}")


def _checked(text: str, iso: str) -> Reading[str]:
    year, month, day_of_month = (*map(int, iso.split("-")), 1, 1)[:3]
    try:
        date(year, month, day_of_month)
    except ValueError:
        return Reading(None, Message("{0} is not in the calendar; write {1}", quoted(text), ALLOWED_DATES))
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return Reading(None, _beyond(text, ALLOWED_DATES))
    return Reading(iso, NOTHING if iso == text else _read_as(text, iso))


def _beyond(text: str, allowed: Message) -> Message:
    return Message("{0} is not between {1} and {2}; write {3}", quoted(text), FIRST_YEAR, LAST_YEAR, allowed)


def _read_as(text: str, iso: str) -> Message:
    return Message("{0} is read as {1}", quoted(text), iso)
