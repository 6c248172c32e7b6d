"""A data set packed to be taken away: its files, what they mean, and what the checks say.

A file is packed as it is to the last byte, but for an apostrophe before a cell that a spreadsheet would run. The same
data give the same bytes: no clock is asked, and every file in it carries one fixed date.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from io import BytesIO
from typing import Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from dashboard.formats.citation import Citation
from dashboard.formats.descriptor import descriptor
from dashboard.languages.language import Language
from dashboard.reading.formula import harmless_file
from dashboard.wording.file_text import PACKAGE, TABLES

DESCRIPTOR: Final = "datapackage.json"
DATE: Final = (1980, 1, 1, 0, 0, 0)
"""The earliest that a zip file can say; it stands for no date."""


def content(files: Mapping[str, bytes], findings: bytes, citation: Citation, language: Language) -> bytes:
    """Return the bytes of a .zip file: `files`, what they mean, how to cite them, what was found."""
    files = _described(files)
    readme = "\n".join(_readme(files, citation, language)) + "\n"
    cited = {"citation.bib": citation.bibtex.encode("utf-8"), "citation.ris": citation.ris.encode("utf-8")}
    packed = {"README.md": readme.encode("utf-8"), **files, "findings.json": findings, **cited}
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        for name, data in packed.items():
            archive.writestr(undated(name, 0o644), data)
    return out.getvalue()


def undated(name: str, rights: int) -> ZipInfo:
    """Return the entry of a file in a zip, which says no date: so the same files give the same bytes."""
    entry = ZipInfo(name, DATE)
    entry.compress_type = ZIP_DEFLATED
    entry.external_attr = rights << 16
    return entry


def _described(files: Mapping[str, bytes]) -> Mapping[str, bytes]:
    """Return the data files, and last a description that fits them."""
    tables = {name: harmless_file(data) for name, data in files.items() if name != DESCRIPTOR}
    return {**tables, DESCRIPTOR: descriptor(files.get(DESCRIPTOR), tables)}


def _readme(files: Mapping[str, bytes], citation: Citation, language: Language) -> Iterator[str]:
    text, reading = PACKAGE[language], TABLES[language].reading
    yield from (f"# {citation.title}", "", f"## {text.cite}", "", citation.text)
    yield from ("", f"## {text.reading}", "", reading[0], "", f"## {text.files}", "", text.unchanged, "")
    yield from (f"- {name}" for name in files)
    yield f"- {text.findings}"
    yield from ("", f"## {text.columns}")
    yield from _columns(files[DESCRIPTOR])


def _columns(described: bytes) -> Iterator[str]:
    for resource in json.loads(described)["resources"]:
        yield from ("", f"### {resource['path']}", "")
        for field in resource["schema"]["fields"]:
            yield f"- `{field['name']}`: {field['description']}" if "description" in field else f"- `{field['name']}`"
