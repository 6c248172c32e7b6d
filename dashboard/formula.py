"""Text that a spreadsheet must not run: what somebody wrote in a cell stays a text wherever it is handed out."""

from __future__ import annotations

from typing import Final

STARTS: Final = ("=", "+", "-", "@", "\t", "\r", "\n")
"""How a text begins that a spreadsheet may run as a formula."""


def harmless(text: str) -> str:
    """Return a text with an apostrophe in front where it could run: what a person would type to keep it a text."""
    return f"'{text}" if text.startswith(STARTS) else text
