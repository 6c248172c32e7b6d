"""The charts of all sources: both counts side by side, never blended, and the months they cover."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dashboard.charts import draw
from dashboard.view import Unit
from dashboard.wording.language import Language
from dashboard.wording.words import Words
from tests.charted import chart, mark, marks, typed, view_of


def test_the_record_has_a_shape_for_each_side() -> None:
    shapes = {
        (name.partition(":")[0], shape)
        for trace in chart("record").figure["data"]
        if "ids" in trace
        for name, shape in zip(trace["ids"], trace["marker"]["symbol"], strict=True)
    }
    assert {("rus-pm-2022", "circle"), ("belstat-2012", "square"), ("kremlin-2024-05", "circle")} <= shapes
    assert ("belstat-2012", "circle") not in shapes


def test_the_record_keeps_two_sources_of_one_year_apart() -> None:
    names = [name for name, _, _ in marks(chart("record").figure) if name.endswith("level:turnover:2021")]
    assert len(names) == 5
    trace = chart("record").figure["data"][0]
    places = [x for x, name in zip(trace["x"], trace["ids"], strict=True) if name in names]
    assert len(set(places)) == 5
    assert all(abs(x - 2021) < 0.5 for x in places)


def test_the_record_draws_intervals() -> None:
    found = mark(chart("record").figure, "mfa-2023-01:level:turnover:2021")
    assert (found["low"], found["high"], found["opacity"]) == (35.0, 45.0, 0.45)


def test_the_record_shows_one_currency() -> None:
    roubles = {name.partition(":")[0] for name, _, _ in marks(chart("record", "rus-government-2024-10").figure)}
    assert roubles == {"rus-government-2024-10", "rus-economy-minister-2024-11"}


def test_the_key_names_the_sides_that_there_are() -> None:
    notes = chart("record", "rus-government-2024-10").note
    assert "Circle: the count of Russia." in notes


def test_the_sentence_on_the_record_gives_the_range_of_each_side() -> None:
    assert chart("record").sentence == (
        "By the count of Russia, turnover (whole year) was lowest in 2019, more than USD 35.5 bn, and highest in 2023, "
        "more than USD 46.5 bn; by the count of Belarus, turnover (whole year) was lowest in 2009, USD 23.3 bn, and "
        "highest in 2021, USD 40 bn."
    )


def test_exports_of_one_side_stand_beside_imports_of_the_other() -> None:
    figure = chart("mirror").figure
    assert mark(figure, "mfa-2023-01:level:imports:2022-01/2022-10")["at"] == 17.3
    assert mark(figure, "blr-pm-2022-12:level:exports:2022-01/2022-10")["at"] == 18.0
    headings = [note["text"] for note in figure["layout"]["annotations"]]
    assert "<b>From Belarus to Russia</b>, Jan–Oct 2022" in headings


def test_the_mirror_of_the_other_side_has_the_same_marks() -> None:
    ours, theirs = (
        {name for name, _, _ in marks(chart("mirror", s).figure)} for s in ("mfa-2023-01", "blr-pm-2022-12")
    )
    assert ours == theirs


def test_the_sentence_on_the_mirror_says_whether_the_counts_meet() -> None:
    assert chart("mirror").sentence == (
        "From Belarus to Russia, January–October 2022: USD 17.3 bn by the count of Russia, more than USD 18 bn by the"
        " count of Belarus; the two intervals are apart."
    )


def test_the_calendar_draws_ten_months_as_ten_months() -> None:
    bars = chart("calendar").figure["data"][0]
    at = bars["ids"].index("mfa-2023-01:2022-01/2022-10")
    assert (bars["base"][at], bars["x"][at], bars["customdata"][at]) == (2022.0, 10 / 12, [4, 5, 6, 7, 8, 9])


def test_the_calendar_leaves_bases_hollow() -> None:
    bars = chart("calendar").figure["data"][0]
    fills = dict(zip(bars["ids"], bars["marker"]["color"], strict=True))
    assert fills["mfa-2023-01:2021-01/2021-10"] == "rgba(0,0,0,0)"
    assert fills["mfa-2023-01:2022-01/2022-10"] == "#2f3e46"
    assert fills["fcs-2020-05:2020-Q1"] == "#7d8a96"


def test_the_calendar_shows_events_in_their_place() -> None:
    events = chart("calendar").figure["data"][1]
    places = {name: round(x, 3) for name, x in zip(events["ids"], events["x"], strict=True)}
    assert places["event:7"] == 2022.495
    assert "Ninth Forum of Regions" in events["hovertext"][list(places).index("event:7")]


def test_the_sentence_on_the_calendar_counts_months() -> None:
    said = "published figures cover 138 of 202 months; sources: 24."
    assert chart("calendar").sentence == f"From January 2009 to October 2025, {said}"


def test_an_event_known_by_its_quarter_stands_at_its_first_day() -> None:
    view = typed(
        "exports,2022,level,9,USD bn,1,,,goods,,",
        events="2022-Q3,Fair,,x\n2022-07-01/2022-07-03,Talks,,x\n1999,Treaty,,x\n",
    )
    drawn = draw("calendar", view, Words(Language.EN))
    assert drawn.figure["data"][1]["x"] == [2022.5, 2022.5]
    assert [row[:2] for row in drawn.rows[1:]] == [
        ("Fair", "Q3 2022"),
        ("Talks", "1–3\u00a0July 2022"),
    ]


def test_sources_that_found_no_room_are_counted() -> None:
    drawn = chart("calendar")
    assert "Not drawn" not in drawn.note
    assert len({row[0] for row in drawn.values if row[2] == "reported"}) == 24


def test_a_run_of_years_is_a_season_of_its_own() -> None:
    rows = ["turnover,2020-01/2021-12,level,20,USD bn,1,,,goods,,", "turnover,2021,level,10,USD bn,1,,,goods,,"]
    notes = [note["text"] for note in draw("record", typed(*rows), Words(Language.EN)).figure["layout"]["annotations"]]
    assert notes[1:] == ["2020–2021, USD bn", "Whole year, USD bn"]


def test_the_mirror_shows_a_gap_and_its_scale_says_that_it_does_not_begin_at_zero() -> None:
    drawn = chart("mirror")
    low, high = drawn.figure["layout"]["xaxis"]["range"]
    assert 14 < low < 14.5
    assert 18 < high < 18.1
    assert "The scale does not begin at zero." in drawn.note


def test_a_flow_goes_to_a_country_in_its_own_case() -> None:
    said = [chart("mirror", language=language).sentence.partition(",")[0] for language in (Language.RU, Language.BE)]
    assert said == ["Из Беларуси в Россию", "З Беларусі ў Расію"]


@pytest.mark.parametrize("name", ["record", "mirror"])
def test_amounts_of_a_month_stand_on_one_scale(name: str) -> None:
    drawn = draw(name, replace(view_of("mfa-2023-01"), shown_in=Unit.BN_MONTH), Words(Language.EN))
    assert {axis for name, _, axis in marks(drawn.figure) if ":balance:" not in name} == {"x"}
    assert "USD bn a month" in [note["text"] for note in drawn.figure["layout"]["annotations"]]
    assert {row[drawn.columns.index("Unit")] for row in drawn.rows} == {"USD bn a month"}


def test_the_latest_number_of_each_side_stands_at_its_mark() -> None:
    written = {text for trace in chart("record").figure["data"] for text in trace["text"]}
    assert {"≥\xa046.5", "44"} <= written
