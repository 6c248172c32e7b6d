"""The addresses for programs: tables as CSV, findings and charts as JSON, one sentence about a number, everything.

What is about one view takes what the page's own address takes. What holds everything takes a date and a language, and
refuses a choice that it would not heed. An answer hangs on the files and the address alone, and its ETag says so. A
server for others lets scripts of any page read it; one on the loopback does not, since what it holds may be private.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from hashlib import sha256
from typing import Any, Final

import orjson
from flask import Flask, Response, request

from dashboard import __version__
from dashboard.charts.look import WIDE_FROM, fitted
from dashboard.formats import csv_file, json_file, zip_file
from dashboard.formats.tables import metrics, observations, sources
from dashboard.judging.metrics import Metric
from dashboard.judging.view import View
from dashboard.storage.store import Snapshot
from dashboard.values.errors import QuestionError
from dashboard.values.message import Message
from dashboard.web.contents import books
from dashboard.web.contents.desk import Desk
from dashboard.web.serving.endpoint import (
    CHART,
    CSV,
    FILE,
    FLOW,
    JSON,
    LANG,
    METRIC,
    OF_DATA,
    OF_VIEW,
    ROOT,
    TEXT,
    XLSX,
    ZIP,
    Endpoint,
    Gives,
)
from dashboard.web.serving.openapi import description
from dashboard.web.serving.question import Question
from dashboard.wording.phrases import unit_of
from dashboard.wording.quotable import quotable
from dashboard.wording.sentences import Sentences
from dashboard.wording.words import Words

Given = Mapping[str, str]


def serve_api(server: Flask, desk: Desk, *, is_open: bool) -> None:
    """Let the server answer below /api/; `is_open` lets scripts of other pages read it."""
    for endpoint in ENDPOINTS:
        rule = f"{ROOT}{endpoint.path.translate(str.maketrans('{}', '<>'))}"
        server.add_url_rule(rule, f"api {endpoint.path}", _answering(endpoint, desk))
    server.add_url_rule(f"{ROOT}<path:path>", "api nothing", _nothing)
    server.add_url_rule(ROOT, "api itself", _nothing)

    def open_to_all(response: Response) -> Response:
        if request.path.startswith(ROOT):
            response.headers["Access-Control-Allow-Origin"] = "*"
        return response

    if is_open:
        server.after_request(open_to_all)


def _answering(endpoint: Endpoint, desk: Desk) -> Callable[..., Response]:
    def answered(**in_path: str) -> Response:
        question = Question.asked(desk)
        answer = endpoint.answer(question, request.args.to_dict() | in_path)
        response = Response(answer, mimetype=endpoint.gives.kind)
        response.cache_control.no_cache = True
        response.set_etag(_tag(question.now), weak=True)
        if endpoint.holds_everything:
            kind = "inline" if endpoint.gives.kind == JSON else "attachment"
            response.headers["Content-Disposition"] = f'{kind}; filename="{_file_name(endpoint, question)}"'
        response.make_conditional(request)
        return response

    return answered


def _tag(now: Snapshot) -> str:
    """Return a short hash of what an answer hangs on: this program, the files shown, the address."""
    return sha256(f"{__version__} {now.version} {request.full_path}".encode()).hexdigest()[:24]


def _file_name(endpoint: Endpoint, question: Question) -> str:
    """Return what a file is called: what, whose trade, the newest publication, the version of the data."""
    now = question.now
    sides = (code for row in now.dataset.observations for code in sorted(row.block.pair))
    what, dot, ending = endpoint.path.rpartition(".")
    parts = (what, *dict.fromkeys(sides), str(now.dataset.newest or ""), now.version)
    return "-".join(filter(None, parts)).lower() + dot + ending


def _nothing(path: str = "") -> Response:
    """Refuse an address at which nothing is.

    Raises:
        QuestionError: Always; the message names the addresses that there are.
    """
    there = ", ".join(endpoint.path for endpoint in ENDPOINTS)
    raise QuestionError(Message("there is no {0}; below {1} there are {2}", f"{ROOT}{path}", ROOT, there))


def _observations(question: Question, _: Given) -> bytes:
    view = question.view
    return csv_file.content(observations(view.dataset, view.review, Words(question.address.language)))


def _metrics(question: Question, _: Given) -> bytes:
    view = question.view
    return csv_file.content(metrics(view.review, Sentences.of(view.dataset, question.address.language)))


def _sources(question: Question, _: Given) -> bytes:
    view = question.view
    return csv_file.content(sources(view.dataset, view.review, Sentences.of(view.dataset, question.address.language)))


def _findings(question: Question, _: Given) -> bytes:
    return json_file.content(json_file.review(question.view.dataset, question.view.review))


def _chart(question: Question, given: Given) -> bytes:
    chart = question.chart(given["name"])
    texts = {name: getattr(chart, name) for name in ("name", "title", "sentence", "text", "source", "note")}
    table = {"columns": list(chart.columns), "rows": [list(row) for row in chart.values]}
    figure = {"figure": fitted(chart.figure, WIDE_FROM), "address": question.address.href}
    return orjson.dumps(texts | table | figure)


def _zip(question: Question, given: Given) -> bytes:
    return zip_file.content(
        question.now.files, _findings(question, given), question.citation, question.address.language
    )


def _workbook(question: Question, _: Given) -> bytes:
    return books.of_data(question.view.dataset, question.view.review, question.address.language)


def _sentence(question: Question, given: Given) -> bytes:
    view, address = question.view, question.address
    metric = _metric(view, given["metric"], given["flow"])
    ends = (metric.interval.low, metric.interval.high)
    low, high = (None if end is None else float(end) for end in ends)
    said = {
        "sentence": quotable(metric, view, address.language),
        "language": str(address.language),
        "low": low,
        "high": high,
        "exact": [None if end is None else str(end) for end in ends],
        "unit": unit_of(metric.quantity, view.block.currency),
        "origin": "reported" if metric.is_reported else "derived",
        "lines": list(metric.lines),
        "source": view.source.id,
        "address": address.href,
    }
    return orjson.dumps(said)


def _metric(view: View, name: str, flow: str) -> Metric:
    """Return a metric of a view by its name and flow.

    Raises:
        QuestionError: There is none; the message names those that there are.
    """
    known = {(str(one.name), str(one.quantity.flow)) for one in view.metrics}
    metric = next((one for one in view.metrics if (one.name, one.quantity.flow) == (name, flow)), None)
    if metric is None:
        allowed = ", ".join(f"metric={one}&flow={of}" for one, of in sorted(known))
        raise QuestionError(Message("there is no {0} of {1} here; there are {2}", name, flow, allowed))
    return metric


def _openapi(_: Question, __: Given) -> bytes:
    return orjson.dumps(description(ENDPOINTS))


_NUMBER: Final = {"type": ["number", "null"]}
_ENDS: Final = {"type": "array", "items": {"type": ["string", "null"]}, "description": 'both ends as "p/q"'}
_LINES: Final = {"type": "array", "items": {"type": "integer"}, "description": "lines of observations.csv"}
_NUMBER_IN_WORDS: Final[Mapping[str, Any]] = {
    "type": "object",
    "required": ["sentence", "low", "high", "exact", "unit", "origin", "lines", "source", "address"],
    "properties": {
        **dict.fromkeys(("sentence", "language", "unit", "source", "address"), TEXT),
        "low": _NUMBER,
        "high": _NUMBER,
        "exact": _ENDS,
        "lines": _LINES,
        "origin": {"type": "string", "enum": ["reported", "derived"]},
    },
}

ENDPOINTS: Final = (
    Endpoint(
        "observations.csv",
        OF_DATA,
        Gives("every reported number, what it stands for and what the others allow", CSV, TEXT),
        _observations,
    ),
    Endpoint(
        "metrics.csv",
        OF_DATA,
        Gives("everything derived from the numbers, with exact bounds", CSV, TEXT),
        _metrics,
    ),
    Endpoint("sources.csv", OF_DATA, Gives("every publication, with the verdict on its numbers", CSV, TEXT), _sources),
    Endpoint("findings.json", OF_DATA, Gives("all checks, as `check --format json` prints them", JSON), _findings),
    Endpoint(
        "charts/{name}.json",
        (CHART, *OF_VIEW),
        Gives("a chart: title, sentence, text, rows, plotly figure", JSON),
        _chart,
    ),
    Endpoint(
        "sentence",
        (METRIC, FLOW, *OF_VIEW),
        Gives("a number in one sentence that can be printed as it stands", JSON, _NUMBER_IN_WORDS),
        _sentence,
    ),
    Endpoint("data.zip", (LANG,), Gives("the data files as they are, with a README and the findings", ZIP, FILE), _zip),
    Endpoint("workbook.xlsx", OF_DATA, Gives("everything as a workbook", XLSX, FILE), _workbook),
    Endpoint("openapi.json", (), Gives("this description", JSON), _openapi),
)
"""Every address for programs, in the order of the description."""
