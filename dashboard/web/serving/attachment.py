"""A file that is saved under a name, whatever letters are in it."""

from __future__ import annotations

from unicodedata import normalize
from urllib.parse import quote

from flask import Response


def attachment(data: bytes | str, name: str, kind: str) -> Response:
    """Return an answer that browsers save; headers are ASCII, so other letters are named beside (RFC 6266)."""
    plain = normalize("NFKD", name).encode("ascii", "ignore").decode()
    others = {} if plain == name else {"filename*": f"UTF-8''{quote(name, safe='')}"}
    answer = Response(data, mimetype=kind)
    answer.headers.set("Content-Disposition", "attachment", filename=plain, **others)
    return answer
