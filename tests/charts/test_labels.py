"""What stands beside marks: names as long as there is room, never cut inside a word, and on which side."""

from __future__ import annotations

import pytest

from dashboard.charts.labels import Labelled, beside, fitting, on_a_side

PORTAL = "Portal «Внешняя торговля России» (Foreign Trade of Russia)"


@pytest.mark.parametrize(
    ("room", "said"),
    [
        (460, "Portal «Внешняя торговля России» (Foreign Trade of Russia), May 2021"),
        (350, "Portal «Внешняя торговля России», May 2021"),
        (240, "Portal «Внешняя торговля…», May 2021"),
        (190, "Portal «Внешняя…», May 2021"),
        (130, "Portal…, May 2021"),
    ],
)
def test_a_name_loses_its_brackets_then_words_and_its_quotation_is_closed(room: int, said: str) -> None:
    assert fitting(PORTAL, "May 2021", room) == said


def test_what_follows_a_comma_goes_before_words_do() -> None:
    name = "Prime Minister of Belarus (Golovchenko), via the Russian government"
    assert fitting(name, "2024", 360) == "Prime Minister of Belarus, via the Russian government, 2024"
    assert fitting(name, "2024", 200) == "Prime Minister of Belarus, 2024"


def test_no_cut_name_ends_with_a_word_that_only_joins() -> None:
    assert fitting("Press service of the Russian government", "", 140) == "Press service…"


def test_a_single_word_that_is_too_long_is_cut() -> None:
    assert fitting("A" * 100, "2024", 120) == "A" * 13 + "…, 2024"


def test_a_name_stands_before_its_mark_where_it_is_whole_there_else_after_it() -> None:
    assert on_a_side("Belstat (via RBC)", "2017", 200, 200) == ("Belstat (via RBC), 2017", True)
    assert on_a_side("Belstat (via RBC)", "2017", 50, 200) == ("Belstat (via RBC), 2017", False)


def test_a_whole_name_is_worth_more_than_its_date() -> None:
    assert on_a_side("Ministry of Foreign Affairs", "January 2023", 180, 10) == ("Ministry of Foreign Affairs", True)


def test_a_name_without_room_for_two_words_is_left_to_card_and_table() -> None:
    assert on_a_side("Ministry of Foreign Affairs", "January 2023", 60, 10) == ("", True)


def test_narrow_pictures_have_the_number_alone_and_wide_ones_the_name_too() -> None:
    row = Labelled(low=30, high=30, y=50, number="34.5", name="Office <1>", date="2024", is_bold=True)
    narrow, wide = beside([row], (0, 40), 40, 100)
    assert (narrow["uid"], narrow["x"], narrow["y"], narrow["text"]) == ("narrow", [30], [50], ["\u2003<b>34.5</b>"])
    assert (wide["uid"], wide["x"], wide["textposition"]) == ("wide", [30, 30], ["middle left", "middle right"])
    assert wide["text"] == [
        '<span style="color:#59626a"><b>Office &lt;1&gt;, 2024</b></span>\u2003',
        "\u2003<b>34.5</b>",
    ]
