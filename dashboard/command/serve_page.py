"""`serve`: the page at an address of this machine, opened in the browser, until it is interrupted."""

from __future__ import annotations

import os
import sys
import webbrowser
from argparse import Namespace
from pathlib import Path
from socket import AF_INET, AF_INET6, SO_REUSEADDR, SOL_SOCKET, socket
from threading import Timer
from typing import Final

from dashboard.storage.kept import Kept
from dashboard.storage.saving import writable
from dashboard.storage.store import Store, find
from dashboard.values.errors import QuestionError
from dashboard.values.message import Message
from dashboard.web.serving.app import create
from dashboard.web.serving.security import LOOPBACK

if sys.platform != "win32":
    from dashboard.web.serving.processes import serve
else:
    from dashboard.web.serving.threads import serve

BACKLOG: Final = 128
"""Connections that wait to be taken."""


def run(args: Namespace) -> int:
    """Return 0 once the server was told to stop.

    Raises:
        StoreError: There is no data folder, or none that rows may be written to.
        QuestionError: The address cannot be listened at.
    """
    folder = writable(find(args.data)) if args.edit else find(args.data)
    place = bound(args.host, args.port)
    store = Store(folder, Kept() if os.name == "posix" else None)
    app = create(store, _names(args), writes=args.edit)
    _tell(args, folder, place.getsockname()[1])
    serve(app.server, place, args.workers, store.watch)
    return 0


def bound(host: str, port: int) -> socket:
    """Return a socket that listens.

    Raises:
        QuestionError: The port is taken, or the host is none of this machine's.
    """
    place = socket(AF_INET6 if ":" in host else AF_INET)
    place.setsockopt(SOL_SOCKET, SO_REUSEADDR, 1)
    try:
        place.bind((host, port))
        place.listen(BACKLOG)
    except OSError as error:
        place.close()
        wrong = "--host {0} --port {1}: {2}; name a free port, for example --port {3}, or --port 0 for any"
        raise QuestionError(Message(wrong, host, port, error.strerror, port + 1)) from error
    return place


def _tell(args: Namespace, folder: Path, port: int) -> None:
    """Say where the page is, and open it."""
    host = "127.0.0.1" if args.host in ("0.0.0.0", "::") else args.host  # noqa: S104 - asked for by the person
    name = f"[{host}]" if ":" in host else host
    address = f"http://{name}:{port}/"
    sys.stdout.write(f"Trade dashboard: {address} (data: {folder})\n")
    sys.stdout.flush()
    if not args.no_browser:
        opener = Timer(0.2, webbrowser.open, (address,))
        opener.daemon = True
        opener.start()


def _names(args: Namespace) -> tuple[str, ...] | None:
    """Return the names that the server answers to; None for all."""
    if args.name:
        return (*LOOPBACK, args.name.lower())
    return LOOPBACK if args.host in LOOPBACK else None
