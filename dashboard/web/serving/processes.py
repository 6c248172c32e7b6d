"""The page served by gunicorn: several processes, each with a few threads, started from one that is warm."""

from __future__ import annotations

import gc
from collections.abc import Callable
from socket import socket
from typing import Final

from flask import Flask
from gunicorn.app.base import BaseApplication  # type: ignore[import-untyped]  # gunicorn ships no types

THREADS: Final = 4
"""An open page asks once a second and waits for little, so few threads serve many pages."""

GRACE_SECONDS: Final = 10
"""How long answers under way may take once the server is told to stop; without any it stops at once."""


class Processes(BaseApplication):  # type: ignore[misc]  # so its base is unknown
    """gunicorn, without files of settings."""

    def __init__(self, app: Flask, place: socket, workers: int, begin: Callable[[], object]) -> None:
        self._app = app
        self._settings = {
            "bind": f"fd://{place.detach()}",
            "workers": workers,
            "worker_class": "gthread",
            "threads": THREADS,
            "preload_app": True,
            "post_fork": lambda _server, _worker: begin(),
            "limit_request_line": 8190,
            "graceful_timeout": GRACE_SECONDS,
            "control_socket_disable": True,
            "loglevel": "error",
        }
        super().__init__()

    def load_config(self) -> None:
        """Take the settings that this gunicorn knows; older ones have no control socket to disable."""
        for name in self._settings.keys() & self.cfg.settings.keys():
            self.cfg.set(name, self._settings[name])

    def load(self) -> Flask:
        """Return the application that was made before the first process.

        What was made so far is left out of garbage collection: the processes share its memory with the one that they
        come from as long as nobody writes to it, and the collector writes to all that it looks at.
        """
        gc.collect()
        gc.freeze()
        return self._app


def serve(app: Flask, place: socket, workers: int, begin: Callable[[], object]) -> None:
    """Answer requests at a bound socket, which it takes over, until interrupted; call `begin` in every process."""
    Processes(app, place, workers, begin).run()
