"""What an edit of the files would change: which verdicts, and what the rows allow for each number.

The edit is judged on the bytes that would be written, by the reader and the checks that the page uses. Nothing here
writes anything.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from dashboard.bounds.verdict import Verdict
from dashboard.editing.csv_edit import Cells, added, difference
from dashboard.judging.review import Review, Reviewer
from dashboard.reading.cell import TOTAL
from dashboard.reading.columns import OBSERVATIONS, SOURCES
from dashboard.reading.dataset import read
from dashboard.statements.said import Phrase
from dashboard.values.interval import Interval
from dashboard.values.observation import Block, Dataset, Observation

_STATED: Final = ("flow", "period", "measure", "value", "unit", "step", "qualifier", "compared_with")
"""The columns of a row that a statement fills."""


@dataclass(frozen=True, slots=True)
class Turn:
    """A scope whose verdict changes, or that is new.

    Attributes:
        source: The source's id; None for all sources of a reporter together.
        before: None where there was no such scope.
    """

    source: str | None
    block: Block
    before: Verdict | None
    after: Verdict


@dataclass(frozen=True, slots=True)
class Shift:
    """A row for which the other rows of its source allow another interval than before, in the row's unit.

    Attributes:
        before: None for a new row.
    """

    row: Observation
    before: Interval | None
    after: Interval
    verdict: Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """What new rows, or other files, would do.

    Attributes:
        files: The new bytes of each file that changes, by name.
        difference: The lines of a unified diff of all of them.
        known, reviewed: What the files say, judged.
        dataset, review: What they would say, judged.
    """

    files: Mapping[str, bytes]
    difference: tuple[str, ...]
    known: Dataset
    reviewed: Review
    dataset: Dataset
    review: Review
    turns: tuple[Turn, ...]
    shifts: tuple[Shift, ...]

    @property
    def fresh(self) -> tuple[Observation, ...]:
        """The new rows: those that say what no row said before."""
        known = {_said(row) for row in self.known.observations}
        return tuple(row for row in self.dataset.observations if _said(row) not in known)


def preview(
    files: Mapping[str, bytes],
    rows: Sequence[Cells],
    sources: Sequence[Cells] = (),
    *,
    reviewer: Reviewer | None = None,
) -> Preview:
    """Return what rows and sources would change that come behind the last ones of the two files.

    A reviewer, where one is given, keeps what it finds of the files as they are, and nothing of the new rows.

    Raises:
        DatasetError: The files cannot be read, or could not be with the new rows.
        SolverError: No answer, or one that could not be proved.
    """
    before = read(files[OBSERVATIONS.file], files[SOURCES.file])
    new = {SOURCES.file: added(SOURCES, files[SOURCES.file], sources)} if sources else {}
    new[OBSERVATIONS.file] = added(OBSERVATIONS, files[OBSERVATIONS.file], rows)
    after = read(new[OBSERVATIONS.file], new.get(SOURCES.file, files[SOURCES.file]))
    lines = tuple(line for name, data in new.items() for line in difference(name, files[name], data))
    return _preview(before, after, new, lines, reviewer or Reviewer())


def instead(known: Dataset, dataset: Dataset, reviewer: Reviewer) -> Preview:
    """Return what a data set would change that comes in place of another one.

    The reviewer keeps what it finds of the known one, and nothing of the other.

    Raises:
        SolverError: No answer, or one that could not be proved.
    """
    before, after = ({_said(row): None for row in data.observations} for data in (known, dataset))
    gone = (f"-{','.join(map(str, said)).rstrip(',')}" for said in before if said not in after)
    come = (f"+{','.join(map(str, said)).rstrip(',')}" for said in after if said not in before)
    return _preview(known, dataset, {}, (*gone, *come), reviewer)


def _preview(
    known: Dataset, dataset: Dataset, files: Mapping[str, bytes], difference: tuple[str, ...], reviewer: Reviewer
) -> Preview:
    old, new = reviewer.review(known), reviewer.apart().review(dataset)
    return Preview(
        files=files,
        difference=difference,
        known=known,
        reviewed=old,
        dataset=dataset,
        review=new,
        turns=_turns(old, new),
        shifts=_shifts(old, new),
    )


def _said(row: Observation) -> tuple[object, ...]:
    """Return what a row says, wherever it stands, in the order of its columns."""
    block = row.block
    whose = (row.source, block.reporter, block.partner, row.flow, row.period, row.measure, row.value, row.unit.text)
    product = "" if block.product == TOTAL else block.product
    return (*whose, row.step or "", row.qualifier, row.compared_with or "", block.scope, product)


def rows_of(phrase: Phrase, source: str, reporter: str, partner: str) -> tuple[dict[str, str], ...]:
    """Return what a statement reports as rows of observations.csv."""
    whose = {"source": source, "reporter": reporter, "partner": partner}
    return tuple(
        whose
        | {name: "" if (cell := getattr(number, name)) is None else str(cell) for name in _STATED}
        | {"wording": number.wording.lstrip("-")}
        for number in phrase.reported
    )


def _turns(old: Review, new: Review) -> tuple[Turn, ...]:
    before = {(scope.source, scope.block): scope.verdict for scope in old.scopes}
    turns = (
        Turn(scope.source, scope.block, before.get((scope.source, scope.block)), scope.verdict) for scope in new.scopes
    )
    return tuple(turn for turn in turns if turn.before is not turn.after)


def _shifts(old: Review, new: Review) -> tuple[Shift, ...]:
    before = {_said(row.row): row.implied for scope in old.scopes for row in scope.rows}
    shifts = (
        Shift(row.row, before.get(_said(row.row)), row.implied, row.verdict)
        for scope in new.scopes
        for row in scope.rows
    )
    return tuple(shift for shift in shifts if shift.before != shift.after)
