"""What every open page asks twice a second: whether the files changed (assets/page.js).

It is no callback of Dash, where a question supersedes the one before: a page that takes longer to make than the time
between two questions would never come.
"""

from __future__ import annotations

from flask import Flask, Response

from dashboard.storage.store import Store

PATH = "/pulse"


def tell_pulse(server: Flask, store: Store) -> None:
    """Let the server answer /pulse with what the newest bytes of the files are known by."""

    @server.get(PATH)
    def pulse() -> Response:
        answer = Response(store.current().newest, mimetype="text/plain")
        answer.cache_control.no_store = True
        return answer
