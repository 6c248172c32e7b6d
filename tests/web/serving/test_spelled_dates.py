"""Dates as people write them in events.csv, context.csv and sources.csv: read with a notice and shown, or refused."""

from __future__ import annotations

import shutil
from html import unescape
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from dashboard.dataset import load
from dashboard.storage.store import Store
from dashboard.values.errors import DatasetError
from dashboard.web.serving.app import create

DATA = Path(__file__).parents[3] / "data"
HERE = "http://127.0.0.1:8050"
SHOWN = (
    *("/", "/?lang=ru", "/record", "/record?lang=ru", "/data", "/sources", "/record?claim=event:2"),
    *("/report.html", "/charts/calendar.csv", "/charts/calendar.xlsx", "/pictures/calendar.json", "/embed/calendar"),
    *("/citation.ris", "/api/charts/calendar.json", "/api/sources.csv", "/api/data.zip", "/api/workbook.xlsx"),
)
CELLS = {
    "events.csv": ("date", "2000,Joint", "{},Joint"),
    "context.csv": ("period", "(planned),2023,6", "(planned),{},6"),
    "sources.csv": ("published", ",2023-01,", ",{},"),
}
SPELLINGS = [
    ("январь-октябрь 2022", "2022-01/2022-10", "January–October 2022"),
    ("10.2022", "2022-10", "October 2022"),
    ("Jan.-Mar. 2022", "2022-Q1", "Q1 2022"),
    ("окт.22", "2022-10", "October 2022"),
]


def spelled(folder: Path, file: str, cell: str) -> Path:
    """Return a copy of the shipped data in which the first row of a file, or a source, has another date."""
    _, old, new = CELLS[file]
    for name in ("observations", "sources", "events", "context"):
        shutil.copy(DATA / f"{name}.csv", folder)
    text = (folder / file).read_text("utf-8")
    assert old in text
    (folder / file).write_text(text.replace(old, new.format(cell), 1), "utf-8")
    return folder


def client(folder: Path) -> FlaskClient:
    made: FlaskClient = create(Store(folder)).server.test_client()
    return made


def page(asked: FlaskClient, path: str) -> str:
    return unescape(asked.get(path, base_url=HERE).get_data(as_text=True)).replace("\xa0", " ")


@pytest.mark.parametrize(("cell", "read", "said"), SPELLINGS)
@pytest.mark.parametrize("file", ["events.csv", "context.csv"])
def test_a_period_as_people_write_it_is_read_with_a_notice_and_shown(
    tmp_path: Path, file: str, cell: str, read: str, said: str
) -> None:
    folder = spelled(tmp_path, file, cell)
    (notice,) = (notice for notice in load(folder).notices if notice.file == file)
    place = (notice.line, notice.column)
    assert (place, notice.message.partition("is read as ")[2]) == ((2, CELLS[file][0]), read)
    asked = client(folder)
    assert {path: asked.get(path, base_url=HERE).status_code for path in SHOWN} == dict.fromkeys(SHOWN, 200)
    assert said in page(asked, "/record")


@pytest.mark.parametrize("cell", ["13.2022", "январь-снег 2022", "soon"])
@pytest.mark.parametrize("file", ["events.csv", "context.csv"])
def test_what_is_no_date_is_refused_with_its_place(tmp_path: Path, file: str, cell: str) -> None:
    with pytest.raises(DatasetError) as refused:
        load(spelled(tmp_path, file, cell))
    (problem,) = refused.value.problems
    assert (problem.file, problem.line, problem.column, problem.found) == (file, 2, CELLS[file][0], cell)
    assert "write 2022-06-30, 2022-06-30/2022-07-01, 2022-12, 2022 or a period" in problem.message


def test_the_date_of_a_publication_may_be_missing(tmp_path: Path) -> None:
    asked = client(spelled(tmp_path, "sources.csv", ""))
    assert {path: asked.get(path, base_url=HERE).status_code for path in SHOWN} == dict.fromkeys(SHOWN, 200)
