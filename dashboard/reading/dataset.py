"""The four files as bytes -> one frozen data set, or every problem of every file at once.

It knows the rules that go across rows and files: ids, currencies left open, repeated rows, precision beside its
neighbours. The decision taken here: only a row that repeats number, unit and qualifier of another is an error; one
source that gives two numbers for one quantity is inconsistent data, which is a finding and not a misreading.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Final, TypeVar

from dashboard.reading.columns import CONTEXT, EVENTS, FORMS, OBSERVATIONS, SOURCES, OwnForm
from dashboard.reading.number import writes_commas, writes_thousands_commas
from dashboard.reading.remarks import Remarks, near, quoted
from dashboard.reading.row import observation
from dashboard.reading.sheet import Form, Row
from dashboard.reading.sheet import read as read_sheet
from dashboard.values.errors import DatasetError
from dashboard.values.message import Message
from dashboard.values.observation import Context, Dataset, Event, Observation, Source

MOST_LINES: Final = 20_000
"""Lines of a file: the rows of 10,000 are judged in less than a minute, and `scale` is for more."""

R = TypeVar("R")


def read(observations: bytes, sources: bytes, events: bytes | None = None, context: bytes | None = None) -> Dataset:
    """Return the data set that the bytes of the four files hold; the last two may be missing.

    Raises:
        DatasetError: A file cannot be read; the error lists every problem of every file.
    """
    given = tuple(zip(FORMS, (observations, sources, events, context), strict=True))
    remarks = {form: Remarks(form.file) for form in FORMS}
    rows = {form: () if data is None else _rows(form, data, remarks[form]) for form, data in given}
    whole = {form: not remarks[form].problems for form in FORMS}
    if whole[SOURCES]:
        _check_sources(rows, remarks)
    _refuse_twins(rows[SOURCES], remarks[SOURCES])
    made = Dataset(
        observations=_observations(rows[OBSERVATIONS], whole[OBSERVATIONS], remarks[OBSERVATIONS]),
        sources=_records(Source, SOURCES, rows[SOURCES], remarks[SOURCES]),
        events=_records(Event, EVENTS, rows[EVENTS], remarks[EVENTS]),
        context=_records(Context, CONTEXT, rows[CONTEXT], remarks[CONTEXT]),
    )
    problems = tuple(problem for form in FORMS for problem in remarks[form].in_order)
    if problems:
        raise DatasetError(problems)
    return replace(made, notices=tuple(notice for form in FORMS for notice in remarks[form].folded))


def _rows(form: Form, data: bytes, remarks: Remarks) -> tuple[Row, ...]:
    """Return the rows of a file, none when it has too many to be read while somebody waits."""
    if max(data.count(b"\n"), data.count(b"\r")) > MOST_LINES:
        many = "the file has more than {0} lines; files of so many rows are judged by trade-dashboard scale"
        remarks.refuse(Message(many, MOST_LINES))
        return ()
    return read_sheet(form, data, remarks)


def _check_sources(rows: Mapping[OwnForm, tuple[Row, ...]], remarks: Mapping[OwnForm, Remarks]) -> None:
    """Refuse every row that names a source which sources.csv does not have."""
    ids = {row.text("id") for row in rows[SOURCES]}
    named = [(form, row, row.text("source")) for form in (OBSERVATIONS, EVENTS, CONTEXT) for row in rows[form]]
    unknown = {source for _, _, source in named if source} - ids
    messages = {
        source: Message("{0} is no id in sources.csv; add it there{1}", quoted(source), near(source, ids))
        for source in unknown
    }
    for form, row, source in named:
        if source in unknown:
            remarks[form].refuse(messages[source], row.line, "source", source)


def _refuse_twins(rows: tuple[Row, ...], remarks: Remarks) -> None:
    """Refuse every source whose id is that of a source before it."""
    lines: dict[str, int] = {}
    for row in rows:
        name = row.text("id")
        first = lines.setdefault(name, row.line)
        if name and first != row.line:
            twice = Message("{0} is the id of line {1} as well; ids are unique", quoted(name), first)
            remarks.refuse(twice, row.line, "id", name)


def _record(kind: Callable[..., R], form: OwnForm, row: Row, remarks: Remarks) -> R | None:
    """Return a row as a record whose fields are its columns; None where one that it needs cannot be read."""
    cells = {column.name: column.of(row, remarks) for column in form.described}
    is_whole = all(cells[name] is not None for name in form.required)
    return kind(**cells, line=row.line, extra=row.extra) if is_whole else None


def _records(kind: Callable[..., R], form: OwnForm, rows: Iterable[Row], remarks: Remarks) -> tuple[R, ...]:
    made = (_record(kind, form, row, remarks) for row in rows)
    return tuple(record for record in made if record is not None)


def _observations(rows: tuple[Row, ...], whole: bool, remarks: Remarks) -> tuple[Observation, ...]:
    """Return the observations in the order of their lines; `whole` tells whether no row was lost before."""
    numbers = [row.text(column) for row in rows for column in ("value", "step")]
    commas = writes_commas(numbers, semicolons=any(row.delimiter == ";" for row in rows))
    thousands = writes_thousands_commas(numbers)
    each = [(row.text("source"), observation(row, remarks, commas=commas, thousands=thousands)) for row in rows]
    read = [row for _, row in each if row is not None]
    lost = {source for source, row in each if row is None}
    amounts, settled = _currencies(read), in_currency(read)
    for row in settled:
        if not row.block.currency and whole and row.source not in lost:
            _refuse_open_currency(row, amounts[row.source], remarks)
    _refuse_repeats(settled, remarks)
    _note_precision(settled, remarks)
    _note_bases(settled, remarks)
    return settled


def in_currency(rows: Sequence[Observation]) -> tuple[Observation, ...]:
    """Return observations, each in its own currency, else in the only one of its source, else as it was."""
    amounts = _currencies(rows)
    return tuple(_in_currency(row, amounts[row.source]) for row in rows)


def _currencies(rows: Iterable[Observation]) -> Mapping[str, frozenset[str]]:
    """Return the currencies in which each source states amounts."""
    amounts: defaultdict[str, frozenset[str]] = defaultdict(frozenset)
    for row in rows:
        if row.measure.is_money:
            amounts[row.source] |= {row.block.currency}
    return amounts


def _in_currency(row: Observation, amounts: frozenset[str]) -> Observation:
    if row.block.currency or len(amounts) != 1:
        return row
    return replace(row, block=replace(row.block, currency=next(iter(amounts))))


def _refuse_open_currency(row: Observation, amounts: frozenset[str], remarks: Remarks) -> None:
    currencies = sorted(amounts) or ["USD", "RUB"]
    units = ", ".join(f"{row.unit.text} {currency}" for currency in currencies)
    parts = quoted(row.unit.text), row.source, units, ", ".join(currencies)
    message = Message("{0} leaves the currency open, since source {1} has amounts in {3}; write one of {2}", *parts)
    if not amounts:
        none = "{0} leaves the currency open, since source {1} has no amounts in money; write one of {2}"
        message = Message(none, *parts)
    remarks.refuse(message, row.line, "unit", row.unit.text)


def _refuse_repeats(rows: Iterable[Observation], remarks: Remarks) -> None:
    lines: dict[Hashable, int] = {}
    for row in rows:
        first = lines.setdefault(row.identity, row.line)
        if first != row.line:
            remarks.refuse(Message("says the same as line {0}; delete one of the two", first), row.line)


def _note_precision(rows: Iterable[Observation], remarks: Remarks) -> None:
    """Note the rows whose rounding step came from their digits, and which of them look cut by a spreadsheet."""
    steps = [(row, row.step) for row in rows if row.step is not None and row.qualifier.has_step]
    finest: dict[tuple[str, str], Decimal] = {}
    for row, step in steps:
        key = (row.source, row.unit.text)
        finest[key] = min(step, finest.get(key, step))
    for row, step in steps:
        if row.step_from_digits:
            remarks.note(_precision(row, step, finest[row.source, row.unit.text]), row.line, "step")


def _precision(row: Observation, step: Decimal, least: Decimal) -> Message:
    if step <= least:
        return Message("the step is empty; {0} is taken from the digits", step)
    return Message(
        "the step is empty and {0} shows fewer decimals than the source's other numbers in {1}, which go down to {2}:"
        " a spreadsheet may have cut a zero off; {3} is used, fill in the step",
        *(row.value, row.unit.text, least, step),
    )


def _note_bases(rows: Iterable[Observation], remarks: Remarks) -> None:
    """Note the rows that compare unlike lengths, or an earlier period with a later one: possible, and seldom meant."""
    for row in rows:
        base = row.compared_with
        if base is not None and base.months != row.period.months:
            unlike = Message("compares {0} months with {1}", row.period.months, base.months)
            remarks.note(unlike, row.line, "compared_with")
        if base is not None and base.start > row.period.start:
            later = Message("compares {0} with {1}, which begins later", row.period, base)
            remarks.note(later, row.line, "compared_with")
