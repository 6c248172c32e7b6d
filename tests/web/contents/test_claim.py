"""The card of one number, as a link opens it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from dashboard.languages.language import Language
from dashboard.storage.store import Store
from dashboard.web.address import Address, Page
from dashboard.web.contents.claim import Claim, claim
from dashboard.web.contents.content import content
from dashboard.web.parts.layout import layout
from dashboard.web.parts.markup import markup
from dashboard.wording.words import Words
from tests.desks import Desk

DATA = Path(__file__).parents[3] / "data"


@pytest.fixture(scope="module")
def desk() -> Desk:
    return Desk.over(Store(DATA))


def card(desk: Desk, search: str) -> Claim:
    found = content(desk, desk.store.current(), Address.parse("/", search)).claim
    assert found is not None
    return found


def test_a_row_says_who_printed_it_what_it_stands_for_and_what_the_others_allow(desk: Desk) -> None:
    found = card(desk, "?claim=4")
    said = {term: text.replace("\xa0", " ") for term, text in found.facts}
    assert said["Reported by"] == "Ministry of Foreign Affairs of Russia, January 2023"
    assert said["Stands for"] == "USD 34.45 to 34.55 bn"
    assert said["The other rows allow"] == "USD 34.4 to 34.6 bn"
    assert said["Where"] == "observations.csv, line 4"
    assert (found.close, found.link) == ("/", "/?claim=4")


@pytest.mark.parametrize(
    ("unit", "stands_for"),
    [
        ("bn", "USD 10.35 to 10.45 bn, at the widest USD 10.15 to 10.65 bn"),
        ("mn", "USD 10,350 to 10,450 mn, at the widest USD 10,150 to 10,650 mn"),
    ],
)
def test_a_hedge_stands_for_its_widest_reading_too(desk: Desk, unit: str, stands_for: str) -> None:
    found = card(desk, f"?claim=75&unit={unit}")
    assert dict(found.facts)["Stands for"].replace("\xa0", " ") == stands_for


def test_a_derived_number_has_the_proof_of_both_ends(desk: Desk) -> None:
    found = card(desk, "?claim=level:balance:2022-01/2022-10")
    assert found.value.replace("\xa0", " ") == "USD −0.2 to 0.0 bn"
    assert found.low[-1].startswith("Added up")
    assert found.high[-1].startswith("Added up")


def test_a_number_of_rows_that_contradict_each_other_is_given_after_each_smallest_correction(desk: Desk) -> None:
    found = card(desk, "?source=rus-government-2023-03&claim=level:turnover:2021")
    said = [(term, text.replace("\xa0", " ")) for term, text in found.facts if "ithout" in term]
    assert (found.value.replace("\xa0", " "), said) == (
        "USD 38.66 to 38.80 bn",
        [
            ("Without", "line 63"),
            ("Or without", "line 64: USD 38.51 to 38.62 bn"),
            ("Or without", "line 65: USD 38.2 to 38.6 bn"),
            ("Or without", "line 67: USD 38.2 to 38.6 bn"),
        ],
    )
    per_month = card(desk, "?source=kremlin-2024-05&lang=ru&unit=mn&claim=level:exports:2023-Q1")
    assert per_month.facts[4][0] == "Или без учёта"
    assert per_month.facts[4][1].replace("\xa0", " ").endswith("млн долл. США")


@pytest.mark.parametrize(
    ("search", "value", "term", "said"),
    [
        ("68", "127.4 ±0.05", "Sign reversed", "USD −127.45 to −127.35 mn, to compare with the count of Russia"),
        (
            "68&lang=ru",
            "127,4 ± 0,05",
            "С обратным знаком",
            "от −127,45 до −127,35 млн долл. США, для сравнения с данными России",
        ),
        (
            "68&lang=be",
            "127,4 ± 0,05",
            "З адваротным знакам",
            "ад −127,45 да −127,35 млн дол. ЗША, для параўнання з данымі Расіі",
        ),
        (
            "rus-government-2023-03:level:balance:2022&side=BLR",
            "−0.95 to −0.65",
            "Sign reversed",
            "USD 0.65 to 0.95 bn, to compare with the count of Belarus",
        ),
    ],
)
def test_a_balance_of_the_partner_is_as_printed_and_then_with_its_sign_reversed(
    desk: Desk, search: str, value: str, term: str, said: str
) -> None:
    found = card(desk, f"?claim={search}")
    assert value in found.value.replace("\xa0", " ")
    assert dict(found.facts)[term].replace("\xa0", " ") == said


@pytest.mark.parametrize(
    "search",
    ["68&side=BLR", "56", "rus-government-2023-03:level:balance:2022", "blr-pm-2022-12:level:exports:2022-01/2022-10"],
)
def test_no_other_number_has_its_sign_reversed(desk: Desk, search: str) -> None:
    assert dict(card(desk, f"?claim={search}").facts)["Sign reversed"] == ""


def test_an_unknown_number_is_answered_with_a_line(desk: Desk) -> None:
    assert card(desk, "?claim=9999").title == "There is no figure “9999” in this view."


def test_the_first_answer_already_holds_the_card_in_every_language(desk: Desk) -> None:
    for language, said in (("en", "Close the card"), ("ru", "Закрыть карточку"), ("be", "Закрыць картку")):
        page = content(desk, desk.store.current(), Address.parse("/data", f"?claim=63&lang={language}"))
        assert said in markup(layout(page))


@pytest.mark.parametrize("page", list(Page))
def test_every_mark_and_every_row_of_every_chart_has_a_card(desk: Desk, page: Page) -> None:
    address = Address(page=page)
    shown = content(desk, desk.store.current(), address)
    for chart in shown.charts:
        marks = {name for trace in chart.figure["data"] if "ids" in trace for name in trace.get("meta", trace["ids"])}
        assert marks == set(chart.claims)
        assert len(chart.claims) == len(chart.rows)
        view = desk.view(desk.store.current(), address)
        cards = [claim(view, replace(address, claim=key), Words(Language.EN)) for key in chart.claims]
        assert [one for one in cards if one is None or one.title.startswith("There is no figure")] == []


def test_a_row_in_contradiction_says_why(tmp_path: Path) -> None:
    for file in DATA.glob("*.csv"):
        text = file.read_text("utf-8")
        (tmp_path / file.name).write_text(text.replace("level,34.5,", "level,35.5,"), "utf-8")
    found = card(Desk.over(Store(tmp_path)), "?claim=4")
    said = dict(found.facts)
    assert said["Verdict"].replace("\xa0", " ") == "outside by USD 0.85 bn"
    assert "line 4" in said["Why not"]


def test_a_row_that_fits_without_another_says_so_and_what_was_left_out(desk: Desk) -> None:
    found = dict(card(desk, "?source=rus-government-2023-03&claim=62").facts)
    assert found["Verdict"].replace("\xa0", " ") == "in the conflict; fits without line 63"
    assert found["The other rows allow"].replace("\xa0", " ") == "USD 42.75 to 43.85 bn (without line 63)"


@pytest.mark.parametrize("key", ["level:balance:20x2", "level:profit:2022", "share:turnover:2022", "nobody:2022", "::"])
def test_what_is_no_mark_is_answered_with_a_line(desk: Desk, key: str) -> None:
    assert card(desk, f"?claim={key}").title == f"There is no figure “{key}” in this view."


def test_a_card_is_in_mn_where_the_page_is(desk: Desk) -> None:
    derived = card(desk, "?unit=mn&claim=level:balance:2021-01/2021-10")
    assert derived.value.replace("\xa0", " ") == "USD 6,100 to 6,300 mn"
    said = {term: text.replace("\xa0", " ") for term, text in card(desk, "?unit=mn&claim=4").facts}
    assert said["Stands for"] == "USD 34,450 to 34,550 mn"
    assert said["As printed"] == "to reach $34.5bn"


def test_what_a_publication_says_is_in_its_own_language(desk: Desk) -> None:
    page = content(desk, desk.store.current(), Address.parse("/", "?claim=4&lang=ru"))
    assert '<dd lang="en">to reach $34.5bn</dd>' in markup(layout(page))


def test_a_publisher_without_a_name_in_the_readers_language_is_read_in_its_own(tmp_path: Path) -> None:
    for file in DATA.glob("*.csv"):
        (tmp_path / file.name).write_text(file.read_text("utf-8").replace(",МИД России,", ",,"), "utf-8")
    desk = Desk.over(Store(tmp_path))
    page = content(desk, desk.store.current(), Address.parse("/", "?claim=4&lang=ru"))
    said = '<dd><span lang="en">Ministry of Foreign Affairs of Russia</span>, январь 2023\xa0года</dd>'
    assert said in markup(layout(page))


@pytest.mark.parametrize(
    ("language", "note"),
    [
        ("en", "nobody printed it; this is the whole range that the printed numbers allow, its ends rounded"),
        ("ru", "указан весь диапазон, который допускают опубликованные числа; его границы округлены"),
        ("be", "паказаны ўвесь дыяпазон, які дапускаюць апублікаваныя лікі; яго межы акругленыя"),
    ],
)
def test_a_derived_number_is_a_whole_range_with_rounded_ends(desk: Desk, language: str, note: str) -> None:
    found = card(desk, f"?claim=level:balance:2021-01/2021-10&lang={language}")
    assert any(text.replace("\xa0", " ").endswith(note) for _, text in found.facts)
