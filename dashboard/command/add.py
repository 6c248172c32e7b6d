"""`add`: new rows from flags, from answers or from a pasted statement; shown with what they change, then written."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Iterator
from typing import Final

from dashboard.errors import QuestionError
from dashboard.interval import Interval
from dashboard.observation import Dataset
from dashboard.phrase_reader import Obstacle, Phrase, PhraseError, read_phrase
from dashboard.preview import Preview, Shift, Turn, cells, preview
from dashboard.row import OBSERVATIONS
from dashboard.saving import contents, save, version
from dashboard.store import find, load
from dashboard.wording.language import Language
from dashboard.wording.numbers import decimals_for, interval
from dashboard.wording.phrase_obstacles import TEXT

PUBLICATION: Final = ("publisher", "title", "published", "address")
YES: Final = ("y", "yes", "да", "д", "так")


def run(said: Namespace) -> int:
    """Return 0 once the rows are written, 1 when the person did not want them.

    Raises:
        DashboardError: The rows or the files cannot be read, or nothing could be written.
    """
    folder = find(said.data)
    known = load(folder)
    files = contents(folder)
    phrase = None if said.text is None else _understood(said.text)
    source = said.source or _asked("source", "an id of sources.csv, or a new one")
    publications = [] if known.source(source) else [_publication(said, source)]
    rows = [_row(said, source)] if phrase is None else _rows(said, phrase, known, source)
    shown = preview(files, rows, publications)
    sys.stdout.write("\n".join(_text(shown)) + "\n")
    if not said.yes and _answer("Write this? [y/N] ").lower() not in YES:
        sys.stdout.write("Nothing was written.\n")
        return 1
    save(folder, version(files), shown.files)
    names = " and ".join(sorted(shown.files))
    sys.stdout.write(f"{names} in {folder} written; what they held before is beside them, ending in .bak\n")
    return 0


def _understood(text: str) -> Phrase:
    try:
        return read_phrase(text)
    except PhraseError as error:
        raise QuestionError(TEXT[Language.EN][Obstacle(error.obstacle)].format(words=error.words)) from error


def _rows(said: Namespace, phrase: Phrase, known: Dataset, source: str) -> list[dict[str, str]]:
    """Return the rows of a statement; whose count it is comes from flags, else from the source's other rows."""
    block = next((row.block for row in known.observations if row.source == source), None)
    sides = {
        "reporter": said.reporter or (block.reporter if block else _asked("reporter", "whose count, RUS")),
        "partner": said.partner or (block.partner if block else _asked("partner", "the other country, BLR")),
    }
    if phrase.of not in (None, sides["reporter"]) or phrase.to not in (None, sides["partner"]):
        names = f"{phrase.of or '…'} with {phrase.to or '…'}, the row of {sides['reporter']} with {sides['partner']}"
        raise QuestionError(f"the statement speaks of {names}; write the flow as the reporter counts it")
    also = {name: getattr(said, name) for name in ("scope", "note") if getattr(said, name)}
    return [row | also for row in cells(phrase, source, sides["reporter"], sides["partner"])]


def _row(said: Namespace, source: str) -> dict[str, str]:
    given = {name: getattr(said, name, None) for name in OBSERVATIONS.columns}
    asked = {name: given[name] or _asked(name) for name in OBSERVATIONS.required if name != "source"}
    return {"source": source} | asked | {name: given[name] or "" for name in OBSERVATIONS.optional}


def _publication(said: Namespace, source: str) -> dict[str, str]:
    must = {name: getattr(said, name) or _asked(name, f"of the new source {source}") for name in ("publisher", "title")}
    return {"id": source} | must | {name: getattr(said, name) or "" for name in PUBLICATION if name not in must}


def _asked(name: str, hint: str = "") -> str:
    found = _answer(f"{name}{f' ({hint})' if hint else ''}: ")
    if not found:
        raise QuestionError(f"--{name.replace('_', '-')} is missing; nothing was written")
    return found


def _answer(question: str) -> str:
    sys.stdout.write(question)
    sys.stdout.flush()
    return sys.stdin.readline().strip()


def _text(shown: Preview) -> Iterator[str]:
    yield from shown.difference
    yield ""
    yield from map(_turn, shown.turns)
    yield from () if shown.turns else ("No verdict changes.",)
    yield from map(_shift, shown.shifts)


def _turn(turn: Turn) -> str:
    name = turn.source or f"All sources of {turn.block.reporter} with {turn.block.partner}, {turn.block.currency}"
    return f"{name}: {'new' if turn.before is None else turn.before} -> {turn.after}"


def _shift(shift: Shift) -> str:
    row = shift.row
    before = "new" if shift.before is None else _range(shift.before)
    what = f"line {row.line}, {row.flow} {row.period} {row.measure}, {row.unit.text}"
    return f"  {what}: the others allow {_range(shift.after)} (before: {before}), {shift.verdict}"


def _range(of: Interval) -> str:
    return "any" if of == Interval() else interval(of, decimals_for(of), Language.EN)
