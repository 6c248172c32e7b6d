"""Which forms are taken: those that this run of the server made, sent from its own pages, and not too large.

A page elsewhere can make a browser send a form, but cannot read the token in ours, and browsers say where a form comes
from. A server that answers to every name takes forms by its number or the machine's own name alone, so that no name
pointed at it by others is taken for its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from ipaddress import ip_address
from secrets import compare_digest, token_urlsafe
from socket import gethostname
from typing import Final
from urllib.parse import urlsplit

from flask import Request

from dashboard.web.serving.security import LOOPBACK

LARGEST: Final = 5_000_000
"""Bytes of a form with its files: some twenty thousand rows."""

DRAINED: Final = 100_000_000
"""Bytes of a form too large that are read and thrown away, so that the browser waits for the answer."""

_CHUNK: Final = 1 << 16


class Gate:
    """What a form must bring along to be taken; `names` are those of the server besides the machine's own."""

    def __init__(self, names: Sequence[str] = LOOPBACK) -> None:
        self.token = token_urlsafe(24)
        self._names = (*LOOPBACK, *names, gethostname().lower())

    def lets_in(self, request: Request) -> bool:
        """Return whether a form comes from a page of this server; reads the form."""
        origin = request.headers.get("Origin")
        return (
            request.headers.get("Sec-Fetch-Site", "same-origin") in ("same-origin", "none")
            and (origin is None or urlsplit(origin).netloc == request.host)
            and self._is_own(request.host)
            and compare_digest(request.form.get("token", "").encode(), self.token.encode())
        )

    def _is_own(self, host: str) -> bool:
        name = (urlsplit(f"//{host}").hostname or "").lower()
        try:
            ip_address(name)
        except ValueError:
            return name in self._names
        return True


def limit(request: Request) -> None:
    """Let a form that is too large be refused as soon as it is read."""
    request.max_content_length = LARGEST
    request.max_form_memory_size = LARGEST
    request.max_form_parts = 100


def drain(request: Request) -> None:
    """Read what is left of a form too large."""
    stream, left = request.environ["wsgi.input"], min(request.content_length or 0, DRAINED)
    while left > 0 and (chunk := stream.read(min(_CHUNK, left))):
        left -= len(chunk)
