"""What a trade and a source are called, and the sign of a verdict."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

from dashboard.bounds.verdict import Verdict
from dashboard.judging.view import View
from dashboard.values.observation import Dataset, Source
from dashboard.wording.numbers import plural
from dashboard.wording.page_text import PAGE
from dashboard.wording.words import Words

SIGNS: Final = MappingProxyType({Verdict.CONSISTENT: "✓", Verdict.UNDECIDED: "?", Verdict.CONTRADICTION: "✕"})
"""They do not rest on colour."""


def trade_name(view: View, words: Words) -> str:
    """Return whose trade with whom: "Russia’s trade with Belarus"."""
    text = PAGE[words.language]
    reporter, partner = text.trade_cases
    names = words.country(view.block.reporter, reporter), words.country(view.block.partner, partner)
    return text.trade.format(reporter=names[0], partner=names[1])


def traded(dataset: Dataset, words: Words) -> str:
    """Return the pairs of countries whose trade the rows speak of: "Russia with Belarus", as the first row has them."""
    pairs: dict[frozenset[str], str] = {}
    for block in dict.fromkeys(row.block for row in dataset.observations):
        pairs.setdefault(block.pair, words.pair(block.reporter, block.partner))
    return "; ".join(pairs.values())


def source_name(source: Source, words: Words) -> str:
    """Return a source by its publisher and date: "Belstat, 27 February 2017"."""
    published = words.published(source.published)
    return f"{source.publisher}, {published}" if published else source.publisher


def counted_by(view: View, words: Words) -> str:
    """Return who published what is in view, and who counted: "Belstat, 27 February 2017. As counted by Belarus"."""
    counted = PAGE[words.language].counted_by.format(country=words.country(view.block.reporter))
    return f"{source_name(view.source, words)}. {counted}"


def all_publications(view: View, words: Words) -> str:
    """Return how many publications there are on the trade in view, and which of them is in view."""
    rows = view.dataset.observations
    count = len({row.source for row in rows if row.block.pair == view.block.pair})
    source = source_name(view.source, words)
    form = plural(PAGE[words.language].publications, str(count), words.language)
    return form.format(count=count, source=source)
