"""Blocks that arrays do not answer, one after another, by the reader and the engine for one block.

It is what all answers are measured by: an answer from arrays is the same or is not given. What the reader takes
from the rest of a file, whether commas are decimal and in which currency a source counts, it takes here from
the block alone.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import groupby
from typing import Final

from dashboard.bounds.model import Model
from dashboard.bounds.quantity import Quantity
from dashboard.judging.judgement import Judgement, judge
from dashboard.reading.dataset import read
from dashboard.values.errors import DatasetError, SolverError
from dashboard.values.interval import Interval
from dashboard.values.observation import Observation

Texts = Mapping[str, str]
"""The cells of one row by column."""

_HEADER: Final = 2
_OPEN: Final = Interval()


@dataclass(frozen=True, slots=True, kw_only=True)
class RowAnswer:
    """What is found out about one row.

    Attributes:
        bounds: What all rows of its block allow for what it states, in its own unit; after a smallest correction
            where they contradict each other.
        margin: Of its block.
        verdict: Of its block; None where there is no answer.
        conflict: Whether it is in a minimal conflict.
        problem: Why there is no answer.
    """

    bounds: Interval = _OPEN
    margin: Fraction | None = None
    verdict: str | None = None
    conflict: bool = False
    problem: str = ""


def answers(rows: Sequence[Texts]) -> tuple[RowAnswer, ...]:
    """Return the answers to rows that share source, reporter, partner, scope and product."""
    answered: dict[int, RowAnswer] = {}
    for block in _blocks(rows, answered):
        try:
            answered |= _judged(block)
        except SolverError as error:
            answered |= {row.line: RowAnswer(problem=str(error)) for row in block}
    return tuple(answered[line] for line in range(_HEADER, _HEADER + len(rows)))


def observations(rows: Sequence[Texts], answered: dict[int, RowAnswer]) -> tuple[Observation, ...]:
    """Return the rows as observations, the first on line 2; what cannot be read goes to `answered` with the reason."""
    given = {line: row for line, row in enumerate(rows, start=_HEADER) if line not in answered}
    lines = tuple(given)
    try:
        observed = read(_csv(given.values()), _sources(given.values())).observations
    except DatasetError as error:
        for problem in error.problems:
            at = None if problem.line is None else lines[problem.line - _HEADER]
            for line in lines if at is None else (at,):
                column = f"column {problem.column}: " if problem.column else ""
                answered[line] = RowAnswer(problem=f"{column}{problem.message}")
        return observations(rows, answered) if len(answered) < len(rows) else ()
    return tuple(replace(row, line=lines[row.line - _HEADER]) for row in observed)


def _blocks(rows: Sequence[Texts], answered: dict[int, RowAnswer]) -> Iterable[tuple[Observation, ...]]:
    ordered = sorted(observations(rows, answered), key=lambda row: (row.block, row.line))
    return [tuple(block) for _, block in groupby(ordered, key=lambda row: row.block)]


def _judged(rows: tuple[Observation, ...]) -> dict[int, RowAnswer]:
    judgement = judge(rows)
    model = judgement.model(period for row in rows for period in Quantity.of_row(row).periods)
    return {row.line: _answer(judgement, model, row) for row in rows}


def _answer(judgement: Judgement, model: Model, row: Observation) -> RowAnswer:
    interval = model.bounds(Quantity.of_row(row)).interval.scaled(1 / row.unit.scale)
    conflict = row.line in judgement.in_conflict
    return RowAnswer(bounds=interval, margin=judgement.margin, verdict=str(judgement.verdict), conflict=conflict)


def _csv(rows: Iterable[Texts]) -> bytes:
    listed = list(rows)
    text = io.StringIO()
    writer = csv.DictWriter(text, list(listed[0]), lineterminator="\n")
    writer.writeheader()
    writer.writerows(listed)
    return text.getvalue().encode()


def _sources(rows: Iterable[Texts]) -> bytes:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(("id", "publisher", "title"))
    writer.writerows((name, name, name) for name in dict.fromkeys(row["source"].strip() for row in rows) if name)
    return text.getvalue().encode()
