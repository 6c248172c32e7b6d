from datetime import date
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.values.partial_date import DateRange, PartialDate
from dashboard.values.period import Period

days = st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 12, 31))
dates = st.builds(lambda day, known: PartialDate(*day.timetuple()[:known]), days, st.sampled_from([1, 2, 3]))


@pytest.mark.parametrize(
    ("made", "text", "first", "last"),
    [
        (PartialDate(2023, 1, 17), "2023-01-17", date(2023, 1, 17), date(2023, 1, 17)),
        (PartialDate(2024, 2), "2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        (PartialDate(2023), "2023", date(2023, 1, 1), date(2023, 12, 31)),
    ],
)
def test_a_date_means_the_days_of_what_is_known(made: PartialDate, text: str, first: date, last: date) -> None:
    assert (str(made), made.first_day, made.last_day) == (text, first, last)


@pytest.mark.parametrize("parts", [(2023, 13), (2023, 2, 29), (0,), (2023, 1, 0)])
def test_a_date_is_in_the_calendar(parts: tuple[int, ...]) -> None:
    with pytest.raises(ValueError, match=r"must be in|out of range"):
        PartialDate(*parts)


def test_dates_sort_by_their_last_days_the_best_known_first() -> None:
    order = [
        *(PartialDate(2022, 11), PartialDate(2022, 12, 30), PartialDate(2022, 12, 31), PartialDate(2022, 12)),
        *(PartialDate(2022), PartialDate(2023, 1, 1)),
    ]
    assert all(sorted(mixed) == order for mixed in permutations(order))


@given(dates, dates)
def test_no_date_counts_before_a_later_one(a: PartialDate, b: PartialDate) -> None:
    assert (a < b) + (b < a) + (a == b) == 1
    assert a.last_day <= b.last_day if a < b else b.last_day <= a.last_day


@pytest.mark.parametrize(
    ("period", "text"),
    [
        ("2022", "2022"),
        ("2021/2023", "2021/2023"),
        ("2022-Q3", "2022-Q3"),
        ("2022-10", "2022-10"),
        ("2022-01/2022-10", "2022-01/2022-10"),
        ("2021-11/2022-02", "2021-11/2022-02"),
    ],
)
def test_a_period_is_a_run_of_its_months(period: str, text: str) -> None:
    run = DateRange.of(Period.parse(period))
    assert str(run) == text
    assert run.period == Period.parse(period)
    assert (run.first_day, run.last_day) == (Period.parse(period).first_day, Period.parse(period).last_day)


def test_a_run_of_days_is_no_period() -> None:
    run = DateRange(PartialDate(2022, 6, 30), PartialDate(2022, 7, 1))
    assert (str(run), run.period) == ("2022-06-30/2022-07-01", None)
    assert DateRange(PartialDate(2022, 6, 30), PartialDate(2022, 7)).period is None


def test_runs_sort_by_their_first_days_then_by_their_last() -> None:
    year, half, day = (
        DateRange.of(Period.parse("2022")),
        DateRange.of(Period.parse("2022-H1")),
        DateRange(PartialDate(2022, 1, 2), PartialDate(2022, 1, 2)),
    )
    assert sorted([day, year, half]) == [half, year, day]
