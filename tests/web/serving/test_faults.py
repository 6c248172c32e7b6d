"""What a machine can do to the program, done for real: each time a clear message, and nothing lost."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from html import unescape
from http.client import HTTPException
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import urlopen

import pytest

from dashboard.cli import main
from dashboard.languages.language import Language
from dashboard.lp import tableau
from dashboard.storage.store import Store
from dashboard.web.serving.app import create
from dashboard.wording.page_text import PAGE
from tests.served import Served, served

ROOT = Path(__file__).parents[3]
DATA = ROOT / "data"
FILES = ("observations.csv", "sources.csv", "events.csv", "context.csv")
NEW = {"source": "mfa-2023-01", "text": "Turnover reached $30bn in 2022"}
IMPORTS = "imports,2022-01/2022-10,level,17.3,"

IS_ROOT = os.geteuid() == 0 if hasattr(os, "geteuid") else False
WITHOUT_RIGHTS = ("setpriv", "--inh-caps=-all", "--bounding-set=-all") if IS_ROOT else ()
"""A command in front of another one that takes from it what root may do with files in spite of their rights."""

heeds_rights = pytest.mark.skipif(
    sys.platform == "win32" or (IS_ROOT and shutil.which("setpriv") is None),
    reason="whoever runs this may open every file, and nothing here can take that away",
)


def copied(folder: Path) -> Path:
    folder.mkdir(exist_ok=True)
    for name in FILES:
        shutil.copy(DATA / name, folder)
    return folder


def held(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return copied(tmp_path / "data")


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 200 kB with the data on it, as full as it gets."""
    place = tmp_path / "disk"
    place.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=200k", "none", str(place)]
    if not IS_ROOT or subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("only root can mount a small disk here")
    try:
        copied(place / "data")
        with (place / "full").open("wb", buffering=0) as file, suppress(OSError):
            while True:
                file.write(b"x" * 4096)
        yield place
    finally:
        subprocess.run(["umount", str(place)], check=True)


def told(arguments: Sequence[str], before: Sequence[str] = ()) -> tuple[int, str]:
    """Return how a command ends, and what it complains about."""
    command = [*before, sys.executable, "-m", "dashboard", *arguments]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    return done.returncode, done.stderr


def got(server: Served, address: str) -> tuple[int, str]:
    """Return status and text of an answer."""
    try:
        with urlopen(server.url + address, timeout=20) as answer:
            return answer.status, unescape(answer.read().decode())
    except HTTPError as error:
        with error:
            return error.code, unescape(error.read().decode())


def posted(server: Served, form: str, fields: dict[str, str]) -> tuple[int, str]:
    """Return status and text of the answer to a form that was filled in in Russian."""
    token = re.search(r'name="token" value="([^"]+)"', got(server, "/edit?lang=ru")[1])
    assert token is not None
    data = urlencode({"token": token[1]} | fields).encode()
    try:
        with urlopen(f"{server.url}/edit/{form}?lang=ru", data, timeout=20) as answer:
            return answer.status, unescape(answer.read().decode())
    except HTTPError as error:
        with error:
            return error.code, unescape(error.read().decode())


def saved(server: Served) -> tuple[int, str]:
    """Return the answer to new rows that were seen and are to be written."""
    status, preview = posted(server, "rows", NEW)
    seen = re.search(r'name="seen" value="([^"]+)"', preview)
    assert status == 200
    assert seen is not None
    return posted(server, "save", NEW | {"seen": seen[1]})


def health(server: Served) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(got(server, "/health")[1])
    return found


def test_a_full_disk_is_told_on_the_page_and_the_save_can_be_repeated(disk: Path) -> None:
    before = held(disk / "data")
    with served(disk / "data", "--workers", "1", "--edit") as server:
        status, said = saved(server)
        assert status == 422
        assert "No space left on device; ничего не потеряно" in said
        assert 'value="mfa-2023-01"' in said
        assert held(disk / "data") == before
        (disk / "full").unlink()
        status, said = saved(server)
        assert status == 200
        assert "level,30,USD bn" in (disk / "data" / "observations.csv").read_text("utf-8")
        assert (disk / "data" / "observations.csv.bak").read_bytes() == before["observations.csv"]


def test_a_full_disk_ends_a_command_with_2_and_leaves_nothing_half_written(disk: Path) -> None:
    before = held(disk / "data")
    add = ["add", "--source", NEW["source"], "--text", NEW["text"], "--yes", "--data", str(disk / "data")]
    for arguments, place in (
        (add, disk / "data"),
        (["export", str(disk / "x.json"), "--data", str(DATA)], disk / "x.json"),
        (["init", str(disk / "new")], disk / "new"),
    ):
        code, said = told(arguments)
        assert code == 2
        assert f"{place} cannot be written: No space left on device" in said
    assert held(disk / "data") == before
    assert sorted(path.name for path in disk.iterdir()) == ["data", "full", "new"]
    assert list((disk / "new").iterdir()) == []


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
@pytest.mark.parametrize("arguments", [["check"], ["bounds", "balance", "2022-01/2022-10", "--format", "json"]])
def test_an_output_that_takes_nothing_ends_a_command_with_2(arguments: list[str]) -> None:
    command = [sys.executable, "-m", "dashboard", *arguments, "--data", str(DATA)]
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, cwd=ROOT, check=False)
    assert (done.returncode, "No space left on device" in done.stderr) == (2, True)
    assert "Traceback" not in done.stderr


@heeds_rights
def test_a_folder_and_files_without_rights_are_told_and_heal(folder: Path, tmp_path: Path) -> None:
    before = held(folder)
    folder.chmod(0o555)
    with served(folder, "--workers", "1", "--edit", before=WITHOUT_RIGHTS) as server:
        status, said = saved(server)
        assert (status, "Permission denied; ничего не потеряно" in said) == (422, True)
        assert (health(server)["status"], health(server)["rows"]) == ("ok", 85)
        (folder / "observations.csv").chmod(0)
        status, said = got(server, "/?lang=be")
        assert status == 200
        assert "Файлы даных не чытаюцца. Памылак: 1. Ніжэй прыведзены апошнія прачытаныя даныя." in said
        assert "observations.csv не адкрываецца: Permission denied" in said
        assert "34,5" in said
        assert (health(server)["status"], health(server)["rows"]) == ("problems", 85)
        (folder / "observations.csv").chmod(0o644)
        assert "не чытаюцца" not in got(server, "/?lang=be")[1]
        folder.chmod(0o755)
        assert held(folder) == before
        assert saved(server)[0] == 200


@heeds_rights
def test_a_folder_that_cannot_be_reached_is_told_and_heals(tmp_path: Path) -> None:
    parent = tmp_path / "parent"
    parent.mkdir()
    folder = copied(parent / "data")
    with served(folder, "--workers", "1", before=WITHOUT_RIGHTS) as server:
        parent.chmod(0)
        status, said = got(server, "/?lang=ru")
        assert (status, f"{folder} не открывается: Permission denied" in said, "34,5" in said) == (200, True, True)
        assert (health(server)["status"], health(server)["rows"]) == ("problems", 85)
        parent.chmod(0o755)
        assert (health(server)["status"], health(server)["rows"]) == ("ok", 85)


@heeds_rights
def test_a_command_says_which_file_it_may_not_read_or_write(folder: Path) -> None:
    (folder / "sources.csv").chmod(0)
    code, said = told(["check", "--data", str(folder)], WITHOUT_RIGHTS)
    assert (code, "sources.csv cannot be opened: Permission denied" in said) == (2, True)
    (folder / "sources.csv").chmod(0o644)
    folder.chmod(0o555)
    code, said = told(["export", str(folder / "x.csv"), "--data", str(folder)], WITHOUT_RIGHTS)
    folder.chmod(0o755)
    assert (code, "x.csv cannot be written: Permission denied" in said) == (2, True)


@pytest.mark.parametrize("clock", [0, 1_000_000_000, 4_000_000_000])
def test_a_clock_that_jumps_hides_no_edit(folder: Path, clock: int) -> None:
    """The clock is set back or far ahead, and files are saved under it, of the same size as before."""
    store, file, rows = Store(folder), folder / "observations.csv", (folder / "observations.csv").read_text("utf-8")
    for value in ("17.3", "17.4", "17.3", "17.5"):
        file.write_text(rows.replace(IMPORTS, IMPORTS.replace("17.3", value)), "utf-8")
        os.utime(file, (clock, clock))
        assert [str(row.value) for row in store.current().dataset.observations if row.line == 8] == [value]


def workers(server: Served) -> set[int]:
    found = Path(f"/proc/{server.process.pid}/task/{server.process.pid}/children").read_text("ascii")
    return {int(pid) for pid in found.split()}


def two_workers(server: Served, without: int = 0) -> set[int]:
    """Return the processes that answer once there are two, none of them a dead one."""
    deadline = time.monotonic() + 10
    while (len(found := workers(server)) < 2 or without in found) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert len(found) == 2
    return found


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="the processes of a server are found in /proc")
def test_a_worker_that_is_killed_is_replaced_while_the_other_one_answers(folder: Path) -> None:
    readers, turns = 4, 60
    with served(folder) as server:
        first = two_workers(server)

        def read(turn: int) -> bool:
            if turn == turns // 4:
                os.kill(min(first), signal.SIGKILL)
            try:
                return got(server, f"/?lang=en&n={turn}")[0] == 200
            except (OSError, HTTPException):
                return False

        with ThreadPoolExecutor(readers) as pool:
            answered = list(pool.map(read, range(turns)))
        assert answered.count(False) <= readers, "only what the killed process was at work on may be cut short"
        assert two_workers(server, without=min(first)) - first
        assert max(first) in workers(server)
        assert all(got(server, "/health")[0] == 200 for _ in range(20))


@pytest.fixture
def unsolved(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Rows that no other test has, since judgements are remembered, and a solver that gives up at its first step."""
    rows = (folder / "observations.csv").read_text("utf-8").splitlines(keepends=True)[:9]
    (folder / "observations.csv").write_text("".join(rows).replace(",RUS,BLR,", ",KAZ,KGZ,"), "utf-8")
    monkeypatch.setattr(tableau, "PIVOTS", 0)
    return folder


def test_a_solver_without_an_answer_is_told_in_every_language(unsolved: Path) -> None:
    client = create(Store(unsolved)).server.test_client()
    for language, said in (
        ("en", "Not all of this could be proved. What could not is shown as printed, without bounds."),
        ("ru", "Доказать удалось не всё. Недоказанное показано так, как опубликовано, без границ."),
        ("be", PAGE[Language.BE].unproved),
    ):
        answer = client.get(f"/?lang={language}", base_url="http://127.0.0.1")
        assert (answer.status_code, said in answer.get_data(as_text=True)) == (200, True)
        assert "34.5" in answer.get_data(as_text=True).replace(",", ".")


def test_a_solver_without_an_answer_ends_a_command_with_2(unsolved: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--data", str(unsolved)]) == 2
    assert "has no answer after 0 steps" in capsys.readouterr().err
