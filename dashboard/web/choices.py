"""What a reader can choose, each choice as a link: pages, sources, periods, currencies, languages, colours."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from dashboard.observation import Source
from dashboard.view import View
from dashboard.web.address import Address, Page, Theme
from dashboard.wording.language import Language
from dashboard.wording.page_text import TEXT
from dashboard.wording.words import Words


@dataclass(frozen=True, slots=True)
class Link:
    """Something to choose.

    Attributes:
        value: What the address says for it.
        href: The address with this choice made.
    """

    name: str
    value: str
    href: str
    is_current: bool


@dataclass(frozen=True, slots=True)
class Group:
    """The sources of one country."""

    name: str
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Choices:
    """All that can be chosen; empty where there is nothing to choose from."""

    pages: tuple[Link, ...]
    languages: tuple[Link, ...]
    themes: tuple[Link, ...]
    sources: tuple[Group, ...] = ()
    periods: tuple[Link, ...] = ()
    currencies: tuple[Link, ...] = ()


def of_address(address: Address) -> Choices:
    """Return what can be chosen without any data."""
    text = TEXT[address.language]
    names = (text.overview, text.consistency, text.record, text.data, text.sources)
    pages = [(name, str(page), address.at(page)) for name, page in zip(names, Page, strict=True)]
    languages = [(one.own_name, str(one), replace(address, language=one)) for one in Language]
    themes = [(name, str(one), replace(address, theme=one)) for name, one in zip(text.themes, Theme, strict=True)]
    return Choices(_links(pages, address.page), _links(languages, address.language), _links(themes, address.theme))


def of_view(address: Address, view: View) -> Choices:
    """Return all that can be chosen where a view is shown; another source opens with its own first period."""
    words, fresh = Words(address.language), replace(address, period=None, currency=None, line=None, value=None)
    reporters = dict.fromkeys(row.block.reporter for row in view.dataset.observations)
    currencies = tuple(dict.fromkeys(block.currency for block in view.blocks))
    return replace(
        of_address(address),
        sources=tuple(Group(words.country(country), _sources(view, country, fresh, words)) for country in reporters),
        periods=_links(_periods(view, address, words), str(view.period)),
        currencies=_links(_currencies(currencies, fresh, words), view.block.currency) if len(currencies) > 1 else (),
    )


Made = tuple[str, str, Address]
"""A choice: its name, what the address says for it, and the address with it."""


def _links(made: Iterable[Made], current: str) -> tuple[Link, ...]:
    return tuple(Link(name, value, address.href, value == current) for name, value, address in made)


def _sources(view: View, country: str, fresh: Address, words: Words) -> tuple[Link, ...]:
    """Return the sources that report for a country, in the order of their rows; the first of all is the default."""
    rows = view.dataset.observations
    ids = dict.fromkeys(row.source for row in rows if row.block.reporter == country)
    named = ((id, view.dataset.source(id)) for id in ids)
    made = (
        (source_name(source, words), id, replace(fresh, source=None if id == rows[0].source else id))
        for id, source in named
        if source is not None
    )
    return _links(made, view.source.id)


def _periods(view: View, address: Address, words: Words) -> Iterable[Made]:
    for period in sorted(view.periods, key=lambda one: (one.end, one.months), reverse=True):
        default = period == view.periods[0]
        yield words.period(period), str(period), replace(address, period=None if default else str(period))


def _currencies(codes: Iterable[str], fresh: Address, words: Words) -> Iterable[Made]:
    for at, code in enumerate(codes):
        yield words.currency(code), code, replace(fresh, currency=code if at else None)


def source_name(source: Source, words: Words) -> str:
    """Return a source by its publisher and date: "Belstat, 27 February 2017"."""
    published = words.published(source.published)
    return f"{source.publisher}, {published}" if published else source.publisher
