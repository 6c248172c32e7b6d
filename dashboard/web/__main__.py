"""`python -m dashboard.web`: the page at an address of this machine, opened in the browser."""

from __future__ import annotations

import os
import sys
import webbrowser
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from pathlib import Path
from socket import AF_INET, AF_INET6, SO_REUSEADDR, SOL_SOCKET, socket
from threading import Timer
from typing import Final

from dashboard.storage.kept import Kept
from dashboard.storage.store import Store, find
from dashboard.values.errors import StoreError
from dashboard.web.server_flags import declare
from dashboard.web.serving.app import create
from dashboard.web.serving.security import LOOPBACK

try:
    from dashboard.web.serving.processes import serve
except ImportError:
    from dashboard.web.serving.threads import serve

BACKLOG: Final = 128


def parser() -> ArgumentParser:
    """Return what the command line can say."""
    made = ArgumentParser(prog="python -m dashboard.web", description="Serve the dashboard.")
    made.add_argument("--data", type=Path, metavar="DIR", help="the folder with observations.csv (default: data)")
    declare(made)
    return made


def main(arguments: Sequence[str] | None = None) -> int:
    """Serve until interrupted; return 0, or 2 when the page could not be served."""
    said = parser().parse_args(arguments)
    try:
        folder = find(said.data)
        place = bound(said.host, said.port)
    except (StoreError, OSError) as error:
        sys.stderr.write(f"{error}\n")
        return 2
    _serve(said, folder, place)
    return 0


def bound(host: str, port: int) -> socket:
    """Return a socket that listens.

    Raises:
        OSError: The port is taken, or the host is none of this machine's.
    """
    place = socket(AF_INET6 if ":" in host else AF_INET)
    place.setsockopt(SOL_SOCKET, SO_REUSEADDR, 1)
    try:
        place.bind((host, port))
        place.listen(BACKLOG)
    except OSError as error:
        place.close()
        raise OSError(
            f"--host {host} --port {port}: {error.strerror}; name a free port, for example --port {port + 1}, or "
            "--port 0 for any"
        ) from error
    return place


def _serve(said: Namespace, folder: Path, place: socket) -> None:
    store = Store(folder, Kept() if os.name == "posix" else None)
    app = create(store, _names(said), writes=said.edit)
    host = "127.0.0.1" if said.host in ("0.0.0.0", "::") else said.host  # noqa: S104 - asked for by the person
    name = f"[{host}]" if ":" in host else host
    address = f"http://{name}:{place.getsockname()[1]}/"
    sys.stdout.write(f"Trade dashboard: {address} (data: {folder})\n")
    sys.stdout.flush()
    if not said.no_browser:
        opener = Timer(0.2, webbrowser.open, (address,))
        opener.daemon = True
        opener.start()
    serve(app.server, place, said.workers, store.watch)


def _names(said: Namespace) -> tuple[str, ...] | None:
    """Return the names that the server answers to; None for all."""
    if said.name:
        return (*LOOPBACK, said.name.lower())
    return LOOPBACK if said.host in LOOPBACK else None


if __name__ == "__main__":
    sys.exit(main())
