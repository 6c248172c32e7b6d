"""What a statement in words reports, and why one is not understood."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from dashboard.values.errors import DashboardError
from dashboard.values.measure import Flow, Measure
from dashboard.values.message import Message
from dashboard.values.period import Period
from dashboard.values.qualifier import Qualifier


class Obstacle(StrEnum):
    """Why a statement is not understood."""

    UNKNOWN = "unknown"
    TOO_LONG = "too long"
    NO_FLOW = "no flow"
    NO_PERIOD = "no period"
    PERIODS = "periods"
    NO_NUMBER = "no number"
    TWICE = "twice"
    AMBIGUOUS = "ambiguous"
    NO_MOVE = "no move"
    NO_WAY = "no way"
    TIMES = "times"
    ROUBLES = "roubles"
    VAGUE = "vague"
    ODD = "odd"
    SIDES = "sides"
    COUNT = "count"
    MISSING = "missing"
    BESIDE = "beside"
    KNOWN = "known"


WHY: Final[Mapping[Obstacle, str]] = MappingProxyType(
    {
        Obstacle.UNKNOWN: "not understood: {0}; leave it out if it changes nothing, or write it in other words",
        Obstacle.TOO_LONG: "a statement has at most {0} characters; paste one sentence",
        Obstacle.NO_FLOW: "no flow is named; write exports, imports, turnover or balance",
        Obstacle.NO_PERIOD: "no period is named; write in 2022 or in January-October 2022",
        Obstacle.PERIODS: "the periods do not fit together: {0}; write one sentence for each period",
        Obstacle.NO_NUMBER: "{0} comes without a number; write the number behind it",
        Obstacle.TWICE: "two numbers are given for one quantity: {0}; write one statement for each",
        Obstacle.AMBIGUOUS: "{0} can be read in two ways; write by or to before an amount, and a decimal point",
        Obstacle.NO_MOVE: "{0} does not say what it measures; write grew by, fell by or amounted to",
        Obstacle.NO_WAY: "{0} with a fall can be read in two ways; write a percentage",
        Obstacle.TIMES: "{0} can mean so many times as much or so much more; write 2.4-fold, or the percentage",
        Obstacle.ROUBLES: "{0} leaves open whose roubles they are; write Russian roubles or RUB",
        Obstacle.VAGUE: "{0} says nothing of its precision; write more than or less than, or the percentage",
        Obstacle.ODD: "{0} stands where nothing can be made of it; write the sentence more simply",
        Obstacle.SIDES: "the countries leave open whose flow it is: {0}; write one sentence for each country",
        Obstacle.COUNT: "the statement speaks of {0}, its source counts another trade; name that reporter and partner",
        Obstacle.MISSING: "not filled in: {0}",
        Obstacle.BESIDE: "a statement says this itself: {0}; leave it out, or fill in all fields without a statement",
        Obstacle.KNOWN: "this source is in sources.csv, with something else: {0}; leave it out, or name a new source",
    }
)
"""What is said of each, with the words at fault."""


class PhraseError(DashboardError, ValueError):
    """A statement is not understood: which obstacle, at which words; `fields` are those of a form, where it is they."""

    def __init__(self, obstacle: Obstacle, words: str = "", fields: tuple[str, ...] = ()) -> None:
        super().__init__(Message(WHY[obstacle], words))
        self.obstacle = obstacle
        self.words = words
        self.fields = fields


@dataclass(frozen=True, slots=True, kw_only=True)
class Reported:
    """One number of a statement, as a row of observations.csv would say it.

    Attributes:
        unit: "USD bn", "%" or "times".
        compared_with: The base that the statement names, None for the same period a year earlier or none.
        wording: The words that carry the number: "by 8.4 percent".
    """

    flow: Flow
    period: Period
    measure: Measure
    value: Decimal
    unit: str
    step: Decimal | None
    qualifier: Qualifier
    compared_with: Period | None
    wording: str


@dataclass(frozen=True, slots=True)
class Phrase:
    """What a statement reports.

    Attributes:
        of, to: Codes of the country whose flows it speaks of, and of the other one, where it names them.
        pair: Codes of two countries whose mutual trade it speaks of, by whichever count.
    """

    reported: tuple[Reported, ...]
    of: str | None = None
    to: str | None = None
    pair: frozenset[str] = frozenset()

    def concerns(self, reporter: str, partner: str) -> bool:
        """Whether a count of this reporter with this partner may be meant."""
        alone = self.of in (None, reporter) and self.to in (None, partner)
        return alone and self.pair in (frozenset(), {reporter, partner})

    @property
    def is_alone(self) -> bool:
        """Whether it names a country without the other one, so that trade with all the world is meant."""
        return self.of is not None and self.to is None

    @property
    def who(self) -> str:
        """The countries as codes: "RUS – BLR", "…" for one that it leaves open."""
        return " – ".join(sorted(self.pair)) or f"{self.of or '…'} – {self.to or '…'}"
