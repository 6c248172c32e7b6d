"""The whole data set judged: what the shipped record holds, found and not told."""

from __future__ import annotations

from fractions import Fraction

import pytest

from dashboard.bounds.model import Model
from dashboard.bounds.verdict import Verdict
from dashboard.judging.findings import Level, Rule
from dashboard.judging.metrics import Role
from dashboard.judging.review import Review, review
from dashboard.judging.view import look
from dashboard.reading.dataset import read
from dashboard.values.errors import SolverError
from dashboard.values.interval import Interval
from dashboard.values.measure import Measure
from dashboard.values.message import Message
from dashboard.values.observation import Dataset
from dashboard.values.period import Period
from tests import stubborn

HEADER = "source,reporter,partner,flow,period,measure,value,unit,step,qualifier,compared_with\n"
SOURCES = b"id,publisher,title\na,an office,a release\n"


def test_three_sources_of_the_record_contradict_themselves_and_no_other(shipped: Review) -> None:
    verdicts = {scope.source: scope.judgement.verdict for scope in shipped.scopes if scope.level is Level.SOURCE}
    assert {source for source, verdict in verdicts.items() if verdict is not Verdict.CONSISTENT} == {
        "belstat-2021-02",
        "rus-government-2023-03",
        "kremlin-2024-05",
    }
    assert len(verdicts) == 24


def test_the_eight_rows_of_the_ministry_are_free_of_contradiction(shipped: Review) -> None:
    assert [shipped.row(line).verdict for line in range(2, 10)] == [Verdict.CONSISTENT] * 8


@pytest.mark.parametrize(
    ("source", "rule", "period", "gap"),
    [
        ("belstat-2021-02", Rule.BALANCE, "2020", 0.065),
        ("rus-government-2023-03", Rule.PARTS, "2022", 0.3047),
        ("kremlin-2024-05", Rule.PARTS, "2023", 0.0926),
        ("kremlin-2024-05", Rule.SUM, "2024-Q1", 1.85),
    ],
)
def test_the_contradictions_of_the_record_are_found_with_their_gaps(
    shipped: Review, source: str, rule: Rule, period: str, gap: float
) -> None:
    (found,) = [
        finding
        for finding in shipped.findings
        if (finding.sources, finding.rule, str(finding.quantity.period)) == ((source,), rule, period)
        and finding.verdict is Verdict.CONTRADICTION
    ]
    assert found.gap is not None
    assert found.gap.low is not None
    assert round(float(found.gap.low), 4) == gap


def test_the_ministrys_forty_is_the_partners_count(shipped: Review) -> None:
    (found,) = [finding for finding in shipped.findings if finding.rule is Rule.COUNT]
    assert (found.sources, found.verdict) == (("mfa-2023-01", "belstat-2022-09"), Verdict.CONSISTENT)
    assert found.gap is None


def test_levels_that_close_within_rounding_are_no_contradiction(shipped: Review) -> None:
    (found,) = [
        finding
        for finding in shipped.findings
        if finding.rule is Rule.SUM and finding.sources == ("rus-government-2023-03",)
    ]
    assert found.verdict is Verdict.CONSISTENT


def test_a_single_row_that_contradicts_its_step_counts() -> None:
    data = read((HEADER + "a,RUS,BLR,exports,2022,level,17.26,USD bn,0.1,,\n").encode(), SOURCES)
    assert review(data).verdict is Verdict.CONTRADICTION


def test_no_rows_contradict_nothing() -> None:
    assert review(Dataset()) == Review((), ())
    assert review(Dataset()).verdict is Verdict.CONSISTENT


def test_judging_again_gives_the_same_review(shipped_data: Dataset, shipped: Review) -> None:
    again = review(shipped_data)
    assert (again.scopes, again.findings) == (shipped.scopes, shipped.findings)


def test_what_cannot_be_proved_of_one_source_keeps_no_other_from_its_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    stubborn.grant_few_steps(monkeypatch)
    found = review(read(stubborn.rows().encode(), stubborn.SOURCES.encode()))
    assert [(s.source, s.verdict, bool(s.judgement.unproved)) for s in found.scopes] == [
        ("easy", Verdict.CONSISTENT, False),
        ("hard", Verdict.UNDECIDED, True),
    ]
    assert [str(problem) for problem in found.unproved] == [stubborn.PROBLEM]


def test_rows_of_which_nothing_is_proved_are_shown_as_printed_and_bound_nothing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    stubborn.grant_few_steps(monkeypatch)
    data = read(stubborn.rows().encode(), stubborn.SOURCES.encode())
    found = review(data)
    row = found.row(3)
    assert (row.reported, row.implied, row.verdict, row.bounds.lines) == (
        Interval(Fraction(71, 2), Fraction(73, 2)), Interval(), Verdict.UNDECIDED, ())  # fmt: skip
    shown = look(data, found, "hard", Period.parse("2022"))
    assert {(metric.name, str(metric.quantity.flow), metric.bounds.interval) for metric in shown.metrics} == {
        (Measure.LEVEL, "turnover", Interval()),
        (Measure.LEVEL, "exports", Interval()),
        (Role.BASE, "turnover", Interval()),
        (Role.BASE, "exports", Interval()),
        (Measure.GROWTH, "exports", Interval()),
    }
    assert not [finding for finding in found.findings if finding.level is Level.REPORTER]


def test_a_row_whose_others_cannot_be_asked_is_a_problem_at_its_line(monkeypatch: pytest.MonkeyPatch) -> None:
    data = read((HEADER + "a,RUS,BLR,exports,1999,level,17.2,USD bn,0.1,,\n").encode(), SOURCES)
    monkeypatch.setattr(Model, "bounds", unanswered)
    assert [str(problem) for problem in review(data).unproved] == [
        "observations.csv line 2, column value: what the other rows allow could not be proved: no answer"
    ]


def unanswered(*_: object) -> None:
    raise SolverError(Message("no answer"))
