"""Attributes of elements whose names are no Python names: for screen readers, and for assets/page.js."""

from __future__ import annotations

from typing import Any

Attributes = dict[str, Any]
"""To be passed on with two asterisks; Dash types each of its own arguments and knows nothing of these."""


def labelled(text: str) -> Attributes:
    """Return the name of an element for those who do not see it."""
    return {"aria-label": text}


def unread() -> Attributes:
    """Return what keeps a mere decoration from being read aloud."""
    return {"aria-hidden": "true"}


def current(kind: str) -> Attributes:
    """Return what says that a link leads to where the reader is: "page", or "true" for a choice."""
    return {"aria-current": kind}


def data(**values: str) -> Attributes:
    """Return values for the page's script: `data(href="/")` is data-href."""
    return {f"data-{name}": value for name, value in values.items()}
