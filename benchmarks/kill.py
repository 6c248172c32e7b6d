"""A writer killed in the middle of 200 saves: how many files were torn. `python -m benchmarks.kill [TIMES]`."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from dashboard.storage.saving import BACKUP, contents

TIMES = 200
SIZE = 500_000
WHOLE = (b"a" * SIZE, b"b" * SIZE)
WRITER = f"""
import sys
from pathlib import Path
from dashboard.storage.saving import contents, save, version
folder = Path(sys.argv[1])
print("ready", flush=True)
for turn in range(10**6):
    data = (b"a", b"b")[turn % 2] * {SIZE}
    save(folder, version(contents(folder)), dict.fromkeys(("observations.csv", "sources.csv"), data))
"""


def main() -> None:
    """Print how many of the killed saves left a file that is neither the old one nor the new one."""
    times = int(sys.argv[1]) if len(sys.argv) > 1 else TIMES
    torn = left = 0
    chance = random.Random(6)
    with TemporaryDirectory() as place:
        folder = Path(place)
        for name in ("observations.csv", "sources.csv"):
            (folder / name).write_bytes(WHOLE[0])
        for _ in range(times):
            kill(folder, chance.uniform(0, 0.03))
            backups = [path.read_bytes() for path in folder.glob(f"*{BACKUP}")]
            torn += any(data not in WHOLE for data in (*contents(folder).values(), *backups))
            unnamed = [path for path in folder.iterdir() if path.name.startswith(".")]
            left += bool(unnamed)
            for path in unnamed:
                path.unlink()
    print(f"{times} saves killed: {torn} torn; {left} left an unnamed file beside the whole ones")


def kill(folder: Path, seconds: float) -> None:
    """Start a writer and kill it that long after its first word."""
    with subprocess.Popen([sys.executable, "-c", WRITER, folder], stdout=subprocess.PIPE, text=True) as writer:
        assert writer.stdout is not None
        writer.stdout.readline()
        time.sleep(seconds)
        writer.send_signal(signal.SIGKILL)


if __name__ == "__main__":
    main()
