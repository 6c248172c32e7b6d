"""Elements of the page as plain values, which become HTML, or components of Dash in an open page.

Attributes are named as in the DOM (`className`, `htmlFor`, `tabIndex`). Two elements are more than their tags: a graph,
which is a chart as plotly takes it, and an input, which holds what a reader types.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final


@dataclass(frozen=True, slots=True)
class Element:
    """An element with what is in it.

    Attributes:
        attributes: By their names; what is True stands there by its name alone.
    """

    tag: str
    attributes: Mapping[str, Any]
    children: tuple[Part, ...] = ()


Part = Element | str
Parts = Part | Iterable[Part]


@dataclass(frozen=True, slots=True)
class Tag:
    """What makes the elements of one name."""

    name: str

    def __call__(self, children: Parts = (), **attributes: Any) -> Element:  # noqa: ANN401 - texts, switches, figures
        """Return an element; attributes that are None or False are left out."""
        inside = (children,) if isinstance(children, Element | str) else tuple(children)
        said = {name: value for name, value in attributes.items() if value is not None and value is not False}
        return Element(self.name, said, inside)


GRAPH: Final = "graph"
INPUT: Final = "input"

Graph: Final = Tag(GRAPH)
Input: Final = Tag(INPUT)
A: Final = Tag("a")
Aside: Final = Tag("aside")
Br: Final = Tag("br")
Button: Final = Tag("button")
Cite: Final = Tag("cite")
Code: Final = Tag("code")
Dd: Final = Tag("dd")
Details: Final = Tag("details")
Div: Final = Tag("div")
Dl: Final = Tag("dl")
Dt: Final = Tag("dt")
Figcaption: Final = Tag("figcaption")
Figure: Final = Tag("figure")
Footer: Final = Tag("footer")
Form: Final = Tag("form")
H1: Final = Tag("h1")
H2: Final = Tag("h2")
H3: Final = Tag("h3")
Header: Final = Tag("header")
Label: Final = Tag("label")
Li: Final = Tag("li")
Main: Final = Tag("main")
Nav: Final = Tag("nav")
Ol: Final = Tag("ol")
Optgroup: Final = Tag("optgroup")
Option: Final = Tag("option")
P: Final = Tag("p")
Pre: Final = Tag("pre")
Section: Final = Tag("section")
Select: Final = Tag("select")
Span: Final = Tag("span")
Strong: Final = Tag("strong")
Summary: Final = Tag("summary")
Table: Final = Tag("table")
Tbody: Final = Tag("tbody")
Td: Final = Tag("td")
Th: Final = Tag("th")
Thead: Final = Tag("thead")
Tr: Final = Tag("tr")
Ul: Final = Tag("ul")
