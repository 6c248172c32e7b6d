"""A chart that can be asked for, and as it is drawn: with its sentence, its table, its text, its source."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from dashboard.judging.view import View
from dashboard.wording.words import Words

Cell = str | float | None
"""What stands in a table of plain values: a text, a number, nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """A picture of published figures, in one language.

    Attributes:
        name: "levels", as in addresses and file names.
        sentence: What the chart shows, made from the data and true over whole intervals.
        figure: plotly's JSON as plain dicts and lists, in the light palette, as wide as its place. `customdata` of
            every mark is the list of the lines it rests on.
        columns, rows: Its table in words: one row for every mark, numbers as the language writes them.
        values: The same rows for a file: numbers as numbers, None where there is none.
        text: What a screen reader is told in place of the picture.
        source: Who published it and on which lines of observations.csv it stands.
        note: How to read the marks, and which lines were left out.
        key: The beginning of the note that says what the key of a page says: the marks that all its charts have.
        claims: What the card of each row's number is asked for by, one for every row of the table.
    """

    name: str
    title: str
    sentence: str
    figure: dict[str, Any]
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    values: tuple[tuple[Cell, ...], ...]
    text: str
    source: str
    note: str
    claims: tuple[str, ...] = ()
    key: str = ""

    @property
    def own_note(self) -> str:
        """The rest of the note: what is to be said of this chart alone."""
        return self.note.removeprefix(self.key).lstrip()


@dataclass(frozen=True, slots=True, kw_only=True)
class Definition:
    """A chart that can be asked for: the one record of its file. Its title is in the catalogues, under its name.

    Attributes:
        name: As in addresses, file names and catalogues.
        draw: Returns the chart of a view, or None where there is nothing to draw; the catalogues say why.
        page: The first part of the path of the page that it stands on, "" for that of the overview.
        is_of_all: Whether it shows the rows of all sources.
    """

    name: str
    draw: Callable[[View, Words], Chart | None]
    page: str = ""
    is_of_all: bool = False
