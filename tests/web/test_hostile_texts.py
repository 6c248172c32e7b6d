"""Texts of the data files that are attacks: never markup, never a formula, never the name of a file."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from io import BytesIO, StringIO
from urllib.parse import quote
from zipfile import ZipFile

import pytest
from flask.testing import FlaskClient
from openpyxl import load_workbook

from dashboard import charts
from dashboard.reading.formula import STARTS
from tests import hostile


class Markup(HTMLParser):
    """The scripts, handlers and links that are in a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.links: list[str] = []
        self.scripts = ""
        self.is_data = False
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.is_data = ("type", "application/json") in attrs
        self.attributes |= {name for name, _ in attrs}
        self.links += [value or "" for name, value in attrs if name in ("href", "src", "action", "formaction")]

    def handle_data(self, data: str) -> None:
        if self.cdata_elem == "script" and not self.is_data:
            self.scripts += data


def shown(attacked: FlaskClient) -> Iterator[str]:
    """Yield every page, in the view of sources whose ids are attacks of each kind."""
    for path in ("/", "/consistency", "/record", "/data", "/sources", "/edit", "/embed/calendar", "/report.html"):
        for text in hostile.TEXTS[::3] if path in ("/", "/consistency") else hostile.TEXTS[:2]:
            answer = hostile.get(attacked, f"{path}?source={quote(text, safe='')}&lang=en")
            assert answer.status_code == 200
            assert answer.mimetype == "text/html"
            yield answer.get_data(as_text=True)
    for query in (f"quote={quote(hostile.ALL)}", "claim=2", "line=2&value=39", f"source={quote(hostile.ALL)}"):
        yield hostile.get(attacked, f"/consistency?{query}&lang=ru").get_data(as_text=True)


def test_user_text_is_never_markup(attacked: FlaskClient) -> None:
    for page in shown(attacked):
        found = Markup(page)
        assert not found.tags & {"img", "iframe", "object", "embed", "base", "b", "i", "u"}
        assert [name for name in found.attributes if name.startswith("on")] == []
        assert hostile.TRAP not in found.scripts
        for link in found.links:
            assert link.startswith(("/", "#", "https://", "http://", "data:image/", "data:font/")), link
            assert not link.startswith("//")


def test_user_text_in_charts_is_shown_letter_by_letter(attacked: FlaskClient) -> None:
    for name in charts.NAMES:
        for root in ("/api/charts", "/pictures"):
            figure = hostile.get(attacked, f"{root}/{name}.json").get_json()["figure"]
            read = [text for trace in figure["data"] for key in ("hovertext", "text") for text in trace.get(key, [])]
            read += [note["text"] for note in figure["layout"].get("annotations", ())]
            assert read
            for text in read:
                assert re.sub(r'</?b>|<br>|<span style="color:#[0-9a-f]{6}">|</span>', "", text).count("<") == 0, text


def cells(data: bytes) -> Iterator[str]:
    """Yield every cell of a CSV file as spreadsheets split its lines, at commas or at semicolons."""
    text = data.decode("utf-8-sig")
    for delimiter in ",;\t":
        yield from (cell for row in csv.reader(StringIO(text, newline=""), delimiter=delimiter) for cell in row)


def assert_runs_nothing(data: bytes) -> None:
    for cell in cells(data):
        is_number = re.fullmatch(r"-[0-9.]+(e-?[0-9]+)?", cell)
        assert is_number or not cell.startswith(STARTS), cell


@pytest.mark.parametrize(
    "address", [*(f"/api/{name}.csv" for name in ("observations", "metrics", "sources")), "/charts/record.csv"]
)
def test_user_text_in_a_csv_never_runs_as_a_formula(attacked: FlaskClient, address: str) -> None:
    answer = hostile.get(attacked, address)
    assert_runs_nothing(answer.data)
    assert answer.headers["Content-Disposition"].startswith("attachment; filename=")


def test_user_text_in_the_files_of_the_zip_never_runs_as_a_formula(attacked: FlaskClient) -> None:
    with ZipFile(BytesIO(hostile.get(attacked, "/api/data.zip").data)) as packed:
        assert packed.testzip() is None
        assert all(re.fullmatch(r"[\w-]+\.\w+", name) for name in packed.namelist())
        for name in ("observations.csv", "sources.csv", "events.csv", "context.csv"):
            assert_runs_nothing(packed.read(name))


@pytest.mark.parametrize("address", ["/api/workbook.xlsx", "/charts/record.xlsx"])
def test_user_text_in_a_workbook_never_runs_as_a_formula(attacked: FlaskClient, address: str) -> None:
    book = load_workbook(BytesIO(hostile.get(attacked, address).data))
    every = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    formulas = [str(cell.value) for cell in every if cell.data_type == "f"]
    assert [one for one in formulas if "evil" in one or "cmd" in one or "HYPERLINK" in one] == []
    links = [cell.hyperlink.target for cell in every if cell.hyperlink and cell.hyperlink.target]
    assert all(link.startswith(("https://", "http://")) for link in links)
    if address.startswith("/api"):
        assert hostile.FORMULAS[0] in [cell.value for cell in every if cell.data_type == "s"]


def test_what_a_download_is_called_is_harmless_on_every_disk(attacked: FlaskClient) -> None:
    for text in hostile.TEXTS:
        for path in ("/charts/levels.csv", "/charts/levels.xlsx", "/citation.bib"):
            answer = hostile.get(attacked, f"{path}?source={quote(text, safe='')}")
            assert answer.status_code == 200
            said = answer.headers["Content-Disposition"]
            assert re.fullmatch(r"attachment; filename=[\w.-]{1,200}(; filename\*=UTF-8''[\w.%-]+)?", said), said
