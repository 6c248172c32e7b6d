"""`check --quote`: a pasted statement held against the rows, each number with whose count it meets and the proof."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Iterator

from dashboard.command.folder import dataset_of
from dashboard.judging.review import review
from dashboard.languages.language import Language
from dashboard.statements.quote import Answer, Comparison, compared
from dashboard.statements.reader import read_phrase
from dashboard.values.errors import QuestionError
from dashboard.values.message import Message
from dashboard.values.observation import Dataset
from dashboard.wording import quotes
from dashboard.wording.words import Words


def quoted(args: Namespace) -> int:
    """Return 1 when a number of the statement contradicts a source, else 0; print every comparison.

    Raises:
        DashboardError: The statement is not understood, the format is not text, or there is no answer.
    """
    if args.format != "text":
        raise QuestionError(Message("--quote answers as text; leave --format out"))
    phrase = read_phrase(args.quote)
    dataset = dataset_of(args)
    comparisons, text = compared(phrase, review(dataset)), quotes.TEXT[Language.EN]
    lines = [line for comparison in comparisons for line in _lines(comparison, dataset)]
    sys.stdout.write("\n".join(lines or [text.alone if phrase.is_alone else text.nothing]) + "\n")
    return 1 if any(comparison.answer is Answer.CONTRADICTS for comparison in comparisons) else 0


def _lines(comparison: Comparison, dataset: Dataset) -> Iterator[str]:
    """Yield what is quoted, how it ends, whose count it is, and the proof of what the rows allow."""
    words, text = Words(Language.EN), quotes.TEXT[Language.EN]
    rows = {row.line: row for row in dataset.observations}
    told = quotes.told(comparison, dataset.source(comparison.source), rows, words)
    yield f"{told.quoted}: {told.answered}"
    yield f"  {comparison.source}: {told.counted}"
    yield f"  {told.allowed}"
    for head, steps in ((text.low, told.low), (text.high, told.high)):
        yield from (f"  {head}:", *(f"    {step}" for step in steps)) if steps else ()
