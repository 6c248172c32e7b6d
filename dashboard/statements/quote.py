"""A statement held against what each source reports: it agrees, contradicts, or cannot be told.

A number agrees when every value that the rows allow fits it, contradicts when none does, and cannot be told when only
some do. A hedged number contradicts only beyond its outer interval, as in the checks of rows.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import Final

from dashboard.bounds.model import Bounds
from dashboard.bounds.quantity import Quantity
from dashboard.judging.findings import Level
from dashboard.judging.review import Review, Scope
from dashboard.reading.cell import unit
from dashboard.statements.said import Phrase, Reported
from dashboard.values.errors import SolverError
from dashboard.values.interval import Interval
from dashboard.values.observation import Block
from dashboard.values.qualifier import meaning

WORLD: Final = "WLD"
"""The partner of rows on the trade with all countries together."""


class Answer(StrEnum):
    """What reported numbers say of one number of a statement."""

    AGREES = "agrees"
    CANNOT_TELL = "cannot tell"
    CONTRADICTS = "contradicts"


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """One number of a statement against the rows of one source.

    Attributes:
        stated: What the number stands for, in bn of the currency, % or times.
        bounds: What the rows allow for the same quantity, with proofs; its `lines` are the rows used.
        gap: How far the two lie apart, in the same unit; 0 unless they contradict each other.
    """

    reported: Reported
    source: str
    block: Block
    stated: Interval
    bounds: Bounds
    answer: Answer
    gap: Fraction


def compared(phrase: Phrase, review: Review) -> tuple[Comparison, ...]:
    """Return every number of a statement against every source that is proved to bear on it; empty when none is.

    Of one number, those that have an answer come first, then those whose rows leave least open.
    """
    scopes = [scope for scope in review.scopes if scope.level is Level.SOURCE and _concerns(phrase, scope)]
    numbers = ([found for scope in scopes for found in _against(one, scope)] for one in phrase.reported)
    return tuple(found for number in numbers for found in sorted(number, key=_open))


def _open(one: Comparison) -> tuple[bool, bool, Fraction]:
    """Return the order of a comparison: whether it has no answer, and how much its rows leave open."""
    width = one.bounds.interval.width if one.answer is Answer.CANNOT_TELL else Fraction(0)
    return one.answer is Answer.CANNOT_TELL, width is None, width or Fraction(0)


def _concerns(phrase: Phrase, scope: Scope) -> bool:
    """Whether a scope is about the trade that is meant; a country that is named alone trades with all the world."""
    reporter, partner = scope.block.reporter, scope.block.partner
    return phrase.concerns(reporter, partner) and (not phrase.is_alone or partner == WORLD)


def _against(one: Reported, scope: Scope) -> Iterator[Comparison]:
    named = unit(one.unit).value
    if scope.judgement.unproved or named is None or named.currency not in (None, scope.block.currency):
        return
    quantity = Quantity.of(one.measure, one.flow, one.period, one.compared_with)
    model = scope.judgement.model(quantity.periods)
    try:
        bounds = model.bounds(quantity)
    except SolverError:
        return
    if not bounds.lines:
        return
    never_negative = one.measure.is_never_negative(one.flow)
    said = meaning(one.value, one.step, one.qualifier, never_negative=never_negative)
    stated = said.shown.scaled(named.scale)
    gap = said.widest.scaled(named.scale).gap(bounds.interval)
    fits = Answer.AGREES if bounds.interval.within(stated) else Answer.CANNOT_TELL
    answer = Answer.CONTRADICTS if gap else fits
    yield Comparison(
        reported=one, source=scope.source or "", block=scope.block, stated=stated, bounds=bounds, answer=answer, gap=gap
    )
