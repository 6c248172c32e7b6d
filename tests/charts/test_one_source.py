"""The charts of one source: where its marks stand, how they are drawn, what the sentence says."""

from __future__ import annotations

import pytest

from dashboard.charts import draw
from dashboard.languages.language import Language
from dashboard.wording.words import Words
from tests.charted import chart, mark, typed

SOLID_EXPORTS = {"fill": "#2a6fb0", "edge": "#2a6fb0", "opacity": 1}
HOLLOW_EXPORTS = {"fill": "rgba(0,0,0,0)", "edge": "#2a6fb0", "opacity": 1}
EN = Words(Language.EN)


def test_a_reported_level_is_solid_and_shows_its_rounding() -> None:
    found = mark(chart("levels").figure, "level:exports:2022-01/2022-10")
    assert found == {"at": 17.2, "low": 17.15, "high": 17.25, "lines": [6], **SOLID_EXPORTS}


def test_a_derived_level_is_hollow_and_shows_its_bounds() -> None:
    found = mark(chart("levels").figure, "level:exports:2021-01/2021-10")
    assert found == {"at": 18.7742, "low": 18.7125, "high": 18.8358, "lines": [4, 5, 6, 7, 9], **HOLLOW_EXPORTS}


def test_a_hedged_level_is_pale_under_a_dotted_range() -> None:
    figure = chart("levels").figure
    assert mark(figure, "level:turnover:2021")["opacity"] == 0.45
    dotted = [trace["x"] for trace in figure["data"] if trace.get("line", {}).get("dash") == "dot"]
    assert dotted == [[35.0, 45.0]]


def test_a_level_known_from_below_alone_has_a_triangle() -> None:
    drawn = draw("levels", typed("exports,2021,level,18,USD bn,1,more than,,goods,,"), EN)
    shapes = [(trace["x"], trace.get("marker", {}).get("symbol")) for trace in drawn.figure["data"]]
    triangles = [x for x, shape in shapes if shape == "triangle-right"]
    assert triangles == [[18.0], [18.0]]
    assert drawn.sentence == "Turnover in 2021: at least USD 18 bn."


def test_what_one_flow_leaves_open_is_not_drawn() -> None:
    drawn = chart("levels", "belstat-2012")
    assert [row[:2] for row in drawn.rows] == [("Turnover", "2010"), ("Turnover", "2011")]


def test_the_sentence_on_levels_gives_now_and_a_year_earlier() -> None:
    expected = "Turnover in January–October 2022: USD 34.5 bn; in January–October 2021: USD 31.28 to 31.39 bn."
    assert chart("levels").sentence == expected


def test_the_sentence_on_growth_says_what_rose_and_what_fell() -> None:
    said = "turnover rose by 10.1%; exports fell by 8.4%; imports rose by 37.7%."
    assert chart("growth").sentence == f"In January–October 2022 against January–October 2021: {said}"


def test_growth_that_crosses_zero_is_said_to_be_open() -> None:
    drawn = draw(
        "growth", typed("exports,2021,growth,0,%,1,,,goods,,", "exports,2021,level,9.0,USD bn,0.1,,,goods,,"), EN
    )
    assert drawn.sentence == "In 2021 against 2020: exports changed by 0%, the direction is open."


def test_growth_of_the_period_in_view_comes_first() -> None:
    titles = [note["text"] for note in chart("growth").figure["layout"]["annotations"]]
    assert titles == ["Jan–Oct 2022, %", "2021, %"]


def test_a_fall_by_more_than_a_number_keeps_its_open_end() -> None:
    drawn = draw(
        "growth", typed("exports,2021,growth,-5,%,1,less than,,goods,,", "exports,2021,level,9,USD bn,1,,,goods,,"), EN
    )
    assert drawn.sentence == "In 2021 against 2020: exports fell by more than 5%."


def test_growth_that_follows_from_levels_is_hollow() -> None:
    rows = [f"exports,{year},level,{value},USD bn,0.1,,,goods,," for year, value in ((2020, "10.0"), (2021, "11.0"))]
    found = mark(draw("growth", typed(*rows), EN).figure, "growth:exports:2021")
    assert (found["fill"], found["low"], found["high"]) == ("rgba(0,0,0,0)", 8.9552, 11.0553)


def test_steps_of_the_waterfall_begin_where_the_one_before_ends() -> None:
    bars, *links = chart("contributions").figure["data"][:5]
    assert [round(base, 3) for base in bars["base"]] == [0.0, -5.029, 0.0]
    assert [round(x, 3) for x in bars["x"]] == [-5.029, 15.12, 10.1]
    assert [[round(x, 3) for x in link["x"]] for link in links] == [[-5.029] * 2] * 2 + [[10.091] * 2] * 2


def test_steps_of_the_waterfall_are_written_with_their_signs() -> None:
    said = [note["text"] for note in chart("contributions").figure["layout"]["annotations"]]
    assert said[:3] == [
        "<b>Exports</b> −5.07 … −4.99 pp (−1.59 … −1.56)",
        "<b>Imports</b> +15.06 … +15.18 pp (+4.718 … +4.755)",
        "<b>Turnover</b> +10.1 pp (+3.146 … +3.184)",
    ]
    assert said[3] == "Jan–Oct 2022, pp (in brackets: USD bn)"


def test_no_line_of_the_waterfall_runs_through_a_heading() -> None:
    figure = chart("contributions").figure
    lines = [trace["y"] for trace in figure["data"] if trace.get("mode") == "lines"]
    headings = [note["y"] for note in figure["layout"]["annotations"][:3]]
    assert (lines[-3:], headings) == ([[1, 2], [3, 4], [5, 6]], [0.58, 2.58, 4.58])
    assert [[round(y, 2) for y in ends] for ends in lines[:4]] == [[1.81, 2], [3, 3.19], [3.81, 4], [5, 5.19]]
    assert not figure["layout"]["xaxis"]["zeroline"]


@pytest.mark.parametrize(
    ("name", "sides", "places"),
    [
        ("growth", {"10.1": "right", "−8.4": "left", "37.7": "right"}, [10.15, -8.45, 37.75]),
        ("balance", {"6.1–6.3": "right", "−0.2 … 0.0": "left"}, [6.304, -0.2]),
    ],
)
def test_a_number_stands_beyond_the_end_that_is_further_out(
    name: str, sides: dict[str, str], places: list[float]
) -> None:
    numbers = next(trace for trace in chart(name).figure["data"] if trace.get("mode") == "text")
    said = [text.strip("\u00a0") for text in numbers["text"]]
    assert dict(zip(said, numbers["textposition"], strict=True)) == {
        text: f"middle {side}" for text, side in sides.items()
    }
    assert [round(x, 3) for x in numbers["x"]] == places


def test_numbers_to_the_left_have_room_between_labels_and_bars() -> None:
    layout = chart("growth").figure["layout"]
    assert (layout["yaxis"]["ticks"], layout["yaxis"]["ticklen"], layout["margin"]["l"]) == ("outside", 36, 106)
    assert chart("levels").figure["layout"]["yaxis"]["ticks"] == ""


def test_rows_below_the_name_of_their_season_are_called_by_their_years() -> None:
    layout = chart("levels").figure["layout"]
    assert layout["yaxis"]["ticktext"] == ["2021", "2022"] * 3
    assert layout["yaxis2"]["ticktext"] == ["Turnover", "Exports", "Imports"]


@pytest.mark.parametrize("name", ["levels", "growth", "balance", "contributions"])
def test_whiskers_are_seen_upon_solid_bars(name: str) -> None:
    halo, whiskers = [trace["error_x"] for trace in chart(name).figure["data"] if trace.get("mode") == "none"][:2]
    assert (halo["color"], whiskers["color"]) == ("#ffffff", "#1c2126")
    assert halo["thickness"] >= whiskers["thickness"] + 2
    assert (halo["array"], halo["arrayminus"]) == (whiskers["array"], whiskers["arrayminus"])


def test_the_sentence_on_contributions_gives_signed_points() -> None:
    said = "exports −5.07 to −4.99 pp, imports +15.06 to +15.18 pp."
    assert chart("contributions").sentence == f"To the growth of turnover in January–October 2022: {said}"


def test_the_table_of_contributions_has_the_change_in_bn() -> None:
    drawn = chart("contributions")
    assert drawn.columns[-2:] == ("In bn, from", "In bn, to")
    assert drawn.rows[0][-2:] == ("−1.59", "−1.56")


def test_a_balance_that_may_be_zero_is_no_deficit() -> None:
    said = "a balance of USD −0.2 to 0.0 bn, after a surplus of USD 6.1 to 6.3 bn in January–October 2021."
    assert chart("balance").sentence == f"Russia in January–October 2022: {said}"


def test_a_balance_on_both_sides_of_zero_has_no_known_sign() -> None:
    drawn = draw("balance", typed("balance,2021,level,0.0,USD bn,0.1,,,goods,,"), EN)
    assert drawn.sentence == "Russia in 2021: a balance of USD 0.0 bn, its sign open."


def test_a_deficit_is_said_without_a_sign() -> None:
    assert chart("balance", "belstat-2017-02").sentence == "Belarus in 2016: a deficit of USD 4.4 to 4.6 bn."


@pytest.mark.parametrize(
    ("hedge", "said"),
    [
        ("", "USD 6.1 bn"),
        ("less than", "more than USD 6.1 bn"),
        ("at most", "at least USD 6.1 bn"),
        ("about", "about USD 6.1 bn"),
        ("nearly", "USD 6.10 to 6.20 bn"),
    ],
)
def test_the_size_of_a_deficit_has_the_hedge_that_fits_it(hedge: str, said: str) -> None:
    drawn = draw("balance", typed(f"balance,2022,level,-6.1,USD bn,0.1,{hedge},,goods,,"), EN)
    assert drawn.sentence == f"Russia in 2022: a deficit of {said}."


def test_lines_that_contradict_the_others_are_named() -> None:
    said = "In contradiction with the other rows and left out of derived figures: lines 70, 75."
    assert said in chart("levels", "kremlin-2024-05").note


def test_a_note_begins_with_what_the_key_of_the_page_says_too() -> None:
    drawn = chart("contributions")
    assert drawn.key == (
        "Solid: reported. Hollow: derived from other reported figures. "
        "Whiskers: the interval in which the true number lies."
    )
    assert drawn.own_note == "Each bar begins at the middle of the interval in which the one before ends."
    assert drawn.note == f"{drawn.key} {drawn.own_note}"
    assert chart("levels").own_note == (
        "Pale: reported with “about” or “nearly”. Triangle: open-ended, the true number may lie further that way."
    )


def test_the_source_line_names_publisher_date_and_lines() -> None:
    expected = "Source: Ministry of Foreign Affairs of Russia, January 2023; lines 2, 4–9 of observations.csv"
    assert chart("levels").source == expected


def test_a_mark_says_who_reported_it_and_what_it_stands_for() -> None:
    [bars] = [
        trace for trace in chart("growth").figure["data"] if "growth:exports:2022-01/2022-10" in trace.get("ids", ())
    ]
    assert bars["hovertext"][1].split("<br>") == [
        "<b>Exports, January–October 2022</b>",
        "−8.4%",
        "stands for −8.45 to −8.35%",
        "reported on line 7",
        "Ministry of Foreign Affairs of Russia, January 2023",
    ]


@pytest.mark.parametrize("name", ["levels", "growth"])
def test_a_longer_bar_is_a_greater_number_in_every_panel(name: str) -> None:
    layout = chart(name).figure["layout"]
    assert layout["xaxis"]["range"] == layout["xaxis2"]["range"]


def test_few_bars_are_given_room() -> None:
    few, many = (chart(name).figure["layout"]["height"] for name in ("balance", "levels"))
    assert (few, many) == (144, 446)
