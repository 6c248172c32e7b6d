"""The slopes from a year earlier to now: which are drawn, where their labels stand, where their scale begins."""

from __future__ import annotations

import pytest

from dashboard.charts import draw
from dashboard.languages.language import Language
from dashboard.wording.words import Words
from tests.charted import chart, typed

EN = Words(Language.EN)


def test_a_slope_joins_what_was_derived_with_what_was_reported() -> None:
    slope = next(trace for trace in chart("flows").figure["data"] if "level:exports:2021-01/2021-10" in trace["ids"])
    assert (slope["mode"], slope["x"]) == ("lines+markers", [0, 1])
    assert slope["marker"]["color"] == ["#ffffff", "#2a6fb0"]


def test_no_slope_is_drawn_against_what_the_rows_prove() -> None:
    """22 or more after 20.9 to 38.6 would look like a fall, but growth of 5 % is reported."""
    [points] = chart("flows", "rus-pm-2022").figure["data"]
    assert points["mode"] == "markers"


def test_labels_of_slopes_that_end_close_together_stand_apart() -> None:
    layout = chart("flows").figure["layout"]
    low, high = layout["yaxis"]["range"]
    labels = {
        note["text"].partition("<br>")[0]: note["y"] * 284 / (high - low) + note["yshift"]
        for note in layout["annotations"]
        if note["x"] == 1 and note["text"].startswith("<b>")
    }
    assert labels["<b>Imports</b>"] - labels["<b>Exports</b>"] == pytest.approx(38)


def test_the_scale_of_slopes_says_that_it_does_not_begin_at_zero() -> None:
    drawn = chart("flows")
    assert [round(end, 2) for end in drawn.figure["layout"]["yaxis"]["range"]] == [10.76, 36.31]
    assert "The scale does not begin at zero." in drawn.note


def test_a_small_change_is_no_steep_slope() -> None:
    rows = [f"exports,{year},level,{value},USD bn,0.1,,,goods,," for year, value in ((2021, "10.0"), (2022, "10.1"))]
    low, high = draw("flows", typed(*rows), EN).figure["layout"]["yaxis"]["range"]
    assert (low, high) == pytest.approx((5.075, 10.556))


def test_slopes_from_near_zero_begin_at_zero() -> None:
    rows = [f"exports,{year},level,{value},USD bn,0.1,,,goods,," for year, value in ((2021, "1.0"), (2022, "10.0"))]
    drawn = draw("flows", typed(*rows), EN)
    assert drawn.figure["layout"]["yaxis"]["range"][0] == 0
    assert "The scale does not begin at zero." not in drawn.note


def test_slopes_name_their_unit_in_the_picture() -> None:
    assert [note["text"] for note in chart("flows").figure["layout"]["annotations"]][-1] == "USD bn"


def test_the_sides_of_the_slopes_are_named_in_line_with_their_labels_so_that_they_never_touch() -> None:
    headings = chart("flows", language=Language.RU).figure["layout"]["annotations"][-3:-1]
    assert [(one["text"], one["x"], one["xanchor"]) for one in headings] == [
        ("янв.–окт.<br>2021", 0, "right"),
        ("янв.–окт.<br>2022", 1, "left"),
    ]
