"""What the server lets in, and what leaves it when every text of the data files is an attack."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from io import BytesIO, StringIO
from pathlib import Path
from socket import create_connection
from typing import Any
from urllib.parse import quote
from urllib.request import urlopen
from zipfile import ZipFile

import pytest
from flask.testing import FlaskClient
from openpyxl import Workbook, load_workbook
from werkzeug.test import TestResponse

from dashboard import charts
from dashboard.formats.xlsx_file import sheets
from dashboard.reading.formula import STARTS
from dashboard.storage.store import Store
from dashboard.values.errors import QuestionError
from dashboard.web.serving.app import Application, create
from tests import hostile
from tests.served import Served, served

ROOT = Path(__file__).parents[3]
HERE = "http://127.0.0.1:8050"
CALLBACK = "/_dash-update-component"

VALUES = {
    "name": "levels",
    "filename": "page.css",
    "path": "record",
    "package_name": "dash",
    "fingerprinted_path": "dash-renderer/build/none.js",
}
"""What stands in the place of each variable part of an address."""

REFUSED = (
    ("GET", "/nowhere", 404),
    ("GET", "/?source=nobody", 404),
    ("GET", "/?lang=fr", 404),
    ("GET", "/assets/nothing.css", 404),
    ("GET", "/pictures/nothing.json", 404),
    ("GET", "/embed/nothing", 404),
    ("GET", "/api/charts/nothing.json", 404),
    ("GET", "/report.html?period=soon", 404),
    ("GET", "/api/findings.json?period=soon", 404),
    ("GET", "/_dash-component-suites/nobody/x.js", 404),
    ("GET", "/_dash-component-suites/dash/..%2f..%2fsetup.py", 404),
    ("POST", "/", 405),
    ("PUT", "/edit/save", 405),
    ("DELETE", "/api/data.zip", 405),
    ("TRACE", "/health", 405),
    ("BREW", "/api/sentence", 405),
    ("POST", "/edit/save", 403),
    ("POST", "/edit/file", 403),
    ("POST", CALLBACK, 415),
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("hostile")
    hostile.write(made)
    return made


@pytest.fixture(scope="module")
def app(folder: Path) -> Application:
    return create(Store(folder), writes=True)


@pytest.fixture(scope="module")
def client(app: Application) -> FlaskClient:
    client: FlaskClient = app.server.test_client()
    return client


def asked(client: FlaskClient, method: str, address: str) -> TestResponse:
    """Return an answer that was read to its end, so that no file behind it stays open."""
    answer = client.open(address, method=method, base_url=HERE)
    answer.get_data()
    answer.close()
    return answer


def get(client: FlaskClient, address: str) -> TestResponse:
    return asked(client, "GET", address)


def assert_guarded(answer: TestResponse) -> None:
    """Check the headers, each of which may stand there once only."""
    headers = {name: answer.headers.getlist(name) for name in dict(answer.headers)}
    [policy] = headers["Content-Security-Policy"]
    said = dict(part.split(" ", 1) for part in policy.split("; "))
    assert said["script-src"] == "'self'"
    assert said["frame-ancestors"] == ("*" if answer.request.path.startswith("/embed/") else "'self'")
    assert {name: said[name] for name in ("default-src", "object-src", "base-uri", "form-action")} == {
        "default-src": "'self'",
        "object-src": "'none'",
        "base-uri": "'none'",
        "form-action": "'self'",
    }
    assert headers["X-Content-Type-Options"] == ["nosniff"]
    assert headers["Referrer-Policy"] == ["same-origin"]
    assert headers["Cross-Origin-Opener-Policy"] == ["same-origin"]
    assert headers["Permissions-Policy"] == ["camera=(), geolocation=(), microphone=()"]
    assert "Access-Control-Allow-Origin" not in headers
    assert "Set-Cookie" not in headers


def test_every_answer_at_every_address_says_what_browsers_must_not_do(app: Application, client: FlaskClient) -> None:
    rules = [rule for rule in app.server.url_map.iter_rules() if "GET" in (rule.methods or ())]
    assert len(rules) > 25
    for rule in rules:
        address = re.sub(r"<(?:\w+:)?(\w+)>", lambda part: VALUES[part[1]], rule.rule)
        for method in ("GET", "OPTIONS"):
            answer = asked(client, method, address)
            assert answer.status_code in (200, 302, 404), address
            assert_guarded(answer)


@pytest.mark.parametrize(("method", "address", "status"), REFUSED)
def test_refusals_say_so_too(client: FlaskClient, method: str, address: str, status: int) -> None:
    answer = asked(client, method, address)
    assert answer.status_code == status
    assert_guarded(answer)


def test_what_has_not_changed_and_what_was_kept_say_so_too(client: FlaskClient) -> None:
    for _ in range(2):
        answer = get(client, "/api/observations.csv")
        assert_guarded(answer)
    again = client.get("/api/observations.csv", base_url=HERE, headers={"If-None-Match": answer.headers["ETag"]})
    assert again.status_code == 304
    assert_guarded(again)


@pytest.mark.parametrize("host", ["127.0.0.1", "127.0.0.1:8050", "LOCALHOST:1", "[::1]", "[::1]:8050"])
def test_the_names_of_the_loopback_are_answered_to(client: FlaskClient, host: str) -> None:
    assert client.get("/health", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize(
    "host",
    [
        "evil.example",
        "evil.example:8050",
        "127.0.0.1.evil.example",
        "127.0.0.1@evil.example",
        "evil.example:127.0.0.1",
        "127.0.0.1:abc",
        "127.0.0.1:80:90",
        "127.0.0.1,evil.example",
        "localhost.",
        "127.1",
        "0x7f000001",
        "[::1",
        "[::ffff:1.2.3.4]",
        "::1",
        "a b",
        "<script>",
        "",
    ],
)
def test_no_other_name_is_answered_to(client: FlaskClient, host: str) -> None:
    for address in ("/", "/health", "/api/sentence", "/assets/page.css", CALLBACK):
        answer = client.get(address, headers={"Host": host})
        assert answer.status_code == 400
        assert b"<script>" not in answer.data
        assert_guarded(answer)


def question(**changed: object) -> dict[str, object]:
    """Return what an open page asks, with some of it changed."""
    names = (("page", "children"), ("banner", "children"), ("seen", "data"))
    values = {
        ("pulse", "data"): "",
        ("address", "pathname"): "/",
        ("address", "search"): "",
        ("scheme", "data"): "",
    }
    asked = {
        "output": "..page.children...banner.children...seen.data..",
        "outputs": [{"id": id, "property": name} for id, name in names],
        "inputs": [{"id": id, "property": name, "value": value} for (id, name), value in values.items()],
        "state": [{"id": "seen", "property": "data", "value": None}],
        "changedPropIds": ["pulse.data"],
    }
    return asked | changed


def with_value(at: int, value: object) -> dict[str, object]:
    asked: Any = question()
    asked["inputs"][at]["value"] = value
    return question(inputs=asked["inputs"])


def test_the_question_of_an_open_page_is_answered(client: FlaskClient) -> None:
    assert client.post(CALLBACK, base_url=HERE, json=question()).status_code == 200
    assert client.post(CALLBACK, base_url=HERE, json=with_value(2, "?lang=\0")).status_code == 200


@pytest.mark.parametrize(
    "body",
    [
        *(b"{}", b"[]", b"null", b"1", b'"x"', b"[" * 90_000, b'{"output": 1}', b'{"output": "page.children"}'),
        *(
            json.dumps(asked).encode()
            for asked in (
                question(output="scheme.data"),
                question(outputs=[]),
                question(outputs=None),
                question(inputs=[]),
                question(inputs={}),
                question(inputs=[1, 2, 3, 4]),
                question(state=[]),
                question(state=[{"id": "seen", "property": "data", "value": [1]}]),
                question(changedPropIds=[[]]),
                question(changedPropIds=7),
                with_value(0, {}),
                with_value(1, ["/"]),
                with_value(2, {"lang": "ru"}),
                with_value(2, "?source=\ud800"),
            )
        ),
    ],
)
def test_a_question_that_no_page_asks_is_refused_and_no_fault_of_the_server(client: FlaskClient, body: bytes) -> None:
    answer = client.post(CALLBACK, base_url=HERE, data=body, content_type="application/json")
    assert answer.status_code == 400
    assert b"this is no question that a page of this server asks; open the page anew" in answer.data


@pytest.mark.parametrize("body", [b"", b"{", b"\xff\xfe", b'{"a": NaN'])
def test_a_question_that_is_no_json_is_refused(client: FlaskClient, body: bytes) -> None:
    assert client.post(CALLBACK, base_url=HERE, data=body, content_type="application/json").status_code == 400
    assert client.post(CALLBACK, base_url=HERE, data=body, content_type="text/plain").status_code == 415


def test_a_question_too_long_is_refused_unread(client: FlaskClient) -> None:
    long = json.dumps(question(more="x" * 100_000))
    assert client.post(CALLBACK, base_url=HERE, data=long, content_type="application/json").status_code == 413


@pytest.mark.parametrize(
    "root", ["/assets/", "/charts/", "/pictures/", "/api/", "/embed/", "/_dash-component-suites/dash/"]
)
@pytest.mark.parametrize(
    "path",
    [
        "../app.py",
        "..%2f..%2fsecret.txt",
        "%2e%2e/%2e%2e/secret.txt",
        "....//secret.txt",
        "..%5c..%5csecret.txt",
        "..%252fsecret.txt",
        "/etc/passwd",
        "%2fetc%2fpasswd",
        "file:///etc/passwd",
        "page.css%00.txt",
        "%00",
        "x" * 5_000,
        "CON",
        ".",
    ],
)
def test_no_address_reaches_a_file_that_is_not_meant_for_it(client: FlaskClient, root: str, path: str) -> None:
    answer = get(client, root + path)
    assert answer.status_code in (400, 404)
    assert b"root:x:" not in answer.data
    assert b"import annotations" not in answer.data


@pytest.mark.parametrize(
    "query", ["data=../../etc/passwd", "source=../../etc/passwd", "as-of=/etc/passwd", "claim=..%2f..%2f", "period=%00"]
)
def test_no_query_reaches_a_file(client: FlaskClient, query: str) -> None:
    for path in ("/", "/embed/levels", "/report.html", "/charts/levels.csv", "/pictures/levels.json", "/edit"):
        answer = get(client, f"{path}?{query}")
        assert answer.status_code in (200, 404)
        assert b"root:x:" not in answer.data


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


def shown(client: FlaskClient) -> Iterator[str]:
    """Yield every page, in the view of sources whose ids are attacks of each kind."""
    for path in ("/", "/consistency", "/record", "/data", "/sources", "/edit", "/embed/calendar", "/report.html"):
        for text in hostile.TEXTS[::3] if path in ("/", "/consistency") else hostile.TEXTS[:2]:
            answer = get(client, f"{path}?source={quote(text, safe='')}&lang=en")
            assert answer.status_code == 200
            assert answer.mimetype == "text/html"
            yield answer.get_data(as_text=True)
    for query in (f"quote={quote(hostile.ALL)}", "claim=2", "line=2&value=39", f"source={quote(hostile.ALL)}"):
        yield get(client, f"/consistency?{query}&lang=ru").get_data(as_text=True)


def test_user_text_is_never_markup(client: FlaskClient) -> None:
    for page in shown(client):
        found = Markup(page)
        assert not found.tags & {"img", "iframe", "object", "embed", "base", "b", "i", "u"}
        assert [name for name in found.attributes if name.startswith("on")] == []
        assert hostile.TRAP not in found.scripts
        for link in found.links:
            assert link.startswith(("/", "#", "https://", "http://", "data:image/", "data:font/")), link
            assert not link.startswith("//")


def test_user_text_in_charts_is_shown_letter_by_letter(client: FlaskClient) -> None:
    for name in charts.NAMES:
        for root in ("/api/charts", "/pictures"):
            figure = get(client, f"{root}/{name}.json").get_json()["figure"]
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
def test_user_text_in_a_csv_never_runs_as_a_formula(client: FlaskClient, address: str) -> None:
    answer = get(client, address)
    assert_runs_nothing(answer.data)
    assert answer.headers["Content-Disposition"].startswith("attachment; filename=")


def test_user_text_in_the_files_of_the_zip_never_runs_as_a_formula(client: FlaskClient) -> None:
    with ZipFile(BytesIO(get(client, "/api/data.zip").data)) as packed:
        assert packed.testzip() is None
        assert all(re.fullmatch(r"[\w-]+\.\w+", name) for name in packed.namelist())
        for name in ("observations.csv", "sources.csv", "events.csv", "context.csv"):
            assert_runs_nothing(packed.read(name))


@pytest.mark.parametrize("address", ["/api/workbook.xlsx", "/charts/record.xlsx"])
def test_user_text_in_a_workbook_never_runs_as_a_formula(client: FlaskClient, address: str) -> None:
    book = load_workbook(BytesIO(get(client, address).data))
    every = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    formulas = [str(cell.value) for cell in every if cell.data_type == "f"]
    assert [one for one in formulas if "evil" in one or "cmd" in one or "HYPERLINK" in one] == []
    links = [cell.hyperlink.target for cell in every if cell.hyperlink and cell.hyperlink.target]
    assert all(link.startswith(("https://", "http://")) for link in links)
    if address.startswith("/api"):
        assert hostile.FORMULAS[0] in [cell.value for cell in every if cell.data_type == "s"]


def test_what_a_download_is_called_is_harmless_on_every_disk(client: FlaskClient) -> None:
    for text in hostile.TEXTS:
        for path in ("/charts/levels.csv", "/charts/levels.xlsx", "/citation.bib"):
            answer = get(client, f"{path}?source={quote(text, safe='')}")
            assert answer.status_code == 200
            said = answer.headers["Content-Disposition"]
            assert re.fullmatch(r"attachment; filename=[\w.-]{1,200}(; filename\*=UTF-8''[\w.%-]+)?", said), said


@pytest.fixture(scope="module")
def site(folder: Path) -> Iterator[Served]:
    with served(folder, "--workers", "1") as server:
        yield server


def spoken(site: Served, said: bytes) -> tuple[int, bytes]:
    """Return the status and all of what a server answers to these bytes."""
    with create_connection(("127.0.0.1", site.port), timeout=10) as line:
        line.sendall(said)
        heard = b""
        while part := line.recv(1 << 16):
            heard += part
    return int(heard.split(b" ", 2)[1]), heard


@pytest.mark.parametrize(
    ("said", "status"),
    [
        (b"GET /health HTTP/1.1\r\nHost: 127.0.0.1\r\n", 200),
        (b"GET http://evil.example/health HTTP/1.1\r\nHost: evil.example\r\n", 400),
        (b"GET /health HTTP/1.1\r\nHost: evil.example\r\nX-Forwarded-Host: 127.0.0.1\r\n", 400),
        (b"GET /health HTTP/1.1\r\nHost: evil.example\r\nForwarded: host=127.0.0.1\r\n", 400),
        (b"GET /health HTTP/1.1\r\nHost: 127.0.0.1\r\nHost: evil.example\r\n", 400),
        (b"GET /\xff\xfe?\xff HTTP/1.1\r\nHost: 127.0.0.1\r\n", 400),
        (b"GET /" + b"a" * 9_000 + b" HTTP/1.1\r\nHost: 127.0.0.1\r\n", 414),
        (b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX: " + b"a" * 9_000 + b"\r\n", 431),
        (b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n", 400),
        (b"GET / HTTP/1.1\nHost 127.0.0.1\r\n", 400),
    ],
)
def test_no_request_gets_past_the_server_by_its_form(site: Served, said: bytes, status: int) -> None:
    found, heard = spoken(site, said + b"Connection: close\r\n\r\n")
    assert found == status, heard[-300:]
    assert b"Traceback" not in heard


def test_a_body_that_does_not_say_how_long_it_is_ends_at_the_limit(site: Served) -> None:
    head = b"POST /_dash-update-component HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
    chunk = b"%x\r\n%b\r\n" % (150_000, b" " * 150_000)
    status, heard = spoken(
        site, head + b"Transfer-Encoding: chunked\r\nConnection: close\r\n\r\n" + chunk + b"0\r\n\r\n"
    )
    assert status in (400, 413), heard[-300:]


def test_downloads_of_a_source_with_any_name_leave_a_real_server(site: Served) -> None:
    for text in hostile.TEXTS:
        with urlopen(f"{site.url}/charts/levels.csv?source={quote(text, safe='')}") as answer:
            assert answer.status == 200
            assert answer.headers["Content-Disposition"].isascii()


def workbook_with(part: str, xml: bytes) -> bytes:
    """Return a workbook of which one part is another one."""
    plain, made = BytesIO(), BytesIO()
    Workbook().save(plain)
    with ZipFile(plain) as packed, ZipFile(made, "w") as other:
        for name in packed.namelist():
            other.writestr(name, xml if name == part else packed.read(name))
    return made.getvalue()


ENTITIES = "".join(f'<!ENTITY e{at} "{f"&e{at - 1};" * 10}">' for at in range(1, 10))


@pytest.mark.parametrize(
    "part", ["xl/worksheets/sheet1.xml", "xl/workbook.xml", "xl/styles.xml", "[Content_Types].xml"]
)
@pytest.mark.parametrize(
    ("entities", "text"),
    [
        (f'<!ENTITY e0 "lol">{ENTITIES}', "&e9;"),
        (f'<!ENTITY e "{"x" * 100_000}">', "&e;" * 2_000),
        ('<!ENTITY e SYSTEM "file:///etc/passwd">', "&e;"),
    ],
)
def test_entities_of_a_workbook_are_not_unfolded(part: str, entities: str, text: str) -> None:
    cells = f'<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>{text}</t></is></c></row></sheetData>'
    space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    xml = f'<?xml version="1.0"?><!DOCTYPE w [{entities}]><worksheet xmlns="{space}">{cells}</worksheet>'
    with pytest.raises(QuestionError, match="the file is no workbook that can be opened"):
        sheets(workbook_with(part, xml.encode()))
