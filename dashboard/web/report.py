"""A view as one HTML file, which needs nothing but itself: the page's own parts, without what needs a server.

Its charts answer to the mouse. Its policy lets nothing be loaded and no script run but its own two, so it is as safe to
open as to pass on. The same data give the same bytes: no clock is asked.
"""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Iterator, Mapping
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Final

from dashboard.charts.chart import Chart
from dashboard.charts.look import CONFIG
from dashboard.formats import carried
from dashboard.formats.citation import Citation, cite
from dashboard.storage.store import Snapshot
from dashboard.web.address import Address, Page
from dashboard.web.contents.content import Content, shown
from dashboard.web.contents.desk import Desk
from dashboard.web.parts import html
from dashboard.web.parts.attributes import labelled
from dashboard.web.parts.consistency import compared, consistency, doubts
from dashboard.web.parts.html import Element, Part
from dashboard.web.parts.key_figures import key_figures
from dashboard.web.parts.layout import intro
from dashboard.web.parts.lines import joined
from dashboard.web.parts.markup import markup
from dashboard.web.parts.plate import plate
from dashboard.web.parts.publication_list import citation, publication_list

_POLICY: Final = (
    "default-src 'none'; script-src {hashes}; style-src 'unsafe-inline'; img-src data: blob:; font-src data:; "
    "base-uri 'none'; form-action 'none'"
)
"""Styles may be inline, because the plotting library sets some on what it draws."""

_SHEET: Final = 790
"""How high a chart can be in px for its heading and itself to fit on a printed A4 page; higher ones are shrunk."""

_CONTROLS: Final = frozenset({"form", "button", "select", "view", "selectors", "back", "download", "lost"})
"""Tags and classes of what a reader acts with; what it would bring is not in the file."""

_HERE: Final = Path(__file__).parent

_FILE: Final = """\
<!DOCTYPE html>
<html lang="{language}" data-theme="light">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>{style}</style>
</head>
<body class="report">
<main>
{body}
</main>
<script type="application/json" id="figures">{figures}</script>
{scripts}
</body>
</html>
"""


def content(desk: Desk, now: Snapshot, address: Address) -> bytes:
    """Return the bytes of an .html file about the view of an address; errors as of `Desk.view`."""
    pages = {page: shown(desk, now, address.at(page)) for page in Page}
    overview = pages[Page.OVERVIEW]
    cited = cite(desk.view(now, address).dataset, now.version, address.language)
    charts = {chart.name: chart.figure for page in pages.values() for chart in page.charts}
    figures = {"figures": charts, "config": dict(CONFIG)}
    scripts = (carried.plotly(), (_HERE / "report.js").read_text("utf-8"))
    body = joined(_body(pages, cited), overview.words.unbroken)
    file = _FILE.format(
        language=address.language,
        policy=markup(_POLICY.format(hashes=" ".join(map(_hash, scripts)))),
        title=markup(f"{overview.trade} – {cited.title}"),
        style=carried.style() + (_HERE / "report.css").read_text("utf-8"),
        body=markup(part for element in body for part in _without_controls(element)),
        figures=json.dumps(figures, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c"),
        scripts="\n".join(f"<script>{script}</script>" for script in scripts),
    )
    return file.encode("utf-8")


def _body(pages: Mapping[Page, Content], cited: Citation) -> Iterator[Element]:
    """Yield the parts of the pages, one below the other."""
    overview, held, sources = (pages[page] for page in (Page.OVERVIEW, Page.CONSISTENCY, Page.SOURCES))
    text, head = overview.text, intro(overview)
    yield replace(head, children=(*head.children, html.P(f"{cited.known} {cited.data}", className="made")))
    yield key_figures(overview)
    plates = [_plate(chart, overview) for page in pages.values() for chart in page.charts]
    yield html.Section(plates, className="plates", **labelled(text.charts))
    yield html.Section([html.H2(text.consistency), *consistency(held), *doubts(held)])
    yield compared(held)[0]
    yield html.Section([html.H2(text.sources), *publication_list(sources)])
    forms = (html.Pre(form) for form in (cited.bibtex, cited.ris.replace("\r\n", "\n")))
    yield html.Section([*citation(cited, overview).children, *forms], className="citation")
    yield html.Footer(html.P(text.footer), className="foot")


def _plate(chart: Chart, page: Content) -> Element:
    """Return a chart that says how far it is shrunk on paper."""
    whole, height = plate(page, chart, in_the_dark=False), chart.figure["layout"]["height"]
    return replace(whole, attributes={**whole.attributes, "style": {"--fit": f"{min(1, _SHEET / height):.3f}"}})


def _without_controls(part: Part) -> Iterator[Part]:
    """Yield a part without what a reader acts with; of a link to another view of the page its text alone is left."""
    if isinstance(part, str):
        yield part
        return
    attributes = part.attributes
    if {part.tag, attributes.get("className")} & _CONTROLS or "download" in attributes:
        return
    children = tuple(one for child in part.children for one in _without_controls(child))
    if part.tag == "a" and str(attributes["href"]).startswith("/"):
        yield from children
    elif children or not part.children:
        yield replace(part, children=children)


def _hash(script: str) -> str:
    return f"'sha256-{b64encode(sha256(script.encode('utf-8')).digest()).decode()}'"
