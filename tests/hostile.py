"""A folder in which every text that a person could have written is an attack, all rows are read; and pages of it."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

HERE: Final = "http://127.0.0.1:8050"
TRAP: Final = "window.caught"
"""What is set in a browser that ran any of it."""

MARKUP: Final = (
    f"<script>{TRAP}=1</script>",
    f'"><img src=x onerror="{TRAP}=2">',
    f"'><svg/onload={TRAP}=3>",
    f'<a href="javascript:{TRAP}=4">here</a>',
    "<b>bold</b> &lt;i&gt;italic&lt;/i&gt; &#60;u&#62;",
    "</title></script></style><!--",
    f'http://x/"onmouseover={TRAP}=5 "',
    "{{7*7}} {0} {title} {x!r} %s %(a)s %{x} ${x}",
)
FORMULAS: Final = ('=HYPERLINK("http://evil.example";"x")', "+1+cmd|' /C calc'!A0", "@SUM(1)", "-2+3", '"=1+1', "= 1")
OTHERS: Final = ("\u200f\u05d0\u05d1 gnp.exe\u200e", "one\r\nSet-Cookie: evil=1", "../../etc/passwd", "\U0001f9e8" * 40)
TEXTS: Final = (*MARKUP, *FORMULAS, *OTHERS)
ALL: Final = " ".join(TEXTS)

_ADDRESSES: Final = (
    f"javascript:{TRAP}=6",
    f" JaVaScRiPt:{TRAP}=7",
    f"data:text/html,<script>{TRAP}=8</script>",
    "//evil.example",
    f'https://evil.example/"><script>{TRAP}=9</script>',
)
_ROWS: Final = (
    ("turnover", "2021", "level", "40", "USD bn", "10", "about"),
    ("turnover", "2022-01/2022-10", "level", "34.5", "USD bn", "0.1", ""),
    ("turnover", "2022-01/2022-10", "growth", "10.1", "%", "0.1", ""),
    ("exports", "2022-01/2022-10", "level", "17.2", "USD bn", "0.1", ""),
    ("exports", "2022-01/2022-10", "growth", "-8.4", "%", "0.1", ""),
    ("imports", "2022-01/2022-10", "level", "17.9", "USD bn", "0.1", ""),
)


def write(folder: Path) -> None:
    """Write the four files; each text is the id of a source with the same six rows, which contradict each other."""
    folder.mkdir(exist_ok=True)
    columns = ("source", "reporter", "partner", "flow", "period", "measure", "value", "unit", "step", "qualifier")
    sides = (("RUS", "BLR"), ("BLR", "RUS"))
    rows = [
        (id, *sides[at % 2], *row, ALL, ALL, ALL, MARKUP[0] if at == len(TEXTS) - 1 else "")
        for at, id in enumerate(TEXTS)
        for row in _ROWS
    ]
    _put(folder / "observations.csv", (*columns, "wording", "note", MARKUP[1], "product"), rows)
    sources = [
        (id, f"{id} {ALL}", ALL, f"2023-{1 + at % 12:02}", _ADDRESSES[at % len(_ADDRESSES)], MARKUP[1], "", ALL, ALL)
        for at, id in enumerate(TEXTS)
    ]
    published = ("id", "publisher", "title", "published", "address", "language", "retrieved", "note", "publisher_ru")
    _put(folder / "sources.csv", published, sources)
    events = [(f"2022-{1 + at % 10:02}", f"{id} {id}", ALL, id, ALL) for at, id in enumerate(TEXTS)]
    _put(folder / "events.csv", ("date", "title", "place", "source", "title_ru"), events)
    context = [(id, "2022", ALL, ALL, id) for id in TEXTS]
    _put(folder / "context.csv", ("subject", "period", "value", "unit", "source"), context)


def _put(path: Path, columns: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> None:
    with path.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows([columns, *rows])


def ask(client: FlaskClient, method: str, address: str) -> TestResponse:
    """Return an answer that was read to its end, so that no file behind it stays open."""
    answer = client.open(address, method=method, base_url=HERE)
    answer.get_data()
    answer.close()
    return answer


def get(client: FlaskClient, address: str) -> TestResponse:
    return ask(client, "GET", address)
