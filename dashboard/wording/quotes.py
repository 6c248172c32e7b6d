"""A statement held against the rows, in words: what was quoted, whose count it meets, how that ends, and the proof."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from dashboard.bounds.system import Side
from dashboard.languages.catalogue import Texts
from dashboard.statements.quote import Answer, Comparison
from dashboard.values.observation import Source
from dashboard.wording.letters import capital
from dashboard.wording.numbers import decimals_printed
from dashboard.wording.phrases import PHRASES, hedged, in_full, lines, quantity, unit_of
from dashboard.wording.proofs import DECIMALS, Rows, bound, decimals_shown
from dashboard.wording.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteText:
    """The words of one language; [quotes] of en.toml says what each is."""

    heading: str
    note: str
    label: str
    ask: str
    answers: Mapping[Answer, str]
    counted: str
    allowed: str
    open: str
    nothing: str
    alone: str
    low: str
    high: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One number of a statement against one source, in sentences.

    Attributes:
        quoted: What was quoted: "Turnover in January–October 2022: USD 35.5 bn".
        low, high: The proof of each end of what the rows allow, a line for each step.
    """

    quoted: str
    answer: Answer
    answered: str
    counted: str
    allowed: str
    low: tuple[str, ...]
    high: tuple[str, ...]


def told(one: Comparison, source: Source | None, rows: Rows, words: Words) -> Told:
    """Return a comparison in sentences; `source` is the one it is held against, `rows` are all rows by line."""
    text, unit = TEXT[words.language], unit_of(one.bounds.quantity, one.block.currency)
    publisher = one.source if source is None else source.publisher
    published = "" if source is None else words.published(source.published)
    gap = words.with_unit(words.number(one.gap, in_full(one.gap, DECIMALS)), unit.replace("%", "pp"))
    shown = words.fitting(one.bounds.interval, unit)
    low, high = (bound(one.bounds, side, rows, one.block.currency, words) for side in (Side.LOW, Side.HIGH))
    return Told(
        quoted=_quoted(one, words),
        answer=one.answer,
        answered=words.unbroken(text.answers[one.answer].format(gap=gap)),
        counted=text.counted.format(
            source=", ".join(filter(None, (publisher, published))), country=words.country(one.block.reporter)
        ),
        allowed=words.unbroken(
            text.allowed.format(
                range=words.in_unit(*shown, decimals_shown(shown[0])),
                lines=lines(one.bounds.lines, words),
            )
        ),
        low=low,
        high=high,
    )


def _quoted(one: Comparison, words: Words) -> str:
    said = one.reported
    value = words.with_unit(words.number(said.value, decimals_printed(said.value)), said.unit, said.qualifier)
    what = quantity(one.bounds.quantity, words)
    amount = hedged(said.qualifier, value, PHRASES[words.language].amount)
    return words.unbroken(f"{capital(what)}: {amount}")


TEXT: Final = Texts(QuoteText, "quotes")
