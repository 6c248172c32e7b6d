"""What one page looks at: one source's count of one trade, in one period against a base."""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.errors import QuestionError
from dashboard.metrics import Metric, Name, compare, periods
from dashboard.observation import Block, Dataset, Flow, Observation, Source
from dashboard.period import Period
from dashboard.review import Review, Scope


@dataclass(frozen=True, slots=True)
class View:
    """A source's rows in one block, judged, with the metrics of one period.

    Attributes:
        period, base: What is compared: the later period and the same months a year earlier.
        metrics: As `metrics.compare` gives them.
        periods: The periods the source reports, the fullest first.
        blocks: All blocks the source reports on; `block` is one of them.
        dataset, review: Everything else that is known, for the record and the mirror.
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

    @property
    def rows(self) -> tuple[Observation, ...]:
        """The source's rows in this block, in the order of their lines."""
        return self.scope.judgement.rows

    def metric(self, name: Name, flow: Flow, period: Period | None = None) -> Metric | None:
        """Return a metric by its name, flow and (where it has several) period, or None when the rows are silent."""
        for metric in self.metrics:
            quantity = metric.quantity
            if (metric.name, quantity.flow) == (name, flow) and period in (None, quantity.period):
                return metric
        return None


def look(
    dataset: Dataset, review: Review, source: str | None = None, period: str | None = None, currency: str | None = None
) -> View:
    """Return the view of a source (the first one unless named), period (its fullest one) and currency (its first).

    Raises:
        QuestionError: There is no such source, currency or period with rows in the data; or there are no rows at all.
    """
    known = [row.source for row in dataset.observations]
    id = source or next(iter(known), None)
    found = dataset.source(id) if id is not None else None
    if found is None or id not in known:
        allowed = ", ".join(dict.fromkeys(known)) or "none"
        raise QuestionError(f"no rows of source {source!r}; sources with rows: {allowed}")
    blocks = tuple(dict.fromkeys(row.block for row in dataset.observations if row.source == found.id))
    block = next((block for block in blocks if currency in (None, block.currency)), None)
    if block is None:
        raise QuestionError(f"{found.id} reports nothing in {currency}; it reports in {blocks[0].currency}")
    scope = review.of_source(found.id, block)
    reported = periods(scope.judgement.rows)
    chosen = Period.parse(period) if period else reported[0]
    base = chosen.earlier()
    metrics = compare(scope.judgement, chosen, base)
    return View(found, block, chosen, base, scope, metrics, reported, blocks, dataset, review)
