"""Periods and dates as people and spreadsheets write them, in English, Russian and Belarusian.

A spreadsheet turns "2022-10" into "Oct-22" or "окт.22", and "3.5" into "03.май". A month's name with a year can only
have been a month and is read. The decision taken here: a full date in a column of periods is refused, because
"01.10.2022" is what a spreadsheet makes of October, and what statisticians write for "January to September".
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Final

from dashboard.languages.language import Language
from dashboard.languages.names import CALENDAR, month_names
from dashboard.reading.remarks import Reading, quoted, refusal, shortened
from dashboard.values.errors import PeriodError
from dashboard.values.message import NOTHING, Message, joined
from dashboard.values.partial_date import DateRange, PartialDate
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
_SLASHED = re.compile(rf"(?P<first>[0-9]{{1,2}})[/-](?P<second>[0-9]{{1,2}})[/-](?P<year>[0-9]{{4}}){_TIME}")
_SHORT = re.compile(r"(?P<first>[0-9]{1,2})[./-](?P<second>[0-9]{1,2})[./-][0-9]{2}")
_NAMED = re.compile(
    r"(?:(?P<before>[0-9]{1,2})[ .-]+)?(?P<name>[^\W\d_]{3,})\.?(?:[ .-]+(?P<after>[0-9]{4}|[0-9]{2}))?"
)
_RUN = re.compile(
    r"(?P<first>[^\W\d_]{3,})\.? ?[-–—] ?(?P<last>[^\W\d_]{3,})\.? (?P<year>[0-9]{4})(?: (?P<word>[^\W\d_]+\.?))?"
)
_POINTED = re.compile(r"(?P<month>0[1-9]|1[0-2])\.(?P<year>[0-9]{4})")
_PLAIN = re.compile(r"(?P<year>[0-9]{4})(?:-(?P<month>[0-9]{2})(?:-(?P<day>[0-9]{2}))?)?")


def period(text: str) -> Reading[Period]:
    """Return the period that a cell names."""
    if (month := _named_month(text)) is not None:
        made = Message("{0}, of which a spreadsheet made a date, is read as {1}", quoted(text), month)
        return Reading(month, made)
    if (months := _months(text)) is not None:
        return Reading(months, _read_as(text, months))
    if spreadsheet_date(text) or _is_serial(text):
        return Reading(None, Message("{0} is a date; write the period itself, as text: {1}", quoted(text), ALLOWED))
    try:
        named = Period.parse(_LOWER.sub(lambda match: match[0].upper(), shortened(text)))
    except PeriodError as error:
        return Reading(None, error.message if text else refusal(text, "", ALLOWED))
    if named.year < FIRST_YEAR or named.last_year > LAST_YEAR:
        return Reading(None, _beyond(text, ALLOWED))
    return Reading(named)


def day(text: str) -> Reading[PartialDate]:
    """Return the date that a cell names, as far as the cell knows it."""
    return _day(text) or Reading(None, refusal(text, "a date", ALLOWED_DATES))


def moment(text: str) -> Reading[DateRange]:
    """Return the date, the days from one date to another, or the period at which something happened."""
    if single := _day(text):
        only = None if single.value is None else DateRange(single.value, single.value)
        return Reading(only, single.remark)
    if (months := period(text)).value is not None:
        return Reading(DateRange.of(months.value), months.remark)
    first, _, last = text.partition("/")
    begin, end = _day(first.strip()), _day(last.strip())
    if begin is None or end is None:
        return Reading(None, refusal(text, "a date", ALLOWED_MOMENTS))
    if begin.value is None or end.value is None:
        return Reading(None, begin.remark if begin.value is None else end.remark)
    if begin.value.first_day > end.value.last_day:
        return Reading(None, Message("{0} ends before it begins; write the earlier date first", quoted(text)))
    return Reading(DateRange(begin.value, end.value), joined((begin.remark, end.remark)))


def spreadsheet_date(text: str) -> str:
    """Return the number of which a spreadsheet would make this date ("3.5" for "03.май"), or "" for any other text."""
    for pattern in (_ISO, _DOTTED):
        if match := pattern.fullmatch(text):
            return f"{int(match['day'])}.{int(match['month'])}"
    if match := _SLASHED.fullmatch(text) or _SHORT.fullmatch(text):
        return f"{int(match['first'])}.{int(match['second'])}"
    match = _NAMED.fullmatch(text)
    month = _month(match["name"]) if match else 0
    if match is None or not month:
        return ""
    if match["after"] and not match["before"]:
        return f"{month}.{match['after']}"
    return f"{int(match['before'] or 1)}.{month}"


def number_of_serial(text: str) -> str:
    """Return the number of which a spreadsheet would make this day of its calendar: "3.5" for "44684"."""
    taken_for = _SERIAL_ZERO + timedelta(days=int(text))
    return f"{taken_for.day}.{taken_for.month}"


def _is_serial(text: str) -> bool:
    return re.fullmatch("[0-9]{5}", text) is not None and SERIAL_DAYS[0] <= int(text) <= SERIAL_DAYS[1]


def _named_month(text: str) -> Period | None:
    """Return October 2022 for "Oct-22", "окт.22" or "October 2022"; None for any other text."""
    match = _NAMED.fullmatch(text)
    if match is None or match["before"] or not match["after"]:
        return None
    month, year = _month(match["name"]), int(match["after"]) + (2000 if len(match["after"]) == 2 else 0)
    return _of_year(year, month, month)


def _months(text: str) -> Period | None:
    """Return January to October 2022 for "январь-октябрь 2022", October 2022 for "10.2022"; None for other texts."""
    if match := _POINTED.fullmatch(text):
        return _of_year(int(match["year"]), int(match["month"]), int(match["month"]))
    match = _RUN.fullmatch(" ".join(text.split()))
    if match is None or (first := _month(match["first"])) == (last := _month(match["last"])):
        return None
    if match["word"] and not any(match["word"] in CALENDAR[language].year_words for language in Language):
        return None
    return _of_year(int(match["year"]), first, last)


def _of_year(year: int, first: int, last: int) -> Period | None:
    """Return the months of a year from one to another, 0 being no month; None where they are no run of our time."""
    is_run = FIRST_YEAR <= year <= LAST_YEAR and 0 < first <= last
    return Period(year * 12 + first - 1, last - first + 1) if is_run else None


def _month(name: str) -> int:
    """Return the number of the month that a name or its beginning means, 0 for none."""
    low = name.lower()
    return next((at for at, names in enumerate(month_names(), 1) if any(full.startswith(low) for full in names)), 0)


def _day(text: str) -> Reading[PartialDate] | None:
    """Return what a cell in the form of a date says, None for a text of any other form."""
    if (month := _named_month(text) or _months(text)) is not None and month.months == 1:
        return _checked(text, month.year, month.first_month)
    if match := _PLAIN.fullmatch(text) or _ISO.fullmatch(text) or _DOTTED.fullmatch(text):
        return _checked(text, *(int(match[part]) for part in ("year", "month", "day") if match[part]))
    if match := _SLASHED.fullmatch(text):
        return _slashed(text, int(match["first"]), int(match["second"]), match["year"])
    return None


def _slashed(text: str, first: int, second: int, year: str) -> Reading[PartialDate]:
    if first != second and max(first, second) <= 12:
        either = f"{year}-{first:02}-{second:02}", f"{year}-{second:02}-{first:02}"
        why = Message("{0} can have the day or the month first; write {1} or {2}", quoted(text), *either)
        return Reading(None, why)
    return _checked(text, int(year), min(first, second), max(first, second))


def _checked(text: str, year: int, month: int | None = None, of_month: int | None = None) -> Reading[PartialDate]:
    try:
        date = PartialDate(year, month, of_month)
    except ValueError:
        return Reading(None, Message("{0} is not in the calendar; write {1}", quoted(text), ALLOWED_DATES))
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return Reading(None, _beyond(text, ALLOWED_DATES))
    return Reading(date, NOTHING if str(date) == text else _read_as(text, date))


def _beyond(text: str, allowed: Message) -> Message:
    return Message("{0} is not between {1} and {2}; write {3}", quoted(text), FIRST_YEAR, LAST_YEAR, allowed)


def _read_as(text: str, read: Period | PartialDate) -> Message:
    return Message("{0} is read as {1}", quoted(text), read)
