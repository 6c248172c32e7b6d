from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.reading.number import number, value, writes_commas, writes_thousands_commas
from dashboard.reading.remarks import Reading
from dashboard.values.message import Message

NBSP, FIGURE, THIN, NARROW, MINUS = "\u00a0", "\u2007", "\u2009", "\u202f", "\u2212"
COMMA = "the comma is read as a decimal point"
GAPS = "the gaps are read as thousands signs"
SIGN = "the sign before the number is read as a minus"
PERCENT = "the per cent sign is left out"


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("17.2", "17.2"),
        ("17.0", "17.0"),
        ("17.20", "17.20"),
        ("40", "40"),
        ("-8.4", "-8.4"),
        ("+10.1", "10.1"),
        ("0", "0"),
        ("0.0", "0.0"),
        ("-0.0", "-0.0"),
        ("007", "7"),
        (".5", "0.5"),
        ("38607.6", "38607.6"),
        ("1234567890123456789012345.678", "1234567890123456789012345.678"),
        ("- 3.1", "-3.1"),
        ("+ 3.1", "3.1"),
    ],
)
def test_digits_with_a_point_are_read_without_a_remark(text: str, printed: str) -> None:
    reading = number(text)
    assert (str(reading.value), reading.remark) == (printed, "")


@pytest.mark.parametrize(
    ("text", "printed", "remark"),
    [
        ("17,2", "17.2", COMMA),
        ("0,123", "0.123", COMMA),
        ("1234,567", "1234.567", COMMA),
        ("17,25", "17.25", COMMA),
        ("17,2500", "17.2500", COMMA),
        ("-3,1", "-3.1", COMMA),
        (f"38{NBSP}607.6", "38607.6", GAPS),
        (f"38{FIGURE}607", "38607", GAPS),
        (f"38{THIN}607", "38607", GAPS),
        (f"38{NARROW}607", "38607", GAPS),
        ("38 607", "38607", GAPS),
        ("38'607.6", "38607.6", GAPS),
        ("38’607", "38607", GAPS),
        ("1 234 567", "1234567", GAPS),
        (f"38{NBSP}607,6", "38607.6", f"{GAPS}; {COMMA}"),
        ("1 234,567", "1234.567", f"{GAPS}; {COMMA}"),
        ("1,234.5", "1234.5", "the commas are read as thousands signs"),
        ("1,234,567", "1234567", "the commas are read as thousands signs"),
        ("12,345,678.90", "12345678.90", "the commas are read as thousands signs"),
        ("1.234,5", "1234.5", f"the points are read as thousands signs; {COMMA}"),
        ("1.234.567", "1234567", "the points are read as thousands signs"),
        (f"{MINUS}8.4", "-8.4", SIGN),
        (f"{MINUS} 8.4", "-8.4", SIGN),
        ("–8.4", "-8.4", SIGN),
        ("‐8.4", "-8.4", SIGN),
        ("‑8.4", "-8.4", SIGN),
        (f"{MINUS}8,4", "-8.4", f"{SIGN}; {COMMA}"),
        ("10.1%", "10.1", PERCENT),
        ("10.1 %", "10.1", PERCENT),
        (f"{MINUS}10,1{NBSP}%", "-10.1", f"{PERCENT}; {SIGN}; {COMMA}"),
    ],
)
def test_another_spelling_with_one_reading_is_read_with_a_remark(text: str, printed: str, remark: str) -> None:
    reading = number(text)
    assert (str(reading.value), reading.remark) == (printed, remark)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("1,234", '"1,234" can be 1.234 or 1234; write it with a point'),
        ("-1,234", '"-1,234" can be -1.234 or -1234; write it with a point'),
        (f"{MINUS}12,000", '"\u221212,000" can be -12.000 or -12000; write it with a point'),
        ("999,999", '"999,999" can be 999.999 or 999999; write it with a point'),
    ],
)
def test_a_comma_before_three_digits_has_two_readings(text: str, message: str) -> None:
    assert number(text) == Reading(None, Message(message))


def test_a_step_with_three_places_settles_the_comma_of_its_row() -> None:
    assert value("1,234", step="0,001") == Reading(Decimal("1.234"), Message(COMMA))
    assert value("-1,234", step="0,005") == Reading(Decimal("-1.234"), Message(COMMA))


@pytest.mark.parametrize("step", ["", "0.001", "0,01", "0,1", "1", "1,000", "1000"])
def test_any_other_step_leaves_the_comma_open(step: str) -> None:
    assert value("1,234", step) == Reading(None, Message('"1,234" can be 1.234 or 1234; write it with a point'))


@pytest.mark.parametrize(("text", "step"), [("38.607", ""), ("-1.234", "0,1"), ("38.607", "1"), (f"{MINUS}1.234", "x")])
def test_a_point_before_three_digits_has_two_readings_beside_decimal_commas(text: str, step: str) -> None:
    assert value(text, step, commas=True).value is None


@pytest.mark.parametrize(("text", "step"), [("38.607", "0.001"), ("38.607", "0,001"), ("0.607", ""), ("38.60", "")])
def test_a_point_that_can_be_no_thousands_sign_is_read_beside_decimal_commas(text: str, step: str) -> None:
    assert value(text, step, commas=True).value == Decimal(text)


def test_a_step_that_fits_the_whole_number_alone_leaves_the_point_open() -> None:
    assert value("38.607", "1") == Reading(
        None, Message('"38.607" can be 38.607 or 38607; write 38607, or 38.607 with step 0.001')
    )
    assert [value("38.607", step).value for step in ("", "0.001", "0", "x")] == [Decimal("38.607")] * 4


def test_a_point_left_of_several_thousands_signs_is_open_where_the_step_fits_the_whole_number_alone() -> None:
    said = '"9034.323" can be 9034.323 or 9034323; write 9034323, or 9034.323 with step 0.001'
    assert value("9034.323", "1") == Reading(None, Message(said))
    assert value("9034.323", commas=True).value is None
    assert [value("9034.323", step).value for step in ("", "0.001", "100")] == [Decimal("9034.323")] * 3


@pytest.mark.parametrize(
    "cells", [["17,2"], ["x", "-8,4 %"], [f"8,4{NBSP}%"], [f"38{NBSP}607,25"], ["1.234,5"], ["0,001"]]
)
def test_decimal_commas_of_a_file_are_seen(cells: list[str]) -> None:
    assert writes_commas(cells)


def test_between_semicolons_a_point_needs_a_number_that_tells_it_is_one() -> None:
    assert writes_commas(["38.607", "40"], semicolons=True)
    assert not writes_commas(["38.607", "17.2"], semicolons=True)
    assert not writes_commas(["38.607", "40"])


@pytest.mark.parametrize("cells", [[], ["17.2", "1,234", "-1,234", "1,234.5", "a,b", "1,234,567"]])
def test_commas_that_may_be_thousands_signs_tell_nothing(cells: list[str]) -> None:
    assert not writes_commas(cells)


@pytest.mark.parametrize(
    ("text", "made_of"),
    [
        ("03.май", "3.5"),
        ("3.мая", "3.5"),
        ("10.янв", "10.1"),
        ("17.фев", "17.2"),
        ("3-May", "3.5"),
        ("03-May", "3.5"),
        ("5-студз", "5.1"),
        ("май.22", "5.22"),
        ("May-22", "5.22"),
        ("Oct 2022", "10.2022"),
        ("05.03.2022", "5.3"),
        ("05.03.22", "5.3"),
        ("5/3/2022", "5.3"),
        ("2022-05-03", "3.5"),
        ("2022-05-03 00:00:00", "3.5"),
        ("2022-05-03T00:00:00", "3.5"),
        ("03.05.2022 0:00", "3.5"),
        ("may", "1.5"),
    ],
)
def test_a_date_is_refused_with_what_happened(text: str, made_of: str) -> None:
    assert number(text) == Reading(
        None,
        Message(
            f'"{text}" is a date, which a spreadsheet makes of a number such as {made_of};'
            " write the number again, in a column formatted as text"
        ),
    )


@pytest.mark.parametrize("text", ["1E+30", "1e400", "1.2E+03", "1,2E+03", "-1e-7", "1e5"])
def test_an_exponent_is_refused_because_it_hides_digits(text: str) -> None:
    assert number(text) == Reading(
        None, Message(f'"{text}" has an exponent, with which a spreadsheet hides digits; write all digits')
    )


@pytest.mark.parametrize(
    "text",
    [
        "nan",
        "NaN",
        "inf",
        "-Infinity",
        "sNaN",
        "about 40",
        "$34.5",
        "34.5bn",
        "17.",
        "1.2.3",
        "1,2,3",
        "12,34,567",
        "1 23",
        "0 123",
        "1,234 567",
        "1.234 567",
        f"1 234{NBSP}567",
        "(3.1)",
        "--3",
        "-",
        "+",
        "%",
        "%10",
        "1_000",
        "0x10",
        "１７.２",
        "١٧",
        "²",
        "½",
        "#REF!",
        "#ИМЯ?",
        "TRUE",
        "17.2\n17.3",
    ],
)
def test_anything_else_is_no_number(text: str) -> None:
    reading = number(text)
    assert reading.value is None
    assert reading.remark.endswith(" is not a decimal number; write digits with a point, such as 17.2")


def test_more_digits_than_are_ever_printed_are_refused() -> None:
    assert number("1" * 29) == Reading(None, Message(f'"{"1" * 29}" has 29 digits; a printed number has at most 28'))
    assert number("9" * 100_000).remark == f'"{"9" * 80}…" has 100000 digits; a printed number has at most 28'


@pytest.mark.parametrize("text", ["", "-", "–", "—", "…", "...", "n/a", "N/A", "н/д"])
def test_a_row_without_a_number_is_to_be_deleted(text: str) -> None:
    assert value(text) == Reading(None, Message("a row without a number says nothing; delete the row"))


numbers = st.decimals(min_value=-(10**9), max_value=10**9, places=2, allow_nan=False)


def grouped(printed: str, thousands: str, decimal: str) -> str:
    return printed.replace(",", " ").replace(".", decimal).replace(" ", thousands)


@given(numbers, st.sampled_from(["", NBSP, THIN, NARROW, " ", "'"]), st.sampled_from([".", ","]), st.booleans())
def test_every_spelling_of_a_number_reads_as_the_same(
    printed: Decimal, thousands: str, decimal: str, typographic: bool
) -> None:
    text = grouped(f"{printed:,}", thousands, decimal)
    assert number(text.replace("-", MINUS) if typographic else text).value == printed


@given(numbers)
def test_english_and_german_thousands_signs_read_as_the_same(printed: Decimal) -> None:
    assert number(f"{printed:,}").value == printed
    assert number(grouped(f"{printed:,}", ".", ",")).value == printed


@given(st.text())
def test_no_text_makes_the_reading_of_a_number_fail(text: str) -> None:
    for reading in (number(text), value(text), value(text, "0,001")):
        assert reading.value is None or reading.value.is_finite()
        assert reading.value is not None or reading.remark


@given(st.text(alphabet="0123456789.,' -+%eE\u00a0\u2212", max_size=14))
def test_what_is_read_has_the_digits_of_the_text(text: str) -> None:
    reading = number(text)
    if reading.value is not None:
        digits = "".join(char for char in text if char.isdigit())
        assert int(digits) == abs(int(reading.value.scaleb(-int(reading.value.as_tuple().exponent))))


@pytest.mark.parametrize("text", ["194,2", "-8,4", f"{MINUS}10,1 %", "38 607,6"])
def test_a_decimal_comma_is_refused_beside_commas_between_thousands(text: str) -> None:
    assert value(text).value is not None
    assert value(text.replace(" ", NBSP), thousands=True).value is None
    assert value(text, thousands=True) == Reading(
        None,
        Message(
            f'"{text}" has a decimal comma, but other numbers have commas between thousands;'
            " write it with a point and no comma"
        ),
    )


@pytest.mark.parametrize("text", ["194.2", "1,942.0", "1942"])
def test_other_numbers_are_read_beside_commas_between_thousands(text: str) -> None:
    assert value(text, thousands=True).value == Decimal(text.replace(",", ""))


def test_commas_between_thousands_of_a_file_are_seen() -> None:
    assert writes_thousands_commas(["17.2", "1,234.5"])
    assert writes_thousands_commas(["1,234,567"])
    assert not writes_thousands_commas(["1,234", "17,2", "1.234,5"])
