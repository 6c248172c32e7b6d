from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.languages.language import Language
from dashboard.values.interval import Interval
from dashboard.wording.numbers import decimals_apart, decimals_for, decimals_of_gap, ends, interval, rounded, written

EN, RU, BE = Language.EN, Language.RU, Language.BE


def between(low: str | None, high: str | None) -> Interval:
    return Interval(None if low is None else Fraction(low), None if high is None else Fraction(high))


@pytest.mark.parametrize(
    ("value", "decimals", "expected"),
    [("17.25", 1, "17.3"), ("-17.25", 1, "-17.3"), ("17.24", 1, "17.2"), ("0.04", 1, "0.0"), ("-0.04", 1, "0.0")],
)
def test_ties_are_rounded_away_from_zero(value: str, decimals: int, expected: str) -> None:
    assert str(rounded(Decimal(value), decimals)) == expected


@pytest.mark.parametrize(
    ("language", "expected"),
    [(EN, "−1,234.50"), (RU, "−1\N{NO-BREAK SPACE}234,50"), (BE, "−1\N{NO-BREAK SPACE}234,50")],
)
def test_a_number_has_the_signs_of_its_language(language: Language, expected: str) -> None:
    assert written(Fraction("-1234.5"), 2, language) == expected


@pytest.mark.parametrize(("value", "expected"), [("0.3", "+0.3"), ("-0.3", "−0.3"), ("0", "0.0"), ("-0.01", "0.0")])
def test_a_signed_number_shows_its_sign_unless_it_is_zero(value: str, expected: str) -> None:
    assert written(Fraction(value), 1, EN, signed=True) == expected


@pytest.mark.parametrize(
    ("low", "high", "decimals"),
    [
        ("6.1121", "6.3040", 1),
        ("-0.2", "0", 1),
        ("17.15", "17.25", 2),
        ("98.8472", "100", 1),
        ("12.5227", "12.6044", 2),
        ("35", "45", 0),
        ("21.5", "22.5", 1),
        ("0.12735", "0.12745", 5),
        ("0.0025346", "0.0025348", 7),
        ("0", "1e-9", 10),
        ("5", "5", 0),
        ("1/3", "1/3", 6),
        ("33.3", None, 1),
        (None, "18", 0),
        ("1/3", None, 1),
        ("4/3000", None, 4),
        (None, "-4/300", 3),
        (None, None, 1),
        ("6.0521", "6.2032", 2),
        ("4.55", "100", 1),
        ("0.3", "95", 1),
        ("-95", "-0.3", 1),
        ("-6", "0.000001", 0),
        ("32.5", "37.5", 1),
        ("12.55", "13.05", 2),
    ],
)
def test_an_interval_shows_no_more_decimals_than_it_bears(low: str | None, high: str | None, decimals: int) -> None:
    assert decimals_for(between(low, high)) == decimals


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        (EN, ["6.1 to 6.3", "at least 6.1", "at most 6.4", "not bounded", "6.1"]),
        (RU, ["от 6,1 до 6,3", "не менее 6,1", "не более 6,4", "не ограничено", "6,1"]),
        (BE, ["ад 6,1 да 6,3", "не менш за 6,1", "не больш за 6,4", "не абмежавана", "6,1"]),
    ],
)
def test_an_open_end_is_rounded_outwards(language: Language, expected: list[str]) -> None:
    low, high = "6.1821", "6.3040"
    shown = [
        between("6.1121", high),
        between(low, None),
        between(None, high),
        between(None, None),
        between("6.1", "6.12"),
    ]
    assert [interval(one, 1, language) for one in shown] == expected


@pytest.mark.parametrize(
    ("low", "high", "said"),
    [
        ("6.1121", "6.3040", "6.1 to 6.3"),
        ("6.0521", "6.2032", "6.05 to 6.20"),
        ("4.55", "100", "4.6 to 100.0"),
        ("0.3", "95", "0.3 to 95.0"),
        ("32.5", "37.5", "32.5 to 37.5"),
    ],
)
def test_rounding_hides_little_of_what_an_interval_allows(low: str, high: str, said: str) -> None:
    assert interval(between(low, high), decimals_for(between(low, high)), EN) == said


ENDS = st.fractions(min_value=-1000, max_value=1000, max_denominator=10**6)


@given(ENDS, ENDS, st.fractions(min_value=0, max_value=1))
def test_every_number_of_an_interval_lies_in_it_as_written(one: Fraction, other: Fraction, part: Fraction) -> None:
    low, high = sorted((one, other))
    shown, among = decimals_for(Interval(low, high)), low + (high - low) * part
    if low < high:
        assert rounded(low, shown) <= rounded(among, shown) <= rounded(high, shown)
        assert rounded(low, shown) < rounded(high, shown)


@given(ENDS, ENDS)
def test_the_sides_of_zero_change_the_signs_and_nothing_else(one: Fraction, other: Fraction) -> None:
    low, high = sorted((one, other))
    assert decimals_for(Interval(low, high)) == decimals_for(Interval(-high, -low))


@given(ENDS)
def test_an_open_interval_as_written_leaves_nothing_out(end: Fraction) -> None:
    shown = decimals_for(Interval(end, None))
    low, _ = ends(Interval(end, None), shown, EN)
    _, high = ends(Interval(None, end), shown, EN)
    assert plain(low) <= end <= plain(high)


def plain(text: str) -> Fraction:
    return Fraction(text.replace("−", "-").replace(",", ""))


@pytest.mark.parametrize(
    ("low", "high", "said"),
    [
        ("6112.1", "6304", "6,100 to 6,300"),
        ("-158", "0", "−200 to 0"),
        ("34450", "34550", "34,450 to 34,550"),
        ("38607.55", "38607.65", "38,607.55 to 38,607.65"),
    ],
)
def test_a_part_of_a_bn_has_no_more_digits_than_a_bn(low: str, high: str, said: str) -> None:
    assert interval(between(low, high), decimals_for(between(low, high), Fraction(1000)), EN) == said


@pytest.mark.parametrize(
    ("low", "high", "least", "decimals"),
    [
        ("11.9291", "12.1953", 0, 1),
        ("11.6593", "12.3538", 0, 2),
        ("12.46", "12.4999", 0, 4),
        ("11", "12.45", 0, 2),
        ("11.9291", "12.1953", 2, 2),
        ("12.7", "13.2", 2, 1),
    ],
)
def test_an_interval_beside_one_that_it_does_not_reach_is_written_apart_from_it(
    low: str, high: str, least: int, decimals: int
) -> None:
    other = Interval(Fraction("12.5"), Fraction("13.5"))
    assert decimals_apart(Interval(Fraction(low), Fraction(high)), other, least) == decimals


def test_a_gap_has_the_decimals_of_the_intervals_and_is_never_zero() -> None:
    other = Interval(Fraction("12.5"), Fraction("13.5"))
    assert decimals_of_gap(Interval(Fraction("11.9291"), Fraction("12.1953")), other) == 1
    assert decimals_of_gap(other, Interval(None, Fraction("12.4996"))) == 4
