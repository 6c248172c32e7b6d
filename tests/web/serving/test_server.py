from __future__ import annotations

import gc
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from socket import AF_INET, socket
from time import sleep
from urllib.request import urlopen

import pytest
from flask import Flask

from dashboard.command.serve_page import bound
from dashboard.web.serving.processes import Processes

ROOT = Path(__file__).parents[3]


WITH_THREADS = """
import sys
from dashboard.cli import main
from dashboard.command import serve_page
from dashboard.web.serving import threads

serve_page.serve = threads.serve
sys.exit(main(["serve", *sys.argv[1:]]))
"""


@pytest.mark.parametrize(
    ("server_of", "end"),
    [
        (["-m", "dashboard", "serve"], signal.SIGTERM),
        (["-m", "dashboard", "serve"], signal.SIGINT),
        (["-c", WITH_THREADS], signal.SIGINT),
    ],
)
def test_a_server_says_where_it_is_answers_and_ends_when_told(server_of: list[str], end: signal.Signals) -> None:
    command = [sys.executable, *server_of, "--port", "0", "--no-browser", "--workers", "1"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as server:
        assert server.stdout is not None
        assert server.stderr is not None
        said = re.fullmatch(r"Trade dashboard: (http://127\.0\.0\.1:\d+/) \(data: .*data\)\n", server.stdout.readline())
        assert said is not None
        with urlopen(said[1]) as answered:
            assert answered.status == 200
        server.send_signal(end)
        assert server.wait(timeout=30) == 0
        assert server.stderr.read() == ""


SAID = re.compile(r"Trade dashboard: (http://127\.0\.0\.1:(\d+)/) \(data: .*data\)\n")


@pytest.fixture
def server() -> Iterator[subprocess.Popen[str]]:
    """A server of two processes that says nothing but its address."""
    command = [sys.executable, "-m", "dashboard", "serve", "--port", "0", "--no-browser", "--workers", "2"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as running:
        yield running
        running.terminate()
        assert running.wait(timeout=30) == 0
        assert running.stderr is not None
        assert running.stderr.read() == ""


def address_of(server: subprocess.Popen[str]) -> tuple[str, int]:
    assert server.stdout is not None
    said = SAID.fullmatch(server.stdout.readline())
    assert said is not None
    return said[1], int(said[2])


def processes_of(server: subprocess.Popen[str]) -> set[str]:
    return {*Path(f"/proc/{server.pid}/task/{server.pid}/children").read_text("ascii").split()}


def begun(port: int, body: bytes) -> socket:
    """Return a connection on which the server has begun to read a question, whose body it waits for."""
    asking = socket(AF_INET)
    asking.settimeout(30)
    asking.connect(("127.0.0.1", port))
    head = f"POST /edit/file HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: {len(body)}\r\n"
    asking.sendall(f"{head}Content-Type: multipart/form-data; boundary=x\r\nExpect: 100-continue\r\n\r\n".encode())
    assert asking.recv(100).startswith(b"HTTP/1.1 100 Continue")
    return asking


def ended(asking: socket, body: bytes) -> bytes:
    """Return the first line of the answer once the body is sent too."""
    asking.sendall(body)
    with asking:
        return asking.makefile("rb").readline()


def status(url: str) -> int:
    with urlopen(url) as answered:
        return int(answered.status)


FIRST_BOOKS = """
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from dashboard.storage.store import Store
from dashboard.web.serving.app import create

server = create(Store(Path("data"))).server
print(*sorted({"openpyxl", "numpy", "highspy", "pandas"} & {*sys.modules}))
paths = ["/api/workbook.xlsx", "/charts/levels.xlsx"] * 4
with ThreadPoolExecutor(8) as asking:
    print({*asking.map(lambda path: server.test_client().get(path, base_url="http://127.0.0.1").status, paths)})
"""


def test_a_server_starts_without_workbooks_and_makes_the_first_ones_all_at_once() -> None:
    done = subprocess.run([sys.executable, "-c", FIRST_BOOKS], cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.stdout, done.stderr) == ("\n{'200 OK'}\n", "")


def test_what_was_made_before_the_first_process_is_no_work_for_the_collector() -> None:
    before, app = gc.get_freeze_count(), Flask("one")
    with bound("127.0.0.1", 0) as place:
        assert Processes(app, place, 1, list).load() is app
    assert gc.get_freeze_count() > before
    gc.unfreeze()


def test_the_first_questions_are_answered_by_processes_that_have_just_begun(server: subprocess.Popen[str]) -> None:
    site, _ = address_of(server)
    page = (ROOT / "dashboard" / "web" / "assets").glob("*.js")
    paths = ["", "consistency?lang=be", "_dash-layout", "_dash-dependencies", *(f"assets/{one.name}" for one in page)]
    with ThreadPoolExecutor(8) as asking:
        assert {*asking.map(status, [site + path for path in paths * 2])} == {200}
    with urlopen(site) as answered:
        scripts = re.findall('href="/([^"]+)" as="script"', answered.read().decode())
    with ThreadPoolExecutor(8) as asking:
        assert [*asking.map(status, [site + script for script in scripts])] == [200] * len(scripts)
    assert len(scripts) > 8


def test_a_question_that_is_being_asked_is_answered_when_the_processes_are_exchanged_and_when_they_stop(
    server: subprocess.Popen[str],
) -> None:
    site, port = address_of(server)
    body = b"--x--\r\n"
    assert status(site) == 200
    before = processes_of(server)
    asking = begun(port, body)
    server.send_signal(signal.SIGHUP)
    while len(processes_of(server) - before) < 2:
        assert status(f"{site}health") == 200
    assert ended(asking, body) == b"HTTP/1.1 403 FORBIDDEN\r\n"
    while processes_of(server) & before:
        assert status(site) == 200
    asking = begun(port, body)
    server.send_signal(signal.SIGTERM)
    while len(processes_of(server)) > 1:
        sleep(0.05)
    assert ended(asking, body) == b"HTTP/1.1 403 FORBIDDEN\r\n"
