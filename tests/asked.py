"""The command line asked for JSON, and small folders to ask it about."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from dashboard.cli import main

ROOT = Path(__file__).parent.parent
DATA = ROOT / "data"
MINISTRY = ("--source", "mfa-2023-01")
HEADER = "source,reporter,partner,flow,period,measure,value,unit,step\n"
SOURCES = "id,publisher,title,published\na,Office A,A,2021-05\nb,Office B,B,2021\n"

Capture = pytest.CaptureFixture[str]


def folder(place: Path, rows: str) -> Path:
    """Write rows of the offices A and B into a folder, and return it."""
    (place / "observations.csv").write_text(HEADER + rows, encoding="utf-8")
    (place / "sources.csv").write_text(SOURCES, encoding="utf-8")
    return place


def answer(capsys: Capture, *arguments: str) -> tuple[int, dict[str, Any]]:
    """Return how a command ends and what it answers."""
    code = main([*arguments, "--format", "json"])
    return code, json.loads(capsys.readouterr().out)


def ends(found: dict[str, Any]) -> tuple[str, str]:
    """Return both ends of an answer with four decimals."""
    return f"{found['low']:.4f}", f"{found['high']:.4f}"
