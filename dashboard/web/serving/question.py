"""What a request asks: of the files as they were when it began, for the view that its address names.

The files are looked at once in a request, at its start, and all that its answer is made of is passed down from here.
Nothing else here asks the store, so no answer mixes two versions of the files.
"""

from __future__ import annotations

from dataclasses import dataclass

from flask import Flask, g, request

from dashboard.charts.chart import Chart
from dashboard.formats.citation import Citation, cite
from dashboard.judging.view import View
from dashboard.languages.language import Language
from dashboard.storage.store import Snapshot, Store
from dashboard.web.address import Address, spoken
from dashboard.web.contents.desk import Desk


def look_once(server: Flask, store: Store) -> None:
    """Let the server look at the files when a request begins; called before all else that answers."""

    def look() -> None:
        g.snapshot = store.current()

    server.before_request(look)


def snapshot() -> Snapshot:
    """Return the files as they were when this request began."""
    current: Snapshot = g.snapshot
    return current


def query() -> str:
    """Return what stands behind the question mark of this request."""
    return request.query_string.decode(errors="replace")


def language() -> Language:
    """Return the language that this request asks for, also one whose other choices cannot be had."""
    return spoken(query())


@dataclass(frozen=True, slots=True)
class Question:
    """One request, as values.

    Attributes:
        desk: What was worked out before.
        now: The files as they were when it began.
        address: What its query chooses.
    """

    desk: Desk
    now: Snapshot
    address: Address

    @classmethod
    def asked(cls, desk: Desk, path: str = "/") -> Question:
        """Return what this request asks, as if at the page with that path.

        Raises:
            QuestionError: Its query names a language, theme, unit or date that there is not.
        """
        return cls(desk, snapshot(), Address.parse(path, query()))

    @property
    def view(self) -> View:
        """What its address asks for; errors as of `Desk.view`."""
        return self.desk.view(self.now, self.address)

    @property
    def citation(self) -> Citation:
        """How to cite the data of its view."""
        return cite(self.view.dataset, self.now.version, self.address.language)

    def chart(self, name: str) -> Chart:
        """Return a chart of its view; errors as of `Desk.chart`."""
        return self.desk.chart(self.now, self.address, name)
