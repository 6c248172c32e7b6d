"""Answers from arrays are those of the engine for one block, number for number."""

from __future__ import annotations

from fractions import Fraction
from itertools import groupby
from typing import Any

import pytest

from dashboard.scale.cells import cells
from dashboard.scale.groups import sort
from dashboard.scale.judging import SCHEMA, judged
from dashboard.scale.single import answers
from tests.many_blocks import blocks, table

TABLE = (
    ("exports", "level", "17.2", "USD bn", ""),
    ("imports", "level", "17.3", "USD bn", ""),
    ("turnover", "level", "34.5", "USD bn", ""),
    ("exports", "growth", "-8.4", "%", ""),
    ("imports", "growth", "37.7", "%", ""),
    ("turnover", "growth", "10.1", "%", ""),
)


def statement(source: str, turnover: str = "34.5") -> list[dict[str, str]]:
    return [
        {"source": source, "reporter": "RUS", "partner": "BLR", "flow": flow, "period": "2022-01/2022-10",
         "measure": measure, "value": turnover if value == "34.5" else value, "unit": unit, "step": "0.1",
         "qualifier": qualifier}
        for flow, measure, value, unit, qualifier in TABLE
    ]  # fmt: skip


def judged_rows(rows: list[dict[str, str]], *, exact: bool = True) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = judged(table(rows), exact=exact).to_pylist()
    return found


def test_many_statements_are_answered_as_the_one() -> None:
    rows = judged_rows([row for number in range(20) for row in statement(f"s{number}")])
    assert {(row["exact_low"], row["exact_high"]) for row in rows if row["flow"] == "exports"} == {
        ("343/20", "69/4"),
        ("-169/20", "-167/20"),
    }
    assert {row["verdict"] for row in rows} == {"consistent"}
    assert all(row["margin"] == pytest.approx(0.8798106814304235, abs=1e-9) for row in rows)


def test_a_contradiction_among_many_is_found_with_its_rows() -> None:
    rows = judged_rows([row for n in range(20) for row in statement(f"s{n}", "35.5" if n == 7 else "34.5")])
    wrong = [row for row in rows if row["verdict"] == "contradiction"]
    assert [row["row"] for row in wrong] == list(range(42, 48))
    assert all(row["conflict"] for row in wrong)
    assert not any(row["conflict"] for row in rows if row["verdict"] == "consistent")


@pytest.mark.parametrize("seed", range(2))
def test_arrays_and_the_engine_for_one_block_agree(seed: int) -> None:
    rows = blocks(300, seed)
    found = judged_rows(rows)
    apart = sort(cells(table(rows)))
    by_arrays = {row for group in apart.groups for row in group.rows.ravel().tolist()}
    assert len(by_arrays) > len(rows) // 5
    for _, block in groupby(range(len(rows)), key=lambda at: rows[at]["source"]):
        lines = list(block)
        for line, answer in zip(lines, answers([rows[line] for line in lines]), strict=True):
            row = found[line]
            shown = [None if text is None else Fraction(text) for text in (row["exact_low"], row["exact_high"])]
            assert shown == [answer.bounds.low, answer.bounds.high], rows[lines[0] : lines[-1] + 1]
            assert (row["verdict"], row["conflict"], row["problem"]) == (
                answer.verdict,
                answer.conflict,
                answer.problem or None,
            )
            assert (row["margin"] is None) == (answer.margin is None)
            assert answer.margin is None or row["margin"] == pytest.approx(float(answer.margin), abs=1e-8)


@pytest.mark.parametrize("seed", range(2))
def test_propagated_bounds_are_never_too_narrow(seed: int) -> None:
    rows = blocks(200, seed)
    exact, quick = judged_rows(rows), judged_rows(rows, exact=False)
    for tight, wide in zip(exact, quick, strict=True):
        if tight["verdict"] == "contradiction":
            continue
        assert wide["verdict"] != "contradiction"
        if wide["low"] is not None and wide["exact_low"] is None:
            assert wide["low"] <= tight["low"] + 1e-9
        if wide["high"] is not None and wide["exact_high"] is None:
            assert wide["high"] >= tight["high"] - 1e-9


def test_a_row_that_cannot_be_read_says_why_and_the_others_are_answered() -> None:
    rows = statement("a") + statement("b")
    rows[2]["value"] = "34,5 or so"
    found = judged_rows(rows)
    assert "34,5 or so" in found[2]["problem"]
    assert found[2]["verdict"] is None
    assert {row["verdict"] for at, row in enumerate(found) if at != 2} == {"consistent"}


def test_rows_of_a_block_may_stand_apart_and_in_any_order() -> None:
    rows = [row for number in range(10) for row in statement(f"s{number}")]
    turned = judged_rows(rows[::-1])[::-1]
    together = judged_rows(rows)
    assert [row["exact_low"] for row in turned] == [row["exact_low"] for row in together]


def test_no_rows_have_no_answers() -> None:
    assert judged(table([])).schema == SCHEMA
