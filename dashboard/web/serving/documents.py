"""What the page hands out as a whole: the report of a view, and how to cite the data."""

from __future__ import annotations

from flask import Flask, Response, request

from dashboard.formats import report
from dashboard.formats.citation import Citation, cite
from dashboard.formats.report_parts import parts_of_report
from dashboard.web.address import Address
from dashboard.web.contents.content import stem
from dashboard.web.contents.desk import Desk
from dashboard.web.serving.attachment import attachment
from dashboard.wording.words import Words


def serve_documents(server: Flask, desk: Desk) -> None:
    """Let the server answer /report.html, /citation.bib and /citation.ris, with a query as pages have it."""
    parts = parts_of_report()

    @server.get("/report.html")
    def whole() -> Response:
        address = Address.parse("/", request.query_string.decode())
        now = desk.store.current()
        view = desk.view(now, address)
        citation = cite(view.dataset, now.version, address.language)
        data = report.content(view, Words(address.language), citation, parts, address.as_of)
        return attachment(data, f"report-{stem(view)}-{address.language}.html", "text/html")

    @server.get("/citation.bib")
    def bibtex() -> Response:
        return attachment(_cited(desk).bibtex.encode(), "trade-figures.bib", "application/x-bibtex")

    @server.get("/citation.ris")
    def ris() -> Response:
        return attachment(_cited(desk).ris.encode(), "trade-figures.ris", "application/x-research-info-systems")


def _cited(desk: Desk) -> Citation:
    """Return the citation of what the address shows, which stands in it."""
    address, now = Address.parse("/", request.query_string.decode()), desk.store.current()
    return cite(desk.view(now, address).dataset, now.version, address.language, f"{request.host_url}{address.query}")
