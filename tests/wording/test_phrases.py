"""Rows in words: the number as printed, and the statement that a proof makes of it."""

from __future__ import annotations

from fractions import Fraction

import pytest

from dashboard.bounds.system import Part, System
from dashboard.languages.language import Language
from dashboard.reading.dataset import read
from dashboard.values.interval import Interval
from dashboard.values.observation import Observation
from dashboard.wording.phrases import PHRASES, lines, of_interval, printed
from dashboard.wording.proofs import statement
from dashboard.wording.words import Words

EN = Words(Language.EN)
HEADER = "source,reporter,partner,flow,period,measure,value,unit,step,qualifier,compared_with"
SOURCES = b"id,publisher,title\ns,an office,a release\n"


def row_of(text: str) -> Observation:
    """Return a row of a source that reports in dollars: flow,period,measure,value,unit,step,qualifier,base."""
    rows = f"{HEADER}\ns,RUS,BLR,{text}\ns,RUS,BLR,imports,1999,level,1,USD bn,1,,\n"
    return read(rows.encode(), SOURCES).observations[0]


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("exports,2022,level,17.0,USD bn,0.1,,", "USD 17.0 ±0.05 bn"),
        ("exports,2022,level,38607.6,USD mn,0.1,,", "USD 38,607.6 ±0.05 mn"),
        ("exports,2022,level,17.2,USD bn,0.1,truncated,", "USD 17.2 bn (cut off)"),
        ("exports,2022,level,17.2,USD bn,,exact,", "USD 17.2 bn"),
        ("exports,2022,level,40,USD bn,10,about,", "about USD 40 bn"),
        ("exports,2022,growth,33.3,%,0.1,more than,", "more than 33.3%"),
        ("exports,2022,factor,1.5,times,0.1,nearly,", "nearly 1.5 times"),
    ],
)
def test_a_number_is_said_as_printed(row: str, expected: str) -> None:
    assert printed(row_of(row), EN) == expected


@pytest.mark.parametrize(
    ("row", "part", "expected"),
    [
        ("exports,2022,level,17.2,USD mn,0.1,,", Part.HARD, ["exports 2022 ≥ 0.01715", "exports 2022 ≤ 0.01725"]),
        (
            "exports,2022,change,1.2,USD bn,0.1,,",
            Part.HARD,
            ["exports 2022 − exports 2021 ≥ 1.15", "exports 2022 − exports 2021 ≤ 1.25"],
        ),
        (
            "exports,2022,factor,1.5,times,0.1,,",
            Part.HARD,
            ["exports 2022 ≥ 1.45 × exports 2021", "exports 2022 ≤ 1.55 × exports 2021"],
        ),
        (
            "exports,2022,share,40,%,1,,",
            Part.HARD,
            ["exports 2022 ≥ 39.5% × turnover 2022", "exports 2022 ≤ 40.5% × turnover 2022"],
        ),
        (
            "exports,2022,growth,-8.4,%,0.1,,2020",
            Part.HARD,
            ["exports 2022 ≥ (1 − 8.45%) × exports 2020", "exports 2022 ≤ (1 − 8.35%) × exports 2020"],
        ),
        (
            "exports,2022,growth,30,%,10,about,",
            Part.OUTER,
            ["exports 2022 ≥ (1 + 5%) × exports 2021", "exports 2022 ≤ (1 + 55%) × exports 2021"],
        ),
    ],
)
def test_a_row_makes_statements_of_true_values(row: str, part: Part, expected: list[str]) -> None:
    one = row_of(row)
    assert [statement(said, one, EN) for said in System.of([one]).statements(one, part)] == expected


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [
        ("31.2755", "31.3948", "to between USD 31.28 and 31.39 bn"),
        ("31.25", None, "to at least USD 31.25 bn"),
        (None, "18", "to at most USD 18 bn"),
        ("200/3", None, "to at least USD 66.6 bn"),
        (None, "199/3", "to at most USD 66.4 bn"),
        ("-199/3", None, "to at least USD −66.4 bn"),
        ("18", "18", "to USD 18 bn"),
        (None, None, "not bounded"),
    ],
)
def test_an_interval_takes_its_phrase(low: str | None, high: str | None, expected: str) -> None:
    ends = (None if end is None else Fraction(end) for end in (low, high))
    assert of_interval(Interval(*ends), PHRASES[Language.EN].to, "USD bn", EN) == expected


def test_lines_are_listed() -> None:
    assert [lines(numbers, EN) for numbers in ((4,), (4, 6), (4, 6, 8))] == [
        "line 4",
        "lines 4 and 6",
        "lines 4, 6 and 8",
    ]
