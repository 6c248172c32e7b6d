"""What the server tells browsers not to do, which names it answers to, and that no address reaches a file."""

from __future__ import annotations

import re

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from dashboard.web.serving.app import Application
from tests import hostile

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


def test_every_answer_at_every_address_says_what_browsers_must_not_do(
    attacked_app: Application, attacked: FlaskClient
) -> None:
    rules = [rule for rule in attacked_app.server.url_map.iter_rules() if "GET" in (rule.methods or ())]
    assert len(rules) > 25
    for rule in rules:
        address = re.sub(r"<(?:\w+:)?(\w+)>", lambda part: VALUES[part[1]], rule.rule)
        for method in ("GET", "OPTIONS"):
            answer = hostile.ask(attacked, method, address)
            assert answer.status_code in (200, 302, 404), address
            assert_guarded(answer)


@pytest.mark.parametrize(("method", "address", "status"), REFUSED)
def test_refusals_say_so_too(attacked: FlaskClient, method: str, address: str, status: int) -> None:
    answer = hostile.ask(attacked, method, address)
    assert answer.status_code == status
    assert_guarded(answer)


def test_what_has_not_changed_and_what_was_kept_say_so_too(attacked: FlaskClient) -> None:
    for _ in range(2):
        answer = hostile.get(attacked, "/api/observations.csv")
        assert_guarded(answer)
    again = attacked.get(
        "/api/observations.csv", base_url=hostile.HERE, headers={"If-None-Match": answer.headers["ETag"]}
    )
    assert again.status_code == 304
    assert_guarded(again)


@pytest.mark.parametrize("host", ["127.0.0.1", "127.0.0.1:8050", "LOCALHOST:1", "[::1]", "[::1]:8050"])
def test_the_names_of_the_loopback_are_answered_to(attacked: FlaskClient, host: str) -> None:
    assert attacked.get("/health", headers={"Host": host}).status_code == 200


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
def test_no_other_name_is_answered_to(attacked: FlaskClient, host: str) -> None:
    for address in ("/", "/health", "/api/sentence", "/assets/page.css", CALLBACK):
        answer = attacked.get(address, headers={"Host": host})
        assert answer.status_code == 400
        assert b"<script>" not in answer.data
        assert_guarded(answer)


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
def test_no_address_reaches_a_file_that_is_not_meant_for_it(attacked: FlaskClient, root: str, path: str) -> None:
    answer = hostile.get(attacked, root + path)
    assert answer.status_code in (400, 404)
    assert b"root:x:" not in answer.data
    assert b"import annotations" not in answer.data


@pytest.mark.parametrize(
    "query", ["data=../../etc/passwd", "source=../../etc/passwd", "as-of=/etc/passwd", "claim=..%2f..%2f", "period=%00"]
)
def test_no_query_reaches_a_file(attacked: FlaskClient, query: str) -> None:
    for path in ("/", "/embed/levels", "/report.html", "/charts/levels.csv", "/pictures/levels.json", "/edit"):
        answer = hostile.get(attacked, f"{path}?{query}")
        assert answer.status_code in (200, 404)
        assert b"root:x:" not in answer.data
