"""What a form would change, in words: rows against the files as they are, and files that are only tried out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from dashboard.bounds.verdict import Verdict
from dashboard.charts.redrawn import Redrawn, redrawn
from dashboard.editing.entry import entry
from dashboard.editing.preview import Preview, Shift, instead, preview
from dashboard.editing.tried import named
from dashboard.judging.findings import Level
from dashboard.judging.review import Reviewer
from dashboard.judging.view import look
from dashboard.reading.columns import OBSERVATIONS, SOURCES
from dashboard.reading.dataset import read
from dashboard.storage.saving import version
from dashboard.values.errors import QuestionError
from dashboard.values.interval import Interval
from dashboard.values.message import Message
from dashboard.web.contents.books import sheets
from dashboard.wording.headline import headline
from dashboard.wording.page_text import EDIT
from dashboard.wording.problems import sentence
from dashboard.wording.words import Words

ROWS: Final = 2_000
"""Rows that are judged while somebody waits."""

UNPACKED: Final = 10_000_000
"""Bytes that a workbook may unpack to."""

CELLS: Final = 100_000
"""Cells that a workbook may have, so that it is read while somebody waits."""

_ZIP: Final = b"PK"


@dataclass(frozen=True, slots=True)
class Turned:
    """A source, or all of a country, and its verdict; `before` is a word, None where nothing is told of it."""

    name: str
    before: str
    verdict: Verdict
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What rows would change.

    Attributes:
        files: The new bytes by name.
        seen, left: The version of the files before and after.
        given: What was filled in.
        turned: The verdicts that change.
        charts: The charts that are drawn otherwise.
        bounds: Line, what, before, after and verdict of each row for which the others allow something else.
    """

    files: Mapping[str, bytes]
    seen: str
    left: str
    given: Mapping[str, str]
    difference: tuple[str, ...]
    turned: tuple[Turned, ...]
    charts: tuple[Redrawn, ...]
    bounds: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tried:
    """What a file says, and what it would change if it were ours.

    Attributes:
        headline: Its first sentence.
        difference: Rows that go and come.
        turned: Sources that are new or whose verdict changes; `same` are the others.
        charts: The charts that are drawn otherwise.
        bounds: As of a `Change`.
    """

    headline: str
    difference: tuple[str, ...]
    turned: tuple[Turned, ...]
    same: tuple[Turned, ...]
    charts: tuple[Redrawn, ...]
    bounds: tuple[tuple[str, ...], ...]
    notices: tuple[str, ...]


def change(files: Mapping[str, bytes], given: Mapping[str, str], words: Words, reviewer: Reviewer) -> Change:
    """Return what rows that were filled in would change in the files.

    Raises:
        PhraseError: What was filled in is not understood, or something is missing.
        DatasetError: The files cannot be read, or could not be with the new rows.
        SolverError: No answer, or one that could not be proved.
    """
    asked = entry(given, read(files[OBSERVATIONS.file], files[SOURCES.file]))
    found = preview(files, asked.rows, asked.sources, reviewer=reviewer)
    after = version({**files, **found.files})
    return Change(
        files=found.files,
        seen=version(files),
        left=after,
        given=given,
        difference=found.difference,
        turned=_turned(found, words),
        charts=redrawn(found, words),
        bounds=_bounds(found, words),
    )


def tried(files: Sequence[bytes], now: Mapping[str, bytes], words: Words, reviewer: Reviewer) -> Tried:
    """Return what files say that may be our two as CSV, or workbooks with them; what is not there is as it is now.

    Raises:
        QuestionError: None of them has the rows, one is no workbook, or there are too many rows.
        DatasetError: They cannot be read.
        SolverError: No answer, or one that could not be proved.
    """
    found = named(table for file in files for table in _tables(file))
    if OBSERVATIONS.file not in found:
        raise QuestionError(Message("None of it has the columns {0}.", ", ".join(OBSERVATIONS.required)))
    rows = found[OBSERVATIONS.file]
    if max(rows.count(b"\n"), rows.count(b"\r")) > ROWS:
        many = "That is more than {0} rows; judge it on the command line with check or scale."
        raise QuestionError(Message(many, words.number(Decimal(ROWS), 0)))
    dataset = read(rows, found.get(SOURCES.file, now[SOURCES.file]))
    judged = instead(read(now[OBSERVATIONS.file], now[SOURCES.file]), dataset, reviewer)
    turned = {(one.source, one.block) for one in judged.turns}
    scopes = (one for one in judged.review.scopes if one.level is Level.SOURCE)
    same = (one for one in scopes if (one.source, one.block) not in turned)
    return Tried(
        headline=words.unbroken(headline(look(dataset, judged.review), words.language)),
        difference=judged.difference,
        turned=_turned(judged, words),
        same=tuple(_row_of(one.source, one.block.reporter, one.verdict, one.verdict, words) for one in same),
        charts=redrawn(judged, words) if judged.fresh else (),
        bounds=_bounds(judged, words),
        notices=tuple(sentence(one, words.language) for one in dataset.notices),
    )


def _tables(file: bytes) -> tuple[bytes, ...]:
    return sheets(file, UNPACKED, CELLS) if file.startswith(_ZIP) else (file,)


def _turned(found: Preview, words: Words) -> tuple[Turned, ...]:
    return tuple(_row_of(one.source, one.block.reporter, one.before, one.after, words) for one in found.turns)


def _row_of(source: str | None, reporter: str, before: Verdict | None, after: Verdict, words: Words) -> Turned:
    text = EDIT[words.language]
    name = source or text.all_sources.format(country=words.country(reporter))
    return Turned(name, text.new if before is None else words.verdict(before), after, words.verdict(after))


def _bounds(found: Preview, words: Words) -> tuple[tuple[str, ...], ...]:
    """Return the shifts that can be seen at the digits that are shown."""
    told = (_shift(one, words) for one in found.shifts)
    return tuple(one for one in told if one[2] != one[3])


def _shift(one: Shift, words: Words) -> tuple[str, ...]:
    row = one.row
    what = f"{words.flow(row.flow)}, {words.measure(row.measure)}, {words.period(row.period)}"
    before = EDIT[words.language].new if one.before is None else _range(one.before, row.unit.text, words)
    return (str(row.line), what, before, _range(one.after, row.unit.text, words), words.verdict(one.verdict))


def _range(of: Interval, unit: str, words: Words) -> str:
    return words.unbroken(words.in_unit(of, unit))
