"""`import`: rows of somebody else's file, shown with their mapping first and written only with --yes."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from dashboard.command.scopes import turned
from dashboard.editing.csv_edit import difference
from dashboard.editing.preview import preview
from dashboard.formats.incoming import Cells, Incoming, Layout, converted, fitting
from dashboard.formats.sdmx_file import SDMX
from dashboard.formats.sdmx_own import SDMX_OWN
from dashboard.formats.trade_files import COMTRADE, LEGACY, WITS
from dashboard.formats.xlsx_file import sheets
from dashboard.judging.review import Reviewer
from dashboard.reading.columns import OBSERVATIONS, SOURCES
from dashboard.reading.dataset import in_currency
from dashboard.reading.remarks import Remarks
from dashboard.reading.row import observation
from dashboard.reading.sheet import Row
from dashboard.storage.saving import contents, save, version, writable
from dashboard.storage.store import find, load
from dashboard.values.errors import QuestionError
from dashboard.values.message import Message
from dashboard.values.observation import Dataset

LAYOUTS: Final = (COMTRADE, LEGACY, WITS, SDMX_OWN, SDMX)


def _own(row: Row) -> dict[str, str]:
    """Return a row with the columns of observations.csv, its per cent sign in the unit alone."""
    value = row.text("value").removesuffix("%") if row.text("unit").startswith("%") else row.text("value")
    return {name: row.text(name) for name in row.cells} | {"value": value.strip()}


OWN: Final = Layout(
    form=OBSERVATIONS, source={}, mapping=("the columns of observations.csv -> as they are",), convert=_own
)
OWN_SOURCES: Final = Layout(form=SOURCES, source={}, mapping=(), convert=lambda row: dict(row.cells))
NAMING: Final = (OWN.form.file, SDMX_OWN.form.file)
"""The kinds of files whose rows name their sources."""

SHOWN: Final = 20
"""Lines of the difference that are shown."""


def run(args: Namespace) -> int:
    """Return 0 once the rows are shown, and written if --yes was args.

    Raises:
        QuestionError: The file is of no kind that is known, cannot be read, or holds nothing new.
        StoreError: A file cannot be opened or written, or was changed meanwhile.
        DatasetError: The rows do not fit the data.
    """
    folder = writable(find(args.data))
    files, known = contents(folder), load(folder)
    offered = incoming(args.file.read_bytes(), is_workbook=args.file.suffix.lower() == ".xlsx")
    chosen, sources = _chosen(offered, args, known)
    fresh = _fresh(chosen, known)
    sys.stdout.write("\n".join(_told(offered, len(chosen), len(fresh))) + "\n")
    if not fresh:
        raise QuestionError(Message("there is no row to add"))
    changes = preview(files, fresh, sources, reviewer=Reviewer())
    for file, data in changes.files.items():
        lines = _comes(difference(file, files[file], data))
        more = [f"… and {len(lines) - SHOWN} lines more"] if len(lines) > SHOWN else []
        sys.stdout.writelines(f"{line}\n" for line in (*lines[:SHOWN], *more))
    sys.stdout.writelines(f"{turned(turn)}\n" for turn in changes.turns)
    if args.yes:
        save(folder, version(files), changes.files)
    sys.stdout.write(f"written to {folder}\n" if args.yes else "nothing was written; say --yes to write it\n")
    return 0


def incoming(data: bytes, *, is_workbook: bool) -> Incoming:
    """Return what a file holds for us.

    Raises:
        QuestionError: It is of no kind that is known, or cannot be read.
    """
    if not is_workbook:
        return converted(fitting((OWN, *LAYOUTS), data), data)
    offered: Incoming | None = None
    sources: tuple[Cells, ...] = ()
    for sheet in sheets(data):
        layout = _layout((OWN, *LAYOUTS, OWN_SOURCES), sheet)
        if layout is OWN_SOURCES:
            sources = converted(layout, sheet).rows
        elif layout is not None and offered is None:
            offered = converted(layout, sheet)
    if offered is None:
        raise QuestionError(Message("no sheet has the columns of a file that is known"))
    return replace(offered, sources=(*filter(None, offered.sources), *sources))


def _layout(layouts: tuple[Layout, ...], data: bytes) -> Layout | None:
    try:
        return fitting(layouts, data)
    except QuestionError:
        return None


def _chosen(offered: Incoming, args: Namespace, known: Dataset) -> tuple[list[Cells], list[Cells]]:
    """Return the rows of the two countries, each with its source, and the sources that are not there yet."""
    pair = {code for code in (args.reporter, args.partner) if code}
    rows = [row for row in offered.rows if pair <= {row["reporter"], row["partner"]}]
    flags = {"id": args.source, "publisher": args.publisher, "title": args.title}
    flags |= {"published": args.published, "address": args.address}
    about = {name: str(text) for name, text in flags.items() if text}
    sources = [{**source, **about} for source in offered.sources if source]
    if offered.layout in NAMING:
        sources += _about_the_only_new_one(rows, sources, about, known)
    else:
        sources = sources[:1]
        rows = [{**row, "source": sources[0]["id"]} for row in rows]
    return rows, [source for source in sources if known.source(source["id"]) is None]


def _about_the_only_new_one(
    rows: list[Cells], sources: list[dict[str, str]], about: Cells, known: Dataset
) -> list[dict[str, str]]:
    """Return the source that the rows name and nobody knows, where the command line tells of it."""
    named = {source["id"] for source in sources}
    new = {row["source"] for row in rows if row["source"] not in named and known.source(row["source"]) is None}
    return [{**about, "id": new.pop()}] if len(new) == 1 and {"publisher", "title"} <= about.keys() else []


def _fresh(rows: list[Cells], known: Dataset) -> list[Cells]:
    """Return the rows that do not say what a row of the data says already, spelled as the rule of the files is."""
    said_before = {row.identity for row in known.observations}
    read = [(row, observation(Row(0, row), Remarks(OBSERVATIONS.file))) for row in rows]
    legible = [observed for _, observed in read if observed is not None]
    in_units = iter(in_currency([*known.observations, *legible])[len(known.observations) :])
    fresh: list[Cells] = []
    for row, observed in read:
        if observed is None:
            fresh.append(row)
        elif next(in_units).identity not in said_before:
            fresh.append({**row, "period": str(observed.period), "value": f"{observed.value:f}"})
    return fresh


def _told(offered: Incoming, chosen: int, fresh: int) -> Iterator[str]:
    """Yield what kind of file it is, what becomes of its columns, and how many rows are left out for which reason."""
    yield f"{offered.layout}: {len(offered.rows) + sum(offered.left_out.values())} rows"
    yield from (f"  {line}" for line in offered.mapping)
    yield from (f"note: {notice}" for notice in offered.notices)
    reasons = {**offered.left_out, "of other countries": len(offered.rows) - chosen}
    reasons["the data say so already"] = chosen - fresh
    yield from (f"left out, {times}: {why}" for why, times in reasons.items() if times)


def _comes(lines: tuple[str, ...]) -> tuple[str, ...]:
    """Return a difference; where it changes every line because there is a new column, its header and new rows alone."""
    head, body = lines[:2], lines[2:]
    gone, come = ([line for line in body if line.startswith(sign)] for sign in "-+")
    if not gone:
        return lines
    return (*head, "the rows that are there get an empty cell for each new column", come[0], *come[len(gone) :])
