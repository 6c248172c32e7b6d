"""Ticks as plotly chooses them; the expected ones were read off its own drawings."""

from __future__ import annotations

from typing import Any

import pytest

from dashboard.charts.axes import Scale, across, from_top, ticks, upright

LAYOUT = {
    "height": 238,
    "margin": {"l": 70, "r": 130, "t": 4, "b": 4},
    "xaxis": {"range": [-9.374, 37.75]},
    "yaxis2": {"range": [1, 0], "domain": [0.13043478260869568, 0.24347826086956526]},
}


def said(low: float, high: float, separators: str = ".,", **axis: Any) -> list[str]:  # noqa: ANN401 - plotly's settings
    return [text for _, text in ticks(axis, Scale(low, high, 0, 100), separators)]


def test_a_scale_is_placed_in_per_cent_across_and_in_px_from_the_top() -> None:
    assert round(across(LAYOUT, "x").at(20), 2) == 62.33
    scale = upright(LAYOUT, "y2")
    assert [round(scale.at(value), 6) for value in (0, 0.5, 1)] == [178, 191, 204]
    assert from_top(LAYOUT, 0.5) == 119


@pytest.mark.parametrize(
    ("low", "high", "nticks", "expected"),
    [
        (-9.374, 37.75, 4, ["0", "20"]),
        (0, 33.3, 4, ["0", "10", "20", "30"]),
        (0, 45.9, 6, ["0", "10", "20", "30", "40"]),
        (-0.33, 6.304, 4, ["0", "2", "4", "6"]),
        (-5.37, 10.15, 4, ["−5", "0", "5", "10"]),
        (40, 0, 4, ["0", "20", "40"]),
        (0, 1, 4, ["0", "0.5", "1"]),
        (0, 0.05, 4, ["0", "0.02", "0.04"]),
        (0, 36000, 4, ["0", "10,000", "20,000", "30,000"]),
    ],
)
def test_ticks_are_round_numbers_and_no_more_than_asked_for(
    low: float, high: float, nticks: int, expected: list[str]
) -> None:
    assert said(low, high, nticks=nticks) == expected


def test_ticks_are_written_as_the_language_writes_numbers() -> None:
    assert said(0, 10000, ",\xa0", nticks=2) == ["0", "5\xa0000", "10\xa0000"]
    assert said(0, 1, ",\xa0", nticks=4) == ["0", "0,5", "1"]


def test_years_have_no_sign_between_their_digits() -> None:
    assert said(2008.4, 2025.6, nticks=9, tickformat="d")[:2] == ["2010", "2012"]


def test_ticks_that_are_listed_are_taken_where_the_scale_has_them() -> None:
    assert said(-6.4, 6.4, tickvals=[-9, -1, 0], ticktext=["a", "b", "c"]) == ["b", "c"]
