"""A pasted statement held against the rows: the question stands in the address, so that the answer is a link."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from dash import dcc, html
from dash.development.base_component import Component

from dashboard.phrase import PhraseError
from dashboard.phrase_reader import read_phrase
from dashboard.quote import Answer, compared
from dashboard.verdict import Verdict
from dashboard.view import View
from dashboard.web.address import Address
from dashboard.web.sign import sign
from dashboard.wording.phrase_obstacles import TEXT as OBSTACLES
from dashboard.wording.quotes import TEXT, QuoteText, Told, told
from dashboard.wording.words import Words

LONGEST: Final = 1_000
"""Characters that the form takes: in Cyrillic they still fit into an address."""

_VERDICTS: Final = {
    Answer.AGREES: Verdict.CONSISTENT,
    Answer.CANNOT_TELL: Verdict.UNDECIDED,
    Answer.CONTRADICTS: Verdict.CONTRADICTION,
}


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
        return Quoted(statement, refusal=OBSTACLES[words.language][error.obstacle].format(words=error.words))
    rows = {row.line: row for row in view.dataset.observations}
    found = compared(phrase, view.review)
    answers = tuple(told(one, view.dataset.source(one.source), rows, words) for one in found)
    text = TEXT[words.language]
    return Quoted(statement, answers, nothing="" if answers else text.alone if phrase.is_alone else text.nothing)


def checker(asked: Quoted, address: Address) -> Component:
    """Return the form, and below it the answers; it works without scripts (and with them as assets/page.js says)."""
    text = TEXT[address.language]
    parts: list[Component] = [html.H2(text.heading), _form(asked, address, text)]
    if asked.refusal:
        parts.append(html.P(asked.refusal, className="refusal", role="alert"))
    elif asked.nothing:
        parts.append(html.P(asked.nothing, className="answer", role="status"))
    elif asked.found:
        parts.extend(_answers(asked.found, text))
    return html.Section([*parts, html.P(text.note, className="note")], className="quote", id="quote")


def _form(asked: Quoted, address: Address, text: QuoteText) -> Component:
    kept = {key: value for key, value in address.chosen.items() if key != "quote"}
    return html.Form(
        className="question",
        method="get",
        action=f"/{address.page}",
        children=[
            *(html.Select(html.Option(value, value=value), name=key, hidden=True) for key, value in kept.items()),
            html.Label(text.label, htmlFor="quote-text"),
            dcc.Input(
                id="quote-text", name="quote", value=asked.statement, type="text", autoComplete="off", maxLength=LONGEST
            ),
            html.Button(text.ask, type="submit"),
        ],
    )


def _answers(found: tuple[Told, ...], text: QuoteText) -> Iterator[Component]:
    """Yield what was answered, of a number without an answer the nearest comparison, and the others folded."""
    pairs = zip(found, (None, *found), strict=False)
    shown = [at for at, (one, last) in enumerate(pairs) if _stands_out(one, last)]
    rest = [one for at, one in enumerate(found) if at not in shown]
    yield html.Ul([html.Li(_answer(found[at], text)) for at in shown], className="quoted")
    if rest:
        folded = html.Ul([html.Li(_answer(one, text)) for one in rest], className="quoted")
        yield html.Details([html.Summary(text.open.format(count=len(rest))), folded])


def _stands_out(one: Told, last: Told | None) -> bool:
    """Whether a comparison has an answer, or is the first of its number."""
    return one.answer is not Answer.CANNOT_TELL or last is None or last.quoted != one.quoted


def _answer(one: Told, text: QuoteText) -> list[Component]:
    proofs = [
        html.Details([html.Summary(head), html.Ol([html.Li(step) for step in steps], className="steps")])
        for head, steps in ((text.low, one.low), (text.high, one.high))
        if steps
    ]
    verdict = html.P([sign(_VERDICTS[one.answer]), " ", html.Strong(one.answered)])
    return [html.P(one.quoted), verdict, html.P(one.counted, className="note"), html.P(one.allowed), *proofs]
