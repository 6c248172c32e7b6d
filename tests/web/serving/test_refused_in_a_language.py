"""What cannot be answered is refused in the language that was asked for: by data, charts, pictures and commands."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from dashboard.cli import main
from dashboard.storage.store import Store
from dashboard.web.serving.app import create

DATA = Path(__file__).parents[3] / "data"
HERE = "http://127.0.0.1"
ENGLISH = re.compile(
    r"(?<![-\w])(?:the|there|is|are|no|not|of|out|write|leave|holds?|reports?|it|its|nothing|with|and|or)(?![-\w])"
)

WRONG = [
    "/api/wrong.csv?",
    "/api/?",
    "/api/observations.csv?source=mfa-2023-01",
    "/api/metrics.csv?side=RUS&period=2022",
    "/api/data.zip?as-of=2022-12",
    "/api/charts/none.json?",
    "/api/charts/levels.json?source=none",
    "/api/charts/levels.json?side=POL",
    "/api/charts/levels.json?currency=EUR",
    "/api/charts/levels.json?period=2022-13",
    "/api/charts/levels.json?period=Jan",
    "/api/charts/levels.json?period=2022-10/2022-01",
    "/api/charts/levels.json?as-of=yesterday",
    "/api/charts/levels.json?as-of=1990",
    "/api/charts/levels.json?theme=pink",
    "/api/charts/levels.json?unit=tn",
    "/api/sentence?metric=none",
    "/api/sentence?flow=none",
    "/charts/none.csv?",
    "/charts/levels.svg?shape=round",
    "/charts/levels.svg?shape=page&width=7",
]


@pytest.fixture(scope="module")
def client() -> FlaskClient:
    made: FlaskClient = create(Store(DATA)).server.test_client()
    return made


@pytest.mark.parametrize("language", ["ru", "be"])
@pytest.mark.parametrize("path", WRONG)
def test_a_wrong_value_is_refused_in_the_language_that_was_asked_for(
    client: FlaskClient, path: str, language: str
) -> None:
    english, answer = (client.get(f"{path}&lang={code}", base_url=HERE) for code in ("en", language))
    assert (english.status_code, answer.status_code) == (404, 404)
    texts = [one.get_json()["error"] if one.is_json else one.get_data().decode() for one in (english, answer)]
    assert ENGLISH.search(texts[0])
    assert not ENGLISH.search(texts[1]), texts[1]
    assert re.search("[а-яўі]", texts[1])


def test_the_command_that_has_a_language_refuses_in_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", str(tmp_path / "a.svg"), "--chart", "none", "--language", "be"]) == 2
    assert "графіка 'none' няма" in capsys.readouterr().err
    assert main(["export", str(tmp_path / "a.doc"), "--language", "ru"]) == 2
    assert 'оканчивается на ".doc"' in capsys.readouterr().err
