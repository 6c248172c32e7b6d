import ast
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import dashboard
from dashboard.values.interval import Interval
from dashboard.values.qualifier import Qualifier, hedge_grid, meaning, step_of_digits

PACKAGE = Path(dashboard.__file__).parent

ROUNDING_CASES = """
value    step    qualifier   hard                  soft             outer
17.2     0.1     -           17.15..17.25          -                -
17.20    0.01    -           17.195..17.205        -                -
17.0     0.1     -           16.95..17.05          -                -
17       1       -           16.5..17.5            -                -
40       10      -           35..45                -                -
38607.6  0.1     -           38607.55..38607.65    -                -
6.141    0.001   -           6.1405..6.1415        -                -
2.355    0.005   -           2.3525..2.3575        -                -
33.3     0.1     -           33.25..33.35          -                -
1.5      0.1     -           1.45..1.55            -                -
2.4      0.1     -           2.35..2.45            -                -
25       25      -           12.5..37.5            -                -
12.5     2.5     -           11.25..13.75          -                -
0.0      0.1     -           -0.05..0.05           -                -
0        1       -           -0.5..0.5             -                -
-8.4     0.1     -           -8.45..-8.35          -                -
-3.1     0.1     -           -3.15..-3.05          -                -
-100     1       -           -100.5..-99.5         -                -
0.001    0.001   -           0.0005..0.0015        -                -
1000000  1000    -           999500..1000500       -                -
17.25    0.1     -           17.2..17.3            -                -
17.2     0.1     exact       17.2..17.2            -                -
17.2     none    exact       17.2..17.2            -                -
0        none    exact       0..0                  -                -
-3.1     0.1     exact       -3.1..-3.1            -                -
17.2     0.1     truncated   17.2..17.3            -                -
17       1       truncated   17..18                -                -
17.0     0.1     truncated   17.0..17.1            -                -
0.0      0.1     truncated   -0.1..0.1             -                -
-17.2    0.1     truncated   -17.3..-17.2          -                -
-0.1     0.1     truncated   -0.2..-0.1            -                -
-8       1       truncated   -9..-8                -                -
33.3     0.1     more_than   33.3..                -                -
46.5     none    more_than   46.5..                -                -
-5       none    more_than   -5..                  -                -
18       1       at_least    18..                  -                -
0        none    at_least    0..                   -                -
50       none    less_than   ..50                  -                -
0        none    less_than   ..0                   -                -
1.5      0.1     at_most     ..1.5                 -                -
-2       none    at_most     ..-2                  -                -
39.7     none    nearly      ..39.7                39.6..39.7       39.4..39.7
40       none    nearly      ..40                  30..40           10..40
45       none    nearly      ..45                  40..45           30..45
40       1       nearly      ..40                  39..40           37..40
39       none    nearly      ..39                  38..39           36..39
-40      none    nearly      ..-40                 -50..-40         -70..-40
40       none    about       ..                    35..45           15..65
40       10      about       ..                    35..45           15..65
40       1       about       ..                    39.5..40.5       37.5..42.5
45       none    about       ..                    42.5..47.5       32.5..57.5
43       none    about       ..                    42.5..43.5       40.5..45.5
42.5     none    about       ..                    41.25..43.75     36.25..48.75
10.4     none    about       ..                    10.35..10.45     10.15..10.65
10       none    about       ..                    5..15            -15..35
10.4     0.1     about       ..                    10.35..10.45     10.15..10.65
100      none    about       ..                    50..150          -150..350
1000     100     about       ..                    950..1050        750..1250
33.3     none    about       ..                    33.25..33.35     33.05..33.55
0.5      none    about       ..                    0.25..0.75       -0.75..1.75
0        none    about       ..                    -0.5..0.5        -2.5..2.5
-10      none    about       ..                    -15..-5          -35..15
-2.5     none    about       ..                    -3.75..-1.25     -8.75..3.75
127.4    none    about       ..                    127.35..127.45   127.15..127.65
"""

NEVER_NEGATIVE_CASES = """
value    step    qualifier   hard                  soft             outer
0.0      0.1     -           0..0.05               -                -
0        1       -           0..0.5                -                -
0.0      0.1     truncated   0..0.1                -                -
17.2     0.1     -           17.15..17.25          -                -
50       none    less_than   0..50                 -                -
18       none    more_than   18..                  -                -
40       none    nearly      0..40                 30..40           10..40
1        none    nearly      0..1                  0..1             0..1
10       none    about       0..                   5..15            0..35
0        none    about       0..                   0..0.5           0..2.5
"""


def cases(table: str) -> list[str]:
    return [" ".join(line.split()) for line in table.strip().splitlines()[1:]]


def interval(text: str) -> Interval | None:
    if text == "-":
        return None
    low, high = text.split("..")
    return Interval(Fraction(low) if low else None, Fraction(high) if high else None)


def check(case: str, *, never_negative: bool) -> None:
    value, step, hedge, hard, soft, outer = case.split()
    qualifier = Qualifier("" if hedge == "-" else hedge.replace("_", " "))
    said = meaning(Decimal(value), None if step == "none" else Decimal(step), qualifier, never_negative=never_negative)
    assert (said.hard, said.soft, said.outer) == (interval(hard), interval(soft), interval(outer))


@pytest.mark.parametrize("case", cases(ROUNDING_CASES))
def test_a_printed_number_stands_for_an_interval(case: str) -> None:
    check(case, never_negative=False)


@pytest.mark.parametrize("case", cases(NEVER_NEGATIVE_CASES))
def test_a_printed_flow_stands_for_an_interval_above_zero(case: str) -> None:
    check(case, never_negative=True)


@pytest.mark.parametrize(
    ("step", "qualifier", "half"),
    [
        ("0.1", Qualifier.ROUNDED, "1/20"),
        ("0.1", Qualifier.TRUNCATED, "1/20"),
        ("0.1", Qualifier.EXACT, "0"),
        ("0.1", Qualifier.MORE_THAN, "0"),
        ("0.1", Qualifier.AT_MOST, "0"),
        ("0.1", Qualifier.NEARLY, "0"),
        ("0.1", Qualifier.ABOUT, "0"),
    ],
)
def test_half_width_is_that_of_the_binding_interval(step: str, qualifier: Qualifier, half: str) -> None:
    assert meaning(Decimal("17.2"), Decimal(step), qualifier).half == Fraction(half)


@pytest.mark.parametrize("case", cases(ROUNDING_CASES))
def test_a_number_and_its_hedge_with_the_sign_reversed_stand_for_the_reversed_interval(case: str) -> None:
    value, step, hedge, *_ = case.split()
    qualifier = Qualifier("" if hedge == "-" else hedge.replace("_", " "))
    grid = None if step == "none" else Decimal(step)
    reversed_ = qualifier.negated
    if reversed_ is None:
        assert qualifier is Qualifier.NEARLY
        return
    own, other = meaning(Decimal(value), grid, qualifier), meaning(-Decimal(value), grid, reversed_)
    assert (other.hard, other.shown) == (own.hard.negated, own.shown.negated)


def test_half_width_at_zero_is_that_of_the_print() -> None:
    assert meaning(Decimal("0.0"), Decimal("0.1"), Qualifier.ROUNDED, never_negative=True).half == Fraction(1, 20)


@pytest.mark.parametrize("qualifier", [Qualifier.ROUNDED, Qualifier.TRUNCATED])
@pytest.mark.parametrize("step", [None, Decimal(0), Decimal("-0.1")])
def test_a_rounded_number_needs_a_step(qualifier: Qualifier, step: Decimal | None) -> None:
    with pytest.raises(ValueError, match=rf"^a rounded number needs a step above 0, found {step}$"):
        meaning(Decimal("17.2"), step, qualifier)


def test_shown_is_the_soft_interval_where_there_is_one() -> None:
    assert meaning(Decimal(40), None, Qualifier.ABOUT).shown == Interval(Fraction(35), Fraction(45))
    assert meaning(Decimal(40), Decimal(10), Qualifier.ROUNDED).shown == Interval(Fraction(35), Fraction(45))


def test_only_about_and_nearly_are_soft() -> None:
    assert [qualifier.value for qualifier in Qualifier if qualifier.is_soft] == ["nearly", "about"]


@pytest.mark.parametrize(
    ("number", "grid"),
    [
        ("40", "10"),
        ("45", "5"),
        ("43", "1"),
        ("42.5", "2.5"),
        ("10.4", "0.1"),
        ("10.5", "0.5"),
        ("10.25", "0.25"),
        ("10", "10"),
        ("9", "1"),
        ("1", "1"),
        ("0.9", "0.1"),
        ("0.03", "0.01"),
        ("100", "100"),
        ("150", "50"),
        ("125", "25"),
        ("1000", "1000"),
        ("38607.6", "0.1"),
        ("0", "1"),
        ("-40", "10"),
        ("-0.25", "0.25"),
        ("-0.26", "0.01"),
    ],
)
def test_grid_of_a_hedged_number(number: str, grid: str) -> None:
    assert hedge_grid(Fraction(number)) == Fraction(grid)


@pytest.mark.parametrize(
    ("printed", "step"),
    [("17.2", "0.1"), ("17.0", "0.1"), ("17", "1"), ("40", "1"), ("6.141", "0.001"), ("0.0", "0.1"), ("-8.40", "0.01")],
)
def test_step_of_digits(printed: str, step: str) -> None:
    assert str(step_of_digits(Decimal(printed))) == step


def test_step_of_digits_of_an_exponent_is_one() -> None:
    assert step_of_digits(Decimal("1E+3")) == 1


@given(
    truth=st.fractions(min_value=-1000, max_value=1000, max_denominator=10**6),
    places=st.integers(min_value=0, max_value=4),
)
def test_the_truth_lies_in_what_it_is_rounded_to(truth: Fraction, places: int) -> None:
    """Half-even rounding, rounding half away from zero and truncation are all within their intervals."""
    step = Decimal(1).scaleb(-places)
    units = truth / Fraction(step)
    whole = abs(units).__floor__()
    away = (abs(units) + Fraction(1, 2)).__floor__()
    sign = -1 if units < 0 else 1
    for count, qualifier in ((round(units), Qualifier.ROUNDED), (sign * away, Qualifier.ROUNDED)):
        assert meaning(count * step, step, qualifier).hard.contains(truth)
    if whole:
        assert meaning(sign * whole * step, step, Qualifier.TRUNCATED).hard.contains(truth)


@given(st.decimals(min_value=-(10**6), max_value=10**6, places=3, allow_nan=False))
def test_a_hedged_number_lies_on_its_grid(number: Decimal) -> None:
    grid = hedge_grid(Fraction(number))
    assert grid > 0
    assert (Fraction(number) / grid).denominator == 1


@given(st.decimals(min_value=-(10**6), max_value=10**6, places=2, allow_nan=False))
def test_outer_interval_holds_the_soft_one(number: Decimal) -> None:
    for qualifier in (Qualifier.ABOUT, Qualifier.NEARLY):
        said = meaning(number, None, qualifier)
        assert said.soft is not None
        assert said.outer is not None
        assert said.soft.within(said.outer)


@pytest.mark.parametrize(
    ("qualifier", "has_step", "is_bounded", "never_binds"),
    [
        (Qualifier.ROUNDED, True, True, False),
        (Qualifier.EXACT, False, True, False),
        (Qualifier.TRUNCATED, True, True, False),
        (Qualifier.MORE_THAN, False, False, False),
        (Qualifier.AT_MOST, False, False, False),
        (Qualifier.NEARLY, False, False, False),
        (Qualifier.ABOUT, False, False, True),
    ],
)
def test_a_hedge_says_how_it_binds(qualifier: Qualifier, has_step: bool, is_bounded: bool, never_binds: bool) -> None:
    assert (qualifier.has_step, qualifier.is_bounded, qualifier.never_binds) == (has_step, is_bounded, never_binds)


def test_a_hedge_is_found_by_its_word() -> None:
    assert [Qualifier(str(qualifier)) for qualifier in Qualifier] == list(Qualifier)
    with pytest.raises(ValueError, match="'over' is not a valid Qualifier"):
        Qualifier("over")


def test_no_other_module_asks_for_a_hedge_by_name_where_the_table_says_it() -> None:
    asking = {
        path.relative_to(PACKAGE).as_posix()
        for path in PACKAGE.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Compare | ast.Match) and "Qualifier." in ast.unparse(node)
    }
    assert asking == set()
