from __future__ import annotations

from pathlib import Path
from shutil import copytree

from dashboard.storage.store import Store
from dashboard.web.serving.app import create
from dashboard.web.serving.callbacks import answer

DATA = Path(__file__).parents[3] / "data"


def test_an_open_page_is_told_when_the_files_are_no_longer_those_it_shows(tmp_path: Path) -> None:
    folder = Path(copytree(DATA, tmp_path / "data"))
    app = create(Store(folder))
    _, _, seen = answer(app.desk, "/", "", "light", {})
    asked = app.server.test_client()
    first = asked.get("/pulse", base_url="http://127.0.0.1")
    assert first.get_data(as_text=True) == seen["newest"]
    assert first.headers["Cache-Control"] == "no-store"
    (folder / "sources.csv").write_text("nothing", encoding="utf-8")
    said = asked.get("/pulse", base_url="http://127.0.0.1").get_data(as_text=True)
    assert said != seen["newest"]
    assert answer(app.desk, "/", "", "light", seen)[2]["newest"] == said
