"""`check`: every row, source and reporter judged; as text to read, JSON for programs, CSV for a spreadsheet."""

from __future__ import annotations

import csv
import sys
from argparse import Namespace
from collections.abc import Iterator
from typing import Final

from dashboard.bounds.verdict import Verdict
from dashboard.command.folder import dataset_of, show, show_why_not
from dashboard.command.quoting import quoted
from dashboard.command.scopes import scope_name
from dashboard.formats import json_file
from dashboard.judging.findings import Level
from dashboard.judging.hypotheses import suspects
from dashboard.judging.judgement import RowJudgement
from dashboard.judging.review import Review, Scope, review
from dashboard.languages.language import Language
from dashboard.reading.formula import harmless
from dashboard.values.errors import DashboardError
from dashboard.values.interval import Interval
from dashboard.values.observation import Dataset
from dashboard.wording.numbers import written
from dashboard.wording.phrases import decimals_of
from dashboard.wording.proofs import DECIMALS
from dashboard.wording.sentences import Sentences
from dashboard.wording.suspicion import suspicion

COLUMNS: Final = (
    "line",
    "source",
    "reporter",
    "partner",
    "scope",
    "product",
    "currency",
    "flow",
    "period",
    "measure",
    "unit",
)
LEGEND: Final = (
    "Each row: what it stands for, what the other rows of its source allow for the same number, the verdict.",
    "Margin: by how many half-widths (halves of a rounding step) each interval could shrink until they no longer hold",
    "together; below 0, by how many each would have to grow.",
)
ENDS: Final = ("reported_low", "reported_high", "implied_low", "implied_high")


def run(said: Namespace) -> int:
    """Return 0 for no contradiction, 1 for one, 2 where something could not be proved; print what was found.

    Raises:
        DashboardError: There is no answer, and the format is not JSON.
    """
    if said.quote is not None:
        return quoted(said)
    try:
        dataset = dataset_of(said)
        found = review(dataset)
    except DashboardError as error:
        if said.format != "json":
            raise
        return show_why_not(error)
    if said.format == "json":
        show(json_file.review(dataset, found))
    elif said.format == "csv":
        _show_csv(found)
    else:
        sys.stdout.write("\n".join(_text(dataset, found)) + "\n")
    if found.unproved:
        sys.stderr.writelines(f"{problem}\n" for problem in found.unproved)
        return 2
    return 1 if found.verdict is Verdict.CONTRADICTION else 0


def _show_csv(found: Review) -> None:
    out = csv.writer(sys.stdout, lineterminator="\n")
    out.writerow((*COLUMNS, *ENDS, "verdict"))
    for row in (row for scope in found.scopes for row in scope.rows):
        one = row.row
        block = (one.block.reporter, one.block.partner, one.block.scope, one.block.product, one.block.currency)
        about = (
            one.line,
            harmless(one.source),
            *map(harmless, block),
            one.flow,
            one.period,
            one.measure,
            one.unit.text,
        )
        ends = (end for interval in (row.reported, row.implied) for end in (interval.low, interval.high))
        out.writerow((*about, *("" if end is None else float(end) for end in ends), row.verdict))


def _text(dataset: Dataset, found: Review) -> Iterator[str]:
    sentences = Sentences.of(dataset, Language.EN)
    yield from (f"note: {notice}" for notice in dataset.notices)
    rows, sources = len(dataset.observations), len(dataset.sources)
    yield f"{_count(rows, 'row')}, {_count(sources, 'source')}: {found.verdict}"
    yield from LEGEND
    for scope in found.scopes:
        yield ""
        yield from _scope(scope, sentences)
    wanted = (Level.ROW, Level.REPORTER, Level.PLAUSIBILITY)
    told = [f for f in found.findings if f.level in wanted and f.verdict is not Verdict.CONSISTENT]
    yield from ("", "Single rows, and between sources") * bool(told)
    yield from (f"  {finding.level}: {sentences.finding(finding)}" for finding in told)


def _scope(scope: Scope, sentences: Sentences) -> Iterator[str]:
    judged = scope.judgement
    room = "" if judged.margin is None else f", margin {written(judged.margin, 2, Language.EN)} half-widths"
    yield f"{scope_name(scope.source, scope.block)}: {scope.verdict}{room}"
    yield from (f"  {problem}" for problem in scope.unproved)
    if scope.left_out:
        yield f"  left out, as they contradict themselves: {', '.join(scope.left_out)}"
    for conflict in judged.explained.conflicts:
        yield f"  {sentences.conflict(judged, conflict)}"
        yield from (f"      {step}" for step in sentences.conflict_steps(judged, conflict) if scope.source)
    if judged.explained.corrections:
        yield f"  {sentences.corrections(judged.explained.corrections)}"
    found = suspects(judged) if scope.source else ()
    yield from (f"      {suspicion(suspect, sentences.words)}" for suspect in found)
    if not (judged.explained.is_complete or judged.unproved):
        yield "  There are more conflicts than were searched for."
    yield from _table(scope.rows)


def _count(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"


def _table(rows: tuple[RowJudgement, ...]) -> Iterator[str]:
    cells = [_cells(row) for row in rows]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)] if cells else []
    for row in cells:
        yield "  " + "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()


def _cells(judged: RowJudgement) -> tuple[str, ...]:
    row = judged.row
    reported = _interval(judged.reported)
    what = f"{row.flow} {row.period} {row.measure}"
    return f"line {row.line}", what, row.unit.text, reported, _others(judged), str(judged.verdict)


def _others(judged: RowJudgement) -> str:
    without = ", ".join(str(line) for line in judged.bounds.without)
    who = f"others without {without}" if without else "others"
    if judged.unproved:
        return f"{who}: not proved"
    return f"{who}: {_interval(judged.implied)}" if judged.bounds.lines else f"{who} say nothing of it"


def _interval(of: Interval) -> str:
    low, high = ("" if e is None else written(e, decimals_of(e, DECIMALS), Language.EN) for e in (of.low, of.high))
    if low and high:
        return f"{low} to {high}"
    return f"at least {low}" if low else f"at most {high}"
