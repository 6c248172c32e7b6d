import csv

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from dashboard.reading.remarks import Remarks
from dashboard.reading.sheet import Form, Row, read

FORM = Form("figures.csv", ("source", "value"), ("step", "compared_with", "note"))
TEXT = "source,value,note\nmfa,17.2,Гродно\nbelstat,8.4,Мінск і Ўфа\n"
ROWS = [
    (2, {"source": "mfa", "value": "17.2", "note": "Гродно"}),
    (3, {"source": "belstat", "value": "8.4", "note": "Мінск і Ўфа"}),
]
NOT_TEXT = "is neither UTF-8 nor, with the words around it, Windows-1251; save the file as CSV UTF-8"
NOT_CLOSED = 'a quotation mark opens a cell here and none closes it; write "" for a quotation mark inside a cell'
GOES_ON = 'a quoted cell goes on after its closing quotation mark; write "" for a quotation mark inside a cell'
UNQUOTED = "a cell that holds the delimiter must stand in quotation marks"
ENCODINGS = ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1251"]


def encoded(text: str, encoding: str) -> bytes:
    bom = "\ufeff" if encoding in ("utf-16-le", "utf-16-be") else ""
    return (bom + text).encode(encoding)


def readings(data: bytes | str) -> tuple[tuple[Row, ...], list[str], list[str]]:
    remarks = Remarks(FORM.file)
    rows = read(FORM, data if isinstance(data, bytes) else data.encode(), remarks)
    return rows, [str(problem) for problem in remarks.in_order], [str(notice) for notice in remarks.folded]


def cells(data: bytes | str) -> list[tuple[int, dict[str, str]]]:
    rows, problems, _ = readings(data)
    assert problems == []
    return [(row.line, dict(row.cells)) for row in rows]


def problems(data: bytes | str) -> list[str]:
    return readings(data)[1]


def notices(data: bytes | str) -> list[str]:
    _, found, said = readings(data)
    assert found == []
    return said


def test_rows_carry_their_lines() -> None:
    assert cells(TEXT) == ROWS
    assert notices(TEXT) == []


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_every_delimiter_encoding_and_line_end_reads_the_same(delimiter: str, encoding: str, line_end: str) -> None:
    data = encoded(TEXT.replace(",", delimiter).replace("\n", line_end), encoding)
    assert cells(data) == ROWS


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_utf_8_is_read_without_a_word(encoding: str) -> None:
    assert notices(encoded(TEXT, encoding)) == []


@pytest.mark.parametrize(
    ("encoding", "notice"),
    [
        ("utf-16", "figures.csv: the file is in UTF-16; it is read, save it as CSV UTF-8"),
        ("cp1251", "figures.csv: the file is in Windows-1251 (cp1251); it is read, save it as CSV UTF-8"),
    ],
)
def test_another_encoding_is_read_with_a_notice(encoding: str, notice: str) -> None:
    assert notices(encoded(TEXT, encoding)) == [notice]


@pytest.mark.parametrize(
    ("delimiter", "notice"),
    [
        (";", "figures.csv: the columns are separated by semicolons; commas are the rule"),
        ("\t", "figures.csv: the columns are separated by tabs; commas are the rule"),
    ],
)
def test_another_delimiter_is_read_with_a_notice(delimiter: str, notice: str) -> None:
    assert notices(TEXT.replace(",", delimiter)) == [notice]


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Товарооборот резко сократился", "cp866"),
        ("Товарооборот резко сократился", "koi8-r"),
        ("Товарооборот резко сократился", "iso-8859-5"),
        ("Товарооборот резко сократился", "mac-cyrillic"),
        ("Białoruś: wzrost obrotów", "cp1250"),
        ("Weißrussland", "cp1252"),
        ("il va à Minsk", "cp1252"),
        ("£ 17.2", "cp1252"),
    ],
)
def test_another_code_page_is_refused(text: str, encoding: str) -> None:
    data = f"source,value,note\nmfa,17.2,ok\nmfa,17.3,{text}\n".encode(encoding)
    (problem,) = problems(data)
    assert problem.startswith("figures.csv line 3: byte 0x")
    assert problem.endswith(NOT_TEXT)


def test_the_broken_byte_is_named() -> None:
    assert problems(b"\xef\xbb\xbfsource,value\nmfa,17.2\nmfa,\xff\n") == [
        f"figures.csv line 3: byte 0xFF {NOT_TEXT}",
    ]


def test_signs_that_windows_1251_shares_with_windows_1252_are_read() -> None:
    assert cells("source,value,note\nmfa,17.2,“a” – b’s\u00a0c\n".encode("cp1252")) == [
        (2, {"source": "mfa", "value": "17.2", "note": "“a” – b’s\u00a0c"})
    ]


def test_letters_that_were_lost_in_saving_are_noticed() -> None:
    data = "source,value,note\nmfa,17.2,Товарооборот\nmfa,1,Bia?oru? w Wei?russland\n".encode("cp1251")
    assert notices(data)[1] == (
        'figures.csv: letters that Windows-1251 does not have were lost in saving the file, as in "Bia?oru?"'
    )


def test_a_question_mark_in_an_address_is_no_lost_letter() -> None:
    data = "source,value,note\nТАСС,1,https://example.org/page?id=1 why?\n".encode("cp1251")
    assert len(notices(data)) == 1


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_nul_character_is_no_text(encoding: str) -> None:
    assert problems("source,value\nmfa,17\0.2\n".encode(encoding)) == [
        "figures.csv line 2: the line holds a NUL character, so it is no plain text; save the file as CSV UTF-8"
    ]


@pytest.mark.parametrize(("char", "code"), [("\x1b", "001B"), ("\x9b", "009B"), ("\u202e", "202E"), ("\u2066", "2066")])
def test_what_steers_a_terminal_or_turns_the_order_of_letters_is_refused(char: str, code: str) -> None:
    [found] = problems(f"source,value\nmfa,17\n{char}[31m{char},17\n".encode())
    assert found == (
        f"figures.csv line 3: the line holds the character U+{code}, which is not seen and can hide or turn what stands"
        " beside it; delete it"
    )


def test_of_very_many_unseen_characters_a_hundred_are_told() -> None:
    assert len(problems(b"source,value\n" + b"mfa,\x1b\n" * 1000)) == 100


def test_utf_16_without_a_mark_is_no_text() -> None:
    assert problems(TEXT[:30].encode("utf-16-le")) == [
        "figures.csv line 1: the line holds a NUL character, so it is no plain text; save the file as CSV UTF-8"
    ]


def test_half_a_character_of_utf_16_is_refused() -> None:
    assert problems("source".encode("utf-16") + b"\x00")[0].startswith("figures.csv line 1: byte 0x00 is neither")


def test_a_doubled_byte_order_mark_is_left_out() -> None:
    assert cells("\ufeff\ufeff" + TEXT) == ROWS


def test_the_line_by_which_a_spreadsheet_names_the_delimiter_is_obeyed() -> None:
    assert cells("sep=;\r\nsource;value;note\r\nmfa;17,2;a,b,c,d\r\n") == [
        (3, {"source": "mfa", "value": "17,2", "note": "a,b,c,d"})
    ]


def test_commas_in_the_cells_do_not_make_a_comma_file() -> None:
    assert cells("source;value;note\nmfa;17,2;a,b,c,d,e,f\n") == [
        (2, {"source": "mfa", "value": "17,2", "note": "a,b,c,d,e,f"})
    ]


def test_a_quoted_cell_keeps_delimiters_quotation_marks_and_line_ends() -> None:
    text = 'source,value,note\n"m,fa","17.2","says ""grew"",\nthen fell"\nmfa,1,x\n'
    assert cells(text) == [
        (2, {"source": "m,fa", "value": "17.2", "note": 'says "grew",\nthen fell'}),
        (4, {"source": "mfa", "value": "1", "note": "x"}),
    ]


def test_empty_lines_and_empty_rows_are_left_out_and_counted() -> None:
    assert cells("\n\nsource,value\n\n,\nmfa,1\n , \nmfa,2\n\n") == [
        (6, {"source": "mfa", "value": "1"}),
        (8, {"source": "mfa", "value": "2"}),
    ]


def test_empty_columns_are_left_out() -> None:
    assert cells("source,,value,,\nmfa,,1,,\n") == [(2, {"source": "mfa", "value": "1"})]


def test_a_column_with_cells_needs_a_name() -> None:
    assert problems("source,,value\nmfa,x,1\n") == [
        "figures.csv line 1: column 2 has cells but no name; name it in the header"
    ]


@pytest.mark.parametrize(
    "header", ["Source,VALUE,Compared With", " source , value,compared-with", "source,value,compared__with"]
)
def test_names_of_columns_may_have_capitals_and_blanks(header: str) -> None:
    assert cells(f"{header}\nmfa,1,2021\n") == [(2, {"source": "mfa", "value": "1", "compared_with": "2021"})]


def test_columns_may_stand_in_any_order() -> None:
    assert cells("note,value,source\nx,1,mfa\n") == [(2, {"source": "mfa", "value": "1", "note": "x"})]


def test_unknown_columns_are_kept_as_they_are() -> None:
    rows, _, _ = readings("source,Page No,value,Ключ\nmfa, 7 ,1,\n")
    assert rows[0].extra == (("Page No", " 7 "), ("Ключ", ""))
    assert rows[0].text("value") == "1"


def test_an_unknown_column_that_resembles_a_known_one_is_noticed() -> None:
    assert notices("source,value,compared\nmfa,1,2021\n") == [
        "figures.csv line 1, column compared: the column is not known and kept as it is; near: compared_with"
    ]


def test_a_missing_column_is_named() -> None:
    assert problems("source,note\nmfa,x\n") == [
        "figures.csv line 1, column value: the column is missing; the header must name source, value"
    ]


def test_missing_columns_are_named_once() -> None:
    assert problems("note,step\nmfa,x\n") == [
        "figures.csv line 1: the columns source, value are missing; the header must name source, value"
    ]


def test_a_delimiter_that_is_none_is_told_once() -> None:
    (problem,) = problems("source|value\nmfa|17,2\nmfa|17,3\n")
    assert problem.startswith('figures.csv line 1: "source|value" names no column; write the columns source, value')


def test_a_column_stands_once() -> None:
    assert problems("source,value,Value,value\nmfa,1,2,3\n") == [
        "figures.csv line 1, column value: the column stands 3 times in the header; keep one"
    ]


def test_a_row_may_leave_its_last_cells_out() -> None:
    assert cells("source,value,note\nmfa,1\n") == [(2, {"source": "mfa", "value": "1", "note": ""})]
    assert notices("source,value,note\nmfa,1\nmfa,2\n") == [
        "figures.csv line 2: the row has 2 cells, the header 3; the others are read as empty (lines 2-3)"
    ]


@pytest.mark.parametrize("end", ["mfa,2", "mfa", "mf", "mfa,2  ", '"mfa","2"'])
def test_a_file_that_ends_within_its_last_row_is_refused(end: str) -> None:
    at = 1 + end.count(",")
    (problem,) = problems(f"source,value,note\nmfa,1,\n{end}")
    assert problem == (
        f"figures.csv line 3: the file ends within line 3, after cell {at} of 3, so it may be half written;"
        " end the line with a line break, or write its other cells"
    )


@pytest.mark.parametrize("header", ["source,value,note", "source,value,no", "source,value,", "\ufeffsource,value"])
def test_a_file_that_is_cut_within_or_behind_its_header_is_refused(header: str) -> None:
    """Else a copy under way would put no rows in place of all of them."""
    assert problems(header) == [
        "figures.csv line 1: the file ends with its header, so it may be half written; end the line with a line break"
    ]
    assert problems(f"{header}\n") == []


@pytest.mark.parametrize("end", ["mfa,2,", "mfa,2,x", 'mfa,2,"x\ny"', "mfa,2\n", "mfa,2\r", "mfa,2\n ", "mfa,2\n,,"])
def test_a_last_row_that_is_whole_or_ended_is_read(end: str) -> None:
    assert [row["value"] for _, row in cells(f"source,value,note\nmfa,1,\n{end}")] == ["1", "2"]


def test_a_last_row_needs_no_cells_for_columns_without_a_name() -> None:
    assert cells("source,value,,\nmfa,1") == [(2, {"source": "mfa", "value": "1"})]


def test_a_row_with_more_cells_than_columns_is_refused() -> None:
    assert problems("source,value\nmfa,17,2\nmfa,1\n") == [
        f"figures.csv line 2: the row has 3 cells, the header 2; {UNQUOTED}",
    ]


def test_empty_cells_after_the_last_column_are_left_out_when_every_row_has_them() -> None:
    assert cells("source,value\nmfa,1,,\nmfa,2,,\n") == [
        (2, {"source": "mfa", "value": "1"}),
        (3, {"source": "mfa", "value": "2"}),
    ]


def test_an_empty_cell_after_the_last_column_of_one_row_shows_that_its_cells_have_moved() -> None:
    assert problems("source,value,note\nmfa,17,2,\nmfa,1,\n") == [
        f"figures.csv line 2: the row has 4 cells, the header 3; {UNQUOTED}",
    ]


@pytest.mark.parametrize("data", ["", "\n", "\r\n\r\n", "\ufeff", " , ,\n"])
def test_an_empty_file_is_asked_for_its_columns(data: str) -> None:
    assert problems(data) == [
        "figures.csv: the file is empty; its first line names the columns source, value, step, compared_with, note"
    ]


def test_a_header_alone_is_no_rows() -> None:
    assert cells("source,value\n") == []
    assert cells("source,value\r") == []


def test_a_quotation_mark_that_is_never_closed_is_named_with_its_line() -> None:
    assert problems('source,value\nmfa,1\nmfa,"2\nmfa,3\n') == [
        f"figures.csv line 3: {NOT_CLOSED}",
    ]


def test_text_after_a_closing_quotation_mark_is_refused_and_the_rest_still_read() -> None:
    rows, found, _ = readings('source,value\nmfa,"1"x\nmfa,"2" \nmfa,3\nmfa,"4\n')
    assert [row.line for row in rows] == [4]
    assert found == [
        f"figures.csv line 2: {GOES_ON}",
        f"figures.csv line 3: {GOES_ON}",
        f"figures.csv line 5: {NOT_CLOSED}",
    ]


def test_a_broken_header_is_the_only_problem_told() -> None:
    assert problems('"source"x,value\nmfa,1\n') == [
        f"figures.csv line 1: {GOES_ON}",
    ]


def test_a_row_that_a_spreadsheet_took_for_one_cell_is_read() -> None:
    """Excel puts a line of another delimiter into one cell, and into quotation marks when that holds one."""
    text = 'source,value,note\nmfa,1,plain\n"mfa,17.2,""grew, then fell"""\n'
    assert cells(text) == [
        (2, {"source": "mfa", "value": "1", "note": "plain"}),
        (3, {"source": "mfa", "value": "17.2", "note": "grew, then fell"}),
    ]
    assert notices(text) == [
        "figures.csv line 3: the row stands in quotation marks as a whole; its cells are read",
    ]


@pytest.mark.parametrize("cell", ['"mfa,17.2"', '"mfa,17.2,a,b"', '"mfa,17.2,""x"', '"mfa,17.2,\nx"'])
def test_a_cell_that_holds_no_whole_row_is_a_cell(cell: str) -> None:
    assert [(row["value"], row["note"]) for _, row in cells(f"source,value,note\n{cell},,\n")] == [("", "")]


def test_a_quotation_mark_inside_a_plain_cell_is_text() -> None:
    assert cells('source,value\n5" pipe,1\n') == [(2, {"source": '5" pipe', "value": "1"})]


@pytest.mark.parametrize("limit", [131_072, 2**30])
@pytest.mark.parametrize("quote", ["", '"'])
@pytest.mark.parametrize("length", [32_768, pytest.param(10_000_000, marks=pytest.mark.long)])
def test_a_cell_that_no_spreadsheet_can_hold_is_refused(length: int, quote: str, limit: int) -> None:
    """Whatever limit another library has set for the whole process."""
    before = csv.field_size_limit(limit)
    try:
        found = problems(f"source,value\nmfa,{quote}{'1' * length}{quote}\nmfa,2\n")
    finally:
        csv.field_size_limit(before)
    assert found == [
        "figures.csv line 2: a cell has more than 32767 characters; look for a quotation mark that is missing",
    ]


def test_a_cell_that_fills_a_spreadsheets_cell_is_read() -> None:
    assert cells(f"source,value\nmfa,{'1' * 32_767}\n") == [(2, {"source": "mfa", "value": "1" * 32_767})]


def test_a_cell_of_nothing_but_the_delimiter_is_no_packed_row() -> None:
    assert cells('"source","value"\n",",""\n') == [(2, {"source": ",", "value": ""})]


def test_an_absent_column_is_an_empty_cell() -> None:
    assert Row(2, {"value": " 1\u00a0"}).text("value") == "1"
    assert Row(2, {"value": "1"}).text("note") == ""


printable = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=8)


@given(
    st.lists(st.tuples(printable, printable).filter(lambda pair: any(cell.strip() for cell in pair)), max_size=5),
    st.sampled_from([",", ";", "\t"]),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
    st.sampled_from(["\n", "\r\n"]),
)
def test_what_is_written_is_read(pairs: list[tuple[str, str]], delimiter: str, encoding: str, line_end: str) -> None:
    assume(all(two.strip() or one.count(delimiter) != 1 for one, two in pairs))
    lines = [("source", "value"), *pairs]
    text = line_end.join(delimiter.join(f'"{cell.replace(chr(34), chr(34) * 2)}"' for cell in line) for line in lines)
    text += "" if pairs else line_end
    assert cells(text.encode(encoding)) == [
        (at, {"source": one, "value": two}) for at, (one, two) in enumerate(pairs, start=2)
    ]


@given(st.binary() | st.text().map(lambda text: f"source,value,note\n{text}".encode()))
def test_no_bytes_make_the_reading_of_a_sheet_fail(data: bytes) -> None:
    rows, found, _ = readings(data)
    assert rows == () or all(row.line > 0 for row in rows)
    assert all(problem.startswith("figures.csv") for problem in found)
