"""Open pages learn that the files changed, and machines that ask whether there is data to show."""

from __future__ import annotations

from pathlib import Path
from shutil import copytree
from typing import Any

from dashboard.storage.store import Store
from dashboard.web.serving.app import create
from dashboard.web.serving.callbacks import answer

DATA = Path(__file__).parents[3] / "data"


def test_an_open_page_is_told_when_the_files_are_no_longer_those_it_shows(tmp_path: Path) -> None:
    store = Store(Path(copytree(DATA, tmp_path / "data")))
    app = create(store)
    _, _, seen = answer(app.desk, store.current(), ("/", ""), {})
    client = app.server.test_client()
    first = client.get("/pulse", base_url="http://127.0.0.1")
    assert first.get_data(as_text=True) == seen["newest"]
    assert first.headers["Cache-Control"] == "no-store"
    (store.folder / "sources.csv").write_text("nothing", encoding="utf-8")
    pulse = client.get("/pulse", base_url="http://127.0.0.1").get_data(as_text=True)
    assert pulse != seen["newest"]
    assert answer(app.desk, store.current(), ("/", ""), seen)[2]["newest"] == pulse


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
