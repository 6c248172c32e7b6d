"""What a person filled in or pasted -> the rows and the source that it adds; nothing is guessed, nothing written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from dashboard.editing.csv_edit import Cells
from dashboard.editing.preview import rows_of
from dashboard.reading.columns import OBSERVATIONS
from dashboard.statements.reader import read_phrase
from dashboard.statements.said import Obstacle, Phrase, PhraseError
from dashboard.values.observation import Dataset, Source

STATEMENT: Final = "text"
PUBLICATION: Final = ("publisher", "title", "published", "address")
FIELDS: Final = (STATEMENT, *OBSERVATIONS.columns, *PUBLICATION)
"""The names under which something can be filled in; `text` is a statement, which stands for flow, period and number."""

_SIDES: Final = ("reporter", "partner")
_ALSO: Final = ("scope", "product", "note")
"""What a statement does not say, and its rows can."""


@dataclass(frozen=True, slots=True)
class Entry:
    """Rows of observations.csv, and of sources.csv where their source is new."""

    rows: tuple[Cells, ...]
    sources: tuple[Cells, ...]


def entry(given: Mapping[str, str], known: Dataset) -> Entry:
    """Return the rows that were filled in; whose count a statement is comes from `given`, else from its source's rows.

    Raises:
        PhraseError: Something is missing or too much, or the statement is not understood or is of another trade.
    """
    lacking = missing(given, known)
    if lacking:
        raise PhraseError(Obstacle.MISSING, ", ".join(lacking), lacking)
    source, new = given["source"], known.source(given["source"]) is None
    sources = ({"id": source} | {name: given.get(name, "") for name in PUBLICATION},) if new else ()
    if given.get(STATEMENT):
        return Entry(_stated(given, read_phrase(given[STATEMENT]), known), sources)
    return Entry(({name: given.get(name, "") for name in OBSERVATIONS.columns},), sources)


def missing(given: Mapping[str, str], known: Dataset) -> tuple[str, ...]:
    """Return the names of what must be filled in and is not; what hangs on the source, once there is one.

    Raises:
        PhraseError: Something was filled in that a statement says itself, or that sources.csv says otherwise.
    """
    source = given.get("source", "")
    _refuse(given, known.source(source))
    if not source:
        return ("source",)
    new = PUBLICATION[:2] if known.source(source) is None else ()
    must: Sequence[str] = OBSERVATIONS.required
    if given.get(STATEMENT):
        must = () if any(row.source == source for row in known.observations) else _SIDES
    return tuple(name for name in (*new, *must) if not given.get(name))


def _refuse(given: Mapping[str, str], source: Source | None) -> None:
    """Refuse what would be passed over in silence: the fields of a row beside a statement, another publication."""
    own = [name for name in OBSERVATIONS.columns if name not in ("source", *_SIDES, *_ALSO)]
    beside = [name for name in own if given.get(name)] if given.get(STATEMENT) else []
    others = [
        name for name in PUBLICATION if source and given.get(name, "") not in ("", str(getattr(source, name) or ""))
    ]
    for obstacle, names in ((Obstacle.BESIDE, beside), (Obstacle.KNOWN, others)):
        if names:
            raise PhraseError(obstacle, ", ".join(f"{name} ({given[name]})" for name in names), tuple(names))


def _stated(given: Mapping[str, str], phrase: Phrase, known: Dataset) -> tuple[Cells, ...]:
    block = next((row.block for row in known.observations if row.source == given["source"]), None)
    reporter = given.get("reporter") or (block.reporter if block else "")
    partner = given.get("partner") or (block.partner if block else "")
    if not phrase.concerns(reporter, partner):
        raise PhraseError(Obstacle.COUNT, phrase.who)
    also = {name: given[name] for name in _ALSO if given.get(name)}
    return tuple(row | also for row in rows_of(phrase, given["source"], reporter, partner))
