"""A file of any number of rows -> parts that fit into memory, each holding whole blocks.

The file is read once, a batch at a time. Rows go to the part that the names of their source, countries, scope and
product are mixed to, so that rows of a block meet wherever they stand in the file.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from contextlib import ExitStack
from math import ceil
from pathlib import Path
from typing import Final
from zlib import crc32

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv as pacsv
import pyarrow.dataset as pads
import pyarrow.parquet as pq

from dashboard.errors import QuestionError
from dashboard.scale.cells import CELLS, KEY
from dashboard.scale.judging import ROW
from dashboard.scale.simplex import Whole

ROWS: Final = 30_000
"""Rows of a part, about: enough for arrays to pay, few enough to hand work out evenly and to lose little by a stop."""
MOST: Final = 512
"""Parts, each an open file while the rows are sorted into them."""
BUFFERED: Final = 1_000_000
"""Rows that wait for their part to be written."""
_BYTES_OF_A_ROW: Final = 60

SCHEMA: Final = pa.schema([(ROW, pa.int64()), *((name, pa.string()) for name in CELLS)])


def split(source: Path, folder: Path) -> int:
    """Write the rows of a CSV file, a Parquet file or a folder of Parquet files as parts; return how many rows.

    Raises:
        QuestionError: It is no such file, or a column is missing.
    """
    rows = _dataset(source)
    count = max(1, min(MOST, ceil(_estimate(source, rows) / ROWS)))
    with ExitStack() as files:
        writers = [files.enter_context(pq.ParquetWriter(folder / f"{n:05}.parquet", SCHEMA)) for n in range(count)]
        waiting: list[list[pa.Table]] = [[] for _ in writers]
        total = since = 0
        for batch in _batches(rows):
            table = batch.add_column(0, ROW, pa.array(np.arange(total, total + len(batch))))
            _sort(table, waiting)
            total, since = total + len(batch), since + len(batch)
            if since >= BUFFERED:
                _flush(waiting, writers)
                since = 0
        _flush(waiting, writers)
    return total


def _dataset(source: Path) -> pads.Dataset:
    if source.is_dir() or source.suffix == ".parquet":
        found = pads.dataset(source, format="parquet", partitioning="hive")
        names = found.schema.names
    elif source.suffix == ".csv":
        with source.open(encoding="utf-8-sig", newline="") as file:
            names = next(csv.reader(file), [])
        texts = pacsv.ConvertOptions(column_types=dict.fromkeys(names, pa.string()))
        parse = pacsv.ParseOptions(newlines_in_values=True)
        found = pads.dataset(source, format=pads.CsvFileFormat(parse_options=parse, convert_options=texts))
    else:
        raise QuestionError(f'"{source}" is neither a .csv nor a .parquet file nor a folder of Parquet files')
    missing = [name for name in ("source", "reporter", "partner", "flow", "period", "measure", "value", "unit")
               if name not in names]  # fmt: skip
    if missing:
        raise QuestionError(f"{source} has no column {', '.join(missing)}; it has {', '.join(names)}")
    return found


def _estimate(source: Path, rows: pads.Dataset) -> int:
    return int(rows.count_rows()) if source.suffix != ".csv" else source.stat().st_size // _BYTES_OF_A_ROW


def _batches(rows: pads.Dataset) -> Iterator[pa.Table]:
    names = [name for name in CELLS if name in rows.schema.names]
    for batch in rows.to_batches(columns=names, batch_size=131_072):
        given = pa.Table.from_batches([batch])
        columns = [_text(given, name) for name in CELLS]
        yield pa.table(columns, schema=pa.schema([(name, pa.string()) for name in CELLS]))


def _text(table: pa.Table, name: str) -> pa.ChunkedArray:
    if name not in table.column_names:
        return pa.chunked_array([pa.array([""] * len(table), pa.string())])
    return pc.fill_null(table.column(name).cast(pa.string()), "")


def _sort(table: pa.Table, waiting: list[list[pa.Table]]) -> None:
    part = _mixed(table) % np.uint64(len(waiting))
    order = np.argsort(part, kind="stable")
    ends = np.searchsorted(part[order], np.arange(len(waiting) + 1))
    inside = table.take(order)
    for number, tables in enumerate(waiting):
        if ends[number] < ends[number + 1]:
            tables.append(inside.slice(ends[number], ends[number + 1] - ends[number]))


def _mixed(table: pa.Table) -> np.ndarray:
    """Return a number from the texts of each row's key, the same in every run and on every machine."""
    mixed = np.zeros(len(table), dtype=np.uint64)
    for name in KEY:
        encoded = table.column(name).combine_chunks().dictionary_encode()
        codes = np.array([crc32(text.strip().encode()) for text in encoded.dictionary.to_pylist()], dtype=np.uint64)
        which: Whole = encoded.indices.to_numpy(zero_copy_only=False)
        mixed = mixed * np.uint64(0x100000001B3) + codes[which]
        mixed ^= mixed >> np.uint64(31)
    return mixed


def _flush(waiting: list[list[pa.Table]], writers: list[pq.ParquetWriter]) -> None:
    for tables, writer in zip(waiting, writers, strict=True):
        if tables:
            writer.write_table(pa.concat_tables(tables))
            tables.clear()
