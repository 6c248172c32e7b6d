"""No line of a page ends inside an amount: every text that a page shows goes through here once, as its last step.

Values, addresses, files and what pictures say of themselves keep their plain spaces.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from dash import dcc, html
from dash.development.base_component import Component

_KEPT: Final = (dcc.Graph, dcc.Input, html.Select)


def joined(parts: list[Component], unbroken: Callable[[str], str]) -> list[Component]:
    """Return components, changed in place, whose texts are those that `unbroken` makes of them."""
    for part in parts:
        _join(part, unbroken)
    return parts


def _join(part: object, unbroken: Callable[[str], str]) -> None:
    inside = None if isinstance(part, _KEPT) else getattr(part, "children", None)
    if isinstance(inside, str):
        part.children = unbroken(inside)  # type: ignore[attr-defined]  # each component has children of its own type
    elif isinstance(inside, list | tuple):
        part.children = [unbroken(one) if isinstance(one, str) else one for one in inside]  # type: ignore[attr-defined]
        for one in inside:
            _join(one, unbroken)
    elif inside is not None:
        _join(inside, unbroken)
