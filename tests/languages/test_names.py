"""Names of months: what is written is read, and no name means two months."""

from __future__ import annotations

from dashboard.languages.language import Language
from dashboard.languages.names import CALENDAR, month_names
from dashboard.reading.dates import period
from dashboard.values.period import Period


def test_what_is_written_of_a_month_is_read_as_that_month() -> None:
    for language in Language:
        for names in CALENDAR[language].months.values():
            for month, name in enumerate(names):
                assert period(f"{name} 2022").value == Period(2022 * 12 + month, 1)


def test_every_name_that_is_accepted_means_one_month() -> None:
    for month, names in enumerate(month_names()):
        assert {period(f"{name.rstrip('*')} 2022").value for name in names} == {Period(2022 * 12 + month, 1)}
