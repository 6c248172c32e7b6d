"""A campaign against the reader: `python -m benchmarks.reading [FILES] [SEED]` prints what came of so many bad files.

A third are random bytes. The others are data written as spreadsheets of seven habits write them, half of them with
random edits. What is read must be what a second, simple reader, which is told the habit, finds; everything else must
be refused. All columns are compared. Every 500th file is also put under a store, which must go on serving the last good
data.
"""

from __future__ import annotations

import csv
import io
import random
import sys
import tempfile
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from pathlib import Path

from dashboard.reading.dataset import read
from dashboard.storage.store import Store
from dashboard.values.errors import DatasetError
from dashboard.values.observation import Dataset, Observation

COLUMNS = ("source", "reporter", "partner", "flow", "period", "measure", "value", "unit", "step", "note")
SOURCES = b"id,publisher,title\nmfa,Ministry,For the visit\n"
DISK = 500


@dataclass(frozen=True, slots=True)
class Habit:
    """How a program writes a table."""

    delimiter: str
    decimal: str
    thousands: str
    encoding: str
    end: str


HABITS = (
    Habit(",", ".", "", "utf-8", "\n"),
    Habit(",", ".", ",", "utf-8-sig", "\r\n"),
    Habit(";", ",", "\u00a0", "utf-8-sig", "\r\n"),
    Habit(";", ",", "\u00a0", "cp1251", "\r\n"),
    Habit(";", ",", ".", "utf-8", "\n"),
    Habit("\t", ",", "\u202f", "utf-16", "\r\n"),
    Habit("\t", ".", "", "utf-8", "\n"),
)


def number(chance: random.Random) -> tuple[Decimal, int]:
    """Return a number as a source may print it, and its decimals."""
    places = chance.choice((0, 1, 1, 1, 2, 3))
    return Decimal(chance.randrange(1, 10 ** chance.randrange(2, 8))).scaleb(-places), places


def written(chance: random.Random, habit: Habit) -> bytes:
    """Return a file of one to eight rows."""
    out = io.StringIO()
    table = csv.writer(out, delimiter=habit.delimiter, lineterminator=habit.end)
    table.writerow(COLUMNS)
    for year in range(2001, 2001 + chance.randrange(1, 9)):
        value, places = number(chance)
        step = f"{Decimal(1).scaleb(-places)}" if chance.random() < 0.7 else ""
        shown = f"{value:,}".replace(",", "\0").replace(".", habit.decimal).replace("\0", habit.thousands)
        cells = (shown, "USD mn", step.replace(".", habit.decimal), chance.choice(("", "Гродно", "по данным; ТАСС")))
        table.writerow(("mfa", "RUS", "BLR", "exports", year, "level", *cells))
    return out.getvalue().encode(habit.encoding)


def edited(chance: random.Random, data: bytes) -> bytes:
    """Return a file after one to four slips: bytes lost, changed, doubled or moved."""
    for _ in range(chance.randrange(1, 3)):
        at, width = chance.randrange(len(data) + 1), chance.choice((0, 0, 1, 1, 2, 9))
        filling = chance.choice(
            (b"", chance.randbytes(2), b",", b";", b".", b'"', b"\n", b"0", b"-", data[at : at + 9])
        )
        data = data[:at] + filling + data[at + width :]
    return data


def ungrouped(text: str, habit: Habit) -> str:
    """Return a number without its thousands signs; "" where they do not stand before three digits each."""
    whole, _, part = text.partition(habit.decimal)
    first, *groups = whole.split(habit.thousands) if habit.thousands else [whole]
    is_whole = (
        bool(first.lstrip("-"))
        and not (groups and (first == "0" or len(first.lstrip("-")) > 3))
        and all(len(group) == 3 for group in groups)
        and part.isdigit() >= bool(part)
    )
    return text.replace(habit.thousands or "\0", "") if is_whole else ""


def meant(data: bytes, habit: Habit) -> dict[int, dict[str, str]]:
    """Return the cells on each line, as somebody who knows the habit reads them; only what is beyond doubt."""
    try:
        text = data.decode(habit.encoding)
        lines = csv.reader(io.StringIO(text, newline=""), delimiter=habit.delimiter, strict=True)
        names = [name.strip().lower() for name in next(lines)]
        found: dict[int, dict[str, str]] = {}
        begun = lines.line_num
        for cells in lines:
            if len(cells) == len(names):
                told = dict(zip(names, map(str.strip, cells), strict=True))
                found[begun + 1] = {name: cell for name, cell in told.items() if names.count(name) == 1}
            begun = lines.line_num
    except (UnicodeError, csv.Error, StopIteration):
        return {}
    return found


def misread(row: Observation, cells: dict[str, str], habit: Habit, noticed: set[str]) -> list[str]:
    """Return the columns in which a row says something else than its cells; words may differ where a notice says so."""
    told = {"source": row.source, "reporter": row.block.reporter, "partner": row.block.partner, "flow": row.flow}
    told |= {"period": str(row.period), "measure": row.measure, "unit": row.unit.text, "note": row.note}
    words = [
        column
        for column, read_as in told.items()
        if column in cells and column not in noticed and _plain(cells[column]) != _plain(read_as)
    ]
    numbers = {"value": row.value, "step": None if row.step_from_digits else row.step}
    return words + [
        column
        for column, number in numbers.items()
        if (known := _number(cells.get(column, ""), habit)) is not None and known != number
    ]


def _plain(text: str) -> str:
    return " ".join(text.lower().split())


def _number(text: str, habit: Habit) -> Decimal | None:
    with suppress(InvalidOperation):
        return Decimal(ungrouped(text, habit).replace(habit.decimal, "."))
    return None


def attempt(data: bytes) -> Dataset | None:
    """Return what was read, None for a refusal; anything else raised is the crash that is looked for."""
    try:
        return read(data, SOURCES)
    except DatasetError:
        return None


def one(chance: random.Random) -> tuple[str, bytes, str]:
    """Return the kind of a file, its bytes, and what came of it: read, refused, misread."""
    if chance.random() < 1 / 3:
        head = b"" if chance.random() < 0.5 else ",".join(COLUMNS).encode() + b"\n"
        data = head + chance.randbytes(chance.randrange(200))
        return "random bytes", data, "refused" if attempt(data) is None else "read"
    habit = chance.choice(HABITS)
    pristine = chance.random() < 0.5
    whole = written(chance, habit)
    data = whole if pristine else edited(chance, whole)
    found = attempt(data)
    if found is None:
        return "as written" if pristine else "edited", data, "refused"
    known = meant(data, habit)
    noticed = {notice.column for notice in found.notices}
    wrong = any(misread(row, known.get(row.line, {}), habit, noticed) for row in found.observations)
    return "as written" if pristine else "edited", data, "misread" if wrong else "read"


def campaign(files: int, seed: int = 1, *, disk: int = DISK) -> tuple[Counter[tuple[str, str]], list[bytes]]:
    """Return how many files of each kind ended how, and those that were misread or not outlived by the good data."""
    chance, counted, bad = random.Random(seed), Counter[tuple[str, str]](), []
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        (folder / "sources.csv").write_bytes(SOURCES)
        (folder / "observations.csv").write_bytes(written(random.Random(0), HABITS[0]))
        store = Store(folder)
        last = store.current().dataset
        for at in range(files):
            kind, data, end = one(chance)
            counted[kind, end] += 1
            if end == "misread":
                bad.append(data)
            if disk and at % disk == 0:
                (folder / "observations.csv").write_bytes(data)
                last = last if (fresh := attempt(data)) is None else fresh
                served = store.current().dataset == last
                counted["on disk", "last good data served" if served else "LOST"] += 1
    return counted, bad


def main() -> int:
    """Print the table; 1 when a file was misread or good data were lost."""
    files, seed = (int(text) for text in (*sys.argv[1:], *("100000", "1")[len(sys.argv) - 1 :]))
    counted, bad = campaign(files, seed)
    for (kind, end), times in sorted(counted.items()):
        print(f"{kind:14} {end:24} {times:8}")
    for data in bad[:10]:
        print(data)
    return 1 if bad or counted["on disk", "LOST"] else 0


if __name__ == "__main__":
    raise SystemExit(main())
