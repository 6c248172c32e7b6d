"""The files on disk: where they are, what is in them now, and the last good data while they are bad.

`Store` looks at the files' stamps on each call and reads them again when these changed, so an edit is seen without a
restart, by each worker process for itself; the last good data are the same for all that share them. The one decision
taken here: stamps are believed only of files that had been left alone for `SETTLING_SECONDS` when they were read,
because two edits within one tick of the clock can leave the same stamp and size; until then the bytes are compared.
"""

from __future__ import annotations

import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import Path
from threading import Event, Lock, Thread
from typing import Final

from dashboard.reading.columns import FORMS, OBSERVATIONS, SOURCES
from dashboard.reading.dataset import read
from dashboard.storage.kept import Kept
from dashboard.values.errors import DatasetError, Problem, StoreError
from dashboard.values.message import Message, joined
from dashboard.values.observation import Dataset, Notice

SETTLING_SECONDS: Final = 2.0
"""The coarsest stamp of a common file system (FAT); see above."""

SAVING_SECONDS: Final = 0.25
"""How long a save may take: bytes that turn bad are read again for so long before they are called bad."""

PAUSE_SECONDS: Final = 0.05

LARGEST: Final = 50_000_000
"""Bytes of a file that is read: some ten times what its most lines take when they are written well."""

WATCH_SECONDS: Final = 0.5
"""How often files are looked at that nobody asks for."""

READINGS: Final = 5
"""How often files that change while they are read are read again in one go."""

DESCRIPTOR: Final = "datapackage.json"

PACKAGED: Final = Path(__file__).resolve().parents[1] / "data"
"""Where the copy lies that comes with an installed program; an upgrade replaces it, so it is only read."""

REQUIRED: Final = (OBSERVATIONS.file, SOURCES.file)

Stamp = tuple[int, ...]
"""What the file system says of one file without reading it; empty when it cannot say anything."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot:
    """What the files said when they were last looked at.

    Attributes:
        dataset: The newest good data; an empty data set when the files were never good.
        version: A short hash of the bytes behind `dataset`; "" when they were never good.
        newest: A short hash of the newest bytes, good or bad.
        problems: What is wrong with the newest bytes; empty when `dataset` is made of them.
        files: The bytes behind `dataset` by the names of their files, and a description where the folder has one;
            empty when they were never good.
    """

    dataset: Dataset = field(default_factory=Dataset)
    version: str = ""
    newest: str = ""
    problems: tuple[Problem, ...] = ()
    files: Mapping[str, bytes] = field(default_factory=dict, repr=False)

    @property
    def notices(self) -> tuple[Notice, ...]:
        """What the reader did or noticed while it read `dataset`."""
        return self.dataset.notices


@dataclass(frozen=True, slots=True)
class _Bytes:
    """What was read at one moment.

    Attributes:
        contents: The bytes of each file, None for one that is not there.
        problems: Which files could not be opened.
        stamps: The files' stamps, the same before and after reading.
        settled: Whether the stamps are old enough to be believed.
    """

    contents: tuple[bytes | None, ...]
    problems: tuple[Problem, ...]
    stamps: tuple[Stamp, ...]
    settled: bool

    @property
    def files(self) -> dict[str, bytes]:
        """The bytes by the names of the files that there are."""
        named = zip((form.file for form in FORMS), self.contents, strict=True)
        return {name: content for name, content in named if content is not None}

    @property
    def version(self) -> str:
        """A short hash of the bytes, or of why there are none."""
        digest = sha256()
        for content in (*self.contents, *(str(problem).encode() for problem in self.problems)):
            digest.update(b"-" if content is None else b"%d:%b" % (len(content), content))
        return digest.hexdigest()[:12]


def find(folder: Path | None = None) -> Path:
    """Return the data folder: the given one, `data` here, the copy in the package, or `data` in the checkout.

    Raises:
        StoreError: No folder is given and none of the others has an observations.csv.
    """
    if folder is not None:
        return folder
    places = (Path.cwd() / "data", PACKAGED, PACKAGED.parents[1] / "data")
    for place in places:
        if (place / OBSERVATIONS.file).is_file():
            return place
    looked = ", ".join(str(place) for place in dict.fromkeys(places))
    raise StoreError(Message("there is no {0} in {1}; name the folder that has one", OBSERVATIONS.file, looked))


def load(folder: Path) -> Dataset:
    """Return the data set in a folder, read as `opened` reads it."""
    return opened(folder).dataset


def opened(folder: Path) -> Snapshot:
    """Return what the files in a folder say, with their short hash.

    Raises:
        StoreError: The folder or a file is missing or cannot be opened.
        DatasetError: The files were opened but hold no data set.
    """
    seen = _read(folder)
    if seen.problems:
        raise StoreError(joined((problem.sentence for problem in seen.problems), "\n"))
    return Snapshot(
        dataset=_dataset(seen), version=seen.version, newest=seen.version, files=seen.files | _described(folder)
    )


class Store:
    """A folder of data files that people edit while the page is open.

    Attributes:
        folder: Where they are.
        kept: Where the processes of one server share the last good files; None for a process by itself.
    """

    def __init__(self, folder: Path, kept: Kept | None = None) -> None:
        self.folder = folder
        self.kept = kept
        self._lock = Lock()
        self._snapshot = Snapshot()
        self._stamps: tuple[Stamp, ...] | None = None

    def current(self) -> Snapshot:
        """Return what the files say now; the same object as long as they do not change."""
        with self._lock:
            if self._stamps is None or self._stamps != _stamps(self.folder):
                self._look()
            return self._snapshot

    def watch(self) -> Event:
        """Look at the files again and again until the event is set, so that good ones are seen before they turn bad."""
        done = Event()

        def again() -> None:
            while not done.wait(WATCH_SECONDS):
                with suppress(OSError):  # whatever a disk refuses now it may allow the next time
                    self.current()

        Thread(target=again, daemon=True, name="watch").start()
        return done

    def _look(self) -> None:
        seen = _read(self.folder)
        if seen.version != self._snapshot.newest:
            self._snapshot = self._judged(seen)
            deadline = time.monotonic() + SAVING_SECONDS
            while self._snapshot.problems and time.monotonic() < deadline:
                time.sleep(PAUSE_SECONDS)
                seen = _read(self.folder)
                if seen.version != self._snapshot.newest:
                    self._snapshot = self._judged(seen)
            if self._snapshot.problems:
                self._snapshot = self._judged(seen)
        self._stamps = seen.stamps if seen.settled else None

    def _judged(self, seen: _Bytes) -> Snapshot:
        if seen.problems:
            return replace(self._last_good(), newest=seen.version, problems=seen.problems)
        try:
            files = seen.files | _described(self.folder)
            good = Snapshot(dataset=_dataset(seen), version=seen.version, newest=seen.version, files=files)
        except DatasetError as error:
            return replace(self._last_good(), newest=seen.version, problems=error.problems)
        if self.kept is not None:
            self.kept.put(good.files)
        return good

    def _last_good(self) -> Snapshot:
        """Return the newest good data that any process saw."""
        files = self.kept.get() if self.kept is not None else {}
        seen = _Bytes(tuple(files.get(form.file) for form in FORMS), (), (), settled=False)
        if not files or seen.version == self._snapshot.version:
            return self._snapshot
        return Snapshot(dataset=_dataset(seen), version=seen.version, files=files)


def _described(folder: Path) -> dict[str, bytes]:
    """Return the description of the folder's files, which says nothing that the data hang on."""
    path = folder / DESCRIPTOR
    try:
        return {DESCRIPTOR: path.read_bytes()} if path.is_file() else {}
    except OSError:
        return {}


def _dataset(seen: _Bytes) -> Dataset:
    observations, sources, events, context = seen.contents
    return read(observations or b"", sources or b"", events, context)


def _read(folder: Path) -> _Bytes:
    """Return the files of a folder, none of which changed while they were read, unless they never stop changing."""
    stamps = _stamps(folder)
    for _ in range(READINGS):
        begun = time.time_ns()
        problems: list[Problem] = []
        contents = _contents(folder, problems)
        before, stamps = stamps, _stamps(folder)
        if before == stamps:
            break
        time.sleep(PAUSE_SECONDS)
    youngest = max((max(stamp[:2]) for stamp in stamps if stamp), default=0)
    settled = before == stamps and youngest < begun - SETTLING_SECONDS * 10**9
    return _Bytes(contents, tuple(problems), stamps, settled)


def _contents(folder: Path, problems: list[Problem]) -> tuple[bytes | None, ...]:
    why = _no_folder(folder)
    if why is not None:
        problems.append(Problem(file=str(folder), message=why))
        return (None,) * len(FORMS)
    return tuple(_content(folder, form.file, problems) for form in FORMS)


def _no_folder(folder: Path) -> Message | None:
    """Return why no files can be looked for in a folder; None where they can."""
    try:
        if folder.is_dir():
            return None
    except OSError as error:
        return Message("{0} cannot be opened: {1}", folder, error.strerror)
    return Message("there is no such folder; name the one that holds the files")


def _content(folder: Path, file: str, problems: list[Problem]) -> bytes | None:
    path = folder / file
    try:
        if path.exists() and not path.is_file():
            other = Message("{0} is not a file; put the CSV file in its place", path)
            problems.append(Problem(file=file, message=other))
            return None
        if path.stat().st_size > LARGEST:
            large = Message("{0} has more than {1} bytes; it is not read", path, LARGEST)
            problems.append(Problem(file=file, message=large))
            return None
        return path.read_bytes()
    except FileNotFoundError:
        if file in REQUIRED:
            problems.append(Problem(file=file, message=Message("the file is missing from {0}", folder)))
    except OSError as error:
        problems.append(Problem(file=file, message=Message("{0} cannot be opened: {1}", path, error.strerror)))
    return None


def _stamps(folder: Path) -> tuple[Stamp, ...]:
    return tuple(_stamp(folder / form.file) for form in FORMS)


def _stamp(path: Path) -> Stamp:
    try:
        seen = path.stat()
    except OSError:
        return ()
    return (seen.st_mtime_ns, seen.st_ctime_ns, seen.st_size, seen.st_ino)
