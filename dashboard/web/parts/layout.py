"""A page as elements: a function of what it shows."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from dashboard.languages.language import Language
from dashboard.web.address import Address, Page
from dashboard.web.contents.content import Content
from dashboard.web.parts import html
from dashboard.web.parts.attributes import labelled
from dashboard.web.parts.claim_card import claim_card
from dashboard.web.parts.consistency import asked, compared, consistency, doubts
from dashboard.web.parts.events import events
from dashboard.web.parts.frame import footer, header, selectors
from dashboard.web.parts.grid import table
from dashboard.web.parts.html import Element
from dashboard.web.parts.key_figures import key_figures
from dashboard.web.parts.lines import joined
from dashboard.web.parts.plate import plate
from dashboard.web.parts.publication_list import citation, publication_list
from dashboard.web.parts.sign import sign, verdict_of
from dashboard.web.parts.taking import taking
from dashboard.wording.letters import written_in
from dashboard.wording.page_text import EDIT

_HYPHEN: Final = re.compile(r"(?<![\w-])-(?=\d)")
"""A minus as keyboards have it, which data files keep: Windows-1251 has no other."""


def layout(page: Content, *, in_the_dark: bool = False) -> list[Element]:
    """Return the page: header, what it says, foot; no line of it ends inside an amount."""
    plates = [plate(page, chart, in_the_dark=in_the_dark) for chart in page.charts]
    card = [] if page.claim is None else [claim_card(page, page.claim)]
    body = [intro(page), *card, *(_refusal(page) if page.refusal else _body(page, plates))]
    main = html.Main(body, id="main", tabIndex="-1", className=page.address.page or "overview")
    return joined([header(page), main, footer(page)], page.words.unbroken)


def intro(page: Content) -> Element:
    """Return whose trade is shown, the heading, who counted, and the choices."""
    is_overview = page.address.page is Page.OVERVIEW and not page.refusal
    return html.Section(
        className="intro headline" if is_overview else "intro",
        children=[
            html.P(page.trade, className="trade"),
            html.H1(page.heading),
            *([] if page.refusal or page.address.page is Page.SOURCES else [*_about(page), *selectors(page)]),
        ],
    )


def _about(page: Content) -> list[Element]:
    why = html.A(page.text.verdicts[page.verdict], href=page.address.at(Page.CONSISTENCY).href)
    verdict = [html.P([sign(page.verdict), " ", why], className="about")]
    back = html.A(page.text.back_to_now, className="back", href=replace(page.address, as_of=None).href)
    known = [html.P([page.as_of, " ", back], className="as-of about", role="note")] if page.as_of else []
    return [*known, html.P(page.about, className="about"), *(verdict if page.address.page is Page.OVERVIEW else [])]


def _refusal(page: Content) -> list[Element]:
    overview = Address(language=page.address.language).href
    return [
        html.P(page.refusal, className="refusal"),
        html.P(html.A(page.text.to_overview, href=overview)),
    ]


def _body(page: Content, plates: list[Element]) -> list[Element]:
    match page.address.page:
        case Page.OVERVIEW:
            return [key_figures(page), html.Section(plates, className="plates", **labelled(page.text.charts))]
        case Page.CONSISTENCY:
            return [*consistency(page), *plates, *doubts(page), *asked(page), _rows(page), *compared(page)]
        case Page.RECORD:
            return [*plates, *events(page)]
        case Page.DATA:
            forms = [html.P(page.text.rows_note, className="lead"), _forms(page)]
            return [*forms, _rows(page), *_notices(page), taking(page)]
        case Page.SOURCES:
            return [*publication_list(page), *([] if page.citation is None else [citation(page.citation, page)])]


def _forms(page: Content) -> Element:
    """Return the way to the page of forms, which is no view of this page: the link leaves it."""
    here = page.address
    query = Address(language=here.language, theme=here.theme, insists=here.insists).query
    return html.P(html.A(EDIT[here.language].heading, href=f"/edit{query}", target="_self"), className="forms")


def _rows(page: Content) -> Element:
    cells = [
        (
            html.A(str(row.line), href=f"{replace(page.address, claim=str(row.line)).href}#claim"),
            row.what,
            row.period,
            row.reported,
            row.stands_for,
            row.allowed,
            verdict_of(row.verdict, row.verdict_word, row.sign),
            row.wording,
            _note(row.note, page.address.language),
        )
        for row in page.rows
    ]
    return table(page.text.columns, cells, "entries")


def _note(note: str, language: Language) -> str | Element:
    """Return a note of an editor, which screen readers read in its own language; its hyphens are a minus here."""
    own, note = written_in(note), _HYPHEN.sub("\N{MINUS SIGN}", note)
    return note if own in ("", language) else html.Span(note, lang=own)


def _notices(page: Content) -> list[Element]:
    if not page.notices:
        return []
    notices = html.Ul([html.Li(notice) for notice in page.notices])
    return [html.Details([html.Summary(page.text.notices), notices], className="notices")]
