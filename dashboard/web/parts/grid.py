"""A table of the page: no column without anything in it, numbers one under the other at their decimal sign.

Where it finds no room, each row is a few lines instead, in which a cell says its column; the roles keep it a table for
screen readers.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from dashboard.web.parts import html
from dashboard.web.parts.attributes import data
from dashboard.web.parts.html import Element

Cell = str | Element

_NUMBER: Final = re.compile(r"[+−]?[\d\N{NO-BREAK SPACE}]+(?P<rest>[.,]\d+)?")
_FIGURE: Final = "\N{FIGURE SPACE}"


def table(columns: Iterable[str], rows: Iterable[Sequence[Cell]], kind: str = "") -> Element:
    """Return a table that scrolls by itself where it is wider than the page; the first cell of a row names it."""
    body = [tuple(row) for row in rows]
    kept = [(at, name) for at, name in enumerate(columns) if not at or any(row[at] != "" for row in body)]
    names = tuple(name for _, name in kept)
    told = [_column([row[at] for row in body]) if at else [row[at] for row in body] for at, _ in kept]
    head = html.Tr([html.Th(name, scope="col", role="columnheader") for name in names], role="row")
    lines = [_row(names, cells) for cells in zip(*told, strict=True)]
    parts = [html.Thead(head, role="rowgroup"), html.Tbody(lines, role="rowgroup")]
    return html.Div(html.Table(parts, role="table"), className=f"scroll stacked {kind}", tabIndex="0", role="group")


def _row(names: Sequence[str], cells: Sequence[Cell | list[Cell]]) -> Element:
    """Return a row; an empty cell is empty for CSS too, which a phone leaves out."""
    named = html.Th(cells[0], scope="row", role="rowheader", **data(column=names[0]))
    rest = (
        html.Td([] if cell == "" else cell, role="cell", **data(column=name))
        for name, cell in zip(names[1:], cells[1:], strict=True)
    )
    return html.Tr([named, *rest], role="row")


def _column(cells: Sequence[Cell]) -> Sequence[Cell | list[Cell]]:
    """Return the cells of a column; numbers with decimals stand as far in as the longest of them asks for."""
    found = [_NUMBER.fullmatch(cell) if isinstance(cell, str) else None for cell in cells]
    numbers = [one for one in found if one is not None]
    if len(numbers) < len([cell for cell in cells if cell != ""]) or not any(one["rest"] for one in numbers):
        return cells
    longest = max(_before(one) for one in numbers)
    return [[_pad(longest - _before(one)), one[0]] if one else "" for one in found]


def _pad(signs: int) -> Element:
    return html.Span(_FIGURE * signs, className="pad")


def _before(number: re.Match[str]) -> int:
    """Return how many signs and digits stand in front of the decimal sign."""
    return len(number[0]) - len(number["rest"] or "")
