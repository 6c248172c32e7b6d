"""A statement in English or Russian -> what it reports, or why it is not understood; nothing is ever guessed.

"Exports fell by 8.4 percent to $17.2bn in January-October 2022" is two numbers of one flow in one period. Every word
must be known: one that is not stops the reading, since it can turn a meaning round. Precision comes from the digits.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from dashboard.statements.frame import pair, periods, sides
from dashboard.statements.numbers import numbers
from dashboard.statements.said import Obstacle, Phrase, PhraseError
from dashboard.statements.tokens import Token, tokens
from dashboard.statements.words import Kind

LONGEST: Final = 2_000
"""Characters of a statement: a few sentences, not a page."""

_FRAME: Final = (Kind.PERIOD, Kind.BASE, Kind.COUNTRY, Kind.PAIR)


def read_phrase(text: str) -> Phrase:
    """Return what a statement reports.

    Raises:
        PhraseError: A word is not known, or what the words say together leaves something open.
    """
    if len(text) > LONGEST:
        raise PhraseError(Obstacle.TOO_LONG, str(LONGEST))
    found = tokens(text)
    period, base = periods(found)
    reported = numbers([token for token in found if token.kind not in _FRAME], period, base)
    of, to = sides(found)
    compared = next((token for token in found if token.kind is Kind.BASE), None)
    if compared is not None and not any(one.measure.has_base for one in reported):
        raise PhraseError(Obstacle.ODD, compared.text)
    if of != "RUS":
        _name_roubles(found)
    return Phrase(reported, of, to, pair(found))


def _name_roubles(found: Sequence[Token]) -> None:
    """Refuse roubles that can be Russian or Belarusian ones."""
    bare = next((token for token in found if "bare" in token.groups), None)
    if bare is not None:
        raise PhraseError(Obstacle.ROUBLES, bare.text)
