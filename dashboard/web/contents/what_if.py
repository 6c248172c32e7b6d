"""What if a number were different: the rows of a source judged with it, and the form that asks.

The question stands in the address, `/consistency?line=4&value=35.5`, so that the answer is a link. Nothing is written.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

from dashboard.bounds.verdict import Verdict
from dashboard.judging.judgement import Judgement, what_if
from dashboard.judging.review import not_judged
from dashboard.judging.view import View
from dashboard.languages.language import Language
from dashboard.reading.number import number
from dashboard.values.errors import QuestionError, SolverError
from dashboard.values.message import Message
from dashboard.web.address import Address
from dashboard.web.contents.rows import said
from dashboard.web.contents.verdicts import Conflict, conflicts
from dashboard.wording.numbers import decimal_mark
from dashboard.wording.problems import message
from dashboard.wording.sentences import Sentences

_DECIMAL_COMMA: Final = re.compile(r"[+\-\u2212\u2013]?[0-9]+,[0-9]+")


@dataclass(frozen=True, slots=True)
class Answer:
    """What would be so with another number.

    Attributes:
        row: The row with that number, in one line.
    """

    row: str
    verdict: Verdict
    conflicts: tuple[Conflict, ...]
    corrections: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """A question that a reader can ask, and the answer once it is asked.

    Attributes:
        rows: The line of each row that can be changed, and the row in one line.
        line, value: What the form holds: as asked, else the first row and its number, as the language writes it.
        refusal: Why the number asked with cannot be read, or judged; "" when it can.
    """

    rows: tuple[tuple[int, str], ...]
    line: int
    value: str
    answer: Answer | None = None
    refusal: str = ""


def trial(view: View, address: Address, sentences: Sentences) -> Trial:
    """Return the question as the address puts it, with its answer.

    Raises:
        QuestionError: The source has no row on the line.
    """
    rows = tuple((row.line, said(row, sentences.words)) for row in view.rows)
    if address.line is None:
        first = view.rows[0]
        return Trial(rows=rows, line=first.line, value=typed(first.value, address.language))
    line = next((row.line for row in view.rows if str(row.line) == address.line), None)
    if line is None:
        allowed = ", ".join(str(row.line) for row in view.rows)
        where = (view.source.id, address.line, allowed)
        raise QuestionError(Message("{0} has no row on line {1}; its rows are on lines {2}", *where))
    text = address.value or ""
    read = number(_with_point(text, address.language))
    if read.value is None:
        return Trial(rows=rows, line=line, value=text, refusal=f'"{text}": {message(read.remark, address.language)}')
    shown = typed(read.value, address.language)
    try:
        return Trial(rows=rows, line=line, value=shown, answer=_answer(view, line, read.value, sentences))
    except SolverError as error:
        why = message(not_judged(view.source.id, error.message), address.language)
        return Trial(rows=rows, line=line, value=shown, refusal=f'"{text}": {why}')


def typed(value: Decimal, language: Language) -> str:
    """Return a number as a reader types it: "43.4", "43,4"."""
    return f"{value:f}".replace(".", decimal_mark(language))


def _with_point(text: str, language: Language) -> str:
    """Return what was typed with a point; a comma stands before decimals, unless English may mean thousands by it."""
    is_comma = decimal_mark(language) == "," and _DECIMAL_COMMA.fullmatch(text.strip())
    return text.strip().replace(",", ".") if is_comma else text.strip()


def _answer(view: View, line: int, value: Decimal, sentences: Sentences) -> Answer:
    judged = what_if(view.scope.judgement, line, value)
    with_it = _saying(judged, sentences)
    return Answer(
        said(with_it.rows[line], sentences.words),
        judged.verdict,
        conflicts(judged, with_it),
        with_it.corrections(judged.explained.corrections) if judged.explained.corrections else "",
    )


def _saying(judged: Judgement, sentences: Sentences) -> Sentences:
    """Return the sentences about a data set in which the rows judged stand for those of their lines."""
    return replace(sentences, rows={**sentences.rows, **{row.line: row for row in judged.rows}})
