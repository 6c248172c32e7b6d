"""A CSV file, a Parquet file or a folder of Parquet files -> tables of text columns, a few thousand rows at a time.

Nothing is held but the rows under way, so a file may be larger than memory. What is wrong with a file as a whole stops
the reading with its place; what is wrong with a cell is for the reader of rows to say.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import numpy as np
import pyarrow as pa
import pyarrow.csv as pacsv
import pyarrow.dataset as pads

from dashboard.reading.columns import OBSERVATIONS
from dashboard.scale.cells import CELLS, encoded
from dashboard.values.errors import QuestionError
from dashboard.values.message import Message

_BLOCK: Final = 1 << 22
"""Bytes of a CSV file that are read at once; no row may be longer."""
_BATCH: Final = 1 << 17
_BYTES_OF_A_ROW: Final = 60
_FOLDERS: Final = pads.partitioning(pa.schema([(name, pa.string()) for name in CELLS]), flavor="hive")
"""Folders such as product=0401 tell a cell of all rows in them; it is a text, of which a leading zero is a part."""


def tables(source: Path) -> Iterator[pa.Table]:
    """Yield the rows as columns of texts named as in `CELLS`; a column that a file does not have is empty.

    Raises:
        QuestionError: It is no such file, or cannot be read, or a column is missing.
    """
    try:
        yield from _of_csv(source) if _is_csv(source) else _of_parquet(source)
    except pa.ArrowException as error:
        raise QuestionError(Message("{0} cannot be read: {1}", source, _reason(error))) from error


def estimate(source: Path) -> int:
    """Return about how many rows there are."""
    if _is_csv(source):
        return source.stat().st_size // _BYTES_OF_A_ROW
    try:
        return int(_parquet(source).count_rows())
    except pa.ArrowException as error:
        raise QuestionError(Message("{0} cannot be read: {1}", source, _reason(error))) from error


def _is_csv(source: Path) -> bool:
    if source.is_dir() or source.suffix == ".parquet":
        return False
    if source.suffix != ".csv":
        raise QuestionError(
            Message('"{0}" is neither a .csv nor a .parquet file nor a folder of Parquet files', source)
        )
    return True


class _Counting(io.FileIO):
    """A file that counts the quotation marks that are read from it."""

    quotes = 0

    def read(self, size: int | None = -1, /) -> bytes:
        data = super().read(-1 if size is None else size) or b""
        self.quotes += data.count(b'"')
        return data


def _of_csv(source: Path) -> Iterator[pa.Table]:
    names = _header(source)
    _check(source, names, {})
    texts = pacsv.ConvertOptions(
        column_types=dict.fromkeys(names, pa.string()), include_columns=[name for name in CELLS if name in names]
    )
    parse = pacsv.ParseOptions(newlines_in_values=True)
    one_by_one = pacsv.ReadOptions(block_size=_BLOCK, use_threads=False)  # else an error does not know its row
    with (
        _Counting(source) as file,
        pacsv.open_csv(file, read_options=one_by_one, parse_options=parse, convert_options=texts) as reader,
    ):
        for batch in reader:
            yield _texts(pa.table(batch), {})
        if file.quotes % 2:
            raise QuestionError(Message("{0} cannot be read: a quotation mark is not closed", source))


def _header(source: Path) -> list[str]:
    try:
        with source.open(encoding="utf-8-sig", newline="") as file:
            return next(csv.reader(file), [])
    except UnicodeDecodeError as error:
        raise QuestionError(Message("{0} is not in UTF-8; save it as CSV UTF-8", source)) from error


def _parquet(source: Path) -> pads.Dataset:
    return pads.dataset(source, format=pads.ParquetFileFormat(dictionary_columns=set(CELLS)))


def _of_parquet(source: Path) -> Iterator[pa.Table]:
    top = source.resolve() if source.is_dir() else source.resolve().parent
    for file in _parquet(source.resolve()).get_fragments():
        folders = pads.get_partition_keys(_FOLDERS.parse(f"{Path(file.path).parent.relative_to(top)}/"))
        inside = file.physical_schema.names
        _check(Path(file.path), inside, folders)
        wanted = [name for name in CELLS if name in inside and name not in folders]
        for batch in file.to_batches(columns=wanted, batch_size=_BATCH, batch_readahead=2):
            yield _texts(pa.table(batch), folders)


def _check(file: Path, inside: list[str], folders: dict[str, str]) -> None:
    missing = [name for name in OBSERVATIONS.required if name not in {*inside, *folders}]
    if missing:
        raise QuestionError(Message("{0} has no column {1}; it has {2}", file, ", ".join(missing), ", ".join(inside)))
    twice = [name for name in CELLS if inside.count(name) > 1]
    if twice:
        raise QuestionError(Message("{0} has more than one column {1}; leave one of each", file, ", ".join(twice)))


def _texts(given: pa.Table, folders: dict[str, str]) -> pa.Table:
    empty = np.zeros(len(given), dtype=np.int32)
    columns = [
        encoded(given.column(name))
        if name in given.column_names
        else pa.DictionaryArray.from_arrays(empty, [folders.get(name) or ""])
        for name in CELLS
    ]
    return pa.table(columns, names=list(CELLS))


def _reason(error: pa.ArrowException) -> str:
    """Return Arrow's words, or plainer ones for what happens to people."""
    reason = str(error).removeprefix("CSV parse error: ")
    if "straddling" in reason:
        return f"a row is longer than {_BLOCK:,} bytes, or a quotation mark is not closed"
    if "invalid UTF8" in reason:
        return "it is not in UTF-8; save it as CSV UTF-8"
    return reason
