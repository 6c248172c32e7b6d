"""The list of publications as a part of the page, and how to cite the data."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from dashboard.formats.citation import Citation
from dashboard.values.observation import Source
from dashboard.web.address import Page
from dashboard.web.contents.content import Content
from dashboard.web.contents.publications import Publication, Shared
from dashboard.web.parts import html
from dashboard.web.parts.attributes import Attributes
from dashboard.web.parts.html import Element
from dashboard.web.parts.sign import verdict_of
from dashboard.wording.file_text import CITATION
from dashboard.wording.naming import source_name
from dashboard.wording.translated import foreign


def publication_list(page: Content) -> list[Element]:
    """Return what holds for nearly all publications, and a card for each."""
    cards = [html.Li(_card(one, page), id=one.source.id) for one in page.publications]
    return [*(_shared(one, page) for one in page.shared), html.Ol(cards, className="publications")]


def citation(cited: Citation, page: Content) -> Element:
    """Return how to cite the data, also as files."""
    text, query = CITATION[page.address.language], page.address.query
    files = [
        html.A(kind, href=f"/citation.{end}{query}", download=f"citation.{end}")
        for kind, end in (("BibTeX", "bib"), ("RIS", "ris"))
    ]
    return html.Section(
        className="citation download",
        children=[
            html.H2(text.heading),
            html.P(cited.text, className="lead"),
            html.P(text.each, className="note"),
            html.Ul([html.Li(file) for file in files]),
        ],
    )


def _shared(shared: Shared, page: Content) -> Element:
    text = page.text
    holds = text.shared.format(count=shared.count, all=len(page.publications))
    links = [html.A(source_name(one, page.words), href=f"#{one.id}", target="_self") for one in shared.exceptions]
    but = [part for link in links for part in (", ", link)][1:]
    said = html.Span(shared.sentence, **_lang(shared.exceptions, page))
    return html.P([said, f" {holds}", *([text.all_but, *but] if but else []), "."], className="lead")


def _card(one: Publication, page: Content) -> list[Element]:
    source = one.source
    own = replace(page.address.of(source.id), page=Page.OVERVIEW).href
    publisher, date = source.publisher, one.name.removeprefix(source.publisher)
    name = html.Span(publisher, **_of(source, "publisher", page))
    head = html.A([name, date], href=own) if one.numbers else html.Span([name, date])
    note = [html.P(one.note, className="note", **_of(source, "note", page))] if one.note else []
    return [
        html.H2(head),
        html.P(source.title, className="title", lang=source.language),
        html.P([*_facts(one, page)], className="facts"),
        *note,
        html.P([*_ways(one, page)], className="published"),
    ]


def _facts(one: Publication, page: Content) -> Iterator[Element | str]:
    """Yield whose count it is, how many numbers, and each verdict, which leads to its reasons."""
    text = page.text
    for reporter in dict.fromkeys(judged.reporter for judged in one.judged):
        yield f"{text.counted_by.format(country=reporter)} · "
    yield text.numbers.format(count=one.numbers)
    for judged in one.judged:
        currency = f" ({page.words.currency(judged.currency)})" if len(one.judged) > 1 else ""
        yield " · "
        yield html.A([verdict_of(judged.verdict, judged.verdict_word), currency], href=judged.href)


def _ways(one: Publication, page: Content) -> Iterator[Element | str]:
    """Yield the way to the publication, and the name that the files have for it."""
    address = one.source.address
    if address.startswith(("https://", "http://")):
        yield html.A(page.text.visit, href=address, rel="noopener", target="_blank")
        yield " "
    yield html.Code(one.source.id)


def _of(source: Source, column: str, page: Content) -> Attributes:
    language = foreign(source, column, page.address.language)
    return {} if language is None else {"lang": language}


def _lang(exceptions: tuple[Source, ...], page: Content) -> Attributes:
    """Return the language of a sentence that notes share: that of the notes of the first card that has it."""
    excepted = {one.id for one in exceptions}
    first = next(one.source for one in page.publications if one.source.id not in excepted)
    return _of(first, "note", page)
