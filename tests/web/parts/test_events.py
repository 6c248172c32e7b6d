"""Events and other statements: when, what, where and by whom, a source of all of them once."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from dashboard.storage.store import Store
from dashboard.web.address import Address
from dashboard.web.contents.content import Content, content
from dashboard.web.parts.events import events
from dashboard.web.parts.markup import markup
from tests.desks import Desk


@pytest.fixture(scope="module")
def page() -> Content:
    desk = Desk.over(Store(Path(__file__).parents[3] / "data"))
    return content(desk, desk.store.current(), Address.parse("/record", ""))


def told(page: Content) -> list[str]:
    return [re.sub("<[^>]*>", "|", markup(part)) for part in events(page)]


def test_the_source_of_every_event_is_named_once(page: Content) -> None:
    for section in told(page):
        assert section.count("Ministry of Foreign Affairs of Russia") == 1


def test_a_place_and_a_source_are_kept_apart(page: Content) -> None:
    first, *others = page.events
    (happened, *_) = told(replace(page, events=(replace(first, source="belstat-2012", place="Minsk"), *others)))
    assert re.sub(r"\|+", "|", happened).count("|Minsk| · source: |Belstat|") == 1
    assert re.sub(r"\|+", "|", happened).count(" · source: |Ministry of Foreign Affairs of Russia|") == 5


def test_nothing_happened_and_nothing_is_shown(page: Content) -> None:
    assert told(replace(page, events=(), context=())) == []
