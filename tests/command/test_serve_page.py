"""`serve` listens where it is told to, and says why where it cannot."""

from __future__ import annotations

from socket import AF_INET, socket

import pytest

from dashboard.cli import main, parser
from dashboard.command.serve_page import bound
from dashboard.values.errors import QuestionError


def test_the_page_stays_on_this_machine_unless_told_otherwise() -> None:
    said = parser().parse_args(["serve"])
    assert (said.host, said.port, said.workers, said.no_browser, said.data) == ("127.0.0.1", 8050, 2, False, None)


def test_a_taken_port_is_refused_with_what_can_be_done() -> None:
    with bound("127.0.0.1", 0) as place:
        port = place.getsockname()[1]
        with pytest.raises(QuestionError, match=f"--port {port}: Address already in use; name a free port"):
            bound("127.0.0.1", port)


@pytest.mark.parametrize("port", [-5, 99999])
def test_a_port_that_cannot_be_is_refused(port: int, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["serve", "--port", str(port), "--no-browser"]) == 2
    assert f'argument --port: "{port}" is not a number from 0 to 65535' in capsys.readouterr().err


def test_a_server_without_a_process_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["serve", "--workers", "0", "--port", "0", "--no-browser"]) == 2
    assert 'argument --workers: "0" is not a number from 1 up' in capsys.readouterr().err


def test_a_host_of_another_machine_is_refused() -> None:
    with pytest.raises(QuestionError, match=r"--host 192\.0\.2\.1 --port 8050: Cannot assign requested address"):
        bound("192.0.2.1", 8050)


def test_a_server_that_cannot_start_ends_with_2(capsys: pytest.CaptureFixture[str]) -> None:
    with socket(AF_INET) as place:
        place.bind(("127.0.0.1", 0))
        place.listen()
        assert main(["serve", "--port", str(place.getsockname()[1]), "--no-browser"]) == 2
    assert "Address already in use" in capsys.readouterr().err
