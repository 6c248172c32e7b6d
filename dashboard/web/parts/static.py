"""What no callback changes, as one component: Dash looks after each of its own, and a page has a thousand.

Its elements are made by assets/static.js, and each is what `dash.html` makes of it. The first answer has no need of it.
"""

from __future__ import annotations

from typing import Any, Final

from dash.development.base_component import Component

_HTML: Final = "dash_html_components"

Tree = list[Any]
"""The name of an element, its attributes, and what is in it: trees and texts."""


class Static(Component):
    """A tree of elements, made anew whenever it is another tree."""

    _namespace = "dashboard_page"
    _type = "Static"

    def __init__(self, tree: Tree) -> None:
        self._prop_names = ["tree"]
        self._valid_wildcard_attributes = []
        super().__init__(tree=tree)  # type: ignore[no-untyped-call]


def static(parts: list[Component]) -> list[Component]:
    """Return components, changed in place, in which one stands for every element without a component of `dash.dcc`."""
    return [_whole(_reduced(part)) for part in parts]


def _reduced(part: Any) -> Tree | str | Component:  # noqa: ANN401 - each component has children of its own type
    """Return an element as a tree; what holds a component of another kind as it is, with the trees in it made whole."""
    if not isinstance(part, Component):
        return str(part)
    if part._namespace != _HTML:  # noqa: SLF001 - Dash's only mark of a component's kind
        return part
    children = getattr(part, "children", None)
    several = children if isinstance(children, list | tuple) else [children]
    inside = [_reduced(child) for child in several if child is not None]
    if any(isinstance(child, Component) for child in inside):
        part.children = [_whole(child) for child in inside]
        return part
    said: dict[str, Any] = part.to_plotly_json()["props"]  # type: ignore[no-untyped-call]
    attributes = {name: value for name, value in said.items() if name != "children"}
    return [type(part).__name__.lower(), attributes, inside]


def _whole(reduced: Tree | str | Component) -> Any:  # noqa: ANN401
    return Static(reduced) if isinstance(reduced, list) else reduced
