"""Programs get the data, the findings, the charts and one sentence, and learn cheaply that nothing has changed."""

from __future__ import annotations

import csv
import json
import re
from html import unescape
from io import BytesIO, StringIO
from pathlib import Path
from shutil import copytree
from subprocess import run
from sys import executable
from zipfile import ZipFile

import pytest
from flask.testing import FlaskClient
from openapi_spec_validator import validate
from openpyxl import load_workbook

from dashboard.charts import NAMES
from dashboard.storage.store import Store
from dashboard.web.serving.app import create

DATA = Path(__file__).parents[3] / "data"
HERE = "http://127.0.0.1"


@pytest.fixture(scope="module")
def client() -> FlaskClient:
    made: FlaskClient = create(Store(DATA)).server.test_client()
    return made


def test_the_tables_are_csv_that_spreadsheets_open(client: FlaskClient) -> None:
    answer = client.get("/api/observations.csv", base_url=HERE)
    assert answer.mimetype == "text/csv"
    rows = list(csv.DictReader(StringIO(answer.get_data().decode("utf-8-sig"))))
    assert (len(rows), rows[0]["source"], rows[0]["value"]) == (85, "mfa-2023-01", "40")
    for name in ("metrics.csv", "sources.csv"):
        assert client.get(f"/api/{name}?lang=ru", base_url=HERE).get_data().startswith(b"\xef\xbb\xbf")


def test_the_findings_are_those_of_the_command_line(client: FlaskClient) -> None:
    said = run([executable, "-m", "dashboard", "check", "--format", "json"], capture_output=True, check=False).stdout
    assert json.loads(client.get("/api/findings.json", base_url=HERE).get_data()) == json.loads(said)


def test_what_was_known_on_a_date_is_asked_for_in_the_address(client: FlaskClient) -> None:
    answer = client.get("/api/findings.json?as-of=2022-12", base_url=HERE).get_json()
    assert 0 < answer["data"]["rows"] < 85


@pytest.mark.parametrize("name", NAMES)
def test_every_chart_comes_with_its_rows_and_its_figure(client: FlaskClient, name: str) -> None:
    chart = client.get(f"/api/charts/{name}.json", base_url=HERE).get_json()
    assert chart["name"] == name
    assert chart["sentence"]
    assert chart["figure"]["data"]
    assert all(len(row) == len(chart["columns"]) for row in chart["rows"])


SENTENCES = {
    "metric=base&flow=balance": "Balance in January–October 2021, trade of Russia with Belarus: USD 6.11 to 6.31 bn;"
    " this is the whole range that the rounded figures of one source allow (Ministry of Foreign Affairs of Russia,"
    " January 2023).",
    "metric=level&flow=exports&lang=ru": "Экспорт за январь–октябрь 2022 года, торговля России с Беларусью: 17,2 ± 0,05"
    " млрд долл. США, сообщает МИД России (январь 2023 года); такая запись означает от 17,15"
    " до 17,25 млрд долл. США.",
    "metric=base&flow=balance&lang=be": "Сальда за студзень–кастрычнік 2021 года, гандаль Расіі з Беларуссю: ад 6,11 да"
    " 6,31 млрд дол. ЗША; гэта ўвесь дыяпазон, які дапускаюць акругленыя лікі; крыніца: МЗС Расіі"
    " (студзень 2023 года).",
}


@pytest.mark.parametrize(("query", "sentence"), SENTENCES.items())
def test_a_sentence_can_be_printed_as_it_stands(client: FlaskClient, query: str, sentence: str) -> None:
    said = client.get(f"/api/sentence?{query}", base_url=HERE).get_json()
    assert said["sentence"].replace("\u00a0", " ") == sentence


THOUSANDS = """\
source,reporter,partner,flow,period,measure,value,unit,step,qualifier,compared_with,scope,wording,note
s,RUS,BLR,exports,2022,level,1234.5,EUR th,0.1,,,goods,,
s,RUS,BLR,imports,2022,level,1300.2,EUR th,0.1,,,goods,,
s,RUS,BLR,exports,2023,level,65.7,EUR th,0.1,,,goods,,
"""
SMALL = {
    "metric=level&flow=turnover&period=2022": "Turnover in 2022, trade of Russia with Belarus: EUR 2.5346 to 2.5348 mn;"
    " this is the whole range that the rounded figures of one source allow (an office, January 2023).",
    "metric=level&flow=exports&period=2023": "Exports in 2023, trade of Russia with Belarus: EUR 65.7 ±0.05 th, as"
    " reported (an office, January 2023); as printed, it stands for EUR 0.06565 to 0.06575 mn.",
}


def test_a_sentence_about_thousands_leaves_nothing_out_and_adds_nothing(tmp_path: Path) -> None:
    (tmp_path / "observations.csv").write_text(THOUSANDS)
    (tmp_path / "sources.csv").write_text("id,publisher,title,published\ns,an office,a release,2023-01\n")
    asked: FlaskClient = create(Store(tmp_path)).server.test_client()
    told = {query: asked.get(f"/api/sentence?{query}", base_url=HERE).get_json() for query in SMALL}
    assert {query: answer["sentence"].replace("\u00a0", " ") for query, answer in told.items()} == SMALL


def test_a_sentence_about_contradictory_figures_says_so_first(client: FlaskClient) -> None:
    said = client.get("/api/sentence?source=kremlin-2024-05&metric=level&flow=balance", base_url=HERE).get_json()
    assert said["sentence"].startswith("The figures of one source (Press service of the Kremlin, 24")


@pytest.mark.parametrize(
    ("language", "without"),
    [
        ("ru", "не могут быть верны все сразу; если исключить как можно меньше строк: "),
        ("be", "не могуць быць правільнымі ўсе адначасова; калі выключыць як мага менш радкоў: "),
    ],
)
def test_a_contradiction_is_told_in_the_words_of_the_page(client: FlaskClient, language: str, without: str) -> None:
    query = f"source=kremlin-2024-05&metric=level&flow=balance&lang={language}"
    assert without in client.get(f"/api/sentence?{query}", base_url=HERE).get_json()["sentence"]


REACH = {
    "en": "as printed, it stands for USD 10.35 to 10.45 bn, at the widest USD 10.15 to 10.65 bn.",
    "ru": "такая запись означает от 10,35 до 10,45 млрд долл. США, в самом широком смысле — от 10,15 до 10,65 млрд"
    " долл. США.",
    "be": "такі запіс азначае ад 10,35 да 10,45 млрд дол. ЗША, у самым шырокім сэнсе — ад 10,15 да 10,65 млрд"
    " дол. ЗША.",
}


@pytest.mark.parametrize(("language", "reach"), REACH.items())
def test_a_hedged_number_is_quoted_with_its_widest_reading(client: FlaskClient, language: str, reach: str) -> None:
    query = f"source=kremlin-2024-05&period=2024-Q1&metric=level&flow=turnover&lang={language}"
    said = client.get(f"/api/sentence?{query}", base_url=HERE).get_json()
    assert said["sentence"].replace("\u00a0", " ").endswith(reach)


DOUBTED = {
    "en": "cannot all be true; the rest can be once the fewest are left out, this one among them: Turnover in Q1 2024",
    "ru": "не могут быть верны все сразу; остальные могут, если исключить как можно меньше строк, и эту в том числе: ",
    "be": "не могуць быць правільнымі ўсе адначасова; астатнія могуць, калі выключыць як мага менш радкоў, і гэты ў тым"
    " ліку: ",
}


@pytest.mark.parametrize(("language", "doubt"), DOUBTED.items())
def test_a_number_that_is_itself_left_out_says_so(client: FlaskClient, language: str, doubt: str) -> None:
    query = f"source=kremlin-2024-05&period=2024-Q1&metric=level&flow=turnover&lang={language}"
    said = client.get(f"/api/sentence?{query}", base_url=HERE).get_json()
    assert doubt in said["sentence"].replace("\u00a0", " ")


def test_a_number_that_stays_comes_without_those_left_out(client: FlaskClient) -> None:
    query = "source=kremlin-2024-05&period=2024-Q1&metric=level&flow=exports"
    said = client.get(f"/api/sentence?{query}", base_url=HERE).get_json()["sentence"]
    assert "cannot all be true; without the fewest that have to be left out: Exports in Q1 2024" in said


def test_a_sentence_carries_the_exact_range_and_its_lines(client: FlaskClient) -> None:
    said = client.get("/api/sentence?metric=base&flow=balance", base_url=HERE).get_json()
    assert (said["exact"], said["lines"]) == (["37068800/6064859", "7645200/1212751"], [5, 6, 8, 9])
    assert (said["unit"], said["origin"]) == ("USD bn", "derived")


@pytest.mark.parametrize(
    ("path", "why"),
    [
        ("sentence?metric=weight", "there is no weight of turnover here; there are metric=average&flow=balance"),
        ("sentence?source=nobody", "no rows of source 'nobody'; sources with rows: mfa-2023-01"),
        (
            "observations.csv?source=mfa-2023-01&currency=RUB",
            "observations.csv holds everything; leave out source, currency: it takes as-of, lang",
        ),
        ("metrics.csv?period=2099", "metrics.csv holds everything; leave out period: it takes as-of, lang"),
        ("sources.csv?side=BLR", "sources.csv holds everything; leave out side: it takes as-of, lang"),
        ("findings.json?side=BLR", "leave out side"),
        ("workbook.xlsx?side=BLR", "leave out side"),
        ("data.zip?side=BLR", "leave out side"),
        ("data.zip?as-of=2022", "data.zip holds everything; leave out as-of: it takes lang"),
        ("nothing", "there is no /api/nothing; below /api/ there are observations.csv, metrics.csv, sources.csv"),
        ("nothing/more.csv", "there is no /api/nothing/more.csv"),
        ("", "there is no /api/; below /api/ there are observations.csv"),
        ("charts/pie.json", "pie"),
        ("metrics.csv?lang=xx", "xx"),
    ],
)
def test_what_is_not_there_is_refused_with_what_is(client: FlaskClient, path: str, why: str) -> None:
    answer = client.get(f"/api/{path}", base_url=HERE)
    assert (answer.status_code, answer.mimetype) == (404, "application/json")
    assert why in answer.get_json()["error"]


def test_nothing_is_sent_again_while_nothing_changes(tmp_path: Path) -> None:
    folder = Path(copytree(DATA, tmp_path / "data"))
    client = create(Store(folder)).server.test_client()
    tag = client.get("/api/metrics.csv", base_url=HERE).headers["ETag"]
    again = client.get("/api/metrics.csv", base_url=HERE, headers={"If-None-Match": tag})
    assert (again.status_code, again.get_data()) == (304, b"")
    text = (folder / "observations.csv").read_text("utf-8")
    (folder / "observations.csv").write_text(text.replace(",17.2,", ",17.3,", 1), encoding="utf-8")
    fresh = client.get("/api/metrics.csv", base_url=HERE, headers={"If-None-Match": tag})
    assert (fresh.status_code, fresh.headers["ETag"] == tag) == (200, False)


def test_a_head_tells_the_same_without_the_body(client: FlaskClient) -> None:
    whole, head = (ask("/api/metrics.csv", base_url=HERE) for ask in (client.get, client.head))
    assert (head.status_code, head.get_data(), head.headers["ETag"]) == (200, b"", whole.headers["ETag"])


def test_scripts_of_other_pages_read_a_server_for_others_alone(client: FlaskClient) -> None:
    name = "Access-Control-Allow-Origin"
    assert name not in client.get("/api/sentence", base_url=HERE).headers
    for_others = create(Store(DATA), None).server.test_client()
    assert for_others.get("/api/sentence", base_url="http://trade.example").headers[name] == "*"
    assert name not in for_others.get("/", base_url="http://trade.example").headers


def test_the_description_is_openapi_and_names_what_is_answered(client: FlaskClient) -> None:
    said = client.get("/api/openapi.json", base_url=HERE).get_json()
    validate(said)
    for path in said["paths"]:
        assert client.get(f"/api{path.replace('{name}', 'levels')}", base_url=HERE).status_code == 200


def test_every_parameter_that_is_described_is_heeded_and_no_other(client: FlaskClient) -> None:
    paths = client.get("/api/openapi.json", base_url=HERE).get_json()["paths"]
    takes = {path: {one["name"] for one in of["get"]["parameters"]} - {"name"} for path, of in paths.items()}
    view = {"source", "side", "period", "currency", "as-of", "lang"}
    assert takes == {
        "/observations.csv": {"as-of", "lang"},
        "/metrics.csv": {"as-of", "lang"},
        "/sources.csv": {"as-of", "lang"},
        "/findings.json": {"as-of", "lang"},
        "/charts/{name}.json": view,
        "/data.zip": {"lang"},
        "/workbook.xlsx": {"as-of", "lang"},
        "/sentence": {*view, "metric", "flow"},
        "/openapi.json": set(),
    }


def test_the_page_hands_out_everything_from_any_view(client: FlaskClient) -> None:
    page = client.get("/data?source=kremlin-2024-05&side=RUS&as-of=2024-12&lang=be", base_url=HERE).get_data(
        as_text=True
    )
    hrefs = re.findall(r'href="(/api/[^"]+)"', page)
    assert [unescape(href) for href in hrefs] == [
        f"/api/{name}?as-of=2024-12&lang=be"
        for name in ("workbook.xlsx", "observations.csv", "metrics.csv", "findings.json", "openapi.json")
    ]
    assert [client.get(unescape(href), base_url=HERE).status_code for href in hrefs] == [200] * 5


def test_the_zip_holds_the_files_to_the_last_byte_under_a_name_that_says_what(client: FlaskClient) -> None:
    answer = client.get("/api/data.zip", base_url=HERE)
    with ZipFile(BytesIO(answer.get_data())) as packed:
        for name in ("observations.csv", "sources.csv", "events.csv", "context.csv"):
            assert packed.read(name) == (DATA / name).read_bytes()
    version = Store(DATA).current().version
    assert answer.headers["Content-Disposition"] == f'attachment; filename="data-blr-rus-2025-12-04-{version}.zip"'
    assert client.get("/api/data.zip?as-of=2022", base_url=HERE).status_code == 404


def test_the_workbook_is_that_of_the_command_line(client: FlaskClient) -> None:
    book = load_workbook(BytesIO(client.get("/api/workbook.xlsx", base_url=HERE).get_data()))
    assert len(book.sheetnames) == 5
