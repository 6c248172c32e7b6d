"""What could have gone wrong with a row, in three languages."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from dashboard.judging.hypotheses import Suspect, suspects
from dashboard.judging.judgement import judge
from dashboard.judging.review import Review
from dashboard.languages.language import Language
from dashboard.reading.dataset import read
from dashboard.values.interval import Interval
from dashboard.wording.suspicion import Fit, pieces, suspicion
from dashboard.wording.words import Words

HEADER = "source,reporter,partner,flow,period,measure,value,unit,step,qualifier,compared_with"
SOURCES = b"id,publisher,title\ns,an office,a release\n"


def first_suspect(*lines: str) -> Suspect:
    full = [f"s,RUS,BLR,{line}" for line in lines]
    rows = read("\n".join([HEADER, *full]).encode(), SOURCES).observations
    return suspects(judge(rows))[0]


def of_source(shipped: Review, source: str, line: int) -> Suspect:
    (scope,) = [scope for scope in shipped.scopes if scope.source == source]
    return next(suspect for suspect in suspects(scope.judgement) if suspect.row.line == line)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (
            Language.EN,
            (
                "Line 45 (USD −3.1 ±0.05 bn) would have to stand for USD −3.275 to −3.245 bn. "
                "What would fit: −3.2 or −3.3 (a one-digit slip)."
            ),
        ),
        (
            Language.RU,
            (
                "Строка 45 (−3,1 ± 0,05 млрд долл. США) должна означать "
                "от −3,275 до −3,245 млрд долл. США, чтобы всё сошлось. "
                "Подошло бы: −3,2 или −3,3 (опечатка в одной цифре)."
            ),
        ),
        (
            Language.BE,
            (
                "Радок 45 (−3,1 ± 0,05 млрд дол. ЗША) павінен азначаць "
                "ад −3,275 да −3,245 млрд дол. ЗША, каб усё сышлося. Падышло б: −3,2 або −3,3 (апіска ў адной лічбе)."
            ),
        ),
    ],
)
def test_a_balance_that_does_not_fit_its_flows(shipped: Review, language: Language, said: str) -> None:
    assert suspicion(of_source(shipped, "belstat-2021-02", 45), Words(language)).replace("\xa0", " ") == said


def test_a_growth_rate_may_have_another_base(shipped: Review) -> None:
    said = suspicion(of_source(shipped, "rus-government-2023-03", 63), Words(Language.EN)).replace("\xa0", " ")
    assert said.endswith(
        "What would fit: 12 (a one-digit slip); a rate against a revised base of USD 38.2 to 38.6 bn in 2021."
    )


def test_each_number_that_would_fit_is_a_piece_of_its_own(shipped: Review) -> None:
    found = pieces(of_source(shipped, "rus-government-2023-03", 67), Words(Language.RU))
    fits = [piece for piece in found if isinstance(piece, Fit)]
    assert fits == [Fit(67, Decimal(value), value.replace(".", ",")) for value in ("42.2", "43.2", "44.2")]
    said = "".join("*" if isinstance(piece, Fit) else piece for piece in found).replace("\xa0", " ")
    assert "от 42,2 до 46,2 %, чтобы всё сошлось. Подошло бы: *, * или * (опечатка в одной цифре); темп" in said


def test_a_row_that_nothing_fits_is_only_told_where_it_would_have_to_lie() -> None:
    suspect = first_suspect(
        "turnover,2022,level,3.4,USD bn,0.1,,",
        "turnover,2022,level,34.5,USD bn,0.01,,",
        "exports,2022,level,17.2,USD bn,0.1,,",
        "imports,2022,level,17.3,USD bn,0.1,,",
    )
    said = suspicion(suspect, Words(Language.EN)).replace("\xa0", " ")
    assert said == "Line 2 (USD 3.4 ±0.05 bn) would have to stand for USD 34.495 to 34.505 bn."


FOUR = (
    "exports,2022,level,4.6,EUR bn,0.1,,",
    "imports,2022,level,2.6,EUR bn,0.1,,",
    "turnover,2022,level,9.6,EUR bn,0.1,,",
    "balance,2022,level,-2,EUR bn,0.1,,",
)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (Language.EN, "Without line 3, line 2 (EUR 4.6 ±0.05 bn) would have to stand for EUR 3.75 to 3.85 bn."),
        (
            Language.RU,
            (
                "Если исключить строку 3, строка 2 (4,6 ± 0,05 млрд евро) должна означать от 3,75 до 3,85 млрд евро, "
                "чтобы всё сошлось."
            ),
        ),
        (
            Language.BE,
            (
                "Калі выключыць радок 3, радок 2 (4,6 ± 0,05 млрд еўра) павінен азначаць ад 3,75 да 3,85 млрд еўра, "
                "каб усё сышлося."
            ),
        ),
    ],
)
def test_what_is_left_out_with_a_row_is_said(language: Language, said: str) -> None:
    assert suspicion(first_suspect(*FOUR), Words(language)).replace("\xa0", " ") == said


def test_corrections_that_leave_the_same_are_said_in_one_sentence(shipped: Review) -> None:
    said = suspicion(of_source(shipped, "kremlin-2024-05", 77), Words(Language.EN)).replace("\xa0", " ")
    assert said == (
        "Without any one of lines 70, 72, 73 or 74, line 77 (USD 6.7 ±0.05 bn) would have to stand for USD 4.4 to 5.0 "
        "bn. What would fit: 4.7 (a one-digit slip)."
    )


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (Language.EN, "The other rows leave open what line 45 (USD −3.1 ±0.05 bn) would have to stand for."),
        (
            Language.RU,
            "Из остальных строк не следует, что должна означать строка 45 (−3,1 ± 0,05 млрд долл. США).",
        ),
        (
            Language.BE,
            "З астатніх радкоў не вынікае, што павінен азначаць радок 45 (−3,1 ± 0,05 млрд дол. ЗША).",
        ),
    ],
)
def test_a_row_that_the_others_leave_open(shipped: Review, language: Language, said: str) -> None:
    suspect = replace(of_source(shipped, "belstat-2021-02", 45), needed=Interval())
    assert suspicion(suspect, Words(language)).replace("\xa0", " ") == said
