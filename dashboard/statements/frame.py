"""What a whole statement speaks of: its period, the base of its comparisons, and whose trade with whom.

"Exports from Russia" are Russia's, "imports from Russia" are the other side's: what a country is depends on the flow
that it stands by. The decision taken here: "Belarusian imports" alone can mean either and is refused.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Final

from dashboard.statements.said import Obstacle, PhraseError
from dashboard.statements.tokens import Token, sentences
from dashboard.statements.words import Kind
from dashboard.values.measure import Flow
from dashboard.values.period import Period

_NUMBERS: Final = (Kind.NUMBER, Kind.FRACTION)


def periods(tokens: tuple[Token, ...]) -> tuple[Period, Period | None]:
    """Return the period that a statement speaks of, and the base it names.

    Raises:
        PhraseError: A sentence with a number names no period, or the periods do not fit together.
    """
    for sentence in sentences(tokens):
        kinds = {token.kind for token in sentence}
        if kinds & {*_NUMBERS, Kind.FLOW} and Kind.PERIOD not in kinds:
            raise PhraseError(Obstacle.NO_PERIOD)
    said = dict.fromkeys(_period(token) for token in tokens if token.kind is Kind.PERIOD)
    if not said:
        raise PhraseError(Obstacle.NO_PERIOD)
    if len(said) > 1:
        raise PhraseError(Obstacle.PERIODS, ", ".join(str(period) for period in said))
    return next(iter(said)), _base(tokens, next(iter(said)))


def _base(tokens: Sequence[Token], period: Period) -> Period | None:
    """Return the named base; one that several flows could mean, or that stands beside "year on year", is refused."""
    bases = [token for token in tokens if token.kind is Kind.BASE]
    years = {int(token.groups["year"]) for token in bases if token.meaning == "year"}
    if not years:
        return None
    flows = [token for token in tokens if token.kind is Kind.FLOW]
    mixed = len(years) > 1 or len(flows) > 1 or any(token.meaning != "year" for token in bases)
    if mixed or any(year >= period.year for year in years):
        raise PhraseError(Obstacle.PERIODS, ", ".join(str(year) for year in (period, *sorted(years))))
    return period.earlier(period.year - years.pop())


def _period(token: Token) -> Period:
    year = int(token.groups["year"])
    named = {name[0]: int(name[1:]) for name in token.groups if name[0] in "abnm" and name[1:].isdigit()}
    count = int(token.groups.get("n", named.get("n", 1)))
    match token.meaning:
        case "run" if named["b"] <= named["a"]:
            raise PhraseError(Obstacle.PERIODS, token.text)
        case "run":
            return Period(year * 12 + named["a"] - 1, named["b"] - named["a"] + 1)
        case "month":
            return Period(year * 12 + named["a"] - 1, 1)
        case "quarter":
            return Period(year * 12 + 3 * (count - 1), 3)
        case "half" if count > 2:
            raise PhraseError(Obstacle.PERIODS, token.text)
        case "half":
            return Period(year * 12 + 6 * (count - 1), 6)
        case "first":
            return Period(year * 12, named["m"])
        case _:
            return Period(year * 12, 12)


def sides(tokens: Sequence[Token]) -> tuple[str | None, str | None]:
    """Return the codes of the country whose flows a statement speaks of, and of the other one.

    Raises:
        PhraseError: It stays open which is which, or both are one country.
    """
    said = [(_part(tokens, at), token) for at, token in enumerate(tokens) if token.kind is Kind.COUNTRY]
    of = {code for part, token in said if part in ("of", "of?") for code in token.countries}
    to = {code for part, token in said if part == "to" for code in token.countries}
    left_open = any(part == "" or (part == "of?" and not to) for part, _ in said)
    if left_open or len(of) > 1 or len(to) > 1 or of & to:
        raise PhraseError(Obstacle.SIDES, ", ".join(dict.fromkeys(token.text for _, token in said)))
    return next(iter(of), None), next(iter(to), None)


def pair(tokens: Sequence[Token]) -> frozenset[str]:
    """Return the codes of two countries whose mutual trade a statement speaks of.

    Raises:
        PhraseError: It speaks of exports, imports or a balance, of which whose they are stays open, or not of two.
    """
    said = [token for token in tokens if token.kind is Kind.PAIR]
    others = [token for token in tokens if token.kind is Kind.COUNTRY]
    flows = {token.meaning for token in tokens if token.kind is Kind.FLOW}
    named = frozenset(code for token in said for code in token.countries)
    if said and (others or flows != {Flow.TURNOVER} or len(named) != 2):
        raise PhraseError(Obstacle.SIDES, ", ".join(token.text for token in (*said, *others)))
    return named


_PARTS: Final[Mapping[tuple[str, str], str]] = MappingProxyType(
    {
        ("into", Flow.EXPORTS): "to",
        ("into", Flow.IMPORTS): "of",
        ("out", Flow.EXPORTS): "of",
        ("out", Flow.IMPORTS): "to",
        ("goods", Flow.EXPORTS): "of",
        ("goods", Flow.IMPORTS): "to",
    }
)
"""Which part a country has that stands behind a flow: "exports to" it, "imports from" it, "imports of" its goods."""


def _part(tokens: Sequence[Token], at: int) -> str:
    """Return "of" or "to", "of?" where that holds only beside a "to", or nothing where it stays open."""
    role = tokens[at].meaning
    before = next((token.meaning for token in reversed(tokens[:at]) if token.kind is Kind.FLOW), "")
    behind = [token for token in tokens[at + 1 :] if token.kind is not Kind.NOTHING][:1]
    after = next((token.meaning for token in behind if token.kind is Kind.FLOW), "")
    match role:
        case "of":
            return "of"
        case "as":
            return {"": "", Flow.IMPORTS: "of?"}.get(after, "of")
        case "with":
            return "" if before in (Flow.EXPORTS, Flow.IMPORTS, "") else "to"
        case _:
            return _PARTS.get((role, before), "")
