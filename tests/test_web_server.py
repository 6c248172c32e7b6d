from __future__ import annotations

import re
import signal
import subprocess
import sys
from pathlib import Path
from socket import AF_INET, socket
from urllib.request import urlopen

import pytest

from dashboard.web.__main__ import bound, main, parser

ROOT = Path(__file__).parent.parent


def test_the_page_stays_on_this_machine_unless_told_otherwise() -> None:
    said = parser().parse_args([])
    assert (said.host, said.port, said.workers, said.no_browser, said.data) == ("127.0.0.1", 8050, 2, False, None)


def test_a_taken_port_is_refused_with_what_can_be_done() -> None:
    with bound("127.0.0.1", 0) as place:
        port = place.getsockname()[1]
        with pytest.raises(OSError, match=f"--host 127.0.0.1 --port {port}: Address already in use; name a free port"):
            bound("127.0.0.1", port)


@pytest.mark.parametrize("port", [-5, 99999])
def test_a_port_that_cannot_be_is_refused(port: int, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--port", str(port), "--no-browser"]) == 2
    assert capsys.readouterr().err == f"--port {port}: a port is a number from 0 to 65535\n"


def test_a_host_of_another_machine_is_refused() -> None:
    with pytest.raises(OSError, match=r"--host 192\.0\.2\.1 --port 8050: Cannot assign requested address"):
        bound("192.0.2.1", 8050)


def test_a_server_that_cannot_start_ends_with_2(capsys: pytest.CaptureFixture[str]) -> None:
    with socket(AF_INET) as place:
        place.bind(("127.0.0.1", 0))
        place.listen()
        assert main(["--port", str(place.getsockname()[1]), "--no-browser"]) == 2
    assert "Address already in use" in capsys.readouterr().err


WITHOUT_GUNICORN = (
    "import sys; sys.modules['gunicorn'] = None; import dashboard.web.__main__ as web; sys.exit(web.main())"
)


@pytest.mark.parametrize(
    ("server_of", "end"),
    [
        (["-m", "dashboard.web"], signal.SIGTERM),
        (["-m", "dashboard.web"], signal.SIGINT),
        (["-c", WITHOUT_GUNICORN], signal.SIGINT),
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
        assert server.wait(timeout=10) == 0
        assert server.stderr.read() == ""
