"""Everything as files: what a reader takes away from the page about the data."""

from __future__ import annotations

from typing import Final

from dashboard.web.address import Address
from dashboard.web.contents.content import Content
from dashboard.web.parts import html
from dashboard.web.parts.html import Element
from dashboard.wording.page_text import TAKING

_SAVED: Final = ("data.zip", "workbook.xlsx", "observations.csv", "metrics.csv", "findings.json")
_SHOWN: Final = "openapi.json"


def taking(page: Content) -> Element:
    """Return links to the whole data set in each format, with what it holds; all but one save a file.

    A link without `download` or `target` would be taken for one to another view of the page.
    """
    whole = Address(language=page.address.language, as_of=page.address.as_of, insists=page.address.insists)
    text, query = TAKING[page.address.language], whole.query
    saved = [name for name in _SAVED if not (name == "data.zip" and page.address.as_of)]
    links = {name: html.A(text.files[name][0], href=f"/api/{name}{query}", download=name) for name in saved}
    links[_SHOWN] = html.A(text.files[_SHOWN][0], href=f"/api/{_SHOWN}{query}", target="_self")
    items = [html.Li([link, f": {text.files[name][1]}"]) for name, link in links.items()]
    return html.Section([html.H2(text.heading), html.Ul(items)], className="taking")
