"""Calendar periods: what "2022-01/2022-10" means, how two periods lie to each other.

A period is a run of whole months. Everything else is derived from its first month and its length, so
"2016", "2016-01/2016-12", "2016-Q1/2016-Q4" and "2016-H1/2016-H2" are one and the same value.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from typing import Final

from dashboard.values.errors import PeriodError
from dashboard.values.message import Message

ALLOWED: Final = Message("2021, 2022-10, 2022-Q3, 2022-H1 or 2022-01/2022-10")
_PART = re.compile(r"(?P<year>\d{4})(?:-(?:(?P<month>\d{2})|Q(?P<quarter>[1-4])|H(?P<half>[12])))?")
_MONTHS: Final = {12: "year", 6: "half", 3: "quarter", 1: "month"}


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """A run of whole months; sorts by its first month, then by its length.

    Attributes:
        start: The first month as year * 12 + month - 1; January 2022 is 24264.
        months: How many months, at least 1.
    """

    start: int
    months: int

    @staticmethod
    def parse(text: str) -> Period:
        """Return the period that a text names: `Period.parse("2022-Q3")`.

        Raises:
            PeriodError: The text is not of the form 2021, 2022-10, 2022-Q3, 2022-H1 or 2022-01/2022-10.
        """
        first, slash, last = text.strip().partition("/")
        begin = _part(first, text)
        if not slash:
            return begin
        end = _part(last, text)
        if end.end <= begin.start:
            raise PeriodError(Message('"{0}" ends before it begins; write the earlier month first', text))
        return Period(begin.start, end.end - begin.start)

    @property
    def end(self) -> int:
        """The month after the last one."""
        return self.start + self.months

    @property
    def year(self) -> int:
        """The calendar year of the first month."""
        return self.start // 12

    @property
    def last_year(self) -> int:
        """The calendar year of the last month."""
        return (self.end - 1) // 12

    @property
    def first_month(self) -> int:
        """The first month's number, 1 to 12."""
        return self.start % 12 + 1

    @property
    def last_month(self) -> int:
        """The last month's number, 1 to 12."""
        return (self.end - 1) % 12 + 1

    @property
    def first_day(self) -> date:
        """The first day of the first month."""
        return date(self.year, self.first_month, 1)

    @property
    def last_day(self) -> date:
        """The last day of the last month."""
        return date(self.last_year, self.last_month, monthrange(self.last_year, self.last_month)[1])

    @property
    def kind(self) -> str:
        """Its name in the calendar: "year", "half", "quarter" or "month"; "months" when it has none."""
        name = _MONTHS.get(self.months, "months")
        aligned = self.start % self.months == 0 if name != "months" else True
        return name if aligned else "months"

    @property
    def season(self) -> tuple[int, int]:
        """Where in the year it lies: (first month, number of months). Equal seasons can be compared."""
        return (self.first_month, self.months)

    def earlier(self, years: int = 1) -> Period:
        """Return the same months `years` years earlier."""
        return Period(self.start - 12 * years, self.months)

    def contains(self, other: Period) -> bool:
        """Return whether every month of `other` is a month of this period."""
        return self.start <= other.start and other.end <= self.end

    def __str__(self) -> str:
        year, month = self.year, self.first_month
        match self.kind:
            case "year":
                return f"{year}"
            case "half":
                return f"{year}-H{(month + 5) // 6}"
            case "quarter":
                return f"{year}-Q{(month + 2) // 3}"
            case "month":
                return f"{year}-{month:02}"
            case _:
                return f"{year}-{month:02}/{self.last_year}-{self.last_month:02}"


def _part(text: str, whole: str) -> Period:
    match = _PART.fullmatch(text.strip())
    if match is None:
        raise PeriodError(Message('"{0}" is not a period; write {1}', whole, ALLOWED))
    january = int(match["year"]) * 12
    if match["quarter"]:
        return Period(january + 3 * (int(match["quarter"]) - 1), 3)
    if match["half"]:
        return Period(january + 6 * (int(match["half"]) - 1), 6)
    if not match["month"]:
        return Period(january, 12)
    if not 1 <= int(match["month"]) <= 12:
        raise PeriodError(Message('"{0}" has a month {1}; months are 01 to 12', whole, match["month"]))
    return Period(january + int(match["month"]) - 1, 1)
