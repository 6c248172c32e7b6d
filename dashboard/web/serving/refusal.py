"""Why there is no answer: in the language that is asked for, as JSON to programs, as plain text to all others.

What no page of this server asks is refused before Dash would fail over it, as if the fault were here. That check is
registered after what gives kept answers again: a question that was answered once was a good one.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final

import orjson
from dash import Dash
from dash.exceptions import DependencyException
from flask import Response, request
from werkzeug.exceptions import BadRequest

from dashboard.values.errors import DashboardError, PeriodError, QuestionError
from dashboard.web.serving.answers import CALLBACK
from dashboard.web.serving.endpoint import JSON, ROOT
from dashboard.web.serving.question import language, query
from dashboard.wording.problems import why

LARGEST: Final = 100_000
"""Bytes of a question; the forms, which take files, have a limit of their own."""

_KINDS: Final[Mapping[tuple[str, str], type]] = {
    ("pulse", "data"): str,
    ("address", "pathname"): str,
    ("address", "search"): str,
    ("scheme", "data"): str,
    ("seen", "data"): dict,
}
_HALF: Final = re.compile("[\ud800-\udfff]")
"""Half of a character, which JSON can name and no answer can repeat."""

_WHY: Final = "this is no question that a page of this server asks; open the page anew"


def refuse_strange(app: Dash) -> None:
    """Let the server refuse questions that its pages never ask, too long ones, and files of Dash that there are not."""
    app.server.config["MAX_CONTENT_LENGTH"] = LARGEST

    def check() -> None:
        if request.path == CALLBACK and request.method == "POST":
            try:
                body = request.get_json()
            except RecursionError as error:
                raise BadRequest(_WHY) from error
            if not _is_asked(body, app.callback_map):
                raise BadRequest(_WHY)

    app.server.before_request(check)
    app.server.register_error_handler(DashboardError, _no_answer)
    app.server.register_error_handler(DependencyException, _no_file)


def _no_answer(error: DashboardError) -> Response:
    status, reason = 404 if isinstance(error, QuestionError | PeriodError) else 503, why(error, language())
    if not request.path.startswith(ROOT):
        return Response(f"{reason}\n", status, mimetype="text/plain")
    said = {"error": reason, "path": request.path, "query": query()}
    return Response(orjson.dumps(said), status, mimetype=JSON)


def _no_file(_: DependencyException) -> Response:
    return Response(f"there is no file {request.path}\n", 404, mimetype="text/plain")


def _is_asked(body: object, known: Mapping[Any, Mapping[str, Any]]) -> bool:
    """Return whether a body is a question to a callback on the server, with its inputs, values and outputs."""
    if not isinstance(body, dict):
        return False
    output = body.get("output")
    callback = known.get(output) if isinstance(output, str) else None
    if callback is None or "callback" not in callback:
        return False
    changed = body.get("changedPropIds", [])
    return (
        body.get("outputs") == _named(callback["output"])
        and isinstance(changed, list)
        and all(isinstance(one, str) for one in changed)
        and _are(body.get("inputs"), callback["inputs"])
        and _are(body.get("state"), callback["state"])
    )


def _named(output: Any) -> object:  # noqa: ANN401 - one of Dash's outputs, or a list of them
    if isinstance(output, list | tuple):
        return [_named(one) for one in output]
    return {"id": output.component_id, "property": output.component_property}


def _are(given: object, wanted: list[dict[str, str]]) -> bool:
    """Return whether values are those of the wanted properties, in their order and of their kind."""
    return (
        isinstance(given, list)
        and len(given) == len(wanted)
        and all(isinstance(one, dict) and _is(one, two) for one, two in zip(given, wanted, strict=True))
    )


def _is(given: Mapping[str, object], wanted: Mapping[str, str]) -> bool:
    name, value = (wanted["id"], wanted["property"]), given.get("value")
    if (given.get("id"), given.get("property")) != name:
        return False
    is_one = value is None or isinstance(value, _KINDS.get(name, object))
    return is_one and not (isinstance(value, str) and _HALF.search(value))
