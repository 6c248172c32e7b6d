"""The numbers of a statement: which flow each measures, how, and how precisely; what the words leave open is refused.

The words before a number are read as a pattern of what they do, so that each stands where its meaning is certain:
"fell by about 5%" is one, "of some goods fell 5%" is none.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from types import MappingProxyType
from typing import Final

from dashboard.reading.number import number
from dashboard.statements.said import Obstacle, PhraseError, Reported
from dashboard.statements.tokens import Token
from dashboard.statements.words import Kind
from dashboard.values.measure import Flow, Measure
from dashboard.values.period import Period
from dashboard.values.qualifier import Qualifier, step_of_digits

_LETTERS: Final = MappingProxyType(
    {
        Kind.OF: "O",
        Kind.STATE: "S",
        Kind.REACH: "R",
        Kind.MOVE: "M",
        Kind.HEDGE: "H",
        Kind.BY: "B",
        Kind.TO: "T",
        Kind.SIGN: "-",
    }
)
_HEDGED: Final = "(?:H?[BT]?|[BT]H)-?"
_FIRST: Final = re.compile(rf"O?S?(?:M[OSR]?)?{_HEDGED}")
_LATER: Final = re.compile(rf"(?:MO?)?[SR]?{_HEDGED}")
"""What may stand before the first number of a flow ("of", "were", "up", "by about"), and before a later one."""

_RATE: Final = re.compile(r"(?:O?S?MO?)(?:H?B?|BH)|H?B|BH")
"""What stands before a percentage, a factor or an amount by which a flow moved."""

_SURPLUS: Final[Mapping[str, int]] = MappingProxyType({"surplus": 1, "deficit": -1})


@dataclass(frozen=True, slots=True)
class _Place:
    """A number where it stands.

    Attributes:
        lead: The words before it, back to the number before.
        move: "1" or "-1" once the flow was said to rise or fall.
    """

    flow: Token
    lead: tuple[Token, ...]
    token: Token
    move: str

    @property
    def order(self) -> str:
        """What the words before it do, a letter each: "MB" for "grew by"."""
        return "".join(_LETTERS[one.kind] for one in self.lead)

    @property
    def is_balance(self) -> bool:
        """Whether its flow can be below zero."""
        return self.flow.meaning in (Flow.BALANCE, *_SURPLUS)


def numbers(tokens: Sequence[Token], period: Period, base: Period | None) -> tuple[Reported, ...]:
    """Return every number of a statement; the words of its period, base and countries are left out of `tokens`.

    Raises:
        PhraseError: The words leave open what a number measures, or two numbers measure one quantity.
    """
    places = [place for flow, words in _parts(tokens) for place in _places(flow, words)]
    found = [(place.token.text, _reported(place, period, base)) for place in places]
    seen: dict[tuple[Flow, Measure, str], str] = {}
    for text, one in found:
        key = (one.flow, one.measure, one.unit.split()[0])
        if key in seen:
            raise PhraseError(Obstacle.TWICE, f"{seen[key]}, {text}")
        seen[key] = text
    return tuple(one for _, one in found)


def _parts(tokens: Sequence[Token]) -> list[tuple[Token, Sequence[Token]]]:
    """Return each flow with the words up to the next one."""
    starts = [at for at, token in enumerate(tokens) if token.kind is Kind.FLOW]
    if not starts:
        raise PhraseError(Obstacle.NO_FLOW)
    early = [token for token in tokens[: starts[0]] if token.kind is not Kind.NOTHING]
    if early:
        raise PhraseError(Obstacle.ODD, early[0].text)
    ends = [*starts[1:], len(tokens)]
    return [(tokens[a], tokens[a + 1 : b]) for a, b in zip(starts, ends, strict=True)]


def _places(flow: Token, words: Sequence[Token]) -> list[_Place]:
    found: list[_Place] = []
    lead: list[Token] = []
    move = ""
    for token in (word for word in words if word.kind is not Kind.NOTHING):
        if token.kind is Kind.MOVE and move:
            raise PhraseError(Obstacle.ODD, token.text)
        move = token.meaning if token.kind is Kind.MOVE else move
        lead.append(token)
        if token.kind in (Kind.NUMBER, Kind.FRACTION):
            found.append(_Place(flow, tuple(lead[:-1]), token, move))
            _stands_right(found[-1], _LATER if len(found) > 1 else _FIRST)
            lead = []
    if not found:
        raise PhraseError(Obstacle.NO_NUMBER, flow.text)
    if lead:
        raise PhraseError(Obstacle.ODD, lead[0].text)
    return found


def _stands_right(place: _Place, allowed: re.Pattern[str]) -> None:
    if allowed.fullmatch(place.order) is None:
        raise PhraseError(Obstacle.ODD, " ".join(word.text for word in place.lead))


def _reported(place: _Place, period: Period, base: Period | None) -> Reported:
    measure = _measure(place)
    sign = _sign(place, measure)
    said = (Qualifier(one.meaning) for one in place.lead if one.kind is Kind.HEDGE)
    hedge = next(said, Qualifier.ROUNDED)
    value = _value(place.token, hedge) * sign
    flow = Flow.BALANCE if place.flow.meaning in _SURPLUS else Flow(place.flow.meaning)
    if not measure.limits(flow).contains(Fraction(value)) or (measure is Measure.FACTOR and value <= 1):
        raise PhraseError(Obstacle.ODD, place.token.text)
    carried = [one.text for one in place.lead if one.kind not in (Kind.OF, Kind.STATE, Kind.REACH, Kind.MOVE)]
    return Reported(
        flow=flow,
        period=period,
        measure=measure,
        value=value,
        unit=_unit(place.token),
        step=None if hedge.never_binds else step_of_digits(value),
        qualifier=_below_zero(hedge) if sign < 0 else hedge,
        compared_with=base if measure.has_base else None,
        wording=" ".join([*carried, place.token.text]),
    )


def _below_zero(hedge: Qualifier) -> Qualifier:
    """Return the hedge of a fall as one of its number: by more than 8 is less than -8, by nearly 8 at least -8."""
    reversed_ = hedge.negated
    return Qualifier.AT_LEAST if reversed_ is None else reversed_


def _measure(place: _Place) -> Measure:
    """Return what kind of number it is; money after a verb of movement must say "by" or "to"."""
    order, text = place.order, place.token.text
    if place.token.meaning == "money":
        return _of_money(place)
    if place.is_balance or not place.move or _RATE.fullmatch(order) is None:
        raise PhraseError(Obstacle.NO_MOVE, text)
    if place.token.meaning != "factor":
        return Measure.GROWTH
    if place.move == "-1":
        raise PhraseError(Obstacle.NO_WAY, text)
    counted = place.token.groups.get("times", "")
    whole = place.token.groups.get("number", "").isdigit()
    if "B" in order or counted.startswith("р") or (counted and whole):
        raise PhraseError(Obstacle.TIMES, " ".join([*(one.text for one in place.lead if one.kind is Kind.BY), text]))
    return Measure.FACTOR


def _of_money(place: _Place) -> Measure:
    order, text = place.order, place.token.text
    if "B" in order:
        if place.is_balance or not place.move or _RATE.fullmatch(order) is None:
            raise PhraseError(Obstacle.NO_MOVE, text)
        return Measure.CHANGE
    if "T" in order and not place.move:
        raise PhraseError(Obstacle.NO_MOVE, text)
    if place.move and re.search("T|[SR]H?-?$", order) is None:
        raise PhraseError(Obstacle.AMBIGUOUS, text)
    return Measure.LEVEL


def _sign(place: _Place, measure: Measure) -> int:
    minus = -1 if "-" in place.order else 1
    if minus < 0 and (place.flow.meaning != Flow.BALANCE or measure is not Measure.LEVEL):
        raise PhraseError(Obstacle.ODD, "-")
    if measure.definition.less is not None:
        return int(place.move)
    return minus * _SURPLUS.get(place.flow.meaning, 1)


def _value(token: Token, hedge: Qualifier) -> Decimal:
    if token.kind is Kind.FRACTION:
        if hedge.is_soft or hedge.is_bounded:
            raise PhraseError(Obstacle.VAGUE, token.text)
        thirds = "33.3" if hedge.hedge.binds.high is None else "33.4"
        return Decimal({"1/3": thirds, "1/4": "25", "1/2": "50"}[token.meaning])
    text = token.groups.get("number") or token.groups["factor"]
    read = number(text)
    if read.value is None or _is_russian_thousand(text, token.text):
        raise PhraseError(Obstacle.AMBIGUOUS, text)
    return read.value


def _is_russian_thousand(text: str, around: str) -> bool:
    """Whether a point among Russian words may stand between thousands, as in "1.720 млн"."""
    return re.fullmatch(r"[1-9][0-9]{0,2}\.[0-9]{3}", text) is not None and re.search("[а-я]", around) is not None


def _unit(token: Token) -> str:
    if token.meaning != "money":
        return "times" if token.meaning == "factor" else "%"
    currency = next((name[:3].upper() for name in token.groups if name[:3] in ("usd", "eur", "rub")), "RUB")
    scale = next((name for name in ("bn", "mn", "tn", "th") if name in token.groups), "")
    return f"{currency} {scale}".strip()
