"""What was known on a date: the rows of the sources that had certainly been published by then.

A date may be known only to the month or the year. The decision taken here: such a source counts from the last day it
can mean, so that nothing is ever said to have been known before it was.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import replace
from datetime import date

from dashboard.values.observation import Dataset


def known_by(dataset: Dataset, day: str) -> Dataset:
    """Return the data set without the sources that may have been published after a date, or whose date is unknown.

    `day` is "2023-01-17", "2023-01" or "2023", the last two being their last days.
    """
    until = last_day(day)
    known = tuple(s for s in dataset.sources if s.published and last_day(s.published) <= until)
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
    return min((last_day(s.published) for s in dataset.sources if s.published and s.id in ids), default=None)


def last_day(text: str) -> date:
    """Return the last day that a date of sources.csv can mean: 31 January 2023 for "2023-01"."""
    year, month, day = (*map(int, text.split("-")), 0, 0)[:3]
    month = month or 12
    return date(year, month, day or monthrange(year, month)[1])
