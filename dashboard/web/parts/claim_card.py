"""The card of one number as a part of the page."""

from __future__ import annotations

from dashboard.web.contents.claim import Claim
from dashboard.web.contents.content import Content
from dashboard.web.parts import html
from dashboard.web.parts.attributes import Attributes, data
from dashboard.web.parts.html import Element
from dashboard.wording.page_text import CLAIM, ClaimText


def claim_card(page: Content, card: Claim) -> Element:
    """Return a card: it needs no script, and a screen reader finds it by its heading."""
    text = CLAIM[page.address.language]
    label: Attributes = {"aria-labelledby": "claim-title"}
    value = [html.P(card.value, className="number")] if card.value else []
    facts = html.Dl([html.Div([html.Dt(term), _said(term, said, card, text)]) for term, said in card.facts if said])
    rows = [
        html.P(card.rows_as, className="rests-on"),
        html.Ul([html.Li(html.A(said, href=href)) for said, href in card.rows], className="claims"),
    ]
    proof = [
        html.Details([html.Summary(head), html.Ol([html.Li(step) for step in steps], className="steps")])
        for head, steps in ((text.low, card.low), (text.high, card.high))
        if steps
    ]
    head = html.H2(card.title, id="claim-title")
    parts = [head, *value, facts, *(rows if card.rows else []), *proof, _ways(page, card)]
    return html.Aside(parts, id="claim", tabIndex="-1", **label)


def _said(term: str, said: str, card: Claim, text: ClaimText) -> Element:
    """Return what is said of a term; what the publication says, and what it is called, is in its own language."""
    is_quoted = card.language and term in (text.wording, text.title)
    if card.named_in and term in (text.said_by, text.derived_by):
        return html.Dd([html.Span(card.publisher, lang=card.named_in), said.removeprefix(card.publisher)])
    return html.Dd(said, lang=card.language) if is_quoted else html.Dd(said)


def _ways(page: Content, card: Claim) -> Element:
    """Return what leads on: to the publication, a link to send, the page without the card."""
    text = CLAIM[page.address.language]
    visit = html.A(page.text.visit, href=card.source, rel="noopener", target="_blank")
    source: list[Element | str] = [visit, " "] if card.source else []
    copy = html.Button(text.copy, type="button", className="copy-link", **data(link=card.link, said=text.copied))
    return html.P(
        [
            *source,
            copy,
            html.Span("", role="status", className="copied"),
            " ",
            html.A(text.close, href=card.close, className="close"),
        ],
        className="ways",
    )
