"""The page served by threads of one process, where gunicorn cannot run."""

from __future__ import annotations

import logging
from collections.abc import Callable
from contextlib import suppress
from socket import socket

from flask import Flask
from werkzeug.serving import make_server


def serve(app: Flask, place: socket, workers: int, begin: Callable[[], object]) -> None:  # noqa: ARG001 - one is all
    """Answer requests at a bound socket, which it takes over, until interrupted; call `begin` once before."""
    begin()
    logging.getLogger("werkzeug").setLevel(logging.ERROR)  # an open page asks every second, which is no news
    host, port = place.getsockname()[:2]
    server = make_server(host, port, app, threaded=True, fd=place.detach())
    with suppress(KeyboardInterrupt):
        server.serve_forever()
    server.server_close()
