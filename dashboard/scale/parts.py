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
import pyarrow.csv as pacsv
import pyarrow.dataset as pads
from pyarrow import ipc

from dashboard.errors import QuestionError
from dashboard.scale.cells import CELLS, encoded, keys
from dashboard.scale.judging import ROW

ROWS: Final = 100_000
"""Rows of a part, about: enough for arrays to pay, few enough to hand work out evenly and to lose little by a stop."""
LEAST: Final = 10_000
"""Fewer rows are not worth a part of their own."""
MOST: Final = 512
"""Parts, each an open file while the rows are sorted into them."""
BUFFERED: Final = 1_000_000
"""Rows that wait for their part to be written."""
_BYTES_OF_A_ROW: Final = 60
_FEW: Final = 256
_NEEDED: Final = ("source", "reporter", "partner", "flow", "period", "measure", "value", "unit")
_FOLDERS: Final = pads.partitioning(pa.schema([(name, pa.string()) for name in CELLS]), flavor="hive")
"""Folders such as product=0401 tell a cell of all rows in them; it is a text, of which a leading zero is a part."""
_TEXT: Final = pa.dictionary(pa.int32(), pa.string())

PART: Final = ".arrows"
"""How the name of a part ends: a stream of Arrow batches, which takes a tenth of the time of Parquet to write."""
SCHEMA: Final = pa.schema([(ROW, pa.int64()), *((name, _TEXT) for name in CELLS)])


def split(source: Path, folder: Path) -> Iterator[int]:
    """Write the rows of a CSV file, a Parquet file or a folder of Parquet files as parts; yield how many were read.

    Raises:
        QuestionError: It is no such file, or cannot be read, or a column is missing.
    """
    try:
        rows = _dataset(source)
        count = _count(_estimate(source, rows))
        with ExitStack() as files:
            writers = [files.enter_context(_writer(folder / f"{n:05}{PART}")) for n in range(count)]
            total = 0
            for table in _pieces(source, rows):
                _write(table, total, writers)
                total += len(table)
                yield total
    except (pa.ArrowException, UnicodeDecodeError) as error:
        raise QuestionError(f"{source} cannot be read: {error}") from error


def read(part: Path) -> pa.Table:
    """Return the rows of a part."""
    with pa.OSFile(str(part)) as file, ipc.open_stream(file) as stream:
        return stream.read_all()


def _count(rows: int) -> int:
    """Return how many parts there are: some even of few rows, so that several cores have work."""
    return max(1, min(MOST, ceil(rows / min(ROWS, max(LEAST, rows / 8)))))


def _writer(part: Path) -> ipc.RecordBatchStreamWriter:
    return ipc.new_stream(part, SCHEMA, options=ipc.IpcWriteOptions(compression="lz4"))


def _dataset(source: Path) -> pads.Dataset:
    if source.is_dir() or source.suffix == ".parquet":
        return pads.dataset(source, format=pads.ParquetFileFormat(dictionary_columns=set(CELLS)))
    if source.suffix != ".csv":
        raise QuestionError(f'"{source}" is neither a .csv nor a .parquet file nor a folder of Parquet files')
    with source.open(encoding="utf-8-sig", newline="") as file:
        names = next(csv.reader(file), [])
    texts = pacsv.ConvertOptions(column_types=dict.fromkeys(names, pa.string()))
    parse = pacsv.ParseOptions(newlines_in_values=True)
    return pads.dataset(source, format=pads.CsvFileFormat(parse_options=parse, convert_options=texts))


def _estimate(source: Path, rows: pads.Dataset) -> int:
    return int(rows.count_rows()) if source.suffix != ".csv" else source.stat().st_size // _BYTES_OF_A_ROW


def _pieces(source: Path, rows: pads.Dataset) -> Iterator[pa.Table]:
    """Yield about so many rows as may wait, whatever the files that hold them."""
    waiting: list[pa.Table] = []
    for table in _tables(source, rows):
        waiting.append(table)
        if sum(map(len, waiting)) >= BUFFERED:
            yield pa.concat_tables(waiting)
            waiting.clear()
    if waiting:
        yield pa.concat_tables(waiting)


def _tables(source: Path, rows: pads.Dataset) -> Iterator[pa.Table]:
    """Yield the rows as columns of texts; a column that only some of the files have is empty in the others."""
    for file in rows.get_fragments():
        place = Path(file.path).parent.relative_to(source.resolve() if source.is_dir() else Path(file.path).parent)
        folders = pads.get_partition_keys(_FOLDERS.parse(f"{place}/"))
        inside = file.physical_schema.names
        missing = [name for name in _NEEDED if name not in {*inside, *folders}]
        if missing:
            raise QuestionError(f"{file.path} has no column {', '.join(missing)}; it has {', '.join(inside)}")
        wanted = [name for name in CELLS if name in inside and name not in folders]
        for batch in file.to_batches(columns=wanted, batch_size=131_072, batch_readahead=2):
            yield _texts(pa.table(batch), folders)


def _texts(given: pa.Table, folders: dict[str, str]) -> pa.Table:
    empty = np.zeros(len(given), dtype=np.int32)
    columns = [
        encoded(given.column(name))
        if name in given.column_names
        else pa.DictionaryArray.from_arrays(empty, [folders.get(name) or ""])
        for name in CELLS
    ]
    return pa.table(columns, names=list(CELLS))


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
