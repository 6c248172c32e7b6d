"""`bounds`: the tightest interval that the rows allow for a number, the rows it rests on, and why.

Which rows answer, when no reporter is named: those of the first one in the file that states the number, else of the
first one whose rows bear on it. When no source is named: the one source that bears on it; when several do, all sources
of the reporter as one system if they can be true together, else each of them by itself. A source bears on a number when
the bounds that its rows give rest on at least one line.
"""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from dashboard.bounds.conflict import Conflicts
from dashboard.bounds.model import Bounds
from dashboard.bounds.quantity import Quantity
from dashboard.bounds.system import Side
from dashboard.bounds.verdict import Verdict
from dashboard.command.folder import dataset_of, show
from dashboard.formats import json_file
from dashboard.judging.judgement import Judgement, judge, unproved
from dashboard.languages.language import Language
from dashboard.reading.cell import TOTAL
from dashboard.reading.columns import OBSERVATIONS
from dashboard.values.errors import Problem, QuestionError, SolverError
from dashboard.values.interval import Interval
from dashboard.values.message import Message, joined
from dashboard.values.observation import Block, Dataset, Observation
from dashboard.wording import proofs
from dashboard.wording.phrases import lines, printed, quantity, unit_of
from dashboard.wording.sentences import Sentences
from dashboard.wording.words import Words

Rows = Sequence[Observation]

ALL: Final = "all sources"

_NO_ROWS: Final = Judgement(rows=(), verdict=Verdict.CONSISTENT, margin=None, explained=Conflicts(), soft=())
"""What answers where no row bears on the number and all together cannot be asked."""

_SHOWN: Final = 5
"""So many further corrections fit under an answer before it is lost among them."""


@dataclass(frozen=True, slots=True)
class SourceBounds:
    """The bounds of a number by some rows.

    Attributes:
        source: The id of the source whose rows they are; None for all sources of a reporter.
    """

    source: str | None
    block: Block
    judgement: Judgement
    bounds: Bounds

    def alternatives(self, most: int | None = None) -> tuple[Bounds, ...]:
        """Return the bounds after each further smallest correction; none where the rows can be true together."""
        return tuple(map(_borne, self.judgement.alternatives(self.bounds.quantity, most)))

    @property
    def further(self) -> int:
        """How many further smallest corrections there are."""
        return max(len(self.judgement.explained.corrections) - 1, 0)


def run(args: Namespace) -> int:
    """Return 0, 1 where rows contradict each other, or 2 where something could not be proved; print the bounds.

    Raises:
        DashboardError: There is no answer.
    """
    dataset = dataset_of(args)
    answers, problems = ask(dataset, args)
    if args.format == "json":
        show(_json(answers) | (json_file.problems(problems) if problems else {}))
    else:
        sys.stdout.write("\n".join(_text(answers, problems, dataset)) + "\n")
    if problems:
        return 2
    contradictory = any(answer.judgement.verdict is Verdict.CONTRADICTION for answer in answers)
    return 1 if contradictory or len(answers) > 1 else 0


def ask(dataset: Dataset, args: Namespace) -> tuple[tuple[SourceBounds, ...], tuple[Problem, ...]]:
    """Return one answer, or one for each source where several bear on the number and cannot be true together.

    What could not be proved of other sources that may bear on it stands beside the answers.

    Raises:
        QuestionError: The number has no meaning, or no rows can be asked.
        SolverError: Nothing that bears on the number could be proved.
    """
    wanted = Quantity.of(args.measure, args.flow, args.period, args.compared_with)
    blocks = _blocks(dataset, args)
    each = {block: _by_source(block, rows, wanted) for block, rows in blocks.items()}
    bears = [b for b, answers in each.items() if any(answer.bounds.lines for answer in answers)]
    stated = [b for b in bears if any(Quantity.of_row(row) == wanted for row in blocks[b])]
    block = next(iter((*stated, *bears, *blocks)))
    failed = [answer for answer in each[block] if answer.judgement.unproved]
    bearing = tuple(answer for answer in each[block] if answer.bounds.lines)
    if failed and not bearing:
        raise SolverError(joined(Message("{0}: {1}", answer.source, answer.judgement.unproved) for answer in failed))
    problems = tuple(_problem(answer) for answer in failed)
    if args.source is not None:
        return each[block], ()
    if len(bearing) == 1:
        return bearing, problems
    left = [row for row in blocks[block] if row.source not in [answer.source for answer in failed]]
    together = _of_source(None, block, left, wanted)
    if together.judgement.unproved:
        return bearing or (together,), (*problems, _problem(together))
    if together.judgement.verdict is not Verdict.CONTRADICTION:
        return (together,), problems
    return bearing or (SourceBounds(None, block, _NO_ROWS, _open(wanted)),), problems


def _problem(answer: SourceBounds) -> Problem:
    first, name = answer.judgement.lines[0], answer.source or ALL
    return Problem(file=OBSERVATIONS.file, line=first, found=name, message=Message("{0}", answer.judgement.unproved))


def _blocks(dataset: Dataset, args: Namespace) -> dict[Block, list[Observation]]:
    """Return the rows that were asked for, by their block, in the order of the file."""
    rows: Rows = dataset.observations
    for name in ("source", "reporter", "partner", "scope", "product", "currency"):
        values = [row.source if name == "source" else getattr(row.block, name) for row in rows]
        rows = _only(rows, f"--{name}", getattr(args, name), values)
    blocks: dict[Block, list[Observation]] = {}
    for row in rows:
        blocks.setdefault(row.block, []).append(row)
    if not blocks:
        raise QuestionError(
            Message("the data hold no rows; name another folder with --data, or a later date with --as-of")
        )
    return blocks


def _only(rows: Rows, option: str, wanted: str | None, values: Sequence[str]) -> Rows:
    if wanted is None:
        return rows
    if wanted not in values:
        allowed = ", ".join(dict.fromkeys(values)) or Message("nothing")
        raise QuestionError(Message('{0}: no rows have "{1}"; write {2}', option, wanted, allowed))
    return [row for row, value in zip(rows, values, strict=True) if value == wanted]


def _by_source(block: Block, rows: Rows, wanted: Quantity) -> tuple[SourceBounds, ...]:
    sources = dict.fromkeys(row.source for row in rows)
    return tuple(_of_source(id, block, [row for row in rows if row.source == id], wanted) for id in sources)


def _of_source(source: str | None, block: Block, rows: Rows, wanted: Quantity) -> SourceBounds:
    try:
        judgement = judge(rows)
        bounds = _borne(judgement.model(wanted.periods).bounds(wanted))
    except SolverError as error:
        return SourceBounds(source, block, unproved(rows, error.message), _open(wanted))
    return SourceBounds(source, block, judgement, replace(bounds, without=judgement.left_out))


def _borne(bounds: Bounds) -> Bounds:
    """Return bounds that rest on a row at least; others say nothing."""
    return bounds if bounds.lines else replace(_open(bounds.quantity), without=bounds.without)


def _open(quantity: Quantity) -> Bounds:
    return Bounds(quantity=quantity, interval=Interval(), low=None, high=None)


def _json(answers: tuple[SourceBounds, ...]) -> dict[str, object]:
    each = [
        {
            "source": answer.source,
            **json_file.bounds(answer.bounds, answer.block, answer.judgement),
            "alternatives": [json_file.alternative(other) for other in answer.alternatives()],
        }
        for answer in answers
    ]
    return each[0] if len(each) == 1 else {"sources": each}


def _text(answers: tuple[SourceBounds, ...], problems: Sequence[Problem], dataset: Dataset) -> Iterator[str]:
    sentences = Sentences.of(dataset, Language.EN)
    for number, answer in enumerate(answers):
        yield from ("",) * bool(number)
        yield from _answer(answer, sentences)
    if len(answers) > 1:
        unjudged = any(problem.found == ALL for problem in problems)
        why = "could not be judged together" if unjudged else "cannot all be true together"
        yield from ("", f"These sources {why}, so each is answered by itself; --source names one.")
    for problem in problems:
        yield from ("", f"not answered by {problem.found}: {problem.message}")


def _answer(answer: SourceBounds, sentences: Sentences) -> Iterator[str]:
    words, bounds, block = sentences.words, answer.bounds, answer.block
    who = answer.source or ALL
    pair = f"{words.country(block.reporter)} with {words.country(block.partner)}, {block.scope}"
    pair = pair if block.product == TOTAL else f"{pair}, product {block.product}"
    yield f"{quantity(bounds.quantity, words)} ({pair}; reported by {who})"
    unit = unit_of(bounds.quantity, block.currency)
    yield f"  {_shown(bounds.interval, unit, words)}"
    yield from _exactly(bounds.interval, unit, words)
    if bounds.without:
        yield f"  without {lines(bounds.without, words)}, as the rows contradict each other"
        yield f"  {sentences.corrections(answer.judgement.explained.corrections)}"
    yield from _instead(answer, words)
    if not bounds.lines:
        yield "  no row bears on it"
        return
    yield from ("", "rows used")
    yield from (f"  {_used(sentences.rows[line], words)}" for line in bounds.lines)
    for side, heading in ((Side.LOW, "why no less"), (Side.HIGH, "why no more")):
        steps = proofs.bound(bounds, side, sentences.rows, block.currency, words)
        yield from ("", heading, *(f"  {step}" for step in steps)) if steps else ()


def _instead(answer: SourceBounds, words: Words) -> Iterator[str]:
    for other in answer.alternatives(_SHOWN):
        interval = _shown(other.interval, unit_of(other.quantity, answer.block.currency), words)
        yield f"  without {lines(other.without, words)} instead: {interval if other.lines else 'no row bears on it'}"
    if answer.further > _SHOWN:
        yield f"  and {answer.further - _SHOWN} more; --format json gives them all"


def _shown(of: Interval, unit: str, words: Words) -> str:
    fitting, unit = words.fitting(of, unit)
    return words.in_unit(fitting, unit, _decimals(fitting))


def _decimals(of: Interval) -> int:
    return max(proofs.DECIMALS, proofs.decimals_shown(of))


def _exactly(of: Interval, unit: str, words: Words) -> Iterator[str]:
    """Yield the ends as fractions, where no decimals hold them."""
    known = [end for end in (of.low, of.high) if end is not None]
    if not all(proofs.is_decimal(end) for end in known):
        ends = f"{of.low} to {of.high}" if len(known) > 1 else f"at {'most' if of.low is None else 'least'} {known[0]}"
        decimals = _decimals(words.fitting(of, unit)[0])
        yield f"  rounded to {'four' if decimals == proofs.DECIMALS else decimals} decimals; exactly {ends} {unit}"


def _used(row: Observation, words: Words) -> str:
    return f"line {row.line}, {row.source}: {quantity(Quantity.of_row(row), words)}, {printed(row, words)}"
