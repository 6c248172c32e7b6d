"""A statement cut into the words that are known; one that is not stops the reading: it can turn a meaning round."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from dashboard.statements.countries import codes
from dashboard.statements.said import Obstacle, PhraseError
from dashboard.statements.words import WORDS, Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """A known piece of a statement.

    Attributes:
        text: As it was written.
        groups: The named parts of its pattern that were found.
        ends_sentence: Whether it ends with a full stop, of an abbreviation only before a capital letter.
    """

    kind: Kind
    meaning: str
    text: str
    groups: Mapping[str, str]
    ends_sentence: bool

    @property
    def countries(self) -> frozenset[str]:
        """The codes of the countries that it names."""
        return codes(frozenset(self.groups))


def tokens(text: str) -> tuple[Token, ...]:
    """Return the pieces of a statement.

    Raises:
        PhraseError: Words are not known; all of them are named.
    """
    shown = " ".join(re.sub(r"\N{MINUS SIGN}|(?<=\w)[–—](?=\w)", "-", text).split())
    plain = shown.lower().replace("ё", "е")
    shown = shown if len(shown) == len(plain) else plain
    found: list[Token] = []
    lost: list[str] = []
    at = 0
    while at < len(plain):
        matches = ((word, word.pattern.match(plain, at)) for word in WORDS)
        word, match = next(((word, match) for word, match in matches if match), (None, None))
        if word is None or match is None:
            lost.append(plain[at:].split(" ", 1)[0])
            at += len(lost[-1]) + 1
            continue
        groups = {name: part for name, part in match.groupdict().items() if part}
        said, rest = shown[at : match.end()], shown[match.end() :].strip(' «»"“”()')
        stop = said.endswith((".", "!")) and (word.kind is Kind.NOTHING or rest[:1].isupper())
        found.append(Token(kind=word.kind, meaning=word.meaning, text=said, groups=groups, ends_sentence=stop))
        at = match.end() + plain.startswith(" ", match.end())
    if lost:
        raise PhraseError(Obstacle.UNKNOWN, ", ".join(dict.fromkeys(lost)))
    return tuple(found)


def sentences(of: tuple[Token, ...]) -> Iterator[tuple[Token, ...]]:
    """Yield the tokens of one sentence after the other."""
    ends = [at + 1 for at, token in enumerate(of) if token.ends_sentence]
    starts = [0, *ends]
    yield from (of[a:b] for a, b in zip(starts, [*ends, len(of)], strict=True) if a < b)
