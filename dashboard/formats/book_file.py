"""A workbook as bytes: the same cells give the same bytes, and every formula brings its result along."""

from __future__ import annotations

import re
from io import BytesIO
from typing import Final
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl import Workbook

from dashboard.formats.book_cells import Results
from dashboard.formats.zip_file import undated
from dashboard.languages.language import Language
from dashboard.wording.file_text import BOOK

_MODIFIED: Final = re.compile(rb"(<dcterms:(created|modified)[^>]*>)[^<]*(</dcterms:\2>)")
_UNDATED: Final = rb"\g<1>1980-01-01T00:00:00Z\g<3>"
_END: Final = b"</headerFooter>"
_QUIET: Final = (
    b'<ignoredErrors><ignoredError sqref="A1:XFD1048576" numberStoredAsText="1" formula="1"/></ignoredErrors>'
)
"""A year as text and a formula unlike its neighbours are meant so; Excel would mark each with a green corner."""

_FORMULA: Final = re.compile(rb'(<c r="([A-Z]+[0-9]+)"[^>]*><f>[^<]*</f>)<v ?(?:/>|></v>)')


def stored(book: Workbook, title: str, language: Language, results: Results) -> bytes:
    """Return a workbook's bytes without the time at which it was made, and with what its formulas come to.

    Each sheet has been set up for printing by then.
    """
    book.properties.title = title
    book.properties.creator, book.properties.language = BOOK[language].creator, str(language)
    made, out = BytesIO(), BytesIO()
    book.save(made)
    parts = {f"xl/worksheets/sheet{at}.xml": sheet.title for at, sheet in enumerate(book.worksheets, start=1)}
    with ZipFile(made) as before, ZipFile(out, "w", ZIP_DEFLATED) as after:
        for name in before.namelist():
            data = before.read(name)
            if name == "docProps/core.xml":
                data = _MODIFIED.sub(_UNDATED, data)
            elif name in parts:
                data = _with_results(data, parts[name], results)
            after.writestr(undated(name, 0o600), data)
    return out.getvalue()


def _with_results(part: bytes, title: str, results: Results) -> bytes:
    """Return a sheet as stored, each formula followed by its result, and nothing marked; openpyxl can write neither."""
    calculated = _FORMULA.sub(lambda m: b"%b<v>%b</v>" % (m[1], repr(results[title, m[2].decode()]).encode()), part)
    return calculated.replace(_END, _END + _QUIET)
