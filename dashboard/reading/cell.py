"""One cell of words -> a flow, a qualifier, a country, a unit, with the reason when it is refused.

Case and doubled blanks never matter in a word of the files' own vocabulary. The one decision taken here: a code of
the right shape that no list of codes has is read with a notice, since codes are added now and then.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import StrEnum
from fractions import Fraction
from typing import Final, TypeVar

from dashboard.reading.remarks import Reading, quoted, refusal
from dashboard.values.codes import COUNTRIES, CURRENCIES
from dashboard.values.measure import UnitKind
from dashboard.values.message import NOTHING, Message, joined
from dashboard.values.observation import Unit

SCOPES: Final = ("goods", "services", "goods and services")
TOTAL: Final = "TOTAL"
UNITS: Final = Message("USD bn (or th, mn, tn, or nothing after the currency), %, % USD, times or times USD")
CODES: Final = Message("three letters such as RUS or BLR")

_SCALES: Final = {
    "": Fraction(1, 10**9),
    "th": Fraction(1, 10**6),
    "mn": Fraction(1, 10**3),
    "bn": Fraction(1),
    "tn": Fraction(10**3),
}
_ALIASES: Final = {
    alias: scale
    for scale, aliases in (
        ("th", ("k", "thousand", "тыс", "тыс.")),
        ("mn", ("m", "mln", "million", "millions", "млн", "млн.")),
        ("bn", ("b", "bln", "billion", "billions", "млрд", "млрд.")),
        ("tn", ("trn", "trillion", "trillions", "трлн", "трлн.")),
    )
    for alias in aliases
}
_MONEY = re.compile(r"(?P<currency>[A-Za-z]{3})(?: (?P<scale>\S+))?")
_RATIO = re.compile(r"(?P<kind>%|times)(?: ?(?P<currency>[A-Za-z]{3}))?", re.IGNORECASE)

E = TypeVar("E", bound=StrEnum)


def word(text: str, known: Iterable[E], what: str) -> Reading[E]:
    """Return the member of a vocabulary that a cell names."""
    members = {str(member): member for member in known}
    if (member := members.get(" ".join(text.lower().split()))) is not None:
        return Reading(member)
    return Reading(None, refusal(text, what, ", ".join(filter(None, members))))


def scope(text: str) -> Reading[str]:
    """Return what is traded; goods when the cell is empty."""
    plain = " ".join(text.lower().split()) or SCOPES[0]
    if plain in SCOPES:
        return Reading(plain)
    return Reading(None, refusal(text, "a scope", ", ".join(SCOPES)))


def product(text: str) -> Reading[str]:
    """Return the code of a product of the Harmonized System, or TOTAL."""
    code = text.upper() or TOTAL
    if code.isdigit() and len(code) % 2:
        odd = Message("{0} has an odd number of digits; a spreadsheet may have cut a leading zero", quoted(text))
        return Reading(code, odd)
    return Reading(code)


def country(text: str) -> Reading[str]:
    """Return the ISO 3166-1 alpha-3 code of a country."""
    if re.fullmatch("[A-Za-z]{3}", text) is None:
        return Reading(None, refusal(text, "an ISO 3166-1 alpha-3 code", CODES))
    return _code(text, COUNTRIES, "ISO 3166-1")


def unit(text: str) -> Reading[Unit]:
    """Return the unit that a cell names, spelled as the files spell it."""
    plain = " ".join(text.split())
    if match := _RATIO.fullmatch(plain):
        kind = UnitKind(match["kind"].lower())
        if match["currency"] is None:
            return Reading(Unit(str(kind), None, kind, Fraction(1)))
        currency = _code(match["currency"], CURRENCIES, "ISO 4217")
        return Reading(Unit(f"{kind} {currency.value}", currency.value, kind, Fraction(1)), currency.remark)
    match = _MONEY.fullmatch(plain)
    scale = (match["scale"] or "").lower() if match else None
    name = _ALIASES.get(scale, scale) if scale is not None else None
    if match is None or name is None or name not in _SCALES:
        return Reading(None, refusal(text, "a unit", UNITS))
    currency = _code(match["currency"], CURRENCIES, "ISO 4217")
    remark = NOTHING if name == scale else Message("{0} is read as {1}", quoted(match["scale"]), name)
    spelled = f"{currency.value} {name}".strip()
    return Reading(Unit(spelled, currency.value, UnitKind.MONEY, _SCALES[name]), joined((currency.remark, remark)))


def _code(text: str, known: frozenset[str], standard: str) -> Reading[str]:
    code = text.upper()
    if code not in known:
        unknown = "{0} is not in {1} and is read as it stands; look whether it is a slip"
        return Reading(code, Message(unknown, quoted(text), standard))
    return Reading(code, NOTHING if code == text else Message("{0} is read as {1}", quoted(text), code))
