"""The whole data set judged: every scope, every row against its own source, every finding."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from dashboard.bounds.verdict import Verdict, worst
from dashboard.judging.checks import hedges, of_source
from dashboard.judging.counts import Count, both_sides, same_reporter
from dashboard.judging.findings import Finding, Level
from dashboard.judging.judgement import Judgement, RowJudgement, against_the_others, judge, unproved
from dashboard.reading.row import OBSERVATIONS
from dashboard.values.errors import Problem, SolverError
from dashboard.values.message import Message
from dashboard.values.observation import Block, Dataset, Observation


@dataclass(frozen=True, slots=True)
class Scope:
    """Some rows that were judged together.

    Attributes:
        level: SOURCE for the rows of one source, REPORTER for those of all sources of one reporter.
        source: The source's id; None on the level of a reporter.
        rows: Every row against the others of its source; empty on the level of a reporter.
        left_out: Ids of sources that contradict themselves and so take no part on the level of a reporter.
    """

    level: Level
    source: str | None
    block: Block
    judgement: Judgement
    rows: tuple[RowJudgement, ...] = ()
    left_out: tuple[str, ...] = ()

    @property
    def unproved(self) -> tuple[Problem, ...]:
        """What could not be proved of it, at the line of its row, or of its first one."""
        judged, name = self.judgement, self.source or f"{self.block.reporter}, {self.block.partner}"
        if judged.unproved:
            return (Problem(OBSERVATIONS.file, judged.lines[0], "", name, not_judged(name, judged.unproved)),)
        rows = (row for row in self.rows if row.unproved)
        return tuple(_of_row(row) for row in rows)

    @property
    def verdict(self) -> Verdict:
        """The verdict of its rows; undecided where sources that hold by themselves do not hold together.

        Such a disagreement is a revision or another count. It is no misprint, and so no contradiction.
        """
        found = self.judgement.verdict
        is_mild = self.level is Level.REPORTER and found is Verdict.CONTRADICTION
        return Verdict.UNDECIDED if is_mild else found


@dataclass(frozen=True, slots=True)
class Review:
    """All that the checks say about a data set."""

    scopes: tuple[Scope, ...]
    findings: tuple[Finding, ...]

    @property
    def unproved(self) -> tuple[Problem, ...]:
        """What could not be proved, each with its place: a scope as a whole, or what the others allow for a row."""
        return tuple(problem for scope in self.scopes for problem in scope.unproved)

    @property
    def verdict(self) -> Verdict:
        """The gravest verdict of all scopes and of single rows; what is odd, or the partner's, weighs nothing."""
        single = [finding.verdict for finding in self.findings if finding.level is Level.ROW]
        return worst([*single, *(scope.verdict for scope in self.scopes)])

    def row(self, line: int) -> RowJudgement:
        """Return the judgement of the row on a line."""
        return next(row for scope in self.scopes for row in scope.rows if row.row.line == line)

    def of_source(self, source: str, block: Block) -> Scope:
        """Return the scope of one source in one block."""
        return next(s for s in self.scopes if s.level is Level.SOURCE and (s.source, s.block) == (source, block))


def not_judged(name: str, why: str) -> Message:
    """Return that rows could not be judged, and why."""
    return Message("the rows of {0} could not be judged with a proof: {1}", name, why)


def _of_row(row: RowJudgement) -> Problem:
    why = Message("what the other rows allow could not be proved: {0}", row.unproved)
    return Problem(OBSERVATIONS.file, row.row.line, "value", str(row.row.value), why)


def review(dataset: Dataset) -> Review:
    """Return the judgement of every scope of a data set, and every finding.

    What could not be proved of one scope is said there and keeps no other one from its answer.
    """
    together: dict[tuple[str, Block], list[Observation]] = defaultdict(list)
    for row in dataset.observations:
        together[row.source, row.block].append(row)
    single = [_of_source(source, block, tuple(rows)) for (source, block), rows in together.items()]
    counts = [one.count for one in single]
    blocks = dict.fromkeys(count.block for count in counts)
    beside = {block: [count for count in counts if count.block == block] for block in blocks}
    joint = (_of_reporter(block, beside[block]) for block in blocks)
    findings = [finding for one in single for finding in one.findings]
    findings += [finding for block in blocks for finding in same_reporter(beside[block])]
    scopes = (*(one.scope for one in single), *(scope for scope in joint if scope is not None))
    return Review(scopes, (*findings, *both_sides(counts)))


@dataclass(frozen=True, slots=True)
class _Single:
    """All that is said of one source by itself."""

    scope: Scope
    count: Count
    findings: tuple[Finding, ...]


@lru_cache(maxsize=1024)  # an edit touches one source; the others are as they were judged before
def _of_source(source: str, block: Block, rows: tuple[Observation, ...]) -> _Single:
    judgement = _judged(rows)
    judged = against_the_others(judgement)
    scope = Scope(Level.SOURCE, source, block, judgement, judged)
    return _Single(scope, Count(source, block, judgement), (*of_source(judgement.rows), *hedges(judged)))


def _judged(rows: Iterable[Observation]) -> Judgement:
    known = tuple(rows)
    try:
        return judge(known)
    except SolverError as error:
        return unproved(known, error.message)


def _of_reporter(block: Block, counts: list[Count]) -> Scope | None:
    """Return the sources of one reporter judged as one, or None where there are not two to compare."""
    proved = [count for count in counts if not count.judgement.unproved]
    sound = [count for count in proved if count.judgement.verdict is not Verdict.CONTRADICTION]
    if len(sound) < 2:
        return None
    left_out = tuple(count.id for count in counts if count not in sound)
    judgement = _together(tuple(row for count in sound for row in count.judgement.rows))
    return Scope(Level.REPORTER, None, block, judgement, left_out=left_out)


@lru_cache(maxsize=64)
def _together(rows: tuple[Observation, ...]) -> Judgement:
    return _judged(rows)
