"""Two sources, one of which takes more steps to judge than a test may grant it."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest

from dashboard.lp import tableau

HEADER: Final = "source,reporter,partner,flow,period,measure,value,unit,step\n"
SOURCES: Final = "id,publisher,title,published\neasy,an office,a release,2023-01\nhard,an office,a release,2023-02\n"

WHY: Final = "a linear program of 48 rows has no answer after 12 steps"
PROBLEM: Final = f"observations.csv line 3: the rows of hard could not be judged with a proof: {WHY}"


def rows() -> str:
    """Return one row of "easy", and three rows for each of eight years of "hard"."""
    found = [HEADER, "easy,RUS,BLR,exports,2022,level,17.2,USD bn,0.1\n"]
    for year in range(2015, 2023):
        found.append(f"hard,RUS,BLR,turnover,{year},level,{30 + year % 7},USD bn,1\n")
        found.append(f"hard,RUS,BLR,exports,{year},level,{16 + (year + 1) % 7},USD bn,1\n")
        found.append(f"hard,RUS,BLR,exports,{year},growth,{year % 5 * 3},%,1\n")
    return "".join(found)


def folder(place: Path) -> Path:
    """Return the folder, with the two files in it."""
    (place / "observations.csv").write_text(rows(), encoding="utf-8")
    (place / "sources.csv").write_text(SOURCES, encoding="utf-8")
    return place


def grant_few_steps(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let each question take so few steps that "hard" has no answer; no other test has its rows."""
    monkeypatch.setattr(tableau, "PIVOTS", 12)


def grant_no_step(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let no question be answered from here on that takes a step."""
    monkeypatch.setattr(tableau, "PIVOTS", 0)
