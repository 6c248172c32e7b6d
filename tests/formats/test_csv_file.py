from fractions import Fraction

import pytest

from dashboard.formats.csv_file import content
from dashboard.formats.table import Cell, CellKind, Number, Table, TableColumn

BOM = b"\xef\xbb\xbf"


def written(cell: Cell) -> str:
    table = Table("t", "T", (TableColumn("key", "Title", CellKind.TEXT),), ((cell,),))
    data = content(table)
    assert data.startswith(BOM + b"key\r\n")
    return data.removeprefix(BOM + b"key\r\n").decode("utf-8").removesuffix("\r\n")


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("turnover", "turnover"),
        ("Ў", "Ў"),
        ("a, b", '"a, b"'),
        ("=1+1", "'=1+1"),
        ("+1", "'+1"),
        ("-1", "'-1"),
        ("@a", "'@a"),
        ("\ta", "'\ta"),
        (4, "4"),
        (-4, "-4"),
        (None, '""'),
        (Number(Fraction("-8.4"), 1), "-8.4"),
        (Number(Fraction(17), 1), "17.0"),
        (Number(Fraction(1, 3), 1), "0.3333333333333333"),
    ],
)
def test_a_cell_is_written_so_that_a_spreadsheet_runs_nothing(cell: Cell, expected: str) -> None:
    assert written(cell) == expected
