from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.reading.columns import CONTEXT, EVENTS, FORMS, OBSERVATIONS, SOURCES
from dashboard.reading.dataset import read
from dashboard.values.errors import DatasetError, Problem
from dashboard.values.observation import Context, Dataset, Event, Source
from dashboard.values.partial_date import DateRange, PartialDate
from dashboard.values.qualifier import Qualifier

CASES = Path(__file__).parents[1] / "cases" / "reading"
HEADER = "source,reporter,partner,flow,period,measure,value,unit,step,qualifier,compared_with,scope,product\n"
TURNOVER = "mfa,RUS,BLR,turnover,2022-01/2022-10,level,34.5,USD bn,0.1,,,,\n"
GROWTH = "mfa,RUS,BLR,turnover,2022-01/2022-10,growth,10.1,%,0.1,,,,\n"
MOMENTS = "2022-06-30, 2022-06-30/2022-07-01, 2022-12, 2022 or a period"
QUALIFIERS = "exact, truncated, more than, at least, less than, at most, nearly, about"
NO_NUMBER = '"x" is not a decimal number; write digits with a point, such as 17.2'
OPEN = '"%" leaves the currency open, since source mfa'
TWO_SOURCES = "id,publisher,title\nmfa,Ministry,For the visit\nbelstat,Belstat,Trade of 2021\n"


def dataset(rows: str, sources: str = TWO_SOURCES, events: str = "", context: str = "") -> Dataset:
    return read(
        (HEADER + rows).encode(),
        sources.encode(),
        events.encode() if events else None,
        context.encode() if context else None,
    )


def problems(rows: str, sources: str = TWO_SOURCES, events: str = "", context: str = "") -> list[str]:
    with pytest.raises(DatasetError, match=r"^(observations|sources|events|context)\.csv") as caught:
        dataset(rows, sources, events, context)
    return [str(problem) for problem in caught.value.problems]


def notices(rows: str) -> list[str]:
    return [str(notice) for notice in dataset(rows).notices]


def currencies(rows: str) -> list[str]:
    return [row.block.currency for row in dataset(rows).observations]


def saved(folder: str) -> Dataset:
    observations, sources, events, context = ((CASES / "saved" / folder / form.file).read_bytes() for form in FORMS)
    return read(observations, sources, events, context)


def test_two_files_are_a_complete_data_set() -> None:
    found = dataset(TURNOVER + GROWTH)
    assert [row.line for row in found.observations] == [2, 3]
    assert [source.id for source in found.sources] == ["mfa", "belstat"]
    assert (found.events, found.context, found.notices) == ((), (), ())


def test_a_header_that_lacks_a_column_is_the_only_problem_told() -> None:
    rows = (HEADER + TURNOVER * 3).replace("flow,", "", 1)
    with pytest.raises(DatasetError) as caught:
        read(rows.encode(), TWO_SOURCES.encode())
    (problem,) = caught.value.problems
    assert str(problem).startswith("observations.csv line 1, column flow: the column is missing; the header must name")


def test_headers_alone_are_a_data_set_without_rows() -> None:
    assert dataset("", "id,publisher,title\n", "date,title\n", "subject,value\n") == Dataset()


@pytest.mark.parametrize("folder", ["libreoffice-ru-cp1251", "libreoffice-ru-utf16", "libreoffice-en-tab", "excel-ru"])
def test_what_a_spreadsheet_saved_is_the_same_data_set(folder: str) -> None:
    original = saved("original")
    assert original.notices == ()
    assert replace(saved(folder), notices=()) == original
    assert saved(folder).notices != ()


@pytest.mark.parametrize("path", sorted((CASES / "refused").glob("*.csv")), ids=lambda path: str(path.stem))
def test_a_file_with_more_than_one_reading_is_refused_with_every_problem(path: Path) -> None:
    sources = (CASES / "saved" / "original" / SOURCES.file).read_bytes()
    with pytest.raises(DatasetError, match=r"^observations\.csv") as caught:
        read(path.read_bytes(), sources)
    assert f"{caught.value}\n" == path.with_suffix(".txt").read_text(encoding="utf-8")


def test_every_problem_of_every_file_is_told_at_once() -> None:
    assert problems(
        "mfa,RUS,BLR,turnover,2021,level,x,USD bn,,,,,\nmfa,RUS,BLR,turnover,2021,level,,USD bn,,,,,\n",
        "id,publisher,title,published\nmfa,,For the visit,soon\n,Belstat,,\n",
        "date,title,source\n2022-13,Talks,mfa\n,,tass\n",
        "subject,value,qualifier,source\n,6,over,tass\n",
    ) == [
        f"observations.csv line 2, column value: {NO_NUMBER}",
        "observations.csv line 3, column value: a row without a number says nothing; delete the row",
        "sources.csv line 2, column publisher: the cell is empty; every row needs one",
        'sources.csv line 2, column published: "soon" is not a date; write 2023-01-17, 2023-01 or 2023',
        "sources.csv line 3, column id: the cell is empty; every row needs one",
        "sources.csv line 3, column title: the cell is empty; every row needs one",
        'events.csv line 2, column date: "2022-13" is not in the calendar; write 2023-01-17, 2023-01 or 2023',
        'events.csv line 3, column source: "tass" is no id in sources.csv; add it there',
        "events.csv line 3, column date: the cell is empty; every row needs one",
        "events.csv line 3, column title: the cell is empty; every row needs one",
        'context.csv line 2, column source: "tass" is no id in sources.csv; add it there',
        "context.csv line 2, column subject: the cell is empty; every row needs one",
        f'context.csv line 2, column qualifier: "over" is not a qualifier; write {QUALIFIERS}',
    ]


def test_a_source_is_read_with_all_its_cells() -> None:
    columns = "id,publisher,title,published,address,language,retrieved,note,archive"
    cells = "mfa,Ministry,For the visit,2023-01,https://example.org,en,2025-11-23,seen, box 7 "
    assert dataset("", f"{columns}\n{cells}\n").sources == (
        Source(
            id="mfa",
            publisher="Ministry",
            title="For the visit",
            published=PartialDate(2023, 1),
            address="https://example.org",
            language="en",
            retrieved=PartialDate(2025, 11, 23),
            note="seen",
            line=2,
            extra=(("archive", " box 7 "),),
        ),
    )


def test_an_event_is_read_with_all_its_cells() -> None:
    events = "date,title,place,source,photo\n2022-06-30/2022-07-01,Forum of Regions,Grodno,mfa,yes\n"
    assert dataset("", events=events).events == (
        Event(
            date=DateRange(PartialDate(2022, 6, 30), PartialDate(2022, 7, 1)),
            title="Forum of Regions",
            place="Grodno",
            source="mfa",
            line=2,
            extra=(("photo", "yes"),),
        ),
    )


def test_a_context_row_is_read_with_all_its_cells() -> None:
    context = "subject,period,value,unit,qualifier,source,page\nRegions,2022,40,regions,More than,mfa,3\n"
    assert dataset("", context=context).context == (
        Context(
            subject="Regions",
            period=DateRange(PartialDate(2022), PartialDate(2022)),
            value="40",
            unit="regions",
            qualifier=Qualifier.MORE_THAN,
            source="mfa",
            line=2,
            extra=(("page", "3"),),
        ),
    )


@pytest.mark.parametrize(
    ("cell", "period"), [("", "None"), ("2021/2023", "2021/2023"), ("окт.22", "2022-10"), ("2022-06-30", "2022-06-30")]
)
def test_a_context_row_holds_for_a_period_a_date_or_always(cell: str, period: str) -> None:
    assert str(dataset("", context=f"subject,period,value\nRegions,{cell},40\n").context[0].period) == period


def test_a_context_row_with_another_period_is_refused() -> None:
    assert problems("", context="subject,period,value\nRegions,soon,40\n") == [
        f'context.csv line 2, column period: "soon" is not a date; write {MOMENTS}'
    ]


def test_an_id_stands_once() -> None:
    assert problems("", "id,publisher,title\nmfa,A,B\nmfa,C,D\n") == [
        'sources.csv line 3, column id: "mfa" is the id of line 2 as well; ids are unique'
    ]


def test_an_unknown_source_is_answered_with_the_near_ones() -> None:
    assert problems(TURNOVER.replace("mfa", "mfaa")) == [
        'observations.csv line 2, column source: "mfaa" is no id in sources.csv; add it there; near: mfa'
    ]


def test_no_source_is_called_unknown_while_sources_cannot_be_read() -> None:
    (problem,) = problems(TURNOVER, 'id,publisher,title\n"mfa"x,A,B\n')
    assert problem.startswith("sources.csv line 2: a quoted cell goes on after its closing quotation mark")


def test_a_percentage_is_in_the_only_currency_of_its_source() -> None:
    assert currencies(GROWTH + TURNOVER) == ["USD", "USD"]


def test_a_change_in_money_settles_the_currency_too() -> None:
    assert currencies(GROWTH + "mfa,RUS,BLR,balance,2022,change,-6.2,RUB bn,0.1,,,,\n") == ["RUB", "RUB"]


def test_a_percentage_may_name_another_currency_than_its_source() -> None:
    assert currencies(TURNOVER + GROWTH.replace("%", "% RUB")) == ["USD", "RUB"]


def test_each_source_settles_its_own_currency() -> None:
    rows = TURNOVER + GROWTH + "belstat,BLR,RUS,turnover,2022,level,2.3,RUB tn,0.1,,,,\n"
    assert currencies(rows + "belstat,BLR,RUS,turnover,2022,factor,1.5,times,0.1,,,,\n") == ["USD", "USD", "RUB", "RUB"]


def test_a_percentage_of_a_source_with_two_currencies_names_its_own() -> None:
    rouble = "mfa,RUS,BLR,turnover,2022,level,2.3,RUB tn,0.1,,,,\n"
    assert problems(TURNOVER + rouble + GROWTH) == [
        f"observations.csv line 4, column unit: {OPEN} has amounts in RUB, USD; write one of % RUB, % USD"
    ]


def test_a_percentage_of_a_source_without_amounts_names_its_currency() -> None:
    assert problems(GROWTH) == [
        f"observations.csv line 2, column unit: {OPEN} has no amounts in money; write one of % USD, % RUB"
    ]


def test_the_currency_is_not_asked_for_while_an_amount_of_the_source_cannot_be_read() -> None:
    assert problems(GROWTH + TURNOVER.replace("34.5", "x")) == [f"observations.csv line 3, column value: {NO_NUMBER}"]


def test_the_currency_is_not_asked_for_while_a_row_is_lost() -> None:
    (problem,) = problems(GROWTH + "mfa,RUS,BLR,turnover,2022,level,34,5,USD bn,0,1,,,,\n")
    assert problem.startswith("observations.csv line 3: the row has 15 cells, the header 13")


@pytest.mark.parametrize(
    "again",
    [
        TURNOVER,
        TURNOVER.replace("34.5", "34.50"),
        TURNOVER.replace("0.1", "0.5"),
        TURNOVER.replace(",,,,\n", ",,,goods,TOTAL\n"),
        TURNOVER.replace("USD bn", "USD billion"),
    ],
)
def test_a_row_that_says_the_same_is_refused(again: str) -> None:
    assert problems(TURNOVER + again) == ["observations.csv line 3: says the same as line 2; delete one of the two"]


@pytest.mark.parametrize(
    "again",
    [
        GROWTH.replace(",,,,\n", ",,2021-01/2021-10,,\n"),
        GROWTH.replace("2022-01/2022-10", " 2022-01 / 2022-10 "),
        GROWTH.replace("%", "% USD"),
    ],
)
def test_a_row_that_says_the_same_in_other_words_is_refused(again: str) -> None:
    assert problems(TURNOVER + GROWTH + again) == [
        "observations.csv line 4: says the same as line 3; delete one of the two"
    ]


@pytest.mark.parametrize(
    "other",
    [
        TURNOVER.replace("34.5", "34.6"),
        TURNOVER.replace("mfa", "belstat"),
        TURNOVER.replace("RUS,BLR", "BLR,RUS"),
        TURNOVER.replace("turnover", "exports"),
        TURNOVER.replace("2022-10", "2022-11"),
        TURNOVER.replace("USD bn", "USD mn"),
        TURNOVER.replace("USD bn", "EUR bn"),
        TURNOVER.replace(",0.1,,", ",0.1,about,"),
        TURNOVER.replace(",,,,\n", ",,,services,\n"),
        TURNOVER.replace(",,,,\n", ",,,,27\n"),
        GROWTH.replace("10.1", "34.5"),
    ],
)
def test_two_sources_or_two_numbers_may_differ(other: str) -> None:
    assert len(dataset(TURNOVER + other).observations) == 2


def test_a_point_before_three_digits_is_refused_where_the_file_writes_decimal_commas() -> None:
    rows = 'mfa,RUS,BLR,turnover,2022,level,38.607,USD mn,,,,,\nmfa,RUS,BLR,exports,2022,level,"17,2",USD mn,,,,,\n'
    assert problems(rows) == [
        'observations.csv line 2, column value: "38.607" can be 38.607 or 38607; write 38607, or 38.607 with step 0.001'
    ]
    assert len(dataset(rows.replace('"17,2"', "17.2")).observations) == 2


def test_twelve_months_are_the_year() -> None:
    rows = "mfa,RUS,BLR,turnover,2016,level,26.1,USD bn,0.1,,,,\n"
    found = dataset(rows + rows.replace("2016", "2016-01/2016-12").replace("turnover", "exports"))
    assert [str(row.period) for row in found.observations] == ["2016", "2016"]


def test_a_step_from_the_digits_is_noticed() -> None:
    assert notices(TURNOVER.replace("0.1", "")) == [
        "observations.csv line 2, column step: the step is empty; 0.1 is taken from the digits"
    ]


@pytest.mark.parametrize("qualifier", ["exact", "more than", "at least", "less than", "at most", "nearly", "about"])
def test_a_step_that_changes_nothing_is_not_asked_for(qualifier: str) -> None:
    assert notices(f"mfa,RUS,BLR,turnover,2021,level,40,USD bn,,{qualifier},,,\n") == []


def test_a_number_with_fewer_decimals_than_its_neighbours_is_noticed_louder() -> None:
    rows = "".join(
        f"mfa,RUS,BLR,{flow},2022,level,{value},USD bn,{step},,,,\n"
        for flow, value, step in (("turnover", "43.4", ""), ("exports", "21.3", "0.1"), ("imports", "22", ""))
    )
    first, second = notices(rows)
    assert first == "observations.csv line 2, column step: the step is empty; 0.1 is taken from the digits"
    assert second == (
        "observations.csv line 4, column step: the step is empty and 22 shows fewer decimals than the source's other"
        " numbers in USD bn, which go down to 0.1: a spreadsheet may have cut a zero off; 1 is used, fill in the step"
    )


def test_neighbours_are_of_the_same_source_and_unit() -> None:
    rows = (
        "mfa,RUS,BLR,turnover,2022,level,43.4,USD bn,0.1,,,,\n"
        "mfa,RUS,BLR,exports,2022,level,21300,USD mn,,,,,\n"
        "belstat,BLR,RUS,imports,2022,level,22,USD bn,,,,,\n"
    )
    assert notices(rows) == [
        "observations.csv line 3, column step: the step is empty; 1 is taken from the digits (lines 3-4)"
    ]


def test_a_base_of_another_length_is_noticed() -> None:
    assert notices(TURNOVER + GROWTH.replace(",,,,\n", ",,2021,,\n")) == [
        "observations.csv line 3, column compared_with: compares 10 months with 12"
    ]


def test_a_base_that_begins_later_is_noticed() -> None:
    assert notices(TURNOVER + GROWTH.replace(",,,,\n", ",,2023-01/2023-10,,\n")) == [
        (
            "observations.csv line 3, column compared_with: compares 2022-01/2022-10 with 2023-01/2023-10, which "
            "begins later"
        )
    ]


def test_unknown_columns_of_observations_are_kept() -> None:
    found = read(
        b"source,reporter,partner,flow,period,measure,value,unit,step,Page No\n"
        b"mfa,RUS,BLR,turnover,2022,level,34.5,USD bn,0.1, 7 \n",
        TWO_SOURCES.encode(),
    )
    assert found.observations[0].extra == (("Page No", " 7 "),)


def test_a_file_in_another_form_is_told_by_its_columns() -> None:
    with pytest.raises(DatasetError, match=r"^observations\.csv: the file is empty") as caught:
        read(b"", b"x,y\n1,2\n")
    assert [str(problem) for problem in caught.value.problems] == [
        f"observations.csv: the file is empty; its first line names the columns {', '.join(OBSERVATIONS.columns)}",
        'sources.csv line 1: "x" names no column; write the columns id, publisher, title and separate them by commas',
    ]


def test_the_forms_are_the_four_files() -> None:
    assert [form.file for form in FORMS] == ["observations.csv", "sources.csv", "events.csv", "context.csv"]
    assert FORMS == (OBSERVATIONS, SOURCES, EVENTS, CONTEXT)


csv_text = st.text(alphabet='abс1Ў,;\t\n\r"%-. ', max_size=80)
optional_bytes = st.none() | st.binary(max_size=80)


def outcome(
    observations: bytes, sources: bytes, events: bytes | None = None, context: bytes | None = None
) -> Dataset | tuple[Problem, ...]:
    try:
        return read(observations, sources, events, context)
    except DatasetError as error:
        return error.problems


@given(st.binary(max_size=80), st.binary(max_size=80), optional_bytes, optional_bytes)
def test_no_bytes_make_reading_fail_with_another_error(
    observations: bytes, sources: bytes, events: bytes | None, context: bytes | None
) -> None:
    assert outcome(observations, sources, events, context) != ()


@given(csv_text, csv_text, csv_text, csv_text)
def test_no_rows_make_reading_fail_with_another_error(
    observations: str, sources: str, events: str, context: str
) -> None:
    found = outcome(
        f"{HEADER}{observations}".encode(),
        f"id,publisher,title,published\n{sources}".encode(),
        f"date,title,place,source\n{events}".encode(),
        f"subject,period,value,unit,qualifier,source\n{context}".encode(),
    )
    assert found != ()


@pytest.mark.long
@pytest.mark.parametrize("end", ["\n", "\r", "\r\n"])
def test_a_file_of_a_million_rows_is_refused_unread(end: str) -> None:
    with pytest.raises(DatasetError) as caught:
        read((HEADER + TURNOVER * 1_000_000).replace("\n", end).encode(), TWO_SOURCES.encode())
    assert str(caught.value) == (
        "observations.csv: the file has more than 20000 lines; files of so many rows are judged by "
        "trade-dashboard scale"
    )


def test_a_cell_of_ten_million_characters_is_refused() -> None:
    assert problems(TURNOVER.replace("mfa", "x" * 10_000_000)) == [
        "observations.csv line 2: a cell has more than 32767 characters; look for a quotation mark that is missing"
    ]


@given(st.data())
def test_a_good_file_with_bytes_lost_or_changed_is_read_or_refused(data: st.DataObject) -> None:
    good = (CASES / "saved" / "original" / OBSERVATIONS.file).read_bytes()
    sources = (CASES / "saved" / "original" / SOURCES.file).read_bytes()
    at = data.draw(st.integers(min_value=0, max_value=len(good)))
    width = data.draw(st.integers(min_value=0, max_value=200))
    changed = good[:at] + data.draw(st.binary(max_size=4)) + good[at + width :]
    assert outcome(changed, sources) != ()
