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

Named = TypeVar("Named", Source, Event, Context)


def in_language(dataset: Dataset, language: Language) -> Dataset:
    """Return a data set with its names in a language; itself where no column has them."""
    rows: tuple[Source | Event | Context, ...] = (*dataset.sources, *dataset.events, *dataset.context)
    if not any(name.endswith(f"_{language}") for row in rows for name, _ in row.extra):
        return dataset
    return replace(
        dataset,
        sources=tuple(_in(row, language, "publisher", "note") for row in dataset.sources),
        events=tuple(_in(row, language, "title", "place") for row in dataset.events),
        context=tuple(_in(row, language, "subject", "value", "unit") for row in dataset.context),
    )


def view_in(view: View, language: Language) -> View:
    """Return a view with the names of its data in a language."""
    translated = in_language(view.dataset, language)
    if translated is view.dataset:
        return view
    return replace(view, dataset=translated, source=translated.source(view.source.id) or view.source)


def foreign(row: Source | Event | Context, column: str, language: Language) -> str | None:
    """Return the language that a cell is written in where it is another than the reader's, for screen readers."""
    if dict(row.extra).get(f"{column}_{language}"):
        return None
    written = written_in(getattr(row, column))
    return written if written not in ("", language) else None


def _in(row: Named, language: Language, *columns: str) -> Named:
    cells = dict(row.extra)
    translations: dict[str, Any] = {column: cell for column in columns if (cell := cells.get(f"{column}_{language}"))}
    return replace(row, **translations)
