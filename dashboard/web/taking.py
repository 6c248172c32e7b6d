"""Everything as files: what a reader takes away from the page about the data."""

from __future__ import annotations

from typing import Final

from dash import html
from dash.development.base_component import Component

from dashboard.web.content import Content
from dashboard.wording.taking_text import TEXT

_FILES: Final = ("data.zip", "workbook.xlsx", "observations.csv", "metrics.csv", "findings.json", "openapi.json")


def taking(page: Content) -> Component:
    """Return links to the whole data set in each format, with what it holds."""
    text = TEXT[page.address.language]
    links = [
        html.Li([html.A(text.files[name][0], href=f"/api/{name}{page.address.query}"), f" – {text.files[name][1]}"])
        for name in _FILES
        if not (name == "data.zip" and page.address.as_of)
    ]
    return html.Section([html.H2(text.heading), html.Ul(links)], className="taking")
