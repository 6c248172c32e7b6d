"""The data for programs: tables as CSV, findings and charts as JSON, one sentence about a number.

What is about one view, a chart or a sentence, takes what the page's own address takes (source, side, period, currency,
as-of, lang). What holds everything takes a date and a language and refuses a choice that it would not heed. What comes
out hangs on the files and the address alone, and its ETag says so. A server for others lets scripts of any page read
it; one on the loopback does not, since what it holds may be private.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from hashlib import sha256
from typing import Any, Final

import orjson
from flask import Flask, Response, request

from dashboard import __version__
from dashboard.charts.chart import Chart
from dashboard.charts.look import WIDE_FROM, fitted
from dashboard.formats import csv_file, json_file, zip_file
from dashboard.formats.citation import cite
from dashboard.formats.tables import metrics, observations, sources
from dashboard.judging.metrics import Metric, Name
from dashboard.judging.view import View
from dashboard.values.errors import DashboardError, PeriodError, QuestionError
from dashboard.values.observation import Flow, Observation
from dashboard.web.address import Address, spoken
from dashboard.web.contents import books
from dashboard.web.contents.desk import Desk
from dashboard.web.serving.openapi import CHOICE, OF_WHOLE, description
from dashboard.wording.phrases import unit_of
from dashboard.wording.problems import why
from dashboard.wording.quotable import quotable
from dashboard.wording.sentences import Sentences
from dashboard.wording.words import Words

ROOT: Final = "/api/"
CSV: Final = "text/csv"
JSON: Final = "application/json"
ZIP: Final = "application/zip"
XLSX: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def serve_api(server: Flask, desk: Desk, *, is_open: bool) -> None:
    """Let the server answer below /api/; `is_open` lets scripts of other pages read it."""
    api = _Api(desk)
    for path, (kind, make) in api.routes.items():
        server.add_url_rule(f"{ROOT}{path}", f"api {path}", _answering(kind, make))
    server.add_url_rule(f"{ROOT}<path:path>", "api nothing", _answering(JSON, api.nothing))
    server.add_url_rule(ROOT, "api itself", _answering(JSON, api.nothing))

    def mark(response: Response) -> Response:
        if request.path.startswith(ROOT) and is_open:
            response.headers["Access-Control-Allow-Origin"] = "*"
        if request.path.startswith(ROOT) and response.status_code == 200:
            response.cache_control.no_cache = True
            response.set_etag(_tag(desk.store.current().newest), weak=True)
            response.make_conditional(request)
            _name(response, desk)
        return response

    server.after_request(mark)


def _answering(kind: str, make: Callable[..., bytes]) -> Callable[..., Response]:
    def answer(**named: str) -> Response:
        try:
            return Response(make(**named), mimetype=kind)
        except DashboardError as error:
            query = request.query_string.decode()
            said = {"error": why(error, spoken(query)), "path": request.path, "query": query}
            status = 404 if isinstance(error, QuestionError | PeriodError) else 503
            return Response(orjson.dumps(said), status, mimetype=JSON)

    return answer


def _name(response: Response, desk: Desk) -> None:
    """Let a file be saved under a name: what, whose trade, the newest publication, the data's version."""
    is_for_people = response.mimetype in (CSV, ZIP, XLSX)
    if is_for_people or request.path == f"{ROOT}findings.json":
        now = desk.store.current()
        countries = dict.fromkeys(code for row in now.dataset.observations for code in sorted(_countries(row)))
        what, dot, ending = request.path.removeprefix(ROOT).rpartition(".")
        newest = str(now.dataset.newest or "")
        name = "-".join(filter(None, (what, *countries, newest, now.version))).lower() + dot + ending
        kind = "attachment" if is_for_people else "inline"
        response.headers["Content-Disposition"] = f'{kind}; filename="{name}"'


def _countries(row: Observation) -> tuple[str, str]:
    return (row.block.reporter, row.block.partner)


def _tag(version: str) -> str:
    """Return what an answer hangs on, as a short hash: this program, the files, the address."""
    return sha256(f"{__version__} {version} {request.full_path}".encode()).hexdigest()[:24]


class _Api:
    """What each address answers."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.routes: Mapping[str, tuple[str, Callable[..., bytes]]] = {
            "observations.csv": (CSV, self._observations),
            "metrics.csv": (CSV, self._metrics),
            "sources.csv": (CSV, self._sources),
            "findings.json": (JSON, self._findings),
            "charts/<name>.json": (JSON, self._chart),
            "sentence": (JSON, self._sentence),
            "data.zip": (ZIP, self._zip),
            "workbook.xlsx": (XLSX, self._workbook),
            "openapi.json": (JSON, lambda: orjson.dumps(description())),
        }

    def nothing(self, path: str = "") -> bytes:
        """Refuse an address at which nothing is.

        Raises:
            QuestionError: Always; the message names the addresses that there are.
        """
        there = ", ".join(self.routes)
        raise QuestionError(f"there is no {ROOT}{path}; below {ROOT} there are {there}")

    def _view(self) -> tuple[View, Address]:
        address = Address.parse("/", request.query_string.decode())
        return self._desk.view(self._desk.store.current(), address), address

    def _whole(self) -> tuple[View, Address]:
        """Return a view for its data and findings, of which a choice would leave everything as it is."""
        heedless = [name for name in CHOICE if name in request.args]
        if heedless:
            file = request.path.removeprefix(ROOT)
            raise QuestionError(
                f"{file} holds everything; leave out {', '.join(heedless)}: it takes {' and '.join(OF_WHOLE)}"
            )
        return self._view()

    def _observations(self) -> bytes:
        view, address = self._whole()
        return csv_file.content(observations(view.dataset, view.review, Words(address.language)))

    def _metrics(self) -> bytes:
        view, address = self._whole()
        return csv_file.content(metrics(view.review, Sentences.of(view.dataset, address.language)))

    def _sources(self) -> bytes:
        view, address = self._whole()
        return csv_file.content(sources(view.dataset, view.review, Sentences.of(view.dataset, address.language)))

    def _findings(self) -> bytes:
        view, _ = self._whole()
        return json_file.content(json_file.review(view.dataset, view.review))

    def _chart(self, name: str) -> bytes:
        _, address = self._view()
        found = self._desk.chart(self._desk.store.current(), address, name)
        return orjson.dumps(_told(found) | {"address": address.href})

    def _sentence(self) -> bytes:
        view, address = self._view()
        metric = _metric(view, request.args.get("metric", "level"), request.args.get("flow", "turnover"))
        interval = metric.interval
        low, high = (None if end is None else float(end) for end in (interval.low, interval.high))
        said = {
            "sentence": quotable(metric, view, address.language),
            "language": str(address.language),
            "low": low,
            "high": high,
            "exact": [None if end is None else str(end) for end in (interval.low, interval.high)],
            "unit": unit_of(metric.quantity, view.block.currency),
            "origin": "reported" if metric.is_reported else "derived",
            "lines": list(metric.lines),
            "source": view.source.id,
            "address": address.href,
        }
        return orjson.dumps(said)

    def _zip(self) -> bytes:
        view, address = self._whole()
        if address.as_of is not None:
            raise QuestionError("a zip holds the files as they are; leave out as-of, or take the workbook")
        findings = json_file.content(json_file.review(view.dataset, view.review))
        now = self._desk.store.current()
        return zip_file.content(now.files, findings, cite(now.dataset, now.version, address.language), address.language)

    def _workbook(self) -> bytes:
        view, address = self._whole()
        return books.of_data(view.dataset, view.review, address.language)


def _told(chart: Chart) -> dict[str, Any]:
    return {
        "name": chart.name,
        "title": chart.title,
        "sentence": chart.sentence,
        "text": chart.text,
        "source": chart.source,
        "note": chart.note,
        "columns": list(chart.columns),
        "rows": [list(row) for row in chart.values],
        "figure": fitted(chart.figure, WIDE_FROM),
    }


def _metric(view: View, name: str, flow: str) -> Metric:
    """Return a metric of a view by its name and flow.

    Raises:
        QuestionError: There is none; the message names those that there are.
    """
    known = {(str(one.name), str(one.quantity.flow)) for one in view.metrics}
    found = view.metric(Name(name), Flow(flow)) if (name, flow) in known else None
    if found is None:
        allowed = ", ".join(f"metric={one}&flow={of}" for one, of in sorted(known))
        raise QuestionError(f"there is no {name} of {flow} here; there are {allowed}")
    return found
