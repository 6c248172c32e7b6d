"""The page as a process of its own, at an address of this machine."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent
SECONDS = 10


@dataclass(frozen=True, slots=True)
class Served:
    """A running server.

    Attributes:
        url: Its address, "http://127.0.0.1:41234".
        folder: Its data files.
    """

    url: str
    folder: Path
    process: subprocess.Popen[str]

    @property
    def port(self) -> int:
        return int(self.url.rpartition(":")[2])


@contextmanager
def served(folder: Path, *flags: str, before: tuple[str, ...] = (), port: int = 0) -> Iterator[Served]:
    """Serve a folder and stop; `before` is a command that starts another one."""
    command = [*before, sys.executable, "-m", "dashboard", "serve", "--data", str(folder), "--port", str(port)]
    with subprocess.Popen([*command, "--no-browser", *flags], cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        said = process.stdout.readline()
        found = re.search(r"http://[\d.:]+", said)
        assert found is not None, said
        try:
            yield Served(found[0], folder, process)
        finally:
            process.terminate()
            assert process.wait(timeout=SECONDS) == 0
