"""What the server tells browsers not to do, and which names it answers to.

Scripts come from this server alone, as files. Styles may be inline,
because plotly sets some on what it draws. A server on the loopback answers to the loopback's names only, so that no
page elsewhere can reach it by pointing a name of its own at this machine.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from flask import Flask, Response, request
from werkzeug.exceptions import BadRequest

LOOPBACK: Final = ("127.0.0.1", "localhost", "::1")

EMBEDDED: Final = "/embed/"
"""Where the charts are that pages elsewhere may show in a frame; nothing can be chosen or written there."""

_OWN_FRAMES: Final = "frame-ancestors 'self'"

_POLICY: Final = (
    "default-src 'self'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    _OWN_FRAMES,
)

_HEADERS: Final = (
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "same-origin"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Permissions-Policy", "camera=(), geolocation=(), microphone=()"),
)


def protect(server: Flask, hosts: Sequence[str] | None) -> None:
    """Set headers on every answer, and refuse hosts other than `hosts`; None lets every host through."""
    policy = "; ".join(_POLICY)
    framed = policy.replace(_OWN_FRAMES, "frame-ancestors *")

    def check_host() -> None:
        name = (request.host.rpartition(":")[0] if _has_port(request.host) else request.host).strip("[]").lower()
        if hosts is not None and name not in hosts:
            raise BadRequest(f'this server does not answer to "{name}"; it answers to {", ".join(hosts)}')

    def set_headers(response: Response) -> Response:
        response.headers["Content-Security-Policy"] = framed if request.path.startswith(EMBEDDED) else policy
        response.headers.extend(_HEADERS)
        return response

    server.before_request(check_host)
    server.after_request(set_headers)


def _has_port(host: str) -> bool:
    return host.rpartition(":")[2].isdigit() and not (host.count(":") > 1 and "]" not in host)
