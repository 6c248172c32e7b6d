"""A pasted statement held against the rows."""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.judging.view import View
from dashboard.statements.quote import compared
from dashboard.statements.reader import read_phrase
from dashboard.statements.said import PhraseError
from dashboard.web.address import Address
from dashboard.wording.problems import why
from dashboard.wording.quotes import TEXT, Told, told
from dashboard.wording.words import Words


@dataclass(frozen=True, slots=True)
class Quoted:
    """A statement and what the rows say of it.

    Attributes:
        statement: As asked; "" where nothing is.
        refusal: What was not understood; "" when all was.
        nothing: Said where no row bears on it.
    """

    statement: str
    found: tuple[Told, ...] = ()
    refusal: str = ""
    nothing: str = ""


def quoted(view: View, address: Address, words: Words) -> Quoted:
    """Return what all sources that were published by the date of a view say of the statement in an address."""
    statement = (address.quote or "").strip()
    if not statement:
        return Quoted("")
    try:
        phrase = read_phrase(statement)
    except PhraseError as error:
        return Quoted(statement, refusal=why(error, words.language))
    rows = {row.line: row for row in view.dataset.observations}
    found = compared(phrase, view.review)
    answers = tuple(told(one, view.dataset.source(one.source), rows, words) for one in found)
    text = TEXT[words.language]
    return Quoted(statement, answers, nothing="" if answers else text.alone if phrase.is_alone else text.nothing)
