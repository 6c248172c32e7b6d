"""The card of one number: who said it, what it stands for, whether the others allow it, and the proof.

The address names it: "4" is the row on line 4, whichever source is in view; "level:balance:2022" is what the source in
view allows for a quantity, as the marks of charts are named.
"""

from __future__ import annotations

from dataclasses import dataclass

from dash import html
from dash.development.base_component import Component

from dashboard.bounds import Bounds
from dashboard.observation import Source
from dashboard.review import Scope
from dashboard.system import Side
from dashboard.view import View
from dashboard.web.address import Address
from dashboard.web.attributes import Attributes
from dashboard.wording import proofs
from dashboard.wording.claim_text import TEXT, ClaimText
from dashboard.wording.page_text import TEXT as PAGE
from dashboard.wording.phrases import lines, printed, quantity, unit_of
from dashboard.wording.words import Words


@dataclass(frozen=True, slots=True)
class Claim:
    """A card in words.

    Attributes:
        facts: Terms and what is said of each.
        low, high: The proof of each end of what is allowed, a line for each step; empty where it is open.
        address, language: Of the publication; `close` and `link` lead to the page without and with the card.
    """

    title: str
    value: str
    facts: tuple[tuple[str, str], ...]
    low: tuple[str, ...]
    high: tuple[str, ...]
    address: str
    close: str
    link: str


def claim(view: View, address: Address, words: Words) -> Claim | None:
    """Return the card that an address asks for; None where it asks for none, one that says so for an unknown number."""
    if address.claim is None:
        return None
    found = _of_row(view, address, words) or _of_quantity(view, address, words)
    unknown = TEXT[words.language].unknown.format(claim=address.claim)
    return found or Claim(unknown, "", (), (), (), "", *_links(address))


def _of_row(view: View, address: Address, words: Words) -> Claim | None:
    scope, judged = next(
        ((s, one) for s in view.review.scopes for one in s.rows if str(one.row.line) == address.claim), (None, None)
    )
    if scope is None or judged is None:
        return None
    row, text = judged.row, TEXT[words.language]
    unit, source = row.unit.text, view.dataset.source(row.source)
    allowed = words.in_unit(judged.implied, unit) if judged.bounds.lines else PAGE[words.language].alone
    facts = (
        (text.said_by, _who(source, words)),
        (text.wording, row.wording),
        (text.stands_for, words.in_unit(judged.reported, unit)),
        (text.allowed, allowed),
        (text.verdict, words.verdict(judged.verdict)),
        (text.where, f"observations.csv, {lines([row.line], words)}"),
        (text.note, row.note),
    )
    title = quantity(judged.bounds.quantity, words)
    return _card(title, printed(row, words), facts, judged.bounds, scope, source, address, words)


def _of_quantity(view: View, address: Address, words: Words) -> Claim | None:
    metric = next((one for one in view.metrics if _key(one.bounds) == address.claim), None)
    if metric is None:
        return None
    text, unit = TEXT[words.language], unit_of(metric.quantity, view.block.currency)
    without = metric.bounds.without
    facts = (
        (text.derived_by, _who(view.source, words)),
        (text.where, f"observations.csv, {lines(metric.lines, words)}" if metric.lines else ""),
        (text.note, PAGE[words.language].derived_means),
        (PAGE[words.language].does_it_hold, lines(without, words) if without else ""),
    )
    value = words.in_unit(metric.bounds.interval, unit)
    title = quantity(metric.quantity, words)
    return _card(title, value, facts[: 4 if without else 3], metric.bounds, view.scope, view.source, address, words)


def _card(  # noqa: PLR0917 - what every card has
    title: str,
    value: str,
    facts: tuple[tuple[str, str], ...],
    bounds: Bounds,
    scope: Scope,
    source: Source | None,
    address: Address,
    words: Words,
) -> Claim:
    rows = {row.line: row for row in scope.judgement.rows}
    low, high = (proofs.bound(bounds, side, rows, scope.block.currency, words) for side in (Side.LOW, Side.HIGH))
    known = tuple(fact for fact in facts if fact[1])
    page = source.address if source is not None and source.address.startswith(("https://", "http://")) else ""
    return Claim(title[:1].upper() + title[1:], value, known, low, high, page, *_links(address))


def claim_card(card: Claim, text: ClaimText, visit: str) -> Component:
    """Return the card as a part of the page: it needs no script, and a screen reader finds it by its heading."""
    label: Attributes = {"aria-labelledby": "claim-title"}
    proof = [
        html.Details([html.Summary(head), html.Ol([html.Li(step) for step in steps], className="steps")])
        for head, steps in ((text.low, card.low), (text.high, card.high))
        if steps
    ]
    facts = html.Dl([html.Div([html.Dt(term), html.Dd(said)]) for term, said in card.facts])
    source: list[Component | str] = [html.A(visit, href=card.address, rel="noopener", target="_blank"), " · "]
    ways = [
        *(source if card.address else []),
        html.A(text.link, href=card.link),
        " · ",
        html.A(text.close, href=card.close, className="close"),
    ]
    head = html.H2(card.title, id="claim-title")
    return html.Aside(
        [head, html.P(card.value, className="number"), facts, *proof, html.P(ways)], id="claim", tabIndex="-1", **label
    )


def _key(bounds: Bounds) -> str:
    of = bounds.quantity
    return f"{of.asked}:{of.flow}:{of.period}"


def _who(source: Source | None, words: Words) -> str:
    return "" if source is None else ", ".join(filter(None, [source.publisher, words.published(source.published)]))


def _links(address: Address) -> tuple[str, str]:
    from_here = address.without_claim
    return from_here.href, address.href
