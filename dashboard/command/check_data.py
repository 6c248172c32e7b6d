"""`check`: every row, source and reporter judged; as text to read, JSON for programs, CSV for a spreadsheet."""

from __future__ import annotations

import csv
import sys
from argparse import Namespace
from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction
from typing import Final

from dashboard.bounds.verdict import Verdict
from dashboard.command.folder import dataset_of, show
from dashboard.command.quoting import quoted
from dashboard.command.scopes import scope_name
from dashboard.formats import json_file
from dashboard.judging.findings import Level
from dashboard.judging.hypotheses import suspects
from dashboard.judging.judgement import RowJudgement
from dashboard.judging.review import Review, Scope, review
from dashboard.languages.language import Language
from dashboard.reading.formula import harmless
from dashboard.values.interval import Interval
from dashboard.values.observation import Dataset
from dashboard.wording.numbers import written
from dashboard.wording.phrases import decimals_of
from dashboard.wording.proofs import DECIMALS
from dashboard.wording.sentences import Sentences
from dashboard.wording.suspicion import suspicion

LEGEND: Final = (
    "Each row: what it stands for, what the other rows of its source allow for the same number, the verdict.",
    "Margin: by how many half-widths (halves of a rounding step) each interval could shrink until they no longer hold",
    "together; below 0, by how many each would have to grow.",
)
COLUMNS: Final[Mapping[str, Callable[[RowJudgement], object]]] = {
    "line": lambda judged: judged.row.line,
    "source": lambda judged: harmless(judged.row.source),
    "reporter": lambda judged: harmless(judged.row.block.reporter),
    "partner": lambda judged: harmless(judged.row.block.partner),
    "scope": lambda judged: harmless(judged.row.block.scope),
    "product": lambda judged: harmless(judged.row.block.product),
    "currency": lambda judged: harmless(judged.row.block.currency),
    "flow": lambda judged: judged.row.flow,
    "period": lambda judged: judged.row.period,
    "measure": lambda judged: judged.row.measure,
    "unit": lambda judged: judged.row.unit.text,
    "reported_low": lambda judged: _float(judged.reported.low),
    "reported_high": lambda judged: _float(judged.reported.high),
    "implied_low": lambda judged: _float(judged.implied.low),
    "implied_high": lambda judged: _float(judged.implied.high),
    "verdict": lambda judged: judged.verdict,
}
"""The columns of the CSV, and what stands in them; an open end is empty."""


def run(args: Namespace) -> int:
    """Return 0 for no contradiction, 1 for one, 2 where something could not be proved; print what was found.

    Raises:
        DashboardError: There is no answer.
    """
    if args.quote is not None:
        return quoted(args)
    dataset = dataset_of(args)
    reviewed = review(dataset)
    if args.format == "json":
        show(json_file.review(dataset, reviewed))
    elif args.format == "csv":
        _show_csv(reviewed)
    else:
        sys.stdout.write("\n".join(_text(dataset, reviewed)) + "\n")
    if reviewed.unproved:
        sys.stderr.writelines(f"{problem}\n" for problem in reviewed.unproved)
        return 2
    return 1 if reviewed.verdict is Verdict.CONTRADICTION else 0


def _show_csv(reviewed: Review) -> None:
    out = csv.writer(sys.stdout, lineterminator="\n")
    out.writerow(COLUMNS)
    for scope in reviewed.scopes:
        out.writerows([cell(judged) for cell in COLUMNS.values()] for judged in scope.rows)


def _float(end: Fraction | None) -> float | None:
    return None if end is None else float(end)


def _text(dataset: Dataset, reviewed: Review) -> Iterator[str]:
    sentences = Sentences.of(dataset, Language.EN)
    yield from (f"note: {notice}" for notice in dataset.notices)
    rows, sources = len(dataset.observations), len(dataset.sources)
    yield f"{_count(rows, 'row')}, {_count(sources, 'source')}: {reviewed.verdict}"
    yield from LEGEND
    for scope in reviewed.scopes:
        yield ""
        yield from _scope(scope, sentences)
    wanted = (Level.ROW, Level.REPORTER, Level.PLAUSIBILITY)
    findings = [f for f in reviewed.findings if f.level in wanted and f.verdict is not Verdict.CONSISTENT]
    yield from ("", "Single rows, and between sources") * bool(findings)
    yield from (f"  {finding.level}: {sentences.finding(finding)}" for finding in findings)


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
    doubted = suspects(judged) if scope.source else ()
    yield from (f"      {suspicion(suspect, sentences.words)}" for suspect in doubted)
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
