"""Other people's files, made by hand in the layouts that the sites document, come in rightly or not at all."""

from __future__ import annotations

import csv
import shutil
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import Workbook

from dashboard.cli import main
from dashboard.command.import_rows import incoming
from dashboard.formats.xlsx_file import sheets
from dashboard.storage.store import load
from dashboard.values.errors import QuestionError

DATA = Path(__file__).parents[2] / "data"
COMTRADE_HEADER = (
    "typeCode,freqCode,refPeriodId,refYear,refMonth,period,reporterCode,reporterISO,reporterDesc,flowCode,flowDesc,"
    "partnerCode,partnerISO,partnerDesc,partner2Code,partner2ISO,partner2Desc,classificationCode,"
    "classificationSearchCode,isOriginalClassification,cmdCode,cmdDesc,aggrLevel,isLeaf,customsCode,customsDesc,"
    "mosCode,motCode,motDesc,qtyUnitCode,qtyUnitAbbr,qty,isQtyEstimated,altQtyUnitCode,altQtyUnitAbbr,altQty,"
    "isAltQtyEstimated,netWgt,isNetWgtEstimated,grossWgt,isGrossWgtEstimated,cifvalue,fobvalue,primaryValue,"
    "legacyEstimationFlag,isReported,isAggregate"
)
LEGACY_HEADER = (
    "Classification,Year,Period,Period Desc.,Aggregate Level,Is Leaf Code,Trade Flow Code,Trade Flow,Reporter Code,"
    "Reporter,Reporter ISO,Partner Code,Partner,Partner ISO,2nd Partner Code,2nd Partner,2nd Partner ISO,"
    "Customs Proc. Code,Customs,Mode of Transport Code,Mode of Transport,Commodity Code,Commodity,Qty Unit Code,"
    "Qty Unit,Qty,Alt Qty Unit Code,Alt Qty Unit,Alt Qty,Netweight (kg),Gross weight (kg),Trade Value (US$),"
    "CIF Trade Value (US$),FOB Trade Value (US$),Flag"
)
WITS_HEADER = (
    "Nomenclature,ReporterISO3,ProductCode,ReporterName,PartnerISO3,PartnerName,Year,TradeFlowName,TradeFlowCode,"
    "TradeValue in 1000 USD"
)


def comtrade(**cells: str) -> str:
    row = dict.fromkeys(COMTRADE_HEADER.split(","), "")
    row |= {"typeCode": "C", "freqCode": "A", "period": "2020", "reporterISO": "RUS", "flowCode": "X"}
    row |= {"partnerISO": "BLR", "partner2Code": "0", "cmdCode": "TOTAL", "customsCode": "C00", "motCode": "0"}
    return ",".join((row | {"primaryValue": "15983456789", "legacyEstimationFlag": "0"} | cells).values())


def rows(header: str, *lines: str) -> list[tuple[str, ...]]:
    found = incoming("\n".join((header, *lines, "")).encode(), is_workbook=False)
    wanted = ("reporter", "partner", "flow", "period", "product", "value", "unit", "step", "note")
    return [tuple(row[column] for column in wanted) for row in found.rows]


def left_out(header: str, *lines: str) -> dict[str, int]:
    return dict(incoming("\n".join((header, *lines, "")).encode(), is_workbook=False).left_out)


def test_years_and_months_of_both_sides_come_in_from_comtrade() -> None:
    assert rows(
        COMTRADE_HEADER,
        comtrade(fobvalue="15983456789"),
        comtrade(
            freqCode="M", period="202010", reporterISO="BLR", partnerISO="RUS", flowCode="M", primaryValue="12.50"
        ),
        comtrade(cmdCode="0402", primaryValue="0"),
        comtrade(partnerISO="W00", legacyEstimationFlag="6", cifvalue="0", fobvalue="0", primaryValue="0"),
        comtrade(flowCode="M", cifvalue="15983456789", fobvalue="0"),
    ) == [
        ("RUS", "BLR", "exports", "2020", "", "15983456789", "USD", "1", "FOB"),
        ("BLR", "RUS", "imports", "2020-10", "", "12.50", "USD", "0.01", ""),
        ("RUS", "BLR", "exports", "2020", "0402", "0", "USD", "1", ""),
        ("RUS", "WLD", "exports", "2020", "", "0", "USD", "1", ""),
        ("RUS", "BLR", "imports", "2020", "", "15983456789", "USD", "1", "CIF"),
    ]


def test_what_is_missing_or_counts_twice_is_left_out_with_its_reason() -> None:
    assert left_out(
        COMTRADE_HEADER,
        comtrade(primaryValue=""),
        comtrade(flowCode="RX"),
        comtrade(partner2Code="112"),
        comtrade(motCode="2100"),
        comtrade(typeCode="S"),
        comtrade(primaryValue="1.5983E+10"),
        comtrade(partnerISO="_X "),
        comtrade(freqCode="M", period="202013"),
    ) == {
        "no value; it is missing, which is not zero": 1,
        "flow RX is neither exports nor imports": 1,
        "a part by second partner, customs procedure or transport": 2,
        "services, not goods (typeCode)": 1,
        "value 1.5983E+10 is not written in digits": 1,
        "no country on one of the sides": 1,
        "the period is no year, half-year, quarter or month": 1,
    }


def test_a_download_whose_rows_end_in_one_comma_more_than_its_header_comes_in() -> None:
    assert [row[5] for row in rows(COMTRADE_HEADER, comtrade() + ",", comtrade(flowCode="M") + ",")] == [
        "15983456789",
        "15983456789",
    ]


def legacy(**cells: str) -> str:
    row = dict.fromkeys(LEGACY_HEADER.split(","), "")
    row |= {"Year": "2016", "Period": "2016", "Trade Flow": "Export", "Reporter ISO": "BLR", "Partner ISO": "RUS"}
    row |= {"Commodity Code": "TOTAL", "Trade Value (US$)": "10819321000", "Flag": "0"}
    return ",".join((row | cells).values())


def test_years_and_months_of_both_sides_come_in_from_the_older_download_of_comtrade() -> None:
    assert rows(
        LEGACY_HEADER,
        legacy(),
        legacy(**{"Period": "201610", "Trade Flow": "Import", "Reporter ISO": "RUS", "Partner ISO": "BLR"}),
        legacy(**{"Trade Value (US$)": "0", "Commodity Code": "0402", "Flag": "6"}),
    ) == [
        ("BLR", "RUS", "exports", "2016", "", "10819321000", "USD", "1", ""),
        ("RUS", "BLR", "imports", "2016-10", "", "10819321000", "USD", "1", ""),
        ("BLR", "RUS", "exports", "2016", "0402", "0", "USD", "1", ""),
    ]
    assert left_out(
        LEGACY_HEADER,
        legacy(**{"Trade Value (US$)": ""}),
        legacy(**{"Trade Flow": "Re-Export"}),
        legacy(**{"2nd Partner Code": "112"}),
    ) == {
        "no value; it is missing, which is not zero": 1,
        "flow Re-Export is neither exports nor imports": 1,
        "a part by second partner, customs procedure or transport": 1,
    }


def test_wits_is_in_thousands() -> None:
    found = rows(
        WITS_HEADER,
        "H4,BLR,Total,Belarus,RUS,Russian Federation,2019,Gross Exp.,2,13569000.123",
        "H4,RUS,Total,Russian Federation,BLR,Belarus,2019,Gross Imp.,1,0",
        "H4,BLR,Total,Belarus,RUS,Russian Federation,2019,Gross Imp.,1,",
    )
    assert found == [
        ("BLR", "RUS", "exports", "2019", "", "13569000.123", "USD th", "0.001", "with re-exports"),
        ("RUS", "BLR", "imports", "2019", "", "0", "USD th", "1", "with re-exports"),
    ]


def test_of_the_two_ways_in_which_wits_counts_exports_one_is_taken() -> None:
    both = (
        "H4,BLR,Total,Belarus,RUS,Russian Federation,2019,Export,6,13000000.5",
        "H4,BLR,Total,Belarus,RUS,Russian Federation,2019,Gross Exp.,2,13569000.1",
        "H4,BLR,Total,Belarus,RUS,Russian Federation,2018,Export,6,12000000.5",
        "H4,BLR,Total,Belarus,RUS,Russian Federation,2018,Re-Export,3,1.5",
    )
    assert [(row[3], row[5], row[8]) for row in rows(WITS_HEADER, *both)] == [
        ("2019", "13569000.1", "with re-exports"),
        ("2018", "12000000.5", "without re-exports"),
    ]
    assert left_out(WITS_HEADER, *both) == {
        "the amount with re-exports stands in the file too and is taken": 1,
        "flow Re-Export is neither exports nor imports": 1,
    }


def test_sdmx_csv_of_both_versions_comes_in() -> None:
    first = (
        "DATAFLOW,FREQ,REF_AREA,COUNTERPART_AREA,FLOW,TIME_PERIOD,OBS_VALUE,UNIT_MEASURE,UNIT_MULT,DECIMALS,OBS_STATUS"
    )
    second = "STRUCTURE,STRUCTURE_ID,ACTION,REPORTER,PARTNER,FLOW,TIME_PERIOD,OBS_VALUE,UNIT,UNIT_MULT"
    assert rows(
        first,
        "X:IMTS(1.0),M,RUS,BLR,X,2022-M10,17,USD,9,1,E",
        "X:IMTS(1.0),M,RUS,BLR,M,2022-S1,,USD,9,1,A",
        "X:IMTS(1.0),M,RUS,BLR,M,2022-Q1,0,USD,9,1,M",
    ) == [("RUS", "BLR", "exports", "2022-10", "", "17", "USD bn", "0.1", "estimated by the publisher")]
    assert rows(second, "dataflow,X:IMTS(1.0),I,BLR,RUS,M,2022-S1,0,USD,6", "dataflow,X,D,BLR,RUS,X,2022,1,USD,6") == [
        ("BLR", "RUS", "imports", "2022-H1", "", "0", "USD mn", "1", "")
    ]


def test_a_unit_that_is_not_said_is_not_guessed() -> None:
    header = "DATAFLOW,REF_AREA,COUNTERPART_AREA,FLOW,TIME_PERIOD,OBS_VALUE"
    assert left_out(header, "X,RUS,BLR,X,2022,17.2") == {"the unit is no currency": 1}


def test_a_file_of_no_known_kind_is_refused() -> None:
    with pytest.raises(
        QuestionError, match=r"those of no file that is known; known are: observations\.csv .*UN Comtrade"
    ):
        incoming(b"a,b\n1,2\n", is_workbook=False)
    with pytest.raises(QuestionError, match=r"no workbook that can be opened; save it as \.xlsx"):
        sheets(b"PK\x03\x04 no")


def workbook() -> bytes:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(("source", "reporter", "partner", "flow", "period", "measure", "value", "unit", "step"))
    sheet.append(("typed-2023", "RUS", "BLR", "exports", "2022-01/2022-09", "level", 17, "USD bn", 0.1))
    sheet["G2"].number_format = "0.0"
    sheet.append(("typed-2023", "RUS", "BLR", "exports", "2022-01/2022-09", "growth", -0.084, "%", 0.1))
    sheet["G3"].number_format = "0.0%"
    about = book.create_sheet("sources")
    about.append(("id", "publisher", "title"))
    about.append(("typed-2023", "Somebody", "Typed by hand"))
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def test_a_workbook_shows_its_digits() -> None:
    observations, sources = sheets(workbook())
    assert observations.decode().splitlines()[1:] == [
        "typed-2023,RUS,BLR,exports,2022-01/2022-09,level,17.0,USD bn,0.1",
        "typed-2023,RUS,BLR,exports,2022-01/2022-09,growth,-8.4%,%,0.1",
    ]
    assert sources.decode() == "id,publisher,title\ntyped-2023,Somebody,Typed by hand\n"


def test_a_workbook_is_not_read_beyond_its_limits() -> None:
    assert len(sheets(workbook(), cells=33)) == 2
    with pytest.raises(QuestionError, match="the workbook has more than 32 cells; delete what stands far away"):
        sheets(workbook(), cells=32)
    with pytest.raises(QuestionError, match="the workbook unpacks to more than 1000 bytes; save the one sheet alone"):
        sheets(workbook(), largest=1000)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copytree(DATA, tmp_path / "data")
    return tmp_path / "data"


def test_nothing_is_written_until_it_is_told(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = folder.parent / "TradeData.csv"
    file.write_text("\n".join((COMTRADE_HEADER, comtrade(), comtrade(reporterISO="KAZ"), "")), "utf-8")
    before = load(folder)
    command = ["--data", str(folder), "import", str(file), "--reporter", "BLR", "--partner", "RUS"]
    assert main(command) == 0
    said = capsys.readouterr().out
    assert "primaryValue -> value in USD" in said
    assert "left out, 1: of other countries" in said
    assert "+un-comtrade,RUS,BLR,exports,2020,level,15983456789,USD,1,,,goods,," in said
    assert "un-comtrade (RUS with BLR, goods, USD): new -> consistent" in said
    assert said.endswith("nothing was written; say --yes to write it\n")
    assert load(folder) == before
    assert main([*command, "--yes"]) == 0
    after = load(folder)
    assert (len(after.observations), len(after.sources)) == (len(before.observations) + 1, len(before.sources) + 1)
    assert main(command) == 2
    assert capsys.readouterr().err == "trade-dashboard import: there is no row to add\n"


def test_a_workbook_of_ones_own_rows_comes_in_with_its_sources(folder: Path) -> None:
    file = folder.parent / "typed.xlsx"
    file.write_bytes(workbook())
    assert main(["--data", str(folder), "import", str(file), "--yes"]) == 0
    found = [row for row in load(folder).observations if row.source == "typed-2023"]
    assert [(str(row.value), str(row.step)) for row in found] == [("17.0", "0.1"), ("-8.4", "0.1")]


def test_of_a_workbook_of_the_data_themselves_new_rows_alone_come_in(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Rates whose currency is that of their source's amounts are known again too; cells left empty are no fault."""
    book, own = Workbook(), folder / "observations.csv"
    assert book.active is not None
    for row in csv.reader(own.read_text("utf-8").splitlines()):
        book.active.append([cell or None for cell in row])
    for flow, measure, value, unit in (("turnover", "level", "38.1", "USD bn"), ("exports", "growth", "-7.1", "%")):
        book.active.append(["mfa-2023-01", "RUS", "BLR", flow, "2022-01/2022-11", measure, value, unit, "0.1"])
    file, before = folder.parent / "all.xlsx", own.read_text("utf-8").splitlines()
    book.save(file)
    assert main(["import", str(file), "--data", str(folder), "--yes"]) == 0
    said = capsys.readouterr().out
    assert f"left out, {len(before) - 1}: the data say so already\n" in said
    assert "cells, the header" not in said
    assert [line.split(",")[3:8] for line in own.read_text("utf-8").splitlines()[len(before) :]] == [
        ["turnover", "2022-01/2022-11", "level", "38.1", "USD bn"],
        ["exports", "2022-01/2022-11", "growth", "-7.1", "%"],
    ]


def test_a_row_that_compares_with_another_base_is_a_new_one(folder: Path) -> None:
    file, own = folder.parent / "base.csv", folder / "observations.csv"
    line = "mfa-2023-01,RUS,BLR,turnover,2022-01/2022-10,growth,10.1,%,0.1,,2020-01/2020-10,goods,,"
    file.write_text(f"{own.read_text('utf-8').splitlines()[0]}\n{line}\n", "utf-8")
    assert main(["import", str(file), "--data", str(folder), "--yes"]) == 0
    assert own.read_text("utf-8").splitlines()[-1].rstrip(",") == line.rstrip(",")


def test_an_empty_row_of_a_workbook_keeps_the_place_of_those_below() -> None:
    book = Workbook()
    assert book.active is not None
    for row in (["a", "b"], [], ["1"]):
        book.active.append(row)
    file = BytesIO()
    book.save(file)
    assert sheets(file.getvalue()) == (b"a,b\n,\n1,\n",)


def test_rows_of_a_new_source_come_in_with_what_the_command_line_says_of_it(folder: Path) -> None:
    typed = Path(__file__).parents[1] / "cases" / "reading" / "typed" / "ru" / "rows.xlsx"
    about = ["--publisher", "Government", "--title", "Trade", "--published", "2023-03"]
    assert main(["--data", str(folder), "import", str(typed), *about, "--yes"]) == 0
    assert (folder / "sources.csv").read_text("utf-8").endswith("\ntyped,Government,Trade,2023-03,,,,,,,,\n")
    last = (folder / "observations.csv").read_text("utf-8").splitlines()[-1]
    assert last == "typed,RUS,BLR,imports,2022,growth,41.20,%,0.1,,,,,"


def test_rows_of_a_source_of_which_nothing_is_said_are_refused(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    typed = Path(__file__).parents[1] / "cases" / "reading" / "typed" / "ru" / "rows.xlsx"
    assert main(["--data", str(folder), "import", str(typed), "--publisher", "Government"]) == 2
    assert '"typed" is no id in sources.csv' in capsys.readouterr().err


def test_a_file_with_a_new_column_shows_its_rows_and_not_every_line(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = folder.parent / "TradeData.csv"
    file.write_text("\n".join((COMTRADE_HEADER, comtrade(cmdCode="27"), "")), "utf-8")
    assert main(["--data", str(folder), "import", str(file)]) == 0
    said = capsys.readouterr().out
    assert said.partition("+++ observations.csv\n")[2].splitlines() == [
        "the rows that are there get an empty cell for each new column",
        "+source,reporter,partner,flow,period,measure,value,unit,step,qualifier,compared_with,scope,wording,note,product",
        "+un-comtrade,RUS,BLR,exports,2020,level,15983456789,USD,1,,,goods,,,27",
        "un-comtrade (RUS with BLR, goods, product 27, USD): new -> consistent",
        "nothing was written; say --yes to write it",
    ]
