"""Proofs carry their own check, and no tampering passes it."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.bounds.proof import Proof
from dashboard.bounds.quantity import Quantity
from dashboard.judging.judgement import Judgement
from dashboard.judging.review import Review
from dashboard.lp.verifier import fault
from dashboard.values.errors import SolverError
from dashboard.values.measure import Flow, Measure
from dashboard.values.period import Period


def ministry(shipped: Review) -> Judgement:
    return next(scope.judgement for scope in shipped.scopes if scope.source == "mfa-2023-01")


def low_of_the_balance(shipped: Review) -> Proof:
    quantity = Quantity.of(Measure.LEVEL, Flow.BALANCE, Period.parse("2021-01/2021-10"))
    proof = ministry(shipped).model().bounds(quantity).low
    assert proof is not None
    return proof


def checked(text: dict[str, Any]) -> str | None:
    """Return what the verifier says of a proof as it is printed, by nothing but its texts."""
    steps = [
        (Fraction(s["times"]), {k: Fraction(c) for k, c in s["terms"].items()}, Fraction(s["at_least"]))
        for s in text["steps"]
    ]
    return fault({k: Fraction(c) for k, c in text["goal"].items()}, Fraction(text["at_least"]), steps)


def test_a_proof_names_its_lines_and_what_it_proves(shipped: Review) -> None:
    proof = low_of_the_balance(shipped)
    assert proof.lines == (5, 6, 8, 9)
    assert proof.bound == proof.at_least == Fraction(37068800, 6064859)
    assert proof.as_json()["goal"] == {"exports 2021-01/2021-10": "1", "imports 2021-01/2021-10": "-1"}
    assert proof.as_json()["steps"][1] == {
        "times": "2000/2203",
        "line": 6,
        "side": "low",
        "terms": {"exports 2022-01/2022-10": "1"},
        "at_least": "343/20",
    }


def test_every_printed_proof_is_accepted(shipped: Review) -> None:
    bounds = [row.bounds for scope in shipped.scopes for row in scope.rows]
    proofs = [proof for found in bounds for proof in (found.low, found.high) if proof is not None]
    proofs += [conflict.proof for scope in shipped.scopes for conflict in scope.judgement.explained.conflicts]
    assert len(proofs) > 100
    assert [checked(proof.as_json()) for proof in proofs] == [None] * len(proofs)


@given(st.integers(0, 3), st.fractions(min_value="1/1000000", max_value=1), st.sampled_from(["times", "at_least"]))
def test_a_proof_with_a_number_made_greater_is_refused(shipped: Review, at: int, more: Fraction, place: str) -> None:
    text = low_of_the_balance(shipped).as_json()
    text["at_least"] = str(Fraction(text["at_least"]) + (more if place == "at_least" else 0))
    if place == "times":
        text["steps"][at]["times"] = str(Fraction(text["steps"][at]["times"]) + more)
    assert checked(text) is not None


@given(st.integers(0, 3))
def test_a_proof_without_one_of_its_steps_is_refused(shipped: Review, at: int) -> None:
    text = low_of_the_balance(shipped).as_json()
    del text["steps"][at]
    assert checked(text) is not None


def test_a_proof_that_does_not_hold_is_not_given_away(shipped: Review) -> None:
    proof = low_of_the_balance(shipped)
    claims_more = replace(proof, at_least=proof.at_least + 1)
    with pytest.raises(SolverError, match=r"the proof of low 37068800/6064859 does not hold: the steps reach"):
        claims_more.verified()
