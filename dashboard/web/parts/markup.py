"""Dash's components as HTML, so that the first answer already is the page: before its scripts, and without them.

It knows the components of `dash.html`, and draws a chart as a still of its figure.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from html import escape
from typing import Any, Final

from dash import dcc
from dash.development.base_component import Component

from dashboard.charts.still import still

_VOID: Final = frozenset({"br", "hr", "img", "input", "meta", "link", "col", "wbr"})
_NAMES: Final = {"className": "class", "htmlFor": "for", "hrefLang": "hreflang", "tabIndex": "tabindex"}
_LEFT_OUT: Final = frozenset({"children", "n_clicks", "key"})

_CAPITAL: Final = re.compile("[A-Z]")

Child = Component | str | int | float | None | Sequence["Child"]


def markup(child: Child) -> str:
    """Return a component, or several, as HTML; text is escaped."""
    if child is None:
        return ""
    if isinstance(child, str | int | float):
        return escape(str(child))
    if isinstance(child, Component):
        return _element(child)
    return "".join(markup(one) for one in child)


def _element(component: Component) -> str:
    said: Mapping[str, Any] = component.to_plotly_json()["props"]  # type: ignore[no-untyped-call]  # Dash has no type for it
    if isinstance(component, dcc.Graph):
        return still(said["figure"])
    tag = type(component).__name__.lower()
    attributes = "".join(_attribute(name, value) for name, value in said.items() if name not in _LEFT_OUT)
    if tag in _VOID:
        return f"<{tag}{attributes}>"
    return f"<{tag}{attributes}>{markup(said.get('children'))}</{tag}>"


def _attribute(name: str, value: object) -> str:
    if value is None or value is False:
        return ""
    if isinstance(value, Mapping):
        value = ";".join(f"{_CAPITAL.sub(_dashed, key)}:{one}" for key, one in value.items())
    written = _NAMES.get(name, name.lower())
    return f" {written}" if value is True else f' {written}="{escape(str(value))}"'


def _dashed(capital: re.Match[str]) -> str:
    return f"-{capital[0].lower()}"
