"""A number as people and spreadsheets write it -> an exact decimal number.

The rule of the files is a point as decimal sign and nothing else. Other spellings are read where only one reading is
possible. The decision taken here: "1,234" is 1.234 or 1234 and is refused, whatever the delimiter of the file, unless
the step of its own row is written with a decimal comma to the same three places ("0,001"): nobody rounds 1234 so.
"1.234" is refused in the same way where the other numbers of its file have decimal commas, or where its step fits
1234 alone, and so is "194,2" where other numbers of its file have commas between thousands: it may be a slip for 1942.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from dashboard.reading.dates import spreadsheet_date
from dashboard.reading.remarks import Reading, quoted, refusal
from dashboard.values.message import Message, joined

MAX_DIGITS: Final = 28
"""More digits than any printed figure has, and as many as `Decimal` computes with unless told otherwise."""

_SPACES: Final = " \u00a0\u2007\u2009\u202f'’"
ALLOWED: Final = Message("digits with a point, such as 17.2")
_PLAIN = re.compile(r"[+-]?(?:[0-9]+(?:\.[0-9]+)?|\.[0-9]+)")
_SIGN = re.compile(r"^([\u2212\u2010\u2011\u2013]\s*|[+-]\s+)")
_EITHER_WAY = re.compile(r"[+-]?[1-9][0-9]{0,2},[0-9]{3}")
_EITHER_WAY_POINT = re.compile(r"[+-]?[1-9][0-9]{0,2}\.[0-9]{3}")
_THREE_DECIMALS = re.compile(r"[+-]?[1-9][0-9]*\.[0-9]{3}")
_THREE_PLACES = re.compile(r"0[.,][0-9]{3}")
_THREE_COMMA_PLACES = re.compile(r"0,[0-9]{3}")
_DECIMAL_COMMA = re.compile(
    rf"[+\-\u2212\u2013]?(?:[0-9]+|[0-9]{{1,3}}(?:[.{_SPACES}][0-9]{{3}})+),[0-9]+[{_SPACES}]?%?"
)
_THOUSANDS_COMMA = re.compile(
    r"[+\-\u2212\u2013]?[1-9][0-9]{0,2}(?:(?:,[0-9]{3})+\.[0-9]+|(?:,[0-9]{3}){2,})[ \u00a0]?%?"
)
_EXPONENT = re.compile(r"[+-]?[0-9.,]+[eE][+-]?[0-9]+")
_NOTHING = frozenset(("-", "–", "—", "…", "...", "n/a", "н/д"))

_MINUS: Final = "+-\u2212\u2013"
_COMMA_POINT: Final = Message("the comma is read as a decimal point")
_ODD_COMMA: Final = (
    "{0} has a decimal comma, but other numbers have commas between thousands; write it with a point and no comma"
)
_GAPS: Final = Message("the gaps are read as thousands signs")
_COMMAS: Final = Message("the commas are read as thousands signs")
_POINTS: Final = Message("the points are read as thousands signs")
_PER_CENT: Final = Message("the per cent sign is left out")
_MINUS_SIGN: Final = Message("the sign before the number is read as a minus")


@dataclass(frozen=True, slots=True)
class _Spelling:
    """A way to write a number that has only one reading."""

    pattern: re.Pattern[str]
    thousands: str
    decimal: str
    notices: tuple[Message, ...]


_SPELLINGS: Final = (
    _Spelling(re.compile(r"[0-9]+,[0-9]+"), "", ",", (_COMMA_POINT,)),
    _Spelling(
        re.compile(rf"[1-9][0-9]{{0,2}}(?P<sign>[{_SPACES}])[0-9]{{3}}(?:(?P=sign)[0-9]{{3}})*(?:\.[0-9]+)?"),
        _SPACES,
        ".",
        (_GAPS,),
    ),
    _Spelling(
        re.compile(rf"[1-9][0-9]{{0,2}}(?P<sign>[{_SPACES}])[0-9]{{3}}(?:(?P=sign)[0-9]{{3}})*,[0-9]+"),
        _SPACES,
        ",",
        (_GAPS, _COMMA_POINT),
    ),
    _Spelling(
        re.compile(r"[1-9][0-9]{0,2}(?:(?:,[0-9]{3})+\.[0-9]+|(?:,[0-9]{3}){2,})"),
        ",",
        ".",
        (_COMMAS,),
    ),
    _Spelling(
        re.compile(r"[1-9][0-9]{0,2}(?:\.[0-9]{3})+,[0-9]+"),
        ".",
        ",",
        (_POINTS, _COMMA_POINT),
    ),
    _Spelling(re.compile(r"[1-9][0-9]{0,2}(?:\.[0-9]{3}){2,}"), ".", ",", (_POINTS,)),
)


def writes_commas(cells: Iterable[str], *, semicolons: bool = False) -> bool:
    """Return whether the numbers of a file have decimal commas, or may have.

    Args:
        cells: Its numbers.
        semicolons: Whether its columns are separated as programs do that write decimal commas; then a number that
            can only have a decimal point is needed to tell that it does not.
    """
    texts = tuple(cells)
    if any(_DECIMAL_COMMA.fullmatch(cell) and not _EITHER_WAY.fullmatch(cell.lstrip(_MINUS)) for cell in texts):
        return True
    points = (cell for cell in texts if "." in cell and _PLAIN.fullmatch(cell))
    return semicolons and all(_EITHER_WAY_POINT.fullmatch(cell) for cell in points)


def writes_thousands_commas(cells: Iterable[str]) -> bool:
    """Return whether numbers of a file have commas that can only stand between thousands, as in "1,234.5"."""
    return any(_THOUSANDS_COMMA.fullmatch(cell) for cell in cells)


def value(text: str, step: str = "", *, commas: bool = False, thousands: bool = False) -> Reading[Decimal]:
    """Return the number that a row is about.

    Args:
        text: The cell.
        step: The cell of the rounding step in the same row, which can settle what "1,234" means.
        commas: Whether other numbers of the file have a decimal comma, so that "1.234" can be 1234.
        thousands: Whether other numbers of the file have commas between thousands, so that "194,2" can be a slip.
    """
    if not text or text.lower() in _NOTHING:
        return Reading(None, Message("a row without a number says nothing; delete the row"))
    read = number(text, three_places=_THREE_COMMA_PLACES.fullmatch(step) is not None)
    if thousands and _COMMA_POINT in read.remark:
        return Reading(None, Message(_ODD_COMMA, quoted(text)))
    plain = "" if read.value is None else str(read.value)
    if "." in text and _THREE_DECIMALS.fullmatch(plain) and _point_is_open(plain, step, commas):
        whole = plain.replace(".", "")
        why = Message("{0} can be {1} or {2}; write {2}, or {1} with step 0.001", quoted(text), plain, whole)
        return Reading(None, why)
    return read


def _point_is_open(plain: str, step: str, commas: bool) -> bool:
    """Return whether the point of "1.234" can be a thousands sign; of "1234.567" it can be the one that is left."""
    if _THREE_PLACES.fullmatch(step):
        return False
    rounded = number(step).value if step else None
    fits = rounded is not None and rounded > 0 and Decimal(plain) % rounded == 0
    fits_whole = rounded is not None and rounded > 0 and Decimal(plain.replace(".", "")) % rounded == 0
    return commas or (fits_whole and not fits)


def number(text: str, *, three_places: bool = False) -> Reading[Decimal]:
    """Return the number that a cell holds; `three_places` tells that "1,234" can only be 1.234 there."""
    bare = text[:-1].rstrip() if text.endswith("%") else text
    signed = _SIGN.sub(lambda match: "+" if match[0][0] == "+" else "-", bare)
    remarks = [
        *([_PER_CENT] if bare != text else []),
        *([_MINUS_SIGN] if signed[:1] == "-" != bare[:1] else []),
    ]
    return _unsigned(text, signed, three_places, remarks)


def _unsigned(text: str, signed: str, three_places: bool, remarks: list[Message]) -> Reading[Decimal]:
    if _PLAIN.fullmatch(signed):
        return _exact(text, signed, remarks)
    if _EITHER_WAY.fullmatch(signed) and not three_places:
        point, whole = signed.replace(",", "."), signed.replace(",", "")
        return Reading(None, Message("{0} can be {1} or {2}; write it with a point", quoted(text), point, whole))
    sign, digits = (signed[0], signed[1:]) if signed[:1] in ("+", "-") else ("", signed)
    for spelling in _SPELLINGS:
        if spelling.pattern.fullmatch(digits):
            joined = digits.translate({ord(char): None for char in spelling.thousands})
            return _exact(text, sign + joined.replace(spelling.decimal, "."), [*remarks, *spelling.notices])
    return Reading(None, _reason(text, bare=signed))


def _exact(text: str, plain: str, remarks: list[Message]) -> Reading[Decimal]:
    digits = sum(char.isdigit() for char in plain)
    if digits > MAX_DIGITS:
        return Reading(
            None, Message("{0} has {1} digits; a printed number has at most {2}", quoted(text), digits, MAX_DIGITS)
        )
    return Reading(Decimal(plain), joined(remarks))


def _reason(text: str, bare: str) -> Message:
    """Return why a cell is no number, naming what a spreadsheet may have done to it."""
    if made_of := spreadsheet_date(text):
        return Message(
            "{0} is a date, which a spreadsheet makes of a number such as {1};"
            " write the number again, in a column formatted as text",
            quoted(text),
            made_of,
        )
    if _EXPONENT.fullmatch(bare):
        return Message("{0} has an exponent, with which a spreadsheet hides digits; write all digits", quoted(text))
    return refusal(text, "a decimal number", ALLOWED)
