"""What a reader can choose, each choice as a link: pages, sources, periods, currencies, languages, colours."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from dashboard.judging.view import Unit, View
from dashboard.languages.language import Language
from dashboard.languages.names import LANGUAGES
from dashboard.values.partial_date import PartialDate
from dashboard.web.address import Address, Page, Theme
from dashboard.wording.naming import source_name
from dashboard.wording.page_text import PAGE
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """All that can be chosen; empty where there is nothing to choose from."""

    pages: tuple[Link, ...]
    languages: tuple[Link, ...]
    themes: tuple[Link, ...]
    sources: tuple[Group, ...] = ()
    periods: tuple[Link, ...] = ()
    currencies: tuple[Link, ...] = ()
    sides: tuple[Link, ...] = ()
    units: tuple[Link, ...] = ()
    dates: tuple[Link, ...] = ()


def of_address(address: Address) -> Choices:
    """Return what can be chosen without any data."""
    text = PAGE[address.language]
    names = (text.overview, text.consistency, text.record, text.data, text.sources)
    pages = [(name, str(page), address.at(page)) for name, page in zip(names, Page, strict=True)]
    languages = [(LANGUAGES[one].name, str(one), replace(address, language=one, insists=True)) for one in Language]
    themes = [(name, str(one), replace(address, theme=one)) for name, one in zip(text.themes, Theme, strict=True)]
    return Choices(
        pages=_links(pages, address.page),
        languages=_links(languages, address.language),
        themes=_links(themes, address.theme),
    )


def of_view(address: Address, view: View, dates: Iterable[PartialDate] = ()) -> Choices:
    """Return all that can be chosen where a view is shown; another source opens with its own first period.

    `dates` are those on which something was published.
    """
    words, fresh = Words(address.language), address.of(address.source)
    reporters = dict.fromkeys(row.block.reporter for row in view.dataset.observations)
    currencies = tuple(dict.fromkeys(block.currency for block in view.blocks))
    is_one = address.page is not Page.DATA or address.period is not None
    return replace(
        of_address(address),
        sources=tuple(Group(words.country(country), _sources(view, country, fresh, words)) for country in reporters),
        periods=_links(_periods(view, address, words), str(view.period) if is_one else ""),
        currencies=_links(_currencies(currencies, fresh, words), view.block.currency) if len(currencies) > 1 else (),
        sides=_links(_sides(view, address, words), view.block.reporter),
        units=_links(_units(view, address, words), view.shown_in),
        dates=_links(_dates(dates, address, words), str(address.as_of or "")),
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
        (source_name(source, words), id, fresh.of(None if id == rows[0].source else id))
        for id, source in named
        if source is not None
    )
    return _links(made, view.source.id)


def _periods(view: View, address: Address, words: Words) -> Iterable[Made]:
    """Return the periods, the latest first; the list of rows opens with all of them."""
    lists_all = address.page is Page.DATA
    if lists_all:
        yield PAGE[words.language].all_periods, "", replace(address, period=None)
    for period in sorted(view.periods, key=lambda one: (one.end, one.months), reverse=True):
        default = period == view.periods[0] and not lists_all
        yield words.period(period), str(period), replace(address, period=None if default else period)


def _currencies(codes: Iterable[str], fresh: Address, words: Words) -> Iterable[Made]:
    for at, code in enumerate(codes):
        yield words.currency(code), code, replace(fresh, currency=code if at else None)


def _sides(view: View, address: Address, words: Words) -> Iterable[Made]:
    """Return both sides of the trade in view that count it, in the same period where the other speaks of it."""
    rows, text = view.dataset.observations, PAGE[words.language]
    for side in dict.fromkeys(row.block.reporter for row in rows if row.block.reporter in view.block.pair):
        period = view.period if any((row.block.reporter, row.period) == (side, view.period) for row in rows) else None
        there = address if side == view.block.reporter else address.of(None, period=period, side=side)
        yield text.seen_from.format(country=words.country(side, "genitive")), side, there


def _units(view: View, address: Address, words: Words) -> Iterable[Made]:
    for unit in Unit:
        yield words.unit(f"{view.block.currency} {unit}"), unit, replace(address, unit=unit)


def _dates(dates: Iterable[PartialDate], address: Address, words: Words) -> Iterable[Made]:
    """Return the latest state, and the dates by which something more was known, the latest first."""
    yield PAGE[words.language].now, "", replace(address, as_of=None)
    for date in sorted({*dates, *filter(None, [address.as_of])}, reverse=True):
        yield words.published(date), str(date), replace(address, as_of=date)
