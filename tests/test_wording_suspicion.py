"""What could have gone wrong with a row, in three languages."""

from __future__ import annotations

import pytest

from dashboard.dataset import read
from dashboard.hypotheses import Slip, Suspect, suspects
from dashboard.judgement import judge
from dashboard.review import Review
from dashboard.wording.language import Language
from dashboard.wording.suspicion import TEXT, suspicion
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
                "Line 45 (USD −3.1 ±0.05 bn) would have to stand for USD −3.28 to −3.25 bn. "
                "What would fit: −3.2 or −3.3 (one digit typed wrong)."
            ),
        ),
        (
            Language.RU,
            (
                "Чтобы всё сошлось, строка 45 (−3,1 ±0,05 млрд долл. США) должна означать "
                "от −3,28 до −3,25 млрд долл. США. Подошло бы: −3,2 или −3,3 (ошибка в одной цифре)."
            ),
        ),
        (
            Language.BE,
            (
                "Каб усё сышлося, радок 45 (−3,1 ±0,05 млрд дол. ЗША) павінен азначаць "
                "ад −3,28 да −3,25 млрд дол. ЗША. Падышло б: −3,2 або −3,3 (памылка ў адной лічбе)."
            ),
        ),
    ],
)
def test_a_balance_that_does_not_fit_its_flows(shipped: Review, language: Language, said: str) -> None:
    assert suspicion(of_source(shipped, "belstat-2021-02", 45), Words(language)).replace("\xa0", " ") == said


def test_a_growth_rate_may_have_another_base(shipped: Review) -> None:
    said = suspicion(of_source(shipped, "rus-government-2023-03", 63), Words(Language.EN)).replace("\xa0", " ")
    assert said.endswith(
        "What would fit: 12 (one digit typed wrong); a rate against a revised base of USD 38.2 to 38.6 bn in 2021."
    )


def test_a_row_that_nothing_fits_is_only_told_where_it_would_have_to_lie() -> None:
    suspect = first_suspect(
        "turnover,2022,level,3.4,USD bn,0.1,,",
        "turnover,2022,level,34.5,USD bn,0.01,,",
        "exports,2022,level,17.2,USD bn,0.1,,",
        "imports,2022,level,17.3,USD bn,0.1,,",
    )
    said = suspicion(suspect, Words(Language.EN)).replace("\xa0", " ")
    assert said == "Line 2 (USD 3.4 ±0.05 bn) would have to stand for USD 34.495 to 34.505 bn."


@pytest.mark.parametrize("language", Language)
def test_every_slip_has_its_words(language: Language) -> None:
    assert set(TEXT[language].slips) == set(Slip)
