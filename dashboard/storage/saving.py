"""Saves edited data files so that a reader sees the old files or the new ones, never a part of one.

Each new file is written beside the old one, made safe on the disk and then given its name, observations last, so that
no row ever names a source that is not there yet. What stood there before stays as one backup beside it,
`observations.csv.bak`. The one decision taken here: a save says which bytes it was made from, and is refused when
others are there now; people who edit at once are told, and nothing of theirs is overwritten.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from hashlib import sha256
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Final

from dashboard.storage.store import PACKAGED
from dashboard.values.errors import StoreError
from dashboard.values.message import Message

if sys.platform != "win32":
    from fcntl import LOCK_EX, flock

ORDER: Final = ("sources.csv", "events.csv", "context.csv", "observations.csv")
"""In which order files get their new bytes."""

BACKUP: Final = ".bak"
UNNAMED: Final = ".unnamed"
"""How a new file ends that has not got its name yet; a process that is killed leaves it behind."""


def version(files: Mapping[str, bytes]) -> str:
    """Return a short hash of some files by name."""
    digest = sha256()
    for name in sorted(files):
        digest.update(b"%s:%d:%b" % (name.encode(), len(files[name]), files[name]))
    return digest.hexdigest()[:16]


def writable(folder: Path) -> Path:
    """Return a folder that is found, once rows may be written to it.

    Raises:
        StoreError: It is the copy that came with the program: what is written there, the next version would delete.
    """
    if folder.resolve() == PACKAGED:
        packaged = "{0} came with the program, and an upgrade would delete new rows; begin a folder of your own: {1}"
        raise StoreError(Message(packaged, folder, "trade-dashboard init DIR"))
    return folder


def contents(folder: Path) -> dict[str, bytes]:
    """Return the bytes of the two files that an edit touches, by name.

    Raises:
        StoreError: One of them cannot be opened.
    """
    return {name: _bytes(folder / name) for name in ("observations.csv", "sources.csv")}


def save(folder: Path, seen: str, changed: Mapping[str, bytes]) -> None:
    """Give files new bytes, all or none as far as a file system can, and keep what they held as a backup.

    Args:
        folder: Where they are.
        seen: The `version` of the `contents` that the new bytes were made from.
        changed: New bytes by name of file.

    Raises:
        StoreError: Somebody changed the files meanwhile, or they cannot be written to; nothing was changed then.
    """
    with _alone(writable(folder)):
        now = contents(folder)
        if version(now) != seen:
            other = "the files in {0} were changed meanwhile; nothing was written: look at them again"
            raise StoreError(Message(other, folder))
        for name in ORDER:
            for left in folder.glob(f".{name}*{UNNAMED}"):
                left.unlink(missing_ok=True)
        fresh = {name: data for name, data in changed.items() if data != now.get(name)}
        _replace(folder, {name + BACKUP: now[name] for name in ORDER if name in fresh})
        for name in now:
            if name not in fresh:
                (folder / (name + BACKUP)).unlink(missing_ok=True)
        _replace(folder, {name: fresh[name] for name in ORDER if name in fresh})


def undo(folder: Path, seen: str) -> None:
    """Put back what the last save kept; the backups are gone then.

    `seen` is the `version` of the `contents` that the save left.

    Raises:
        StoreError: There is no backup, somebody changed the files since, or they cannot be written.
    """
    with _alone(folder):
        if version(contents(folder)) != seen:
            raise StoreError(Message("the files in {0} were changed since; nothing was undone", folder))
        kept = {name: folder / (name + BACKUP) for name in reversed(ORDER) if (folder / (name + BACKUP)).is_file()}
        if not kept:
            raise StoreError(Message("there is no backup in {0}; nothing was undone", folder))
        _replace(folder, {name: _bytes(path) for name, path in kept.items()})
        for path in kept.values():
            path.unlink(missing_ok=True)


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        why = Message("{0} cannot be opened: {1}; nothing was written", path, error.strerror)
        raise StoreError(why) from error


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Hold other processes of this program off a folder; tell what the file system refuses in one sentence."""
    try:
        if sys.platform == "win32":  # there are no such locks; the check of the bytes is all there is
            yield
            return
        place = os.open(folder, os.O_RDONLY)
        try:
            flock(place, LOCK_EX)
            yield
            os.fsync(place)
        finally:
            os.close(place)
    except OSError as error:
        why = Message("{0} cannot be written: {1}; nothing is lost", error.filename or folder, error.strerror)
        raise StoreError(why) from error


def _replace(folder: Path, files: Mapping[str, bytes]) -> None:
    """Give each file its new bytes; all of them are on the disk before the first one gets its name."""
    fresh: list[tuple[Path, Path]] = []
    try:
        for name, data in files.items():
            target = (folder / name).resolve()
            fresh.append((_written(target, data), target))
        for path, target in fresh:
            path.replace(target)
    finally:
        for path, _ in fresh:
            path.unlink(missing_ok=True)


def _written(target: Path, data: bytes) -> Path:
    with NamedTemporaryFile(dir=target.parent, prefix=f".{target.name}.", suffix=UNNAMED, delete=False) as file:
        path = Path(file.name)
        try:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
            like = target if target.exists() else target.with_name(target.name.removesuffix(BACKUP))
            with suppress(OSError):
                path.chmod(like.stat().st_mode & 0o777)
        except OSError:
            path.unlink(missing_ok=True)
            raise
    return path
