from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.reading.cell import country, product, scope, unit, word
from dashboard.reading.remarks import Reading
from dashboard.values.measure import STATED, Flow, UnitKind
from dashboard.values.message import Message
from dashboard.values.observation import Unit
from dashboard.values.qualifier import Qualifier

UNITS = "USD bn (or th, mn, tn, or nothing after the currency), %, % USD, times or times USD"


@pytest.mark.parametrize("text", ["exports", "Exports", "EXPORTS"])
def test_case_does_not_matter_in_a_word(text: str) -> None:
    assert word(text, Flow, "a flow") == Reading(Flow.EXPORTS)


@pytest.mark.parametrize("text", ["more than", "More  than", "more\u00a0than"])
def test_blanks_do_not_matter_in_a_word(text: str) -> None:
    assert word(text, Qualifier, "a qualifier") == Reading(Qualifier.MORE_THAN)


def test_an_empty_qualifier_is_plain_rounding() -> None:
    assert word("", Qualifier, "a qualifier") == Reading(Qualifier.ROUNDED)


@pytest.mark.parametrize(
    ("reading", "message"),
    [
        (word("expots", Flow, "a flow"), '"expots" is not a flow; write turnover, exports, imports, balance'),
        (word("", Flow, "a flow"), "the cell is empty; write turnover, exports, imports, balance"),
        (
            word("rate", STATED, "a measure"),
            '"rate" is not a measure; write level, growth, factor, change, share',
        ),
        (
            word("over", Qualifier, "a qualifier"),
            '"over" is not a qualifier; write exact, truncated, more than, at least, less than, at most, nearly, about',
        ),
        (scope("good"), '"good" is not a scope; write goods, services, goods and services'),
    ],
)
def test_an_unknown_word_is_refused_with_the_known_ones(reading: Reading[object], message: str) -> None:
    assert reading == Reading(None, Message(message))


@pytest.mark.parametrize(
    ("text", "scoped"),
    [("", "goods"), ("goods", "goods"), ("Services", "services"), ("goods  and services", "goods and services")],
)
def test_scope_is_goods_unless_said(text: str, scoped: str) -> None:
    assert scope(text) == Reading(scoped)


@pytest.mark.parametrize(
    ("text", "code"), [("", "TOTAL"), ("total", "TOTAL"), ("27", "27"), ("2709", "2709"), ("S2-33", "S2-33")]
)
def test_product_is_the_total_unless_said(text: str, code: str) -> None:
    assert product(text) == Reading(code)


def test_a_product_code_that_lost_its_leading_zero_is_noticed() -> None:
    assert product("401") == Reading(
        "401", Message('"401" has an odd number of digits; a spreadsheet may have cut a leading zero')
    )


def test_a_country_is_its_alpha_3_code() -> None:
    assert country("RUS") == Reading("RUS")


@pytest.mark.parametrize(
    ("text", "code", "remark"),
    [
        ("blr", "BLR", '"blr" is read as BLR'),
        ("RSU", "RSU", '"RSU" is not in ISO 3166-1 and is read as it stands; look whether it is a slip'),
    ],
)
def test_a_code_in_lower_case_or_in_no_list_is_read_with_a_remark(text: str, code: str, remark: str) -> None:
    assert country(text) == Reading(code, Message(remark))


@pytest.mark.parametrize("text", ["RU", "Russia", "Россия", "РУС", "R U", "643", "RUS "])
def test_anything_but_three_letters_is_no_country(text: str) -> None:
    assert country(text) == Reading(
        None, Message(f'"{text}" is not an ISO 3166-1 alpha-3 code; write three letters such as RUS or BLR')
    )


def test_a_missing_country_is_asked_for() -> None:
    assert country("") == Reading(None, Message("the cell is empty; write three letters such as RUS or BLR"))


@pytest.mark.parametrize(
    ("text", "currency", "kind", "scale"),
    [
        ("USD", "USD", UnitKind.MONEY, "1/1000000000"),
        ("USD th", "USD", UnitKind.MONEY, "1/1000000"),
        ("USD mn", "USD", UnitKind.MONEY, "1/1000"),
        ("USD bn", "USD", UnitKind.MONEY, "1"),
        ("RUB tn", "RUB", UnitKind.MONEY, "1000"),
        ("BYN bn", "BYN", UnitKind.MONEY, "1"),
        ("%", None, UnitKind.PERCENT, "1"),
        ("% RUB", "RUB", UnitKind.PERCENT, "1"),
        ("times", None, UnitKind.TIMES, "1"),
        ("times USD", "USD", UnitKind.TIMES, "1"),
    ],
)
def test_a_unit_says_currency_kind_and_scale(text: str, currency: str | None, kind: UnitKind, scale: str) -> None:
    assert unit(text) == Reading(Unit(text, currency, kind, Fraction(scale)))


@pytest.mark.parametrize(
    ("text", "spelled", "remark"),
    [
        ("USD k", "USD th", '"k" is read as th'),
        ("USD thousand", "USD th", '"thousand" is read as th'),
        ("USD тыс.", "USD th", '"тыс." is read as th'),
        ("USD m", "USD mn", '"m" is read as mn'),
        ("USD mln", "USD mn", '"mln" is read as mn'),
        ("USD Million", "USD mn", '"Million" is read as mn'),
        ("USD млн", "USD mn", '"млн" is read as mn'),
        ("USD bln", "USD bn", '"bln" is read as bn'),
        ("USD billion", "USD bn", '"billion" is read as bn'),
        ("USD млрд", "USD bn", '"млрд" is read as bn'),
        ("RUB trn", "RUB tn", '"trn" is read as tn'),
        ("RUB trillion", "RUB tn", '"trillion" is read as tn'),
        ("RUB трлн", "RUB tn", '"трлн" is read as tn'),
        ("usd bn", "USD bn", '"usd" is read as USD'),
        ("usd bln", "USD bn", '"usd" is read as USD; "bln" is read as bn'),
        ("% rub", "% RUB", '"rub" is read as RUB'),
        ("UDS bn", "UDS bn", '"UDS" is not in ISO 4217 and is read as it stands; look whether it is a slip'),
    ],
)
def test_another_spelling_of_a_unit_is_read_with_a_remark(text: str, spelled: str, remark: str) -> None:
    reading = unit(text)
    assert (reading.value and reading.value.text, reading.remark) == (spelled, remark)


@pytest.mark.parametrize("text", ["USD  bn", "USD\u00a0bn", "USD BN", "%RUB", "%  RUB", "Times", "TIMES USD"])
def test_case_and_blanks_do_not_matter_in_a_unit(text: str) -> None:
    assert unit(text).remark == ""
    assert unit(text).value is not None


@pytest.mark.parametrize(
    "text", ["$ bn", "bn", "bn USD", "USDbn", "US$ bn", "USD gazillion", "p.p.", "% of GDP", "times %"]
)
def test_a_text_of_another_form_is_no_unit(text: str) -> None:
    assert unit(text) == Reading(None, Message(f'"{text}" is not a unit; write {UNITS}'))


def test_a_missing_unit_is_asked_for() -> None:
    assert unit("") == Reading(None, Message(f"the cell is empty; write {UNITS}"))


@given(st.text())
def test_no_text_makes_the_reading_of_a_word_fail(text: str) -> None:
    for reading in (country(text), unit(text), scope(text), product(text), word(text, Flow, "a flow")):
        assert reading.value is not None or reading.remark
