"""Our rows as SDMX-CSV 2.0, and back again without loss.

The columns are named as SDMX's cross-domain concepts are where there is one (REF_AREA, COUNTERPART_AREA, TIME_PERIOD,
OBS_VALUE, UNIT_MEASURE, UNIT_MULT, DECIMALS, OBS_STATUS, COMMENT_OBS). The rest is what makes a printed number out of a
value: who published it (SOURCE and PUBLISHER to LANGUAGE), its STEP, its QUALIFIER, its WORDING. The decisions taken
here: what does not apply is "_Z", as SDMX has it; months that are no quarter, half or year are a time range
("2022-01-01/P10M"); the file has no byte order mark, since it is for programs.
"""

from __future__ import annotations

import csv
import re
from fractions import Fraction
from io import StringIO
from typing import Final

from dashboard.formats.incoming import Layout, LeftOut
from dashboard.languages.language import Language
from dashboard.reading.formula import harmless, unmarked
from dashboard.reading.sheet import Form, Row
from dashboard.values.observation import Dataset, Observation, Source
from dashboard.values.period import Period
from dashboard.wording.phrases import decimals_of

STRUCTURE: Final = ("dataflow", "TRADE:PUBLISHED_FIGURES(1.0)", "I")
"""The structure that the rows follow; I is information: it says nothing about what to do with rows already there."""

NONE: Final = "_Z"
ROUNDED: Final = "rounded"
PERCENT: Final = "PT"
TIMES: Final = "RT"
MULTIPLIERS: Final = {"": "0", "th": "3", "mn": "6", "bn": "9", "tn": "12"}

DIMENSIONS: Final = [
    "SOURCE",
    "REF_AREA",
    "COUNTERPART_AREA",
    "SCOPE",
    "PRODUCT",
    "CURRENCY",
    "FLOW",
    "MEASURE",
    "COMPARED_WITH",
    "TIME_PERIOD",
]
ATTRIBUTES: Final = [
    "UNIT_MEASURE",
    "UNIT_MULT",
    "DECIMALS",
    "OBS_STATUS",
    "UNIT",
    "STEP",
    "QUALIFIER",
    "WORDING",
    "COMMENT_OBS",
]
OF_SOURCE: Final = ["PUBLISHER", "TITLE", "PUBLISHED", "ADDRESS", "LANGUAGE", "RETRIEVED", "SOURCE_NOTE"]
"""Attributes of all rows of one source: the columns of sources.csv."""

IN_LANGUAGES: Final = [
    f"{name}_{language.upper()}"
    for name in ("PUBLISHER", "NOTE")
    for language in Language
    if language is not Language.EN
]
"""The publisher's name and the note of a source in the page's other languages, where sources.csv has them."""

_MUST: Final = (*DIMENSIONS, "OBS_VALUE", "UNIT", "STEP", "QUALIFIER", "PUBLISHER")
_OTHERS: Final = tuple(name for name in (*ATTRIBUTES, *OF_SOURCE, *IN_LANGUAGES) if name not in _MUST)
_RANGE: Final = re.compile(r"(?P<year>[0-9]{4})-(?P<month>0[1-9]|1[0-2])-01/P(?P<months>[1-9][0-9]{0,3})M")


def content(dataset: Dataset) -> bytes:
    """Return the bytes of a file in SDMX-CSV 2.0 with every row of a data set."""
    sources = {source.id: source for source in dataset.sources}
    out = StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    head = ("STRUCTURE", "STRUCTURE_ID", "ACTION")
    writer.writerow((*head, *DIMENSIONS, "OBS_VALUE", *ATTRIBUTES, *OF_SOURCE, *IN_LANGUAGES))
    for row in dataset.observations:
        writer.writerow((*STRUCTURE, *_dimensions(row), f"{row.value:f}", *_attributes(row), *_of(sources[row.source])))
    return out.getvalue().encode("utf-8")


def _dimensions(row: Observation) -> tuple[str, ...]:
    block, base = row.block, row.compared_with
    who = (harmless(row.source), block.reporter, block.partner, block.scope, harmless(block.product), block.currency)
    return (*who, row.flow, row.measure, NONE if base is None else _written(base), _written(row.period))


def _attributes(row: Observation) -> tuple[str, ...]:
    first, _, magnitude = row.unit.text.partition(" ")
    measure = {"%": PERCENT, "times": TIMES}.get(first, first)
    multiplier = "0" if measure in (PERCENT, TIMES) else MULTIPLIERS[magnitude]
    step, places = ("", "") if row.step is None else (f"{row.step:f}", str(decimals_of(Fraction(row.step))))
    said = (row.qualifier or ROUNDED, harmless(row.wording), harmless(row.note))
    return (measure, multiplier, places, "A", row.unit.text, step, *said)


def _of(source: Source) -> tuple[str, ...]:
    published, retrieved = (str(date or "") for date in (source.published, source.retrieved))
    told = (source.publisher, source.title, published, source.address, source.language, retrieved)
    names = dict(source.extra)
    return tuple(map(harmless, (*told, source.note, *(names.get(name.lower(), "") for name in IN_LANGUAGES))))


def _written(period: Period) -> str:
    """Return a period as SDMX writes it: "2022", "2022-S1", "2022-Q3", "2022-M10" or "2022-01-01/P10M"."""
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


def _own(row: Row) -> dict[str, str] | LeftOut:
    if row.text("action").upper() == "D":
        return LeftOut("a row to delete (ACTION D)")
    product, qualifier = _text(row, "product"), row.text("qualifier")
    return {
        "source": _text(row, "source"),
        "reporter": row.text("ref_area"),
        "partner": row.text("counterpart_area"),
        "flow": row.text("flow"),
        "period": _period(row.text("time_period")),
        "measure": row.text("measure"),
        "value": row.text("obs_value"),
        "unit": row.text("unit"),
        "step": row.text("step"),
        "qualifier": "" if qualifier == ROUNDED else qualifier,
        "compared_with": _period(row.text("compared_with")),
        "scope": row.text("scope"),
        "product": "" if product == "TOTAL" else product,
        "wording": _text(row, "wording"),
        "note": _text(row, "comment_obs"),
    }


def _source(row: Row) -> dict[str, str]:
    columns = ("publisher", "title", "published", "address", "language", "retrieved")
    told = {name: _text(row, name) for name in columns} | {"note": _text(row, "source_note")}
    names = {name.lower(): text for name in IN_LANGUAGES if (text := _text(row, name.lower()))}
    return {"id": _text(row, "source")} | told | names


def _text(row: Row, column: str) -> str:
    """Return a text without the mark that keeps spreadsheets from running it."""
    return unmarked(row.text(column))


SDMX_OWN: Final = Layout(
    Form(
        "SDMX-CSV of published figures",
        tuple(name.lower() for name in _MUST),
        tuple(name.lower() for name in ("STRUCTURE", "STRUCTURE_ID", "ACTION", *_OTHERS)),
    ),
    {},
    ("the columns that `export NAME.sdmx.csv` writes -> as they were",),
    _own,
    _source,
)
