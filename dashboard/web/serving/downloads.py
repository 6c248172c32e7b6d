"""What a reader saves of a view: the rows of a chart as CSV and XLSX, the report, how to cite the data."""

from __future__ import annotations

import csv
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from io import StringIO
from typing import Final
from unicodedata import normalize
from urllib.parse import quote

from flask import Flask, Response, request

from dashboard.charts.chart import Chart
from dashboard.formats.citation import Citation
from dashboard.reading.formula import harmless
from dashboard.web import report
from dashboard.web.contents import books
from dashboard.web.contents.content import stem
from dashboard.web.contents.desk import Desk
from dashboard.web.serving.endpoint import XLSX
from dashboard.web.serving.question import Question

_BOM: Final = "\ufeff"
"""Without it, spreadsheets read a CSV file in the code page of their country."""


def serve_downloads(server: Flask, desk: Desk) -> None:
    """Let the server answer /charts/NAME.csv and .xlsx, /report.html, /citation.bib and .ris, with a page's query."""
    for rule, make in (
        ("/charts/<name>.csv", _sheet),
        ("/charts/<name>.xlsx", _book),
        ("/report.html", _report),
        ("/citation.bib", _bibtex),
        ("/citation.ris", _ris),
    ):
        server.add_url_rule(rule, rule, partial(_answer, make, desk))


def _answer(make: Callable[..., Response], desk: Desk, **in_path: str) -> Response:
    return make(Question.asked(desk), **in_path)


def _sheet(question: Question, name: str) -> Response:
    return attachment(_BOM + rows_as_csv(question.chart(name)), _named(name, question, "csv"), "text/csv")


def _book(question: Question, name: str) -> Response:
    data = books.of_chart(question.chart(name), question.address.language)
    return attachment(data, _named(name, question, "xlsx"), XLSX)


def _report(question: Question) -> Response:
    data = report.content(question.desk, question.now, question.address)
    return attachment(data, _named("report", question, "html"), "text/html")


def _bibtex(question: Question) -> Response:
    return attachment(_cited(question).bibtex.encode(), "trade-figures.bib", "application/x-bibtex")


def _ris(question: Question) -> Response:
    return attachment(_cited(question).ris.encode(), "trade-figures.ris", "application/x-research-info-systems")


def _cited(question: Question) -> Citation:
    """Return the citation of what the address shows, which stands in it."""
    return replace(question.citation, address=f"{request.host_url}{question.address.query}")


def attachment(data: bytes | str, name: str, kind: str) -> Response:
    """Return an answer that browsers save; headers are ASCII, so other letters are named beside (RFC 6266)."""
    plain = normalize("NFKD", name).encode("ascii", "ignore").decode()
    others = {} if plain == name else {"filename*": f"UTF-8''{quote(name, safe='')}"}
    answer = Response(data, mimetype=kind)
    answer.headers.set("Content-Disposition", "attachment", filename=plain, **others)
    return answer


def rows_as_csv(chart: Chart) -> str:
    """Return the rows of a chart with numbers as numbers, then what it is and who said it."""
    out = StringIO()
    writer = csv.writer(out)
    writer.writerow(chart.columns)
    writer.writerows([harmless(cell) if isinstance(cell, str) else cell for cell in row] for row in chart.values)
    writer.writerow([])
    writer.writerows([harmless(line)] for line in (chart.title, chart.source, chart.note))
    return out.getvalue()


def _named(what: str, question: Question, ending: str) -> str:
    """Return the name of a file, which says what it shows of what and when."""
    return f"{what}-{stem(question.view)}-{question.address.language}.{ending}"
