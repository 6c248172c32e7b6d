"""The form for a statement and its answers: the question stands in the address, so that the answer is a link."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from dashboard.bounds.verdict import Verdict
from dashboard.statements.quote import Answer
from dashboard.web.address import Address
from dashboard.web.contents.statement import Quoted
from dashboard.web.parts import html
from dashboard.web.parts.html import Element
from dashboard.web.parts.sign import sign
from dashboard.wording.quotes import TEXT, QuoteText, Told

LONGEST: Final = 1_000
"""Characters that the form takes: in Cyrillic they still fit into an address."""

_VERDICTS: Final = {
    Answer.AGREES: Verdict.CONSISTENT,
    Answer.CANNOT_TELL: Verdict.UNDECIDED,
    Answer.CONTRADICTS: Verdict.CONTRADICTION,
}


def checker(asked: Quoted, address: Address) -> Element:
    """Return the form, and below it the answers; it works without scripts (and with them as assets/page.js says)."""
    text = TEXT[address.language]
    parts: list[Element] = [html.H2(text.heading), _form(asked, address, text)]
    if asked.refusal:
        parts.append(html.P(asked.refusal, className="refusal", role="alert"))
    elif asked.nothing:
        parts.append(html.P(asked.nothing, className="answer", role="status"))
    elif asked.found:
        parts.extend(_answers(asked.found, text))
    return html.Section([*parts, html.P(text.note, className="note")], className="quote", id="quote")


def _form(asked: Quoted, address: Address, text: QuoteText) -> Element:
    kept = {key: value for key, value in address.chosen.items() if key != "quote"}
    return html.Form(
        className="question",
        method="get",
        action=f"/{address.page}",
        children=[
            *(html.Select(html.Option(value, value=value), name=key, hidden=True) for key, value in kept.items()),
            html.Label(text.label, htmlFor="quote-text"),
            html.Input(
                id="quote-text", name="quote", value=asked.statement, type="text", autoComplete="off", maxLength=LONGEST
            ),
            html.Button(text.ask, type="submit"),
        ],
    )


def _answers(found: tuple[Told, ...], text: QuoteText) -> Iterator[Element]:
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


def _answer(one: Told, text: QuoteText) -> list[Element]:
    proofs = [
        html.Details([html.Summary(head), html.Ol([html.Li(step) for step in steps], className="steps")])
        for head, steps in ((text.low, one.low), (text.high, one.high))
        if steps
    ]
    verdict = html.P([sign(_VERDICTS[one.answer]), " ", html.Strong(one.answered)])
    return [html.P(one.quoted), verdict, html.P(one.counted, className="note"), html.P(one.allowed), *proofs]
