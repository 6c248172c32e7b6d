"""Files of any size are read a few rows at a time; what is wrong with a file is said with its place."""

from __future__ import annotations

import codecs
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from dashboard.scale.source import estimate, tables
from dashboard.values.errors import QuestionError

HEADER = "source,reporter,partner,flow,period,measure,value,unit,note\n"
ROW = "s1,RUS,BLR,exports,2022,level,17.20,USD bn,\n"
OPEN = ROW.replace(",\n", ',"\n')


def written(folder: Path, data: bytes, name: str = "rows.csv") -> Path:
    (folder / name).write_bytes(data)
    return folder / name


def rows(source: Path) -> list[dict[str, str]]:
    return [row for table in tables(source) for row in table.to_pylist()]


def test_cells_of_a_csv_are_texts_as_they_stand(tmp_path: Path) -> None:
    quoted = 's2,RUS,BLR,imports,2022,level,"1,000.0",USD mn,"says ""more"",\nand more"\n'
    found = rows(written(tmp_path, codecs.BOM_UTF8 + (HEADER + ROW + quoted).encode()))
    assert [(row["source"], row["value"], row["step"]) for row in found] == [("s1", "17.20", ""), ("s2", "1,000.0", "")]
    assert "note" not in found[0]


def test_rows_of_a_large_csv_come_a_few_at_a_time(tmp_path: Path) -> None:
    source = written(tmp_path, (HEADER + ROW * 200_000).encode())
    counts = [len(table) for table in tables(source)]
    assert sum(counts) == 200_000
    assert max(counts) < 150_000
    assert 100_000 < estimate(source) < 400_000


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", r"has no column source, reporter, .*; it has $"),
        (b"source;reporter\n", "has no column source, .*; it has source;reporter"),
        (HEADER.replace("note", "value").encode(), "has more than one column value; leave one of each"),
        ((HEADER + ROW * 3 + "s1,RUS,BLR\n").encode(), "Row #5: Expected 9 columns, got 3: s1,RUS,BLR"),
        ((HEADER + OPEN + ROW).encode(), "a quotation mark is not closed"),
        ((HEADER + OPEN + ROW * 300_000).encode(), "a row is longer than 4,194,304 bytes, or a quotation mark is not"),
        (
            (HEADER + ROW * 1000 + ROW.replace("s1", "Минск")).encode("cp1251"),
            "cannot be read: it is not in UTF-8; save",
        ),
        ((HEADER.replace("note", "заметка") + ROW).encode("cp1251"), "is not in UTF-8; save it as CSV UTF-8"),
    ],
)
def test_what_is_wrong_with_a_csv_is_said(tmp_path: Path, data: bytes, why: str) -> None:
    with pytest.raises(QuestionError, match=why):
        rows(written(tmp_path, data))


def test_another_kind_of_file_is_refused(tmp_path: Path) -> None:
    for read in (rows, estimate):
        with pytest.raises(QuestionError, match=r"is neither a \.csv nor a \.parquet file nor a folder"):
            read(written(tmp_path, b"", "rows.txt"))
        with pytest.raises(QuestionError, match=r"rows\.parquet cannot be read: "):
            read(written(tmp_path, b"no Parquet", "rows.parquet"))


def test_folders_tell_a_cell_and_keep_leading_zeros(tmp_path: Path) -> None:
    names = HEADER.strip().split(",")
    table = pa.table({name: [cell] for name, cell in zip(names, ROW.strip().split(","), strict=True)})
    for product, extra in (("0401", {}), ("2709", {"step": ["0.01"]})):
        place = tmp_path / f"product={product}"
        place.mkdir()
        pq.write_table(pa.table({**dict(zip(names, table.columns, strict=True)), **extra}), place / "rows.parquet")
    assert [(row["product"], row["step"]) for row in rows(tmp_path)] == [("0401", ""), ("2709", "0.01")]
    assert estimate(tmp_path) == 2


def test_numbers_and_missing_cells_of_parquet_are_spelled_out(tmp_path: Path) -> None:
    cells = {name: [cell, cell] for name, cell in zip(HEADER.split(","), ROW.split(","), strict=True)}
    pq.write_table(pa.table(cells | {"period": [2021, 2022], "scope": [None, "goods"]}), tmp_path / "rows.parquet")
    found = rows(tmp_path / "rows.parquet")
    assert [(row["period"], row["scope"]) for row in found] == [("2021", ""), ("2022", "goods")]


def test_a_parquet_file_without_a_column_is_named(tmp_path: Path) -> None:
    pq.write_table(pa.table({"source": ["s1"]}), tmp_path / "some.parquet")
    with pytest.raises(QuestionError, match=r"some\.parquet has no column reporter, .*; it has source"):
        rows(tmp_path)
