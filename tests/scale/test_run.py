"""Files of rows in, files of answers out: whole blocks together, stops survived, the same answers wherever computed."""

from __future__ import annotations

import csv
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from dashboard.scale import split
from dashboard.scale.batch import ROW
from dashboard.scale.cells import CELLS
from dashboard.scale.run import run as computed
from dashboard.values.errors import StoreError
from tests.many_blocks import blocks, table

ROWS = blocks(60, 5, slips=0.2, mixed=False)


def write_csv(path: Path) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, [*CELLS, "note"])
        writer.writeheader()
        writer.writerows(row | {"note": 'says "more", and\nmore'} for row in ROWS)
    return path


def answers(folder: Path) -> list[dict[str, object]]:
    whole = pa.concat_tables(pq.read_table(file) for file in sorted((folder / "answers").glob("*.parquet")))
    found: list[dict[str, object]] = whole.sort_by(ROW).to_pylist()
    return found


@pytest.fixture(autouse=True)
def small_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(split, "ROWS", 100)
    monkeypatch.setattr(split, "BUFFERED", 50)


@pytest.fixture
def expected(tmp_path: Path) -> list[dict[str, object]]:
    folder = tmp_path / "expected"
    list(computed(write_csv(tmp_path / "rows.csv"), folder))
    return answers(folder)


def test_every_row_of_a_csv_is_answered_once(expected: list[dict[str, object]]) -> None:
    assert [row[ROW] for row in expected] == list(range(len(ROWS)))
    assert {row["verdict"] for row in expected} == {"consistent", "contradiction"}


def test_progress_counts_parts_rows_and_verdicts(tmp_path: Path) -> None:
    told = list(computed(write_csv(tmp_path / "rows.csv"), tmp_path / "into"))
    assert [one.read for one in told if not one.of][-1] == len(ROWS)
    assert [one.parts for one in told if one.of] == list(range(1, told[-1].of + 1))
    assert told[-1].of > 1
    assert told[-1].rows == told[-1].verdicts.total() == len(ROWS)
    assert told[-1].problems == 0


def test_partitioned_parquet_has_the_same_answers(tmp_path: Path, expected: list[dict[str, object]]) -> None:
    whole = table(ROWS).drop([ROW, "partner"])
    for number, begin in enumerate(range(0, len(ROWS), 50)):
        place = tmp_path / "rows" / "partner=BLR"
        place.mkdir(parents=True, exist_ok=True)
        pq.write_table(whole.slice(begin, 50), place / f"{number}.parquet")
    list(computed(tmp_path / "rows", tmp_path / "into"))
    assert answers(tmp_path / "into") == expected


def test_a_run_that_was_stopped_goes_on_where_it_was(tmp_path: Path, expected: list[dict[str, object]]) -> None:
    source, into = write_csv(tmp_path / "rows.csv"), tmp_path / "into"
    next(done for done in computed(source, into) if done.parts == 2)
    done = {file: file.stat().st_mtime_ns for file in (into / "answers").iterdir()}
    (into / "answers" / "00003.4711.unfinished").write_bytes(b"half a file")
    (into / "parts" / "00000.arrows").write_bytes(b"a part that is answered and was not yet removed")
    list(computed(source, into))
    assert answers(into) == expected
    assert all(file.stat().st_mtime_ns == when for file, when in done.items())
    assert list((into / "parts").iterdir()) == []


def test_a_run_that_was_stopped_while_reading_begins_anew(tmp_path: Path, expected: list[dict[str, object]]) -> None:
    source, into = write_csv(tmp_path / "rows.csv"), tmp_path / "into"
    assert next(computed(source, into)).of == 0
    list(computed(source, into))
    assert answers(into) == expected


def test_answers_to_another_input_are_not_mixed_in(tmp_path: Path) -> None:
    source, into = write_csv(tmp_path / "rows.csv"), tmp_path / "into"
    list(computed(source, into))
    with pytest.raises(StoreError, match="holds the answers to another input or question"):
        next(computed(source, into, exact=False))


def test_a_folder_with_something_else_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "into").mkdir()
    (tmp_path / "into" / "thesis.txt").write_text("do not lose this")
    with pytest.raises(StoreError, match="is not empty"):
        next(computed(write_csv(tmp_path / "rows.csv"), tmp_path / "into"))
