from __future__ import annotations

import ast
from fractions import Fraction
from pathlib import Path

import pytest

from dashboard.lp import verifier
from dashboard.lp.verifier import Sum, fault

ONE = Fraction(1)
EXPORTS: Sum = {"exports": ONE}
BOTH: Sum = {"exports": ONE, "imports": ONE}
Steps = list[tuple[Fraction, Sum, Fraction]]
AT_LEAST_3: Steps = [(ONE, EXPORTS, Fraction(3))]


@pytest.mark.parametrize(
    ("goal", "claimed", "steps"),
    [
        (EXPORTS, Fraction(3), AT_LEAST_3),
        (EXPORTS, Fraction(2), AT_LEAST_3),
        (BOTH, Fraction(3), AT_LEAST_3),
        ({"exports": Fraction(2)}, Fraction(6), [(Fraction(2), EXPORTS, Fraction(3))]),
        (EXPORTS, Fraction(0), []),
        ({}, ONE, [*AT_LEAST_3, (ONE, {"exports": -ONE}, Fraction(-2))]),
        ({}, ONE, [*AT_LEAST_3, (ONE, {"exports": -ONE, "imports": -ONE}, Fraction(-2))]),
    ],
)
def test_steps_that_give_the_claim_are_accepted(goal: Sum, claimed: Fraction, steps: Steps) -> None:
    assert fault(goal, claimed, steps) is None


@pytest.mark.parametrize(
    ("goal", "claimed", "steps", "sentence"),
    [
        (EXPORTS, ONE, [(-ONE, EXPORTS, ONE)], "step 1 is multiplied by -1, which is negative"),
        (EXPORTS, ONE, [(ONE, BOTH, ONE)], "the steps use 1 times imports more than the goal has"),
        (EXPORTS, ONE, [(Fraction(3, 2), EXPORTS, ONE)], "the steps use 1/2 times exports more than the goal has"),
        ({"exports": -ONE}, Fraction(0), [], "the steps use 1 times exports more than the goal has"),
        (EXPORTS, Fraction(7, 2), AT_LEAST_3, "the steps reach 3, the claim is 7/2"),
        ({}, Fraction(0), [], "a contradiction must reach more than 0, the claim is 0"),
        ({}, ONE, [], "the steps reach 0, the claim is 1"),
    ],
)
def test_steps_that_fall_short_are_refused_with_the_place(
    goal: Sum, claimed: Fraction, steps: Steps, sentence: str
) -> None:
    assert fault(goal, claimed, steps) == sentence


def test_the_proof_handed_in_is_not_changed() -> None:
    goal = dict(EXPORTS)
    fault(goal, ONE, AT_LEAST_3)
    assert goal == EXPORTS


def test_the_verifier_knows_nothing_but_fractions_and_is_short() -> None:
    source = Path(verifier.__file__).read_text(encoding="utf-8")
    imports = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Import | ast.ImportFrom)]
    assert [ast.unparse(node) for node in imports] == ["from fractions import Fraction"]
    assert len(source.splitlines()) <= 40
