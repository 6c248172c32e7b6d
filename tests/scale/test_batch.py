"""Answers from arrays are those of the engine for one block, number for number."""

from __future__ import annotations

from fractions import Fraction
from itertools import groupby
from typing import Any

import pytest

from dashboard.scale.batch import SCHEMA, judged
from dashboard.scale.cells import CELLS, cells
from dashboard.scale.groups import sort
from dashboard.scale.single import answers
from tests.many_blocks import SIX, blocks, table

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


def key(row: dict[str, str]) -> tuple[str, ...]:
    """Return what tells blocks apart, where no scope is goods and a country in small letters is the country."""
    return (row["source"].strip(), row["reporter"].upper(), row.get("scope") or "goods", row.get("product", ""))


def assert_as_alone(rows: list[dict[str, str]]) -> None:
    """Hold the answers to many rows against those of the engine to each block, number for number."""
    found = judged_rows(rows)
    for _, block in groupby(sorted(range(len(rows)), key=lambda at: key(rows[at])), key=lambda at: key(rows[at])):
        lines = list(block)
        for line, answer in zip(lines, answers([rows[line] for line in lines]), strict=True):
            row = found[line]
            shown = [None if text is None else Fraction(text) for text in (row["exact_low"], row["exact_high"])]
            assert shown == [answer.bounds.low, answer.bounds.high], [rows[line] for line in lines]
            assert (row["verdict"], row["conflict"], row["problem"]) == (
                answer.verdict,
                answer.conflict,
                answer.problem or None,
            )
            assert (row["margin"] is None) == (answer.margin is None)
            assert answer.margin is None or row["margin"] == pytest.approx(float(answer.margin), abs=1e-8)


def by_arrays(rows: list[dict[str, str]]) -> set[int]:
    return {row for group in sort(cells(table(rows))).groups for row in group.rows.ravel().tolist()}


@pytest.mark.parametrize("seed", range(2))
def test_arrays_and_the_engine_for_one_block_agree(seed: int) -> None:
    rows = blocks(300, seed)
    assert len(by_arrays(rows)) > len(rows) // 5
    assert_as_alone(rows)


ODD = (
    ("value", "999999999999999.999999"), ("value", "123456789012345678"), ("value", "1e3"), ("value", "17,2"),
    ("value", "-0.0"), ("value", "+17.2"), ("value", " 17.2 "), ("value", "017.2"), ("value", ""), ("value", "NaN"),
    ("step", "0.000001"), ("step", "0"), ("step", "-0.1"), ("step", "0.10"), ("step", "5"), ("step", "about"),
    ("unit", "usd bn"), ("unit", "EUR bn"), ("unit", "USD"), ("unit", "%"), ("scope", "goods"), ("scope", "services"),
    ("reporter", "rus"), ("reporter", "BLR"), ("partner", "Belarus"), ("product", "0401"), ("flow", " Exports"),
    ("flow", "=1+1"), ("period", "2022M10"), ("period", "2022-13"), ("period", ""), ("measure", "Level"),
    ("qualifier", "exact"), ("qualifier", "nearly"), ("qualifier", "roughly"), ("compared_with", "2020"),
    ("compared_with", "2022-01/2022-10"), ("source", " s"), ("period", "1800"), ("period", "9999"),
)  # fmt: skip
"""Cells that are not as the files spell them, or not what fits there."""


@pytest.mark.parametrize("seed", range(2))
def test_a_cell_that_is_spelled_otherwise_is_read_as_the_reader_does(seed: int) -> None:
    rows = [dict.fromkeys(CELLS, "") | row for row in blocks(3 * len(ODD), seed, slips=0, mixed=False)]
    for at, (column, text) in enumerate(ODD * 2):
        row = rows[len(SIX) * at + (seed + at) % len(SIX)]
        row[column] = text.replace(" s", f" {row['source']}")
    assert len(by_arrays(rows)) > len(rows) // 4
    assert_as_alone(rows)


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


@pytest.mark.parametrize("change", [{"unit": "USD bn"}, {"qualifier": "exact", "step": ""}, {"compared_with": "2020"}])
def test_blocks_of_one_shape_that_arrays_do_not_answer_are_answered(change: dict[str, str]) -> None:
    rows = [dict.fromkeys(CELLS, "") | row for row in blocks(10, 4, slips=0, mixed=False)]
    assert_as_alone([row | change for row in rows if row["measure"] == "level"])
    assert_as_alone([row | change if row["measure"] == "growth" else row for row in rows])


def test_columns_that_need_not_be_there_may_be_missing() -> None:
    whole = table([row for number in range(10) for row in statement(f"s{number}")])
    fewer = whole.drop(["scope", "product", "compared_with", "qualifier"])
    assert judged(fewer).column("exact_low") == judged(whole).column("exact_low")


def test_rows_of_a_block_may_stand_apart_and_in_any_order() -> None:
    rows = [row for number in range(10) for row in statement(f"s{number}")]
    turned = judged_rows(rows[::-1])[::-1]
    together = judged_rows(rows)
    assert [row["exact_low"] for row in turned] == [row["exact_low"] for row in together]


def test_no_rows_have_no_answers() -> None:
    assert judged(table([])).schema == SCHEMA
