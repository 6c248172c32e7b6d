from __future__ import annotations

import csv
import json
from io import BytesIO, StringIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from frictionless import validate

from dashboard.cli import main
from dashboard.reading.dataset import read
from dashboard.storage.store import Store
from dashboard.values.observation import Dataset

DATA = Path(__file__).parents[2] / "data"
FILES = ("observations.csv", "sources.csv", "events.csv", "context.csv", "datapackage.json")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    target = tmp_path_factory.mktemp("zip") / "trade.zip"
    assert main(["export", str(target), "--data", str(DATA)]) == 0
    return target.read_bytes()


def test_a_zip_reads_back_to_the_same_data(made: bytes, shipped_data: Dataset) -> None:
    with ZipFile(BytesIO(made)) as archive:
        assert archive.namelist() == ["README.md", *FILES, "findings.json", "citation.bib", "citation.ris"]
        contents = {name: archive.read(name) for name in archive.namelist()}
    assert {name: contents[name] for name in FILES} == {name: (DATA / name).read_bytes() for name in FILES}
    assert read(*(contents[name] for name in FILES[:4])) == shipped_data
    assert json.loads(contents["findings.json"])["data"] == {"rows": 85, "sources": 24}
    readme = contents["README.md"].decode("utf-8")
    assert "85 reported numbers from 24 sources" in readme
    version = Store(DATA).current().version
    assert version in readme
    assert f"version = {{{version}}}" in contents["citation.bib"].decode("utf-8")
    assert "17.2 rounded to 0.1 is any number from 17.15 to 17.25" in readme
    assert "- `step`: The rounding step in the unit of the row" in readme


def test_the_same_data_give_the_same_zip(made: bytes, tmp_path: Path) -> None:
    target = tmp_path / "again.zip"
    assert main(["export", str(target), "--data", str(DATA)]) == 0
    assert target.read_bytes() == made


def faults(folder: Path, out: Path, capsys: pytest.CaptureFixture[str]) -> list[list[object]]:
    """Return what frictionless finds wrong with the zip of a folder."""
    assert main(["export", str(out / "t.zip"), "--data", str(folder)]) == 0
    with ZipFile(out / "t.zip") as archive:
        archive.extractall(out / "unpacked")
    report = validate(str(out / "unpacked" / "datapackage.json"))
    return [*report.flatten(["rowNumber", "fieldName", "message"]), *([warning] for warning in report.warnings)]


def test_other_peoples_tools_find_nothing_wrong_with_a_zip(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert faults(DATA, tmp_path, capsys) == []


@pytest.mark.parametrize("is_described", [True, False])
def test_the_description_fits_files_that_a_spreadsheet_saved(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], *, is_described: bool
) -> None:
    folder = tmp_path / "data"
    folder.mkdir()
    rows = "Source;reporter;partner;flow;period;measure;value;unit;step;qualifier;стр.\r\n"
    rows += "a;RUS;BLR;exports;2020;level;17,2;USD bn;0,1;;12\r\na;RUS;BLR;imports;2020;level;17,0;USD bn;0,1;;=1\r\n"
    (folder / "observations.csv").write_bytes(rows.encode("cp1251"))
    (folder / "sources.csv").write_bytes("\ufeffid,publisher,title\na,Белстат,Б\n".encode())
    if is_described:
        (folder / "datapackage.json").write_bytes((DATA / "datapackage.json").read_bytes())
    assert faults(folder, tmp_path, capsys) == []
    described = json.loads((tmp_path / "unpacked" / "datapackage.json").read_text("utf-8"))
    first, second = described["resources"]
    assert (first["encoding"], first["dialect"]["delimiter"], second["encoding"]) == ("cp1251", ";", "utf-8-sig")
    fields = {field["name"]: field for field in first["schema"]["fields"]}
    assert [*fields][-3:] == ["step", "qualifier", "стр."]
    assert fields["value"].get("decimalChar") == ("," if is_described else None)
    safe = rows.replace(";=1", ";'=1")
    assert (tmp_path / "unpacked" / "observations.csv").read_bytes() == safe.encode("cp1251")


def test_a_zip_of_the_files_as_they_are_has_no_earlier_date(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", str(tmp_path / "t.zip"), "--data", str(DATA), "--as-of", "2020"]) == 2
    assert "a zip holds the files as they are; leave out --as-of" in capsys.readouterr().err


def test_a_csv_keeps_the_product_and_columns_of_its_own(tmp_path: Path) -> None:
    rows = "source,reporter,partner,flow,period,measure,value,unit,step,product,page,verdict\n"
    rows += "a,RUS,BLR,exports,2020,level,17.2,USD bn,0.1,27,=12,mine\n"
    (tmp_path / "observations.csv").write_text(rows, "utf-8")
    (tmp_path / "sources.csv").write_text("id,publisher,title\na,Office A,A\n", "utf-8")
    target = tmp_path / "out.csv"
    assert main(["export", str(target), "--data", str(tmp_path)]) == 0
    row = next(csv.DictReader(StringIO(target.read_text("utf-8-sig"))))
    assert (row["product"], row["page"], row["verdict"], row["verdict (in the file)"]) == (
        "27",
        "'=12",
        "consistent",
        "mine",
    )


def test_json_holds_rows_what_follows_and_findings(tmp_path: Path) -> None:
    target = tmp_path / "trade.json"
    assert main(["export", str(target), "--data", str(DATA)]) == 0
    found = json.loads(target.read_text("utf-8"))
    assert (found["observations"][2]["value"], found["metrics"][3]["low"]) == (34.5, -0.2)
    assert len(found["findings"]) > 100
