from __future__ import annotations

import pytest

from dashboard.editing.entry import entry, missing
from dashboard.statements.said import Obstacle, PhraseError
from dashboard.values.observation import Dataset

NEEDED = ("publisher", "title", "reporter", "partner", "flow", "period", "measure", "value", "unit")
NUMBER = {"reporter": "RUS", "partner": "BLR", "flow": "exports", "period": "2022", "measure": "level"}


def test_a_statement_is_counted_as_the_other_rows_of_its_source(shipped_data: Dataset) -> None:
    found = entry({"source": "mfa-2023-01", "text": "Turnover was $43.4bn in 2022", "note": "p. 2"}, shipped_data)
    assert [(row["reporter"], row["value"], row["note"]) for row in found.rows] == [("RUS", "43.4", "p. 2")]
    assert found.sources == ()


def test_a_new_source_comes_with_its_publication(shipped_data: Dataset) -> None:
    given = {"source": "new", "publisher": "Belstat", "title": "Trade", "value": "1", "unit": "USD bn"} | NUMBER
    found = entry(given, shipped_data)
    assert found.sources == ({"id": "new", "publisher": "Belstat", "title": "Trade", "published": "", "address": ""},)
    assert found.rows[0]["value"] == "1"
    assert found.rows[0]["step"] == ""


@pytest.mark.parametrize(
    ("given", "lacking"),
    [
        ({}, ("source",)),
        ({"source": "new"}, NEEDED),
        ({"source": "new", "text": "x"}, ("publisher", "title", "reporter", "partner")),
        ({"source": "mfa-2023-01", "text": "x"}, ()),
        ({"source": "mfa-2023-01", "value": "1", "unit": "USD bn"} | NUMBER, ()),
    ],
)
def test_what_is_missing_is_named(shipped_data: Dataset, given: dict[str, str], lacking: tuple[str, ...]) -> None:
    assert missing(given, shipped_data) == lacking


def test_nothing_is_made_of_what_is_missing_or_belongs_to_another_country(shipped_data: Dataset) -> None:
    with pytest.raises(PhraseError) as refused:
        entry({"source": "mfa-2023-01", "flow": "exports"} | NUMBER, shipped_data)
    assert (refused.value.obstacle, refused.value.words) == (Obstacle.MISSING, "value, unit")
    with pytest.raises(PhraseError) as refused:
        entry({"source": "mfa-2023-01", "text": "Belarusian exports were $5bn in 2022"}, shipped_data)
    assert (refused.value.obstacle, refused.value.words) == (Obstacle.COUNT, "BLR – …")


@pytest.mark.parametrize(
    ("given", "obstacle", "words"),
    [
        ({"text": "x", "flow": "nonsense", "step": "0.1"}, Obstacle.BESIDE, "flow (nonsense), step (0.1)"),
        ({"text": "x", "compared_with": "2020"}, Obstacle.BESIDE, "compared_with (2020)"),
        ({"text": "x", "publisher": "Belstat"}, Obstacle.KNOWN, "publisher (Belstat)"),
    ],
)
def test_what_would_be_passed_over_is_refused(
    shipped_data: Dataset, given: dict[str, str], obstacle: Obstacle, words: str
) -> None:
    with pytest.raises(PhraseError) as refused:
        missing({"source": "mfa-2023-01"} | given, shipped_data)
    assert (refused.value.obstacle, refused.value.words) == (obstacle, words)


def test_a_source_may_be_told_again_and_a_statement_be_of_one_product(shipped_data: Dataset) -> None:
    given = {"source": "mfa-2023-01", "text": "Exports were $1bn in 2022", "product": "27", "published": "2023-01"}
    (row,) = entry(given, shipped_data).rows
    assert (row["product"], row["value"]) == ("27", "1")
