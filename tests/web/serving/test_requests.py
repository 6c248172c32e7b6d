"""Requests as bytes, to a server of its own: none gets past it by its form."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from socket import create_connection
from urllib.parse import quote
from urllib.request import urlopen

import pytest

from tests import hostile
from tests.served import Served, served


@pytest.fixture(scope="module")
def site(hostile_folder: Path) -> Iterator[Served]:
    with served(hostile_folder, "--workers", "1") as server:
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
