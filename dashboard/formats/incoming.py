"""Other people's files -> rows as observations.csv and sources.csv have them, with what was done to each.

Every layout says how one of its rows becomes one of ours. The decisions taken here: an empty cell is no statement and
becomes no row, while a zero that is written down stays one; a row that is not plainly exports or imports between two
countries is left out, and how many were and why is said.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Final

from dashboard.reading.remarks import Remarks
from dashboard.reading.sheet import Form, Row
from dashboard.reading.sheet import read as read_sheet
from dashboard.values.errors import QuestionError
from dashboard.values.message import Message, joined

Cells = Mapping[str, str]

FLOWS: Final = {
    "x": "exports",
    "export": "exports",
    "exports": "exports",
    "gross exp.": "exports",
    "gross exports": "exports",
    "m": "imports",
    "import": "imports",
    "imports": "imports",
    "gross imp.": "imports",
    "gross imports": "imports",
}
_CODE = re.compile("[A-Z]{3}")
_VALUE = re.compile(r"[0-9]+(?:\.[0-9]+)?")
_PRODUCT = re.compile("TOTAL|[0-9]+")
WORLD: Final = ("W00", "WLD", "W", "0")


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Why a row of the file is none of ours."""

    why: str


SECOND: Final = LeftOut("the amount with re-exports stands in the file too and is taken")
AMOUNT: Final = ("reporter", "partner", "flow", "period", "product")


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """How one kind of file is laid out.

    Attributes:
        form: The columns by which it is known, and those that are used where they are there.
        source: The cells of its row in sources.csv, unless others are given.
        mapping: What becomes of its columns, one line each.
        convert: One row of it as a row of observations.csv, without source unless the file names it; or why not.
        published: The row of sources.csv that one row of the file carries along; None where it names no source.
        gives_way: Whether a row is left out where another one of the file is about the same amount.
    """

    form: Form
    source: Cells
    mapping: tuple[str, ...]
    convert: Callable[[Row], dict[str, str] | LeftOut]
    published: Callable[[Row], dict[str, str]] | None = None
    gives_way: Callable[[Row], bool] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Incoming:
    """What a file holds for us.

    Attributes:
        layout: What kind of file it is.
        rows: Rows for observations.csv.
        left_out: Reasons and how many rows each.
        notices: What the reader noticed.
        sources: Rows for sources.csv.
    """

    layout: str
    mapping: tuple[str, ...]
    rows: tuple[Cells, ...]
    left_out: Mapping[str, int]
    notices: tuple[str, ...] = ()
    sources: tuple[Cells, ...] = field(default=())


def fitting(layouts: tuple[Layout, ...], data: bytes) -> Layout:
    """Return the layout whose columns a file in CSV has.

    Raises:
        QuestionError: It has those of none.
    """
    for layout in layouts:
        remarks = Remarks(layout.form.file)
        read_sheet(layout.form, data.split(b"\n", 1)[0] + b"\n", remarks)
        if not remarks.problems:
            return layout
    known = "; ".join(f"{layout.form.file} ({', '.join(layout.form.required)})" for layout in layouts)
    raise QuestionError(Message("its columns are those of no file that is known; known are: {0}", known))


def converted(layout: Layout, data: bytes) -> Incoming:
    """Return what a file in CSV holds for us.

    Raises:
        QuestionError: It cannot be read.
    """
    remarks = Remarks(layout.form.file)
    read = read_sheet(layout.form, data, remarks)
    each = _without_second_ones(layout, read, [layout.convert(row) for row in read])
    if remarks.problems:
        raise QuestionError(joined((problem.sentence for problem in remarks.in_order), "\n"))
    sources: tuple[Cells, ...] = (layout.source,)
    if layout.published is not None:
        sources = tuple({source["id"]: source for source in map(layout.published, read)}.values())
    return Incoming(
        layout=layout.form.file,
        mapping=layout.mapping,
        rows=tuple(row for row in each if not isinstance(row, LeftOut)),
        left_out=Counter(row.why for row in each if isinstance(row, LeftOut)),
        notices=tuple(notice.message for notice in remarks.folded if "not known and kept" not in notice.message),
        sources=sources,
    )


def _without_second_ones(
    layout: Layout, read: tuple[Row, ...], each: list[dict[str, str] | LeftOut]
) -> list[dict[str, str] | LeftOut]:
    """Return the rows as they are, but those that give way left out where there are others on the same amount."""
    if layout.gives_way is None:
        return each
    second = [layout.gives_way(row) for row in read]
    first = {_amount(row) for row, is_second in zip(each, second, strict=True) if not is_second}
    return [
        SECOND if is_second and not isinstance(row, LeftOut) and _amount(row) in first else row
        for row, is_second in zip(each, second, strict=True)
    ]


def _amount(row: dict[str, str] | LeftOut) -> tuple[str, ...]:
    return () if isinstance(row, LeftOut) else tuple(row[name] for name in AMOUNT)


def level(
    *, reporter: str, partner: str, flow: str, period: str, value: str, unit: str, product: str, note: str = ""
) -> dict[str, str] | LeftOut:
    """Return a row of observations.csv for an amount, its step that of its digits; or why there is none.

    Codes, words and digits are as the file states them; period and unit as we write them, "" where there is none. A row
    about all products leaves `product` empty, so that files without that column stay as they are.
    """
    reporter, partner = ("WLD" if place in WORLD else place.upper() for place in (reporter, partner))
    refused = {
        "no country on one of the sides": not (_CODE.fullmatch(reporter) and _CODE.fullmatch(partner)),
        "trade of a country with itself": reporter == partner,
        f"flow {flow or '(empty)'} is neither exports nor imports": flow.lower() not in FLOWS,
        "the period is no year, half-year, quarter or month": not period,
        "no value; it is missing, which is not zero": not value,
        f"value {value} is not written in digits": _VALUE.fullmatch(value) is None,
        f"product {product} is no code of the Harmonized System": _PRODUCT.fullmatch(product.upper()) is None,
        "the unit is no currency": not unit,
    }
    if why := next((why for why, is_so in refused.items() if is_so), ""):
        return LeftOut(why)
    row = {"reporter": reporter, "partner": partner, "flow": FLOWS[flow.lower()], "period": period}
    row |= {"measure": "level", "value": value, "unit": unit, "step": _step(value), "scope": "goods"}
    return row | {"product": product if product.isdigit() else "", "note": note}


def _step(value: str) -> str:
    digits = value.partition(".")[2]
    return f"0.{'0' * (len(digits) - 1)}1" if digits else "1"
