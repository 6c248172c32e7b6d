"""Rows for the tests of the engine: written as a table, drawn at random from a truth, or ten years of releases."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from decimal import ROUND_CEILING, ROUND_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal
from fractions import Fraction
from random import Random

from hypothesis import strategies as st

from dashboard.values.measure import STATED, Flow, Measure, UnitKind
from dashboard.values.observation import Block, Observation, Unit
from dashboard.values.period import Period
from dashboard.values.qualifier import Qualifier

BLOCK = Block(reporter="RUS", partner="BLR", scope="goods", product="TOTAL", currency="USD")
UNITS = {
    "tn": Unit("USD tn", "USD", UnitKind.MONEY, Fraction(1000)),
    "bn": Unit("USD bn", "USD", UnitKind.MONEY, Fraction(1)),
    "mn": Unit("USD mn", "USD", UnitKind.MONEY, Fraction(1, 10**3)),
    "th": Unit("USD th", "USD", UnitKind.MONEY, Fraction(1, 10**6)),
    "one": Unit("USD", "USD", UnitKind.MONEY, Fraction(1, 10**9)),
    "%": Unit("%", None, UnitKind.PERCENT, Fraction(1)),
    "times": Unit("times", None, UnitKind.TIMES, Fraction(1)),
}
FLOWS = tuple(Flow)
STEP = Decimal("0.1")
Truth = dict[tuple[Flow, int], Fraction]
"""True exports and imports of each month, in bn."""


def rows(table: str) -> tuple[Observation, ...]:
    """Return the rows of a table: flow, period, measure, value, unit, and if need be step, qualifier, base.

    The first row is line 2, as below a header. "-" stands for an empty cell and "more_than" for "more than".
    """
    lines = [line for line in table.strip().splitlines() if line.strip()]
    return tuple(_row(number, line.split()) for number, line in enumerate(lines, start=2))


def _row(line: int, cells: list[str]) -> Observation:
    flow, period, measure, value, unit, step, qualifier, base = (*cells, *["-"] * (8 - len(cells)))
    when = Period.parse(period)
    return observation(
        line,
        Flow(flow),
        when,
        Measure(measure),
        Decimal(value),
        unit=unit,
        step=None if step == "-" else Decimal(step),
        qualifier=Qualifier(qualifier.replace("-", "").replace("_", " ")),
        base=None if base == "-" else Period.parse(base),
    )


def observation(
    line: int,
    flow: Flow,
    period: Period,
    measure: Measure,
    value: Decimal,
    *,
    unit: str = "bn",
    step: Decimal | None = None,
    qualifier: Qualifier = Qualifier.ROUNDED,
    base: Period | None = None,
) -> Observation:
    """Return a row of the tests' own block; compared with a year earlier unless it names another base."""
    compared = (base or period.earlier()) if measure.has_base else None
    return Observation(
        line=line,
        source="s",
        block=BLOCK,
        flow=flow,
        period=period,
        measure=measure,
        value=value,
        unit=UNITS[unit],
        step=step,
        step_from_digits=False,
        qualifier=qualifier,
        compared_with=compared,
    )


def amount(truth: Truth, flow: Flow, period: Period) -> Fraction:
    """Return the true flow of a period."""
    months = range(period.start, period.end)
    exports = sum((truth[Flow.EXPORTS, month] for month in months), Fraction(0))
    imports = sum((truth[Flow.IMPORTS, month] for month in months), Fraction(0))
    signs = {Flow.EXPORTS: (1, 0), Flow.IMPORTS: (0, 1), Flow.TURNOVER: (1, 1), Flow.BALANCE: (1, -1)}[flow]
    return signs[0] * exports + signs[1] * imports


def printed(number: Fraction, step: Decimal, rounding: str) -> Decimal:
    """Return a number rounded to multiples of a step."""
    ratio = number / Fraction(step)
    digits = Decimal(ratio.numerator * 10**20 // ratio.denominator).scaleb(-20)
    return digits.quantize(Decimal(1), rounding) * step


ROUNDINGS = (ROUND_HALF_UP, ROUND_HALF_EVEN)
_2021 = ("2021-Q1", "2021-H1", "2021-01/2021-09", "2021", "2021-03/2021-08", "2021-11/2022-02", "2021-Q4")
_2022 = ("2022-Q1", "2022-H1", "2022-01/2022-10", "2022", "2022-02", "2022-Q4", "2022-03/2022-08")
PERIODS = tuple(map(Period.parse, (*_2021, *_2022)))


@st.composite
def truths(draw: st.DrawFn) -> Truth:
    """Draw true flows for every month of 2020 to 2022, from nothing to 4 bn a month, to a tenth of a million."""
    seed = draw(st.integers(0, 10**6))
    most = draw(st.sampled_from((0, 9, 4_000, 40_000)))
    source = Random(seed)
    months = range(Period.parse("2020").start, Period.parse("2022").end)
    return {
        (flow, month): Fraction(source.randint(0, most), 10_000)
        for flow in (Flow.EXPORTS, Flow.IMPORTS)
        for month in months
    }


@st.composite
def blocks(draw: st.DrawFn, most: int = 12, errors: int = 0) -> tuple[Observation, ...]:
    """Draw rows that a truth was printed as, by any rule of rounding and with the right qualifiers.

    With `errors`, so many of them are then changed by some steps.
    """
    truth = draw(truths())
    wanted = draw(st.lists(st.tuples(st.sampled_from(PERIODS), st.sampled_from(FLOWS), st.sampled_from(STATED)),
                           min_size=1, max_size=most, unique=True))  # fmt: skip
    found: list[Observation] = []
    for period, flow, measure in wanted:
        row = _print(draw, len(found) + 2, truth, (period, flow, measure))
        if row is not None:
            found.append(row)
    for _ in range(errors if found else 0):
        at = draw(st.integers(0, len(found) - 1))
        found[at] = _wrong(found[at], draw(st.sampled_from((-30, -3, -1, 1, 2, 10))))
    return tuple(found)


def _print(draw: st.DrawFn, line: int, truth: Truth, what: tuple[Period, Flow, Measure]) -> Observation | None:
    period, flow, measure = what
    value = ratio(truth, period, flow, measure)
    if value is None:
        return None
    unit = draw(st.sampled_from(("bn", "mn", "th"))) if measure in (Measure.LEVEL, Measure.CHANGE) else "%"
    unit = "times" if measure is Measure.FACTOR else unit
    value /= UNITS[unit].scale
    finest = {"bn": "0.1", "mn": "1", "th": "100", "%": "0.1", "times": "0.1"}[unit]
    step = Decimal(finest) * draw(st.sampled_from((Decimal("0.1"), Decimal(1), Decimal(5), Decimal(10))))
    qualifier = draw(st.one_of(st.just(Qualifier.ROUNDED), st.sampled_from(Qualifier)))
    if qualifier is Qualifier.EXACT and Fraction(Decimal(value.numerator) / value.denominator) != value:
        qualifier = Qualifier.ROUNDED
    shown = _hedged(draw, value, step, qualifier)
    return observation(line, flow, period, measure, shown, unit=unit, step=step, qualifier=qualifier)


def ratio(truth: Truth, period: Period, flow: Flow, measure: Measure) -> Fraction | None:
    """Return what a measure of a flow truly is, in bn, % or times; None where it has no meaning."""
    now = amount(truth, flow, period)
    if measure is Measure.LEVEL:
        return now
    if measure is Measure.SHARE:
        total = amount(truth, Flow.TURNOVER, period)
        return 100 * now / total if total and flow in (Flow.EXPORTS, Flow.IMPORTS) else None
    before = amount(truth, flow, period.earlier())
    if measure is Measure.CHANGE:
        return now - before
    if flow is Flow.BALANCE or not before:
        return None
    return now / before if measure is Measure.FACTOR else 100 * (now - before) / before


def _hedged(draw: st.DrawFn, value: Fraction, step: Decimal, qualifier: Qualifier) -> Decimal:
    match qualifier:
        case Qualifier.EXACT:
            return Decimal(value.numerator) / value.denominator
        case Qualifier.MORE_THAN | Qualifier.AT_LEAST:
            return printed(value, step, "ROUND_FLOOR")
        case Qualifier.LESS_THAN | Qualifier.AT_MOST | Qualifier.NEARLY:
            return printed(value, step, ROUND_CEILING)
        case Qualifier.TRUNCATED:
            return printed(value, step, ROUND_DOWN)
        case _:
            return printed(value, step, draw(st.sampled_from(ROUNDINGS)))


def _wrong(row: Observation, steps: int) -> Observation:
    return changed(row, row.value + steps * (row.step or Decimal(1)))


def changed(row: Observation, value: Decimal) -> Observation:
    """Return a row that reports another number."""
    return replace(row, value=value)


def ten_years(years: int = 10, seed: int = 1) -> tuple[Observation, ...]:
    """Return the rows of monthly releases: January to each month, three flows, level to 0.1 bn and growth to 0.1 %.

    Ten years are 684 rows, as the first year has no growth.
    """
    source = Random(seed)
    first = Period.parse("2011").start
    truth = {
        (flow, month): Fraction(source.randint(10_000, 20_000), 10_000)
        for flow in (Flow.EXPORTS, Flow.IMPORTS)
        for month in range(first, first + 12 * years)
    }
    found: list[Observation] = []
    for period in (Period(first + 12 * year, months) for year in range(years) for months in range(1, 13)):
        for flow in (Flow.TURNOVER, Flow.EXPORTS, Flow.IMPORTS):
            for measure in (Measure.LEVEL, Measure.GROWTH):
                if measure is Measure.LEVEL or period.start > first:
                    value = ratio(truth, period, flow, measure) or Fraction(0)
                    shown = printed(value, STEP, ROUND_HALF_UP)
                    unit = "bn" if measure is Measure.LEVEL else "%"
                    found.append(observation(len(found) + 2, flow, period, measure, shown, unit=unit, step=STEP))
    return tuple(found)


def renumbered(found: Iterable[Observation], number: Callable[[int], int]) -> tuple[Observation, ...]:
    """Return the rows with other lines, in the order of the new ones."""
    return tuple(sorted((replace(row, line=number(row.line)) for row in found), key=lambda row: row.line))


def rescaled(found: Iterable[Observation], unit: str) -> tuple[Observation, ...]:
    """Return the rows with every amount printed in another unit of money."""
    return tuple(
        row
        if row.unit.currency is None
        else replace(
            row,
            unit=UNITS[unit],
            value=_times(row.value, row.unit.scale / UNITS[unit].scale),
            step=None if row.step is None else _times(row.step, row.unit.scale / UNITS[unit].scale),
        )
        for row in found
    )


def _times(number: Decimal, factor: Fraction) -> Decimal:
    return number * factor.numerator / factor.denominator
