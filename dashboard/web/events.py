"""Events and other statements of the sources, as lists that read on a phone as on a wide screen."""

from __future__ import annotations

from dataclasses import replace

from dash import html
from dash.development.base_component import Component

from dashboard.observation import Context, Event
from dashboard.web.attributes import Attributes
from dashboard.web.content import Content
from dashboard.wording.phrases import other
from dashboard.wording.translated import foreign


def events(page: Content) -> list[Component]:
    """Return what happened and what else was reported: when, what, where, by whom."""
    happened = [html.Li(_event(one, page)) for one in page.events]
    reported = [html.Li(_statement(one, page)) for one in page.context]
    parts = ((page.text.events, happened), (page.text.context, reported))
    return [html.Section([html.H2(head), html.Ul(found, className="events")]) for head, found in parts if found]


def _event(event: Event, page: Content) -> list[Component]:
    card = f"{replace(page.address, claim=f'event:{event.line}').href}#claim"
    where: list[Component | str] = [html.Span(event.place, **_lang(event, "place", page)), ". "] if event.place else []
    return [
        html.Span(page.words.dates(event.date), className="when"),
        html.P(html.A(event.title, href=card, **_lang(event, "title", page))),
        html.Span([*where, _publisher(event.source, page)], className="who"),
    ]


def _statement(one: Context, page: Content) -> list[Component]:
    value, unit = other(one, page.words)
    said = html.Strong(value, **_lang(one, "value", page))
    of: list[Component | str] = [" ", html.Span(unit, **_lang(one, "unit", page))] if unit else []
    return [
        html.Span(page.words.dates(one.period), className="when"),
        html.P([html.Span(one.subject, **_lang(one, "subject", page)), ": ", said, *of]),
        html.Span(_publisher(one.source, page), className="who"),
    ]


def _publisher(id: str, page: Content) -> Component:
    source = next((source for source in page.sources if source.id == id), None)
    return html.Span(id) if source is None else html.Span(source.publisher, **_lang(source, "publisher", page))


def _lang(row: object, column: str, page: Content) -> Attributes:
    language = foreign(row, column, page.address.language)  # type: ignore[arg-type]
    return {} if language is None else {"lang": language}
