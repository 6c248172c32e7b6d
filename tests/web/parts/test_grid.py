"""A table of the page: its columns, its numbers, its roles."""

from __future__ import annotations

import re
from html import unescape

from dashboard.web.parts.grid import table
from dashboard.web.parts.markup import markup

NARROW = "\N{FIGURE SPACE}"


def told(columns: list[str], rows: list[list[str]]) -> tuple[list[str], list[list[str]]]:
    """Return the names of the columns and the text of the cells, line by line."""
    head, *lines = re.findall(r"<tr[^>]*>(.*?)</tr>", markup(table(columns, rows)))
    cells = [[unescape(re.sub("<[^>]*>", "", one)) for one in re.findall(r"<t[hd].*?</t[hd]>", line)] for line in lines]
    return re.findall(r"columnheader\"[^>]*>([^<]*)", head), cells


def test_a_column_without_anything_in_it_is_left_out() -> None:
    assert told(["Line", "Note", "What"], [["2", "", "turnover"], ["3", "", "exports"]]) == (
        ["Line", "What"],
        [["2", "turnover"], ["3", "exports"]],
    )


def test_numbers_stand_one_under_the_other_at_their_decimal_sign() -> None:
    rows = [["a", "38.6"], ["b", "−1.25"], ["c", ""], ["d", "1\N{NO-BREAK SPACE}234"]]
    cells = told(["What", "From"], rows)[1]
    assert [cell for _, cell in cells] == [f"{NARROW * 3}38.6", f"{NARROW * 3}−1.25", "", "1\N{NO-BREAK SPACE}234"]


def test_a_column_with_words_or_whole_numbers_stands_as_it_is() -> None:
    rows = [["a", "about 40", "2"], ["b", "38.6", "10"]]
    assert told(["What", "As printed", "Lines"], rows)[1] == rows


def test_a_table_of_no_rows_keeps_the_column_that_names_them() -> None:
    assert told(["Line", "What"], []) == (["Line"], [])
