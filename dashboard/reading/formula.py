"""Text that a spreadsheet must not run: what somebody wrote in a cell stays a text wherever it is handed out.

A spreadsheet of a country with decimal commas splits lines at semicolons, quotation marks or not, so that a cell can
begin inside another one.
"""

from __future__ import annotations

import re
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from typing import Final

STARTS: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""How a text begins that a spreadsheet may run as a formula; the last four are those of East Asian keyboards."""

_NUMBER: Final = r'(?:[.,]?[0-9][0-9., \u00a0\u2009\u202f\udca0]*%?)?"*(?=[,;\t\r\n]|$)'
_INSIDE: Final = re.compile(rf'(?<=[;\t\r\n])("*)(?=[=@＝＠]|[+－＋-](?!{_NUMBER}))')
_MARKED: Final = re.compile(r"""(?<=[;\t\r\n])("*)'(?=[=@+＝＋－＠-])""")
_APOSTROPHE: Final = r"\1'"
_IN_FILE: Final = re.compile(rf'((?:^|[,;\t\r\n])"*)(?=[=@＝＠]|[+－＋-](?!{_NUMBER}))')


def harmless(text: str) -> str:
    """Return a text with an apostrophe in front where it could run: what a person would type to keep it a text."""
    if text.startswith(STARTS):
        return f"'{text[0]}{_INSIDE.sub(_APOSTROPHE, text[1:])}"
    return _INSIDE.sub(_APOSTROPHE, text)


def unmarked(text: str) -> str:
    """Return a text as it was before `harmless`."""
    first = text[1:] if text.startswith("'") and text[1:].startswith(STARTS) else text
    return _MARKED.sub(r"\1", first)


def harmless_file(data: bytes) -> bytes:
    """Return a CSV file with an apostrophe in front of every cell that could run, and every other byte as it was."""
    coding = "utf-16" if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)) else "utf-8"
    text = data.decode(coding, errors="surrogateescape" if coding == "utf-8" else "replace")
    safe = _IN_FILE.sub(_APOSTROPHE, text)
    return data if safe == text else safe.encode(coding, errors="surrogateescape")
