"""What a picture of a chart says of itself, and the file of each format that says it.

A title and a sentence are drawn into the picture; the file also carries the address of its view, the version of the
data and the rows behind it, so that it can be opened again and compared with the data of then. The decision taken here:
the rows have a form of their own, FORM, and a picture of another form is not compared, since it would compare wrongly.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html import escape
from struct import pack
from typing import Any, Final
from zlib import crc32

from dashboard import charts
from dashboard.charts.chart import Chart
from dashboard.judging.view import View
from dashboard.values.observation import Observation
from dashboard.values.partial_date import PartialDate
from dashboard.wording.cards import printed
from dashboard.wording.naming import source_name
from dashboard.wording.page_text import PICTURE
from dashboard.wording.words import Words

FORM: Final = 2
"""The form of `rows`; one more whenever keys, names or values are written in another way."""

KEY: Final = "trade-dashboard"
"""Under which a file carries all that it says of itself."""

DOTS_PER_INCH: Final = 96
"""Of a picture that is not enlarged."""

_METRE: Final = 39.37007874
"""In inches."""

_HEAD: Final = 33
"""Bytes of a PNG before its further chunks: a signature of 8, a head of 25."""

_DATE: Final = re.compile(rb"(Date \(D:)\d{14}(?=\+00'00'\))")
_UNDATED: Final = b"19800101000000"
_TRAILER: Final = re.compile(rb"trailer\s*<<(?P<entries>.*?)>>\s*startxref\s+(?P<at>\d+)\s+%%EOF\s*$", re.DOTALL)
_INFO: Final = re.compile(rb"/Info (\d+) 0 R")

About = dict[str, Any]
"""What a picture says of itself."""


def about(chart: Chart, view: View, words: Words, address: str, version: str) -> About:
    """Return what a picture of a chart says of itself; `address` is that of its view, `version` that of the data."""
    rows = view.dataset.observations if charts.CHARTS[chart.name].is_of_all else view.rows
    shown = {"title": chart.title, "sentence": chart.sentence, "source": chart.source, "address": address}
    return shown | {"data": version, "form": FORM, "rows": [_row(row, view, words) for row in rows]}


def made_of(view: View, words: Words, version: str, as_of: PartialDate | None) -> str:
    """Return the last words of a picture: what was known by `as_of`, else by the newest publication; the data."""
    date = words.published(as_of or view.dataset.newest)
    return PICTURE[words.language].made_of.format(date=date, data=version)


def svg(drawn: str, provenance: About, faces: str) -> bytes:
    """Return an SVG with its title, what it is made of, and the fonts that it is written in."""
    named = f"<title>{escape(provenance['title'])}</title><desc>{escape(provenance['sentence'])}</desc>"
    made_of = f'<metadata id="{KEY}">{escape(_text(provenance))}</metadata>'
    head, end, rest = drawn.partition(">")
    return f"{head}{end}{named}{made_of}<defs><style>{faces}</style></defs>{rest}".encode()


def png(drawn: bytes, provenance: About, scale: int) -> bytes:
    """Return a PNG with its density and what it is made of, which stands `scale` dots to a px."""
    metre = round(DOTS_PER_INCH * scale * _METRE)
    named = {name: provenance[key] for name, key in (("Title", "title"), ("Source", "source"), ("URL", "address"))}
    texts = named | {KEY: _text(provenance)}
    chunks = [_chunk(b"iTXt", f"{key}\0\0\0\0\0{text}".encode()) for key, text in texts.items()]
    return drawn[:_HEAD] + _chunk(b"pHYs", pack(">IIB", metre, metre, 1)) + b"".join(chunks) + drawn[_HEAD:]


def pdf(drawn: bytes, provenance: About) -> bytes:
    """Return a PDF that says what it is made of and not when it was drawn; one without a plain trailer stays as it is.

    What it says stands after the rest, as an update of the file, which leaves every other byte where it was.
    """
    undated = _DATE.sub(rb"\g<1>" + _UNDATED, drawn)
    trailer = _TRAILER.search(undated)
    info = trailer and _INFO.search(trailer["entries"])
    if trailer is None or not info:
        return undated
    object_at = len(undated)
    entries = b"\n".join(b"/%b %b" % (key.encode(), _hex(text)) for key, text in _information(provenance))
    update = b"%b 0 obj\n<<%b>>\nendobj\n" % (info[1], entries)
    table = b"xref\n%b 1\n%010d 00000 n \ntrailer\n<<%b\n/Prev %b>>\nstartxref\n%d\n%%%%EOF\n"
    return undated + update + table % (info[1], object_at, trailer["entries"], trailer["at"], object_at + len(update))


def _information(provenance: About) -> Iterator[tuple[str, str]]:
    yield "Title", provenance["title"]
    yield "Subject", f"{provenance['sentence']} {provenance['source']}"
    yield "Keywords", f"{provenance['address']} {provenance['data']}"
    yield "TradeDashboard", _text(provenance)


def _row(row: Observation, view: View, words: Words) -> dict[str, str]:
    """Return what tells a row from all others, its name for a reader, and what it printed."""
    block, source = row.block, view.dataset.source(row.source)
    trade = (block.reporter, block.partner, block.scope, block.product, block.currency, row.flow, row.measure)
    rest = (row.period, row.compared_with or "", row.unit.text, row.qualifier)
    key = "|".join(map(str, (row.source, *trade, *rest)))
    whose = "" if source is None else source_name(source, words)
    name = ", ".join((words.flow(row.flow), words.measure(row.measure), words.period(row.period), whose))
    return {"key": key, "name": name, "value": printed(row, words, row.unit.text)}


def _text(provenance: About) -> str:
    return json.dumps(provenance, ensure_ascii=False, separators=(",", ":"))


def _chunk(kind: bytes, content: bytes) -> bytes:
    return pack(">I", len(content)) + kind + content + pack(">I", crc32(kind + content))


def _hex(text: str) -> bytes:
    return b"<FEFF%b>" % text.encode("utf-16-be").hex().upper().encode()
