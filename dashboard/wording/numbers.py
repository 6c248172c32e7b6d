"""Numbers and intervals as a language writes them, with no more digits than they bear.

Signs and spaces come from the CLDR through Babel; the minus is the true one (U+2212) in every language. The one
decision taken here: an interval is shown with the fewest decimals for which rounding moves no end by more than a
third of its width, and inwards by no more than a tenth of it, a twentieth of the end itself, or to zero: so
[6.1121, 6.3040] is "6.1 to 6.3", [6.0521, 6.2032] is "6.05 to 6.20" and [4.55, 100] is "4.6 to 100.0". Every number of
an interval, rounded to as many decimals, lies between its ends as written. One more decimal is shown where it writes
both ends in full: [17.15, 17.25], [32.5, 37.5]. An interval that is open on one side is rounded outwards, so that
"at least" stays true.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from itertools import count
from math import ceil, floor
from types import MappingProxyType
from typing import Final

from babel.core import Locale
from babel.numbers import format_decimal

from dashboard.languages.catalogue import Texts
from dashboard.languages.language import Language
from dashboard.values.interval import Interval
from dashboard.values.qualifier import Qualifier

MINUS: Final = "\N{MINUS SIGN}"

MOST_DECIMALS: Final = 6
"""For a number that no decimals write in full; in bn the last of them is a thousand of the currency."""

OPEN_DECIMALS: Final = 1
"""For an end without a partner that is no short decimal number itself; two digits where it is below a tenth."""

INWARDS: Final = (Fraction(1, 10), Fraction(1, 20))
"""How far rounding may take an end into its interval: as a part of the interval's width, and of the end itself."""

FURTHER: Final = 2
"""How many decimals at most the two limits above, and an end that would be written as zero, add to the third."""

SMALLER: Final = MappingProxyType({"tn": "bn", "bn": "mn", "mn": "th"})
"""The next smaller unit of money, a thousandth of it."""

SMALL: Final = Fraction(1, 20)
"""Amounts below a twentieth of their unit are told in the next smaller one: four decimals show three digits of them."""

THOUSAND: Final = Fraction(1000)

_LAST_WHOLE: Final = re.compile(r"(?<![0-9.,])[0-9]+$")

OF_GAP: Final = 4
"""Beside a number that an interval does not reach, its near end is rounded by no more than this part of the gap."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberText:
    """How an interval is said; `low` and `high` are numbers already written; [numbers] of en.toml says what each is."""

    between: str
    short: str
    short_signed: str
    at_least: str
    at_most: str
    anything: str
    of: str


TEXT: Final = Texts(NumberText, "numbers")


def rounded(value: Fraction | Decimal, decimals: int) -> Decimal:
    """Return a number rounded to some decimals (−2: to hundreds), exactly; ties go away from zero, as readers round."""
    scaled = abs(Fraction(value)) * Fraction(10) ** decimals
    return _decimal(floor(scaled + Fraction(1, 2)) * (-1 if value < 0 else 1), decimals)


def decimals_printed(value: Decimal) -> int:
    """Return with how many decimals a number is printed: 1 for 17.0."""
    return max(0, -int(value.as_tuple().exponent))


def written(value: Fraction | Decimal, decimals: int, language: Language, *, signed: bool = False) -> str:
    """Return a number as a language writes it: "−1 234,5"; `signed` puts a plus before what is above zero."""
    number = rounded(value, decimals)
    pattern = "#,##0." + "0" * decimals if decimals > 0 else "#,##0"
    digits = format_decimal(abs(number), format=pattern, locale=language.value)
    return (MINUS if number < 0 else "+" if signed and number > 0 else "") + digits


def plural(forms: Mapping[str, str], text: str, language: Language) -> str:
    """Return the form of a word that stands behind a number already written."""
    return forms.get(plural_form(text, language), forms["other"])


def decimal_mark(language: Language) -> str:
    """Return what stands before decimals: a point or a comma."""
    return str(Locale.parse(language.value).number_symbols["latn"]["decimal"])


def plural_form(text: str, language: Language) -> str:
    """Return the plural form, as the CLDR calls it, that the last number of a text asks for: "few" of "от 1 до 2".

    It is "other" of any number with decimals, of "2,0" too.
    """
    digits = _LAST_WHOLE.search("".join(text.split()))
    return Locale.parse(language.value).plural_form(int(digits[0])) if digits else "other"


def interval(
    of: Interval,
    decimals: int,
    language: Language,
    *,
    signed: bool = False,
    unit: Callable[[str, Qualifier], str] = lambda text, _: text,
) -> str:
    """Return an interval in words: "6.1 to 6.3", "at least 31.3"; one number where both ends are written alike.

    `unit` puts the unit to what is written, to both numbers at once where there are two; it is told the hedge that will
    stand before it. No plus stands behind words.
    """
    text = TEXT[language]
    low, high = ends(of, decimals, language, signed=signed and None not in (of.low, of.high))
    if low and high:
        return unit(low if low == high else text.between.format(low=low, high=high), Qualifier.ROUNDED)
    if low:
        return text.at_least.format(low=unit(low, Qualifier.AT_LEAST))
    return text.at_most.format(high=unit(high, Qualifier.AT_MOST)) if high else text.anything


def span(of: Interval, decimals: int, language: Language, *, signed: bool = False) -> str:
    """Return an interval in words for little room: "6.1 to 6.3", "6,1–6,3", "−0,2 … 0,0"."""
    low, high = ends(of, decimals, language, signed=signed)
    if not (low and high) or low == high:
        return interval(of, decimals, language, signed=signed)
    has_sign = signed or MINUS in low + high
    return (TEXT[language].short_signed if has_sign else TEXT[language].short).format(low=low, high=high)


def ends(of: Interval, decimals: int, language: Language, *, signed: bool = False) -> tuple[str, str]:
    """Return both ends of an interval as a language writes them, an open one as "" and its partner rounded outwards."""
    low, high, grid = of.low, of.high, Fraction(1, 10) ** decimals
    if low is None or high is None:
        low = None if low is None else floor(low / grid) * grid
        high = None if high is None else ceil(high / grid) * grid
    low_text, high_text = (
        "" if end is None else written(end, decimals, language, signed=signed) for end in (low, high)
    )
    return low_text, high_text


def decimals_for(of: Interval, per_bn: Fraction = Fraction(1)) -> int:
    """Return how many decimals an interval bears; see the module's docstring. Two ends are never written alike.

    In a part of a bn, 1000 of them in one, it bears as many digits as in bn: −2, hundreds, where it bears one decimal.
    """
    if per_bn != 1:
        return decimals_for(of.scaled(1 / per_bn)) - (len(str(int(per_bn))) - 1)
    if of.low is None or of.high is None or of.low == of.high:
        end = of.low if of.low is not None else of.high
        short = (d for d in range(MOST_DECIMALS + 1) if end is not None and _is_whole(end, d))
        return next(short, MOST_DECIMALS if of.width is not None else _open_decimals(end))
    least = (of.high - of.low) * 2 / 3
    fewest = next(d for d in count() if Fraction(1, 10**d) <= least)
    shown = next((d for d in range(fewest, fewest + FURTHER + 1) if _is_faithful(of.low, of.high, d)), fewest)
    return shown + all(_is_whole(end, shown + 1) and not _is_whole(end, shown) for end in (of.low, of.high))


def decimals_apart(of: Interval, other: Interval, least: int = 0) -> int:
    """Return how many decimals an interval bears beside another, so that two that are apart are written apart.

    Where they are, it has `least` decimals or more.
    """
    shown = decimals_for(of)
    near = of.high if of.is_below(other) else of.low
    return _within(of.gap(other), near, max(shown, least)) if of.is_apart(other) else shown


def decimals_of_gap(a: Interval, b: Interval) -> int:
    """Return how many decimals the gap between two intervals bears: as many as both do, so that it is never 0."""
    gap = a.gap(b)
    return _within(gap, gap, max(decimals_apart(a, b), decimals_apart(b, a)))


def _within(gap: Fraction, end: Fraction | None, least: int) -> int:
    """Return the fewest decimals, `least` or more, that take an end no further than a part of a gap."""
    known, most = end or Fraction(0), gap / OF_GAP
    return next(d for d in count(least) if abs(Fraction(rounded(known, d)) - known) <= most)


def _is_faithful(low: Fraction, high: Fraction, decimals: int) -> bool:
    """Return whether rounding takes no end to zero, nor further into its interval than `INWARDS`."""
    of_width, of_end = INWARDS
    return all(
        (shown == 0) == (end == 0) and inwards <= (high - low) * of_width and inwards <= abs(end) * of_end
        for end, shown, side in ((low, rounded(low, decimals), 1), (high, rounded(high, decimals), -1))
        for inwards in [(Fraction(shown) - end) * side]
    )


def _is_whole(end: Fraction, decimals: int) -> bool:
    """Return whether some decimals write a number in full."""
    return (end * Fraction(10) ** decimals).denominator == 1


def _open_decimals(end: Fraction | None) -> int:
    """Return the decimals of an end without a partner: two digits of what is below a tenth, so that none is 0."""
    if not end or abs(end) >= Fraction(1, 10):
        return OPEN_DECIMALS
    return next(d for d in count() if abs(end) * 10**d >= 10)


def _decimal(units: int, decimals: int) -> Decimal:
    return Decimal(units).scaleb(-decimals)
