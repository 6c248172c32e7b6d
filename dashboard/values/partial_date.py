"""Dates as far as they are known: a day, a month or a year, and runs from one such date to another."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import total_ordering

from dashboard.values.period import Period


@total_ordering
@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date of which the day, or the month as well, may be unknown.

    It sorts by the last day that it can mean, so that nothing counts as known before it was; of those with the same
    last day the one that is known best comes first.

    Attributes:
        month: 1 to 12, or None.
        day: 1 to 31, or None; without a month there is none.

    Raises:
        ValueError: The date is not in the calendar.
    """

    year: int
    month: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        date(self.year, *(1 if part is None else part for part in (self.month, self.day)))

    @property
    def period(self) -> Period:
        """The month or the year that the date lies in, as far as it is known; the month of a day."""
        return Period(self.year * 12 + (self.month or 1) - 1, 12 if self.month is None else 1)

    @property
    def first_day(self) -> date:
        """The first day that it can mean: 1 January 2023 for 2023."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last_day(self) -> date:
        """The last day that it can mean: 31 January 2023 for 2023-01."""
        return self.period.last_day if self.day is None else self.first_day

    def __lt__(self, other: PartialDate) -> bool:
        return (self.last_day, other.first_day) < (other.last_day, self.first_day)

    def __str__(self) -> str:
        return "-".join([f"{self.year:04}", *(f"{part:02}" for part in (self.month, self.day) if part is not None)])


@total_ordering
@dataclass(frozen=True, slots=True)
class DateRange:
    """The days from one date to another, both included; sorts by its first day, then by its last.

    Attributes:
        first, last: As far as each is known; the same for a single date.
    """

    first: PartialDate
    last: PartialDate

    @staticmethod
    def of(period: Period) -> DateRange:
        """Return the first and the last month of a period, or of whole years the first and the last year."""
        if period.first_month == 1 and period.last_month == 12:
            return DateRange(PartialDate(period.year), PartialDate(period.last_year))
        first, last = (PartialDate(month // 12, month % 12 + 1) for month in (period.start, period.end - 1))
        return DateRange(first, last)

    @property
    def period(self) -> Period | None:
        """The whole months that it is; None where it begins or ends with a day."""
        if self.first.day is not None or self.last.day is not None:
            return None
        return Period(self.first.period.start, self.last.period.end - self.first.period.start)

    @property
    def first_day(self) -> date:
        """The first day that it can mean."""
        return self.first.first_day

    @property
    def last_day(self) -> date:
        """The last day that it can mean."""
        return self.last.last_day

    def __lt__(self, other: DateRange) -> bool:
        return (self.first_day, self.last_day) < (other.first_day, other.last_day)

    def __str__(self) -> str:
        """Return it as the files write it: "2022-06-30/2022-07-01", "2022-Q3", "2022"."""
        if self.first == self.last:
            return str(self.first)
        if (period := self.period) is not None and self.first.month is not None:
            return str(period)
        return f"{self.first}/{self.last}"
