"""The description of packed files, datapackage.json, made to say what the files are.

A folder may have been saved by a spreadsheet: semicolons, Windows-1251, decimal commas, columns of its own. The files
stay as they are to the last byte, so their description follows them. The decision taken here: what is said of a column
stays only as far as every cell bears it out.
"""

from __future__ import annotations

import csv
import json
import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Mapping, Sequence
from io import StringIO
from typing import Any, Final

from dashboard.editing.csv_edit import decoded

Described = dict[str, Any]
"""A part of a description, as JSON."""

_ENCODINGS: Final = {BOM_UTF8: "utf-8-sig", BOM_UTF16_LE: "utf-16", BOM_UTF16_BE: "utf-16"}
"""What the encoding of a file is called that begins with a mark."""

_PLAIN: Final = re.compile(r"[+-]?[0-9]+(?:\.[0-9]+)?")
_COMMA: Final = re.compile(r"[+-]?[0-9]+(?:[.,][0-9]+)?")


def descriptor(given: bytes | None, files: Mapping[str, bytes]) -> bytes:
    """Return the description of some CSV files: `given` as it is where it fits them, else mended, else a new one."""
    before: Described = {"profile": "tabular-data-package", "resources": []} if given is None else json.loads(given)
    known = {resource["path"]: resource for resource in before["resources"]}
    resources = [_resource(known.get(name, {}), name, data) for name, data in files.items()]
    there = {resource["name"] for resource in resources}
    for resource in resources:
        resource["schema"] = _without_lost_keys(resource["schema"], there)
    after = before | {"resources": resources}
    if given is not None and after == before:
        return given
    return (json.dumps(after, ensure_ascii=False, indent=2) + "\n").encode("utf-8")


def _resource(described: Described, name: str, data: bytes) -> Described:
    """Return what a file is, `described` as far as that is still so."""
    mark, encoding, text = decoded(data)
    delimiter = max(",;\t", key=text.partition("\n")[0].count)
    head, *rows = list(csv.reader(StringIO(text, newline=""), delimiter=delimiter)) or [[]]
    columns = [[row[at].strip() for row in rows if at < len(row)] for at in range(len(head))]
    end = "\r\n" if "\r\n" in text else "\n"
    dialect = {"delimiter": delimiter, "doubleQuote": True, "header": True, "lineTerminator": end, "quoteChar": '"'}
    fields = {field["name"]: field for field in described.get("schema", {}).get("fields", ())}
    named = [
        _field(fields.get(title.strip().lower(), {}), title, cells) for title, cells in zip(head, columns, strict=True)
    ]
    new = {"name": name.partition(".")[0], "path": name, "profile": "tabular-data-resource", "format": "csv"}
    schema = {"missingValues": [""]} | described.get("schema", {}) | {"fields": named}
    return (
        new
        | described
        | {
            "encoding": _ENCODINGS.get(mark, encoding),
            "dialect": described.get("dialect", {}) | dialect,
            "schema": schema,
        }
    )


def _field(described: Described, title: str, cells: Sequence[str]) -> Described:
    """Return what is said of a column, as far as every cell that is not empty bears it out."""
    field: Described = {"type": "string"} | described | {"name": title}
    filled = [cell for cell in cells if cell]
    if field["type"] not in ("string", "any") and not all(map(_PLAIN.fullmatch, filled)):
        commas = field["type"] == "number" and all(map(_COMMA.fullmatch, filled)) and "." not in "".join(filled)
        field |= {"decimalChar": ","} if commas else {"type": "string"}
    given: Described = field.pop("constraints", {})
    limits = {name: limit for name, limit in given.items() if _holds(name, limit, cells, field["type"])}
    return field | ({"constraints": limits} if limits else {})


def _holds(name: str, limit: Any, cells: Sequence[str], kind: str) -> bool:  # noqa: ANN401  # as JSON has it
    """Return whether a limit holds for every cell; limits of numbers go with the type."""
    filled = [cell for cell in cells if cell]
    match name:
        case "required":
            return not limit or len(filled) == len(cells)
        case "unique":
            return not limit or len(set(filled)) == len(filled)
        case "pattern":
            return all(re.fullmatch(limit, cell) for cell in filled)
        case "enum":
            return set(filled) <= set(map(str, limit))
        case "minLength":
            return all(len(cell) >= int(limit) for cell in filled)
        case _:
            return kind != "string"


def _without_lost_keys(schema: Described, there: set[str]) -> Described:
    """Return a schema without keys that lead to a file or a column that is not there."""
    names = {field["name"] for field in schema["fields"]}
    keys = [
        key for key in schema.get("foreignKeys", ()) if key["fields"] in names and key["reference"]["resource"] in there
    ]
    kept = {name: value for name, value in schema.items() if name != "foreignKeys"}
    if kept.get("primaryKey") not in names:
        kept.pop("primaryKey", None)
    return kept | ({"foreignKeys": keys} if keys else {})
