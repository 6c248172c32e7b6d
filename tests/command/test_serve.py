"""`serve` hands over to the page, in a process that is the server itself."""

from __future__ import annotations

import os
import subprocess
from argparse import Namespace

import pytest

from dashboard.cli import main
from dashboard.command import serve
from tests.asked import DATA


def test_serve_hands_over_to_the_page() -> None:
    said = Namespace(data=DATA, host="0.0.0.0", port=8051, name=None, workers=None, edit=True, no_browser=True)
    assert serve.arguments(said)[1:] == [
        *("-m", "dashboard.web", "--data", str(DATA), "--host", "0.0.0.0", "--port", "8051", "--edit", "--no-browser")
    ]


def test_serve_becomes_the_server(monkeypatch: pytest.MonkeyPatch) -> None:
    begun: list[list[str]] = []
    monkeypatch.setattr(os, "execv", lambda _, command: begun.append(command))
    monkeypatch.setattr(subprocess, "call", lambda _: 0)
    assert main(["serve", "--data", str(DATA), "--port", "0"]) == 0
    assert begun[0][1:] == ["-m", "dashboard.web", "--data", str(DATA), "--port", "0"]
