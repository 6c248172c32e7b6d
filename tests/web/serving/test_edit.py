"""The page of forms: what it takes, what it refuses, and that it writes what was seen or nothing."""

from __future__ import annotations

import re
import shutil
from html import unescape
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from flask import Flask
from flask.testing import FlaskClient
from openpyxl import Workbook
from werkzeug.test import TestResponse

from dashboard.web.serving.edit import serve_forms
from dashboard.web.serving.gate import LARGEST

DATA = Path(__file__).parents[3] / "data"
HERE = "http://127.0.0.1:8050"
NEW = {"source": "x", "title": "t", "reporter": "RUS", "partner": "BLR"}
FULL_YEAR = {"source": "mfa-2023-01", "text": "Turnover reached $30bn in 2022"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("observations.csv", "sources.csv"):
        shutil.copy(DATA / name, tmp_path)
    return tmp_path


def served(folder: Path, *, writes: bool) -> FlaskClient:
    server = Flask("dashboard.web")
    serve_forms(server, folder, writes=writes)
    return server.test_client()


@pytest.fixture
def client(folder: Path) -> FlaskClient:
    return served(folder, writes=True)


def hidden(answer: TestResponse, name: str) -> str:
    found = re.search(rf'name="{name}" value="([^"]*)"', answer.get_data(as_text=True))
    assert found is not None
    return unescape(found[1])


def post(client: FlaskClient, form: str, fields: dict[str, Any], **headers: str) -> TestResponse:
    token = hidden(client.get("/edit", base_url=HERE), "token")
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return client.post(f"/edit/{form}", base_url=HERE, data={"token": token} | fields, headers=named)


def text(answer: TestResponse) -> str:
    return unescape(answer.get_data(as_text=True)).replace("\xa0", " ")


def test_rows_are_shown_with_what_they_change_then_saved_and_undone(client: FlaskClient, folder: Path) -> None:
    before = (folder / "observations.csv").read_bytes()
    seen = post(client, "rows", FULL_YEAR)
    assert (seen.status_code, seen.headers["Cache-Control"]) == (200, "no-store")
    assert "+mfa-2023-01,RUS,BLR,turnover,2022,level,30,USD bn,1" in text(seen)
    assert "contradiction" in text(seen)
    assert "<strong>How much was traded</strong> new marks: " in text(seen)
    assert "+ Turnover, 2022: as printed 30, from 29.5, to 30.5, USD bn, reported" in text(seen)
    assert (folder / "observations.csv").read_bytes() == before
    saved = post(client, "save", FULL_YEAR | {"seen": hidden(seen, "seen")})
    assert "Written: observations.csv." in text(saved)
    row = b"mfa-2023-01,RUS,BLR,turnover,2022,level,30,USD bn,1,,,,$30bn,\n"
    assert (folder / "observations.csv").read_bytes() == before + row
    undone = post(client, "undo", {"seen": hidden(saved, "seen")})
    assert "Undone" in text(undone)
    assert (folder / "observations.csv").read_bytes() == before


def test_the_second_of_two_editors_is_told_and_sees_what_would_change_now(client: FlaskClient, folder: Path) -> None:
    first, second = post(client, "rows", FULL_YEAR), post(client, "rows", FULL_YEAR | {"note": "second"})
    assert post(client, "save", FULL_YEAR | {"seen": hidden(first, "seen")}).status_code == 200
    after = (folder / "observations.csv").read_bytes()
    clash = post(client, "save", FULL_YEAR | {"note": "second", "seen": hidden(second, "seen")})
    assert clash.status_code == 409
    assert "Somebody changed the files after you looked" in text(clash)
    assert (folder / "observations.csv").read_bytes() == after
    assert post(client, "undo", {"seen": hidden(second, "seen")}).status_code == 409
    assert (folder / "observations.csv").read_bytes() == after


def test_a_server_without_the_right_to_write_says_so(folder: Path) -> None:
    client = served(folder, writes=False)
    page = text(client.get("/edit", base_url=HERE))
    assert "To add rows here, start it with --edit." in page
    assert 'action="/edit/rows' not in page
    for form in ("rows", "save", "undo"):
        refused = post(client, form, FULL_YEAR)
        assert (refused.status_code, refused.headers["Cache-Control"]) == (403, "no-store")
        assert "start it with --edit" in text(refused)


@pytest.mark.parametrize(
    "headers", [{"Origin": "http://evil.example"}, {"Origin": "null"}, {"Sec_Fetch_Site": "cross-site"}]
)
@pytest.mark.parametrize("form", ["rows", "save", "undo", "file"])
def test_a_form_from_elsewhere_is_refused(client: FlaskClient, form: str, headers: dict[str, str]) -> None:
    refused = post(client, form, FULL_YEAR, **headers)
    assert refused.status_code == 403
    assert "This form was not made by this server" in text(refused)


def test_a_form_without_the_token_or_under_a_foreign_name_is_refused(client: FlaskClient) -> None:
    assert post(client, "rows", FULL_YEAR | {"token": "guessed"}).status_code == 403
    assert post(client, "rows", FULL_YEAR | {"token": "жetон"}).status_code == 403
    token = hidden(client.get("/edit", base_url=HERE), "token")
    rebound = client.post("/edit/rows", base_url="http://evil.example", data=FULL_YEAR | {"token": token})
    assert rebound.status_code == 403
    own = {"Origin": HERE, "Sec_Fetch_Site": "same-origin"}
    assert post(client, "rows", FULL_YEAR, **own).status_code == 200


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"source": "mfa-2023-01"}, "not filled in: reporter, partner, flow"),
        ({"source": "mfa-2023-01", "text": "Turnover soared in 2022"}, "not understood: soared"),
        (FULL_YEAR | {"qualifier": "about"}, "a statement says this itself: hedge (about); leave it out"),
        (FULL_YEAR | {"publisher": "Belstat"}, "with something else: publisher (Belstat); leave it out"),
        (FULL_YEAR | {"note": "=1+1"}, "would be run as a formula"),
        (
            FULL_YEAR | NEW | {"publisher": "@SUM(1)"},
            "would be run as a formula",
        ),
    ],
)
def test_what_cannot_be_written_is_refused_and_the_form_keeps_it(
    client: FlaskClient, folder: Path, fields: dict[str, str], said: str
) -> None:
    refused = post(client, "rows", fields)
    assert refused.status_code == 422
    assert said in text(refused)
    assert f'value="{fields["source"]}"' in text(refused)
    assert (folder / "observations.csv").read_bytes() == (DATA / "observations.csv").read_bytes()


def test_hostile_text_is_never_markup(client: FlaskClient) -> None:
    evil = '"><script>alert(1)</script>'
    for form, fields in (("rows", FULL_YEAR | {"note": evil}), ("rows", {"source": evil}), ("file", {"table": evil})):
        assert "<script" not in post(client, form, fields).get_data(as_text=True)


def test_a_refusal_is_in_the_language_of_the_page(client: FlaskClient) -> None:
    token = hidden(client.get("/edit?lang=ru", base_url=HERE), "token")
    refused = client.post("/edit/rows?lang=ru", base_url=HERE, data={"token": token, "source": ""})
    assert "не заполнено: источник" in text(refused)


def tried(client: FlaskClient, data: bytes) -> TestResponse:
    """Send a file as browsers do; the test client's own way leaves a temporary file open."""
    token = hidden(client.get("/edit", base_url=HERE), "token").encode()
    parts = ((b'name="token"', token), (b'name="file"; filename="a"', data))
    body = b"".join(b"--x\r\nContent-Disposition: form-data; %b\r\n\r\n%b\r\n" % part for part in parts)
    kind = "multipart/form-data; boundary=x"
    return client.post("/edit/file", base_url=HERE, data=body + b"--x--\r\n", content_type=kind)


def test_a_file_is_judged_and_forgotten(folder: Path) -> None:
    client, rows = served(folder, writes=False), (DATA / "observations.csv").read_text("utf-8")
    answer = tried(client, rows.replace(",level,34.5,", ",level,35.5,").encode("cp1251"))
    assert answer.status_code == 200
    assert re.search(r"mfa-2023-01</td><td>consistent</td><td>.*contradiction", text(answer))
    assert "In January–October 2022" in text(answer)
    assert '<span class="gone">-mfa-2023-01,RUS,BLR,turnover,2022-01/2022-10,level,34.5,' in text(answer)
    assert '<span class="come">+mfa-2023-01,RUS,BLR,turnover,2022-01/2022-10,level,35.5,' in text(answer)
    assert "~ Turnover, January–October 2022: as printed 34.5, from 34.45, to 34.55 → as printed 35.5," in text(answer)
    assert "Sources whose verdict stays as it is: 23" in text(answer)
    assert "34.6\N{NO-BREAK SPACE}bn" in unescape(answer.get_data(as_text=True))
    assert "What the other rows allow: 3</summary>" in text(answer)
    assert "<td>turnover, level, January–October 2022</td><td>new</td><td>USD 34.4 to 34.6 bn</td>" in text(answer)
    assert sorted(path.name for path in folder.iterdir()) == ["observations.csv", "sources.csv"]


def test_a_file_that_says_the_same_in_another_way_changes_nothing(client: FlaskClient) -> None:
    rows = (DATA / "observations.csv").read_text("utf-8").splitlines()
    answer = text(tried(client, "\r\n".join((rows[0], *reversed(rows[1:]))).encode("utf-16")))
    for said in ("The rows are the same as here.", "No verdict changes.", "No chart changes."):
        assert said in answer


def test_a_workbook_with_rows_and_sources_is_judged(client: FlaskClient) -> None:
    book = Workbook()
    rows, sources = book.active, book.create_sheet("sources")
    assert rows is not None
    rows.append(["source", "reporter", "partner", "flow", "period", "measure", "value", "unit"])
    rows.append(["new", "RUS", "BLR", "exports", "2022", "level", 21.3, "USD bn"])
    sources.append(["id", "publisher", "title"])
    sources.append(["new", "Belstat", "Trade"])
    packed = BytesIO()
    book.save(packed)
    answer = text(tried(client, packed.getvalue()))
    assert "<td>new</td><td>new</td>" in answer
    assert "What the reader noticed in the files" in answer


def test_problems_of_a_file_are_listed(client: FlaskClient) -> None:
    answer = tried(client, (DATA / "observations.csv").read_bytes().replace(b",level,34.5,", b",level,34.x,"))
    assert answer.status_code == 422
    assert 'observations.csv line 4, column value: "34.x"' in text(answer)


def far_away() -> bytes:
    book, packed = Workbook(), BytesIO()
    assert book.active is not None
    book.active["XFD1048576"] = 1
    book.save(packed)
    return packed.getvalue()


def bomb() -> bytes:
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as made:
        made.writestr("xl/worksheets/sheet1.xml", b" " * 50_000_000)
    return packed.getvalue()


HEAD = b"source,reporter,partner,flow,period,measure,value,unit\n"


@pytest.mark.parametrize(
    ("data", "status", "said"),
    [
        (b"a,b\n1,2\n", 422, "None of it has the columns source, reporter"),
        (b"PK\x03\x04torn", 422, "the file is no workbook that can be opened"),
        (bomb(), 422, "the workbook unpacks to more than 10000000 bytes"),
        (far_away(), 422, "the workbook has more than 100000 cells"),
        (HEAD + b"x" * 10_000_000, 413, "more than 5 MB"),
        (HEAD + b"x\n" * 1_000_000, 422, "more than 2,000 rows"),
        (b"\xff\xfe\x00", 422, "None of it has the columns"),
    ],
)
def test_what_is_too_much_is_refused_in_one_sentence(client: FlaskClient, data: bytes, status: int, said: str) -> None:
    answer = tried(client, data)
    assert (answer.status_code, answer.headers["Cache-Control"]) == (status, "no-store")
    assert said in text(answer)


def test_pasted_text_has_the_same_limit(client: FlaskClient) -> None:
    assert post(client, "file", {"table": "x" * (LARGEST + 1)}).status_code == 413
    assert post(client, "file", {"table": (DATA / "observations.csv").read_text("utf-8")}).status_code == 200
