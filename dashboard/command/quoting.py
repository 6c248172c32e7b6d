"""`check --quote`: a pasted statement held against the rows, each number with the rows used and the exact bounds."""

from __future__ import annotations

import sys
from argparse import Namespace

from dashboard.command.reading import dataset_of
from dashboard.errors import QuestionError
from dashboard.phrase_reader import PhraseError, read_phrase
from dashboard.quote import Answer, Comparison, compared
from dashboard.review import review
from dashboard.wording.language import Language
from dashboard.wording.phrase_obstacles import TEXT
from dashboard.wording.phrases import decimals_of, lines, unit_of
from dashboard.wording.words import Words


def quoted(said: Namespace) -> int:
    """Return 1 when a number of the statement contradicts a source, else 0; print every comparison.

    Raises:
        DashboardError: The statement is not understood, the format is not text, or there is no answer.
    """
    if said.format != "text":
        raise QuestionError("--quote answers as text; leave --format out")
    try:
        phrase = read_phrase(said.quote)
    except PhraseError as error:
        raise QuestionError(TEXT[Language.EN][error.obstacle].format(words=error.words)) from error
    found = compared(phrase, review(dataset_of(said)))
    told = [_told(one, Words(Language.EN)) for one in found] or ["cannot tell: no rows bear on it"]
    sys.stdout.write("\n".join(told) + "\n")
    return 1 if any(one.answer is Answer.CONTRADICTS for one in found) else 0


def _told(one: Comparison, words: Words) -> str:
    unit = unit_of(one.bounds.quantity, one.block.currency)
    what = f"{one.reported.flow} {one.reported.period} {one.reported.measure} {one.reported.value} {one.reported.unit}"
    gap = words.with_unit(words.number(one.gap, decimals_of(one.gap, 4)), unit)
    how = f"{one.answer} by {gap}" if one.gap else str(one.answer)
    allowed = words.in_unit(one.bounds.interval, unit, 4)
    return f"{what}: {how}; {one.source} allows {allowed} ({lines(one.bounds.lines, words)})"
