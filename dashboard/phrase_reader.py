"""A statement in English or Russian -> what it reports, or why it is not understood; nothing is ever guessed.

"Exports fell by 8.4 percent to $17.2bn in January-October 2022" is two numbers of one flow in one period. Every word
must be known: one that is not stops the reading, since it can turn a meaning round. Precision comes from the digits.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from dashboard.interval import Qualifier, step_of_digits
from dashboard.number import number
from dashboard.observation import Flow, Measure
from dashboard.period import Period
from dashboard.phrase_words import WORDS, Kind

LONGEST: Final = 2_000
"""Characters of a statement: a few sentences, not a page."""


class Obstacle(StrEnum):
    """Why a statement is not understood."""

    UNKNOWN = "unknown"
    TOO_LONG = "too long"
    NO_FLOW = "no flow"
    NO_PERIOD = "no period"
    PERIODS = "periods"
    NO_NUMBER = "no number"
    AMBIGUOUS = "ambiguous"
    NO_MOVE = "no move"
    NO_WAY = "no way"
    VAGUE = "vague"
    ODD = "odd"
    SIDES = "sides"
    COUNT = "count"
    MISSING = "missing"


class PhraseError(ValueError):
    """A statement is not understood: which obstacle, at which words."""

    def __init__(self, obstacle: Obstacle, words: str = "") -> None:
        super().__init__(f"{obstacle}: {words}" if words else str(obstacle))
        self.obstacle = obstacle
        self.words = words


@dataclass(frozen=True, slots=True)
class Reported:
    """One number of a statement, as a row of observations.csv would say it.

    Attributes:
        unit: "USD bn", "%" or "times".
        compared_with: The base that the statement names, None for the same period a year earlier or none.
        wording: The words that carry the number: "by 8.4 percent".
    """

    flow: Flow
    period: Period
    measure: Measure
    value: Decimal
    unit: str
    step: Decimal | None
    qualifier: Qualifier
    compared_with: Period | None
    wording: str


@dataclass(frozen=True, slots=True)
class Phrase:
    """What a statement reports.

    Attributes:
        of, to: Codes of the country whose flows it speaks of, and of the other one, where it names them.
    """

    reported: tuple[Reported, ...]
    of: str | None = None
    to: str | None = None


@dataclass(frozen=True, slots=True)
class _Token:
    kind: Kind
    meaning: str
    text: str
    groups: Mapping[str, str]


def read_phrase(text: str) -> Phrase:
    """Return what a statement reports.

    Raises:
        PhraseError: A word is not known, or what the words say together leaves something open.
    """
    if len(text) > LONGEST:
        raise PhraseError(Obstacle.TOO_LONG, str(LONGEST))
    tokens = _tokens(text)
    period, base = _periods(tokens)
    parts = _parts([token for token in tokens if token.kind not in (Kind.PERIOD, Kind.BASE, Kind.COUNTRY)])
    reported = tuple(one for flow, part in parts for one in _numbers(flow, part, period, base))
    of, to = _side(tokens, "of"), _side(tokens, "to")
    if of is not None and of == to:
        raise PhraseError(Obstacle.SIDES, of)
    return Phrase(reported, of, to)


def _tokens(text: str) -> tuple[_Token, ...]:
    shown = " ".join(re.sub(r"\N{MINUS SIGN}|(?<=\w)[–—](?=\w)", "-", text).split())
    plain = shown.lower().replace("ё", "е")
    shown = shown if len(shown) == len(plain) else plain
    found: list[_Token] = []
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
        found.append(_Token(word.kind, word.meaning, shown[at : match.end()], groups))
        at = match.end() + plain.startswith(" ", match.end())
    if lost:
        raise PhraseError(Obstacle.UNKNOWN, ", ".join(dict.fromkeys(lost)))
    return tuple(found)


def _side(tokens: Sequence[_Token], which: str) -> str | None:
    said = {token.meaning[3:] for token in tokens if token.kind is Kind.COUNTRY and token.meaning[:2] == which}
    if len(said) > 1:
        raise PhraseError(Obstacle.SIDES, ", ".join(sorted(said)))
    return next(iter(said), None)


def _periods(tokens: Sequence[_Token]) -> tuple[Period, Period | None]:
    """Return the period that a statement speaks of, and the base it names."""
    said = dict.fromkeys(_period(token) for token in tokens if token.kind is Kind.PERIOD)
    if not said:
        raise PhraseError(Obstacle.NO_PERIOD)
    if len(said) > 1:
        raise PhraseError(Obstacle.PERIODS, ", ".join(str(period) for period in said))
    period = next(iter(said))
    years = {int(t.groups["year"]) for t in tokens if t.kind is Kind.BASE and t.meaning == "year"}
    if len(years) > 1 or any(year >= period.year for year in years):
        raise PhraseError(Obstacle.PERIODS, ", ".join(str(year) for year in (period, *sorted(years))))
    return period, next((period.earlier(period.year - year) for year in years), None)


def _period(token: _Token) -> Period:
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


def _parts(tokens: Sequence[_Token]) -> list[tuple[_Token, list[_Token]]]:
    """Return each flow with the words up to the next one."""
    starts = [at for at, token in enumerate(tokens) if token.kind is Kind.FLOW]
    if not starts:
        raise PhraseError(Obstacle.NO_FLOW)
    early = [token for token in tokens[: starts[0]] if token.kind is not Kind.NOTHING]
    if early:
        raise PhraseError(Obstacle.ODD, early[0].text)
    ends = [*starts[1:], len(tokens)]
    return [(tokens[a], [*tokens[a + 1 : b]]) for a, b in zip(starts, ends, strict=True)]


def _numbers(flow: _Token, words: Sequence[_Token], period: Period, base: Period | None) -> list[Reported]:
    found: list[Reported] = []
    lead: list[_Token] = []
    move = ""
    for token in words:
        if token.kind is Kind.MOVE and move:
            raise PhraseError(Obstacle.ODD, token.text)
        move = token.meaning if token.kind is Kind.MOVE else move
        if token.kind in (Kind.NUMBER, Kind.FRACTION):
            found.append(_number(flow, lead, token, move, period=period, base=base))
            lead = []
        elif token.kind is not Kind.NOTHING:
            lead.append(token)
    if not found:
        raise PhraseError(Obstacle.NO_NUMBER, flow.text)
    if lead:
        raise PhraseError(Obstacle.ODD, lead[0].text)
    return found


def _number(
    flow: _Token, lead: Sequence[_Token], token: _Token, move: str, *, period: Period, base: Period | None
) -> Reported:
    kinds = [one.kind for one in lead]
    repeated = next((one for one in lead if kinds.count(one.kind) > 1), None)
    if repeated is not None or {Kind.BY, Kind.TO} <= set(kinds):
        raise PhraseError(Obstacle.ODD, (repeated or lead[-1]).text)
    measure = _measure(flow, token, kinds, move)
    sign = _sign(flow, measure, kinds, move)
    hedge = next((Qualifier(one.meaning) for one in lead if one.kind is Kind.HEDGE), Qualifier.ROUNDED)
    value = _value(token, hedge) * sign
    step = None if hedge is Qualifier.ABOUT else step_of_digits(value)
    wording = " ".join(part.text for part in (*lead, token) if part.kind not in (Kind.STATE, Kind.MOVE))
    return Reported(
        Flow.BALANCE if flow.meaning in _SURPLUS else Flow(flow.meaning),
        period,
        measure,
        value,
        _unit(token),
        step,
        _FLIPPED.get(hedge, hedge) if sign < 0 else hedge,
        base if measure.has_base else None,
        wording,
    )


_SURPLUS: Final[Mapping[str, int]] = MappingProxyType({"surplus": 1, "deficit": -1})

_FLIPPED: Final = MappingProxyType(
    {
        Qualifier.MORE_THAN: Qualifier.LESS_THAN,
        Qualifier.LESS_THAN: Qualifier.MORE_THAN,
        Qualifier.AT_LEAST: Qualifier.AT_MOST,
        Qualifier.AT_MOST: Qualifier.AT_LEAST,
        Qualifier.NEARLY: Qualifier.AT_LEAST,
    }
)
"""The hedge of a number below zero: a fall by more than 8 is a growth of less than -8."""


def _measure(flow: _Token, token: _Token, kinds: Sequence[Kind], move: str) -> Measure:
    """Return what kind of number it is; money after a verb of movement must say "by" or "to"."""
    is_balance = flow.meaning in (Flow.BALANCE, *_SURPLUS)
    if token.meaning == "money":
        if move and not {Kind.BY, Kind.TO, Kind.STATE} & set(kinds):
            raise PhraseError(Obstacle.AMBIGUOUS, token.text)
        if Kind.BY in kinds and (is_balance or not move):
            raise PhraseError(Obstacle.NO_MOVE, token.text)
        return Measure.CHANGE if Kind.BY in kinds else Measure.LEVEL
    if is_balance or Kind.TO in kinds or not move:
        raise PhraseError(Obstacle.NO_MOVE, token.text)
    if token.meaning == "factor":
        if move == "-1":
            raise PhraseError(Obstacle.NO_WAY, token.text)
        return Measure.FACTOR
    return Measure.GROWTH


def _sign(flow: _Token, measure: Measure, kinds: Sequence[Kind], move: str) -> int:
    minus = -1 if Kind.SIGN in kinds else 1
    if minus < 0 and (flow.meaning != Flow.BALANCE or measure is not Measure.LEVEL):
        raise PhraseError(Obstacle.ODD, "-")
    if measure in (Measure.GROWTH, Measure.CHANGE):
        return int(move)
    return minus * _SURPLUS.get(flow.meaning, 1)


def _value(token: _Token, hedge: Qualifier) -> Decimal:
    if token.kind is Kind.FRACTION:
        low = hedge in (Qualifier.MORE_THAN, Qualifier.AT_LEAST)
        if not (low or hedge in (Qualifier.LESS_THAN, Qualifier.AT_MOST)):
            raise PhraseError(Obstacle.VAGUE, token.text)
        thirds = "33.3" if low else "33.4"
        return Decimal({"1/3": thirds, "1/4": "25", "1/2": "50"}[token.meaning])
    text = token.groups.get("number") or token.groups["factor"]
    read = number(text)
    if read.value is None:
        raise PhraseError(Obstacle.AMBIGUOUS, text)
    return read.value


def _unit(token: _Token) -> str:
    if token.meaning != "money":
        return "times" if token.meaning == "factor" else "%"
    currency = next(name[:3].upper() for name in token.groups if name[:3] in ("usd", "eur", "rub"))
    scale = next((name for name in ("bn", "mn", "tn", "th") if name in token.groups), "")
    return f"{currency} {scale}".strip()
