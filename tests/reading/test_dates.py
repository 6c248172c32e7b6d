from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.reading.dates import day, moment, period, spreadsheet_date
from dashboard.reading.remarks import Reading
from dashboard.values.message import Message
from dashboard.values.partial_date import PartialDate
from dashboard.values.period import Period

PERIODS = "2021, 2022-10, 2022-Q3, 2022-H1 or 2022-01/2022-10"
DATES = "2023-01-17, 2023-01 or 2023"
MOMENTS = "2022-06-30, 2022-06-30/2022-07-01, 2022-12, 2022 or a period"


@pytest.mark.parametrize(
    "text", ["2021", "2022-10", "2022-Q3", "2022-H1", "2022-01/2022-10", "2022-q3", "1900", "2100"]
)
def test_a_period_is_read_as_it_stands(text: str) -> None:
    assert period(text) == Reading(Period.parse(text.upper()))


@pytest.mark.parametrize(
    "text",
    [
        "Oct-22",
        "OCT-22",
        "окт.22",
        "окт. 22",
        "октябрь 2022",
        "Октябрь 2022",
        "октября 2022",
        "October 2022",
        "кас.22",
        "кастрычнік 2022",
    ],
)
def test_the_name_of_a_month_with_a_year_can_only_be_that_month(text: str) -> None:
    assert period(text) == Reading(
        Period.parse("2022-10"), Message(f'"{text}", of which a spreadsheet made a date, is read as 2022-10')
    )


@pytest.mark.parametrize(
    ("text", "month"),
    [
        ("Jan-21", "2021-01"),
        ("янв.21", "2021-01"),
        ("сту.21", "2021-01"),
        ("Feb-21", "2021-02"),
        ("лют.21", "2021-02"),
        ("март.21", "2021-03"),
        ("сак.21", "2021-03"),
        ("апр.21", "2021-04"),
        ("кра.21", "2021-04"),
        ("май.21", "2021-05"),
        ("мая.21", "2021-05"),
        ("июн.21", "2021-06"),
        ("чэр.21", "2021-06"),
        ("июл.21", "2021-07"),
        ("ліп.21", "2021-07"),
        ("Sept-21", "2021-09"),
        ("сент.21", "2021-09"),
        ("ноя.21", "2021-11"),
        ("ліс.21", "2021-11"),
        ("Dec-99", "2099-12"),
        ("сне.21", "2021-12"),
    ],
)
def test_months_are_known_in_three_languages(text: str, month: str) -> None:
    assert period(text).value == Period.parse(month)


@pytest.mark.parametrize(
    "text",
    ["01.10.2022", "01.10.22", "2022-10-01", "2022-10-01 00:00:00", "10/1/2022", "22.окт", "22-Oct", "1 October 2022"],
)
def test_a_full_date_is_no_period(text: str) -> None:
    assert period(text) == Reading(None, Message(f'"{text}" is a date; write the period itself, as text: {PERIODS}'))


@pytest.mark.parametrize("text", ["2022-1", "20222", "2022.10", "Q3 2022", "soon", "2022-10-", "2022-01/10", "Foo-22"])
def test_a_text_of_another_form_is_no_period(text: str) -> None:
    assert period(text) == Reading(None, Message(f'"{text}" is not a period; write {PERIODS}'))


def test_a_long_text_is_refused_with_its_beginning() -> None:
    assert period("2022" * 50_000).remark == f'"{"2022" * 20}…" is not a period; write {PERIODS}'


def test_an_empty_period_is_asked_for() -> None:
    assert period("") == Reading(None, Message(f"the cell is empty; write {PERIODS}"))


@pytest.mark.parametrize("text", ["0221", "1899", "2101", "2099/2101"])
def test_a_year_far_off_is_a_slip(text: str) -> None:
    assert period(text) == Reading(None, Message(f'"{text}" is not between 1900 and 2100; write {PERIODS}'))


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2023", PartialDate(2023)),
        ("2023-01", PartialDate(2023, 1)),
        ("2023-01-17", PartialDate(2023, 1, 17)),
        ("2024-02-29", PartialDate(2024, 2, 29)),
    ],
)
def test_a_date_is_read_as_it_stands(text: str, date: PartialDate) -> None:
    assert day(text) == Reading(date)


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("17.01.2023", "2023-01-17"),
        ("7.1.2023", "2023-01-07"),
        ("2023-1-7", "2023-01-07"),
        ("2023-01-17 00:00:00", "2023-01-17"),
        ("17.01.2023 0:00", "2023-01-17"),
        ("1/17/2023", "2023-01-17"),
        ("17/1/2023", "2023-01-17"),
        ("17-01-2023", "2023-01-17"),
        ("5/5/2023", "2023-05-05"),
        ("Jan-23", "2023-01"),
        ("янв.23", "2023-01"),
        ("01.2023", "2023-01"),
    ],
)
def test_a_date_that_a_spreadsheet_rewrote_is_read_with_a_remark(text: str, iso: str) -> None:
    read = day(text)
    assert (str(read.value), read.remark) == (iso, f'"{text}" is read as {iso}')


def test_day_and_month_that_can_change_places_are_refused() -> None:
    assert day("3/5/2023") == Reading(
        None, Message('"3/5/2023" can have the day or the month first; write 2023-03-05 or 2023-05-03')
    )


@pytest.mark.parametrize("text", ["2023-02-29", "2023-13", "2023-00", "31.02.2023", "13/13/2023", "0000"])
def test_a_date_is_in_the_calendar(text: str) -> None:
    assert day(text) == Reading(None, Message(f'"{text}" is not in the calendar; write {DATES}'))


@pytest.mark.parametrize("text", ["1023", "2203-01-17"])
def test_a_date_is_of_our_time(text: str) -> None:
    assert day(text) == Reading(None, Message(f'"{text}" is not between 1900 and 2100; write {DATES}'))


@pytest.mark.parametrize("text", ["3 September", "soon", "17.01.23", "2023-Q1", "2023-01-17/2023-01-18"])
def test_a_text_of_another_form_is_no_date(text: str) -> None:
    assert day(text) == Reading(None, Message(f'"{text}" is not a date; write {DATES}'))


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("2022-12-19", "2022-12-19"),
        ("2022-12", "2022-12"),
        ("2014", "2014"),
        ("2022-06-30/2022-07-01", "2022-06-30/2022-07-01"),
        ("2022-06-30 / 2022-07-01", "2022-06-30/2022-07-01"),
        ("2021/2023", "2021/2023"),
        ("2016-01/2016-12", "2016"),
        ("2022-06-30/2022-07", "2022-06-30/2022-07"),
        ("2022-06-30/2022-06", "2022-06-30/2022-06"),
        ("2022-H1", "2022-H1"),
        ("2022-q3", "2022-Q3"),
    ],
)
def test_a_moment_is_a_date_a_run_of_days_or_a_period(text: str, when: str) -> None:
    read = moment(text)
    assert (str(read.value), read.remark) == (when, "")


@pytest.mark.parametrize(
    ("text", "when", "remark"),
    [
        ("19.12.2022", "2022-12-19", '"19.12.2022" is read as 2022-12-19'),
        ("дек.22", "2022-12", '"дек.22" is read as 2022-12'),
        ("12.2022", "2022-12", '"12.2022" is read as 2022-12'),
        ("январь-октябрь 2022", "2022-01/2022-10", '"январь-октябрь 2022" is read as 2022-01/2022-10'),
        (
            "30.06.2022/01.07.2022",
            "2022-06-30/2022-07-01",
            '"30.06.2022" is read as 2022-06-30; "01.07.2022" is read as 2022-07-01',
        ),
    ],
)
def test_a_moment_that_a_spreadsheet_rewrote_is_read_with_a_remark(text: str, when: str, remark: str) -> None:
    read = moment(text)
    assert (str(read.value), read.remark) == (when, remark)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", f"the cell is empty; write {MOMENTS}"),
        ("soon", f'"soon" is not a date; write {MOMENTS}'),
        ("2022-06-30/soon", f'"2022-06-30/soon" is not a date; write {MOMENTS}'),
        ("soon/2022-06-30", f'"soon/2022-06-30" is not a date; write {MOMENTS}'),
        ("2022-02-30", f'"2022-02-30" is not in the calendar; write {DATES}'),
        ("3/5/2022", '"3/5/2022" can have the day or the month first; write 2022-03-05 or 2022-05-03'),
        ("2022-06-31/2022-07-01", f'"2022-06-31" is not in the calendar; write {DATES}'),
        ("2022-06-30/2022-07-32", f'"2022-07-32" is not in the calendar; write {DATES}'),
        ("2022-07-01/2022-06-30", '"2022-07-01/2022-06-30" ends before it begins; write the earlier date first'),
    ],
)
def test_a_moment_of_another_form_is_refused(text: str, message: str) -> None:
    assert moment(text) == Reading(None, Message(message))


@pytest.mark.parametrize(
    ("text", "made_of"),
    [("03.май", "3.5"), ("май.22", "5.22"), ("may", "1.5"), ("05.03.22", "5.3"), ("3/5/2022", "3.5")],
)
def test_a_date_tells_the_number_of_which_it_may_have_been_made(text: str, made_of: str) -> None:
    assert spreadsheet_date(text) == made_of


@pytest.mark.parametrize("text", ["", "17.2", "2022", "2022-10", "Grodno", "1.2.3.4", "Foo-22", "ма.22", "2022-Q3"])
def test_other_texts_are_no_dates_of_a_spreadsheet(text: str) -> None:
    assert spreadsheet_date(text) == ""


@given(st.text(max_size=30) | st.from_regex(r"[0-9]{1,4}[./ -][0-9a-zа-я]{1,8}([./ -][0-9]{1,4})?", fullmatch=True))
def test_no_text_makes_the_reading_of_a_date_fail(text: str) -> None:
    stripped = text.strip()
    for reading in (day(stripped), moment(stripped)):
        assert reading.value is not None or reading.remark
    assert period(stripped).value is not None or period(stripped).remark


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 12, 31)))
def test_a_date_reads_the_same_however_a_spreadsheet_writes_it(written: date) -> None:
    iso = written.isoformat()
    year, month, of_month = iso.split("-")
    assert day(f"{of_month}.{month}.{year}").value == day(f"{iso} 00:00:00").value == day(iso).value
    assert day(iso) == Reading(PartialDate(written.year, written.month, written.day))


def test_a_day_of_a_spreadsheets_calendar_is_no_period() -> None:
    assert period("44684") == Reading(None, Message(f'"44684" is a date; write the period itself, as text: {PERIODS}'))
    assert period("99999").value is None


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("январь-декабрь 2022", "2022"),
        ("Январь – октябрь 2022 г.", "2022-01/2022-10"),
        ("студзень-кастрычнік 2022", "2022-01/2022-10"),
        ("January-March 2022", "2022-Q1"),
        ("Jan.-Oct. 2022", "2022-01/2022-10"),
        ("10.2022", "2022-10"),
    ],
)
def test_months_in_words_are_read_with_a_notice(text: str, meant: str) -> None:
    found = period(text)
    assert str(found.value) == meant
    assert found.remark == f'"{text}" is read as {meant}'


@pytest.mark.parametrize(
    "text", ["October-January 2022", "January-January 2022", "январь-снег 2022", "13.2022", "1.2022"]
)
def test_months_that_are_no_run_of_one_year_are_refused(text: str) -> None:
    assert period(text).value is None
    assert "is not a period; write 2021" in period(text).remark


@pytest.mark.parametrize("text", ["January-March 1022", "10.1022"])
def test_months_of_another_age_are_refused(text: str) -> None:
    assert period(text).value is None
