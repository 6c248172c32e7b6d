from __future__ import annotations

import csv
import gzip
import json
import re
from html import unescape
from io import StringIO
from pathlib import Path
from shutil import copytree

import brotli  # type: ignore[import-untyped]  # Brotli ships no types
import pytest
from dash import no_update
from flask.testing import FlaskClient

from dashboard.languages.language import Language
from dashboard.storage.store import Snapshot, Store
from dashboard.web.parts.markup import markup
from dashboard.web.serving.app import Application, create
from dashboard.web.serving.callbacks import answer
from dashboard.web.serving.question import snapshot

DATA = Path(__file__).parents[3] / "data"
ASSETS = Path(__file__).parents[3] / "dashboard" / "web" / "assets"
HERE = "http://127.0.0.1:8050"


@pytest.fixture(scope="module")
def app() -> Application:
    return create(Store(DATA))


def now(app: Application) -> Snapshot:
    """Return the files of an application as it sees them when it is asked."""
    with app.server.test_request_context("/", base_url=HERE):
        app.server.preprocess_request()
        return snapshot()


@pytest.fixture
def client(app: Application) -> FlaskClient:
    made: FlaskClient = app.server.test_client()
    return made


def test_the_first_answer_is_the_page_itself(client: FlaskClient) -> None:
    text = unescape(client.get("/?lang=ru&theme=dark", base_url=HERE).get_data(as_text=True)).replace("\xa0", " ")
    assert '<html lang="ru" data-theme="dark">' in text
    assert "<title>Торговля России с Беларусью – Торговля по публикациям</title>" in text
    assert "<h1>В январе–октябре 2022 года" in text
    assert '<meta name="description" content="Торговля России с Беларусью: кто какие данные опубликовал' in text


def test_scripts_come_from_here_and_none_is_loaded_that_can_wait(client: FlaskClient) -> None:
    text = client.get("/", base_url=HERE).get_data(as_text=True)
    scripts = re.findall('<link rel="preload" href="([^"]+)" as="script"', text)
    assert all(script.startswith(("/assets/", "/_dash-component-suites/")) for script in scripts)
    assert re.findall('<script(?! id="_dash-config")[^>]*>[^<]', text) == []
    assert 'data-plotly="/assets/plotly.min.js?m=' in text
    assert not any(name in script for script in scripts for name in ("plotly", "dash_table", "polyfill"))


def test_an_answer_forbids_scripts_and_frames_from_elsewhere(client: FlaskClient) -> None:
    headers = client.get("/", base_url=HERE).headers
    policy = headers["Content-Security-Policy"]
    assert "script-src 'self';" in policy
    assert "unsafe-eval" not in policy
    assert "frame-ancestors 'self'" in policy
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"


@pytest.mark.parametrize("host", ["localhost:8050", "127.0.0.1", "[::1]:8050", "LOCALHOST"])
def test_the_names_of_the_loopback_are_answered_to(client: FlaskClient, host: str) -> None:
    assert client.get("/", base_url=f"http://{host}").status_code == 200


@pytest.mark.parametrize("host", ["evil.example", "localhost.evil.example:8050", "192.0.2.1:8050"])
def test_other_names_are_refused_with_those_that_are_allowed(client: FlaskClient, host: str) -> None:
    refused = client.get("/", base_url=f"http://{host}")
    assert refused.status_code == 400
    assert "it answers to 127.0.0.1, localhost, ::1" in refused.get_data(as_text=True)


def test_a_server_for_others_answers_to_every_name() -> None:
    client = create(Store(DATA), None).server.test_client()
    assert client.get("/", base_url="http://trade.example").status_code == 200


def test_text_is_compressed_for_those_who_ask(client: FlaskClient) -> None:
    packed = client.get("/assets/page.css?m=1", base_url=HERE, headers={"Accept-Encoding": "gzip"}, buffered=True)
    plain = client.get("/assets/page.css", base_url=HERE, buffered=True)
    assert packed.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(packed.data) == plain.data
    assert "Content-Encoding" not in plain.headers
    assert packed.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert plain.headers["Cache-Control"] == "no-cache"


def test_browsers_that_know_brotli_get_it(client: FlaskClient) -> None:
    for path in ("/", "/assets/page.css", "/assets/plotly.min.js"):
        packed = client.get(path, base_url=HERE, headers={"Accept-Encoding": "gzip, deflate, br"}, buffered=True)
        plain = client.get(path, base_url=HERE, buffered=True)
        assert packed.headers["Content-Encoding"] == "br"
        assert packed.headers["Vary"] == "Accept-Encoding"
        assert len(brotli.decompress(packed.data)) == pytest.approx(len(plain.data), abs=99)


def test_the_plotting_library_is_the_same_in_both_forms() -> None:
    assert brotli.decompress((ASSETS / "plotly.min.js.br").read_bytes()) == (ASSETS / "plotly.min.js").read_bytes()


def test_the_icon_is_where_browsers_look_for_it(client: FlaskClient) -> None:
    icon = client.get("/favicon.ico", base_url=HERE, buffered=True)
    assert (icon.status_code, icon.mimetype) == (200, "image/svg+xml")


def test_a_font_is_not_compressed_again(client: FlaskClient) -> None:
    font = "/assets/fonts/source-sans-3-cyrillic-wght-normal.woff2"
    assert (
        "Content-Encoding"
        not in client.get(font, base_url=HERE, headers={"Accept-Encoding": "gzip"}, buffered=True).headers
    )


def test_the_picture_of_a_chart_carries_title_and_source(client: FlaskClient) -> None:
    figure = json.loads(client.get("/pictures/levels.json?lang=be", base_url=HERE).data)
    assert "Тавараабарот" in json.dumps(figure, ensure_ascii=False)
    assert "МЗС Расіі" in json.dumps(figure, ensure_ascii=False)


def test_the_rows_of_a_chart_are_numbers_and_end_with_their_source(client: FlaskClient) -> None:
    answered = client.get("/charts/balance.csv", base_url=HERE)
    rows = list(csv.reader(StringIO(answered.data.decode("utf-8-sig"))))
    assert answered.mimetype == "text/csv"
    assert float(rows[1][3]) == pytest.approx(6.11206, abs=1e-4)
    assert rows[-2][0].startswith("Source: Ministry of Foreign Affairs of Russia")


def test_a_chart_that_does_not_exist_is_refused_with_those_that_do(client: FlaskClient) -> None:
    refused = client.get("/charts/pie.csv", base_url=HERE)
    assert refused.status_code == 404
    assert refused.get_data(as_text=True) == (
        "no chart 'pie'; charts are levels, growth, flows, contributions, balance, consistency, calendar, record, "
        "mirror\n"
    )


def test_a_wrong_address_says_what_is_allowed(client: FlaskClient) -> None:
    refused = client.get("/?theme=blue", base_url=HERE)
    text = unescape(refused.get_data(as_text=True))
    assert refused.status_code == 404
    assert 'there is no theme "blue"; there are auto, light, dark' in text


REFUSED_IN = {
    "/nosuch?lang=be": "старонкі /nosuch няма; ёсць /, /consistency, /record, /data, /sources",
    "/?source=xyz&lang=ru": "строк источника 'xyz' нет; источники со строками: mfa-2023-01, ",
    "/?side=USA&lang=ru": "нет строк по данным стороны 'USA'; есть по данным RUS, BLR",
    "/?currency=EUR&lang=be": "mfa-2023-01 нічога не паведамляе ў EUR; ёсць даныя ў USD",
    "/?as-of=1990&lang=be": "няма нічога, што было б напэўна апублікавана да даты 1990; першая публікацыя выйшла не",
    "/?as-of=soon&lang=ru": '"soon" — не дата; напишите 2022-12-31, 2022-12 или 2022',
    "/?theme=blue&lang=ru": 'цветов "blue" нет; есть auto, light, dark',
    "/consistency?line=1&lang=ru": "у источника mfa-2023-01 нет строки 1; его строки: ",
    "/charts/pie.csv?lang=be": "графіка 'pie' няма; ёсць levels",
    "/api/charts/pie.json?lang=be": "графіка 'pie' няма; ёсць levels",
    "/api/nothing?lang=ru": "адреса /api/nothing нет; под /api/ есть observations.csv, metrics.csv",
    "/api/metrics.csv?side=RUS&lang=be": "metrics.csv змяшчае ўсё; прыбярыце side: тут можна ўказаць толькі as-of",
    "/api/sentence?metric=weight&lang=ru": "величины weight для turnover здесь нет; есть metric=average&flow=balance",
    "/pictures/levels.json?shape=page&width=5&lang=be": '"5" — не шырыня месца на старонцы; напішыце лік',
}


@pytest.mark.parametrize(("address", "said"), REFUSED_IN.items())
def test_an_address_is_refused_in_its_language(client: FlaskClient, address: str, said: str) -> None:
    refused = client.get(address, base_url=HERE, headers={"Accept-Language": "en"})
    text = unescape(refused.get_data(as_text=True))
    assert refused.status_code == 404
    assert said in text.replace('\\"', '"')
    if "<html" in text:
        assert f'<html lang="{address[-2:]}"' in text
        assert "This address cannot be shown" not in text


def test_an_address_without_a_language_is_refused_in_that_of_the_browser(app: Application, client: FlaskClient) -> None:
    refused = client.get("/nosuch", base_url=HERE, headers={"Accept-Language": "be"}).get_data(as_text=True)
    assert '<html lang="be"' in refused
    assert "старонкі /nosuch няма" in refused
    page, _, seen = answer(app.desk, now(app), ("/nosuch", ""), {}, own=Language.BE)
    assert "старонкі /nosuch няма" in markup(page)
    assert seen["lang"] == "be"


def test_nothing_is_known_before_the_first_publication(client: FlaskClient) -> None:
    text = unescape(client.get("/?as-of=1990", base_url=HERE).get_data(as_text=True))
    assert "nothing was certainly published by 1990; the first was by 20" in text


def test_nothing_is_sent_while_nothing_changes(app: Application) -> None:
    page, banner, seen = answer(app.desk, now(app), ("/", ""), {})
    assert len(page) == 3
    assert banner == []
    assert (seen["lang"], seen["theme"]) == ("en", "auto")
    assert answer(app.desk, now(app), ("/", ""), seen) == (no_update, no_update, no_update)


def test_other_colours_bring_another_page(app: Application) -> None:
    _, _, seen = answer(app.desk, now(app), ("/", ""), {})
    page, _, dark = answer(app.desk, now(app), ("/", ""), seen, scheme="dark")
    assert "#eceff1" in str(page)
    assert dark["page"] != seen["page"]


def test_bad_files_bring_the_banner_alone(tmp_path: Path) -> None:
    for file in DATA.glob("*.csv"):
        (tmp_path / file.name).write_bytes(file.read_bytes())
    app = create(Store(tmp_path))
    _, _, seen = answer(app.desk, now(app), ("/", ""), {})
    (tmp_path / "sources.csv").unlink()
    page, banner, _ = answer(app.desk, now(app), ("/", ""), seen)
    assert page is no_update
    assert "sources.csv: the file is missing" in str(banner)


def test_very_many_problems_are_counted_and_the_first_hundred_listed(tmp_path: Path) -> None:
    folder = Path(copytree(DATA, tmp_path / "data"))
    app = create(Store(folder))
    with (folder / "observations.csv").open("a", encoding="utf-8") as file:
        file.write("x,RUS,BLR,turnover,20x1,level,5,USD bn,0.1,,,goods,,\n" * 1_000)
    page = app.server.test_client().get("/?lang=ru", base_url="http://127.0.0.1").get_data(as_text=True)
    assert "Ошибок: 2000." in page
    assert "<li>и ещё 1900; все перечисляет команда trade-dashboard check</li>" in page
    assert page.count("<li>observations.csv") == 100
