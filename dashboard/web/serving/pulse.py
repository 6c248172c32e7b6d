"""What is asked again and again: by open pages whether the files changed, by machines whether the server is well.

The pulse is no callback of Dash, where a question supersedes the one before: a page that takes longer to make than the
time between two questions would never come (assets/page.js).
"""

from __future__ import annotations

from typing import Final

import orjson
from flask import Flask, Response

from dashboard import __version__
from dashboard.web.serving.question import snapshot

PULSE: Final = "/pulse"
HEALTH: Final = "/health"


def serve_pulse(server: Flask) -> None:
    """Let the server answer /pulse with what the newest bytes of the files are known by, and /health."""
    server.add_url_rule(PULSE, "pulse", _pulse)
    server.add_url_rule(HEALTH, "health", _health)


def _pulse() -> Response:
    return _of_this_moment(Response(snapshot().newest, mimetype="text/plain"))


def _health() -> Response:
    """Return 200 while there are data to show, and 503 while there never were any."""
    now = snapshot()
    said = {
        "status": "problems" if now.problems else "ok",
        "version": __version__,
        "data": now.version,
        "rows": len(now.dataset.observations),
        "problems": len(now.problems),
    }
    return _of_this_moment(Response(orjson.dumps(said), 200 if now.version else 503, mimetype="application/json"))


def _of_this_moment(response: Response) -> Response:
    response.cache_control.no_store = True
    return response
