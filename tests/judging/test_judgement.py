"""Judgements: cases as files, named by the verdict, and the shipped data source by source."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import Phase, given, settings

from dashboard.bounds.quantity import Quantity
from dashboard.bounds.verdict import Verdict
from dashboard.judging.findings import Level
from dashboard.judging.judgement import Judgement, RowJudgement, against_the_others, judge
from dashboard.judging.review import Review
from dashboard.reading.dataset import read
from dashboard.values.interval import Interval
from dashboard.values.measure import Flow, Measure
from dashboard.values.observation import Observation
from dashboard.values.period import Period
from tests import stubborn
from tests.blocks import blocks, changed, rows, ten_years

CASES = sorted((Path(__file__).parents[1] / "cases" / "engine").glob("*.csv"))
SOURCES = b"id,publisher,title\ns,an office,a release\n"


@dataclass(frozen=True, slots=True)
class Case:
    rows: tuple[Observation, ...]
    said: dict[str, list[list[str]]]

    def lines(self, name: str) -> list[tuple[int, ...]]:
        return [tuple(map(int, cells)) for cells in self.said.get(name, [])]


def case(path: Path) -> Case:
    comments: list[str] = []
    table: list[str] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        (comments if line.startswith("#") else table).append(line)
    said = dict(line[2:].split(": ", 1) for line in comments if line.startswith(("# conf", "# corr", "# bounds")))
    header, *lines = table
    full = [f"source,reporter,partner,{header}", *(f"s,RUS,BLR,{line}" for line in lines)]
    found = read("\n".join(full).encode(), SOURCES).observations
    return Case(found, {name: [part.split() for part in text.split(";")] for name, text in said.items()})


def test_there_are_cases_of_every_verdict() -> None:
    assert {path.name.partition("-")[0] for path in CASES} == set(map(str, Verdict))


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_case_gets_the_verdict_of_its_name(path: Path) -> None:
    given_case = case(path)
    found = judge(given_case.rows)
    assert str(found.verdict) == path.name.partition("-")[0]
    assert [conflict.lines for conflict in found.explained.conflicts] == given_case.lines("conflicts")
    assert list(found.explained.corrections) == given_case.lines("corrections")
    for asked, flow, period, low, high in given_case.said.get("bounds", []):
        quantity = Quantity.of(Measure(asked), Flow(flow), Period.parse(period))
        bounds = found.model(quantity.periods).bounds(quantity)
        assert bounds.interval == Interval(Fraction(low), Fraction(high)), (asked, flow, period)


def test_exactly_three_sources_of_the_shipped_data_contradict_themselves(shipped: Review) -> None:
    verdicts = {scope.source: scope.judgement.verdict for scope in shipped.scopes if scope.level is Level.SOURCE}
    wrong = {source for source, verdict in verdicts.items() if verdict is Verdict.CONTRADICTION}
    assert wrong == {"belstat-2021-02", "rus-government-2023-03", "kremlin-2024-05"}
    assert {verdict for source, verdict in verdicts.items() if source not in wrong} == {Verdict.CONSISTENT}


def test_every_proof_in_the_shipped_data_is_accepted(shipped: Review) -> None:
    proofs = [conflict.proof for scope in shipped.scopes for conflict in scope.judgement.explained.conflicts]
    bounds = [row.bounds for scope in shipped.scopes for row in scope.rows]
    proofs += [proof for one in bounds for proof in (one.low, one.high) if proof is not None]
    assert len(proofs) > 80
    assert [proof.fault() for proof in proofs] == [None] * len(proofs)


def row(found: Judgement, line: int) -> RowJudgement:
    return next(one for one in against_the_others(found) if one.row.line == line)


WRONG = rows("""
exports  2022 level 17.2 bn 0.1
imports  2022 level 17.3 bn 0.1
turnover 2022 level 35.5 bn 0.1
turnover 2022 level 34500 mn 100
""")


def test_a_row_is_seen_beside_what_the_others_imply_in_its_own_unit() -> None:
    found = row(judge(WRONG), 5)
    assert found.reported == Interval(Fraction(34450), Fraction(34550))
    assert found.bounds.without == (4,)
    assert found.implied == Interval(Fraction(34400), Fraction(34600))
    assert found.verdict is Verdict.CONTRADICTION


def test_the_wrong_row_is_seen_beside_all_the_others() -> None:
    found = row(judge(WRONG), 4)
    assert found.bounds.without == ()
    assert found.implied == Interval(Fraction(689, 20), Fraction(691, 20))
    assert found.verdict is Verdict.CONTRADICTION


def test_a_row_in_no_conflict_is_consistent_beside_a_contradiction() -> None:
    found = judge(rows("exports 2022 level 1 bn 0.1\nexports 2022 level 2 bn 0.1\nexports 2019 level 5 bn 1"))
    assert row(found, 4).verdict is Verdict.CONSISTENT


def test_rows_that_touch_are_undecided_and_the_others_are_not() -> None:
    found = judge(rows("exports 2022 level 5 bn 1\nexports 2022 level 6 bn 1\nimports 2022 level 3 bn 1"))
    assert found.verdict is Verdict.UNDECIDED
    assert found.margin == 0
    verdicts = [one.verdict for one in against_the_others(found)]
    assert verdicts == [Verdict.UNDECIDED, Verdict.UNDECIDED, Verdict.CONSISTENT]


def test_no_rows_are_consistent() -> None:
    found = judge(())
    assert (found.verdict, found.margin, found.lines, found.left_out) == (Verdict.CONSISTENT, None, (), ())
    assert against_the_others(found) == ()


@pytest.mark.long
def test_a_large_contradictory_block_is_judged_row_by_row() -> None:
    block = list(ten_years(2))
    for at in (4, 40, 80):
        block[at] = changed(block[at], block[at].value + Decimal(3))
    found = judge(block)
    beside = against_the_others(found)
    assert found.left_out == tuple(block[at].line for at in (4, 40, 80))
    assert {4 + 2, 40 + 2, 80 + 2} <= {one.row.line for one in beside if one.verdict is Verdict.CONTRADICTION}
    assert all(one.bounds.low is None or one.bounds.low.fault() is None for one in beside)


@settings(max_examples=20, phases=(Phase.explicit, Phase.generate))
@given(blocks(most=9))
def test_a_truth_rounded_by_any_rule_is_never_called_a_contradiction(block: tuple[Observation, ...]) -> None:
    found = judge(block)
    assert found.verdict is not Verdict.CONTRADICTION
    assert found.explained.conflicts == ()
    for one in against_the_others(found):
        assert not one.row.meaning.hard.meet(one.implied).is_empty


@settings(max_examples=12, phases=(Phase.explicit, Phase.generate))
@given(blocks(most=9, errors=2))
def test_what_is_left_after_a_correction_is_never_empty(block: tuple[Observation, ...]) -> None:
    found = judge(block)
    for one in against_the_others(found):
        assert not one.implied.is_empty


def test_bounds_are_given_after_each_further_smallest_correction() -> None:
    found = judge(rows("exports 2022 level 1 bn 0.2\nexports 2022 level 2 bn 0.2"))
    level = Quantity.of(Measure.LEVEL, Flow.EXPORTS, Period.parse("2022"))
    given_ends = [(one.without, one.interval) for one in found.alternatives(level)]
    assert found.left_out == (2,)
    assert given_ends == [((3,), Interval(Fraction(9, 10), Fraction(11, 10)))]
    assert found.alternatives(level, 0) == ()


def test_rows_that_can_be_true_have_no_alternative() -> None:
    found = judge(rows("exports 2022 level 1 bn 0.2"))
    assert found.alternatives(Quantity.of(Measure.LEVEL, Flow.EXPORTS, Period.parse("2022"))) == ()


def test_what_the_others_imply_is_open_and_says_why_where_it_cannot_be_proved(monkeypatch: pytest.MonkeyPatch) -> None:
    judged = judge(
        rows("""
        exports  2022  level  17.2  bn  0.1
        imports  2022  level  17.3  bn  0.1
        turnover 2022  level  34.5  bn  0.1
    """)
    )
    stubborn.grant_no_step(monkeypatch)
    found = against_the_others(judged)
    assert [(one.implied, one.bounds.lines, one.verdict) for one in found] == [(Interval(), (), Verdict.UNDECIDED)] * 3
    assert found[2].unproved == "a linear program of 6 rows has no answer after 0 steps"


@pytest.mark.long
@pytest.mark.parametrize("factor", ["1e18", "1e-15"])
def test_one_wrong_unit_among_two_years_of_releases_is_the_row_to_doubt(factor: str) -> None:
    block = ten_years(2)
    at = next(at for at, row in enumerate(block) if at > 60 and row.measure is Measure.LEVEL)
    wrong = block[at]
    assert wrong.step is not None
    wrong = replace(wrong, value=wrong.value * Decimal(factor), step=wrong.step * Decimal(factor))
    judged = judge((*block[:at], wrong, *block[at + 1 :]))
    assert (judged.verdict, judged.explained.corrections) == (Verdict.CONTRADICTION, ((wrong.line,),))
    found = next(one for one in against_the_others(judged) if one.row.line == wrong.line)
    assert found.bounds.interval.contains(Fraction(block[at].value))
