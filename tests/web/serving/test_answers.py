"""An answer is given again while nothing it hangs on has changed, and made anew when something has."""

from __future__ import annotations

from pathlib import Path

import pytest
from flask import Flask, Response, request

from dashboard.storage.store import Store
from dashboard.web.serving.answers import LARGEST, keep
from dashboard.web.serving.question import look_once

FILES = {
    "observations.csv": "source,reporter,partner,flow,period,measure,value,unit,step\n"
    "a,RUS,BLR,exports,2022,level,17.2,USD bn,0.1\n",
    "sources.csv": "id,publisher,title\na,A,A\n",
}


class Counting:
    """A server that counts how often it made an answer."""

    def __init__(self, folder: Path) -> None:
        for name, text in FILES.items():
            (folder / name).write_text(text, encoding="utf-8")
        self.made = 0
        self.server = Flask("counting")
        look_once(self.server, Store(folder))
        self.server.before_request(keep(self.server))
        self.server.add_url_rule("/", view_func=self.page, methods=["GET", "POST"])
        self.server.add_url_rule("/large", "large", view_func=lambda: self.page("x" * (LARGEST + 1)))
        self.server.add_url_rule("/lost", "lost", view_func=lambda: (self.page(), 404))
        self.server.add_url_rule("/private", view_func=self.private)
        self.client = self.server.test_client()

    def page(self, text: str = "") -> str:
        self.made += 1
        return text or f"{self.made} {request.query_string.decode()}"

    def private(self) -> Response:
        answer = Response(self.page())
        answer.cache_control.no_store = True
        return answer

    def asks(self, *paths: str, **headers: str) -> list[str]:
        asked = (self.client.get(path, headers={"Accept-Language": "en"} | headers) for path in paths)
        return [answer.get_data(as_text=True) for answer in asked]


@pytest.fixture
def counting(tmp_path: Path) -> Counting:
    return Counting(tmp_path)


def test_the_same_question_has_the_same_answer_without_work(counting: Counting) -> None:
    assert counting.asks("/", "/", "/") == ["1 ", "1 ", "1 "]


def test_another_address_or_another_language_is_another_question(counting: Counting) -> None:
    assert counting.asks("/?lang=ru", "/?lang=be") == ["1 lang=ru", "2 lang=be"]
    assert counting.asks("/?lang=ru", **{"Accept-Language": "be"}) == ["3 lang=ru"]


def test_an_edit_of_the_files_makes_answers_anew(counting: Counting, tmp_path: Path) -> None:
    before = counting.asks("/")
    text = FILES["observations.csv"].replace("17.2", "17.3")
    (tmp_path / "observations.csv").write_text(text, encoding="utf-8")
    assert before == ["1 "]
    assert counting.asks("/", "/") == ["2 ", "2 "]


def test_headers_are_kept_with_the_answer(counting: Counting) -> None:
    types = [counting.client.get("/").headers["Content-Type"] for _ in range(2)]
    assert types == ["text/html; charset=utf-8"] * 2


@pytest.mark.parametrize("path", ["/large", "/lost", "/private"])
def test_what_is_large_or_lost_or_private_is_not_kept(counting: Counting, path: str) -> None:
    counting.asks(path, path)
    assert counting.made == 2


def test_a_post_is_always_answered_anew(counting: Counting) -> None:
    counting.client.post("/")
    counting.client.post("/")
    assert counting.made == 2


def test_what_a_callback_brings_is_kept_by_its_question(counting: Counting) -> None:
    counting.server.add_url_rule(
        "/_dash-update-component", "callback", lambda: counting.page("x" * 2_000), methods=["POST"]
    )
    for question in ("a", "a", "b"):
        counting.client.post("/_dash-update-component", data=question)
    assert counting.made == 2


@pytest.mark.parametrize("query", ["line=4&value=35.5", "quote=Turnover+fell", "value=1"])
def test_what_a_reader_tries_out_is_not_kept(counting: Counting, query: str) -> None:
    counting.asks(f"/?{query}", f"/?{query}")
    assert counting.made == 2


def test_a_long_question_is_not_kept(counting: Counting) -> None:
    counting.asks(f"/?{'x' * 3_000}", f"/?{'x' * 3_000}")
    assert counting.made == 2


def test_an_answer_is_kept_for_the_name_that_was_asked(counting: Counting) -> None:
    """Otherwise whoever asks under a made-up name first would be in the links that others get."""
    assert counting.asks("/", Host="one.example") == ["1 "]
    assert counting.asks("/", Host="two.example") == ["2 "]
    assert counting.asks("/", Host="one.example") == ["1 "]
