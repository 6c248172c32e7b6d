"""The key figures as cards: the number, what it stands for, where it comes from, and its verdict."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dashboard.web.contents.content import Content
from dashboard.web.parts import html
from dashboard.web.parts.html import Element
from dashboard.web.parts.sign import verdict_of
from dashboard.wording.cards import Card, Figure
from dashboard.wording.page_text import PageText


def key_figures(page: Content) -> Element:
    """Return the cards of the overview, and what their marks mean."""
    text = page.text
    marks = (
        ("reported", text.reported, text.reported_means),
        ("derived", text.derived, text.derived_means),
        ("whiskers", text.whiskers, text.whiskers_mean),
    )
    said = [html.Div([html.Dt(name, className=f"mark {kind}"), html.Dd(means)]) for kind, name, means in marks]
    key = html.Dl(said, className="key")
    cards = html.Ul([html.Li(_card(page, card), className=f"card {card.id}") for card in page.cards], className="cards")
    return html.Section([html.H2(text.key_figures, className="unseen"), cards, key])


def _card(page: Content, card: Card) -> list[Element]:
    figure = card.figure
    beside = [] if card.beside is None else [_beside(card.beside, card.beside_as, figure)]
    number: list[Element | str] = [
        html.Span(figure.value, className="number"),
        figure.gap,
        html.Span(figure.unit, className="unit"),
    ]
    opening = f"{replace(page.address, claim=card.claim).href}#claim"
    where = _lines(card.lines, page.text)
    return [
        html.H3(html.Span(card.name)),
        html.P(number, className="value", style={"--letters": len(figure.value)}),
        html.P(figure.stands_for, className="stands-for"),
        *beside,
        html.P(
            [
                _mark(figure),
                " ",
                html.A(where, href=opening),
                " ",
                verdict_of(card.verdict, card.verdict_word),
            ],
            className="trace",
        ),
    ]


def _beside(figure: Figure, sentence: str, main: Figure) -> Element:
    """Return what is said beside the main figure; with a mark of its own where it came about otherwise."""
    before, _, after = sentence.partition("{value}")
    is_like = figure.is_reported == main.is_reported
    mark = [] if is_like else [_mark(figure, html.Span(figure.mark, className="unseen"))]
    return html.P([before, html.Strong(figure.whole), after, *mark], className="beside")


def _mark(figure: Figure, said: str | Element = "") -> Element:
    return html.Span(said or figure.mark, className=f"mark {'reported' if figure.is_reported else 'derived'}")


def _lines(lines: Sequence[int], text: PageText) -> str:
    numbers = [str(line) for line in lines]
    return text.line.format(line=numbers[0]) if len(numbers) == 1 else text.lines.format(lines=", ".join(numbers))
