from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from random import Random

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from dashboard.bounds.conflict import hard_parts
from dashboard.bounds.system import System
from dashboard.bounds.verdict import Verdict, margin, worst
from dashboard.lp.optimum import ExactProgram
from dashboard.lp.tableau import Optimum, Status, Terms
from dashboard.values.errors import SolverError
from dashboard.values.message import Message
from dashboard.values.observation import Observation
from tests.blocks import STEP, blocks, changed, rescaled, rows, ten_years
from tests.oracle import Months


def of(block: tuple[Observation, ...]) -> tuple[Fraction | None, int]:
    return margin(System.of(block), hard_parts(block))


def three(exports: str, imports: str, turnover: str) -> tuple[Observation, ...]:
    return rows(
        f"exports 2022 level {exports} bn 0.1\nimports 2022 level {imports} bn 0.1\n"
        f"turnover 2022 level {turnover} bn 0.1"
    )


@pytest.mark.parametrize(
    ("block", "expected"),
    [
        (three("17.2", "17.3", "34.5"), (Fraction(1), 1)),
        (three("17.2", "17.3", "34.6"), (Fraction(1, 3), 1)),
        (three("17.25", "17.25", "34.65"), (Fraction(0), 0)),
        (three("17.2", "17.3", "34.7"), (Fraction(-1, 3), -1)),
        (three("17.2", "17.3", "35.5"), (Fraction(-17, 3), -1)),
        (rows("exports 2022 level 17.2 bn 0.1"), (Fraction(1), 1)),
        (rows("exports 2011 level 38607.6 mn 0.1\nexports 2011 growth 37.7 % 0.1"), (Fraction(1), 1)),
        (rows("exports 2022 level 5 bn 1\nexports 2022 level 5.5 bn - exact"), (Fraction(0), 0)),
        (rows("exports 2022 level 5 bn 1\nexports 2022 level 5.25 bn - exact"), (Fraction(1, 2), 1)),
        (rows("exports 2022 level 5 bn - exact"), (None, 1)),
        (rows("exports 2022 level 5 bn - more_than\nexports 2022 level 6 bn - at_most"), (None, 1)),
        (rows("exports 2022 level 5 bn - exact\nexports 2022 level 6 bn - exact"), (None, -1)),
        (
            rows("exports 2022 level 5 bn - exact\nexports 2022 level 6 bn - exact\nexports 2021 level 1 bn 1"),
            (None, -1),
        ),
        (rows("exports 2022 level 40 bn 10 about"), (None, 1)),
        ((), (None, 1)),
    ],
)
def test_the_margin_is_counted_in_half_widths(
    block: tuple[Observation, ...], expected: tuple[Fraction | None, int]
) -> None:
    assert of(block) == expected


@pytest.mark.parametrize("unit", ["bn", "mn", "th", "one"])
def test_the_margin_is_the_same_in_every_unit_of_money(unit: str) -> None:
    assert of(rescaled(three("17.2", "17.3", "34.6"), unit)) == (Fraction(1, 3), 1)


def test_the_margin_of_small_amounts_is_that_of_large_ones() -> None:
    small = rows("exports 2022 level 100.2 mn 0.1\nimports 2022 level 100.3 mn 0.1\nturnover 2022 level 200.6 mn 0.1")
    found, sign = of(small)
    assert (round(found or 0, 9), sign) == (round(Fraction(1, 3), 9), 1)


def test_a_step_of_a_dollar_beside_one_of_ten_bn_keeps_the_margin() -> None:
    block = rows(
        "exports 2022 level 40 bn 10\nexports 2022 level 44000000001 one 1\nexports 2022 level 44000000002 one 1"
    )
    assert of(block) == (Fraction(0), 0)


def test_the_margin_of_ratios_is_found_to_a_billionth() -> None:
    """Exports of 10 and 11 each shrunk by d half-widths: (11 - d/2) / (10 + d/2) = 1.2 - d/20 … solved by hand."""
    block = rows("exports 2021 level 10 bn 1\nexports 2022 level 11 bn 1\nexports 2022 factor 1.2 times 0.1")
    found, sign = of(block)
    assert sign == 1
    d = float(found or 0)
    assert (11 + 0.5 - 0.5 * d) / (10 - 0.5 + 0.5 * d) == pytest.approx(1.2 - 0.05 + 0.05 * d, abs=1e-8)


def test_a_base_that_must_be_nought_leaves_no_finite_margin() -> None:
    block = rows("exports 2021 level 0 bn - exact\nexports 2022 level 5 bn - exact\nexports 2022 growth 10 % 1")
    found, sign = of(block)
    assert sign == -1
    assert found is not None
    assert found < -1000


@pytest.mark.long
@pytest.mark.parametrize("seed", range(12))
def test_the_margin_is_that_of_bisection_with_linprog(seed: int) -> None:
    source = Random(seed)
    block = source.sample([row for row in ten_years(2, seed) if row.period.months % 6 == 0], 9)
    block[0] = changed(block[0], block[0].value + source.choice((0, STEP, -2 * STEP)))
    found, sign = of(tuple(block))
    assert found is not None
    assert float(found) == pytest.approx(Months(block).margin(1e-5), abs=1e-5)
    assert sign == (found > 0) - (found < 0)


@pytest.mark.long
@settings(max_examples=30, phases=(Phase.explicit, Phase.generate))
@given(blocks())
def test_a_truth_rounded_by_any_rule_has_no_negative_margin(block: tuple[Observation, ...]) -> None:
    found, sign = of(block)
    assert sign >= 0
    assert found is None or 0 <= found <= 1


@pytest.mark.long
def test_ten_years_of_releases_have_a_margin() -> None:
    found, sign = of(ten_years())
    assert sign == 1
    assert found is not None
    assert 0 < found < 1


def test_a_verdict_has_three_values_and_no_truth() -> None:
    with pytest.raises(TypeError, match=r"^a verdict has three values; compare it with Verdict\.CONSISTENT$"):
        bool(Verdict.CONSISTENT)
    assert [str(verdict) for verdict in Verdict] == ["consistent", "undecided", "contradiction"]


@given(st.lists(st.sampled_from(Verdict)))
def test_the_worst_verdict_is_the_gravest_one(verdicts: list[Verdict]) -> None:
    found = worst(verdicts)
    if Verdict.CONTRADICTION in verdicts:
        assert found is Verdict.CONTRADICTION
    elif Verdict.UNDECIDED in verdicts:
        assert found is Verdict.UNDECIDED
    else:
        assert found is Verdict.CONSISTENT


@pytest.mark.parametrize("power", [-24, -15, -9, -3, 0, 6, 9])
@pytest.mark.parametrize(("turnover", "expected"), [("3.1", (1, 1)), ("3.8", (Fraction(-11, 3), -1))])
def test_trade_of_any_size_has_the_same_margin(power: int, turnover: str, expected: tuple[Fraction, int]) -> None:
    said = {"exports 2022-01": "1.1", "imports 2022-01": "2", "turnover 2022-01": turnover, "exports 2021-01": "1"}
    step = format(Decimal("0.1").scaleb(power), "f")
    levels = [f"{what} level {format(Decimal(value).scaleb(power), 'f')} bn {step}" for what, value in said.items()]
    found, sign = of(rows("\n".join([*levels, "exports 2022-01 growth 10 % 1"])))
    assert found is not None
    assert (round(found, 8), sign) == (round(Fraction(expected[0]), 8), expected[1])


MINISTRY = rows("""
    turnover 2022-01/2022-10  level  34.5  bn    0.1
    turnover 2022-01/2022-10  growth 10.1  %     0.1
    exports  2022-01/2022-10  level  17.2  bn    0.1
    exports  2022-01/2022-10  growth -8.4  %     0.1
    imports  2022-01/2022-10  level  17.3  bn    0.1
    imports  2022-01/2022-10  growth 37.7  %     0.1
""")


@pytest.mark.parametrize("answered", [1, 2, 3])
def test_the_margin_is_as_exact_as_the_answers_that_there_were(monkeypatch: pytest.MonkeyPatch, answered: int) -> None:
    honest = ExactProgram.minimise
    left = [None] * answered

    def minimise(self: ExactProgram, cost: Terms) -> Optimum:
        if not left:
            raise SolverError(Message("no answer"))
        left.pop()
        return honest(self, cost)

    system = System.of(MINISTRY)
    exact, _ = margin(system, hard_parts(MINISTRY))
    monkeypatch.setattr(ExactProgram, "minimise", minimise)
    found, sign = margin(system, hard_parts(MINISTRY))
    assert exact is not None
    assert found is not None
    assert (sign, abs(found - exact) < Fraction(1, 5)) == (1, True)


def test_a_margin_that_no_step_improves_is_the_last_one(monkeypatch: pytest.MonkeyPatch) -> None:
    honest = ExactProgram.minimise
    asked: list[Terms] = []

    def minimise(self: ExactProgram, cost: Terms) -> Optimum:
        asked.append(cost)
        return honest(self, cost) if len(asked) < 3 else Optimum(status=Status.INFEASIBLE)

    monkeypatch.setattr(ExactProgram, "minimise", minimise)
    found, sign = margin(System.of(MINISTRY), hard_parts(MINISTRY))
    assert found is not None
    assert (sign, Fraction(7, 10) < found <= 1, len(asked)) == (1, True, 3)
