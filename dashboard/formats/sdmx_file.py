"""SDMX-CSV 1.0 and 2.0: one observation on a line, dimensions and attributes as columns.

The first column is DATAFLOW in 1.0 and STRUCTURE in 2.0. Which dimensions there are is each agency's choice; known are
the names that trade data go by. The decision taken here: a unit that is not said is not guessed.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from dashboard.formats.incoming import Layout, LeftOut, level
from dashboard.reading.sheet import Form, Row

REPORTER: Final = ("ref_area", "reporter", "reporting_area")
PARTNER: Final = ("counterpart_area", "partner", "vis_a_vis_area")
FLOW: Final = ("flow", "trade_flow")
UNIT: Final = ("unit_measure", "unit", "currency")
PRODUCT: Final = ("product", "commodity", "cmd_code")
SCALES: Final = {"": "", "0": "", "3": " th", "6": " mn", "9": " bn", "12": " tn"}
MISSING: Final = ("M", "O", "L", "Q")
"""Codes of OBS_STATUS (SDMX code list CL_OBS_STATUS) under which a value is missing or withheld."""

_TIME = re.compile(r"(?P<year>[0-9]{4})(?:-(?P<part>M?(?:0[1-9]|1[0-2])|Q[1-4]|[HS][12]|A1))?")


def _first(row: Row, columns: tuple[str, ...]) -> str:
    """Return the code in the first of some columns that is filled; a label behind a colon is left out."""
    code = next((text for column in columns if (text := row.text(column))), "")
    return code.partition(":")[0].strip()


def _sdmx(row: Row) -> dict[str, str] | LeftOut:
    if row.text("action").upper() == "D":
        return LeftOut("a row to delete (ACTION D)")
    value, status = row.text("obs_value"), _first(row, ("obs_status",))
    unit, scale = _first(row, UNIT).upper(), SCALES.get(_first(row, ("unit_mult",)))
    made = level(
        reporter=_first(row, REPORTER),
        partner=_first(row, PARTNER),
        flow=_first(row, FLOW),
        period=_period(_first(row, ("time_period",))),
        value="" if value == "NaN" or status in MISSING else value,
        unit=f"{unit}{scale}" if scale is not None and re.fullmatch("[A-Z]{3}", unit) else "",
        product=_first(row, PRODUCT) or "TOTAL",
        note="estimated by the publisher" if status == "E" else "",
    )
    return made if isinstance(made, LeftOut) else made | _precision(row.text("decimals"))


def _precision(decimals: str) -> dict[str, str]:
    return {"step": str(Decimal(1).scaleb(-int(decimals)))} if re.fullmatch("[0-9]", decimals) else {}


def _period(text: str) -> str:
    """Return a period as we write it for one as SDMX does: "2022-M10" is "2022-10", "2022-S1" is "2022-H1"."""
    match = _TIME.fullmatch(text)
    if match is None:
        return ""
    part = (match["part"] or "A1").replace("M", "").replace("S", "H")
    return match["year"] if part == "A1" else f"{match['year']}-{part}"


SDMX: Final = Layout(
    form=Form(
        "SDMX-CSV",
        ("time_period", "obs_value"),
        (
            *(*REPORTER, *PARTNER, *FLOW, *UNIT, *PRODUCT, "unit_mult", "obs_status", "decimals", "action"),
            *("dataflow", "structure", "structure_id"),
        ),
    ),
    source={"id": "sdmx", "publisher": "SDMX", "title": "SDMX-CSV file"},
    mapping=(
        f"{' or '.join(REPORTER).upper()} -> reporter; {' or '.join(PARTNER).upper()} -> partner",
        f"{' or '.join(FLOW).upper()} X, M -> exports, imports",
        "TIME_PERIOD -> period (2022-M10 is 2022-10, 2022-S1 is 2022-H1)",
        f"OBS_VALUE -> value; {' or '.join(UNIT).upper()} with UNIT_MULT -> unit; DECIMALS -> step",
        "OBS_STATUS M, O, L, Q or an empty value is missing, 0 is zero",
    ),
    convert=_sdmx,
)
