"""What the checks say of a source, in sentences, and the verdict of every source."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import count

from dashboard.bounds.verdict import Verdict
from dashboard.judging.dispute import dispute
from dashboard.judging.findings import Level
from dashboard.judging.judgement import Judgement
from dashboard.judging.view import View
from dashboard.web.address import Address, Page
from dashboard.web.contents.gap import Gap, gap_of
from dashboard.web.contents.rows import said
from dashboard.wording.naming import source_name
from dashboard.wording.page_text import PAGE
from dashboard.wording.sentences import Sentences
from dashboard.wording.words import Words


@dataclass(frozen=True, slots=True)
class Conflict:
    """Some rows that cannot all be true, and why.

    Attributes:
        sentence: What the others allow, and what the last one says.
        gap: The picture of it; None where no single row stands apart from the others.
        steps: The arithmetic, one step each.
        rows: Each row in one line.
    """

    sentence: str
    gap: Gap | None
    steps: tuple[str, ...]
    rows: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """How one comparison ended.

    Attributes:
        level: What was compared with what, in a word: "source", "partner's count".
    """

    level: str
    sentence: str
    verdict: Verdict
    verdict_word: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """A source, the currency of its rows, and whether they can all be true."""

    id: str
    name: str
    reporter: str
    currency: str
    href: str
    verdict: Verdict
    verdict_word: str


def conflicts(judgement: Judgement, sentences: Sentences) -> tuple[Conflict, ...]:
    """Return the minimal sets of judged rows that cannot all be true."""
    words = sentences.words
    return tuple(
        Conflict(
            sentences.conflict(judgement, conflict),
            None if found is None else gap_of(found, sentences.sides(judgement, conflict, found)),
            sentences.conflict_steps(judgement, conflict),
            tuple(said(sentences.rows[line], words) for line in conflict.lines),
        )
        for conflict in judgement.explained.conflicts
        for found in [dispute(judgement, conflict)]
    )


def margin(of: Fraction | None, words: Words) -> str:
    """Return what a margin in half-widths means for the rounding margins of rows, in a sentence."""
    text = PAGE[words.language]
    match of:
        case None:
            return text.no_margin
        case 0:
            return text.touching
        case 1:
            return text.no_need
        case far if far <= -1:
            return text.far.format(times=words.number(1 - far, 1))
        case _:
            part = words.with_unit(words.number(100 * abs(of), _digits(100 * abs(of))), "%")
            return (text.margin if of > 0 else text.overdrawn).format(part=part)


def _digits(percent: Fraction) -> int:
    """Return as many decimals as show one digit of a part, none where it is 1 % or more."""
    return next(d for d in count() if percent * 10**d >= 1)


def findings(view: View, sentences: Sentences) -> tuple[Found, ...]:
    """Return how the comparisons ended that the source of a view takes part in; the gravest first."""
    words = sentences.words
    return tuple(
        Found(words.level(one.level), sentences.finding(one), one.verdict, words.verdict(one.verdict))
        for one in view.findings
    )


def judged_sources(view: View, address: Address, sentences: Sentences) -> tuple[Judged, ...]:
    """Return every source with its verdict, in the order of the data."""
    words = sentences.words
    found = []
    for scope in view.review.scopes:
        source = view.dataset.source(scope.source) if scope.level is Level.SOURCE and scope.source else None
        if source is not None:
            verdict, there = scope.judgement.verdict, replace(address.of(source.id), page=Page.CONSISTENCY)
            link = replace(there, currency=scope.block.currency).href
            name, reporter = source_name(source, words), words.country(scope.block.reporter)
            found.append(
                Judged(
                    id=source.id,
                    name=name,
                    reporter=reporter,
                    currency=scope.block.currency,
                    href=link,
                    verdict=verdict,
                    verdict_word=words.verdict(verdict),
                )
            )
    return tuple(found)
