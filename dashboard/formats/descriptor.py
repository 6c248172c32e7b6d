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

Described = dict[str, Any]
"""A part of a description, as JSON."""

_PLAIN: Final = re.compile(r"[+-]?[0-9]+(?:\.[0-9]+)?")
_COMMA: Final = re.compile(r"[+-]?[0-9]+(?:[.,][0-9]+)?")


def descriptor(told: bytes | None, files: Mapping[str, bytes]) -> bytes:
    """Return the description of some CSV files: `told` as it is where it fits them, else mended, else a new one."""
    before: Described = {"profile": "tabular-data-package", "resources": []} if told is None else json.loads(told)
    known = {one["path"]: one for one in before["resources"]}
    resources = [_resource(known.get(name, {}), name, data) for name, data in files.items()]
    there = {one["name"] for one in resources}
    for one in resources:
        one["schema"] = _without_lost_keys(one["schema"], there)
    after = before | {"resources": resources}
    if told is not None and after == before:
        return told
    return (json.dumps(after, ensure_ascii=False, indent=2) + "\n").encode("utf-8")


def _resource(told: Described, name: str, data: bytes) -> Described:
    encoding = _encoding(data)
    text = data.decode(encoding, errors="replace")
    delimiter = max(",;\t", key=text.partition("\n")[0].count)
    head, *rows = list(csv.reader(StringIO(text, newline=""), delimiter=delimiter)) or [[]]
    columns = [[row[at].strip() for row in rows if at < len(row)] for at in range(len(head))]
    end = "\r\n" if "\r\n" in text else "\n"
    dialect = {"delimiter": delimiter, "doubleQuote": True, "header": True, "lineTerminator": end, "quoteChar": '"'}
    fields = {field["name"]: field for field in told.get("schema", {}).get("fields", ())}
    named = [
        _field(fields.get(title.strip().lower(), {}), title, cells) for title, cells in zip(head, columns, strict=True)
    ]
    new = {"name": name.partition(".")[0], "path": name, "profile": "tabular-data-resource", "format": "csv"}
    return (
        new
        | told
        | {
            "encoding": encoding,
            "dialect": told.get("dialect", {}) | dialect,
            "schema": {"missingValues": [""]} | told.get("schema", {}) | {"fields": named},
        }
    )


def _field(told: Described, title: str, cells: Sequence[str]) -> Described:
    """Return what is said of a column, as far as every cell that is not empty bears it out."""
    said, found = {"type": "string"} | told | {"name": title}, [cell for cell in cells if cell]
    if said["type"] not in ("string", "any") and not all(map(_PLAIN.fullmatch, found)):
        commas = said["type"] == "number" and all(map(_COMMA.fullmatch, found)) and not any("." in c for c in found)
        said |= {"decimalChar": ","} if commas else {"type": "string"}
    limits = {name: limit for name, limit in told.get("constraints", {}).items() if _holds(name, limit, cells, said)}
    return {name: value for name, value in said.items() if name != "constraints"} | (
        {"constraints": limits} if limits else {}
    )


def _holds(name: str, limit: Any, cells: Sequence[str], said: Described) -> bool:  # noqa: ANN401  # as JSON has it
    """Return whether a limit holds for every cell; limits of numbers go with the type."""
    found = [cell for cell in cells if cell]
    match name:
        case "required":
            return not limit or len(found) == len(cells)
        case "unique":
            return not limit or len(set(found)) == len(found)
        case "pattern":
            return all(re.fullmatch(limit, cell) for cell in found)
        case "enum":
            return set(found) <= set(map(str, limit))
        case "minLength":
            return all(len(cell) >= int(limit) for cell in found)
        case _:
            return bool(said["type"] != "string")


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


def _encoding(data: bytes) -> str:
    for mark, name in ((BOM_UTF8, "utf-8-sig"), (BOM_UTF16_LE, "utf-16"), (BOM_UTF16_BE, "utf-16")):
        if data.startswith(mark):
            return name
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return "cp1251"
    return "utf-8"
