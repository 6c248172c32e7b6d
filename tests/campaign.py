"""Random blocks judged by the engine and by the oracle: `python -m tests.campaign --blocks 20000 --seed 1`.

A block is drawn from a truth: nested and overlapping periods, every measure, every hedge, any base, any rule of
rounding; half of the blocks have one or two numbers changed afterwards. What the oracle's floats cannot tell apart (a
contradiction below a thousand dollars, a base that may be next to nothing) is skipped and counted, never guessed.
"""

from __future__ import annotations

import sys
from argparse import ArgumentParser
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from random import Random
from typing import Final

from dashboard.bounds.conflict import Claims, Conflicts, explain, hard_parts
from dashboard.bounds.model import Model
from dashboard.bounds.quantity import Quantity
from dashboard.bounds.system import System
from dashboard.bounds.verdict import Verdict
from dashboard.judging.judgement import Judgement, against_the_others, judge
from dashboard.values.interval import Interval
from dashboard.values.measure import STATED, Flow, Measure
from dashboard.values.observation import Observation
from dashboard.values.period import Period
from dashboard.values.qualifier import Qualifier
from tests.blocks import UNITS, Truth, amount, changed, observation, printed
from tests.oracle import Months, excesses, families, form, levels, tested

FIRST, LAST = Period.parse("2019").start, Period.parse("2022").end
ROUNDINGS: Final = ("ROUND_HALF_UP", "ROUND_HALF_EVEN", "ROUND_HALF_DOWN")
FINEST: Final = {"bn": "0.1", "mn": "1", "th": "100", "%": "0.1", "times": "0.1"}
NONE, SOME, TINY = 1e-10, 1e-6, 1e-7
"""In bn: what the oracle takes for no contradiction, for surely one, and for a base of next to nothing. It does not say
what lies between the first two, or hangs on how small the base of a rate may be."""
PLAIN = 0.01
"""In bn: a base at which the oracle's floats see what a rate lacks."""
NOISE, FAR = 1e-8, 1e4
"""In bn: the same as the first where many blocks are solved together; beyond the second a level counts as open."""

Level = tuple[Flow, Period]


@dataclass(frozen=True, slots=True)
class Drawn:
    """A random block.

    Attributes:
        honest: The rows as the truth was printed.
        rows: The same, some of them changed.
        planted: The lines of the changed ones.
    """

    truth: Truth
    honest: tuple[Observation, ...]
    rows: tuple[Observation, ...]
    planted: tuple[int, ...]


def drawn(seed: int, errors: int | None = None, most_rows: int = 8) -> Drawn:
    """Return the block of a seed, 2 to 8 rows; with 0 to 2 of its numbers changed unless `errors` says how many."""
    source = Random(seed)
    most = source.choice((9, 4_000, 20_000, 40_000))
    truth = {
        (flow, month): Fraction(source.randint(0, most), 10_000)
        for flow in (Flow.EXPORTS, Flow.IMPORTS)
        for month in range(FIRST, LAST)
    }
    periods = [_period(source) for _ in range(3)]
    honest: list[Observation] = []
    wanted = source.randint(2, most_rows)
    while len(honest) < wanted:
        row = _row(source, truth, len(honest) + 2, periods)
        honest += [] if row is None else [row]
    number = source.choice((0, 0, 1, 2)) if errors is None else errors
    planted = tuple(sorted(source.sample([row.line for row in honest], min(number, len(honest)))))
    rows = tuple(_wrong(source, row) if row.line in planted else row for row in honest)
    return Drawn(truth, tuple(honest), rows, planted)


def _period(source: Random) -> Period:
    year = source.choice((2021, 2022))
    if source.random() < 0.7:
        return Period(year * 12, source.choice((1, 2, 3, 6, 9, 10, 12)))
    start = source.randrange(Period.parse("2020-07").start, LAST)
    return Period(start, source.randint(1, min(12, LAST - start)))


def _row(source: Random, truth: Truth, line: int, periods: list[Period]) -> Observation | None:
    flow, measure, period = source.choice(list(Flow)), source.choice(STATED), source.choice(periods)
    base = None
    if measure.has_base:
        base = source.choice((period.earlier(), period.earlier(), source.choice(periods)))
        base = period.earlier() if base == period else base
    value = _true(truth, flow, measure, period, base)
    if value is None:
        return None
    unit = source.choice(("bn", "bn", "mn", "th")) if measure in (Measure.LEVEL, Measure.CHANGE) else "%"
    unit = "times" if measure is Measure.FACTOR else unit
    value /= UNITS[unit].scale
    step = Decimal(FINEST[unit]) * source.choice((Decimal("0.1"), Decimal(1), Decimal(5), Decimal(10)))
    qualifier = source.choice((Qualifier.ROUNDED, *Qualifier))
    if qualifier is Qualifier.EXACT and Fraction(Decimal(value.numerator) / value.denominator) != value:
        qualifier = Qualifier.ROUNDED
    shown = _shown(source, value, step, qualifier)
    return observation(line, flow, period, measure, shown, unit=unit, step=step, qualifier=qualifier, base=base)


def _true(truth: Truth, flow: Flow, measure: Measure, period: Period, base: Period | None) -> Fraction | None:
    now = amount(truth, flow, period)
    if measure is Measure.SHARE:
        total = amount(truth, Flow.TURNOVER, period)
        return 100 * now / total if total and flow in (Flow.EXPORTS, Flow.IMPORTS) else None
    if base is None:
        return now
    before = amount(truth, flow, base)
    if measure is Measure.CHANGE:
        return now - before
    if flow is Flow.BALANCE or not before:
        return None
    return now / before if measure is Measure.FACTOR else 100 * (now - before) / before


def _shown(source: Random, value: Fraction, step: Decimal, qualifier: Qualifier) -> Decimal:
    match qualifier:
        case Qualifier.EXACT:
            return Decimal(value.numerator) / value.denominator
        case Qualifier.MORE_THAN | Qualifier.AT_LEAST:
            return printed(value, step, "ROUND_FLOOR")
        case Qualifier.LESS_THAN | Qualifier.AT_MOST | Qualifier.NEARLY:
            return printed(value, step, "ROUND_CEILING")
        case Qualifier.TRUNCATED:
            return printed(value, step, "ROUND_DOWN")
        case _:
            return printed(value, step, source.choice(ROUNDINGS))


def _wrong(source: Random, row: Observation) -> Observation:
    return changed(row, row.value + source.choice((-30, -3, -1, 1, 2, 10, 300)) * (row.step or Decimal(1)))


def faults(seed: int, *, subsets: bool = True) -> Iterator[str]:
    """Yield what the engine and the oracle say differently about the block of a seed; "skipped …" where it is not said.

    `subsets` adds the conflicts and corrections of every subset, which takes up to 256 linear programs.
    """
    block = drawn(seed)
    judged = judge(block.rows)
    excess = Months(block.rows).excess()
    hard = explain(Claims(System.of(block.rows), hard_parts(block.rows)))
    if NONE <= excess <= SOME or (excess > SOME) != (Months(block.rows).excess(least=TINY) > SOME):
        yield "skipped: the oracle cannot tell"
        return
    if bool(hard.conflicts) != (excess > SOME):
        yield f"feasibility: oracle's excess {excess}, engine's conflicts {[c.lines for c in hard.conflicts]}"
        return
    if hard.conflicts:
        yield from _explanations(block, hard) if subsets else ()
        return
    yield from _verdict(block, judged)
    yield from _bounds(block, Random(seed))
    if judged.verdict is not Verdict.CONTRADICTION:
        yield from _implied(block, judged, Random(seed))


def quick_faults(seeds: Sequence[int]) -> Iterator[str]:
    """Yield as `faults`, for many small blocks at once: whether rows can be true, in a quarter the bounds of a level.

    The oracle answers for all blocks with four linear programs, as they share no unknown.
    """
    blocks = [drawn(seed, most_rows=4) for seed in seeds]
    models = [Months(block.rows) for block in blocks]
    sure = zip(seeds, blocks, models, excesses(models), excesses(models, least=TINY), strict=True)
    asked: list[tuple[int, Months, Level, Interval]] = []
    for seed, block, model, excess, least in sure:
        if NOISE <= excess <= SOME or (excess > SOME) != (least > SOME):
            yield "skipped: the oracle cannot tell"
            continue
        claims = Claims(System.of(block.rows), hard_parts(block.rows))
        if (claims.contradiction(claims.lines) is not None) != (excess > SOME):
            yield f"feasibility: seed {seed}, oracle's excess {excess}"
        elif excess < NOISE and seed % 4 == 0:
            level = Random(seed).choice(list(Flow)), Random(seed).choice(block.rows).period
            found = Model.of(block.rows).bounds(Quantity.of(Measure.LEVEL, *level)).interval
            asked.append((seed, model, level, found))
    if asked:
        expected = levels([one for _, one, _, _ in asked], [one.vector(*level) for _, one, level, _ in asked], FAR)
        for (seed, _, level, found), ends in zip(asked, expected, strict=True):
            for end, other in zip((found.low, found.high), ends, strict=True):
                if not _same_or_far(end, other):
                    yield f"bound: seed {seed}, {level}: oracle {other}, engine {end}"


def _same_or_far(end: Fraction | None, other: float) -> bool:
    if abs(other) > FAR * 0.999:
        return end is None or abs(end) > FAR * 0.99
    return end is not None and abs(float(end) - other) <= 1e-6 + 1e-5 * abs(other)


def _explanations(block: Drawn, explained: Conflicts) -> Iterator[str]:
    wrong, smallest = families(block.rows)
    found = {frozenset(conflict.lines) for conflict in explained.conflicts}
    if _is_doubtful(block, wrong ^ found):
        yield "skipped: the oracle cannot tell of a subset"
        return
    if found != wrong:
        yield f"conflicts: oracle {sorted(map(sorted, wrong))}, engine {sorted(map(sorted, found))}"
    if set(map(frozenset, explained.corrections)) != smallest:
        yield f"corrections: oracle {sorted(map(sorted, smallest))}, engine {explained.corrections}"


def _is_doubtful(block: Drawn, sets: set[frozenset[int]]) -> bool:
    """Return whether the oracle's floats leave open if one of these sets of rows, or one of its parts, can be true."""
    parts = {lines - {left_out} for lines in sets for left_out in (None, *lines)} - {frozenset()}
    models = [Months([row for row in block.rows if row.line in lines]) for lines in parts]
    found = [(model.excess(), model.excess(least=TINY)) for model in models]
    return any(NONE <= some <= SOME or (some > SOME) != (least > SOME) for some, least in found)


def _verdict(block: Drawn, judged: Judgement) -> Iterator[str]:
    """Yield where a verdict on rows that can be true is not the oracle's: soft rows by their intervals, then all.

    A fall by 100 % leaves a rate nothing to shrink by, and what that lacks is too little to be seen at a small base.
    """
    model = Months(block.rows)
    shrinks = model.excess(0.01) < NONE and model.excess(0.01, least=PLAIN) < NONE
    wanted = Verdict.CONSISTENT if shrinks else None
    for row in block.rows:
        if not row.qualifier.is_soft:
            continue
        soft, outer = (model.excess(ends={row.line: ends}) for ends in tested(row))
        verdict = dict(judged.soft)[row.line]
        least = [model.excess(ends={row.line: ends}, least=TINY) for ends in tested(row)]
        if any(NONE <= e <= SOME or (e > SOME) != (t > SOME) for e, t in zip((soft, outer), least, strict=True)):
            return
        right = Verdict.CONSISTENT if soft < NONE else Verdict.UNDECIDED if outer < NONE else Verdict.CONTRADICTION
        if verdict is not right:
            yield f"soft row {row.line}: oracle {right}, engine {verdict}"
        wanted = wanted if right is Verdict.CONSISTENT else right
    if wanted is Verdict.CONSISTENT and judged.verdict is not wanted:
        yield f"verdict: oracle {wanted}, engine {judged.verdict} with margin {judged.margin}"


def _bounds(block: Drawn, source: Random) -> Iterator[str]:
    periods = sorted({row.period for row in block.rows} | {row.compared_with or row.period for row in block.rows})
    for _ in range(2):
        asked, flow = source.choice(QUESTIONS)
        period = source.choice((*periods, _period(source)))
        against = source.choice(periods)
        base = against if asked.has_base and against != period and source.random() < 0.5 else None
        quantity = Quantity.of(asked, flow, period, base)
        found = Model.of(block.rows, quantity.periods).bounds(quantity).interval
        expected = form(Months(block.rows, quantity.periods), quantity)
        for side, end, other in zip(("low", "high"), (found.low, found.high), expected, strict=True):
            if not _same(None if end is None else float(end / quantity.scale), other):
                yield f"{side} of {asked} of {flow} {period} against {quantity.base}: oracle {other}, engine {end}"


def _implied(block: Drawn, judged: Judgement, source: Random) -> Iterator[str]:
    """Yield where the implied interval of a row is not what the other rows allow for it."""
    at = source.randrange(len(block.rows))
    row = block.rows[at]
    found = next(one for one in against_the_others(judged) if one.row.line == row.line)
    quantity = Quantity.of_row(row)
    expected = form(Months((*block.rows[:at], *block.rows[at + 1 :]), quantity.periods), quantity)
    scale = quantity.scale / (row.unit.scale if row.unit.currency else 1)
    for side, end, other in zip(("low", "high"), (found.implied.low, found.implied.high), expected, strict=True):
        if not _same(None if end is None else float(end / scale), other):
            yield f"implied {side} of line {row.line}: oracle {other}, engine {end}"


QUESTIONS: Final = [
    (asked, flow)
    for asked in Measure
    for flow in Flow
    if not (asked in (Measure.GROWTH, Measure.FACTOR) and flow is Flow.BALANCE)
    and not (asked is Measure.SHARE and flow in (Flow.TURNOVER, Flow.BALANCE))
]


def _same(end: float | None, other: float | None) -> bool:
    if end is None or other is None:
        return end is other
    return abs(end - other) <= 1e-6 + 1e-5 * abs(other)


def main() -> int:
    """Return 0 when engine and oracle agree on every block, else 1; print where they do not."""
    said = ArgumentParser(prog="python -m tests.campaign")
    said.add_argument("--blocks", type=int, default=2_000)
    said.add_argument("--seed", type=int, default=1, help="of the first block; the others follow")
    options = said.parse_args()
    counts: Counter[str] = Counter()
    for seed in range(options.seed, options.seed + options.blocks):
        try:
            found = list(faults(seed))
        except Exception as error:  # noqa: BLE001  # a campaign reports every failure and goes on
            found = [f"{type(error).__name__}: {error}"]
        counts.update(fault.partition(":")[0] for fault in found)
        counts["blocks that agree"] += not found
        sys.stdout.writelines(f"seed {seed}: {fault}\n" for fault in found if not fault.startswith("skipped"))
        sys.stdout.flush()
    sys.stdout.write(f"{dict(counts)}\n")
    return int(any(not name.startswith(("skipped", "blocks")) for name in counts))


if __name__ == "__main__":
    raise SystemExit(main())
