import pytest

from dashboard.judging.dispute import choices, dispute
from dashboard.judging.judgement import judge
from dashboard.judging.review import Review
from tests import stubborn
from tests.blocks import rows


@pytest.mark.parametrize(
    ("corrections", "expected"),
    [
        ([(45,)], ((45,),)),
        ([(63,), (64,), (65,)], ((63, 64, 65),)),
        ([(70, 75), (70, 77), (72, 75), (72, 77)], ((70, 72), (75, 77))),
        ([(1, 4), (2, 5)], ()),
        ([(1, 2), (1, 3), (2, 3)], ()),
        ([], ()),
    ],
)
def test_corrections_that_are_independent_choices(
    corrections: list[tuple[int, ...]], expected: tuple[tuple[int, ...], ...]
) -> None:
    assert choices(corrections) == expected


@pytest.mark.parametrize(
    ("source", "last"), [("belstat-2021-02", {45}), ("rus-government-2023-03", {63}), ("kremlin-2024-05", {70, 75})]
)
def test_the_row_that_readers_work_out_speaks_last(shipped: Review, source: str, last: set[int]) -> None:
    judged = next(scope.judgement for scope in shipped.scopes if scope.source == source)
    found = [dispute(judged, conflict) for conflict in judged.explained.conflicts]
    assert {one.row.line for one in found if one is not None} == last
    assert all(one is not None and one.said.meet(one.allowed.interval).is_empty for one in found)


def test_no_row_stands_apart_where_it_cannot_be_proved(shipped: Review, monkeypatch: pytest.MonkeyPatch) -> None:
    judged = next(scope.judgement for scope in shipped.scopes if scope.source == "belstat-2021-02")
    stubborn.grant_no_step(monkeypatch)
    assert dispute(judged, judged.explained.conflicts[0]) is None


def test_neither_of_a_rate_and_a_base_of_nothing_stands_apart() -> None:
    judged = judge(
        rows("""
        exports 2021 level  0    bn  -   exact
        exports 2022 growth 10.0 %   0.1
    """)
    )
    (conflict,) = judged.explained.conflicts
    assert (conflict.lines, dispute(judged, conflict)) == ((2, 3), None)
