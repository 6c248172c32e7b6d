"""Exact bounds: the ministry's figures to the last digit, two independent oracles, and what must never change them."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from itertools import product
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.bounds.model import Model
from dashboard.bounds.quantity import Quantity
from dashboard.judging.judgement import judge
from dashboard.values.errors import QuestionError, SolverError
from dashboard.values.interval import Interval
from dashboard.values.measure import Flow, Measure
from dashboard.values.observation import Observation
from dashboard.values.period import Period
from tests import stubborn
from tests.blocks import PERIODS, blocks, renumbered, rescaled, rows, ten_years
from tests.oracle import Months, form

MINISTRY = rows("""
turnover 2021             level  40    bn    10   about
turnover 2021             growth 33.3  %     0.1  more_than
turnover 2022-01/2022-10  level  34.5  bn    0.1
turnover 2022-01/2022-10  growth 10.1  %     0.1
exports  2022-01/2022-10  level  17.2  bn    0.1
exports  2022-01/2022-10  growth -8.4  %     0.1
imports  2022-01/2022-10  level  17.3  bn    0.1
imports  2022-01/2022-10  growth 37.7  %     0.1
""")
NOW, BEFORE = Period.parse("2022-01/2022-10"), Period.parse("2021-01/2021-10")


def bounds(found: tuple[Observation, ...], quantity: Quantity, without: tuple[int, ...] = ()) -> Interval:
    return Model.of(found, quantity.periods).bounds(quantity, without).interval


def written(interval: Interval) -> str:
    return " … ".join("open" if end is None else f"{float(end):.4f}" for end in (interval.low, interval.high))


@pytest.mark.parametrize(
    ("asked", "flow", "period", "expected"),
    [
        (Measure.LEVEL, Flow.EXPORTS, BEFORE, "18.7125 … 18.8358"),
        (Measure.LEVEL, Flow.IMPORTS, BEFORE, "12.5227 … 12.6044"),
        (Measure.LEVEL, Flow.TURNOVER, BEFORE, "31.2755 … 31.3948"),
        (Measure.LEVEL, Flow.BALANCE, BEFORE, "6.1121 … 6.3040"),
        (Measure.LEVEL, Flow.BALANCE, NOW, "-0.2000 … 0.0000"),
        (Measure.COVERAGE, Flow.EXPORTS, NOW, "98.8473 … 100.0000"),
    ],
)
def test_the_ministrys_figures_imply(asked: Measure, flow: Flow, period: Period, expected: str) -> None:
    assert written(bounds(MINISTRY, Quantity.of(asked, flow, period))) == expected


@pytest.mark.parametrize(
    ("flow", "line", "expected"),
    [
        (Flow.TURNOVER, 5, "9.9639 … 10.1963"),
        (Flow.EXPORTS, 7, "-8.5534 … -8.1917"),
        (Flow.IMPORTS, 9, "37.2964 … 38.2349"),
    ],
)
def test_each_growth_rate_is_implied_by_the_other_rows(flow: Flow, line: int, expected: str) -> None:
    assert written(bounds(MINISTRY, Quantity.of(Measure.GROWTH, flow, NOW), (line,))) == expected


def test_the_lines_of_a_bound_are_those_of_its_proofs() -> None:
    found = Model.of(MINISTRY).bounds(Quantity.of(Measure.LEVEL, Flow.BALANCE, NOW))
    assert found.lines == (6, 8)
    assert found.low is not None
    assert found.low.lines == (6, 8)


def test_a_bound_at_nought_that_no_row_gives_has_no_lines() -> None:
    found = Model.of((), [NOW]).bounds(Quantity.of(Measure.LEVEL, Flow.EXPORTS, NOW))
    assert (found.interval, found.lines) == (Interval(Fraction(0), None), ())


@pytest.mark.parametrize("asked", [Measure.LEVEL, Measure.GROWTH])
def test_rows_that_contradict_each_other_bound_nothing_amount_or_ratio(asked: Measure) -> None:
    wrong = rows("exports 2022 level 1 bn 0.1\nexports 2022 level 2 bn 0.1")
    message = r"^the rows contradict each other, so they bound nothing; leave some of them out$"
    with pytest.raises(QuestionError, match=message):
        bounds(wrong, Quantity.of(asked, Flow.EXPORTS, Period.parse("2022")))
    assert written(bounds(wrong, Quantity.of(Measure.LEVEL, Flow.EXPORTS, Period.parse("2022")), (2,))) == (
        "1.9500 … 2.0500"
    )


def test_a_period_nobody_mentioned_is_a_question_error() -> None:
    with pytest.raises(QuestionError, match="no running total ends with 2019; the periods known here are"):
        Model.of(MINISTRY).bounds(Quantity.of(Measure.LEVEL, Flow.EXPORTS, Period.parse("2019")))


def test_a_soft_row_that_takes_part_in_a_conflict_binds_by_its_outer_interval() -> None:
    about = rows("turnover 2021 level 40 bn 10 about")
    quantity = Quantity.of(Measure.LEVEL, Flow.TURNOVER, Period.parse("2021"))
    assert written(Model.of(about).bounds(quantity).interval) == "0.0000 … open"
    assert written(Model.of(about, outer=(2,)).bounds(quantity).interval) == "15.0000 … 65.0000"


ENDS = """
exports 2022 level 0.0 bn 0.1               | coverage exports 2022 | 0.0000 … open
imports 2022 level 0.0 bn 0.1               | level imports 2022    | 0.0000 … 0.0500
exports 2022 growth -100 % 1                | growth exports 2022   | -100.0000 … -99.5000
exports 2022 factor 0 times 0.1             | growth exports 2022   | -100.0000 … -95.0000
exports 2022 share 100 % exact              | share imports 2022    | 0.0000 … 0.0000
exports 2022 share 0 % 1                    | share imports 2022    | 99.5000 … 100.0000
balance 2022 level -3.1 bn 0.1              | coverage exports 2022 | 0.0000 … 100.0000
balance 2022 level 0 bn - exact             | coverage exports 2022 | 100.0000 … 100.0000
exports 2022 level 3 bn - more_than         | level turnover 2022   | 3.0000 … open
exports 2022 level 3 bn - nearly            | level exports 2022    | 0.0000 … 3.0000
exports 2022 level -1 bn - more_than        | level exports 2022    | 0.0000 … open
exports 2022 level 17.2 bn 0.1 truncated    | average exports 2022  | 1.4333 … 1.4417
exports 2022-Q1 level 4 bn 0.1              | level exports 2022    | 3.9500 … open
exports 2022 level 4 bn 0.1                 | level exports 2022-Q1 | 0.0000 … 4.0500
exports 2022-H1 level 4 bn 0.1              | level exports 2022-03/2022-08 | 0.0000 … open
exports 2021-11/2022-02 level 4 bn 0.1      | level exports 2022-01 | 0.0000 … 4.0500
exports 2022 change 4 bn 0.1                | level exports 2022    | 3.9500 … open
"""


@pytest.mark.parametrize("case", ENDS.strip().splitlines())
def test_ends_at_nought_at_a_hundred_and_open_ones(case: str) -> None:
    table, question, expected = (part.strip() for part in case.split("|"))
    cells = table.replace("% exact", "% - exact")
    asked, flow, period = question.split()
    quantity = Quantity.of(Measure(asked), Flow(flow), Period.parse(period))
    assert written(bounds(rows(cells), quantity)) == expected


QUANTITIES = [
    (asked, flow)
    for asked, flow in product(Measure, Flow)
    if not (asked in (Measure.GROWTH, Measure.FACTOR) and flow is Flow.BALANCE)
    and not (asked is Measure.SHARE and flow in (Flow.TURNOVER, Flow.BALANCE))
]


@settings(max_examples=60)
@given(blocks(), st.sampled_from(QUANTITIES), st.sampled_from(PERIODS))
def test_bounds_are_those_of_linprog_over_months(
    block: tuple[Observation, ...], what: tuple[Measure, Flow], period: Period
) -> None:
    quantity = Quantity.of(*what, period)
    found = bounds(block, quantity)
    expected = form(Months(block, quantity.periods), quantity)
    for end, other in zip((found.low, found.high), expected, strict=True):
        assert (end is None) == (other is None)
        if end is not None and other is not None:
            assert float(end / quantity.scale) == pytest.approx(other, rel=1e-5, abs=1e-6)


def grid(seed: int) -> tuple[list[tuple[int, ...]], tuple[Observation, ...]]:
    """Return every truth on a grid of 0.5 bn that some printed levels of two quarters allow, and the rows."""
    source = Random(seed)
    truth = [source.randint(0, 7) for _ in range(4)]
    forms = {
        ("exports", "2022-Q1"): (1, 0, 0, 0),
        ("imports", "2022-Q1"): (0, 1, 0, 0),
        ("exports", "2022-H1"): (1, 0, 1, 0),
        ("imports", "2022-H1"): (0, 1, 0, 1),
        ("turnover", "2022-Q1"): (1, 1, 0, 0),
        ("turnover", "2022-H1"): (1, 1, 1, 1),
        ("exports", "2022-Q2"): (0, 0, 1, 0),
    }
    chosen = source.sample(sorted(forms), source.randint(2, 6))
    table, limits = [], []
    for flow, period in chosen:
        halves = sum(c * x for c, x in zip(forms[flow, period], truth, strict=True))
        printed = (halves + source.randint(0, 1)) // 2
        table.append(f"{flow} {period} level {printed} bn 1")
        limits.append((forms[flow, period], 2 * printed - 1, 2 * printed + 1))
    every = [
        point
        for point in product(range(17), repeat=4)
        if all(low <= sum(c * x for c, x in zip(f, point, strict=True)) <= high for f, low, high in limits)
    ]
    return every, rows("\n".join(table))


@pytest.mark.long
@pytest.mark.parametrize("seed", range(12))
def test_bounds_are_those_of_all_truths_on_a_grid(seed: int) -> None:
    every, block = grid(seed)
    assert every, "the truth itself is among them"
    h1 = Period.parse("2022-H1")
    for flow, weights in ((Flow.EXPORTS, (1, 0, 1, 0)), (Flow.TURNOVER, (1, 1, 1, 1)), (Flow.BALANCE, (1, -1, 1, -1))):
        found = bounds(block, Quantity.of(Measure.LEVEL, flow, h1))
        values = [Fraction(sum(w * x for w, x in zip(weights, point, strict=True)), 2) for point in every]
        assert found.low is None or found.low == min(values)
        assert found.high is None or found.high == max(values)


@settings(max_examples=25)
@given(blocks(most=8), st.sampled_from(("mn", "th", "one")))
def test_another_unit_of_money_changes_no_bound(block: tuple[Observation, ...], unit: str) -> None:
    for period in {row.period for row in block}:
        for asked in (Measure.LEVEL, Measure.COVERAGE):
            quantity = Quantity.of(asked, Flow.EXPORTS, period)
            assert bounds(rescaled(block, unit), quantity) == bounds(block, quantity)


@settings(max_examples=25)
@given(blocks(most=8), st.randoms(use_true_random=False))
def test_the_order_of_rows_changes_no_bound(block: tuple[Observation, ...], source: Random) -> None:
    lines = [row.line for row in block]
    shuffled = source.sample(lines, len(lines))
    moved = renumbered(block, dict(zip(lines, shuffled, strict=True)).__getitem__)
    for period in {row.period for row in block}:
        quantity = Quantity.of(Measure.LEVEL, Flow.TURNOVER, period)
        assert bounds(moved, quantity) == bounds(block, quantity)


@settings(max_examples=25)
@given(blocks(most=8), st.data())
def test_a_wider_row_or_a_missing_one_never_narrows_a_bound(
    block: tuple[Observation, ...], data: st.DataObject
) -> None:
    if not block:
        return
    at = data.draw(st.integers(0, len(block) - 1))
    row = block[at]
    wider = (*block[:at], *((replace(row, step=3 * row.step),) if row.step else ()), *block[at + 1 :])
    quantity = Quantity.of(Measure.LEVEL, Flow.TURNOVER, data.draw(st.sampled_from(PERIODS)))
    whole = bounds(block, quantity)
    assert whole.within(bounds(wider, quantity)) or row.qualifier.is_soft
    assert whole.within(bounds(block, quantity, (row.line,)))
    assert bounds(block, quantity, (row.line,)) == bounds((*block[:at], *block[at + 1 :]), quantity)


@settings(max_examples=25)
@given(blocks(most=8), st.sampled_from(PERIODS), st.sampled_from(PERIODS))
def test_a_period_that_is_only_asked_for_changes_no_bound(
    block: tuple[Observation, ...], period: Period, also: Period
) -> None:
    quantity = Quantity.of(Measure.LEVEL, Flow.EXPORTS, period)
    assert Model.of(block, (period, also)).bounds(quantity).interval == bounds(block, quantity)


def test_ten_years_of_releases_are_bounded_with_a_proof_at_every_end() -> None:
    block = ten_years()
    assert len(block) == 684
    model = Model.of(block)
    for total in model.system.timeline.totals[::9]:
        for asked in (Measure.LEVEL, Measure.SHARE):
            found = model.bounds(Quantity.of(asked, Flow.EXPORTS, total))
            assert found.low is not None
            assert found.high is not None
            assert found.low.fault() is None
            assert found.interval.low is not None
            assert found.interval.high is not None
            assert found.interval.low < found.interval.high


def test_what_a_correction_leaves_is_bounded() -> None:
    wrong = (*MINISTRY[:2], replace(MINISTRY[2], value=MINISTRY[2].value + 1), *MINISTRY[3:])
    judged = judge(wrong)
    found = judged.model().bounds(Quantity.of(Measure.LEVEL, Flow.TURNOVER, NOW))
    assert judged.left_out == (4,)
    assert written(found.interval) == "34.4000 … 34.6000"


@pytest.mark.parametrize("power", [-24, -15, -9, 6, 9])
def test_a_ratio_of_amounts_of_any_size_is_bounded(power: int) -> None:
    amounts = (("exports", "1.1"), ("imports", "2"), ("turnover", "3.1"))
    step = format(Decimal("0.1").scaleb(power), "f")
    levels = [f"{flow} 2022-01 level {format(Decimal(value).scaleb(power), 'f')} bn {step}" for flow, value in amounts]
    found = bounds(rows("\n".join(levels)), Quantity.of(Measure.COVERAGE, Flow.EXPORTS, Period.parse("2022-01")))
    assert found == Interval(Fraction(2100, 41), Fraction(2300, 39))


def test_a_bound_that_cannot_be_proved_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    model = Model.of(MINISTRY)
    model.require_sense()
    stubborn.grant_no_step(monkeypatch)
    with pytest.raises(SolverError, match=r"^coverage of exports 2021-01/2021-10: a linear program of \d+ rows has no"):
        model.bounds(Quantity.of(Measure.COVERAGE, Flow.EXPORTS, BEFORE))
