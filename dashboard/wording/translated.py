"""What the files say in words, in the language of the reader where they have it: `publisher_ru` beside `publisher`.

Numbers need no translation, and what a source printed gets none. Names of publishers, events and the like may have a
column more for each language, its code after the name of the column; where that is empty, the column itself is shown.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any, TypeVar

from dashboard.judging.view import View
from dashboard.languages.language import Language
from dashboard.values.observation import Context, Dataset, Event, Source
from dashboard.wording.letters import written_in

Told = TypeVar("Told", Source, Event, Context)


def in_language(dataset: Dataset, language: Language) -> Dataset:
    """Return a data set with its names in a language; itself where no column has them."""
    told: tuple[Source | Event | Context, ...] = (*dataset.sources, *dataset.events, *dataset.context)
    if not any(name.endswith(f"_{language}") for row in told for name, _ in row.extra):
        return dataset
    return replace(
        dataset,
        sources=tuple(_in(row, language, "publisher", "note") for row in dataset.sources),
        events=tuple(_in(row, language, "title", "place") for row in dataset.events),
        context=tuple(_in(row, language, "subject", "value", "unit") for row in dataset.context),
    )


def view_in(view: View, language: Language) -> View:
    """Return a view with the names of its data in a language."""
    told = in_language(view.dataset, language)
    return (
        view if told is view.dataset else replace(view, dataset=told, source=told.source(view.source.id) or view.source)
    )


def foreign(row: Source | Event | Context, column: str, language: Language) -> str | None:
    """Return the language that a cell is written in where it is another than the reader's, for screen readers."""
    if dict(row.extra).get(f"{column}_{language}"):
        return None
    found = written_in(getattr(row, column))
    return found if found not in ("", language) else None


def _in(row: Told, language: Language, *columns: str) -> Told:
    there = dict(row.extra)
    found: dict[str, Any] = {column: cell for column in columns if (cell := there.get(f"{column}_{language}"))}
    return replace(row, **found)
