"""What a reader can ask of a number, and what the page answers."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest

from dashboard.bounds.verdict import Verdict
from dashboard.languages.language import Language
from dashboard.storage.store import Store
from dashboard.web.address import Address
from dashboard.web.contents.content import Content, content
from dashboard.web.contents.verdicts import margin
from dashboard.web.contents.what_if import Trial
from dashboard.wording.suspicion import Piece
from dashboard.wording.words import Words
from tests import stubborn
from tests.desks import Desk

DATA = Path(__file__).parents[3] / "data"


@pytest.fixture(scope="module")
def desk() -> Desk:
    return Desk.over(Store(DATA))


def shown(desk: Desk, search: str = "") -> Content:
    return content(desk, desk.store.current(), Address.parse("/consistency", search))


def trial(desk: Desk, search: str = "") -> Trial:
    found = shown(desk, search).trial
    assert found is not None
    return found


def said(*pieces: Piece) -> str:
    return "".join(one if isinstance(one, str) else one.written for one in pieces).replace("\xa0", " ")


def test_the_form_opens_with_the_first_row_and_its_number(desk: Desk) -> None:
    asked = trial(desk)
    assert (asked.line, asked.value, asked.answer, asked.refusal) == (2, "40", None, "")
    assert [line for line, _ in asked.rows] == [2, 3, 4, 5, 6, 7, 8, 9]


@pytest.mark.parametrize("value", ["35.5", "35,5", " 35.5 "])
def test_a_number_that_breaks_something_says_what(desk: Desk, value: str) -> None:
    answer = trial(desk, f"?line=4&value={value}").answer
    assert answer is not None
    assert answer.row.replace("\xa0", " ") == "line 4: turnover, January–October 2022: USD 35.5 bn"
    assert answer.verdict is Verdict.CONTRADICTION
    assert answer.conflicts[0].sentence.replace("\xa0", " ") == (
        "Lines 6 and 8 allow turnover in January–October 2022 of USD 34.4 to 34.6 bn,"
        " but line 4 (USD 35.5 ±0.05 bn) stands for USD 35.45 to 35.55 bn."
    )
    assert answer.corrections == "Drop line 4, and the rest can all be true."


def test_a_number_that_mends_a_contradiction_says_so(desk: Desk) -> None:
    answer = trial(desk, "?source=belstat-2021-02&line=45&value=-3.3").answer
    assert answer is not None
    assert (answer.verdict, answer.conflicts, answer.corrections) == (Verdict.CONSISTENT, (), "")


@pytest.mark.parametrize(
    ("search", "shown_as"),
    [
        ("?source=rus-government-2023-03&lang=ru", "43,4"),
        ("?source=rus-government-2023-03&lang=be", "43,4"),
        ("?source=rus-government-2023-03", "43.4"),
        ("?source=rus-government-2023-03&lang=ru&line=64&value=21.0", "21,0"),
        ("?source=rus-government-2023-03&lang=ru&line=64&value=21,123", "21,123"),
        ("?source=rus-government-2023-03&line=64&value=21,1", "21.1"),
    ],
)
def test_the_form_writes_and_reads_the_decimal_sign_of_the_language(desk: Desk, search: str, shown_as: str) -> None:
    asked = trial(desk, search)
    assert (asked.value, asked.refusal) == (shown_as, "")


def test_english_does_not_guess_what_a_comma_before_three_digits_means(desk: Desk) -> None:
    asked = trial(desk, "?source=rus-government-2023-03&line=64&value=21,123")
    assert asked.refusal.startswith('"21,123": "21,123" can be 21.123 or 21123')


def test_what_is_no_number_is_refused_with_a_reason(desk: Desk) -> None:
    asked = trial(desk, "?line=4&value=many")
    assert asked.answer is None
    assert asked.refusal.startswith('"many": ')


def test_a_number_that_cannot_be_judged_says_so_and_the_page_stays(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    shown(desk, "?lang=ru")
    stubborn.grant_no_step(monkeypatch)
    page = shown(desk, "?lang=ru&line=4&value=35.7")
    assert page.trial is not None
    assert (page.refusal, page.trial.answer) == ("", None)
    assert page.trial.refusal.startswith(
        '"35.7": строки источника mfa-2023-01 не удалось проверить с доказательством: линейная программа'
    )


def test_a_line_of_another_source_is_refused(desk: Desk) -> None:
    page = shown(desk, "?line=45&value=1")
    assert page.refusal == "mfa-2023-01 has no row on line 45; its rows are on lines 2, 3, 4, 5, 6, 7, 8, 9"


def test_the_question_stays_behind_when_the_page_is_left(desk: Desk) -> None:
    page = shown(desk, "?line=4&value=35.5&lang=ru")
    assert {link.href for link in page.choices.pages} >= {"/?lang=ru", "/data?lang=ru"}
    assert page.address.href == "/consistency?lang=ru&line=4&value=35.5"


def test_the_margin_and_what_would_explain_a_contradiction_are_said(desk: Desk) -> None:
    assert shown(desk).margin == "Every rounding margin could be 88% narrower, and they would still all fit."
    page = shown(desk, "?source=belstat-2021-02")
    assert page.margin == "They would fit only if every rounding margin were 2.5 times as wide."
    assert [said(*one) for one in page.suspicions] == [
        (
            "Line 45 (USD −3.1 ±0.05 bn) would have to stand for USD −3.275 to −3.245 bn. "
            "What would fit: −3.2 or −3.3 (a one-digit slip)."
        )
    ]
    assert shown(desk, "?source=blr-mfa-2014").margin == "No rounding margin bears on it."


@pytest.mark.parametrize(
    ("half_widths", "language", "said"),
    [
        ("1", Language.EN, "Every rounding margin could shrink to nothing, and they would still all fit."),
        ("0.0031", Language.EN, "Every rounding margin could be 0.3% narrower, and they would still all fit."),
        ("0", Language.EN, "Their rounding margins only just touch: there is no room to spare."),
        ("-0.4813", Language.EN, "They would fit only if every rounding margin were 48% wider."),
        ("-0.4813", Language.RU, "Они сошлись бы, только если бы каждая погрешность округления была на 48 % больше."),
        ("-0.4813", Language.BE, "Яны сышліся б, толькі калі б кожная хібнасць акруглення была на 48 % большай."),
        ("-1", Language.EN, "They would fit only if every rounding margin were 2.0 times as wide."),
        (
            "-37.21",
            Language.RU,
            "Они сошлись бы, только если бы каждая погрешность округления была больше в 38,2 раза.",
        ),
    ],
)
def test_a_margin_is_told_by_how_much_each_rounding_could_be_finer_or_coarser(
    half_widths: str, language: Language, said: str
) -> None:
    assert margin(Fraction(half_widths), Words(language)).replace("\xa0", " ") == said
