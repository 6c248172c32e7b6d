"""The rows of the data set as frozen values: who reported which number, when and how precisely.

Nothing here reads a file. A row keeps the number as printed, its line in the file and the columns this package
does not know, so that any figure on the page can be followed back to the cell it came from.
"""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction

from dashboard.values.interval import Interval
from dashboard.values.measure import Flow, Measure, UnitKind
from dashboard.values.message import Message, placed
from dashboard.values.partial_date import DateRange, PartialDate
from dashboard.values.period import Period
from dashboard.values.qualifier import Meaning, Qualifier, meaning


@dataclass(frozen=True, slots=True)
class Unit:
    """The unit a number is printed in.

    Attributes:
        text: As the files spell it, "USD bn", "% RUB", "times".
        currency: "USD", or None when the unit names none.
        scale: What one of it is in the unit of computing: bn of the currency for money (1/1000 for USD mn), 1 for %
            and times.
    """

    text: str
    currency: str | None
    kind: UnitKind
    scale: Fraction


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A publication: one row of sources.csv.

    Attributes:
        id: The key that observations name, "mfa-2023-01".
        published, retrieved: As far as each is known; None where it is not known at all.
        extra: Unknown columns and their cells, kept as they were.
    """

    id: str
    publisher: str
    title: str
    published: PartialDate | None = None
    address: str = ""
    language: str = ""
    retrieved: PartialDate | None = None
    note: str = ""
    line: int
    extra: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, order=True, kw_only=True)
class Block:
    """The rows that can bear on each other: one count of one trade in one currency.

    Attributes:
        reporter, partner: Who counts, and the country on the other side, as ISO 3166-1 alpha-3.
        scope: "goods", "services" or "goods and services".
        product: A code of the Harmonized System, or "TOTAL".
        currency: As ISO 4217; "" as long as it is open.
    """

    reporter: str
    partner: str
    scope: str
    product: str
    currency: str

    @property
    def pair(self) -> frozenset[str]:
        """The two countries, whichever counts."""
        return frozenset((self.reporter, self.partner))

    @property
    def mirrored(self) -> Block:
        """The partner's count of the same trade."""
        return replace(self, reporter=self.partner, partner=self.reporter)


@dataclass(frozen=True, slots=True, kw_only=True)
class Observation:
    """One reported number: one row of observations.csv.

    Attributes:
        line: Its line in the file, the header being line 1.
        source: The id of its row in sources.csv.
        block: Whose count of which trade, in which currency.
        flow, period, measure: What the number is of.
        value: The number as printed, in `unit`.
        step: The rounding step in `unit`; None only for a soft row without one, whose reach is then its grid.
        step_from_digits: True when the file left `step` empty and it was taken from the decimals of `value`.
        compared_with: The base period; None for a measure without one.
        wording: The few words that carry the number, "more than a third".
        extra: Unknown columns and their cells, kept as they were.
    """

    line: int
    source: str
    block: Block
    flow: Flow
    period: Period
    measure: Measure
    value: Decimal
    unit: Unit
    step: Decimal | None
    step_from_digits: bool
    qualifier: Qualifier
    compared_with: Period | None
    wording: str = ""
    note: str = ""
    extra: tuple[tuple[str, str], ...] = ()

    @property
    def identity(self) -> Hashable:
        """What it says: two rows of which it is the same are one number, printed once and written down twice."""
        quantity = (self.source, self.block, self.flow, self.period, self.measure, self.compared_with)
        return *quantity, self.value, self.unit.scale, self.qualifier

    @property
    def meaning(self) -> Meaning:
        """What the number stands for, in its own unit."""
        never_negative = self.measure.is_never_negative(self.flow)
        return meaning(self.value, self.step, self.qualifier, never_negative=never_negative)

    @property
    def printed(self) -> Meaning:
        """The same of the print alone, as if the number could be below 0 whatever it is of."""
        return meaning(self.value, self.step, self.qualifier)

    @property
    def decimals(self) -> int:
        """How many decimals it is printed with."""
        return max(0, -int(self.value.as_tuple().exponent))

    @property
    def number(self) -> Fraction:
        """The number as printed, in bn of the currency, in %, or in times."""
        return Fraction(self.value) * self.unit.scale

    @property
    def stated(self) -> Interval:
        """What the number stands for by its narrow reading, in bn of the currency, in %, or in times."""
        return self.meaning.shown.scaled(self.unit.scale)

    @property
    def hard(self) -> Interval:
        """What binds, in bn of the currency, in %, or in times."""
        return self.meaning.hard.scaled(self.unit.scale)

    @property
    def widest(self) -> Interval:
        """What no reading of the number leaves, in bn of the currency, in %, or in times."""
        return self.meaning.widest.scaled(self.unit.scale)


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something that happened and helps to read the trade figures: one row of events.csv."""

    date: DateRange
    title: str
    place: str = ""
    source: str = ""
    line: int
    extra: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """A statement in numbers that is no trade flow: one row of context.csv.

    Attributes:
        period: When it held; None where the file does not say.
        value: The text as printed, "6", "top five"; such rows are shown, never computed with.
    """

    subject: str
    period: DateRange | None = None
    value: str
    unit: str = ""
    qualifier: Qualifier = Qualifier.ROUNDED
    source: str = ""
    line: int
    extra: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Notice:
    """Something the reader did or noticed that the editor of the file should know; it stops nothing."""

    file: str
    line: int | None
    column: str
    message: Message

    @property
    def sentence(self) -> Message:
        """The message behind its place."""
        return placed(self.file, self.line, self.column, self.message)

    def __str__(self) -> str:
        return str(self.sentence)


@dataclass(frozen=True, slots=True, kw_only=True)
class Dataset:
    """All that the four files say, in the order of their lines."""

    observations: tuple[Observation, ...] = ()
    sources: tuple[Source, ...] = ()
    events: tuple[Event, ...] = ()
    context: tuple[Context, ...] = ()
    notices: tuple[Notice, ...] = ()

    def source(self, id: str) -> Source | None:
        """Return the source of that id, or None."""
        return next((source for source in self.sources if source.id == id), None)

    @property
    def newest(self) -> PartialDate | None:
        """The date of the newest publication; None where none is dated."""
        return max((source.published for source in self.sources if source.published is not None), default=None)
