"""What an open page asks is answered; what no page asks is refused, and is no fault of the server."""

from __future__ import annotations

import json
from typing import Any

import pytest
from flask.testing import FlaskClient

from tests import hostile

CALLBACK = "/_dash-update-component"


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


def test_the_question_of_an_open_page_is_answered(attacked: FlaskClient) -> None:
    assert attacked.post(CALLBACK, base_url=hostile.HERE, json=question()).status_code == 200
    assert attacked.post(CALLBACK, base_url=hostile.HERE, json=with_value(2, "?lang=\0")).status_code == 200


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
def test_a_question_that_no_page_asks_is_refused_and_no_fault_of_the_server(attacked: FlaskClient, body: bytes) -> None:
    answer = attacked.post(CALLBACK, base_url=hostile.HERE, data=body, content_type="application/json")
    assert answer.status_code == 400
    assert b"this is no question that a page of this server asks; open the page anew" in answer.data


@pytest.mark.parametrize("body", [b"", b"{", b"\xff\xfe", b'{"a": NaN'])
def test_a_question_that_is_no_json_is_refused(attacked: FlaskClient, body: bytes) -> None:
    assert attacked.post(CALLBACK, base_url=hostile.HERE, data=body, content_type="application/json").status_code == 400
    assert attacked.post(CALLBACK, base_url=hostile.HERE, data=body, content_type="text/plain").status_code == 415


def test_a_question_too_long_is_refused_unread(attacked: FlaskClient) -> None:
    long = json.dumps(question(more="x" * 100_000))
    assert attacked.post(CALLBACK, base_url=hostile.HERE, data=long, content_type="application/json").status_code == 413
