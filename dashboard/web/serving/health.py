"""Whether the server is well, for machines that ask: load balancers, monitors, systemd."""

from __future__ import annotations

import orjson
from flask import Flask, Response

from dashboard import __version__
from dashboard.storage.store import Store


def tell_health(server: Flask, store: Store) -> None:
    """Let the server answer /health with 200 while it has data to show, and with 503 while it never had any."""

    @server.get("/health")
    def health() -> Response:
        now = store.current()
        said = {
            "status": "ok" if not now.problems else "problems",
            "version": __version__,
            "data": now.version,
            "rows": len(now.dataset.observations),
            "problems": len(now.problems),
        }
        answer = Response(orjson.dumps(said), 200 if now.version else 503, mimetype="application/json")
        answer.cache_control.no_store = True
        return answer
