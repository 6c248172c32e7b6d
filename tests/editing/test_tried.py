from __future__ import annotations

import pytest

from dashboard.editing.tried import named

ROWS = "source,reporter,partner,flow,period,measure,value,unit\n"
SOURCES = "id,publisher,title\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1251"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_files_are_known_by_their_columns(encoding: str, delimiter: str) -> None:
    tables = [text.replace(",", delimiter).upper().encode(encoding) for text in (SOURCES, ROWS)]
    assert named(tables) == {"sources.csv": tables[0], "observations.csv": tables[1]}


def test_the_first_file_of_a_kind_counts_and_others_are_passed_over() -> None:
    assert named([b"about\n1\n", ROWS.encode(), b"sep=,\n" + ROWS.encode(), b""]) == {"observations.csv": ROWS.encode()}
