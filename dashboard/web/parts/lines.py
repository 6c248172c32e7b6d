"""No line of a page ends inside an amount: every text that a page shows goes through here once, as its last step.

Values, addresses, files and what pictures say of themselves keep their plain spaces.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Final

from dashboard.web.parts.html import Element, Part

_KEPT: Final = ("pre", "select")
"""What is copied as it stands, and what stands in a list to choose from."""


def joined(parts: Iterable[Element], unbroken: Callable[[str], str]) -> list[Element]:
    """Return elements whose texts are those that `unbroken` makes of them."""
    return [_joined(part, unbroken) for part in parts]


def _joined(element: Element, unbroken: Callable[[str], str]) -> Element:
    if element.tag in _KEPT:
        return element

    def join(part: Part) -> Part:
        return unbroken(part) if isinstance(part, str) else _joined(part, unbroken)

    return replace(element, children=tuple(map(join, element.children)))
