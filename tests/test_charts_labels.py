"""Numbers at marks: where they stand, whose come first, and that none ever lies upon another mark or number."""

from __future__ import annotations

from dashboard.charts.labels import Labelled, with_room


def test_a_number_stands_above_its_mark_and_below_where_that_is_taken() -> None:
    alone = Labelled(0.5, 50, 0, 0, "34.5", "RUS")
    assert with_room([alone], 100) == {0: "top center"}
    above = Labelled(0.5, 68, 0, 0, "35.5", "RUS")
    assert with_room([alone, above], 100) == {0: "bottom center", 1: "top center"}


def test_a_number_stands_beside_its_mark_where_an_interval_is_in_the_way() -> None:
    assert with_room([Labelled(0.5, 50, 40, 40, "21–39", "RUS")], 100) == {0: "middle right"}
    assert with_room([Labelled(0.99, 50, 40, 40, "21–39", "RUS")], 100) == {0: "middle left"}


def test_no_number_lies_upon_a_mark_that_is_further_off_on_a_wide_screen() -> None:
    """0.02 of a phone are 6 px, which leave room to the left of both; of a wide screen they are 15 px."""
    between = [Labelled(0.48, 50, 40, 40, "", "RUS"), Labelled(0.5, 50, 40, 40, "21–39", "RUS")]
    assert with_room(between, 100)[1] == "middle right"


def test_the_last_number_of_each_side_finds_room_before_the_others() -> None:
    crowd = [Labelled(at / 100, 50, 30, 30, "34.5", "RUS") for at in range(40, 60)]
    assert next(iter(with_room([*crowd, Labelled(0.9, 50, 30, 30, "40.5", "BLR")], 100))) == 19


def test_a_number_of_many_digits_is_left_to_the_table() -> None:
    assert with_room([Labelled(0.5, 50, 0, 0, "3.217296–3.217304", "RUS")], 100) == {}


def test_no_number_lies_upon_those_of_the_scale_to_the_left_of_its_panel() -> None:
    assert with_room([Labelled(0.03, 50, 0, 0, "23.3", "BLR")], 100) == {0: "middle right"}
