"""Where a scale puts values, and which round numbers stand at it."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.charts.axes import across, amounts, from_top, upright, years
from dashboard.languages.language import Language
from dashboard.wording.words import Words

LAYOUT = {
    "height": 238,
    "margin": {"l": 70, "r": 130, "t": 4, "b": 4},
    "xaxis": {"range": [-9.374, 37.75]},
    "yaxis2": {"range": [1, 0], "domain": [0.13043478260869568, 0.24347826086956526]},
}


def test_a_scale_is_placed_in_per_cent_across_and_in_px_from_the_top() -> None:
    assert round(across(LAYOUT, "x").at(20), 2) == 62.33
    scale = upright(LAYOUT, "y2")
    assert [round(scale.at(value), 6) for value in (0, 0.5, 1)] == [178, 191, 204]
    assert from_top(LAYOUT, 0.5) == 119


@pytest.mark.parametrize(
    ("low", "high", "most", "expected"),
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
    low: float, high: float, most: int, expected: list[str]
) -> None:
    assert amounts((low, high), most, Words(Language.EN))["ticktext"] == expected


@given(st.floats(-1e6, 1e6), st.floats(1e-3, 1e6), st.integers(2, 9))
def test_ticks_lie_evenly_on_the_scale(low: float, length: float, most: int) -> None:
    values = amounts((low, low + length), most, Words(Language.EN))["tickvals"]
    steps = [after - before for before, after in pairwise(values)]
    assert all(low - length / 1000 <= value <= low + length * 1.001 for value in values)
    assert len(values) <= most + 1
    assert all(abs(step - steps[0]) < length / 1000 for step in steps)


def test_ticks_are_written_as_the_language_writes_numbers() -> None:
    assert amounts((0, 10000), 2, Words(Language.RU))["ticktext"] == ["0", "5\xa0000", "10\xa0000"]
    assert amounts((0, 1), 4, Words(Language.RU))["ticktext"] == ["0", "0,5", "1"]


def test_years_have_no_sign_between_their_digits_and_none_stands_twice() -> None:
    assert years((2008.4, 2025.6), 9)["ticktext"][:2] == ["2010", "2012"]
    assert years((2021.9, 2023.1), 7)["ticktext"] == ["2022", "2023"]
