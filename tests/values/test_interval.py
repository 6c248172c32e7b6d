from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.values.interval import Interval


def test_ends_belong_to_an_interval() -> None:
    closed = Interval(Fraction(1), Fraction(2))
    assert [closed.contains(Fraction(number)) for number in ("0.999", "1", "1.5", "2", "2.001")] == [
        False,
        True,
        True,
        True,
        False,
    ]


def test_an_open_end_contains_everything_on_its_side() -> None:
    assert Interval(low=Fraction(1)).contains(Fraction(10**30))
    assert Interval(high=Fraction(1)).contains(Fraction(-(10**30)))
    assert not Interval(low=Fraction(1)).contains(Fraction(0))


def test_an_interval_is_empty_when_its_ends_are_crossed() -> None:
    assert Interval(Fraction(2), Fraction(1)).is_empty
    assert not Interval(Fraction(1), Fraction(1)).is_empty
    assert not Interval(low=Fraction(1)).is_empty
    assert not Interval(high=Fraction(1)).is_empty


def test_width_and_middle() -> None:
    assert Interval(Fraction(1), Fraction(4)).width == 3
    assert Interval(Fraction(1), Fraction(4)).middle == Fraction(5, 2)


@pytest.mark.parametrize("half_open", [Interval(low=Fraction(1)), Interval(high=Fraction(1)), Interval()])
def test_an_open_end_leaves_no_width_and_no_middle(half_open: Interval) -> None:
    assert half_open.width is None
    assert half_open.middle is None


def test_within_asks_for_both_ends() -> None:
    inner, outer = Interval(Fraction(2), Fraction(3)), Interval(Fraction(1), Fraction(3))
    assert inner.within(outer)
    assert not outer.within(inner)
    assert inner.within(Interval())
    assert inner.within(Interval(low=Fraction(2)))
    assert not Interval().within(inner)
    assert not Interval(low=Fraction(2)).within(inner)
    assert not Interval(high=Fraction(3)).within(inner)


def test_meet_keeps_what_lies_in_both() -> None:
    assert Interval(Fraction(1), Fraction(3)).meet(Interval(Fraction(2), Fraction(4))) == Interval(
        Fraction(2), Fraction(3)
    )
    assert Interval(low=Fraction(1)).meet(Interval(high=Fraction(2))) == Interval(Fraction(1), Fraction(2))
    assert Interval().meet(Interval()) == Interval()
    assert Interval(Fraction(1), Fraction(2)).meet(Interval(Fraction(3), Fraction(4))).is_empty


def test_reversing_the_sign_exchanges_the_ends() -> None:
    assert Interval(Fraction(-3), Fraction(1)).negated == Interval(Fraction(-1), Fraction(3))
    assert Interval(low=Fraction(2)).negated == Interval(high=Fraction(-2))
    assert Interval().negated == Interval()


def test_scaling_and_shifting_keep_open_ends_open() -> None:
    assert Interval(Fraction(1), Fraction(2)).scaled(Fraction(1, 1000)) == Interval(Fraction(1, 1000), Fraction(1, 500))
    assert Interval(low=Fraction(1)).scaled(Fraction(2)) == Interval(low=Fraction(2))
    assert Interval(high=Fraction(1)).scaled(Fraction(2)) == Interval(high=Fraction(2))
    assert Interval(Fraction(1), Fraction(2)).shifted(Fraction(-1)) == Interval(Fraction(0), Fraction(1))
    assert Interval(low=Fraction(1)).shifted(Fraction(1)) == Interval(low=Fraction(2))
    assert Interval(high=Fraction(1)).shifted(Fraction(1)) == Interval(high=Fraction(2))


def test_an_interval_is_below_another_only_with_a_gap() -> None:
    low, high = Interval(Fraction(1), Fraction(2)), Interval(Fraction(3), Fraction(4))
    assert low.is_below(high)
    assert not high.is_below(low)
    assert not low.is_below(low)
    assert not low.is_below(Interval(Fraction(2), Fraction(3)))
    assert not Interval(low=Fraction(1)).is_below(high)
    assert not low.is_below(Interval(high=Fraction(9)))


intervals = st.builds(
    lambda ends, low, high: Interval(min(ends) if low else None, max(ends) if high else None),
    st.tuples(*[st.fractions(min_value=-9, max_value=9, max_denominator=4)] * 2),
    *[st.booleans()] * 2,
)
numbers = st.fractions(min_value=-12, max_value=12, max_denominator=4)


@given(intervals, intervals, numbers, numbers)
def test_a_difference_of_intervals_holds_the_differences_of_their_numbers(
    a: Interval, b: Interval, x: Fraction, y: Fraction
) -> None:
    if a.contains(x) and b.contains(y):
        assert a.minus(b).contains(x - y)
        assert (quotients := a.over(b)) is None or quotients.contains(x / y)
        assert a.gap(b) <= abs(x - y)
        assert not (a.is_apart(b) and x == y)


@given(intervals, intervals)
def test_intervals_are_apart_where_they_share_no_number(a: Interval, b: Interval) -> None:
    assert a.is_apart(b) == a.meet(b).is_empty == (a.gap(b) > 0)
    assert a.gap(b) == b.gap(a)


def test_quotients_are_known_of_bounded_intervals_above_zero_alone() -> None:
    four_to_eight, one_to_two = Interval(Fraction(4), Fraction(8)), Interval(Fraction(1), Fraction(2))
    assert four_to_eight.over(one_to_two) == Interval(Fraction(2), Fraction(8))
    assert four_to_eight.negated.over(one_to_two) == Interval(Fraction(-8), Fraction(-2))
    assert Interval(Fraction(4)).over(one_to_two) is None
    assert one_to_two.over(Interval(Fraction(0), Fraction(1))) is None


@pytest.mark.parametrize(
    ("low", "high", "sign"),
    [("1", "2", 1), ("0", "2", 1), ("-2", "0", -1), ("0", "0", 0), ("-1", "1", None), ("0", "", 1), ("", "2", None)],
)
def test_an_interval_has_a_sign_where_it_does_not_cross_zero(low: str, high: str, sign: int | None) -> None:
    assert Interval(*(Fraction(end) if end else None for end in (low, high))).sign == sign


def test_repr_of_an_interval_makes_it_again() -> None:
    assert repr(Interval(Fraction(1), None)) == "Interval(low=Fraction(1, 1), high=None)"
