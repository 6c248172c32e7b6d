"""Whole answers kept as they went out: a page is made once for each version of the data and each way of asking.

What a page says hangs on the files, the whole address and what the browser accepts, and on nothing else, so the second
reader of a page costs no more than a file. The same holds for what the page's one callback brings, where the question
is its body. Only answers that anybody would get are kept: none with a cookie, none that says "no-store".
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from flask import Flask, Response, g, request

from dashboard.storage.store import Store
from dashboard.web.contents.memory import Memory

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
_ASKED: Final = ("Accept-Encoding", "Accept-Language")
_TOLD: Final = ("Content-Type", "Content-Encoding", "Content-Disposition", "Cache-Control", "ETag")

Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer as it went out."""

    body: bytes
    headers: tuple[tuple[str, str], ...]


def keep(server: Flask, store: Store) -> Callable[[], Response | None]:
    """Let the server remember answers; return what gives them again as long as the files stay as they are.

    Called before other parts of the server are put together, so that an answer is kept as it leaves; what is returned
    is registered after them, so that a question that they refuse is refused.
    """
    answers: Memory[Key, Answer] = Memory(KEPT)

    def find() -> Response | None:
        g.key = _key(store.current().newest)
        found = answers.find(g.key) if g.key else None
        return None if found is None else Response(found.body, headers=list(found.headers))

    def remember(response: Response) -> Response:
        key = g.get("key")
        if key and _is_for_everybody(response):
            headers = tuple((name, response.headers[name]) for name in _TOLD if name in response.headers)
            answers.put(key, Answer(response.get_data(), headers))
        return response

    server.after_request(remember)
    return find


def _key(version: str) -> Key | None:
    """Return what an answer hangs on; None for what is not kept."""
    question = request.full_path
    if request.method == "POST" and request.path == CALLBACK and (request.content_length or 0) <= LONGEST:
        question += request.get_data(as_text=True)
    elif request.method != "GET" or question.startswith(_OWN) or "If-None-Match" in request.headers:
        return None
    asked = (request.headers.get(name, "") for name in _ASKED)
    return None if len(question) > LONGEST else (version, request.scheme, request.host, question, *asked)


def _is_for_everybody(response: Response) -> bool:
    private = "Set-Cookie" in response.headers or response.cache_control.no_store
    length = 0 if response.is_streamed else response.content_length or 0
    fits = (SMALLEST if request.method == "POST" else 0) < length <= LARGEST
    return response.status_code == 200 and fits and not private
