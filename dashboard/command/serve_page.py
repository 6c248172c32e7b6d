"""`serve`: hands over to `python -m dashboard.web`, so that the command line itself never loads the page."""

from __future__ import annotations

import os
import subprocess
import sys
from argparse import Namespace

from dashboard.storage.store import find
from dashboard.web.server_flags import spelled


def run(args: Namespace) -> int:
    """Return the server's exit code; where the system can, this process becomes the server and nothing returns.

    Raises:
        StoreError: There is no data folder.
    """
    command = arguments(args)
    sys.stdout.flush()
    if os.name != "nt":
        os.execv(sys.executable, command)  # noqa: S606 - this interpreter, with arguments that were parsed
    return subprocess.call(command)  # noqa: S603 - the same, where a process cannot become another


def arguments(args: Namespace) -> list[str]:
    """Return the command that starts the server."""
    return [sys.executable, "-m", "dashboard.web", "--data", str(find(args.data)), *spelled(args)]
