"""All that a page shows, as one frozen value: a function of the data's state and of the address."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any, Final

from dashboard import charts
from dashboard.bounds.verdict import Verdict
from dashboard.charts.chart import Chart
from dashboard.formats.citation import Citation, cite
from dashboard.judging.hypotheses import suspects
from dashboard.judging.view import View
from dashboard.storage.store import Snapshot
from dashboard.values.errors import DashboardError, Problem
from dashboard.values.observation import Context, Event, Notice, Source
from dashboard.web.address import Address, Page, home
from dashboard.web.contents.choices import Choices, of_address, of_view
from dashboard.web.contents.claim import Claim, claim
from dashboard.web.contents.desk import Desk
from dashboard.web.contents.publications import Publication, Shared, in_most_notes, publications
from dashboard.web.contents.rows import Row, rows
from dashboard.web.contents.statement import Quoted, quoted
from dashboard.web.contents.verdicts import Conflict, Found, Judged, conflicts, findings, judged_sources, margin
from dashboard.web.contents.what_if import Trial, trial
from dashboard.wording.cards import Card, cards
from dashboard.wording.headline import headline
from dashboard.wording.naming import all_publications, counted_by, trade_name
from dashboard.wording.page_text import PAGE, PageText
from dashboard.wording.problems import sentence, why
from dashboard.wording.sentences import Sentences
from dashboard.wording.suspicion import Piece, pieces
from dashboard.wording.words import Words

LISTED: Final = 100
"""Problems of the files that are listed on a page: a file with more was not written by hand."""

LONGEST_STEM: Final = 100
"""Characters: names of files end at 255 bytes, and a letter may take two."""

_NO_NAME: Final = re.compile(r"[^\w.-]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """A page.

    Attributes:
        heading: The page's own heading: the headline sentence on the overview.
        trade: Whose trade with whom; the name of the product where nothing can be shown.
        about: Who counted, who published and when.
        stem: What the names of downloads say after the chart: "rus-blr-2022-01_2022-10-mfa-2023-01".
        as_of: The date by which all that is shown was known, in a sentence; "" for now.
        problems: What is wrong with the newest files, as far as it is listed; the rest shows the last good ones.
        problem_count: How much is wrong in all.
        unproved: What could not be proved: it is shown as printed, and bounds nothing.
        refusal: Why nothing of the data can be shown; "" when it can.
        is_empty: Whether that is because the files hold no rows yet.
        suspicions: Where each doubtful row would have to lie, and what would explain it, in pieces.
        margin: By how much the rows hold together, or do not.
        trial: What if a number were another one.
        quoted: A statement held against the rows.
        publications: The sources as cards; `shared` is what the notes of nearly all of them say.
        notices: What the reader noticed in the files.
        citation: How to cite the data.
    """

    address: Address
    text: PageText
    choices: Choices
    heading: str
    trade: str
    about: str = ""
    stem: str = ""
    as_of: str = ""
    claim: Claim | None = None
    problems: tuple[str, ...] = ()
    problem_count: int = 0
    unproved: tuple[str, ...] = ()
    refusal: str = ""
    is_empty: bool = False
    has_data: bool = True
    cards: tuple[Card, ...] = ()
    charts: tuple[Chart, ...] = ()
    verdict: Verdict = Verdict.CONSISTENT
    conflicts: tuple[Conflict, ...] = ()
    corrections: str = ""
    suspicions: tuple[tuple[Piece, ...], ...] = ()
    margin: str = ""
    trial: Trial | None = None
    quoted: Quoted | None = None
    findings: tuple[Found, ...] = ()
    judged: tuple[Judged, ...] = ()
    rows: tuple[Row, ...] = ()
    sources: tuple[Source, ...] = ()
    publications: tuple[Publication, ...] = ()
    shared: tuple[Shared, ...] = ()
    events: tuple[Event, ...] = ()
    context: tuple[Context, ...] = ()
    notices: tuple[str, ...] = ()
    citation: Citation | None = None

    @property
    def words(self) -> Words:
        """The words of its language."""
        return Words(self.address.language)

    @property
    def title(self) -> str:
        """The title of the window."""
        parts = (self.heading if self.address.page is not Page.OVERVIEW else "", self.trade, self.text.product)
        return " – ".join(dict.fromkeys(part for part in parts if part))

    @property
    def description(self) -> str:
        """What search engines show."""
        return self.text.description.format(trade=self.trade)


def content(desk: Desk, now: Snapshot, address: Address) -> Content:
    """Return what a page shows, or why the address cannot be shown."""
    try:
        return shown(desk, now, address)
    except DashboardError as error:
        return refusal(now, address, why(error, address.language))


def refusal(now: Snapshot, address: Address, why: str) -> Content:
    """Return a page that says why an address cannot be shown."""
    text = PAGE[address.language]
    is_empty = bool(now.version) and not now.dataset.observations
    heading, said = (text.no_rows, text.no_rows_why) if is_empty else (text.refused, why)
    page = Content(
        address=address,
        text=text,
        choices=of_address(address),
        heading=heading,
        trade=text.product,
        refusal=said,
        is_empty=is_empty,
    )
    return replace(page, **_problems(now, address), has_data=bool(now.version))


def shown(desk: Desk, now: Snapshot, address: Address) -> Content:
    """Return what a page shows; errors as of `Desk.view`."""
    view, words = desk.view(now, address), Words(address.language)
    text = PAGE[address.language]
    page = Content(
        address=address,
        text=text,
        choices=of_view(address, view, (source.published for source in now.dataset.sources if source.published)),
        heading=_heading(view, words, address.page),
        trade=trade_name(view, words),
        about=(all_publications if address.page is Page.RECORD else counted_by)(view, words),
        stem=stem(view),
        claim=claim(view, address, words),
        as_of="" if address.as_of is None else text.as_of.format(date=words.published(address.as_of)),
        **_problems(now, address),
        unproved=_told(view.review.unproved, address),
        charts=tuple(desk.chart(now, address, name) for name in chart_names(address.page)),
        verdict=view.scope.judgement.verdict,
    )
    return _with_body(page, view, words, now.version)


def _with_body(page: Content, view: View, words: Words, version: str) -> Content:
    match page.address.page:
        case Page.OVERVIEW:
            return replace(page, cards=cards(view, words))
        case Page.CONSISTENCY:
            return _consistency(page, view)
        case Page.RECORD:
            known = view.dataset
            return replace(page, events=known.events, context=known.context, sources=known.sources)
        case Page.DATA:
            notices = _told(view.dataset.notices, page.address)
            return replace(page, rows=rows(view, words, page.address.period), notices=notices)
        case Page.SOURCES:
            citation = cite(view.dataset, version, page.address.language)
            cards_of = publications(view, page.address, words)
            return replace(page, publications=cards_of, shared=in_most_notes(view.dataset.sources), citation=citation)


def _consistency(page: Content, view: View) -> Content:
    sentences = Sentences.of(view.dataset, page.address.language)
    corrections = view.scope.judgement.explained.corrections
    return replace(
        page,
        conflicts=conflicts(view.scope.judgement, sentences),
        corrections=sentences.corrections(corrections) if corrections else "",
        suspicions=tuple(pieces(suspect, sentences.words) for suspect in suspects(view.scope.judgement)),
        margin=margin(view.scope.judgement.margin, sentences.words),
        trial=trial(view, page.address, sentences),
        quoted=quoted(view, page.address, sentences.words),
        rows=rows(view, sentences.words),
        findings=findings(view, sentences),
        judged=judged_sources(view, page.address, sentences),
    )


def chart_names(page: Page) -> tuple[str, ...]:
    """Return the names of the charts on a page, in their order."""
    return tuple(name for name in charts.NAMES if home(name) is page)


def _heading(view: View, words: Words, page: Page) -> str:
    text = PAGE[words.language]
    match page:
        case Page.OVERVIEW:
            return words.unbroken(headline(view, words.language, names_pair=False))
        case Page.CONSISTENCY:
            return text.does_it_hold
        case Page.RECORD:
            return text.who_said_what
        case Page.DATA:
            return text.rows
        case Page.SOURCES:
            return text.sources


def stem(view: View) -> str:
    """Return what the names of downloads say of a view: "rus-blr-2022-01_2022-10-mfa-2023-01".

    An id of a source is free text; what no file system or header takes becomes "_".
    """
    parts = (view.block.reporter, view.block.partner, str(view.period).replace("/", "_"), view.source.id)
    return _NO_NAME.sub("_", "-".join(parts).lower())[:LONGEST_STEM]


def _problems(now: Snapshot, address: Address) -> dict[str, Any]:
    more = len(now.problems) - LISTED
    last = (PAGE[address.language].more_problems.format(count=more),) if more > 0 else ()
    return {"problems": (*_told(now.problems[:LISTED], address), *last), "problem_count": len(now.problems)}


def _told(remarks: Iterable[Problem | Notice], address: Address) -> tuple[str, ...]:
    return tuple(sentence(one, address.language) for one in remarks)
