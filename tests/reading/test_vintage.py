from dataclasses import replace
from datetime import date

import pytest

from dashboard.reading.dates import day
from dashboard.reading.vintage import first_day, known_by
from dashboard.values.observation import Dataset
from dashboard.values.partial_date import PartialDate


@pytest.mark.parametrize(
    ("text", "known"), [("2023-01-30", False), ("2023-01-31", True), ("2023-01", True), ("2022", False), ("2023", True)]
)
def test_a_month_is_known_from_its_last_day(shipped_data: Dataset, text: str, known: bool) -> None:
    until = day(text).value
    assert until is not None
    seen = known_by(shipped_data, until)
    assert (seen.source("mfa-2023-01") is not None) is known
    assert any(row.source == "mfa-2023-01" for row in seen.observations) is known


def test_what_hangs_on_an_unknown_source_is_unknown_too(shipped_data: Dataset) -> None:
    seen = known_by(shipped_data, PartialDate(2012))
    assert {row.source for row in seen.observations} == {source.id for source in seen.sources} == {"belstat-2012"}
    assert (seen.events, seen.context) == ((), ())


def test_the_first_publication_is_the_earliest_of_those_with_rows(shipped_data: Dataset) -> None:
    undated = tuple(replace(source, published=None) for source in shipped_data.sources)
    assert first_day(shipped_data) == date(2012, 12, 31)
    assert first_day(replace(shipped_data, sources=undated)) is None
