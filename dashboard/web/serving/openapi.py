"""What the addresses below /api/ take and give, as an OpenAPI description for programs."""

from __future__ import annotations

from typing import Any, Final

from dashboard import __version__
from dashboard.charts import NAMES
from dashboard.judging.metrics import Name
from dashboard.languages.language import Language
from dashboard.values.observation import Flow
from dashboard.values.period import ALLOWED

_TEXT: Final = {"type": "string"}
_PARAMETERS: Final[tuple[tuple[str, str, dict[str, Any]], ...]] = (
    ("source", "id of a publication; the first one of the data unless given", _TEXT),
    ("side", "whose count, as ISO 3166-1 alpha-3", _TEXT),
    ("period", f"a period as {ALLOWED}; the fullest one of the source unless given", _TEXT),
    ("currency", "ISO 4217; the first one of the source unless given", _TEXT),
    ("as-of", "only what was published by a date: 2023-01-31, 2023-01 or 2023", _TEXT),
    ("lang", "language of texts", {"type": "string", "enum": [str(one) for one in Language], "default": "en"}),
)
CHOICE: Final = ("source", "side", "period", "currency")
"""The parameters that choose a view, which an address that holds everything does not take."""

OF_WHOLE: Final = ("as-of", "lang")
"""The parameters of an address that holds everything."""

_OF_VIEW: Final = ("charts/{name}.json", "sentence")
_METRIC: Final[tuple[tuple[str, str, dict[str, Any]], ...]] = (
    ("metric", "name of a metric", {"type": "string", "enum": [str(one) for one in Name], "default": "level"}),
    ("flow", "flow of the metric", {"type": "string", "enum": [str(one) for one in Flow], "default": "turnover"}),
)
_NUMBER: Final = {"type": ["number", "null"]}
_SENTENCE: Final = {
    "type": "object",
    "required": ["sentence", "low", "high", "exact", "unit", "origin", "lines", "source", "address"],
    "properties": {
        "sentence": _TEXT,
        "language": _TEXT,
        "low": _NUMBER,
        "high": _NUMBER,
        "exact": {"type": "array", "items": {"type": ["string", "null"]}, "description": 'both ends as "p/q"'},
        "unit": _TEXT,
        "origin": {"type": "string", "enum": ["reported", "derived"]},
        "lines": {"type": "array", "items": {"type": "integer"}, "description": "lines of observations.csv"},
        "source": _TEXT,
        "address": _TEXT,
    },
}
_FILE: Final = {"type": "string", "contentMediaType": "application/octet-stream"}
_XLSX: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_OBJECT: Final = {"type": "object"}
_PATHS: Final[tuple[tuple[str, str, str, dict[str, Any]], ...]] = (
    ("observations.csv", "every reported number, what it stands for and what the others allow", "text/csv", _TEXT),
    ("metrics.csv", "everything derived from the numbers, with exact bounds", "text/csv", _TEXT),
    ("sources.csv", "every publication, with the verdict on its numbers", "text/csv", _TEXT),
    ("findings.json", "all checks, as `check --format json` prints them", "application/json", _OBJECT),
    ("charts/{name}.json", "a chart: title, sentence, text, rows, plotly figure", "application/json", _OBJECT),
    ("data.zip", "the data files as they are, with a README and the findings", "application/zip", _FILE),
    ("workbook.xlsx", "everything as a workbook", _XLSX, _FILE),
    ("sentence", "a number in one sentence that can be printed as it stands", "application/json", _SENTENCE),
)


def description() -> dict[str, Any]:
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
        "paths": {f"/{path}": {"get": _operation(path, said, kind, schema)} for path, said, kind, schema in _PATHS},
    }


def _operation(path: str, summary: str, kind: str, schema: dict[str, Any]) -> dict[str, Any]:
    named = (("name", "name of the chart", {"type": "string", "enum": list(NAMES)}),) if "{name}" in path else ()
    asked = (*_asked(path), *(_METRIC if path == "sentence" else ()))
    error = {"type": "object", "properties": {"error": _TEXT, "path": _TEXT, "query": _TEXT}}
    return {
        "summary": summary,
        "operationId": path.translate(str.maketrans("./{}", "____")),
        "parameters": [
            *({"name": name, "in": "path", "required": True, "description": d, "schema": s} for name, d, s in named),
            *({"name": name, "in": "query", "description": d, "schema": s} for name, d, s in asked),
        ],
        "responses": {
            "200": {"description": summary, "content": {kind: {"schema": schema}}},
            "304": {"description": "not changed since the ETag of If-None-Match"},
            "404": {"description": "no such thing", "content": {"application/json": {"schema": error}}},
        },
    }


def _asked(path: str) -> tuple[tuple[str, str, dict[str, Any]], ...]:
    """Return the parameters of an address: all for a view, no date for the files as they are."""
    left_out = () if path in _OF_VIEW else CHOICE if path != "data.zip" else (*CHOICE, "as-of")
    return tuple(one for one in _PARAMETERS if one[0] not in left_out)
