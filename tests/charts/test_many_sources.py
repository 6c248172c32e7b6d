"""The charts of all sources: both counts side by side, never blended, and the months they cover."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from dashboard.charts import draw
from dashboard.judging.view import Unit
from dashboard.languages.language import Language
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


def test_the_record_has_a_row_for_every_number_of_a_year_those_of_the_side_in_view_first() -> None:
    trace = chart("record").figure["data"][0]
    rows = {name: y for name, y in zip(trace["ids"], trace["y"], strict=True) if name.endswith("level:turnover:2021")}
    assert list(rows) == [
        "rus-president-2022-12:level:turnover:2021",
        "rus-pm-2022:level:turnover:2021",
        "mfa-2023-01:level:turnover:2021",
        "rus-government-2023-03:level:turnover:2021",
        "belstat-2022-09:level:turnover:2021",
    ]
    assert list(rows.values()) == [380.5, 401.5, 422.5, 443.5, 464.5]


def test_every_number_on_the_record_is_written_beside_its_mark() -> None:
    narrow = [trace for trace in chart("record").figure["data"] if trace.get("uid", "").startswith("narrow")]
    assert [[text.strip("\u2003") for text in trace["text"]] for trace in narrow] == [
        [
            "23.3",
            "28.027–28.048",
            "38.61",
            "nearly 39.7",
            "27.46–27.60",
            "26.1",
            "26.18–26.29",
            "26.1–26.4",
            "32.4",
            "32.3–32.5",
            "▶ more than 35.5",
            "35.67–35.72",
            "29.52",
            "29.3–30.0",
            "38.5",
            "38.5",
            "<b>about 40</b>",
            "38.66–38.80",
            "40",
            "43.4",
            "44.18–44.32",
            "▶ more than 46.5",
        ],
        ["<b>31.28–31.39</b>", "<b>34.5</b>", "42.7–43.7", "44"],
        ["24.79–24.83", "20.05"],
        ["13.15–13.24", "17.8", "21–39", "▶ more than 22"],
        ["15.66–15.99", "12.5"],
        ["7.750–7.759", "6.141", "12.6–12.8", "about 10.4"],
    ]


def test_a_wide_record_names_who_said_each_number_on_the_side_that_has_room() -> None:
    wide = next(trace for trace in chart("record").figure["data"] if trace.get("uid", "").startswith("wide"))
    said = [re.sub("<[^>]*>", "", text).strip("\u2003") for text in wide["text"]]
    at = said.index("President of Russia (Putin), December 2022")
    assert said[at : at + 2] == ["President of Russia (Putin), December 2022", "38.5"]
    assert wide["textposition"][at : at + 2] == ["middle left", "middle right"]


def test_the_panels_of_the_record_share_one_scale_written_above_the_first_and_below_the_last() -> None:
    layout = chart("record").figure["layout"]
    scales = [layout[f"xaxis{at}"] for at in ("", 2, 3, 4, 5, 6)]
    assert [one["range"] for one in scales] == [[0, 46.5]] * 6
    assert [(one["showticklabels"], one["side"]) for one in scales] == [
        (True, "top"),
        *[(False, "top")] * 4,
        (True, "bottom"),
    ]


def test_a_record_of_very_many_numbers_keeps_the_latest_of_each_season() -> None:
    rows = [
        f"turnover,{year}-01/{year}-{month:02},level,{month}.{year - 1900},USD bn,0.001,,,goods,,"
        for year in range(1920, 2020)
        for month in (3, 6, 12)
    ]
    drawn = draw("record", typed(*rows), Words(Language.EN))
    kept = [row[1] for row in drawn.values]
    assert (len(kept), kept[0], kept[25], kept[26], kept[-1]) == (78, "1994", "2019", "1994-H1", "2019-Q1")
    assert "Not drawn, for want of room: 222." in drawn.note


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
    assert fills["fcs-2020-05:2020-Q1"] == "#2f3e46"


def test_the_calendar_draws_the_count_of_each_side_in_its_shape_and_colour() -> None:
    figure = chart("calendar").figure
    fills = dict(zip(figure["data"][0]["ids"], figure["data"][0]["marker"]["color"], strict=True))
    assert fills["belstat-2021:2021-01/2021-07"] == "#7d8a96"
    assert figure["layout"]["annotations"][0]["text"] == (
        '<span style="color:#2f3e46">●</span> count of Russia\u2003'
        '<span style="color:#7d8a96">■</span> count of Belarus\u2003◆ event'
    )
    names = names_on_the_calendar(Language.EN, "narrow")
    assert names[3:6] == [
        "■ Prime Minister of Belarus (Kobyakov), June 2018",
        "■ Belstat (via Belorusskie Novosti), 2018",
        "● Federal Customs Service of Russia, 21 May 2020",
    ]


def test_publications_stand_in_the_order_of_their_dates_a_year_alone_after_its_months() -> None:
    ids = [name.partition(":")[0] for name in chart("calendar").figure["data"][0]["ids"]]
    assert list(dict.fromkeys(ids))[12:19] == [
        "belstat-2022-09",
        "rus-president-2022-12-19",
        "blr-pm-2022-12",
        "rus-president-2022-12",
        "rus-pm-2022",
        "mfa-2023-01",
        "rus-government-2023-03",
    ]


def test_a_wide_calendar_has_names_before_their_bars_or_after_the_last_where_that_has_more_room() -> None:
    wide = next(trace for trace in chart("calendar").figure["data"] if trace.get("uid", "").startswith("wide"))
    assert wide["textposition"] == ["middle right"] * 4 + ["middle left"] * 20
    assert wide["x"][-1] == 2024.0


def names_on_the_calendar(language: Language, uid: str) -> list[str]:
    figure = chart("calendar", language=language).figure
    trace = next(trace for trace in figure["data"] if trace.get("uid", "").startswith(uid))
    return [re.sub("<[^>]*>", "", text).strip("\u2003").replace("\u00a0", " ") for text in trace["text"]]


def test_events_have_their_titles_beside_them() -> None:
    titles = [trace for trace in chart("calendar").figure["data"] if trace.get("xaxis") == "x2"][-1]
    assert titles["text"][4] == "Ninth Forum of Regions of Belarus and Russia\u2003"
    assert titles["text"][0] == "Forums of Regions begin\u2003"


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
