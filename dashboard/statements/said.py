"""What a statement in words reports, and why one is not understood."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from dashboard.values.interval import Qualifier
from dashboard.values.observation import Flow, Measure
from dashboard.values.period import Period


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


class PhraseError(ValueError):
    """A statement is not understood: which obstacle, at which words; `fields` are those of a form, where it is they."""

    def __init__(self, obstacle: Obstacle, words: str = "", fields: tuple[str, ...] = ()) -> None:
        super().__init__(f"{obstacle}: {words}" if words else str(obstacle))
        self.obstacle = obstacle
        self.words = words
        self.fields = fields


@dataclass(frozen=True, slots=True)
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
