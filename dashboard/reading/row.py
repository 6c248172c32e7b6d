"""One row of observations.csv: its cells, and the rules that need nothing but the row.

All cells are read before any rule is asked, and a rule keeps silent about a cell that could not be read, so that one
row tells all its problems at once. The currency of a "%" row may stay open here: its source's other rows settle it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import partial
from typing import Final, TypeVar

from dashboard.reading.columns import OBSERVATIONS
from dashboard.reading.dates import SERIAL_DAYS, number_of_serial
from dashboard.reading.number import value
from dashboard.reading.remarks import Remarks, quoted
from dashboard.reading.sheet import Row
from dashboard.values.measure import Flow, Measure, UnitKind
from dashboard.values.message import NOTHING, Message
from dashboard.values.observation import Block, Observation, Unit
from dashboard.values.period import Period
from dashboard.values.qualifier import Qualifier, step_of_digits

_PADDED: Final = re.compile(r".*[.,][0-9]0\s*%")

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """The cells of a row as far as they could be read; None stands for an unreadable or an empty one."""

    row: Row
    source: str | None
    reporter: str | None
    partner: str | None
    flow: Flow | None
    period: Period | None
    measure: Measure | None
    value: Decimal | None
    unit: Unit | None
    step: Decimal | None
    qualifier: Qualifier | None
    compared_with: Period | None
    scope: str | None
    product: str | None
    wording: str
    note: str


def observation(row: Row, remarks: Remarks, *, commas: bool = False, thousands: bool = False) -> Observation | None:
    """Return the observation of a row, or None when the row has a problem, which then stands in `remarks`.

    Args:
        row: The cells.
        remarks: The problems and notices of the file.
        commas: Whether the file writes decimal commas.
        thousands: Whether the file writes commas between thousands.
    """
    before = len(remarks.problems)
    draft = _draft(row, remarks, commas, thousands)
    for column, broken in _RULES:
        if message := broken(draft):
            remarks.refuse(message, row.line, column, row.text(column))
    finished = _finished(draft)
    return None if len(remarks.problems) > before else finished


def _draft(row: Row, remarks: Remarks, commas: bool, thousands: bool) -> Draft:
    reads = {"value": partial(value, step=row.text("step"), commas=commas, thousands=thousands)}
    cells = {column.name: column.of(row, remarks, reads.get(column.name)) for column in OBSERVATIONS.described}
    return Draft(row=row, **cells)


def _finished(draft: Draft) -> Observation | None:
    """Return the observation of a draft with the defaults of its empty cells; None when a cell could not be read."""
    block = _block(draft)
    if block is None or draft.flow is None or draft.period is None or draft.measure is None or draft.qualifier is None:
        return None
    if draft.value is None or draft.unit is None:
        return None
    from_digits = draft.step is None and not draft.qualifier.is_soft
    return Observation(
        line=draft.row.line,
        source=draft.source or "",
        block=block,
        flow=draft.flow,
        period=draft.period,
        measure=draft.measure,
        value=draft.value,
        unit=draft.unit,
        step=step_of_digits(draft.value) if from_digits else draft.step,
        step_from_digits=from_digits,
        qualifier=draft.qualifier,
        compared_with=(draft.compared_with or draft.period.earlier()) if draft.measure.has_base else None,
        wording=draft.wording,
        note=draft.note,
        extra=draft.row.extra,
    )


def _block(draft: Draft) -> Block | None:
    who, what, unit = (draft.reporter, draft.partner), (draft.scope, draft.product), draft.unit
    if who[0] is None or who[1] is None or what[0] is None or what[1] is None or unit is None:
        return None
    return Block(reporter=who[0], partner=who[1], scope=what[0], product=what[1], currency=unit.currency or "")


def _one_country(draft: Draft) -> Message:
    same = draft.reporter is not None and draft.reporter == draft.partner
    return (
        Message("{0} is the reporter as well; write the country on the other side", draft.partner) if same else NOTHING
    )


def _unfit_unit(draft: Draft) -> Message:
    if draft.unit is None or draft.measure is None or draft.unit.kind is draft.measure.definition.unit:
        return NOTHING
    allowed = _ALLOWED_UNITS[draft.measure.definition.unit]
    return Message("{0} does not fit {1}; write {2}", quoted(draft.unit.text), draft.measure, allowed)


_ALLOWED_UNITS: Final = {
    UnitKind.MONEY: Message("a currency with its scale, such as USD bn"),
    UnitKind.PERCENT: Message("% or % with a currency, such as % USD"),
    UnitKind.TIMES: Message("times or times with a currency, such as times USD"),
}


def _meaningless_measure(draft: Draft) -> Message:
    if draft.flow is None or draft.measure is None or draft.flow not in draft.measure.definition.undefined:
        return NOTHING
    return Message(draft.measure.definition.undefined[draft.flow], draft.measure)


def _impossible_value(draft: Draft) -> Message:
    if draft.value is None or draft.measure is None or draft.flow is None:
        return NOTHING
    if draft.measure.limits(draft.flow).contains(Fraction(draft.value)):
        return NOTHING
    return Message(draft.measure.definition.beyond, quoted(draft.row.text("value")), draft.flow)


def _serial_date(draft: Draft) -> Message:
    """Return why a number is more likely the day in a spreadsheet's calendar that the number was taken for."""
    text = draft.row.text("value")
    if draft.unit is None or re.fullmatch("[0-9]{5}", text) is None or draft.unit.scale < 1:
        return NOTHING
    if not SERIAL_DAYS[0] <= int(text) <= SERIAL_DAYS[1]:
        return NOTHING
    return Message(
        "{0} can be a date, which a spreadsheet makes of a number such as {1};"
        " write the number again as text, or {2} if it is the number",
        f"{quoted(text)} {draft.unit.text}",
        number_of_serial(text),
        f"{text}.0",
    )


def _percent_of_money(draft: Draft, column: str, number: Decimal | None) -> Message:
    text = draft.row.text(column)
    if number is None or draft.unit is None or not text.endswith("%") or draft.unit.kind is UnitKind.PERCENT:
        return NOTHING
    return Message(
        "{0} has a per cent sign, but the unit is {1}; write one or the other", quoted(text), draft.unit.text
    )


def _open_precision(draft: Draft) -> Message:
    """Return why the step has to be given where a spreadsheet may have written two decimals of its own accord."""
    text = draft.row.text("value")
    if draft.step is not None or draft.value is None or not _PADDED.fullmatch(text):
        return NOTHING
    return Message(
        "{0} can have its last zero from a spreadsheet, which shows 41.2 % so; fill in the step", quoted(text)
    )


def _no_step(draft: Draft) -> Message:
    if draft.step is None or draft.step > 0:
        return NOTHING
    return Message("{0} is not above zero; write the rounding step, such as 0.1", quoted(draft.row.text("step")))


def _unfit_base(draft: Draft) -> Message:
    if draft.compared_with is None or draft.measure is None:
        return NOTHING
    if not draft.measure.has_base:
        return Message("a {0} is compared with nothing; leave the cell empty", draft.measure)
    if draft.compared_with != draft.period:
        return NOTHING
    return Message("{0} is the period of the row itself; write the period before it", draft.compared_with)


_RULES: Final[tuple[tuple[str, Callable[[Draft], Message]], ...]] = (
    ("partner", _one_country),
    ("measure", _meaningless_measure),
    ("value", _impossible_value),
    ("value", _serial_date),
    ("value", lambda draft: _percent_of_money(draft, "value", draft.value)),
    ("step", lambda draft: _percent_of_money(draft, "step", draft.step)),
    ("step", _open_precision),
    ("unit", _unfit_unit),
    ("step", _no_step),
    ("compared_with", _unfit_base),
)
