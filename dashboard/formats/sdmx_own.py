"""Our rows as SDMX-CSV 2.0, and back again without loss.

The columns are named as SDMX's cross-domain concepts are where there is one (REF_AREA, COUNTERPART_AREA, TIME_PERIOD,
OBS_VALUE, UNIT_MEASURE, UNIT_MULT, DECIMALS, OBS_STATUS, COMMENT_OBS). The rest is what makes a printed number out of a
value: who published it (SOURCE and PUBLISHER to LANGUAGE), its STEP, its QUALIFIER, its WORDING. Each column is one
record: what it writes, and what it is read back as. The decisions taken here: what does not apply is "_Z", as SDMX has
it; months that are no quarter, half or year are a time range ("2022-01-01/P10M"); the file has no byte order mark,
since it is for programs.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from io import StringIO
from typing import Final, Generic, TypeVar

from dashboard.formats.incoming import Layout, LeftOut
from dashboard.languages.language import Language
from dashboard.reading.formula import harmless, unmarked
from dashboard.reading.sheet import Form, Row
from dashboard.values.observation import Dataset, Observation, Source
from dashboard.values.period import Period
from dashboard.wording.phrases import decimals_of

R = TypeVar("R")

STRUCTURE: Final = {"STRUCTURE": "dataflow", "STRUCTURE_ID": "TRADE:PUBLISHED_FIGURES(1.0)", "ACTION": "I"}
"""The structure that the rows follow; I is information: it says nothing about what to do with rows already there."""

NONE: Final = "_Z"
ROUNDED: Final = "rounded"
PERCENT: Final = "PT"
TIMES: Final = "RT"
MULTIPLIERS: Final = {"": "0", "th": "3", "mn": "6", "bn": "9", "tn": "12"}
_RANGE: Final = re.compile(r"(?P<year>[0-9]{4})-(?P<month>0[1-9]|1[0-2])-01/P(?P<months>[1-9][0-9]{0,3})M")


@dataclass(frozen=True, slots=True, kw_only=True)
class Concept(Generic[R]):
    """A column of the file.

    Attributes:
        name: Its head, "REF_AREA".
        write: What its cell says of a row or a source.
        ours: The column of observations.csv or sources.csv that it is read back into; "" for what others imply.
        read: What becomes of its cell there.
        must: Whether a file without it is not taken for one of ours.
    """

    name: str
    write: Callable[[R], str]
    ours: str = ""
    read: Callable[[str], str] = str
    must: bool = False


def content(dataset: Dataset) -> bytes:
    """Return the bytes of a file in SDMX-CSV 2.0 with every row of a data set."""
    sources = {source.id: [column.write(source) for column in OF_SOURCE] for source in dataset.sources}
    out = StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow((*STRUCTURE, *(column.name for column in OF_ROW), *(column.name for column in OF_SOURCE)))
    for row in dataset.observations:
        cells = (column.write(row) for column in OF_ROW)
        writer.writerow((*STRUCTURE.values(), *cells, *sources[row.source]))
    return out.getvalue().encode("utf-8")


def _measure(row: Observation) -> str:
    first = row.unit.text.partition(" ")[0]
    return {"%": PERCENT, "times": TIMES}.get(first, first)


def _multiplier(row: Observation) -> str:
    return "0" if _measure(row) in (PERCENT, TIMES) else MULTIPLIERS[row.unit.text.partition(" ")[2]]


def _written(period: Period | None) -> str:
    """Return a period as SDMX writes it: "2022", "2022-S1", "2022-Q3", "2022-M10" or "2022-01-01/P10M"."""
    if period is None:
        return NONE
    text = str(period)
    match period.kind:
        case "half":
            return text.replace("H", "S")
        case "month":
            return text.replace("-", "-M")
        case "months":
            return f"{period.year}-{period.first_month:02}-01/P{period.months}M"
        case _:
            return text


def _period(text: str) -> str:
    """Return a period as our files write it; "" for what does not apply, any other text as it is."""
    if match := _RANGE.fullmatch(text):
        start = int(match["year"]) * 12 + int(match["month"]) - 1
        return str(Period(start, int(match["months"])))
    return "" if text == NONE else text.replace("-M", "-").replace("-S", "-H")


def _product(text: str) -> str:
    return "" if unmarked(text) == "TOTAL" else unmarked(text)


def _qualifier(text: str) -> str:
    return "" if text == ROUNDED else text


OF_ROW: Final[tuple[Concept[Observation], ...]] = (
    Concept(name="SOURCE", write=lambda row: harmless(row.source), ours="source", read=unmarked, must=True),
    Concept(name="REF_AREA", write=lambda row: row.block.reporter, ours="reporter", must=True),
    Concept(name="COUNTERPART_AREA", write=lambda row: row.block.partner, ours="partner", must=True),
    Concept(name="SCOPE", write=lambda row: row.block.scope, ours="scope", must=True),
    Concept(name="PRODUCT", write=lambda row: harmless(row.block.product), ours="product", read=_product, must=True),
    Concept(name="CURRENCY", write=lambda row: row.block.currency, must=True),
    Concept(name="FLOW", write=lambda row: row.flow, ours="flow", must=True),
    Concept(name="MEASURE", write=lambda row: row.measure, ours="measure", must=True),
    Concept(
        name="COMPARED_WITH",
        write=lambda row: _written(row.compared_with),
        ours="compared_with",
        read=_period,
        must=True,
    ),
    Concept(name="TIME_PERIOD", write=lambda row: _written(row.period), ours="period", read=_period, must=True),
    Concept(name="OBS_VALUE", write=lambda row: f"{row.value:f}", ours="value", must=True),
    Concept(name="UNIT_MEASURE", write=_measure),
    Concept(name="UNIT_MULT", write=_multiplier),
    Concept(name="DECIMALS", write=lambda row: "" if row.step is None else str(decimals_of(Fraction(row.step)))),
    Concept(name="OBS_STATUS", write=lambda _: "A"),
    Concept(name="UNIT", write=lambda row: row.unit.text, ours="unit", must=True),
    Concept(name="STEP", write=lambda row: "" if row.step is None else f"{row.step:f}", ours="step", must=True),
    Concept(name="QUALIFIER", write=lambda row: row.qualifier or ROUNDED, ours="qualifier", read=_qualifier, must=True),
    Concept(name="WORDING", write=lambda row: harmless(row.wording), ours="wording", read=unmarked),
    Concept(name="COMMENT_OBS", write=lambda row: harmless(row.note), ours="note", read=unmarked),
)
"""Dimensions, the value, and its attributes."""


_IN_LANGUAGES: Final = tuple(
    f"{name}_{language}" for name in ("publisher", "note") for language in Language if language is not Language.EN
)
"""The publisher's name and the note of a source in the page's other languages, where sources.csv has them."""


def _of_source(ours: str, name: str = "", *, must: bool = False) -> Concept[Source]:
    def write(source: Source) -> str:
        cell = dict(source.extra).get(ours) if ours in _IN_LANGUAGES else getattr(source, ours)
        return harmless(str(cell or ""))

    return Concept(name=name or ours.upper(), write=write, ours=ours, read=unmarked, must=must)


OF_SOURCE: Final[tuple[Concept[Source], ...]] = (
    _of_source("publisher", must=True),
    *map(_of_source, ("title", "published", "address", "language", "retrieved")),
    _of_source("note", "SOURCE_NOTE"),
    *map(_of_source, _IN_LANGUAGES),
)
"""Attributes of all rows of one source: the columns of sources.csv."""

_ALL: Final[tuple[Concept[Observation] | Concept[Source], ...]] = (*OF_ROW, *OF_SOURCE)


def _own(row: Row) -> dict[str, str] | LeftOut:
    if row.text("action").upper() == "D":
        return LeftOut("a row to delete (ACTION D)")
    return {column.ours: column.read(row.text(column.name.lower())) for column in OF_ROW if column.ours}


def _source(row: Row) -> dict[str, str]:
    cells = {column.ours: column.read(row.text(column.name.lower())) for column in OF_SOURCE}
    named = {name: text for name, text in cells.items() if text or name not in _IN_LANGUAGES}
    return {"id": unmarked(row.text("source"))} | named


SDMX_OWN: Final = Layout(
    form=Form(
        "SDMX-CSV of published figures",
        tuple(column.name.lower() for column in _ALL if column.must),
        tuple(name.lower() for name in (*STRUCTURE, *(column.name for column in _ALL if not column.must))),
    ),
    source={},
    mapping=("the columns that `export NAME.sdmx.csv` writes -> as they were",),
    convert=_own,
    published=_source,
)
