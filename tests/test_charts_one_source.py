"""The charts of one source: where its marks stand, how they are drawn, what the sentence says."""

from __future__ import annotations

import pytest

from dashboard.charts import draw
from dashboard.wording.language import Language
from dashboard.wording.words import Words
from tests.charted import chart, mark, typed

SOLID_EXPORTS = {"fill": "#2a6fb0", "edge": "#2a6fb0", "opacity": 1}
HOLLOW_EXPORTS = {"fill": "rgba(0,0,0,0)", "edge": "#2a6fb0", "opacity": 1}
EN = Words(Language.EN)

TOUCHING = (("exports", "1.0", "0.1"), ("imports", "1.0", "0.1"), ("turnover", "2.2", "0.2"))
"""1.05 + 1.05 is the most that the parts allow, 2.1 the least that turnover stands for."""


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


def test_a_row_that_fits_the_others_reaches_into_what_they_allow() -> None:
    traces = chart("consistency").figure["data"]
    reported = traces[0]
    at = reported["customdata"].index([4])
    assert (reported["base"][at], reported["x"][at]) == (-1.0, 2.0)
    implied = next(trace for trace in traces if "implied:4:low" in trace.get("ids", ()))
    assert implied["x"] == [-2.0, 2.0]
    assert implied["marker"]["symbol"] == ["line-ns-open", "line-ns-open"]


def test_what_reaches_beyond_the_picture_is_a_triangle_at_its_edge() -> None:
    traces = chart("consistency", "kremlin-2024-05").figure["data"]
    implied = next(trace for trace in traces if "implied:75:low" in trace.get("ids", ()))
    assert implied["x"] == [6, 6]
    assert implied["marker"]["symbol"] == ["triangle-right", "triangle-right"]


def test_a_verdict_is_a_shape_and_a_word() -> None:
    notes = [note["text"] for note in chart("consistency", "kremlin-2024-05").figure["layout"]["annotations"]]
    assert "<b>✕ outside</b><br>12.3–12.5<br>without line 70" in notes
    assert "● consistent<br>−2.34 … −2.23<br>without line 70" in notes


def test_a_row_of_a_conflict_is_outside_or_fits_without_another() -> None:
    drawn = chart("consistency", "rus-government-2023-03")
    notes = [note["text"].replace("\xa0", " ") for note in drawn.figure["layout"]["annotations"]]
    assert {"(✕) in the conflict<br>42.75–43.85<br>without line 63", "<b>✕ outside</b><br>11.9–12.2"} < set(notes)
    said = [row[-2].replace("\xa0", " ") for row in drawn.rows]
    assert said[:3] == ["in the conflict; fits without line 63", "outside by 0.3 pp", "outside by USD 0.28 bn"]
    assert {row[-2] for row in drawn.values} == {"contradiction"}
    assert "Turnover, 2022: USD 43.4 bn: in the conflict; fits without line 63;" in drawn.text.replace("\xa0", " ")
    hover = drawn.figure["data"][0]["hovertext"][0]
    assert "others allow USD 42.75 to 43.85 bn without line 63<br>(✕) in the conflict; fits" in hover.replace(
        "\xa0", " "
    )


def test_a_dashed_line_joins_a_row_with_what_the_others_allow_and_says_how_far_that_is() -> None:
    figure = chart("consistency", "rus-government-2023-03").figure
    dashed = [trace["x"] for trace in figure["data"] if trace.get("line", {}).get("dash") == "dash"]
    assert [[round(x, 2) for x in ends] for ends in dashed] == [[-1, -1.61], [-1, -6], [1, 6], [1, 6]]
    assert {"0.3", "0.28", "0.42", "0.95"} < {note["text"] for note in figure["layout"]["annotations"]}


def test_the_scale_has_a_line_at_what_is_printed_and_at_both_ends_of_what_it_stands_for() -> None:
    shapes = chart("consistency").figure["layout"]["shapes"]
    first = [(shape["x0"], shape["y0"], shape["y1"], shape["layer"]) for shape in shapes[::8]]
    assert first == [(-1, 0.36, 1, "below"), (0, 0.36, 1, "below"), (1, 0.36, 1, "below")]
    assert len(shapes) == 24


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("mfa-2023-01", "All reported numbers can be true at once; rows checked: 8."),
        (
            "kremlin-2024-05",
            "The numbers cannot all be true at once; rows in a conflict: 9 of 12, outside what the others allow: 6.",
        ),
    ],
)
def test_the_sentence_on_consistency_gives_the_verdict(source: str, said: str) -> None:
    assert chart("consistency", source).sentence == said


def test_rows_that_only_just_touch_leave_the_verdict_open() -> None:
    rows = [f"{flow},2021,level,{value},USD bn,{step},,,goods,," for flow, value, step in TOUCHING]
    drawn = draw("consistency", typed(*rows), EN)
    said = "hangs on how hedges and ties are read; open rows: 3 of 3."
    assert drawn.sentence == f"Whether all numbers can be true at once {said}"
    assert "◆ undecided<br>1.05–1.35" in [note["text"] for note in drawn.figure["layout"]["annotations"]]


@pytest.mark.parametrize("name", ["levels", "growth"])
def test_a_longer_bar_is_a_greater_number_in_every_panel(name: str) -> None:
    layout = chart(name).figure["layout"]
    assert layout["xaxis"]["range"] == layout["xaxis2"]["range"]


def test_few_bars_are_given_room() -> None:
    few, many = (chart(name).figure["layout"]["height"] for name in ("balance", "levels"))
    assert (few, many) == (144, 446)
