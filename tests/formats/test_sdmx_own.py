from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from pysdmx.io import read_sdmx

from dashboard.cli import main
from dashboard.command.import_rows import incoming
from dashboard.formats.sdmx_own import content
from dashboard.reading.columns import OBSERVATIONS
from dashboard.reading.dataset import read
from dashboard.storage.store import load
from dashboard.values.observation import Dataset, Observation

DATA = Path(__file__).parents[2] / "data"
HEAD = (
    b"source,reporter,partner,flow,period,measure,value,unit,step,qualifier,compared_with,scope,product,wording,note\n"
)
AMOUNT = ("TIME_PERIOD", "OBS_VALUE", "UNIT_MEASURE", "UNIT_MULT", "DECIMALS", "STEP", "QUALIFIER")
SOURCES = b"id,publisher,title,note\na,=Office A,A,-\n"


def written(*rows: str) -> str:
    lines = (f"a,RUS,BLR,{row}\n".encode() for row in rows)
    return content(read(HEAD + b"".join(lines), SOURCES)).decode("utf-8")


def cells(text: str, column: str) -> list[str]:
    head, *rows = (line.split(",") for line in text.splitlines())
    return [row[head.index(column)] for row in rows]


def same(rows: tuple[Observation, ...]) -> list[Observation]:
    """Return the rows as values: wherever they stand, and whether their step was written down or seen in the digits."""
    return [replace(row, line=0, step_from_digits=False, extra=()) for row in rows]


def test_pysdmx_reads_values_and_what_makes_them_printed_numbers(tmp_path: Path) -> None:
    target = tmp_path / "trade.sdmx.csv"
    assert main(["export", str(target), "--data", str(DATA)]) == 0
    [dataset] = read_sdmx(target).get_datasets()
    rows = dataset.data
    assert (len(rows), dataset.structure) == (85, "Dataflow=TRADE:PUBLISHED_FIGURES(1.0)")
    third, first = (rows.iloc[at].to_dict() for at in (2, 0))
    asked = ["SOURCE", "REF_AREA", "FLOW", *AMOUNT]
    assert [third[name] for name in asked] == (
        ["mfa-2023-01", "RUS", "turnover", "2022-01-01/P10M", "34.5", "USD", "9", "1", "0.1", "rounded"]
    )
    assert [first[name] for name in ("TIME_PERIOD", "UNIT_MEASURE", "QUALIFIER")] == ["2021", "USD", "about"]
    assert [float(first[name]) for name in ("OBS_VALUE", "UNIT_MULT", "DECIMALS", "STEP")] == [40, 9, 0, 10]
    assert (first["WORDING"], first["PUBLISHER"]) == ("about $40bn", "Ministry of Foreign Affairs of Russia")


def test_what_is_written_comes_back_without_loss(tmp_path: Path, shipped_data: Dataset) -> None:
    folder, file = tmp_path / "data", tmp_path / "trade.sdmx.csv"
    folder.mkdir()
    (folder / "observations.csv").write_bytes(HEAD)
    (folder / "sources.csv").write_bytes((DATA / "sources.csv").read_bytes().splitlines(keepends=True)[0])
    file.write_bytes(content(shipped_data))
    assert main(["import", str(file), "--data", str(folder), "--yes"]) == 0
    found = load(folder)
    assert same(found.observations) == same(shipped_data.observations)
    used = {row.source for row in shipped_data.observations}
    wanted = {source.id: replace(source, line=0) for source in shipped_data.sources if source.id in used}
    assert {source.id: replace(source, line=0) for source in found.sources} == wanted


@pytest.mark.parametrize(
    ("period", "sdmx"),
    [
        ("2022", "2022"),
        ("2022-H2", "2022-S2"),
        ("2022-Q3", "2022-Q3"),
        ("2022-05", "2022-M05"),
        ("2022-01/2022-10", "2022-01-01/P10M"),
        ("2021-11/2023-02", "2021-11-01/P16M"),
    ],
)
def test_a_period_is_one_of_sdmx_and_comes_back(period: str, sdmx: str) -> None:
    text = written(f"exports,{period},level,1.0,USD bn,0.1,,,goods,TOTAL,,")
    assert cells(text, "TIME_PERIOD") == [sdmx]
    assert [row["period"] for row in incoming(text.encode(), is_workbook=False).rows] == [period]


def test_units_products_and_texts_come_back_and_run_nothing() -> None:
    text = written(
        "exports,2020,level,17,RUB tn,1,,,services,27,=1+1,-",
        "exports,2020,growth,3.50,% RUB,0.01,truncated,2018,goods,,,",
        "exports,2020,factor,2,times RUB,1,exact,,goods,,,",
    )
    assert cells(text, "UNIT_MEASURE") == ["RUB", "PT", "RT"]
    assert cells(text, "UNIT_MULT") == ["12", "0", "0"]
    assert (cells(text, "WORDING")[0], cells(text, "PUBLISHER")[0]) == ("'=1+1", "'=Office A")
    found = incoming(text.encode(), is_workbook=False)
    back = [
        tuple(row[name] for name in ("value", "unit", "qualifier", "compared_with", "product")) for row in found.rows
    ]
    assert back == [
        ("17", "RUB tn", "", "", "27"),
        ("3.50", "% RUB", "truncated", "2018", ""),
        ("2", "times RUB", "exact", "2019", ""),
    ]
    assert (found.rows[0]["wording"], found.sources[0]["publisher"], found.sources[0]["note"]) == (
        "=1+1",
        "=Office A",
        "-",
    )
    assert set(found.rows[0]) <= set(OBSERVATIONS.columns)


def test_a_row_to_delete_is_left_out() -> None:
    text = written("exports,2020,level,17,USD bn,1,,,goods,,,").replace("(1.0),I,", "(1.0),D,")
    assert incoming(text.encode(), is_workbook=False).left_out == {"a row to delete (ACTION D)": 1}
