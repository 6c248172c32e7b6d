"""Answers made small for the way, and kept by the browser as long as they cannot change.

Only what is asked for compressed and is text is compressed. Files under an address that names their version are
compressed once and remembered.
"""

from __future__ import annotations

import gzip
from functools import lru_cache
from typing import Final

from flask import Flask, Response, request

SMALLEST: Final = 1_000
"""Bytes; below that the headers weigh as much as what is saved."""

_A_YEAR: Final = "public, max-age=31536000, immutable"
_TEXT: Final = ("text/", "application/json", "application/javascript", "image/svg")
_FILES: Final = ("/assets/", "/_dash-component-suites/")


def compress(server: Flask) -> None:
    """Let the server compress its answers and say how long files may be kept."""
    server.after_request(_keep)
    server.after_request(_small)


def _keep(response: Response) -> Response:
    names_version = "m" in request.args or "v" in request.args
    if request.path.startswith(_FILES[0]) and names_version and response.status_code == 200:
        response.headers["Cache-Control"] = _A_YEAR
    return response


def _small(response: Response) -> Response:
    response.vary.add("Accept-Encoding")
    wanted = request.accept_encodings.quality("gzip") > 0 and (response.mimetype or "").startswith(_TEXT)
    if not wanted or response.status_code != 200 or "Content-Encoding" in response.headers:
        return response
    response.direct_passthrough = False
    data = response.get_data()
    if len(data) >= SMALLEST:
        is_file = request.path.startswith(_FILES)
        response.set_data(_once(data) if is_file else gzip.compress(data, 5))
        response.headers["Content-Encoding"] = "gzip"
        etag, weak = response.get_etag()
        if etag is not None and not weak:
            response.set_etag(etag, weak=True)
    return response


@lru_cache(maxsize=64)
def _once(data: bytes) -> bytes:
    return gzip.compress(data, 9)
