from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from itertools import chain, combinations
from random import Random

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from dashboard.bounds.conflict import Claims, Conflicts, explain, hard_parts, hitting_sets
from dashboard.bounds.system import System
from dashboard.values.measure import Measure
from dashboard.values.observation import Observation
from tests.blocks import blocks, changed, rows, ten_years
from tests.oracle import Months, families


def claims(block: tuple[Observation, ...]) -> Claims:
    return Claims(System.of(block), hard_parts(block))


def explained(block: tuple[Observation, ...], cap: int = 2_000) -> Conflicts:
    return explain(claims(block), cap=cap)


def lines(found: Conflicts) -> list[tuple[int, ...]]:
    return [conflict.lines for conflict in found.conflicts]


MINISTRY_MISTYPED = rows("""
turnover 2021             level  40    bn    10   about
turnover 2021             growth 33.3  %     0.1  more_than
turnover 2022-01/2022-10  level  35.5  bn    0.1
turnover 2022-01/2022-10  growth 10.1  %     0.1
exports  2022-01/2022-10  level  17.2  bn    0.1
exports  2022-01/2022-10  growth -8.4  %     0.1
imports  2022-01/2022-10  level  17.3  bn    0.1
imports  2022-01/2022-10  growth 37.7  %     0.1
""")


def test_a_mistyped_turnover_makes_three_conflicts_and_one_smallest_correction() -> None:
    found = explained(MINISTRY_MISTYPED)
    assert lines(found) == [(4, 6, 8), (4, 5, 6, 7, 9), (4, 5, 7, 8, 9)]
    assert found.corrections == ((4,),)
    assert found.is_complete


def test_the_proof_of_the_short_conflict_is_the_sum_of_the_three_rows() -> None:
    proof = explained(MINISTRY_MISTYPED).conflicts[0].proof
    assert [(str(step.times), step.statement.line, str(step.statement.side)) for step in proof.steps] == [
        ("1/3", 4, "low"),
        ("1/3", 6, "high"),
        ("1/3", 8, "high"),
    ]
    assert str(proof.bound) == "17/60"


def test_rows_that_can_be_true_have_no_conflict_and_no_correction() -> None:
    assert explained(rows("exports 2022 level 17.2 bn 0.1")) == Conflicts()
    assert explained(()) == Conflicts()


def test_a_row_that_no_truth_allows_is_a_conflict_of_its_own() -> None:
    found = explained(rows("exports 2022 level -1 bn 0.1\nexports 2021 level 1 bn 0.1"))
    assert (lines(found), found.corrections) == ([(2,)], ((2,),))


def test_any_of_three_rows_may_be_the_wrong_one() -> None:
    found = explained(rows("exports 2022 level 1 bn 0.1\nimports 2022 level 1 bn 0.1\nturnover 2022 level 3 bn 0.1"))
    assert found.corrections == ((2,), (3,), (4,))


def test_two_errors_far_apart_are_corrected_together() -> None:
    wrong = rows("""
    exports 2021 level 1 bn 0.1
    exports 2021 level 2 bn 0.1
    imports 2022 level 5 bn 0.1
    imports 2022 level 6 bn 0.1
    """)
    found = explained(wrong)
    assert lines(found) == [(2, 3), (4, 5)]
    assert found.corrections == ((2, 4), (2, 5), (3, 4), (3, 5))


@pytest.mark.parametrize("apart", ["1E-7", "1E-10", "1E-12", "1E-15"])
def test_a_contradiction_of_any_smallness_is_found_and_proved(apart: str) -> None:
    near = Decimal("34.5") + Decimal(apart)
    exact = (
        f"exports 2022 level 17.2 bn - exact\nimports 2022 level 17.3 bn - exact\nturnover 2022 level {near} bn - exact"
    )
    found = explained(rows(exact))
    assert lines(found) == [(2, 3, 4)]
    assert found.conflicts[0].proof.fault() is None
    assert explained(rows(exact.replace(str(near), "34.5"))) == Conflicts()


def test_single_dollars_in_numbers_of_twelve_digits_are_told_apart() -> None:
    table = """
    exports  2022 level 123456789012 one 1
    imports  2022 level 234567890123 one 1
    turnover 2022 level {} one 1
    """
    assert explained(rows(table.format(358024679136))) == Conflicts()
    assert lines(explained(rows(table.format(358024679137)))) == [(2, 3, 4)]


def test_roubles_in_thousands_of_bn_bear_steps_of_a_tenth_of_a_million() -> None:
    table = """
    exports  2022 level 12.3456789 tn 0.0000001
    imports  2022 level 9876543.2  mn 0.1
    turnover 2022 level {}         mn 0.1
    """
    assert explained(rows(table.format("22222222.1"))) == Conflicts()
    assert lines(explained(rows(table.format("22222222.4")))) == [(2, 3, 4)]


@pytest.mark.long
@settings(max_examples=40)
@given(blocks(most=7, errors=2))
def test_conflicts_and_corrections_are_those_of_all_subsets(block: tuple[Observation, ...]) -> None:
    margins = [Months([row for row in block if row.line in chosen]).excess() for chosen in subsets(block)]
    assume(all(margin < 1e-12 or margin > 1e-6 for margin in margins))
    found = explained(block)
    wrong, smallest = families(block)
    assert found.is_complete
    assert {frozenset(conflict.lines) for conflict in found.conflicts} == wrong
    assert set(map(frozenset, found.corrections)) == (smallest if wrong else set())


def subsets(block: tuple[Observation, ...]) -> list[frozenset[int]]:
    known = [row.line for row in block]
    return [frozenset(chosen) for size in range(1, len(known) + 1) for chosen in combinations(known, size)]


families_of_lines = st.lists(st.frozensets(st.integers(1, 6), min_size=1, max_size=4), max_size=6)


@given(families_of_lines)
def test_hitting_sets_are_those_of_brute_force(family: list[frozenset[int]]) -> None:
    members = sorted(set(chain.from_iterable(family)))
    every = chain.from_iterable(combinations(members, size) for size in range(len(members) + 1))
    hitting = [frozenset(chosen) for chosen in every if all(set(chosen) & lines for lines in family)]
    assert hitting_sets(family) == {one for one in hitting if not any(other < one for other in hitting)}


@pytest.mark.long
@pytest.mark.parametrize("errors", [1, 4, 12])
def test_planted_errors_in_ten_years_of_releases_are_found(errors: int) -> None:
    block = list(ten_years())
    levels = [at for at, row in enumerate(block) if row.measure is Measure.LEVEL]
    planted = sorted(Random(errors).sample(levels, errors))
    for at in planted:
        block[at] = changed(block[at], block[at].value + 3)
    found = explained(tuple(block))
    assert found.corrections == (tuple(block[at].line for at in planted),)
    assert not found.is_complete


def test_a_search_that_stops_says_so_and_still_gives_a_correction() -> None:
    many = "\n".join(f"exports {year} level {value} bn 0.1" for year in range(2001, 2013) for value in (1, 2))
    found = explained(rows(many), cap=3)
    assert not found.is_complete
    assert len(found.corrections) == 1
    assert len(found.corrections[0]) == 12
    kept = [row for row in rows(many) if row.line not in found.corrections[0]]
    assert explained(tuple(kept)) == Conflicts()


def test_a_correction_found_at_the_cap_blames_no_row_needlessly() -> None:
    wrong = rows("""
    exports 2022 level 1 bn 0.1
    exports 2022 level 2 bn 0.1
    exports 2022 level 3 bn 0.1
    exports 2022 level 3 bn 0.1
    """)
    found = explained(wrong, cap=0)
    kept = [row for row in wrong if row.line not in found.corrections[0]]
    assert explained(tuple(kept)) == Conflicts()
    for row in wrong:
        if row.line in found.corrections[0]:
            assert explained((*kept, row)).conflicts


@settings(max_examples=40)
@given(blocks())
def test_a_truth_rounded_by_any_rule_is_never_in_conflict(block: tuple[Observation, ...]) -> None:
    assert explained(block) == Conflicts()


def test_only_the_lines_asked_for_take_part() -> None:
    wrong = claims(rows("exports 2022 level 1 bn 0.1\nexports 2022 level 2 bn 0.1\nexports 2022 level 1 bn 0.1"))
    assert explain(wrong, frozenset({2, 4})) == Conflicts()
    assert lines(explain(wrong, frozenset({2, 3}))) == [(2, 3)]
    assert wrong.conflict({2, 4}) is None


def test_rows_far_from_any_conflict_are_not_drawn_into_it() -> None:
    block = (*MINISTRY_MISTYPED, *(replace(row, line=row.line + 100) for row in rows("exports 2019 level 7 bn 1")))
    assert lines(explained(block)) == lines(explained(MINISTRY_MISTYPED))
