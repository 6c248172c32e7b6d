"""Rows of any number -> parts that fit into memory, each holding whole blocks.

The source is read once. Rows go to the part that the names of their source, countries, scope and
product are mixed to, so that rows of a block meet wherever they stand in the file.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from math import ceil
from pathlib import Path
from typing import Final
from zlib import crc32

import numpy as np
import pyarrow as pa
from pyarrow import ipc

from dashboard.scale.batch import ROW
from dashboard.scale.cells import CELLS, encoded, keys
from dashboard.scale.source import estimate, tables

ROWS: Final = 100_000
"""Rows of a part, about: enough for arrays to pay, few enough to hand work out evenly and to lose little by a stop."""
LEAST: Final = 10_000
"""Fewer rows are not worth a part of their own."""
MOST: Final = 512
"""Parts, each an open file while the rows are sorted into them."""
BUFFERED: Final = 500_000
"""Rows that wait for their part to be written."""
_FEW: Final = 256
_TEXT: Final = pa.dictionary(pa.int32(), pa.string())

PART: Final = ".arrows"
"""How the name of a part ends: a stream of Arrow batches, which takes a tenth of the time of Parquet to write."""
SCHEMA: Final = pa.schema([(ROW, pa.int64()), *((name, _TEXT) for name in CELLS)])


def split(source: Path, folder: Path) -> Iterator[int]:
    """Write the rows of a source as parts; yield how many were read.

    Raises:
        QuestionError: As `source.tables`.
    """
    with ExitStack() as files:
        names = [f"{number:05}{PART}" for number in range(_count(estimate(source)))]
        writers = [files.enter_context(_writer(folder / name)) for name in names]
        total = 0
        for table in _pieces(source):
            _write(table, total, writers)
            total += len(table)
            yield total


def read(part: Path) -> pa.Table:
    """Return the rows of a part."""
    with pa.OSFile(str(part)) as file, ipc.open_stream(file) as stream:
        return stream.read_all()


def _count(rows: int) -> int:
    """Return how many parts there are: some even of few rows, so that several cores have work."""
    return max(1, min(MOST, ceil(rows / min(ROWS, max(LEAST, rows / 8)))))


def _writer(part: Path) -> ipc.RecordBatchStreamWriter:
    return ipc.new_stream(part, SCHEMA, options=ipc.IpcWriteOptions(compression="lz4"))


def _pieces(source: Path) -> Iterator[pa.Table]:
    """Yield about so many rows as may wait, whatever the files that hold them."""
    waiting: list[pa.Table] = []
    for table in tables(source):
        waiting.append(table)
        if sum(map(len, waiting)) >= BUFFERED:
            yield pa.concat_tables(waiting)
            waiting.clear()
    if waiting:
        yield pa.concat_tables(waiting)


def _write(table: pa.Table, first: int, writers: list[ipc.RecordBatchStreamWriter]) -> None:
    """Append each row to its part; the first has this number."""
    part = (_mixed(table) % np.uint64(len(writers))).astype(np.uint16)
    order = np.argsort(part, kind="stable")
    ends = np.searchsorted(part[order], np.arange(len(writers) + 1)).tolist()
    columns = [pa.array(first + order), *(encoded(table.column(name)).take(pa.array(order)) for name in CELLS)]
    for writer, begin, end in zip(writers, ends, ends[1:], strict=False):
        if begin < end:
            row, *texts = (column.slice(begin, end - begin) for column in columns)
            writer.write_table(pa.table([row, *map(_short, texts)], schema=SCHEMA))


def _short(texts: pa.DictionaryArray) -> pa.DictionaryArray:
    """Return texts with no more spellings than they have, unless there are few anyhow."""
    if len(texts.dictionary) <= _FEW:
        return texts
    used = texts.indices.dictionary_encode()
    return pa.DictionaryArray.from_arrays(used.indices, texts.dictionary.take(used.dictionary))


def _mixed(table: pa.Table) -> np.ndarray:
    """Return a number from the texts of each row's key, the same in every run and on every machine."""
    mixed = np.zeros(len(table), dtype=np.uint64)
    for texts in keys(table):
        codes = np.fromiter(map(crc32, texts.spellings.cast(pa.binary()).to_pylist()), np.uint64)
        mixed = mixed * np.uint64(0x100000001B3) + texts.each(codes)
        mixed ^= mixed >> np.uint64(31)
    return mixed
