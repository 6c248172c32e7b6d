"""What was worked out for the page and is kept: the checks of each version of the data, its views, its charts.

Every worker has one. A review is made once for each version of the data, a view once for each choice, a chart once
for each choice and language.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Final

from dashboard import charts
from dashboard.charts.chart import Chart
from dashboard.judging.review import Review, Reviewer
from dashboard.judging.view import Unit, View, look
from dashboard.languages.language import Language
from dashboard.reading.vintage import first_day, known_by
from dashboard.storage.store import Snapshot
from dashboard.values.errors import QuestionError
from dashboard.values.message import Message
from dashboard.values.observation import Dataset
from dashboard.values.partial_date import PartialDate
from dashboard.values.period import Period
from dashboard.web.address import Address
from dashboard.web.contents.memory import Memory
from dashboard.wording.translated import view_in
from dashboard.wording.words import Words

VIEWS: Final = 64
"""How many views are kept: some hundred kB each, with the charts."""

REVIEWS: Final = 8
"""How many reviews are kept: one for each version of the data and set of sources that were known, whatever the date."""

Choice = tuple[str, PartialDate | None, str | None, str | None, Period | None, str | None, Unit]
"""The version of the data, and date, source, side, period, currency and unit as the address says them."""


@dataclass(frozen=True, slots=True)
class Desk:
    """What was worked out, by what it hangs on; a new one is empty."""

    reviewer: Reviewer = field(default_factory=Reviewer)
    reviews: Memory[tuple[str, tuple[str, ...]], Review] = field(default_factory=lambda: Memory(REVIEWS))
    views: Memory[Choice, View] = field(default_factory=lambda: Memory(VIEWS))
    charts: Memory[tuple[Choice, Language, str], Chart] = field(
        default_factory=lambda: Memory(VIEWS * len(charts.NAMES))
    )

    def view(self, now: Snapshot, address: Address) -> View:
        """Return what an address asks for, its names in the language of the address.

        Raises:
            QuestionError: There is no such source, side, period or currency, or not yet on that date.
            SolverError: No answer, or one that could not be proved.
        """
        found = self.views.get(_choice(now, address), lambda: self._look(now, address))
        return view_in(found, address.language)

    def _look(self, now: Snapshot, address: Address) -> View:
        dataset = now.dataset if address.as_of is None else known_by(now.dataset, address.as_of)
        if now.dataset.observations and not dataset.observations:
            raise QuestionError(_nothing_by(now.dataset, address.as_of))
        known = tuple(source.id for source in dataset.sources)
        found = self.reviews.get((now.version, known), lambda: self.reviewer.review(dataset))
        view = look(dataset, found, address.source, address.period, address.currency, side=address.side)
        return replace(view, shown_in=address.unit)

    def chart(self, now: Snapshot, address: Address, name: str) -> Chart:
        """Return a chart by its name.

        Raises:
            QuestionError: There is no such chart, source, period or currency.
            SolverError: No answer, or one that could not be proved.
        """
        view = self.view(now, address)
        key = (_choice(now, address), address.language, name)
        return self.charts.get(key, lambda: charts.draw(name, view, Words(address.language)))


def _nothing_by(dataset: Dataset, day: PartialDate | None) -> Message:
    first = first_day(dataset)
    if first is None:
        return Message("nothing was certainly published by {0}; sources.csv dates no publication", day)
    return Message("nothing was certainly published by {0}; the first was by {1}", day, first)


def _choice(now: Snapshot, address: Address) -> Choice:
    chosen = (address.source, address.side, address.period, address.currency, address.unit)
    return (now.version, address.as_of, *chosen)
