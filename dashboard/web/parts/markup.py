"""Elements as HTML: the first answer, a frame and the report are the page before any script, and without one."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import escape
from typing import Final

from dashboard.charts.still import still
from dashboard.web.parts.html import GRAPH, Element, Parts

_VOID: Final = frozenset({"br", "hr", "img", "input", "meta", "link", "col", "wbr"})
_NAMES: Final = {"className": "class", "htmlFor": "for"}
_CAPITAL: Final = re.compile("[A-Z]")


def markup(parts: Parts) -> str:
    """Return an element, or several, as HTML; text is escaped, and a graph is a still of its figure."""
    if isinstance(parts, str):
        return escape(parts)
    if isinstance(parts, Element):
        return _element(parts)
    return "".join(markup(part) for part in parts)


def _element(element: Element) -> str:
    if element.tag == GRAPH:
        return still(element.attributes["figure"])
    attributes = "".join(_attribute(name, value) for name, value in element.attributes.items())
    start = f"<{element.tag}{attributes}>"
    return start if element.tag in _VOID else f"{start}{markup(element.children)}</{element.tag}>"


def _attribute(name: str, value: object) -> str:
    written = _NAMES.get(name, name.lower())
    if value is True:
        return f" {written}"
    if isinstance(value, Mapping):
        value = ";".join(f"{_CAPITAL.sub(_dashed, key)}:{one}" for key, one in value.items())
    return f' {written}="{escape(str(value))}"'


def _dashed(capital: re.Match[str]) -> str:
    return f"-{capital[0].lower()}"
