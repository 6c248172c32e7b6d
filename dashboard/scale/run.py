"""All parts of an input computed, on one core, on several, or on a cluster, and taken up again after a stop.

A folder holds the state: `input.json` says what was asked, `parts/` the rows still to be done, `answers/` one file for
each part that is done. An answer appears under its name when it is whole, so a stop at any moment loses the parts that
were being computed and nothing else.
"""

from __future__ import annotations

import json
import os
import shutil
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import Executor, as_completed
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final

import pyarrow as pa
import pyarrow.parquet as pq

from dashboard import __version__
from dashboard.scale.batch import SCHEMA, judged
from dashboard.scale.split import PART, read, split
from dashboard.values.errors import StoreError
from dashboard.values.message import Message

_TEXTS: Final = [field.name for field in SCHEMA if pa.types.is_dictionary(field.type)]
"""The columns that repeat themselves; numbers do not, and to look for repeats takes longer than to write them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """What was computed so far.

    Attributes:
        read: How many rows were read from the source so far.
        parts: How many parts are done, of `of`; 0 of 0 while the source is read.
        rows: How many rows these have.
        verdicts: How many rows have each verdict; "" where there is none.
        problems: How many rows could not be read or answered.
    """

    read: int
    parts: int = 0
    of: int = 0
    rows: int = 0
    verdicts: Counter[str] = field(default_factory=Counter)
    problems: int = 0


def run(source: Path, folder: Path, *, exact: bool = True, executor: Executor | None = None) -> Iterator[Done]:
    """Yield how far it is, again and again; the answers are then in `folder/answers`, see `batch.SCHEMA`.

    Args:
        source: A CSV file, a Parquet file, or a folder of Parquet files, with the columns of observations.csv.
        folder: Where the state and the answers are; new, empty, or of an earlier run of the same question.
        exact: Whether to prove; else intervals are only propagated.
        executor: Where parts are computed; here where there is none. Workers must see `folder` under its name.

    Raises:
        QuestionError: The source cannot be read.
        StoreError: The folder holds the answers to something else.
    """
    read = 0
    for read in _prepared(source, folder, exact=exact):
        yield Done(read=read)
    parts, answers = folder / "parts", folder / "answers"
    names = sorted({file.stem for file in (*parts.glob(f"*{PART}"), *answers.glob("*.parquet"))})
    done = Done(read=read, of=len(names))
    each = [(parts / f"{name}{PART}", answers / f"{name}.parquet", exact) for name in names]
    for counted in _computed(each, executor):
        done = _with(done, counted)
        yield done


def compute(part: Path, answer: Path, exact: bool) -> Counter[str]:  # an executor passes it on by place
    """Write the answers to one part, unless they are there; return how many rows have each verdict or a problem."""
    if answer.exists():
        answers = pq.read_table(answer, columns=["verdict", "problem"])
    else:
        answers = judged(read(part), exact=exact)
        unfinished = answer.with_suffix(f".{os.getpid()}.unfinished")
        pq.write_table(answers, unfinished, use_dictionary=_TEXTS, write_statistics=False)
        unfinished.replace(answer)
    part.unlink(missing_ok=True)
    counted = Counter({each["values"] or "": each["counts"] for each in answers["verdict"].value_counts().to_pylist()})
    counted["problem"] = len(answers) - answers["problem"].null_count
    return counted


def _prepared(source: Path, folder: Path, *, exact: bool) -> Iterator[int]:
    """Split the source into parts, unless this was done before for the same source and question; yield rows read."""
    asked = {"version": __version__, "input": _stamp(source), "exact": exact}
    note = folder / "input.json"
    if note.exists():
        known = json.loads(note.read_text("utf-8"))
        if {name: known.get(name) for name in asked} != asked:
            raise StoreError(
                Message("{0} holds the answers to another input or question; choose an empty folder", folder)
            )
        yield known["rows"]
        return
    if folder.exists() and {entry.name for entry in folder.iterdir()} - {"parts", "answers", "input.unfinished"}:
        raise StoreError(Message("{0} is not empty; choose an empty folder", folder))
    shutil.rmtree(folder / "parts", ignore_errors=True)
    for name in ("parts", "answers"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    rows = 0
    for rows in split(source, folder / "parts"):
        yield rows
    unfinished = note.with_suffix(".unfinished")
    unfinished.write_text(json.dumps(asked | {"rows": rows}, indent=1), "utf-8")
    unfinished.replace(note)


def _stamp(source: Path) -> list[list[str | int]]:
    files = sorted(source.rglob("*.parquet")) if source.is_dir() else [source]
    return [[str(file), file.stat().st_size, file.stat().st_mtime_ns] for file in files]


def _computed(parts: list[tuple[Path, Path, bool]], executor: Executor | None) -> Iterator[Counter[str]]:
    if executor is None:
        yield from (compute(*part) for part in parts)
        return
    futures = [executor.submit(compute, *part) for part in parts]
    yield from (future.result() for future in as_completed(futures))


def _with(done: Done, counted: Counter[str]) -> Done:
    verdicts = Counter({name: number for name, number in counted.items() if name != "problem"})
    rows = done.rows + verdicts.total()
    problems = done.problems + counted["problem"]
    return replace(done, parts=done.parts + 1, rows=rows, verdicts=done.verdicts + verdicts, problems=problems)
