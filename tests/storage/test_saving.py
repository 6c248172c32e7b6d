from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from dashboard.storage.saving import contents, save, undo, version
from dashboard.values.errors import StoreError

ROOT = Path(__file__).parents[2]
KILLS = 12

WRITER = """
import sys
from pathlib import Path
from dashboard.storage.saving import contents, save, version
folder = Path(sys.argv[1])
print("ready", flush=True)
for turn in range(10**6):
    letter = b"ab"[turn % 2 : turn % 2 + 1]
    save(folder, version(contents(folder)), {name: letter * 200_000 + b"." for name in contents(folder)})
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "observations.csv").write_bytes(b"old rows")
    (tmp_path / "sources.csv").write_bytes(b"old sources")
    return tmp_path


def seen(folder: Path) -> str:
    return version(contents(folder))


def test_a_save_keeps_what_was_there_as_a_backup(folder: Path) -> None:
    save(folder, seen(folder), {"observations.csv": b"new rows"})
    assert sorted(path.name for path in folder.iterdir()) == ["observations.csv", "observations.csv.bak", "sources.csv"]
    assert (folder / "observations.csv").read_bytes() == b"new rows"
    assert (folder / "observations.csv.bak").read_bytes() == b"old rows"


@pytest.mark.parametrize("link", [False, True])
def test_nothing_is_written_to_the_copy_that_came_with_the_program(
    folder: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch, link: bool
) -> None:
    monkeypatch.setattr("dashboard.storage.saving.PACKAGED", folder.resolve())
    place = tmp_path_factory.mktemp("elsewhere") / "data" if link else folder
    if link:
        place.symlink_to(folder)
    with pytest.raises(StoreError, match="begin a folder of your own: trade-dashboard init DIR"):
        save(place, version(contents(place)), {"observations.csv": b"new rows"})
    assert {file.name: file.read_bytes() for file in folder.iterdir()} == contents(folder)
    assert contents(folder) == {"observations.csv": b"old rows", "sources.csv": b"old sources"}


def test_undo_puts_both_files_back_and_leaves_no_backup(folder: Path) -> None:
    save(folder, seen(folder), {"observations.csv": b"new rows", "sources.csv": b"new sources"})
    undo(folder, seen(folder))
    assert contents(folder) == {"observations.csv": b"old rows", "sources.csv": b"old sources"}
    with pytest.raises(StoreError, match="there is no backup"):
        undo(folder, seen(folder))


def test_undo_takes_back_the_last_save_alone(folder: Path) -> None:
    save(folder, seen(folder), {"observations.csv": b"1", "sources.csv": b"1"})
    save(folder, seen(folder), {"observations.csv": b"2"})
    undo(folder, seen(folder))
    assert contents(folder) == {"observations.csv": b"1", "sources.csv": b"1"}


def test_what_somebody_wrote_meanwhile_is_not_overwritten(folder: Path) -> None:
    before = seen(folder)
    (folder / "sources.csv").write_bytes(b"theirs")
    with pytest.raises(StoreError, match="were changed meanwhile; nothing was written"):
        save(folder, before, {"observations.csv": b"mine"})
    with pytest.raises(StoreError, match="were changed since; nothing was undone"):
        undo(folder, before)
    assert contents(folder) == {"observations.csv": b"old rows", "sources.csv": b"theirs"}


def test_a_folder_that_vanished_is_told(folder: Path, tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="No such file or directory"):
        save(tmp_path / "gone", "", {"observations.csv": b"x"})


def test_a_file_keeps_its_rights_and_a_link_stays_a_link(folder: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (folder / "observations.csv").rename(elsewhere / "rows.csv")
    (folder / "observations.csv").symlink_to(elsewhere / "rows.csv")
    (elsewhere / "rows.csv").chmod(0o640)
    save(folder, seen(folder), {"observations.csv": b"new rows"})
    assert (folder / "observations.csv").is_symlink()
    assert (elsewhere / "rows.csv").read_bytes() == b"new rows"
    assert (elsewhere / "rows.csv").stat().st_mode & 0o777 == 0o640


def test_a_full_disk_is_told_and_nothing_is_lost(folder: Path) -> None:
    """The limit of a file's size stands for the full disk: the write ends in the middle of the file."""
    code = (
        "import resource, signal, sys; from pathlib import Path; from dashboard.storage.saving import *;"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN); resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000));"
        "f = Path(sys.argv[1]); save(f, version(contents(f)), {'observations.csv': b'x' * 5000})"
    )
    done = subprocess.run([sys.executable, "-c", code, folder], cwd=ROOT, capture_output=True, text=True, check=False)
    assert "cannot be written: File too large; nothing is lost" in done.stderr
    assert contents(folder) == {"observations.csv": b"old rows", "sources.csv": b"old sources"}
    assert [path.name for path in folder.iterdir() if path.name.startswith(".")] == []


def test_a_folder_that_cannot_be_written_to_is_told(folder: Path) -> None:
    if os.geteuid() == 0:
        (folder / "observations.csv.bak").mkdir()
        message = "cannot be written: Is a directory; nothing is lost"
    else:
        folder.chmod(0o500)
        message = "cannot be written: Permission denied; nothing is lost"
    with pytest.raises(StoreError, match=message):
        save(folder, seen(folder), {"observations.csv": b"new rows"})
    folder.chmod(0o700)
    assert contents(folder) == {"observations.csv": b"old rows", "sources.csv": b"old sources"}


def test_a_killed_writer_tears_no_file(folder: Path) -> None:
    for turn in range(KILLS):
        with subprocess.Popen(
            [sys.executable, "-c", WRITER, folder], cwd=ROOT, stdout=subprocess.PIPE, text=True
        ) as writer:
            assert writer.stdout is not None
            writer.stdout.readline()
            time.sleep(0.002 * turn)
            writer.send_signal(signal.SIGKILL)
        for data in contents(folder).values():
            assert data in (b"old rows", b"old sources", b"a" * 200_000 + b".", b"b" * 200_000 + b".")
    save(folder, seen(folder), {"observations.csv": b"new rows"})
    assert [path.name for path in folder.iterdir() if path.name.startswith(".")] == []
