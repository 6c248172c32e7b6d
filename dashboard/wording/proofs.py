"""A proof in words that a reader can follow with a pencil.

Each step is a statement that holds, with its line in the file and the number it is multiplied by; added up they give
the claim. Amounts are shown with four decimals and multipliers with six where they are no short decimal numbers, so
that the sum comes out right on paper; the proof itself holds the exact fractions.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from types import MappingProxyType
from typing import Final

from dashboard.bounds import Bounds
from dashboard.interval import meaning
from dashboard.observation import Flow, Measure, Observation
from dashboard.period import Period
from dashboard.proof import Proof, Step
from dashboard.quantity import Quantity
from dashboard.system import Side, Statement
from dashboard.wording.language import Language
from dashboard.wording.phrase_text import TEXT as PHRASES
from dashboard.wording.phrases import decimals_of, lines, printed, quantity, unit_of
from dashboard.wording.words import Words

Rows = Mapping[int, Observation]
"""Observations by line."""

DECIMALS: Final = 4

MULTIPLIER_DECIMALS: Final = 6
"""What the sums of amounts of tens of bn need to come out right in the fourth decimal."""


@dataclass(frozen=True, slots=True)
class ProofText:
    """How a proof is said.

    Attributes:
        never_negative: Why a statement without a row holds.
        source: Where a statement comes from, with {line} and {printed}.
        sum: The last line of an amount: {claim} and {arithmetic}.
        ratio: The last line of a ratio: {form} is not negative, so {claim}.
        no_rows: The end that is a rule and no row.
    """

    never_negative: str
    source: str
    sum: str
    ratio: str
    no_rows: str


TEXT: Final[Mapping[Language, ProofText]] = MappingProxyType(
    {
        Language.EN: ProofText(
            never_negative="no flow is negative",
            source="{line}: {printed}",
            sum="Added up: {claim}, as {arithmetic} {value}.",
            ratio="Added up: {form} ≥ 0. So {claim}.",
            no_rows="{claim}, because no flow is negative.",
        ),
        Language.RU: ProofText(
            never_negative="поток не бывает отрицательным",
            source="{line}: {printed}",
            sum="В сумме: {claim}, так как {arithmetic} {value}.",
            ratio="В сумме: {form} ≥ 0. Значит, {claim}.",
            no_rows="{claim}, так как поток не бывает отрицательным.",
        ),
        Language.BE: ProofText(
            never_negative="паток не бывае адмоўным",
            source="{line}: {printed}",
            sum="У суме: {claim}, бо {arithmetic} {value}.",
            ratio="У суме: {form} ≥ 0. Значыць, {claim}.",
            no_rows="{claim}, бо паток не бывае адмоўным.",
        ),
    }
)


def bound(bounds: Bounds, side: Side, rows: Rows, currency: str, words: Words) -> tuple[str, ...]:
    """Return the proof of one end, a line for each step and one for the sum; nothing where the end is open."""
    proof = bounds.low if side is Side.LOW else bounds.high
    if proof is None:
        return ()
    claim = _claim(proof, bounds.quantity, currency, words)
    if not proof.steps:
        return (_capital(TEXT[words.language].no_rows.format(claim=claim)),)
    steps = tuple(_step(step, rows, words) for step in proof.steps)
    return (*steps, _sum(proof, bounds.quantity, claim, words))


def statement(of: Statement, row: Observation | None, words: Words) -> str:
    """Return what a statement says: "exports Jan–Oct 2022 ≤ 17.25", "(1 − 8.35%) × exports 2021 ≥ exports 2022"."""
    if row is None:
        return f"{_flow(of.flow, of.period, words)} ≥ 0"
    subject = _flow(row.flow, row.period, words)
    sign = "≥" if of.side is Side.LOW else "≤"
    if row.measure is Measure.LEVEL:
        return f"{subject} {sign} {_end(of, words)}"
    if row.compared_with is not None and row.measure is Measure.CHANGE:
        return f"{subject} − {_flow(row.flow, row.compared_with, words)} {sign} {_end(of, words)}"
    return f"{subject} {sign} {_multiple(of, row, words)}"


def _step(step: Step, rows: Rows, words: Words) -> str:
    text = TEXT[words.language]
    row = None if step.statement.line is None else rows[step.statement.line]
    said = statement(step.statement, row, words)
    why = text.never_negative
    if row is not None:
        why = text.source.format(line=lines([row.line], words), printed=printed(row, words))
    return f"{_number(step.times, words, MULTIPLIER_DECIMALS)} × [{said}]   ({why})"


def _claim(proof: Proof, of: Quantity, currency: str, words: Words) -> str:
    value = words.with_unit(_number(proof.bound, words), unit_of(of, currency))
    return f"{quantity(of, words)} {'≥' if proof.claim == Side.LOW else '≤'} {value}"


def _sum(proof: Proof, of: Quantity, claim: str, words: Words) -> str:
    text = TEXT[words.language]
    if of.asked.is_money:
        equals = "=" if decimals_of(proof.bound) <= DECIMALS else "≈"
        value = f"{equals} {_number(proof.bound, words)}"
        return text.sum.format(claim=claim, arithmetic=_arithmetic(proof, of, words), value=value)
    return text.ratio.format(form=_goal(proof, words), claim=claim)


def _arithmetic(proof: Proof, of: Quantity, words: Words) -> str:
    """Return the constants of an amount's steps, each times its multiplier, added up."""
    sign = 1 if proof.claim == Side.HIGH else -1
    terms = [(step.times * of.scale, sign * step.statement.form.constant) for step in proof.steps]
    return (
        _signed_sum([(value < 0, times, _number(abs(value), words)) for times, value in terms if value], words) or "0"
    )


def _goal(proof: Proof, words: Words) -> str:
    """Return the form that is proved to be not negative: "exports 2022 − 0.9885 × imports 2022"."""
    parts = [(proof.unknowns[index], coefficient) for index, coefficient in proof.goal.terms]
    return _signed_sum([(c < 0, abs(c), _flow(one.flow, one.period, words)) for one, c in parts], words)


def _signed_sum(parts: list[tuple[bool, Fraction, str]], words: Words) -> str:
    ordered = sorted(parts, key=lambda part: part[0])
    written = [
        (minus, what if times == 1 else f"{_number(times, words, MULTIPLIER_DECIMALS)} × {what}")
        for minus, times, what in ordered
    ]
    joined = "".join(f" {'−' if minus else '+'} {what}" for minus, what in written)
    return joined.removeprefix(" + ") if joined.startswith(" + ") else joined.replace(" − ", "−", 1)


def _end(of: Statement, words: Words) -> str:
    """Return the number of bn that a level or a change is compared with."""
    return _number(-of.form.constant if of.side is Side.LOW else of.form.constant, words)


def _multiple(of: Statement, row: Observation, words: Words) -> str:
    """Return the end of a growth, factor or share, times what it is a ratio to."""
    said = meaning(row.value, row.step, row.qualifier)
    ends = [i.low if of.side is Side.LOW else i.high for i in (said.hard, said.outer) if i is not None]
    end = next((end for end in ends if end is not None), Fraction(0))
    whole = _flow(Flow.TURNOVER, row.period, words) if row.compared_with is None else ""
    base = whole or _flow(row.flow, row.compared_with or row.period, words)
    size = _number(abs(end), words)
    if row.measure is Measure.GROWTH:
        return f"(1 {'−' if end < 0 else '+'} {words.with_unit(size, '%')}) × {base}"
    return f"{size if row.measure is Measure.FACTOR else words.with_unit(size, '%')} × {base}"


def _flow(flow: Flow, period: Period, words: Words) -> str:
    return PHRASES[words.language].flow_short.format(flow=words.flow(flow), period=words.period(period, short=True))


def _number(value: Fraction, words: Words, most: int = DECIMALS) -> str:
    return words.number(value, decimals_of(value, most))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
