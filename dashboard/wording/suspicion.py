"""What could have gone wrong with a row, in sentences: where it would have to lie, and the slips that fit.

A sentence comes in pieces, so that a page can let its reader try each number that would fit.

Nothing is claimed of anybody: each slip is something that would explain the number, not something that happened.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby
from typing import Final

from dashboard.judging.hypotheses import Hypothesis, Slip, Suspect
from dashboard.languages.catalogue import Texts
from dashboard.wording.letters import capital
from dashboard.wording.numbers import decimals_printed
from dashboard.wording.phrases import PHRASES, lines, listed, printed, printed_decimals
from dashboard.wording.sentences import left_out
from dashboard.wording.words import Words


@dataclass(frozen=True, slots=True)
class Fit:
    """A number that would fit on a line.

    Attributes:
        written: The number as the language writes it.
    """

    line: int
    value: Decimal
    written: str


Piece = str | Fit


@dataclass(frozen=True, slots=True, kw_only=True)
class SuspicionText:
    """How a suspect is spoken of; [suspicion] of en.toml says what each is."""

    needed: str
    unbound: str
    besides: str
    fits: str
    slips: Mapping[Slip, str]


TEXT: Final = Texts(SuspicionText, "suspicion")


def suspicion(suspect: Suspect, words: Words) -> str:
    """Return where a row would have to lie for the rest to be true, and which slips would bring it there."""
    return "".join(piece if isinstance(piece, str) else piece.written for piece in pieces(suspect, words))


def pieces(suspect: Suspect, words: Words) -> tuple[Piece, ...]:
    """Return the same sentences in pieces: texts, and the numbers that would fit."""
    needed = _besides(_needed(suspect, words), suspect, words)
    slips = [
        _slip(slip, list(hypotheses), suspect, words)
        for slip, hypotheses in groupby(suspect.hypotheses, lambda h: h.slip)
    ]
    is_unbound = suspect.needed.is_unbounded
    if is_unbound or not slips:
        return (needed,)
    before, _, after = TEXT[words.language].fits.partition("{slips}")
    return (f"{needed} {before}", *_joined(slips, "; "), after)


def _needed(suspect: Suspect, words: Words) -> str:
    """Return where a row would have to lie, written apart from where it lies and no more roughly than its number."""
    text, row = TEXT[words.language], suspect.row
    about = {"line": lines([row.line], words), "printed": printed(row, words)}
    if suspect.needed.is_unbounded:
        return text.unbound.format(**about)
    interval = words.beside(suspect.needed, row.meaning.shown, row.unit.text, least=printed_decimals(row))
    return text.needed.format(interval=interval, **about)


def _besides(sentence: str, suspect: Suspect, words: Words) -> str:
    """Return what is said of a row after the lines that are left out with it, where there are any."""
    rest = [tuple(line for line in correction if line != suspect.row.line) for correction in suspect.corrections]
    if not all(rest):
        return capital(sentence)
    return TEXT[words.language].besides.format(others=left_out(rest, words), said=sentence)


def _slip(slip: Slip, hypotheses: list[Hypothesis], suspect: Suspect, words: Words) -> list[Piece]:
    alternative, template = PHRASES[words.language].alternative, TEXT[words.language].slips[slip]
    periods = [words.period(each.period) for each in hypotheses if each.period is not None]
    bases = [words.money_range(each.base, suspect.row.block.currency) for each in hypotheses if each.base is not None]
    filled = template.replace("{period}", listed(periods, alternative)).replace("{base}", listed(bases, alternative))
    before, marked, after = filled.partition("{values}")
    fits = [
        Fit(suspect.row.line, each.value, words.number(each.value, decimals_printed(each.value))) for each in hypotheses
    ]
    values = _joined([[fit] for fit in fits[:-1]], ", ")
    return [before, *values, *([f" {alternative} "] if values else []), fits[-1], after] if marked else [filled]


def _joined(parts: Iterable[Iterable[Piece]], by: str) -> list[Piece]:
    return [piece for part in parts for piece in (by, *part)][1:]
