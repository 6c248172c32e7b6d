"""The publications behind the figures: who counts in each, how many numbers, whether they hold, and its own note.

What most notes say alike is said once, with the sources that it does not hold for; it is found as a sentence that is
the same in them, whatever it says. The files keep their notes as they are.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from dashboard.judging.view import View
from dashboard.values.observation import Source
from dashboard.web.address import Address
from dashboard.web.contents.verdicts import Judged, judged_sources
from dashboard.wording.letters import in_order
from dashboard.wording.naming import source_name
from dashboard.wording.sentences import Sentences
from dashboard.wording.words import Words

FEW: Final = 3
"""Exceptions that a sentence may have to be said of all others at once: so many are quickly named."""
MANY: Final = 4
"""Sources that a sentence must hold for: saying it once has to save something."""

_BETWEEN: Final = re.compile(r"(?<=[.!?]) (?=[^\W\d_])")


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """One source on its card.

    Attributes:
        name: Its publisher and date.
        note: What its note says of it alone.
        numbers: How many rows are of it.
        judged: Its verdicts, one for each side and currency that it counts in.
    """

    source: Source
    name: str
    note: str
    numbers: int
    judged: tuple[Judged, ...]


@dataclass(frozen=True, slots=True)
class Shared:
    """A sentence that the notes of nearly all sources have, and the sources whose notes have it not."""

    sentence: str
    count: int
    exceptions: tuple[Source, ...]


def publications(view: View, address: Address, words: Words) -> tuple[Publication, ...]:
    """Return all sources, the latest first; of one day in the alphabetical order of who published them."""
    shared = {one.sentence for one in in_most_notes(view.dataset.sources)}
    judged = judged_sources(view, address, Sentences.of(view.dataset, words.language))
    numbers = Counter(row.source for row in view.dataset.observations)
    named = sorted(view.dataset.sources, key=lambda one: in_order(one.publisher, words.language))
    ordered = sorted(named, key=lambda one: one.published.last_day if one.published else date.min, reverse=True)
    return tuple(
        Publication(
            source=source,
            name=source_name(source, words),
            note=" ".join(one for one in _sentences(source.note) if one not in shared),
            numbers=numbers[source.id],
            judged=tuple(one for one in judged if one.id == source.id),
        )
        for source in ordered
    )


def in_most_notes(sources: Sequence[Source]) -> tuple[Shared, ...]:
    """Return the sentences that stand in the notes of all sources but a few."""
    said = [(source, _sentences(source.note)) for source in sources]
    counts = Counter(sentence for _, sentences in said for sentence in dict.fromkeys(sentences))
    return tuple(
        Shared(sentence, count, tuple(source for source, sentences in said if sentence not in sentences))
        for sentence, count in counts.items()
        if count >= max(MANY, len(sources) - FEW)
    )


def _sentences(note: str) -> list[str]:
    return _BETWEEN.split(note) if note else []
