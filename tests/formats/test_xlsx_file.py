"""Workbooks that somebody made to do harm."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

import pytest
from openpyxl import Workbook

from dashboard.formats.xlsx_file import sheets
from dashboard.values.errors import QuestionError


def workbook_with(part: str, xml: bytes) -> bytes:
    """Return a workbook of which one part is another one."""
    plain, made = BytesIO(), BytesIO()
    Workbook().save(plain)
    with ZipFile(plain) as packed, ZipFile(made, "w") as other:
        for name in packed.namelist():
            other.writestr(name, xml if name == part else packed.read(name))
    return made.getvalue()


ENTITIES = "".join(f'<!ENTITY e{at} "{f"&e{at - 1};" * 10}">' for at in range(1, 10))


@pytest.mark.parametrize(
    "part", ["xl/worksheets/sheet1.xml", "xl/workbook.xml", "xl/styles.xml", "[Content_Types].xml"]
)
@pytest.mark.parametrize(
    ("entities", "text"),
    [
        (f'<!ENTITY e0 "lol">{ENTITIES}', "&e9;"),
        (f'<!ENTITY e "{"x" * 100_000}">', "&e;" * 2_000),
        ('<!ENTITY e SYSTEM "file:///etc/passwd">', "&e;"),
    ],
)
def test_entities_of_a_workbook_are_not_unfolded(part: str, entities: str, text: str) -> None:
    cells = f'<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>{text}</t></is></c></row></sheetData>'
    space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    xml = f'<?xml version="1.0"?><!DOCTYPE w [{entities}]><worksheet xmlns="{space}">{cells}</worksheet>'
    with pytest.raises(QuestionError, match="the file is no workbook that can be opened"):
        sheets(workbook_with(part, xml.encode()))
