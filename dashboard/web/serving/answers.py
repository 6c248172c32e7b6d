"""Whole answers kept as they went out: a page is made once for each version of the data and each way of asking.

What a page says hangs on the files, the whole address and what the browser accepts, and on nothing else, so the second
reader of a page costs no more than a file. The same holds for what the page's one callback brings, where the question
is its body. Only answers that anybody would get are kept: none with a cookie, none that says "no-store", and none to a
number or a statement that a reader tries out.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from flask import Flask, Response, g, request

from dashboard.web.contents.memory import Memory
from dashboard.web.serving.question import snapshot

KEPT: Final = 256
"""Answers: some 10 kB each."""
LARGEST: Final = 100_000
"""Bytes of an answer that is kept: pages and charts, not workbooks."""
SMALLEST: Final = 1_000
"""Bytes of a callback's answer that is kept: that nothing is new is said quicker than looked up."""
CALLBACK: Final = "/_dash-update-component"
LONGEST: Final = 2_000
"""Characters of a question that is kept."""

_OWN: Final = ("/_", "/assets/")
_TRIED: Final = re.compile("[?&](value|quote)=")
_ACCEPTED: Final = ("Accept-Encoding", "Accept-Language")
_KEPT_HEADERS: Final = ("Content-Type", "Content-Encoding", "Content-Disposition", "Cache-Control", "ETag")

Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sent:
    """An answer as it went out."""

    body: bytes
    headers: tuple[tuple[str, str], ...]


def keep(server: Flask) -> Callable[[], Response | None]:
    """Let the server remember answers; return what gives them again as long as the files stay as they are.

    Called before other parts of the server are put together, so that an answer is kept as it leaves; what is returned
    is registered after them, so that a question that they refuse is refused.
    """
    answers: Memory[Key, Sent] = Memory(KEPT)

    def again() -> Response | None:
        g.key = _key()
        sent = answers.find(g.key) if g.key else None
        return None if sent is None else Response(sent.body, headers=list(sent.headers))

    def remember(response: Response) -> Response:
        key = g.get("key")
        if key and _is_for_everybody(response):
            headers = tuple((name, response.headers[name]) for name in _KEPT_HEADERS if name in response.headers)
            answers.put(key, Sent(response.get_data(), headers))
        return response

    server.after_request(remember)
    return again


def _key() -> Key | None:
    """Return what the answer to this request hangs on, the files that it shows first; None for what is not kept."""
    question = request.full_path
    if request.method == "POST" and request.path == CALLBACK and (request.content_length or 0) <= LONGEST:
        question += request.get_data(as_text=True)
    elif request.method != "GET" or question.startswith(_OWN) or "If-None-Match" in request.headers:
        return None
    if len(question) > LONGEST or _TRIED.search(question):
        return None
    now, accepted = snapshot(), (request.headers.get(name, "") for name in _ACCEPTED)
    return (now.version, now.newest, request.scheme, request.host, question, *accepted)


def _is_for_everybody(response: Response) -> bool:
    private = "Set-Cookie" in response.headers or response.cache_control.no_store
    length = 0 if response.is_streamed else response.content_length or 0
    fits = (SMALLEST if request.method == "POST" else 0) < length <= LARGEST
    return response.status_code == 200 and fits and not private
