"""One request is answered from one state of the files, however often somebody saves meanwhile."""

from __future__ import annotations

import ast
import csv
import json
from io import BytesIO, StringIO
from pathlib import Path
from shutil import copytree
from zipfile import ZipFile

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from dashboard.storage.store import Snapshot, Store, opened
from dashboard.web.serving.app import create

ROOT = Path(__file__).parents[3]
HERE = "http://127.0.0.1"
ROW = "mfa-2023-01,RUS,BLR,exports,{year},level,17.2,USD bn,0.1,,,goods,,\n"


class Busy(Store):
    """A folder in which somebody saves another row each time that it was looked at."""

    saved = 0

    def current(self) -> Snapshot:
        now = super().current()
        self.saved += 1
        with (self.folder / "observations.csv").open("a", encoding="utf-8") as file:
            file.write(ROW.format(year=1900 + self.saved))
        return now


@pytest.fixture
def client(tmp_path: Path) -> FlaskClient:
    made: FlaskClient = create(Busy(Path(copytree(ROOT / "data", tmp_path / "data")))).server.test_client()
    return made


def test_the_rows_of_the_zip_are_those_that_its_findings_are_about(client: FlaskClient) -> None:
    with ZipFile(BytesIO(client.get("/api/data.zip", base_url=HERE).get_data())) as packed:
        rows = list(csv.DictReader(StringIO(packed.read("observations.csv").decode("utf-8-sig"))))
        findings = json.loads(packed.read("findings.json"))
    assert len(rows) == findings["data"]["rows"]


def test_a_file_is_named_after_the_version_that_it_holds(client: FlaskClient, tmp_path: Path) -> None:
    answer = client.get("/api/data.zip", base_url=HERE)
    with ZipFile(BytesIO(answer.get_data())) as packed:
        packed.extractall(tmp_path / "unpacked")
    name = answer.headers["Content-Disposition"]
    assert name.endswith(f'-{opened(tmp_path / "unpacked").version}.zip"')


def test_one_place_alone_asks_the_store() -> None:
    asks = [
        f"{file.name}:{function.name}"
        for file in (ROOT / "dashboard" / "web").rglob("*.py")
        for function in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(function, ast.FunctionDef) and not any(isinstance(one, ast.FunctionDef) for one in function.body)
        for node in ast.walk(function)
        if isinstance(node, ast.Attribute) and node.attr == "current"
    ]
    assert asks == ["question.py:look"]


def test_files_that_turn_bad_in_a_way_they_were_bad_before_show_the_good_ones_between(tmp_path: Path) -> None:
    folder = Path(copytree(ROOT / "data", tmp_path / "data"))
    client: FlaskClient = create(Store(folder)).server.test_client()
    rows = (folder / "observations.csv").read_text("utf-8")

    def asked(text: str, **headers: str) -> TestResponse:
        (folder / "observations.csv").write_text(text, "utf-8")
        return client.get("/api/sentence?metric=level&flow=exports", base_url=HERE, headers=headers)

    before = asked(rows)
    assert asked("nothing").get_json() == before.get_json()
    assert asked(rows.replace(",level,17.2,", ",level,17.4,", 1)).get_json()["exact"] == ["347/20", "349/20"]
    assert asked("nothing").get_json()["exact"] == ["347/20", "349/20"]
    assert asked("nothing", **{"If-None-Match": before.headers["ETag"]}).status_code == 200
    assert "17.4" in client.get("/", base_url=HERE).get_data(as_text=True)
