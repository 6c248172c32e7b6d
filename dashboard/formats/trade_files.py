"""The downloads of UN Comtrade, of its database before 2023, and of WITS.

Comtrade's `primaryValue` is in US dollars, FOB for exports and CIF for imports; only totals over the second partner
(0), the customs procedure (C00) and the mode of transport (0) are taken, as their parts would count twice
(docs.ropensci.org/comtradr/reference/ct_get_data.html). Its `legacyEstimationFlag`, and `Flag` before 2023, tell of
estimated quantities and weights, never of the value (UNSD, Quantity and Weight information in UN Comtrade, 2009).

WITS gives thousands of US dollars, as the name of its column says, and both Gross Exp. (exports with re-exports) and
Export (without them); imports alike
(blogs.worldbank.org/en/opendata/beyond-exports-and-imports-glossary-understanding-global-trade). Comtrade's exports
are the gross ones. The decision taken here: where a file has both, the gross ones are taken.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from dashboard.formats.incoming import Layout, LeftOut, level
from dashboard.reading.sheet import Form, Row

TOTALS: Final = {"partner2code": ("", "0"), "customscode": ("", "C00"), "motcode": ("", "0")}
LEGACY_TOTALS: Final = {
    "2nd_partner_code": ("", "0"),
    "customs_proc._code": ("", "C00"),
    "mode_of_transport_code": ("", "0"),
}
_WITS_COLUMNS: Final = ("reporteriso3", "partneriso3", "tradeflowname", "productcode", "tradevalue_in_1000_usd")
PART: Final = LeftOut("a part by second partner, customs procedure or transport")
GROSS: Final = ("gross exp.", "gross imp.", "gross exports", "gross imports")


def _comtrade(row: Row) -> dict[str, str] | LeftOut:
    if row.text("typecode") not in ("", "C"):
        return LeftOut("services, not goods (typeCode)")
    if any(row.text(column).upper() not in totals for column, totals in TOTALS.items()):
        return PART
    period = _period(row.text("period"), row.text("freqcode"))
    note = _valuation(row, "primaryvalue", "cifvalue", "fobvalue")
    return _amount(row, ("reporteriso", "partneriso", "flowcode", "cmdcode", "primaryvalue"), period, "USD", note)


def _legacy(row: Row) -> dict[str, str] | LeftOut:
    if any(row.text(column).upper() not in totals for column, totals in LEGACY_TOTALS.items()):
        return PART
    value = "trade_value_(us$)"
    note = _valuation(row, value, "cif_trade_value_(us$)", "fob_trade_value_(us$)")
    columns = ("reporter_iso", "partner_iso", "trade_flow", "commodity_code", value)
    return _amount(row, columns, _period(row.text("period"), ""), "USD", note)


def _wits(row: Row) -> dict[str, str] | LeftOut:
    note = "with re-exports" if _is_gross(row) else "without re-exports"
    return _amount(row, _WITS_COLUMNS, _period(row.text("year"), "A"), "USD th", note)


def _amount(row: Row, columns: Sequence[str], period: str, unit: str, note: str) -> dict[str, str] | LeftOut:
    """Return a row of ours for an amount; `columns` are those of reporter, partner, flow, product and value."""
    reporter, partner, flow, product, value = map(row.text, columns)
    whose = {"reporter": reporter, "partner": partner}
    return level(**whose, flow=flow, product=product, value=value, period=period, unit=unit, note=note)


def _valuation(row: Row, value: str, cif: str, fob: str) -> str:
    """Return whether an amount is the one with or without freight, where the file says so of one of the two alone."""
    with_freight, without = (row.text(value) == row.text(column) for column in (cif, fob))
    if with_freight == without:
        return ""
    return "CIF" if with_freight else "FOB"


def _is_gross(row: Row) -> bool:
    return row.text("tradeflowname").lower() in GROSS


def _period(text: str, frequency: str) -> str:
    """Return "2022" or "2022-10" for "2022" or "202210"; "" for anything else."""
    if re.fullmatch("[0-9]{4}", text) and frequency in ("", "A"):
        return text
    if re.fullmatch("[0-9]{4}(?:0[1-9]|1[0-2])", text) and frequency in ("", "M"):
        return f"{text[:4]}-{text[4:]}"
    return ""


COMTRADE: Final = Layout(
    form=Form(
        "UN Comtrade",
        ("freqcode", "period", "reporteriso", "flowcode", "partneriso", "cmdcode", "primaryvalue"),
        ("typecode", *TOTALS, "cifvalue", "fobvalue"),
    ),
    source={"id": "un-comtrade", "publisher": "UN Comtrade", "title": "UN Comtrade Database", "language": "en"}
    | {"address": "https://comtradeplus.un.org/"},
    mapping=(
        "reporterISO, partnerISO -> reporter, partner (W00 is WLD)",
        "flowCode X, M -> exports, imports",
        "period and freqCode -> a year or a month",
        "cmdCode -> product",
        "primaryValue -> value in USD, precise to its last digit; empty is missing, 0 is zero",
    ),
    convert=_comtrade,
)
LEGACY: Final = Layout(
    form=Form(
        "UN Comtrade (before 2023)",
        ("period", "trade_flow", "reporter_iso", "partner_iso", "commodity_code", "trade_value_(us$)"),
        (*LEGACY_TOTALS, "cif_trade_value_(us$)", "fob_trade_value_(us$)"),
    ),
    source=COMTRADE.source,
    mapping=(
        "Reporter ISO, Partner ISO -> reporter, partner",
        "Trade Flow Export, Import -> exports, imports",
        "Period -> a year or a month",
        "Commodity Code -> product",
        "Trade Value (US$) -> value in USD; empty is missing, 0 is zero",
    ),
    convert=_legacy,
)
WITS: Final = Layout(
    form=Form("WITS", (*_WITS_COLUMNS, "year")),
    source={"id": "wits", "publisher": "World Bank, WITS", "title": "World Integrated Trade Solution", "language": "en"}
    | {"address": "https://wits.worldbank.org/"},
    mapping=(
        "ReporterISO3, PartnerISO3 -> reporter, partner",
        "TradeFlowName Gross Exp., Gross Imp. -> exports, imports; without them Export, Import",
        "Year -> a year",
        "ProductCode -> product",
        "TradeValue in 1000 USD -> value in USD th; empty is missing, 0 is zero",
    ),
    convert=_wits,
    gives_way=lambda row: not _is_gross(row),
)
