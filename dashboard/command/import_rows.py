"""`import`: rows of somebody else's file, shown with their mapping first and written only with --yes."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Callable, Mapping
from itertools import islice
from pathlib import Path
from typing import Final

from dashboard.command.scopes import scope_name
from dashboard.editing.csv_edit import added, difference
from dashboard.formats.incoming import Cells, Incoming, Layout, converted, fitting
from dashboard.formats.sdmx_file import SDMX
from dashboard.formats.sdmx_own import SDMX_OWN
from dashboard.formats.trade_files import COMTRADE, LEGACY, WITS
from dashboard.formats.xlsx_file import sheets
from dashboard.judging.review import Review, review
from dashboard.reading.dataset import SOURCES, in_currency, read
from dashboard.reading.remarks import Remarks
from dashboard.reading.row import OBSERVATIONS, observation
from dashboard.reading.sheet import Row
from dashboard.storage.saving import contents, save, version
from dashboard.storage.store import find
from dashboard.values.errors import QuestionError
from dashboard.values.message import Message
from dashboard.values.observation import Dataset

LAYOUTS: Final = (COMTRADE, LEGACY, WITS, SDMX_OWN, SDMX)


def _own(row: Row) -> dict[str, str]:
    """Return a row with the columns of observations.csv, its per cent sign in the unit alone."""
    value = row.text("value").removesuffix("%") if row.text("unit").startswith("%") else row.text("value")
    return {name: row.text(name) for name in row.cells} | {"value": value.strip()}


OWN: Final = Layout(OBSERVATIONS, {}, ("the columns of observations.csv -> as they are",), _own)
OWN_SOURCES: Final = Layout(SOURCES, {}, (), lambda row: dict(row.cells))
NAMING: Final = (OWN.form.file, SDMX_OWN.form.file)
"""The kinds of files whose rows name their sources."""

SHOWN: Final = 20
"""Lines of the difference that are shown."""


def run(said: Namespace) -> int:
    """Return 0 once the rows are shown, and written if --yes was said.

    Raises:
        QuestionError: The file is of no kind that is known, cannot be read, or holds nothing new.
        StoreError: A file cannot be opened or written, or was changed meanwhile.
        DatasetError: The rows do not fit the data.
    """
    folder = find(said.data)
    old = contents(folder)
    before = _dataset(old, folder)
    found = incoming(said.file.read_bytes(), is_workbook=said.file.suffix.lower() == ".xlsx")
    rows, sources = _chosen(found, said, before)
    fresh = _fresh(rows, before)
    _say(found, len(rows), len(fresh))
    if not fresh:
        raise QuestionError(Message("there is no row to add"))
    new = dict(old)
    if sources:
        new["sources.csv"] = added(SOURCES, old["sources.csv"], sources)
    new["observations.csv"] = added(OBSERVATIONS, old["observations.csv"], fresh)
    after = _dataset(new, folder)
    _say_changes(old, new, review(before), review(after))
    if said.yes:
        save(folder, version(old), new)
    sys.stdout.write(f"written to {folder}\n" if said.yes else "nothing was written; say --yes to write it\n")
    return 0


def incoming(data: bytes, *, is_workbook: bool) -> Incoming:
    """Return what a file holds for us.

    Raises:
        QuestionError: It is of no kind that is known, or cannot be read.
    """
    if not is_workbook:
        return converted(fitting((OWN, *LAYOUTS), data), data)
    found: Incoming | None = None
    sources: tuple[Cells, ...] = ()
    for sheet in sheets(data):
        layout = _layout((OWN, *LAYOUTS, OWN_SOURCES), sheet)
        if layout is OWN_SOURCES:
            sources = converted(layout, sheet).rows
        elif layout is not None and found is None:
            found = converted(layout, sheet)
    if found is None:
        raise QuestionError(Message("no sheet has the columns of a file that is known"))
    kept = tuple(source for source in found.sources if source)
    return Incoming(found.layout, found.mapping, found.rows, found.left_out, found.notices, kept + sources)


def _layout(layouts: tuple[Layout, ...], data: bytes) -> Layout | None:
    try:
        return fitting(layouts, data)
    except QuestionError:
        return None


def _chosen(found: Incoming, said: Namespace, before: Dataset) -> tuple[list[Cells], list[Cells]]:
    """Return the rows of the two countries, each with its source, and the sources that are not there yet."""
    pair = {code for code in (said.reporter, said.partner) if code}
    rows = [row for row in found.rows if pair <= {row["reporter"], row["partner"]}]
    about: dict[str, str] = {"id": said.source or "", "publisher": said.publisher or "", "title": said.title or ""}
    about |= {"published": str(said.published or ""), "address": said.address or ""}
    told = {name: text for name, text in about.items() if text}
    sources = [{**source, **told} for source in found.sources if source]
    if found.layout in NAMING:
        sources += _about_the_only_new_one(rows, sources, told, before)
        return rows, [source for source in sources if before.source(source["id"]) is None]
    name = sources[0]["id"]
    return [{**row, "source": name} for row in rows], [one for one in sources[:1] if before.source(name) is None]


def _about_the_only_new_one(
    rows: list[Cells], sources: list[dict[str, str]], told: Cells, before: Dataset
) -> list[dict[str, str]]:
    """Return the source that the rows name and nobody knows, where the command line tells of it."""
    known = {source["id"] for source in sources}
    new = {row["source"] for row in rows if row["source"] not in known and before.source(row["source"]) is None}
    return [{**told, "id": new.pop()}] if len(new) == 1 and {"publisher", "title"} <= told.keys() else []


def _fresh(rows: list[Cells], before: Dataset) -> list[Cells]:
    """Return the rows that do not say what a row of the data says already, spelled as the rule of the files is."""
    there = {one.said for one in before.observations}
    read = [(row, observation(Row(0, row), Remarks(OBSERVATIONS.file))) for row in rows]
    known = [one for _, one in read if one is not None]
    told = iter(in_currency([*before.observations, *known])[len(before.observations) :])
    fresh: list[Cells] = []
    for row, one in read:
        if one is None:
            fresh.append(row)
        elif next(told).said not in there:
            fresh.append({**row, "period": str(one.period), "value": f"{one.value:f}"})
    return fresh


def _dataset(files: Mapping[str, bytes], folder: Path) -> Dataset:
    events, context = (_bytes(folder / name) for name in ("events.csv", "context.csv"))
    return read(files["observations.csv"], files["sources.csv"], events, context)


def _bytes(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None


def _say(found: Incoming, chosen: int, fresh: int) -> None:
    write: Callable[[str], int] = sys.stdout.write
    write(f"{found.layout}: {len(found.rows) + sum(found.left_out.values())} rows\n")
    for line in found.mapping:
        write(f"  {line}\n")
    for notice in found.notices:
        write(f"note: {notice}\n")
    for why, times in found.left_out.items():
        write(f"left out, {times}: {why}\n")
    if chosen < len(found.rows):
        write(f"left out, {len(found.rows) - chosen}: of other countries\n")
    if fresh < chosen:
        write(f"left out, {chosen - fresh}: the data say so already\n")


def _say_changes(old: Mapping[str, bytes], new: Mapping[str, bytes], before: Review, after: Review) -> None:
    """Show what comes to the files, and the verdicts that change."""
    for file in sorted(new, reverse=True):
        lines = _comes(difference(file, old[file], new[file]))
        sys.stdout.writelines(f"{line}\n" for line in islice(lines, SHOWN))
        if len(lines) > SHOWN:
            sys.stdout.write(f"… and {len(lines) - SHOWN} lines more\n")
    was = {(scope.source, scope.block): str(scope.verdict) for scope in before.scopes}
    for scope in after.scopes:
        before_it = was.get((scope.source, scope.block), "new")
        if before_it != str(scope.verdict):
            sys.stdout.write(f"{scope_name(scope.source, scope.block)}: {before_it} -> {scope.verdict}\n")


def _comes(lines: tuple[str, ...]) -> tuple[str, ...]:
    """Return a difference; where it changes every line because there is a new column, its header and new rows alone."""
    head, body = lines[:2], lines[2:]
    gone, come = ([line for line in body if line.startswith(sign)] for sign in "-+")
    if not gone:
        return lines
    return (*head, "the rows that are there get an empty cell for each new column", come[0], *come[len(gone) :])
