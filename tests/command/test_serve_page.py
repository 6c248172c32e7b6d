"""`serve` hands over to the page, in a process that is the server itself."""

from __future__ import annotations

import os
import subprocess
from argparse import Namespace

import pytest

from dashboard.cli import main
from dashboard.command import serve_page
from dashboard.web.__main__ import parser
from tests.asked import DATA


def test_serve_hands_over_to_the_page() -> None:
    said = Namespace(data=DATA, host="0.0.0.0", port=8051, name="trade.example", workers=3, edit=True, no_browser=True)
    command = serve_page.arguments(said)
    assert command[1:5] == ["-m", "dashboard.web", "--data", str(DATA)]
    assert vars(parser().parse_args(command[3:])) == vars(said)


def test_serve_becomes_the_server(monkeypatch: pytest.MonkeyPatch) -> None:
    begun: list[list[str]] = []
    monkeypatch.setattr(os, "execv", lambda _, command: begun.append(command))
    monkeypatch.setattr(subprocess, "call", lambda _: 0)
    assert main(["serve", "--data", str(DATA), "--port", "0"]) == 0
    served = parser().parse_args(begun[0][3:])
    assert (served.data, served.host, served.port, served.name, served.workers) == (DATA, "127.0.0.1", 0, None, 2)
    assert not served.edit
    assert not served.no_browser
