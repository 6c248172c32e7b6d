"""The README's page on serving others: its proxy and its unit, as they stand there."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path
from socket import create_connection, socket

import pytest

from tests.served import Served, served

ROOT = Path(__file__).parents[3]
README = (ROOT / "README.md").read_text("utf-8")
NAME = "trade.example"
MAIN = """\
daemon off; {user} worker_processes 1; pid {place}/pid; error_log {place}/error.log;
events {{}}
http {{
    access_log off;
    client_body_temp_path {place}/body; proxy_temp_path {place}/proxy; fastcgi_temp_path {place}/f;
    uwsgi_temp_path {place}/u; scgi_temp_path {place}/s;
    {server}
}}
"""

Answer = tuple[int, str]


def block(language: str) -> str:
    found = re.search(rf"```{language}\n(.*?)```", README, re.DOTALL)
    assert found is not None
    return found[1]


def free_port() -> int:
    with socket() as place:
        place.bind(("127.0.0.1", 0))
        port: int = place.getsockname()[1]
        return port


def wait_for(port: int) -> None:
    for _ in range(100):
        try:
            create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.05)
        else:
            return
    raise AssertionError(f"nothing listens at {port}")


@pytest.fixture(scope="module")
def site() -> Iterator[Served]:
    with served(ROOT / "data", "--workers", "1", "--name", NAME) as server:
        yield server


@pytest.fixture(scope="module")
def proxy(site: Served, tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """The port of the README's nginx in front of the server, without the certificate."""
    nginx, place, port = shutil.which("nginx"), tmp_path_factory.mktemp("nginx"), free_port()
    if nginx is None:
        pytest.skip("there is no nginx on the PATH")
    plain = re.sub(r"\n *ssl_certificate.*", "", block("nginx").replace("listen 443 ssl", f"listen 127.0.0.1:{port}"))
    assert plain.count("127.0.0.1:8050") == 1
    server = plain.replace("127.0.0.1:8050", f"127.0.0.1:{site.port}")
    user = "user root;" if Path("/proc/self").stat().st_uid == 0 else ""
    (place / "nginx.conf").write_text(MAIN.format(place=place, server=server, user=user), "utf-8")
    with subprocess.Popen([nginx, "-p", place, "-c", place / "nginx.conf"], stderr=subprocess.DEVNULL) as running:
        wait_for(port)
        yield port
        running.terminate()
        running.wait(timeout=10)


def said(port: int, method: str, address: str, body: bytes = b"", **headers: str) -> Answer:
    line = HTTPConnection("127.0.0.1", port, timeout=20)
    named = {"Host": NAME} | {name.replace("_", "-"): value for name, value in headers.items()}
    line.request(method, address, body or None, named)
    answer = line.getresponse()
    found = answer.status, answer.read().decode("utf-8", "replace")
    line.close()
    return found


def upload(port: int, size: int) -> Answer:
    """Send a file of so many bytes from a page of the server."""
    token = re.search(r'name="token" value="([^"]+)"', said(port, "GET", "/edit")[1])
    assert token is not None
    parts = (('name="token"', token[1].encode()), ('name="file"; filename="a"', b"x" * size))
    form = b"".join(b"--x\r\nContent-Disposition: form-data; %b\r\n\r\n%b\r\n" % (a.encode(), b) for a, b in parts)
    kind, origin = "multipart/form-data; boundary=x", f"http://{NAME}"
    return said(port, "POST", "/edit/file", form + b"--x--\r\n", Content_Type=kind, Origin=origin)


def test_the_page_is_there_through_the_proxy_under_its_name(proxy: int) -> None:
    status, page = said(proxy, "GET", "/")
    assert (status, "January–October" in page.replace("\xa0", " ")) == (200, True)
    assert json.loads(said(proxy, "GET", "/pictures/levels.json")[1])["about"]["address"].startswith(f"http://{NAME}/")
    assert json.loads(said(proxy, "GET", "/health")[1])["status"] == "ok"


def test_no_other_name_gets_through_the_proxy(proxy: int) -> None:
    status, why = said(proxy, "GET", "/", Host="evil.example")
    assert (status, "this server does not answer to" in why) == (400, True)


def test_forms_get_through_the_proxy_up_to_their_limit(proxy: int) -> None:
    assert upload(proxy, 1_000)[0] == 422
    status, why = upload(proxy, 5_500_000)
    assert (status, "more than 5 MB" in why) == (413, True)
    assert said(proxy, "POST", "/edit/file", b"token=guessed", Origin="http://evil.example")[0] == 403


def test_a_proxy_that_speaks_tls_is_in_the_links(site: Served) -> None:
    about = json.loads(said(site.port, "GET", "/pictures/levels.json", X_Forwarded_Proto="https")[1])["about"]
    assert about["address"].startswith(f"https://{NAME}/")


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="there is no systemd-analyze on the PATH")
def test_the_unit_is_one_that_systemd_takes(tmp_path: Path) -> None:
    unit, program = tmp_path / "trade-dashboard.service", Path(sys.executable).with_name("trade-dashboard")
    unit.write_text(block("ini").replace("/opt/trade-dashboard/.venv/bin/trade-dashboard", str(program)), "utf-8")
    done = subprocess.run(["systemd-analyze", "verify", unit], capture_output=True, text=True, check=False)
    assert (done.returncode, [line for line in done.stderr.splitlines() if unit.name in line]) == (0, [])
