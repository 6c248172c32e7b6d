"""Thousands of random blocks: the engine against `linprog` over months, and what must hold for any truth.

`python -m tests.campaign` asks the same of as many blocks as there is time for.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from random import Random

import pytest
from hypothesis import Phase, example, given, settings
from hypothesis import strategies as st

from dashboard.bounds.model import Model
from dashboard.bounds.quantity import Quantity
from dashboard.bounds.verdict import Verdict
from dashboard.judging.hypotheses import suspects
from dashboard.judging.judgement import judge
from dashboard.judging.review import review
from dashboard.values.measure import Flow, Measure
from dashboard.values.observation import Dataset, Observation, Source
from dashboard.values.partial_date import PartialDate
from dashboard.values.qualifier import Qualifier
from tests.blocks import amount, observation, printed, renumbered, rescaled
from tests.campaign import drawn, faults, quick_faults

pytestmark = pytest.mark.long

SEEDS = st.integers(0, 10**9)
REPEATABLE = (Phase.explicit, Phase.generate)


def many(number: int) -> settings:
    return settings(max_examples=number, derandomize=True, phases=REPEATABLE)


@pytest.mark.parametrize("first", range(50_000, 52_000, 200))
def test_two_thousand_small_blocks_are_judged_as_by_linprog(first: int) -> None:
    said = [fault for fault in quick_faults(range(first, first + 200)) if not fault.startswith("skipped")]
    assert said == []


@many(25)
@given(SEEDS)
@example(328).via("its margin was said to be 0")
@example(1357).via("the same, with rates that only one-sided levels stand beside")
@example(20704).via("the margin had no end")
@example(21377).via("rows that no widening of rates makes true")
@example(1707).via("the dual simplex method ended without an answer")
@example(1986).via("the same, in the margin")
@example(18789).via("a fall by 100 %, truncated, that the oracle took for one with room to shrink")
@example(6984).via("the same, in a base of nothing")
def test_verdicts_bounds_and_implied_intervals_are_those_of_linprog(seed: int) -> None:
    said = [fault for fault in faults(seed, subsets=False) if not fault.startswith("skipped")]
    assert said == []


@many(15)
@given(SEEDS)
def test_conflicts_and_corrections_are_those_of_every_subset(seed: int) -> None:
    said = [fault for fault in faults(seed) if not fault.startswith("skipped")]
    assert said == []


@many(40)
@given(SEEDS)
def test_a_truth_is_never_contradicted_and_lies_within_its_bounds(seed: int) -> None:
    block = drawn(seed, errors=0)
    assert judge(block.rows).verdict is not Verdict.CONTRADICTION
    period = Random(seed).choice(block.rows).period
    for flow in Flow:
        quantity = Quantity.of(Measure.LEVEL, flow, period)
        assert Model.of(block.rows, (period,)).bounds(quantity).interval.contains(amount(block.truth, flow, period))


@many(30)
@given(SEEDS)
def test_one_planted_error_is_among_the_rows_to_doubt(seed: int) -> None:
    """The others are true together, so where the planted row is no longer, leaving it out alone is a correction."""
    block = drawn(seed, errors=1)
    judged = judge(block.rows)
    if judged.verdict is not Verdict.CONTRADICTION:
        return
    assert block.planted in judged.explained.corrections
    assert all(len(lines) == 1 for lines in judged.explained.corrections)
    needed = next(suspect.needed for suspect in suspects(judged) if suspect.row.line == block.planted[0])
    honest = next(row for row in block.honest if row.line == block.planted[0])
    assert not needed.meet(honest.meaning.hard).is_empty


@many(20)
@given(SEEDS, st.sampled_from(("mn", "th", "one")))
def test_neither_another_unit_nor_another_order_changes_an_answer(seed: int, unit: str) -> None:
    block = drawn(seed).rows
    last = len(block) + 3
    turned = renumbered(rescaled(block, unit), lambda line: last - line)
    found, other = judge(block), judge(turned)
    assert other.verdict is found.verdict
    conflicts = {frozenset(last - line for line in conflict.lines) for conflict in other.explained.conflicts}
    assert conflicts == {frozenset(conflict.lines) for conflict in found.explained.conflicts}
    if not found.explained.conflicts:
        quantity = Quantity.of(Measure.COVERAGE, Flow.EXPORTS, block[0].period)
        assert Model.of(block).bounds(quantity).interval == Model.of(turned).bounds(quantity).interval


@many(15)
@given(SEEDS)
def test_a_wider_row_narrows_no_bound_and_adds_no_contradiction(seed: int) -> None:
    block = drawn(seed, errors=0).rows
    at = Random(seed).randrange(len(block))
    row = block[at]
    if row.qualifier is not Qualifier.ROUNDED or row.step is None:
        return
    wider = (*block[:at], replace(row, step=row.step * 3), *block[at + 1 :])
    assert judge(wider).verdict is not Verdict.CONTRADICTION
    for asked in (Measure.LEVEL, Measure.SHARE, Measure.GROWTH):
        quantity = Quantity.of(asked, Flow.EXPORTS, row.period)
        found, other = (Model.of(rows, quantity.periods).bounds(quantity).interval for rows in (block, wider))
        assert found.within(other)


def source(id: str, month: int) -> Source:
    return Source(id=id, publisher="an office", title="a release", published=PartialDate(2023, month), line=2)


@many(6)
@given(SEEDS)
def test_sources_that_print_one_truth_are_never_apart(seed: int) -> None:
    """Two releases round the same truth, each to its own steps; no check on any level may find a contradiction."""
    block = drawn(seed, errors=0).rows
    again = [replace(row, line=row.line + 20, source="later") for row in drawn_again(seed)]
    dataset = Dataset(observations=(*block, *again), sources=(source("s", 1), source("later", 6)))
    found = review(dataset)
    assert found.verdict is not Verdict.CONTRADICTION
    assert [f.rule for f in found.findings if f.verdict is Verdict.CONTRADICTION] == []
    assert [f.gap for f in found.findings if f.gap is not None and len(set(f.sources)) > 1] == []


def drawn_again(seed: int) -> tuple[Observation, ...]:
    """Return rounded levels of the block's truth, for its periods, to steps of 0.1 and 1 bn."""
    block = drawn(seed, errors=0)
    pairs = sorted({(row.flow, row.period) for row in block.rows}, key=str)
    return tuple(
        observation(line, *pair, Measure.LEVEL, printed(amount(block.truth, *pair), step, "ROUND_HALF_UP"), step=step)
        for line, pair in enumerate(pairs, start=2)
        for step in (Decimal("0.1") if line % 2 else Decimal(1),)
    )
