"""What was worked out for the page and is kept: the checks of each version of the data, its views, its charts.

Every worker has one. A review is made once for each version of the data, a view once for each choice, a chart once
for each choice and language.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from dashboard import charts
from dashboard.charts.chart import Chart
from dashboard.review import Review, review
from dashboard.store import Snapshot, Store
from dashboard.view import View, look
from dashboard.web.address import Address
from dashboard.web.memory import Memory
from dashboard.wording.language import Language
from dashboard.wording.words import Words

VIEWS: Final = 64
"""How many views are kept: some hundred kB each, with the charts."""

Choice = tuple[str, str | None, str | None, str | None]
"""The version of the data, and source, period and currency as the address says them."""


@dataclass(frozen=True, slots=True)
class Desk:
    """The store, and what was worked out from it."""

    store: Store
    reviews: Memory[str, Review]
    views: Memory[Choice, View]
    charts: Memory[tuple[Choice, Language, str], Chart]

    @classmethod
    def over(cls, store: Store) -> Desk:
        """Return an empty desk over a store."""
        return cls(store, Memory(2), Memory(VIEWS), Memory(VIEWS * len(charts.NAMES)))

    def view(self, now: Snapshot, address: Address) -> View:
        """Return what an address asks for.

        Raises:
            QuestionError: There is no such source, period or currency.
            SolverError: No answer, or one that could not be proved.
        """
        dataset = now.dataset
        found = self.reviews.get(now.version, lambda: review(dataset))
        chosen = (address.source, address.period, address.currency)
        return self.views.get((now.version, *chosen), lambda: look(dataset, found, *chosen))

    def chart(self, now: Snapshot, address: Address, name: str) -> Chart:
        """Return a chart by its name.

        Raises:
            QuestionError: There is no such chart, source, period or currency.
            SolverError: No answer, or one that could not be proved.
        """
        choice = (now.version, address.source, address.period, address.currency)
        view = self.view(now, address)
        key = (choice, address.language, name)
        return self.charts.get(key, lambda: charts.draw(name, view, Words(address.language)))
