"""A statement held against the rows, as the page shows it."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import quote

import pytest

from dashboard.statements.quote import Answer
from dashboard.storage.store import Store
from dashboard.web.address import Address, Page
from dashboard.web.contents.content import content
from dashboard.web.contents.statement import Quoted
from dashboard.web.parts.layout import layout
from dashboard.web.parts.markup import markup
from tests.desks import Desk

DATA = Path(__file__).parents[3] / "data"


@pytest.fixture(scope="module")
def desk() -> Desk:
    return Desk.over(Store(DATA))


def asked(desk: Desk, statement: str, more: str = "") -> Quoted:
    address = Address.parse("/consistency", f"?quote={quote(statement)}{more}")
    found = content(desk, desk.store.current(), address).quoted
    assert found is not None
    return found


def test_a_wrong_number_contradicts_by_how_much_and_names_whose_count(desk: Desk) -> None:
    found = asked(desk, "Turnover was $35.5bn in January-October 2022").found
    told = next(one for one in found if "Ministry of Foreign Affairs of Russia" in one.counted)
    assert told.answer is Answer.CONTRADICTS
    assert told.answered.replace("\xa0", " ") == "contradicts, by USD 0.9 bn"
    assert told.counted == "Ministry of Foreign Affairs of Russia, January 2023, as counted by Russia"
    assert told.allowed.replace("\xa0", " ").startswith("The rows allow USD 34.45 to 34.55 bn (line 4)")
    assert told.high[-1].replace("\xa0", " ").startswith("Added up: turnover in January–October 2022 ≤ USD 34.55 bn")


def test_a_statement_without_a_country_names_both_reporters(desk: Desk) -> None:
    counted = {one.counted.rpartition(" ")[2] for one in asked(desk, "Exports were $13bn in 2022").found}
    assert counted == {"Russia", "Belarus"}


def test_what_is_not_understood_is_named_in_the_language_of_the_page(desk: Desk) -> None:
    assert asked(desk, "Turnover soared to $1bn in 2022", "&lang=ru").refusal.startswith("не понято: soared")


def test_a_statement_that_no_row_bears_on_is_told_so(desk: Desk) -> None:
    both = asked(desk, "China's exports to Russia were $76bn in 2022")
    assert both.nothing == "It cannot be told: no row bears on it."
    assert "name the other one as well" in asked(desk, "Chinese exports were $76bn in 2022").nothing
    assert asked(desk, "Turnover was $1bn in 2022").nothing == ""


def test_an_address_without_a_statement_has_only_the_form(desk: Desk) -> None:
    assert asked(desk, "") == Quoted("")


def test_what_stays_open_is_folded_behind_what_was_answered(desk: Desk) -> None:
    address = Address.parse("/consistency", "?quote=" + quote("The balance was $6.2bn in January-October 2021"))
    page = markup(layout(content(desk, desk.store.current(), address)))
    before, folded = page.split("<summary>Further comparisons without an answer: ")
    assert before.count("cannot be told") == 1
    assert folded.count("cannot be told") == int(folded[: folded.index("<")])
    assert "USD\N{NO-BREAK SPACE}6.1121" in before


def test_a_statement_is_text_and_never_markup(desk: Desk) -> None:
    address = Address.parse("/consistency", "?quote=" + quote('"><script>alert(1)</script>'))
    page = markup(layout(content(desk, desk.store.current(), address)))
    assert "<script>" not in page
    assert "&quot;&gt;&lt;script&gt;" in page


def test_another_page_forgets_the_statement() -> None:
    address = Address.parse("/consistency", "?quote=a")
    assert address.query == "?quote=a"
    assert address.at(Page.DATA).href == "/data"
