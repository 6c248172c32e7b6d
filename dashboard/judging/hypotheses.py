"""What could have gone wrong with a row that a smallest correction removes.

For each such row: the intervals it would have to lie in, one for each correction that it is part of, as each leaves
out other rows; and the named slips that would bring it there. A hypothesis is listed when its number, printed to the
same step, could be true together with the rows that stay; none of them is claimed.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from itertools import pairwise
from typing import Final

from dashboard.bounds.model import Model
from dashboard.bounds.quantity import Quantity
from dashboard.judging.judgement import Judgement
from dashboard.values.errors import SolverError
from dashboard.values.interval import Interval
from dashboard.values.measure import Measure
from dashboard.values.observation import Observation
from dashboard.values.period import Period

_FACTORS: Final = tuple(Decimal(text) for text in ("10", "0.1", "1000", "0.001"))

NEAREST: Final = 3
"""How many numbers are named for each slip; with more of them the slip explains little."""


NARROW: Final = 4
"""How many of a row's own widths the interval of another period may have for the row's number to point to it."""

FURTHEST: Final = 24
"""Of how many corrections it is told where a row that they remove would have to lie; there may be thousands."""


class Slip(StrEnum):
    """How a wrong number may have come about."""

    DIGIT = "a digit typed wrong"
    SWAP = "two digits swapped"
    FACTOR = "a factor of 10 or 1000, such as mn for bn"
    SIGN = "the wrong sign"
    PERIOD = "a neighbouring period"
    BASE = "a revised base"


@dataclass(frozen=True, slots=True)
class Hypothesis:
    """A slip that would explain a row.

    Attributes:
        value: The number that should have been printed, in the row's unit; the printed one for PERIOD and BASE.
        period: The period the number fits, for PERIOD; the base for BASE.
        base: For BASE, what the base would have to be, in bn.
    """

    slip: Slip
    value: Decimal
    period: Period | None = None
    base: Interval | None = None


@dataclass(frozen=True, slots=True)
class Suspect:
    """A row that smallest corrections remove, and where it would have to lie after these.

    Attributes:
        needed: Where its true value lies by the rows that stay, in the row's own unit.
        corrections: The lines that each correction removes, this row among them; all leave it the same interval.
    """

    row: Observation
    needed: Interval
    corrections: tuple[tuple[int, ...], ...]
    hypotheses: tuple[Hypothesis, ...]


def suspects(judgement: Judgement) -> tuple[Suspect, ...]:
    """Return every row of every smallest correction, by its line, once for each interval it would have to lie in.

    Of the corrections that a row is part of the first `FURTHEST` are told. A row is left out where it could not be
    proved where its value lies.
    """
    rows = (row for row in judgement.rows if any(row.line in found for found in judgement.explained.corrections))
    return tuple(suspect for row in rows for suspect in _suspected(judgement, row))


def _suspected(judgement: Judgement, row: Observation) -> Iterator[Suspect]:
    quantity, near = Quantity.of_row(row), _neighbours(row)
    model = Model.of(judgement.rows, (*quantity.periods, *near), judgement.beyond)
    told: dict[Interval, list[tuple[int, ...]]] = {}
    corrections = [found for found in judgement.explained.corrections if row.line in found]
    for correction in corrections[:FURTHEST]:
        with suppress(SolverError):
            told.setdefault(model.bounds(quantity, correction).interval, []).append(correction)
    for interval, found in told.items():
        with suppress(SolverError):
            yield _suspect(model, row, interval.scaled(1 / row.unit.scale), tuple(found))


def _suspect(model: Model, row: Observation, needed: Interval, corrections: tuple[tuple[int, ...], ...]) -> Suspect:
    near, without = _neighbours(row), corrections[0]
    fitting = [(slip, value) for slip, value in _values(row, needed) if _fits(row, value, needed)]
    found = [Hypothesis(slip, value) for slip in Slip for _, value in [f for f in fitting if f[0] is slip][:NEAREST]]
    found += [
        Hypothesis(Slip.PERIOD, row.value, period) for period in near if _fits_period(model, without, row, period)
    ]
    return Suspect(row, needed, corrections, (*found, *_revised_base(model, without, row)))


def _values(row: Observation, needed: Interval) -> Iterator[tuple[Slip, Decimal]]:
    """Yield the numbers that a slip of the pen could have turned into the printed one, each once.

    Where a number has only to be large enough, or small enough and not negative, hundreds of digits do, so that none
    explains anything; the wrong sign still does.
    """
    if needed.width is None or not needed.low:
        yield Slip.SIGN, -row.value
        return
    text = _printed(row)
    sign = -1 if row.value < 0 else 1
    seen = {row.value}
    digits = [at for at, letter in enumerate(text) if letter.isdigit()]
    typed = (text[:at] + new + text[at + 1 :] for at in digits for new in "0123456789")
    swapped = (text[:a] + text[b] + text[a + 1 : b] + text[a] + text[b + 1 :] for a, b in pairwise(digits))
    slips = [(Slip.DIGIT, sign * Decimal(new)) for new in typed] + [(Slip.SWAP, sign * Decimal(new)) for new in swapped]
    slips += [(Slip.FACTOR, row.value * factor) for factor in _FACTORS] + [(Slip.SIGN, -row.value)]
    for slip, value in sorted(slips, key=lambda pair: (pair[0] is Slip.DIGIT, abs(pair[1] - row.value))):
        if value not in seen:
            seen.add(value)
            yield slip, value


def _printed(row: Observation) -> str:
    """Return a number without its sign and without zeros behind its step, which a spreadsheet wrote: 41.2 of 41.20."""
    text = str(abs(row.value))
    places = 0 if row.step is None else max(0, -int(row.step.as_tuple().exponent))
    while row.step is not None and len(text.partition(".")[2]) > places and text.endswith("0"):
        text = text[:-1].removesuffix(".")
    return text


def _fits(row: Observation, value: Decimal, needed: Interval) -> bool:
    said = replace(row, value=value).meaning.shown
    return not said.is_empty and not needed.is_empty and not said.is_apart(needed)


def _neighbours(row: Observation) -> tuple[Period, ...]:
    """Return the periods before and after a level's: a year apart, or as long as itself apart."""
    if row.measure is not Measure.LEVEL:
        return ()
    shifts = dict.fromkeys((-12, 12, -row.period.months, row.period.months))
    return tuple(Period(row.period.start + shift, row.period.months) for shift in shifts)


def _fits_period(model: Model, without: tuple[int, ...], row: Observation, period: Period) -> bool:
    """Return whether a row's number fits another period that is known to a few of the row's own widths.

    Where little is known of a period nearly any number fits it, and the fit tells nothing.
    """
    bounds = model.bounds(Quantity(Measure.LEVEL, row.flow, period), without)
    known = bounds.low is not None and bounds.high is not None and bool(bounds.low.lines)
    there, own = bounds.interval.scaled(1 / row.unit.scale), row.meaning.shown.width
    return known and _is_narrow(there, own) and _fits(row, row.value, there)


def _is_narrow(there: Interval, own: Fraction | None) -> bool:
    return there.width is not None and own is not None and there.width <= own * NARROW


def _revised_base(model: Model, without: tuple[int, ...], row: Observation) -> Iterator[Hypothesis]:
    if row.compared_with is None or not row.measure.is_rate:
        return
    level = model.bounds(Quantity(Measure.LEVEL, row.flow, row.period), without).interval
    rate = row.hard.scaled(Fraction(1, row.measure.per_ratio)).shifted(Fraction(1))
    if (base := level.over(rate)) is not None:
        yield Hypothesis(Slip.BASE, row.value, row.compared_with, base)
