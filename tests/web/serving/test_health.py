"""Machines that ask learn whether there is data to show, and whether the newest files could be read."""

from __future__ import annotations

from pathlib import Path
from shutil import copytree
from typing import Any

from dashboard.storage.store import Store
from dashboard.web.serving.app import create

DATA = Path(__file__).parents[3] / "data"


def asked(folder: Path) -> tuple[int, dict[str, Any]]:
    answer = create(Store(folder)).server.test_client().get("/health", base_url="http://127.0.0.1")
    assert answer.headers["Cache-Control"] == "no-store"
    found: dict[str, Any] = answer.get_json()
    return answer.status_code, found


def test_good_files_are_well() -> None:
    status, said = asked(DATA)
    assert (status, said["status"], said["problems"]) == (200, "ok", 0)
    assert said["rows"] == 85
    assert said["data"] == Store(DATA).current().version


def test_files_that_were_never_good_are_not(tmp_path: Path) -> None:
    status, said = asked(tmp_path)
    assert (status, said["status"], said["data"]) == (503, "problems", "")


def test_the_last_good_data_is_still_served_and_the_problems_are_counted(tmp_path: Path) -> None:
    folder = Path(copytree(DATA, tmp_path / "data"))
    app = create(Store(folder))
    (folder / "observations.csv").write_text("nothing", encoding="utf-8")
    answer = app.server.test_client().get("/health", base_url="http://127.0.0.1")
    assert (answer.status_code, answer.get_json()["status"], answer.get_json()["rows"]) == (200, "problems", 85)
