from __future__ import annotations

import re
from dataclasses import replace

import pytest

from dashboard.judging.view import Unit
from dashboard.languages.language import Language
from dashboard.values.errors import QuestionError
from dashboard.values.partial_date import PartialDate
from dashboard.values.period import Period
from dashboard.web.address import Address, Page, Theme

FULL = Address(
    page=Page.RECORD,
    source="mfa-2023-01",
    period=Period.parse("2022-01/2022-10"),
    currency="USD",
    language=Language.BE,
    theme=Theme.DARK,
)


def test_the_plain_address_asks_for_everything_as_it_is_by_default() -> None:
    assert Address.parse("/", "") == Address(
        page=Page.OVERVIEW, source=None, period=None, currency=None, language=Language.EN, theme=Theme.AUTO
    )
    assert Address().href == "/"


def test_an_address_leads_back_to_what_it_was_made_of() -> None:
    href = "/record?source=mfa-2023-01&period=2022-01/2022-10&currency=USD&lang=be&theme=dark"
    assert FULL.href == href
    assert Address.parse(*href.split("?")) == FULL


def test_what_is_as_it_is_by_default_is_left_out() -> None:
    assert replace(FULL, language=Language.EN, theme=Theme.AUTO, currency=None, period=None).href == (
        "/record?source=mfa-2023-01"
    )


def test_another_page_keeps_what_was_chosen() -> None:
    assert FULL.at(Page.OVERVIEW).href.startswith("/?source=mfa-2023-01&")


def test_a_slash_at_the_end_changes_nothing() -> None:
    assert Address.parse("/data/", "?lang=ru") == Address(page=Page.DATA, language=Language.RU)


@pytest.mark.parametrize(
    ("path", "search", "message"),
    [
        ("/nowhere", "", "there is no page /nowhere; there are /, /consistency, /record, /data, /sources"),
        ("/", "?lang=fr", f'there is no language "fr"; there are {", ".join(Language)}'),
        ("/", "?theme=blue", 'there is no theme "blue"; there are auto, light, dark'),
    ],
)
def test_what_the_page_does_not_know_is_refused(path: str, search: str, message: str) -> None:
    with pytest.raises(QuestionError) as refused:
        Address.parse(path, search)
    assert str(refused.value) == message


def test_what_others_hang_on_a_link_is_passed_over() -> None:
    assert Address.parse("/record", "?utm_source=letter&lang=ru") == Address(page=Page.RECORD, language=Language.RU)


def test_side_unit_and_date_stand_in_the_address() -> None:
    href = "/?side=BLR&unit=mn/month&as-of=2022-12-31"
    found = Address.parse(*href.split("?"))
    assert (found.side, found.unit, found.as_of) == ("BLR", Unit.MN_MONTH, PartialDate(2022, 12, 31))
    assert found.href == href


def test_english_stays_in_the_address_where_it_was_asked_for() -> None:
    assert Address.parse("/", "?lang=en").at(Page.DATA).href == "/data?lang=en"


@pytest.mark.parametrize(
    ("search", "message"),
    [
        ("?as-of=yesterday", '"yesterday" is not a date; write 2022-12-31, 2022-12 or 2022'),
        ("?as-of=2022-13", '"2022-13" is not a date; write 2022-12-31, 2022-12 or 2022'),
        ("?unit=kg", 'there is no unit "kg"; there are bn, mn, bn/month, mn/month'),
        ("?period=soon", '"soon" is not a period; write 2021, 2022-10, 2022-Q3, 2022-H1 or 2022-01/2022-10'),
        ("?period=2022-13", '"2022-13" has a month 13; months are 01 to 12'),
    ],
)
def test_a_date_a_period_or_a_unit_that_is_none_is_refused(search: str, message: str) -> None:
    with pytest.raises(QuestionError, match=f"^{re.escape(message)}$"):
        Address.parse("/", search)
