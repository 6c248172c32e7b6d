"""Answers made small for the way, and kept by the browser as long as they cannot change.

Only what is asked for compressed and is text is compressed, with Brotli where the browser knows it. Files under an
address that names their version are compressed once and remembered; the largest comes compressed with the package.
"""

from __future__ import annotations

import gzip
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Final

import brotli  # type: ignore[import-untyped]  # Brotli ships no types
from flask import Flask, Response, request

SMALLEST: Final = 1_000
"""Bytes; below that the headers weigh as much as what is saved."""

_A_YEAR: Final = "public, max-age=31536000, immutable"
_TEXT: Final = ("text/", "application/json", "application/javascript", "image/svg")
_FILES: Final = ("/assets/", "/_dash-component-suites/")
_FONTS: Final = "/assets/fonts/"
_CODINGS: Final = ("br", "gzip")
"""The ways to compress, the smaller one first."""


def compress(server: Flask, assets: Path) -> None:
    """Let the server compress its answers and say how long files may be kept; `assets` may hold some compressed."""
    ready = {f"{_FILES[0]}{path.stem}": path.read_bytes() for path in assets.glob("*.br")}

    def small(response: Response) -> Response:
        return _small(response, ready)

    server.after_request(_keep)
    server.after_request(small)


def _keep(response: Response) -> Response:
    """Let the browser keep what names its version, and fonts: another font has another name."""
    names_version = "m" in request.args or "v" in request.args or request.path.startswith(_FONTS)
    if request.path.startswith(_FILES[0]) and names_version and response.status_code == 200:
        response.headers["Cache-Control"] = _A_YEAR
    return response


def _small(response: Response, ready: Mapping[str, bytes]) -> Response:
    response.vary.add("Accept-Encoding")
    coding = next((name for name in _CODINGS if request.accept_encodings.quality(name) > 0), None)
    wanted = coding is not None and (response.mimetype or "").startswith(_TEXT)
    if not wanted or response.status_code != 200 or "Content-Encoding" in response.headers:
        return response
    response.direct_passthrough = False
    data = response.get_data()
    if coding is not None and len(data) >= SMALLEST:
        response.set_data(_made_small(data, coding, ready))
        response.headers["Content-Encoding"] = coding
        etag, weak = response.get_etag()
        if etag is not None and not weak:
            response.set_etag(etag, weak=True)
    return response


def _made_small(data: bytes, coding: str, ready: Mapping[str, bytes]) -> bytes:
    if coding == "br" and request.path in ready:
        return ready[request.path]
    if request.path.startswith(_FILES):
        return _once(data, coding)
    return bytes(brotli.compress(data, quality=5)) if coding == "br" else gzip.compress(data, 5)


@lru_cache(maxsize=64)
def _once(data: bytes, coding: str) -> bytes:
    """Return a file as small as it gets, in less than a second."""
    return bytes(brotli.compress(data, quality=11)) if coding == "br" else gzip.compress(data, 9)
