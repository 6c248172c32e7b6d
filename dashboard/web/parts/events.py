"""Events and other statements of the sources, as lists that read on a phone as on a wide screen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TypeVar

from dashboard.values.observation import Context, Event
from dashboard.web.contents.content import Content
from dashboard.web.parts import html
from dashboard.web.parts.attributes import Attributes
from dashboard.web.parts.html import Element
from dashboard.wording.phrases import other
from dashboard.wording.translated import foreign

Told = TypeVar("Told", Event, Context)


def events(page: Content) -> list[Element]:
    """Return what happened and what else was reported: when, what, where, by whom; one source for all is named once."""
    return [
        *_section(page.text.events, page.events, _event, page),
        *_section(page.text.context, page.context, _said, page),
    ]


def _section(
    head: str, told: Sequence[Told], item: Callable[[Told, bool, Content], list[Element]], page: Content
) -> list[Element]:
    if not told:
        return []
    differ = len({one.source for one in told}) > 1
    once: list[Element] = (
        [] if differ else [html.P([f"{page.text.source}: ", _publisher(told[0].source, page)], className="note")]
    )
    items = [html.Li(item(one, differ, page)) for one in told]
    return [html.Section([html.H2(head), *once, html.Ul(items, className="events")])]


def _event(event: Event, names_source: bool, page: Content) -> list[Element]:
    card = f"{replace(page.address, claim=f'event:{event.line}').href}#claim"
    place = html.Span(event.place, **_lang(event, "place", page)) if event.place else None
    return [
        html.Span(page.words.dates(event.date), className="when"),
        html.P(html.A(event.title, href=card, **_lang(event, "title", page))),
        *_who(place, event.source, names_source, page),
    ]


def _said(one: Context, names_source: bool, page: Content) -> list[Element]:
    value, unit = other(one, page.words)
    said = html.Strong(value, **_lang(one, "value", page))
    of: list[Element | str] = ["\N{NO-BREAK SPACE}", html.Span(unit, **_lang(one, "unit", page))] if unit else []
    return [
        html.Span(page.words.dates(one.period), className="when"),
        html.P([html.Span(one.subject, **_lang(one, "subject", page)), ": ", said, *of]),
        *_who(None, one.source, names_source, page),
    ]


def _who(place: Element | None, source: str, names_source: bool, page: Content) -> list[Element]:
    """Return where and by whom, apart: "Minsk · source: Belstat"; nothing where neither is to be said."""
    word = page.text.source
    by: list[Element | str] = [_publisher(source, page)] if names_source else []
    if place is not None and by:
        by = [f" · {word[:1].lower()}{word[1:]}: ", *by]
    parts = [*([] if place is None else [place]), *by]
    return [html.Span(parts, className="who")] if parts else []


def _publisher(id: str, page: Content) -> Element:
    source = next((source for source in page.sources if source.id == id), None)
    return html.Span(id) if source is None else html.Span(source.publisher, **_lang(source, "publisher", page))


def _lang(row: object, column: str, page: Content) -> Attributes:
    language = foreign(row, column, page.address.language)  # type: ignore[arg-type]
    return {} if language is None else {"lang": language}
