"""The page served by threads of one process, where gunicorn cannot run."""

from __future__ import annotations

from socket import socket

from flask import Flask
from werkzeug.serving import make_server


def serve(app: Flask, place: socket, workers: int) -> None:  # noqa: ARG001 - one process is all there is
    """Answer requests at a bound socket, which it takes over, until interrupted."""
    host, port = place.getsockname()[:2]
    server = make_server(host, port, app, threaded=True, fd=place.detach())
    try:
        server.serve_forever()
    finally:
        server.server_close()
