from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.editing.csv_edit import added, changed, difference
from dashboard.reading.columns import OBSERVATIONS, SOURCES
from dashboard.reading.remarks import Remarks
from dashboard.reading.sheet import Form, read
from dashboard.values.errors import DatasetError

HEAD = "source,reporter,partner,flow,period,measure,value,unit,mood\r\n"
FILE = (HEAD + 's,RUS,BLR,exports,2022,level,"17.2",USD bn,"a ""calm"" one"\r\n').encode()
NEW = {"source": "s", "reporter": "RUS", "partner": "BLR", "flow": "imports", "period": "2022", "measure": "level"}
ROW = NEW | {"value": "17.3", "unit": "USD bn"}
SIMPLE = Form("x.csv", ("id", "text"))
SIMPLE_WITH_NOTE = Form("x.csv", ("id", "text"), ("note",))


def test_a_row_comes_behind_the_last_and_every_other_byte_stays() -> None:
    assert added(OBSERVATIONS, FILE, [ROW]) == FILE + b"s,RUS,BLR,imports,2022,level,17.3,USD bn,\r\n"


def test_a_last_line_without_an_end_gets_one() -> None:
    assert added(SIMPLE, b"id,text\na,b", [{"id": "c"}]) == b"id,text\na,b\nc,\n"


def test_blank_lines_at_the_end_stay_there() -> None:
    assert added(SIMPLE, b"id,text\na,b\n\n\n", [{"id": "c"}]) == b"id,text\na,b\nc,\n\n\n"


def test_a_column_that_the_file_lacks_is_added_empty_for_all() -> None:
    made = added(SIMPLE_WITH_NOTE, b"id,text\na,b\n\nc,d\n", [{"id": "e", "note": "n"}])
    assert made == b"id,text,note\na,b,\n\nc,d,\ne,,n\n"


def test_semicolons_decimal_commas_and_windows_1251_are_kept() -> None:
    head = "source;reporter;partner;flow;period;measure;value;unit;note\r\n"
    file = head + "s;RUS;BLR;exports;2022;level;17,2;USD bn;Минск\r\n"
    made = added(OBSERVATIONS, file.encode("cp1251"), [ROW | {"note": "Гродно"}])
    assert made.decode("cp1251") == file + "s;RUS;BLR;imports;2022;level;17,3;USD bn;Гродно\r\n"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_marks_of_encodings_are_kept(encoding: str) -> None:
    made = added(SIMPLE, "id;text\r\na;б\r\n".encode(encoding), [{"id": "c", "text": "ў"}])
    assert made == "id;text\r\na;б\r\nc;ў\r\n".encode(encoding)


def test_the_line_that_names_the_delimiter_is_kept() -> None:
    file = b"sep=;\r\nid;text\r\na;b\r\n"
    assert added(SIMPLE, file, [{"id": "c"}]) == file + b"c;\r\n"
    assert changed(SIMPLE, file, 3, {"text": "z"}) == b"sep=;\r\nid;text\r\na;z\r\n"


def test_a_changed_row_keeps_its_other_cells() -> None:
    made = changed(OBSERVATIONS, FILE, 2, {"value": "17.4"})
    assert made.decode() == HEAD + 's,RUS,BLR,exports,2022,level,17.4,USD bn,"a ""calm"" one"\r\n'


def test_a_changed_last_row_gets_no_line_end_that_it_had_not() -> None:
    assert changed(SIMPLE, b"id,text\na,b", 2, {"text": "c"}) == b"id,text\na,c"


def test_a_short_row_is_filled_up_when_a_column_is_added() -> None:
    assert added(SOURCES, b"id,publisher,title\ns,P\n", [{"id": "t", "note": "n"}]).startswith(
        b"id,publisher,title,note\ns,P,,\nt,"
    )


def test_no_row_on_the_line() -> None:
    with pytest.raises(DatasetError, match=r"x\.csv line 7: no row begins on line 7"):
        changed(SIMPLE, b"id,text\na,b\n", 7, {"text": "c"})


def test_a_letter_that_the_encoding_lacks_is_refused() -> None:
    with pytest.raises(DatasetError, match='"ő" cannot be written in cp1251; save the file as CSV UTF-8 first'):
        added(SIMPLE, "id,text\nа,слово\n".encode("cp1251"), [{"id": "ő"}])


@pytest.mark.parametrize("text", ["=1+1", "@x", "+x", "-x"])
def test_a_formula_is_refused(text: str) -> None:
    with pytest.raises(DatasetError, match="would be run as a formula"):
        added(SIMPLE, b"id,text\n", [{"id": "a", "text": text}])


def test_a_file_that_cannot_be_read_is_not_edited() -> None:
    with pytest.raises(DatasetError, match="names no column"):
        added(OBSERVATIONS, b"id,text\n", [ROW])


def test_text_that_would_not_come_back_is_refused() -> None:
    with pytest.raises(DatasetError, match="NUL"):
        added(SIMPLE, b"id,text\n", [{"id": "a", "text": "b\0"}])
    with pytest.raises(DatasetError, match="cannot be written so that it is read again"):
        added(SIMPLE, b"id,text\n", [{}])


def test_the_difference_shows_what_comes() -> None:
    made = added(SIMPLE, b"id,text\na,b\n", [{"id": "c"}])
    assert difference("x.csv", b"id,text\na,b\n", made)[2:] == ("@@ -2 +2,2 @@", " a,b", "+c,")


TURNING = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufffe\uffff"
SEEN = st.characters(codec="utf-8", exclude_categories=["Cc"], include_characters="\t\r\n", exclude_characters=TURNING)
WORDS = st.text(SEEN, max_size=12).map(str.strip)


@given(st.lists(st.tuples(WORDS, WORDS), max_size=4), st.sampled_from(",;\t"), st.sampled_from(["\n", "\r\n"]))
def test_what_is_written_is_read_again(pairs: list[tuple[str, str]], delimiter: str, end: str) -> None:
    rows = [{"id": f"r{id}", "text": f"t{text}"} for id, text in pairs]
    made = added(SIMPLE, f"id{delimiter}text{end}a{delimiter}b{end}".encode(), rows)
    found = [dict(row.cells) for row in read(SIMPLE, made, Remarks("x.csv"))]
    assert found == [{"id": "a", "text": "b"}, *rows]


def test_a_column_that_the_form_does_not_know_is_filled_where_the_file_has_it() -> None:
    before = b"id,publisher,title,publisher_ru\na,Office,Report,\n"
    after = added(SOURCES, before, [{"id": "b", "publisher": "Bank", "title": "Bulletin", "publisher_ru": "Банк"}])
    assert after.decode().splitlines()[-1] == "b,Bank,Bulletin,Банк"
