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


def quoted(said: Namespace) -> int:
    """Return 1 when a number of the statement contradicts a source, else 0; print every comparison.

    Raises:
        DashboardError: The statement is not understood, the format is not text, or there is no answer.
    """
    if said.format != "text":
        raise QuestionError(Message("--quote answers as text; leave --format out"))
    phrase = read_phrase(said.quote)
    dataset = dataset_of(said)
    found, text = compared(phrase, review(dataset)), quotes.TEXT[Language.EN]
    told = [line for one in found for line in _told(one, dataset)] or [text.alone if phrase.is_alone else text.nothing]
    sys.stdout.write("\n".join(told) + "\n")
    return 1 if any(one.answer is Answer.CONTRADICTS for one in found) else 0


def _told(one: Comparison, dataset: Dataset) -> Iterator[str]:
    """Yield what is quoted, how it ends, whose count it is, and the proof of what the rows allow."""
    words, text = Words(Language.EN), quotes.TEXT[Language.EN]
    rows = {row.line: row for row in dataset.observations}
    said = quotes.told(one, dataset.source(one.source), rows, words)
    yield f"{said.quoted}: {said.answered}"
    yield f"  {one.source}: {said.counted}"
    yield f"  {said.allowed}"
    for head, steps in ((text.low, said.low), (text.high, said.high)):
        yield from (f"  {head}:", *(f"    {step}" for step in steps)) if steps else ()
