"""The addresses for programs as an OpenAPI description."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from dashboard import __version__
from dashboard.web.serving.endpoint import JSON, TEXT, Endpoint, Parameter

_REFUSAL: Final = {"type": "object", "properties": {"error": TEXT, "path": TEXT, "query": TEXT}}


def description(endpoints: Iterable[Endpoint]) -> dict[str, Any]:
    """Return the description as a value for JSON."""
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Published bilateral trade figures",
            "version": __version__,
            "description": "Numbers as they were reported, what they allow together, and whether they can all be true."
            " Every answer carries an ETag made of the data and the address.",
        },
        "servers": [{"url": "/api"}],
        "paths": {f"/{endpoint.path}": {"get": _operation(endpoint)} for endpoint in endpoints},
    }


def _operation(endpoint: Endpoint) -> dict[str, Any]:
    gives = endpoint.gives
    return {
        "summary": gives.summary,
        "operationId": endpoint.path.translate(str.maketrans("./{}", "____")),
        "parameters": [_parameter(one, is_in_path=endpoint.is_in_path(one)) for one in endpoint.takes],
        "responses": {
            "200": {"description": gives.summary, "content": {gives.kind: {"schema": gives.schema}}},
            "304": {"description": "not changed since the ETag of If-None-Match"},
            "404": {"description": "no such thing", "content": {JSON: {"schema": _REFUSAL}}},
        },
    }


def _parameter(parameter: Parameter, *, is_in_path: bool) -> dict[str, Any]:
    choices = {"enum": list(parameter.choices)} if parameter.choices else {}
    default = {"default": parameter.default} if parameter.default else {}
    place = {"in": "path", "required": True} if is_in_path else {"in": "query"}
    return {"name": parameter.name, "description": parameter.meaning, "schema": {**TEXT, **choices, **default}, **place}
