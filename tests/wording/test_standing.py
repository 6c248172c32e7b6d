"""Which part a row has in a conflict, in three languages."""

from __future__ import annotations

import pytest

from dashboard.bounds.verdict import Verdict
from dashboard.judging.judgement import RowJudgement, against_the_others, judge
from dashboard.judging.review import Review
from dashboard.languages.language import Language
from dashboard.reading.dataset import read
from dashboard.wording.naming import SIGNS
from dashboard.wording.standing import allowed, briefly, gap, sign, standing, without
from dashboard.wording.words import Words

EN = Words(Language.EN)
HEADER = "source,reporter,partner,flow,period,measure,value,unit,step,qualifier,compared_with"
SOURCES = b"id,publisher,title\ns,an office,a release\n"


def of_source(shipped: Review, source: str, line: int) -> RowJudgement:
    (scope,) = [scope for scope in shipped.scopes if scope.source == source]
    return next(row for row in scope.rows if row.row.line == line)


def judged(*lines: str) -> tuple[RowJudgement, ...]:
    text = "\n".join([HEADER, *(f"s,RUS,BLR,{line}" for line in lines)])
    return against_the_others(judge(read(text.encode(), SOURCES).observations))


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (Language.EN, "outside by USD 0.28 bn"),
        (Language.RU, "вне допустимого на 0,28 млрд долл. США"),
        (Language.BE, "па-за межамі на 0,28 млрд дол. ЗША"),
    ],
)
def test_a_row_outside_what_the_others_allow_says_by_how_much(shipped: Review, language: Language, said: str) -> None:
    row = of_source(shipped, "rus-government-2023-03", 64)
    assert (row.verdict, row.is_outside, row.fits_without) == (Verdict.CONTRADICTION, True, ())
    assert (standing(row, Words(language)), sign(row, SIGNS)) == (said, "✕")


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (Language.EN, "in the conflict; fits without line 63"),
        (Language.RU, "в противоречии; сходится без строки 63"),
        (Language.BE, "у супярэчнасці; сыходзіцца без радка 63"),
    ],
)
def test_a_row_of_a_conflict_that_fits_says_without_which_line(shipped: Review, language: Language, said: str) -> None:
    row = of_source(shipped, "rus-government-2023-03", 62)
    assert (row.verdict, row.is_outside, row.fits_without) == (Verdict.CONTRADICTION, False, (63,))
    assert (standing(row, Words(language)), sign(row, SIGNS)) == (said, "(✕)")


def test_a_hedge_that_binds_nothing_is_named_with_the_lines_left_out(shipped: Review) -> None:
    row = of_source(shipped, "kremlin-2024-05", 77)
    assert (row.bounds.without, row.fits_without) == ((70,), (70, 75))
    assert standing(row, EN) == "in the conflict; fits without lines 70 and 75"


def test_a_hedge_is_outside_by_its_widest_reading(shipped: Review) -> None:
    row = of_source(shipped, "kremlin-2024-05", 75)
    assert (row.is_hedged, row.is_outside, briefly(row, EN)) == (True, True, "outside")
    assert gap(row, EN) == "USD 1.65 bn"


def test_a_row_of_no_conflict_has_its_verdict(shipped: Review) -> None:
    row = of_source(shipped, "belstat-2021-02", 40)
    assert (standing(row, EN), sign(row, SIGNS), gap(row, EN)) == ("consistent", "✓", "")


def test_what_the_others_allow_is_written_apart_from_a_row_that_it_misses_by_little() -> None:
    row = judged(
        "turnover,2022,level,30.55,USD bn,0.1,,",
        "exports,2022,level,15.249,USD bn,0.001,,",
        "imports,2022,level,15.2495,USD bn,0.0001,,",
    )[0]
    assert (allowed(row, EN), standing(row, EN)) == ("USD 30.49795 to 30.49905 bn", "outside by USD 0.00095 bn")


@pytest.mark.parametrize(
    ("lines", "said"),
    [((), ""), ((63,), "without line 63"), ((63, 64), "without lines 63 and 64")],
)
def test_lines_left_out_are_named(lines: tuple[int, ...], said: str) -> None:
    assert without(lines, EN) == said
