"""What was known on a date: the rows of the sources that had certainly been published by then.

A date may be known only to the month or the year. The decision taken here: such a source counts from the last day it
can mean, so that nothing is ever said to have been known before it was.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from dashboard.values.observation import Dataset
from dashboard.values.partial_date import PartialDate


def known_by(dataset: Dataset, day: PartialDate) -> Dataset:
    """Return the data set without the sources that may have been published after a date, or whose date is unknown.

    Of a month or a year the last day counts.
    """
    dated = ((source, source.published) for source in dataset.sources)
    known = tuple(source for source, date in dated if date is not None and date.last_day <= day.last_day)
    ids = {source.id for source in known}
    return replace(
        dataset,
        observations=tuple(row for row in dataset.observations if row.source in ids),
        sources=known,
        events=tuple(event for event in dataset.events if event.source in ids),
        context=tuple(row for row in dataset.context if row.source in ids),
    )


def first_day(dataset: Dataset) -> date | None:
    """Return the day by which the first source with rows was certainly published; None where none is dated."""
    ids = {row.source for row in dataset.observations}
    dates = (source.published for source in dataset.sources if source.id in ids)
    return min((date.last_day for date in dates if date is not None), default=None)
