"""Elements as Dash's components: one for all that no callback changes, as Dash looks after each of its own.

The elements in it are made by assets/static.js, and each is what `dash.html` makes of it.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from dash import dcc, html
from dash.development.base_component import Component

from dashboard.web.parts.html import GRAPH, INPUT, Element, Part

Tree = list[Any]
"""The tag of an element, its attributes, and what is in it: trees and texts."""

_LIVE: Final[dict[str, type[Component]]] = {GRAPH: dcc.Graph, INPUT: dcc.Input}
"""The elements that Dash has components of its own for."""


class Static(Component):
    """A tree of elements, made anew whenever it is another tree."""

    _namespace = "dashboard_page"
    _type = "Static"

    def __init__(self, tree: Tree) -> None:
        self._prop_names = ["tree"]
        self._valid_wildcard_attributes = []
        super().__init__(tree=tree)  # type: ignore[no-untyped-call]


def shell() -> Component:
    """Return what stays while pages come and go: the address, the pulse, the banner's place, the page's place."""
    return html.Div(
        [
            dcc.Location(id="address", refresh=False),
            *(dcc.Store(id=name) for name in ("pulse", "scheme", "seen")),
            *(html.Div(id=name, role="status") for name in ("banner", "since")),
            html.Div(id="news", role="status", className="unseen"),
            html.Div(id="page"),
        ]
    )


def components(elements: Iterable[Element]) -> list[Component | str]:
    """Return elements as components, in which one stands for every tree without a graph or an input."""
    return [_whole(_reduced(element)) for element in elements]


def _reduced(part: Part) -> Tree | str | Component:
    """Return an element as a tree; one that holds a graph or an input as a component, with whole trees in it."""
    if isinstance(part, str):
        return part
    attributes = dict(part.attributes)
    if part.tag in _LIVE:
        return _LIVE[part.tag](**attributes)
    inside = [_reduced(child) for child in part.children]
    if any(isinstance(child, Component) for child in inside):
        made: Component = getattr(html, part.tag.capitalize())([_whole(child) for child in inside], **attributes)
        return made
    return [part.tag, attributes, inside]


def _whole(reduced: Tree | str | Component) -> Component | str:
    return Static(reduced) if isinstance(reduced, list) else reduced
