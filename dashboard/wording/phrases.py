"""Short phrases about one row or one quantity: what it is of, the number as printed, an amount with its hedge."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Final

from dashboard.bounds.quantity import Quantity
from dashboard.judging.metrics import Metric
from dashboard.languages.catalogue import Texts
from dashboard.values.interval import Interval
from dashboard.values.measure import Measure
from dashboard.values.observation import Context, Observation
from dashboard.values.qualifier import Qualifier
from dashboard.wording.words import Words


@dataclass(frozen=True, slots=True)
class Phrase:
    """One phrase in every way to know a number, {value}; between two ends {value} is a `pair` of {low} and {high}."""

    plain: str
    pair: str
    between: str
    hedged: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class PhraseText:
    """The phrases of one language; [phrases] of en.toml says what each is."""

    quantities: Mapping[Measure, str]
    margin: str
    by: Phrase
    to: Phrase
    amount: Phrase
    flow_short: str
    line: str
    lines: str
    at_widest: str
    conjunction: str
    alternative: str


PHRASES: Final = Texts(PhraseText, "phrases")

_WHOLE: Final = Fraction(1)
_NUMBER: Final = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")


def quantity(of: Quantity, words: Words) -> str:
    """Return what a quantity is called: "growth of turnover in January–October 2022 against January–October 2021"."""
    return (
        PHRASES[words.language]
        .quantities[of.measure]
        .format(
            flow=words.flow(of.flow),
            of_flow=words.flow(of.flow, "genitive"),
            period=words.period(of.period),
            base="" if of.base is None else words.period(of.base),
        )
    )


def unit_of(of: Quantity, currency: str, magnitude: str = "bn") -> str:
    """Return the unit of a quantity: "USD bn", "USD bn/month", "%", "pp" or "times"."""
    if of.measure.is_money:
        return f"{currency} {magnitude}{'/month' * of.measure.definition.is_per_month}"
    return str(of.measure.definition.unit)


def printed(row: Observation, words: Words) -> str:
    """Return a row's number as printed, with its hedge and unit: "17.2 ±0.05", "more than 33.3%", "about USD 40 bn"."""
    value = words.number(row.value, printed_decimals(row))
    is_from_zero = row.qualifier.hedge.is_from_zero
    if row.qualifier.has_step and not is_from_zero and row.step is not None:
        half = Fraction(row.step) / 2
        margin = PHRASES[words.language].margin
        value = margin.format(value=value, half=words.number(half, decimals_of(half)))
    number = hedged(row.qualifier, words.with_unit(value, row.unit.text, row.qualifier), PHRASES[words.language].amount)
    return f"{number} ({words.qualifier(row.qualifier)})" if is_from_zero else number


def reach(row: Observation, written: Callable[[Interval], str], words: Words) -> str:
    """Return what a row's number stands for; with a soft hedge its narrow reading, then its widest one.

    Args:
        row: The row.
        written: How an interval in the row's unit is written.
        words: The language.
    """
    meaning = row.meaning
    if meaning.outer is None:
        return written(meaning.shown)
    return PHRASES[words.language].at_widest.format(interval=written(meaning.shown), widest=written(meaning.outer))


def reach_in(row: Observation, unit: str, part: Fraction, words: Words, per_bn: Fraction = _WHOLE) -> str:
    """Return what a row's number stands for, times a part, in a unit; both readings with as many digits."""
    fitted, fitted_unit = words.fitting(row.meaning.shown.scaled(part), unit)
    decimals = words.decimals_for(fitted, per_bn if fitted_unit == unit else _WHOLE)

    def written(read: Interval) -> str:
        is_same = words.fitting(read.scaled(part), unit)[1] == fitted_unit
        return words.in_unit(read.scaled(part), unit, decimals if is_same else None, per_bn=per_bn)

    return reach(row, written, words)


def other(context: Context, words: Words) -> tuple[str, str]:
    """Return the number and the unit of a statement that is no trade flow: "about 80" and "regions"."""
    value, unit = context.value, context.unit
    if _NUMBER.fullmatch(value):
        value = words.number(Decimal(value), len(value.partition(".")[2]))
        if unit.partition(" ")[2] in words.terms.magnitudes:
            value, unit = words.with_unit(value, unit), ""
    return hedged(context.qualifier, value, PHRASES[words.language].amount), unit


def hedged(qualifier: Qualifier, value: str, phrase: Phrase) -> str:
    """Return a number already written, in a phrase with its hedge."""
    return phrase.hedged.get(qualifier, phrase.plain).format(value=value)


def of_metric(
    metric: Metric, currency: str, phrase: Phrase, words: Words, *, absolute: bool = False, per_bn: Fraction = _WHOLE
) -> str:
    """Return what is known of a metric in a phrase: the row that states it, as printed, else the exact bounds.

    With `absolute` what is negative throughout is written without its sign, and its hedge for what is left, for "fell
    by". Amounts are in the row's own unit or in bn, with `per_bn` of 1000 in mn.
    """
    row = next(iter(metric.reported), None)
    turn = absolute and metric.interval.high is not None and metric.interval.high <= 0
    hedge = None if row is None else row.qualifier.negated if turn else row.qualifier
    if row is not None and hedge is not None:
        is_mn = per_bn != 1 and metric.quantity.measure.is_money
        unit, scale = (f"{currency} mn", row.unit.scale * per_bn) if is_mn else (row.unit.text, _WHOLE)
        value = Fraction(row.value) * scale * (-1 if turn else 1)
        decimals = decimals_of(value, max(printed_decimals(row), 0)) if is_mn else printed_decimals(row)
        return hedged(hedge, words.with_unit(words.number(value, decimals), unit, hedge), phrase)
    shown_interval = metric.interval.negated if turn else metric.interval
    in_part = per_bn if metric.quantity.measure.is_money else _WHOLE
    unit = unit_of(metric.quantity, currency, "bn" if in_part == 1 else "mn")
    return of_interval(shown_interval.scaled(in_part), phrase, unit, words, in_part)


def of_interval(interval: Interval, phrase: Phrase, unit: str, words: Words, per_bn: Fraction = _WHOLE) -> str:
    """Return an interval in a phrase, with as many decimals as it bears; one that is open at both ends in one word."""
    if interval.is_unbounded:
        return words.range(interval)
    fitted, unit = words.fitting(interval, unit)
    decimals, interval = words.decimals_for(fitted, per_bn if fitted is interval else _WHOLE), fitted
    low, high = words.ends(interval, decimals)
    if not high:
        return hedged(Qualifier.AT_LEAST, words.with_unit(low, unit, Qualifier.AT_LEAST), phrase)
    if not low:
        return hedged(Qualifier.AT_MOST, words.with_unit(high, unit, Qualifier.AT_MOST), phrase)
    if low == high:
        return phrase.plain.format(value=words.with_unit(low, unit))
    return phrase.between.format(value=words.with_unit(phrase.pair.format(low=low, high=high), unit))


def listed(items: Sequence[str], joined_by: str) -> str:
    """Return a list in words: "4", "4 and 6", "4, 6 and 8"."""
    return f" {joined_by} ".join(part for part in (", ".join(items[:-1]), *items[-1:]) if part)


def lines(numbers: Sequence[int], words: Words) -> str:
    """Return line numbers in words: "line 4", "lines 4, 6 and 8"."""
    text = PHRASES[words.language]
    template = text.line if len(numbers) == 1 else text.lines
    return template.format(lines=listed([str(number) for number in numbers], text.conjunction))


def decimals_of(number: Fraction, most: int = 6) -> int:
    """Return how many decimals a number needs, `most` at most."""
    return next((d for d in range(most) if (number * 10**d).denominator == 1), most)


def in_full(number: Fraction, most: int) -> int:
    """Return how many decimals write a number exactly; `most` for one that no number of decimals writes so."""
    whole = number.denominator
    return next((d for d in range(whole.bit_length()) if 10**d % whole == 0), most)


def printed_decimals(row: Observation) -> int:
    """Return the decimals of a printed number: those of its step, and its own where the step is coarser."""
    value = Fraction(row.value)
    return max(decimals_of(Fraction(row.step) if row.step is not None else value), decimals_of(value))
