from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.values.errors import PeriodError
from dashboard.values.period import Period

periods = st.builds(
    Period, start=st.integers(min_value=1900 * 12, max_value=2100 * 12), months=st.integers(min_value=1, max_value=60)
)


@pytest.mark.parametrize(
    ("text", "start", "months"),
    [
        ("2022", 24264, 12),
        ("2022-01", 24264, 1),
        ("2022-10", 24273, 1),
        ("2022-12", 24275, 1),
        ("2022-Q1", 24264, 3),
        ("2022-Q3", 24270, 3),
        ("2022-H1", 24264, 6),
        ("2022-H2", 24270, 6),
        ("2022-01/2022-10", 24264, 10),
        ("2021-11/2022-02", 24262, 4),
        ("2021/2023", 24252, 36),
        ("2022-Q1/2022-Q3", 24264, 9),
        (" 2022-01 / 2022-10 ", 24264, 10),
    ],
)
def test_a_text_names_a_run_of_months(text: str, start: int, months: int) -> None:
    assert Period.parse(text) == Period(start=start, months=months)


@pytest.mark.parametrize(
    "text", ["2016", "2016-01/2016-12", "2016-Q1/2016-Q4", "2016-H1/2016-H2", "2016/2016", "2016-01/2016-Q4"]
)
def test_a_year_is_its_twelve_months(text: str) -> None:
    assert str(Period.parse(text)) == "2016"


@pytest.mark.parametrize(
    "text",
    ["", "22", "2022-1", "2022-Q5", "2022-H3", "Oct-22", "2022-10-01", "01.10.2022", "2022-01/", "/2022", "2022-01/10"],
)
def test_a_text_of_another_form_is_refused(text: str) -> None:
    with pytest.raises(
        PeriodError, match=r"is not a period; write 2021, 2022-10, 2022-Q3, 2022-H1 or 2022-01/2022-10$"
    ):
        Period.parse(text)


@pytest.mark.parametrize("month", ["00", "13", "99"])
def test_a_month_is_one_of_twelve(month: str) -> None:
    with pytest.raises(PeriodError, match=rf'^"2022-{month}" has a month {month}; months are 01 to 12$'):
        Period.parse(f"2022-{month}")


def test_a_period_ends_after_it_begins() -> None:
    with pytest.raises(PeriodError, match=r'^"2022-10/2022-01" ends before it begins; write the earlier month first$'):
        Period.parse("2022-10/2022-01")


def test_a_wrong_period_is_a_value_error_too() -> None:
    with pytest.raises(ValueError, match="is not a period"):
        Period.parse("soon")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("2022", "year"),
        ("2022-H2", "half"),
        ("2022-Q3", "quarter"),
        ("2022-10", "month"),
        ("2022-01/2022-10", "months"),
        ("2022-02/2022-04", "months"),
        ("2022-02/2022-07", "months"),
        ("2022-02/2023-01", "months"),
        ("2021/2022", "months"),
    ],
)
def test_the_calendar_names_a_period(text: str, kind: str) -> None:
    assert Period.parse(text).kind == kind


@pytest.mark.parametrize(
    "text",
    ["2022", "2022-H1", "2022-H2", "2022-Q1", "2022-Q4", "2022-01", "2022-12", "2022-01/2022-10", "2021-11/2022-02"],
)
def test_a_period_prints_as_it_is_written(text: str) -> None:
    assert str(Period.parse(text)) == text


@pytest.mark.parametrize(
    ("text", "printed"),
    [("2022-01/2022-06", "2022-H1"), ("2022-04/2022-06", "2022-Q2"), ("2021/2022", "2021-01/2022-12")],
)
def test_a_period_prints_under_its_shortest_name(text: str, printed: str) -> None:
    assert str(Period.parse(text)) == printed


def test_years_and_months_of_both_ends() -> None:
    period = Period.parse("2021-11/2022-02")
    assert (period.year, period.first_month, period.last_year, period.last_month) == (2021, 11, 2022, 2)


def test_end_is_the_month_after() -> None:
    assert Period.parse("2022").end == Period.parse("2023-01").start


def test_periods_of_one_season_can_be_compared() -> None:
    assert Period.parse("2022-01/2022-10").season == Period.parse("2021-01/2021-10").season == (1, 10)
    assert Period.parse("2022").season != Period.parse("2022-01/2022-10").season


@pytest.mark.parametrize(
    ("text", "years", "earlier"),
    [("2022-01/2022-10", 1, "2021-01/2021-10"), ("2022", 2, "2020"), ("2022-Q1", -1, "2023-Q1")],
)
def test_the_same_months_some_years_earlier(text: str, years: int, earlier: str) -> None:
    assert Period.parse(text).earlier(years) == Period.parse(earlier)


def test_a_year_contains_its_months_and_itself() -> None:
    year = Period.parse("2022")
    assert year.contains(Period.parse("2022-01/2022-10"))
    assert year.contains(year)
    assert not year.contains(Period.parse("2022-12/2023-01"))
    assert not year.contains(Period.parse("2021-12/2022-01"))


def test_periods_sort_by_first_month_then_by_length() -> None:
    texts = ["2023", "2022", "2022-01/2022-10", "2022-02", "2022-Q1"]
    assert [str(period) for period in sorted(map(Period.parse, texts))] == [
        "2022-Q1",
        "2022-01/2022-10",
        "2022",
        "2022-02",
        "2023",
    ]


def test_repr_of_a_period_makes_it_again() -> None:
    assert repr(Period.parse("2022-Q3")) == "Period(start=24270, months=3)"


@given(periods)
def test_what_is_printed_is_read_as_the_same_period(period: Period) -> None:
    assert Period.parse(str(period)) == period


@given(periods, periods)
def test_a_period_contains_another_whose_days_lie_between_its_own(one: Period, other: Period) -> None:
    is_between = one.first_day <= other.first_day and other.last_day <= one.last_day
    assert one.contains(other) == is_between


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2022-Q3", date(2022, 7, 1), date(2022, 9, 30)),
        ("2021-11/2022-12", date(2021, 11, 1), date(2022, 12, 31)),
    ],
)
def test_a_period_has_a_first_and_a_last_day(text: str, first: date, last: date) -> None:
    assert (Period.parse(text).first_day, Period.parse(text).last_day) == (first, last)
