"""The downloads of UN Comtrade, of its database before 2023, and of WITS.

Columns as the sites write them: Comtrade's `primaryValue` is in US dollars, imports as a rule CIF and exports FOB;
WITS gives thousands of US dollars, as the name of its column says. Only totals over the second partner, the customs
procedure and the mode of transport are taken: their parts would count twice.
"""

from __future__ import annotations

import re
from typing import Final

from dashboard.formats.incoming import Layout, LeftOut, Raw, level
from dashboard.sheet import Form, Row

TOTALS: Final = {"partner2code": ("", "0"), "customscode": ("", "C00"), "motcode": ("", "0")}


def _comtrade(row: Row) -> dict[str, str] | LeftOut:
    if row.text("typecode") not in ("", "C"):
        return LeftOut("services, not goods (typeCode)")
    if any(row.text(column).upper() not in totals for column, totals in TOTALS.items()):
        return LeftOut("a part by second partner, customs procedure or transport")
    value = row.text("primaryvalue")
    notes = {
        "CIF": value == row.text("cifvalue") != "",
        "FOB": value == row.text("fobvalue") != "",
        "estimated by UN Comtrade": row.text("legacyestimationflag") not in ("", "0"),
    }
    return level(
        Raw(
            reporter=row.text("reporteriso"),
            partner=row.text("partneriso"),
            flow=row.text("flowcode"),
            period=_period(row.text("period"), row.text("freqcode")),
            value=value,
            unit="USD",
            product=row.text("cmdcode"),
            note="; ".join(note for note, is_so in notes.items() if is_so),
        )
    )


def _legacy(row: Row) -> dict[str, str] | LeftOut:
    return level(
        Raw(
            reporter=row.text("reporter_iso"),
            partner=row.text("partner_iso"),
            flow=row.text("trade_flow"),
            period=_period(row.text("period"), ""),
            value=row.text("trade_value_(us$)"),
            unit="USD",
            product=row.text("commodity_code"),
        )
    )


def _wits(row: Row) -> dict[str, str] | LeftOut:
    return level(
        Raw(
            reporter=row.text("reporteriso3"),
            partner=row.text("partneriso3"),
            flow=row.text("tradeflowname"),
            period=_period(row.text("year"), "A"),
            value=row.text("tradevalue_in_1000_usd"),
            unit="USD th",
            product=row.text("productcode"),
        )
    )


def _period(text: str, frequency: str) -> str:
    """Return "2022" or "2022-10" for "2022" or "202210"; "" for anything else."""
    if re.fullmatch("[0-9]{4}", text) and frequency in ("", "A"):
        return text
    if re.fullmatch("[0-9]{4}(?:0[1-9]|1[0-2])", text) and frequency in ("", "M"):
        return f"{text[:4]}-{text[4:]}"
    return ""


COMTRADE: Final = Layout(
    Form(
        "UN Comtrade",
        ("freqcode", "period", "reporteriso", "flowcode", "partneriso", "cmdcode", "primaryvalue"),
        ("typecode", *TOTALS, "cifvalue", "fobvalue", "legacyestimationflag"),
    ),
    {"id": "un-comtrade", "publisher": "UN Comtrade", "title": "UN Comtrade Database", "language": "en"}
    | {"address": "https://comtradeplus.un.org/"},
    (
        "reporterISO, partnerISO -> reporter, partner (W00 is WLD)",
        "flowCode X, M -> exports, imports",
        "period and freqCode -> a year or a month",
        "cmdCode -> product",
        "primaryValue -> value in USD, precise to its last digit; empty is missing, 0 is zero",
    ),
    _comtrade,
)
LEGACY: Final = Layout(
    Form(
        "UN Comtrade (before 2023)",
        ("period", "trade_flow", "reporter_iso", "partner_iso", "commodity_code", "trade_value_(us$)"),
    ),
    COMTRADE.source,
    (
        "Reporter ISO, Partner ISO -> reporter, partner",
        "Trade Flow Export, Import -> exports, imports",
        "Period -> a year or a month",
        "Commodity Code -> product",
        "Trade Value (US$) -> value in USD; empty is missing, 0 is zero",
    ),
    _legacy,
)
WITS: Final = Layout(
    Form("WITS", ("reporteriso3", "partneriso3", "year", "tradeflowname", "productcode", "tradevalue_in_1000_usd")),
    {"id": "wits", "publisher": "World Bank, WITS", "title": "World Integrated Trade Solution", "language": "en"}
    | {"address": "https://wits.worldbank.org/"},
    (
        "ReporterISO3, PartnerISO3 -> reporter, partner",
        "TradeFlowName Gross Exp., Gross Imp., Export, Import -> exports, imports",
        "Year -> a year",
        "ProductCode -> product",
        "TradeValue in 1000 USD -> value in USD th; empty is missing, 0 is zero",
    ),
    _wits,
)
