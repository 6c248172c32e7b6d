"""A proof in words that a reader can follow with a pencil.

Each step is a statement that holds, with its line in the file and the number it is multiplied by; added up they give
the claim. What a row allows is always a decimal number and is written in full. An amount that no decimal number
writes is shown with four decimals and a multiplier with six, so that the sum comes out right on paper; "=" stands only
where nothing is rounded. The proof itself holds the exact fractions.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from dashboard.bounds.model import Bounds
from dashboard.bounds.proof import Proof, Step
from dashboard.bounds.quantity import Quantity
from dashboard.bounds.system import Form, Side, Statement
from dashboard.languages.catalogue import Texts
from dashboard.values.interval import Interval
from dashboard.values.measure import Flow, Operand
from dashboard.values.observation import Observation
from dashboard.values.period import Period
from dashboard.wording.letters import capital
from dashboard.wording.numbers import decimals_for
from dashboard.wording.phrases import PHRASES, decimals_of, in_full, lines, listed, printed, quantity, unit_of
from dashboard.wording.words import Words

Rows = Mapping[int, Observation]
"""Observations by line."""

DECIMALS: Final = 4

MULTIPLIER_DECIMALS: Final = 6
"""What the sums of amounts of tens of bn need to come out right in the fourth decimal."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProofText:
    """How a proof is said; [proofs] of en.toml says what each is."""

    never_negative: str
    source: str
    cancel: str
    left: str
    here: str
    rounded: str
    sum: str
    ratio: str
    no_rows: str


TEXT: Final = Texts(ProofText, "proofs")


def bound(bounds: Bounds, side: Side, rows: Rows, currency: str, words: Words) -> tuple[str, ...]:
    """Return the proof of one end: a line for each step, one on how they add up, the sum; nothing for an open end."""
    proof = bounds.low if side is Side.LOW else bounds.high
    if proof is None:
        return ()
    wording = _Wording(proof, bounds.quantity, currency, words)
    if not proof.steps:
        return (capital(TEXT[words.language].no_rows.format(claim=wording.claim)),)
    steps = tuple(_step(step, rows, wording) for step in proof.steps)
    why = _why(wording, rows)
    return (*steps, *((why,) if why else ()), _sum(wording))


@dataclass(frozen=True, slots=True)
class _Wording:
    """A proof, the quantity it is of, and the words it is written in."""

    proof: Proof
    quantity: Quantity
    currency: str
    words: Words

    @property
    def magnitude(self) -> tuple[Fraction, str]:
        """What amounts in bn are multiplied by to be told, and the word for it."""
        size = max((abs(step.statement.form.constant) for step in self.proof.steps), default=Fraction(0))
        fitted, unit = self.words.fitting(Interval.of(size), f"{self.currency} bn")
        return (fitted.high / size if fitted.high else Fraction(1)), unit.rpartition(" ")[2]

    @property
    def claim(self) -> str:
        """What is proved."""
        factor, magnitude = self.magnitude
        unit = unit_of(self.quantity, self.currency)
        if self.quantity.measure.is_money:
            value, unit = self.proof.bound * factor, unit.replace("bn", magnitude, 1)
        else:
            value = self.proof.bound
        value_in_unit = self.words.with_unit(_number(value, self.words), unit)
        return f"{quantity(self.quantity, self.words)} {'≥' if self.proof.claim == Side.LOW else '≤'} {value_in_unit}"


def statement(of: Statement, row: Observation | None, words: Words, factor: Fraction = Fraction(1)) -> str:
    """Return what a statement says: "exports Jan–Oct 2022 ≤ 17.25", "(1 − 8.35%) × exports 2021 ≥ exports 2022".

    Amounts are in bn times `factor`.
    """
    if row is None:
        return f"{_flow(of.flow, of.period, words)} ≥ 0"
    definition = row.measure.definition
    operands = (definition.above, None if row.measure.is_rate else definition.less)
    subject = " − ".join(_operand(operand, row, words) for operand in operands if operand is not None)
    end = _end(of, words, factor) if definition.below is None else _multiple(of, row, definition.below, words)
    return f"{subject} {'≥' if of.side is Side.LOW else '≤'} {end}"


def _operand(operand: Operand, row: Observation, words: Words) -> str:
    return _flow(*operand.at(row.flow, row.period, row.compared_with), words)


def _step(step: Step, rows: Rows, wording: _Wording) -> str:
    text, words = TEXT[wording.words.language], wording.words
    row = None if step.statement.line is None else rows[step.statement.line]
    inequality = statement(step.statement, row, words, wording.magnitude[0])
    why = text.never_negative
    if row is not None:
        why = text.source.format(line=lines([row.line], words), printed=printed(row, words))
    return f"{_times(step.times, words)} × [{inequality}]   ({why})"


def _why(wording: _Wording, rows: Rows) -> str:
    """Return why the steps add up to the claim, where that is not plain: what cancels, what a long multiplier is."""
    text, words, proof = TEXT[wording.words.language], wording.words, wording.proof
    used = {index for step in proof.steps for index, _ in step.statement.form.terms}
    rest = proof.goal
    for step in proof.steps:
        rest = rest.plus(Form(step.statement.form.terms), -step.times)
    gone = used - {index for index, _ in (*proof.goal.terms, *rest.terms)}
    added = (*_named(text.cancel, gone, wording), *_named(text.left, {index for index, _ in rest.terms}, wording))
    identities = _identities(wording, rows) if added or not wording.quantity.measure.is_money else ()
    long = sorted((step.times for step in proof.steps if _is_rounded(step.times)), key=lambda times: times.denominator)
    shown = (text.rounded.format(number=_times(f, words), fraction=f) for f in long[:1])
    return " ".join((*identities, *added, *shown))


def _identities(wording: _Wording, rows: Rows) -> tuple[str, ...]:
    """Return which sums of exports and imports stand behind the flows of a proof."""
    text, words = TEXT[wording.words.language], wording.words
    steps = [rows[step.statement.line] for step in wording.proof.steps if step.statement.line is not None]
    flows = {wording.quantity.flow, *(row.flow for row in steps)}
    yardsticks = (row.measure.definition.below for row in steps)
    flows |= {operand.flow for operand in yardsticks if operand is not None and operand.flow is not None}
    exports, imports = words.flow(Flow.EXPORTS), words.flow(Flow.IMPORTS)
    signs = {Flow.TURNOVER: "+", Flow.BALANCE: "−"}
    identities = [f"{words.flow(flow)} = {exports} {sign} {imports}" for flow, sign in signs.items() if flow in flows]
    return (text.here.format(identities=listed(identities, PHRASES[words.language].conjunction)),) if identities else ()


def _named(template: str, unknowns: set[int], wording: _Wording) -> tuple[str, ...]:
    ordered = [wording.proof.unknowns[index] for index in sorted(unknowns)]
    flows = [_flow(unknown.flow, unknown.period, wording.words) for unknown in ordered]
    conjunction = PHRASES[wording.words.language].conjunction
    return (template.format(flows=listed(flows, conjunction)),) if flows else ()


def _sum(wording: _Wording) -> str:
    text, of = TEXT[wording.words.language], wording.quantity
    if not of.measure.is_money:
        parts = _arithmetic(wording)
        equals = "≈" if any(_is_rounded(step.times) for step in wording.proof.steps) else "="
        arithmetic = parts if parts == "0" else f"{parts} {equals} 0"
        return text.ratio.format(form=_goal(wording.proof, wording.words), claim=wording.claim, arithmetic=arithmetic)
    bound = wording.proof.bound * wording.magnitude[0]
    rounds = any(_is_rounded(step.times * of.scale) for step in wording.proof.steps) or not is_decimal(bound)
    value = f"{'≈' if rounds else '='} {_number(bound, wording.words)}"
    return text.sum.format(claim=wording.claim, arithmetic=_arithmetic(wording), value=value)


def _arithmetic(wording: _Wording) -> str:
    """Return the constants of the steps, each times its multiplier, added up."""
    proof, factor = wording.proof, wording.magnitude[0]
    sign = 1 if proof.claim == Side.HIGH and wording.quantity.measure.is_money else -1
    scale = wording.quantity.scale if wording.quantity.measure.is_money else Fraction(1)
    terms = [(step.times * scale, sign * step.statement.form.constant * factor) for step in proof.steps]
    return (
        _signed_sum([(v < 0, times, _number(abs(v), wording.words)) for times, v in terms if v], wording.words) or "0"
    )


def _goal(proof: Proof, words: Words) -> str:
    """Return the form that is proved to be not negative: "exports 2022 − 0.9885 × imports 2022"."""
    parts = [(proof.unknowns[index], coefficient) for index, coefficient in proof.goal.terms]
    return _signed_sum([(c < 0, abs(c), _flow(unknown.flow, unknown.period, words)) for unknown, c in parts], words)


def _signed_sum(parts: list[tuple[bool, Fraction, str]], words: Words) -> str:
    ordered = sorted(parts, key=lambda part: part[0])
    written = [(minus, what if times == 1 else f"{_times(times, words)} × {what}") for minus, times, what in ordered]
    joined = "".join(f" {'−' if minus else '+'} {what}" for minus, what in written)
    return joined.removeprefix(" + ") if joined.startswith(" + ") else joined.replace(" − ", "−", 1)


def _end(of: Statement, words: Words, factor: Fraction) -> str:
    """Return the number that a level or a change is compared with."""
    return _number((-of.form.constant if of.side is Side.LOW else of.form.constant) * factor, words)


def _multiple(of: Statement, row: Observation, yardstick: Operand, words: Words) -> str:
    """Return the end of a growth, factor or share, times what it is a ratio to."""
    reading = row.printed
    ends = [i.low if of.side is Side.LOW else i.high for i in (reading.hard, reading.outer) if i is not None]
    end = next((end for end in ends if end is not None), Fraction(0))
    size = _number(abs(end), words)
    if row.measure.per_ratio != 1:
        size = words.with_unit(size, "%")
    times = f"(1 {'−' if end < 0 else '+'} {size})" if row.measure.is_rate else size
    return f"{times} × {_operand(yardstick, row, words)}"


def _flow(flow: Flow, period: Period, words: Words) -> str:
    return PHRASES[words.language].flow_short.format(flow=words.flow(flow), period=words.period(period, short=True))


def decimals_shown(interval: Interval) -> int:
    """Return the decimals with which the ends of an interval are written: in full where both can be, else with four.

    With more where four would write both ends alike.
    """
    known = [end for end in (interval.low, interval.high) if end is not None]
    if all(map(is_decimal, known)):
        return max((in_full(end, DECIMALS) for end in known), default=0)
    return max(DECIMALS, decimals_for(interval) if interval.width else 0)


def is_decimal(number: Fraction) -> bool:
    """Return whether some number of decimals writes a number exactly."""
    return in_full(number, -1) >= 0


def _number(value: Fraction, words: Words) -> str:
    return words.number(value, in_full(value, DECIMALS))


def _times(value: Fraction, words: Words) -> str:
    return words.number(value, decimals_of(value, MULTIPLIER_DECIMALS))


def _is_rounded(times: Fraction) -> bool:
    return (times * 10**MULTIPLIER_DECIMALS).denominator != 1
