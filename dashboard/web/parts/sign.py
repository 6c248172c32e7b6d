"""A verdict as it stands everywhere on the page: a sign that does not rest on colour, and its word."""

from __future__ import annotations

from dashboard.bounds.verdict import Verdict
from dashboard.web.parts import html
from dashboard.web.parts.attributes import unread
from dashboard.web.parts.html import Element
from dashboard.wording.naming import SIGNS


def sign(verdict: Verdict) -> Element:
    """Return the sign alone, which is not read aloud."""
    return html.Span(SIGNS[verdict], className=f"sign {verdict}", **unread())


def verdict_of(verdict: Verdict, word: str, of_row: str = "") -> Element:
    """Return the sign and the word; `of_row` is the sign of a row that has its own part in a conflict."""
    shown = html.Span(of_row, className=f"sign {verdict}", **unread()) if of_row else sign(verdict)
    return html.Span([shown, " ", word], className="verdict")
