from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.bounds.timeline import Timeline
from dashboard.values.errors import QuestionError
from dashboard.values.period import Period


def timeline(*texts: str) -> Timeline:
    return Timeline.of(Period.parse(text) for text in texts)


def signs(known: Timeline, text: str) -> list[tuple[str, int]]:
    return [(str(known.totals[index]), sign) for index, sign in known.signs(Period.parse(text))]


def test_a_year_to_date_chain_needs_one_total_for_each_release() -> None:
    assert str(timeline("2022-H1", "2022-Q1", "2022", "2022-01")) == "2022-01, 2022-Q1, 2022-H1, 2022"


def test_no_periods_need_no_totals() -> None:
    assert str(timeline()) == "none"


def test_a_period_from_the_chains_start_is_one_total() -> None:
    assert signs(timeline("2022-Q1", "2022"), "2022-Q1") == [("2022-Q1", 1)]


def test_a_period_inside_is_a_difference_of_two_totals() -> None:
    assert signs(timeline("2022-Q2", "2022"), "2022-Q2") == [("2022-H1", 1), ("2022-Q1", -1)]


def test_overlapping_periods_that_do_not_nest_share_one_chain() -> None:
    known = timeline("2022-H1", "2022-03/2022-08")
    assert str(known) == "2022-01/2022-02, 2022-H1, 2022-01/2022-08"
    assert signs(known, "2022-03/2022-08") == [("2022-01/2022-08", 1), ("2022-01/2022-02", -1)]


def test_periods_that_only_touch_are_chains_of_their_own() -> None:
    known = timeline("2022-H1", "2022-H2")
    assert str(known) == "2022-H1, 2022-H2"
    assert [(a, b, str(gap)) for a, b, gap in known.steps()] == [(0, -1, "2022-H1"), (1, -1, "2022-H2")]


def test_a_period_across_the_new_year_joins_two_years() -> None:
    known = timeline("2021", "2021-11/2022-02", "2022")
    assert str(known) == "2021-01/2021-10, 2021, 2021-01/2022-02, 2021-01/2022-12"
    assert signs(known, "2022") == [("2021-01/2022-12", 1), ("2021", -1)]


def test_totals_are_followed_by_the_months_between() -> None:
    steps = timeline("2022-Q1", "2022", "2021").steps()
    assert [(a, b, str(gap)) for a, b, gap in steps] == [(0, -1, "2021"), (1, -1, "2022-Q1"), (2, 1, "2022-04/2022-12")]


@pytest.mark.parametrize("text", ["2022-02", "2023", "2021-12/2022-03", "2022-02/2022-12"])
def test_a_period_that_begins_or_ends_where_nothing_was_cut_is_a_question_error(text: str) -> None:
    message = r"^no running total ends with .*; the periods known here are 2022-Q1, 2022$"
    with pytest.raises(QuestionError, match=message):
        timeline("2022-Q1", "2022").signs(Period.parse(text))


@given(st.lists(st.builds(Period, st.integers(24240, 24300), st.integers(1, 14)), min_size=1, max_size=12))
def test_every_period_is_the_sum_of_its_months(periods: list[Period]) -> None:
    known = Timeline.of(periods)
    for period in periods:
        months = [0] * 100
        for index, sign in known.signs(period):
            total = known.totals[index]
            for month in range(total.start, total.end):
                months[month - 24240] += sign
        assert months == [int(period.start <= 24240 + month < period.end) for month in range(100)]
