"""The publications: in the order of time, what most notes say said once, their languages marked."""

from __future__ import annotations

from pathlib import Path

import pytest

from dashboard.storage.store import Store
from dashboard.values.observation import Source
from dashboard.web.address import Address
from dashboard.web.contents.content import Content, content
from dashboard.web.contents.publications import in_most_notes
from dashboard.web.parts.layout import layout
from dashboard.web.parts.markup import markup
from tests.desks import Desk

DATA = Path(__file__).parents[3] / "data"


@pytest.fixture(scope="module")
def desk() -> Desk:
    return Desk.over(Store(DATA))


def shown(desk: Desk, search: str = "") -> Content:
    return content(desk, desk.store.current(), Address.parse("/sources", search))


def source(id: str, note: str) -> Source:
    return Source(id=id, publisher=id.upper(), title="", note=note, line=2)


def test_a_sentence_of_nearly_all_notes_is_said_once() -> None:
    alike = [source(id, f"Read there. Printed by {id}.") for id in "abcd"]
    (shared,) = in_most_notes([*alike, source("e", "Read here.")])
    assert (shared.sentence, shared.count, [one.id for one in shared.exceptions]) == ("Read there.", 4, ["e"])


def test_what_a_few_notes_have_in_common_stays_with_them() -> None:
    assert in_most_notes([source(id, "Read there.") for id in "abc"]) == ()
    assert in_most_notes([source(id, "Read there." * (id < "e")) for id in "abcdefgh"]) == ()


def test_publications_come_in_the_order_of_time_the_latest_first(desk: Desk) -> None:
    names = [one.name.replace("\xa0", " ") for one in shown(desk).publications]
    assert names[0] == "Presidential Administration of Belarus (Krutoi), 4 December 2025"
    assert names[-1] == "Belstat, 2012"
    assert sum(name.startswith("President of Russia (Putin), ") for name in names) == 3


def test_a_card_says_whose_count_how_many_numbers_and_whether_they_hold(desk: Desk) -> None:
    kremlin = next(one for one in shown(desk).publications if one.source.id == "kremlin-2024-05")
    assert kremlin.numbers == 12
    assert [(one.reporter, one.verdict_word) for one in kremlin.judged] == [("Russia", "contradiction")]
    assert kremlin.note == (
        "Printed by TASS. The stored copy lacks the headline, the title is the number of the report."
    )


@pytest.mark.parametrize(
    ("search", "said"),
    [
        (
            "",
            "Read in a stored copy of the page, could not be opened again.</span> This holds for 23\xa0of\xa024",
        ),
        ("?lang=ru", "саму страницу открыть снова не удалось.</span> Это относится к 23\xa0из\xa024 источников"),
        ("?lang=be", "саму старонку адкрыць зноў не ўдалося.</span> Гэта датычыць 23\xa0з\xa024 крыніц"),
    ],
)
def test_the_page_says_in_its_language_what_holds_for_all_but_one(desk: Desk, search: str, said: str) -> None:
    page = markup(layout(shown(desk, search)))
    assert page.count(said) == 1
    assert page.count(said.partition(".</span>")[0]) == 1
    assert '<a href="#mfa-2023-01"' in page


def test_every_note_is_shown_in_the_language_of_the_page(desk: Desk) -> None:
    for search in ("?lang=ru", "?lang=be"):
        assert '<p class="note" lang=' not in markup(layout(shown(desk, search)))
