"""The whole data set judged: every scope, every row against its own source, every finding."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from dashboard.bounds.model import Bounds
from dashboard.bounds.verdict import Verdict, worst
from dashboard.judging.checks import hedges, of_source
from dashboard.judging.counts import Count, Key, both_sides, compared, levels, same_reporter
from dashboard.judging.findings import Finding, Level
from dashboard.judging.judgement import Judgement, RowJudgement, against_the_others, judge, unproved
from dashboard.judging.results import Results
from dashboard.reading.columns import OBSERVATIONS
from dashboard.values.errors import Problem, SolverError
from dashboard.values.message import Message
from dashboard.values.observation import Block, Dataset, Observation

Rows = tuple[Observation, ...]

SOURCES: Final = 1024
"""Of how many sources' rows a reviewer keeps what it found …"""
REPORTERS: Final = 64
"""… and of how many reporters' rows together."""


@dataclass(frozen=True, slots=True, kw_only=True)
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
            return (
                Problem(
                    file=OBSERVATIONS.file,
                    line=judged.lines[0],
                    found=name,
                    message=not_judged(name, judged.unproved),
                ),
            )
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
    return Problem(file=OBSERVATIONS.file, line=row.row.line, column="value", found=str(row.row.value), message=why)


def review(dataset: Dataset) -> Review:
    """Return the judgement of every scope of a data set, and every finding; nothing of it is kept.

    What could not be proved of one scope is said there and keeps no other one from its answer.
    """
    return Reviewer().review(dataset)


class Reviewer:
    """Reviews data sets that follow each other: what was found of a source before is not worked out again.

    It keeps results by the rows that they are of, never what solves, so that threads may share it.
    """

    def __init__(self) -> None:
        self._of_source = Results(_of_source, SOURCES)
        self._levels = Results(_levels, SOURCES)
        self._together = Results(_judged, REPORTERS)

    def apart(self) -> Reviewer:
        """Return a reviewer that knows what this one found, and keeps what it finds from this one."""
        other = Reviewer()
        other._of_source, other._levels = self._of_source.copy(), self._levels.copy()
        other._together = self._together.copy()
        return other

    def review(self, dataset: Dataset) -> Review:
        """Return the judgement of every scope of a data set, and every finding, as `review` does."""
        together: dict[tuple[str, Block], list[Observation]] = defaultdict(list)
        for row in dataset.observations:
            together[row.source, row.block].append(row)
        single = [self._of_source.of(tuple(rows)) for rows in together.values()]
        counts = self._compared([one.count for one in single])
        blocks = _by_block(counts)
        findings = [finding for one in single for finding in one.findings]
        findings += [finding for beside in blocks.values() for finding in same_reporter(beside)]
        joint = (self._of_reporter(block, beside) for block, beside in blocks.items())
        scopes = (*(one.scope for one in single), *(scope for scope in joint if scope is not None))
        return Review(scopes, (*findings, *both_sides(counts)))

    def _compared(self, counts: Sequence[Count]) -> list[Count]:
        """Return counts with the bounds of what is compared of them."""
        blocks = _by_block(counts)
        asked = ((count, compared(count, blocks[count.block])) for count in counts)
        return [replace(count, known=self._levels.of((count, keys))) for count, keys in asked]

    def _of_reporter(self, block: Block, counts: list[Count]) -> Scope | None:
        """Return the sources of one reporter judged as one, or None where there are not two to compare."""
        proved = [count for count in counts if not count.judgement.unproved]
        sound = [count for count in proved if count.judgement.verdict is not Verdict.CONTRADICTION]
        if len(sound) < 2:
            return None
        left_out = tuple(count.id for count in counts if count not in sound)
        judgement = self._together.of(tuple(row for count in sound for row in count.judgement.rows))
        return Scope(level=Level.REPORTER, source=None, block=block, judgement=judgement, left_out=left_out)


def _by_block(counts: Iterable[Count]) -> dict[Block, list[Count]]:
    blocks: dict[Block, list[Count]] = defaultdict(list)
    for count in counts:
        blocks[count.block].append(count)
    return blocks


@dataclass(frozen=True, slots=True)
class _Single:
    """All that is said of one source by itself."""

    scope: Scope
    count: Count
    findings: tuple[Finding, ...]


def _of_source(rows: Rows) -> _Single:
    judgement, source, block = _judged(rows), rows[0].source, rows[0].block
    judged = against_the_others(judgement)
    scope = Scope(level=Level.SOURCE, source=source, block=block, judgement=judgement, rows=judged)
    return _Single(scope, Count.of(source, block, judgement), (*of_source(judgement.rows), *hedges(judged)))


def _judged(rows: Rows) -> Judgement:
    try:
        return judge(rows)
    except SolverError as error:
        return unproved(rows, str(error))


def _levels(asked: tuple[Count, tuple[Key, ...]]) -> Mapping[Key, Bounds]:
    return levels(*asked)
