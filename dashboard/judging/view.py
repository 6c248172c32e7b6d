"""What one page looks at: one source's count of one trade, in one period against a base."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from dashboard.bounds.verdict import Verdict
from dashboard.judging.findings import Finding, Level
from dashboard.judging.metrics import Metric, Name, compare, periods
from dashboard.judging.review import Review, Scope
from dashboard.values.errors import QuestionError
from dashboard.values.measure import Flow
from dashboard.values.message import Message
from dashboard.values.observation import Block, Dataset, Observation, Source
from dashboard.values.period import Period


class Unit(StrEnum):
    """What amounts are shown in: bn or mn of the currency, of the whole period or a month of it on average."""

    BN = "bn"
    MN = "mn"
    BN_MONTH = "bn/month"
    MN_MONTH = "mn/month"

    @property
    def is_per_month(self) -> bool:
        """Whether amounts are divided by the months of their period."""
        return self in (Unit.BN_MONTH, Unit.MN_MONTH)

    @property
    def per_bn(self) -> Fraction:
        """How many of it are a bn: 1000 for mn."""
        return Fraction(1000 if self in (Unit.MN, Unit.MN_MONTH) else 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """A source's rows in one block, judged, with the metrics of one period.

    Attributes:
        period, base: What is compared: the later period and the same months a year earlier.
        metrics: As `metrics.compare` gives them.
        periods: The periods the source reports, the fullest first.
        blocks: All blocks the source reports on; `block` is one of them.
        dataset, review: Everything else that is known, for the record and the mirror.
        shown_in: The unit of amounts, wherever they are not as printed.
    """

    source: Source
    block: Block
    period: Period
    base: Period
    scope: Scope
    metrics: tuple[Metric, ...]
    periods: tuple[Period, ...]
    blocks: tuple[Block, ...]
    dataset: Dataset
    review: Review
    shown_in: Unit = Unit.BN

    @property
    def unit(self) -> str:
        """The unit of amounts of whole periods: "USD bn", "USD mn"."""
        return f"{self.block.currency} {self.shown_in.removesuffix('/month')}"

    @property
    def unit_of_levels(self) -> str:
        """The unit of amounts where periods of any length stand side by side: also "USD bn/month"."""
        return f"{self.block.currency} {self.shown_in}"

    @property
    def rows(self) -> tuple[Observation, ...]:
        """The source's rows in this block, in the order of their lines."""
        return self.scope.judgement.rows

    @property
    def findings(self) -> tuple[Finding, ...]:
        """The comparisons that the source takes part in, beyond each row by itself; the gravest first."""
        of_source = (one for one in self.review.findings if self.source.id in one.sources and one.block == self.block)
        compared = (one for one in of_source if one.level is not Level.ROW or one.verdict is not Verdict.CONSISTENT)
        return tuple(sorted(compared, key=lambda one: -one.verdict.gravity))

    def metric(self, name: Name, flow: Flow, period: Period | None = None) -> Metric | None:
        """Return a metric by its name, flow and (where it has several) period, or None when the rows are silent."""
        for metric in self.metrics:
            quantity = metric.quantity
            if (metric.name, quantity.flow) == (name, flow) and period in (None, quantity.period):
                return metric
        return None


def look(
    dataset: Dataset,
    review: Review,
    source: str | None = None,
    period: Period | None = None,
    currency: str | None = None,
    *,
    side: str | None = None,
) -> View:
    """Return the view of a source, period (its fullest one unless named) and currency (its first).

    Without a source it is the first one of a side that speaks of the period, else the first of the side, else of all.

    Raises:
        QuestionError: There is no such source, side, currency or period with rows in the data; or there are no rows.
    """
    if not dataset.observations:
        raise QuestionError(Message("the data hold no rows"))
    rows = [row for row in dataset.observations if side in (None, row.block.reporter)]
    if side is not None and not rows:
        allowed = ", ".join(dict.fromkeys(row.block.reporter for row in dataset.observations))
        raise QuestionError(Message("no rows counted by {0}; rows are counted by {1}", repr(side), allowed))
    found = _source(dataset, rows, source, None if side is None else period)
    blocks = tuple(dict.fromkeys(row.block for row in rows if row.source == found.id))
    scope = review.of_source(found.id, _block(blocks, found.id, currency))
    reported = periods(scope.judgement.rows)
    chosen = period or reported[0]
    return View(
        source=found,
        block=scope.block,
        period=chosen,
        base=chosen.earlier(),
        scope=scope,
        metrics=compare(scope.judgement, chosen, chosen.earlier()),
        periods=reported,
        blocks=blocks,
        dataset=dataset,
        review=review,
    )


def _block(blocks: Sequence[Block], source: str, currency: str | None) -> Block:
    block = next((block for block in blocks if currency in (None, block.currency)), None)
    if block is None:
        elsewhere = ", ".join(dict.fromkeys(one.currency for one in blocks))
        raise QuestionError(Message("{0} reports nothing in {1}; it reports in {2}", source, currency, elsewhere))
    return block


def _source(dataset: Dataset, rows: Sequence[Observation], id: str | None, period: Period | None) -> Source:
    """Return the source of an id, without one the first that speaks of a period, else the first of all."""
    known = list(dict.fromkeys(row.source for row in rows))
    speaking = (row.source for row in rows if row.period == period)
    chosen = id or next(speaking, next(iter(known), ""))
    found = dataset.source(chosen)
    if found is None or chosen not in known:
        raise QuestionError(Message("no rows of source {0}; sources with rows: {1}", repr(id), ", ".join(known)))
    return found
