"""Numbers and intervals as a language writes them, with no more digits than they bear.

Signs and spaces come from the CLDR through Babel; the minus is the true one (U+2212) in every language. The one
decision taken here: an interval is shown with the fewest decimals for which rounding moves no end by more than a
third of its width, so [6.1121, 6.3040] is "6.1 to 6.3" and [17.15, 17.25] keeps both its decimals. An interval that
is open on one side is rounded outwards, so that "at least" stays true.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from itertools import count
from math import ceil, floor
from types import MappingProxyType
from typing import Final

from babel.numbers import format_decimal

from dashboard.interval import Interval
from dashboard.wording.language import Language

MINUS: Final = "\N{MINUS SIGN}"

MOST_DECIMALS: Final = 6
"""For a number that no decimals write in full; in bn the last of them is a thousand of the currency."""

OPEN_DECIMALS: Final = 1
"""For an end without a partner that is no short decimal number itself; two digits where it is below a tenth."""

SMALLER: Final = MappingProxyType({"tn": "bn", "bn": "mn", "mn": "th"})
"""The next smaller unit of money, a thousandth of it."""

SMALL: Final = Fraction(1, 20)
"""Amounts below a twentieth of their unit are told in the next smaller one: four decimals show three digits of them."""

THOUSAND: Final = Fraction(1000)


@dataclass(frozen=True, slots=True)
class NumberText:
    """How an interval is said; `low` and `high` are numbers already written.

    Attributes:
        between: Both ends known.
        at_least, at_most: One end known.
        anything: No end known.
    """

    between: str
    at_least: str
    at_most: str
    anything: str


TEXT: Final = MappingProxyType(
    {
        Language.EN: NumberText("{low} to {high}", "at least {low}", "at most {high}", "not bounded"),
        Language.RU: NumberText("от {low} до {high}", "не менее {low}", "не более {high}", "не ограничено"),
        Language.BE: NumberText("ад {low} да {high}", "не менш за {low}", "не больш за {high}", "не абмежавана"),
    }
)


def rounded(value: Fraction | Decimal, decimals: int) -> Decimal:
    """Return a number rounded to some decimals (−2: to hundreds), exactly; ties go away from zero, as readers round."""
    scaled = abs(Fraction(value)) * Fraction(10) ** decimals
    return _decimal(floor(scaled + Fraction(1, 2)) * (-1 if value < 0 else 1), decimals)


def written(value: Fraction | Decimal, decimals: int, language: Language, *, signed: bool = False) -> str:
    """Return a number as a language writes it: "−1 234,5"; `signed` puts a plus before what is above zero."""
    number = rounded(value, decimals)
    pattern = "#,##0." + "0" * decimals if decimals > 0 else "#,##0"
    digits = format_decimal(abs(number), format=pattern, locale=language.value)
    return (MINUS if number < 0 else "+" if signed and number > 0 else "") + digits


def interval(
    of: Interval, decimals: int, language: Language, *, signed: bool = False, unit: Callable[[str], str] = str
) -> str:
    """Return an interval in words: "6.1 to 6.3", "at least 31.3"; one number where both ends are written alike.

    `unit` puts the unit to what is written, to both numbers at once where there are two.
    """
    text = TEXT[language]
    if of.low is not None and of.high is not None:
        low, high = (written(end, decimals, language, signed=signed) for end in (of.low, of.high))
        return unit(low if low == high else text.between.format(low=low, high=high))
    if of.low is not None:
        low = written(_decimal(floor(of.low * Fraction(10) ** decimals), decimals), decimals, language, signed=signed)
        return text.at_least.format(low=unit(low))
    if of.high is not None:
        high = written(_decimal(ceil(of.high * Fraction(10) ** decimals), decimals), decimals, language, signed=signed)
        return text.at_most.format(high=unit(high))
    return text.anything


def decimals_for(of: Interval, per_bn: Fraction = Fraction(1)) -> int:
    """Return how many decimals an interval bears; see the module's docstring. Two ends are never written alike.

    In a part of a bn, 1000 of them in one, it bears as many digits as in bn: −2, hundreds, where it bears one decimal.
    """
    if per_bn != 1:
        return decimals_for(of.scaled(1 / per_bn)) - (len(str(int(per_bn))) - 1)
    if of.width is None or of.width == 0:
        end = of.low if of.low is not None else of.high
        short = (d for d in range(MOST_DECIMALS + 1) if end is not None and (end * 10**d).denominator == 1)
        return next(short, MOST_DECIMALS if of.width is not None else _open_decimals(end))
    least = of.width * 2 / 3
    return next(d for d in count() if Fraction(1, 10**d) <= least)


def _open_decimals(end: Fraction | None) -> int:
    """Return the decimals of an end without a partner: two digits of what is below a tenth, so that none is 0."""
    if not end or abs(end) >= Fraction(1, 10):
        return OPEN_DECIMALS
    return next(d for d in count() if abs(end) * 10**d >= 10)


def _decimal(units: int, decimals: int) -> Decimal:
    return Decimal(units).scaleb(-decimals)
