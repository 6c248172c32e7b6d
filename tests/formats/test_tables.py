from __future__ import annotations

from fractions import Fraction

import pytest

from dashboard.formats.table import Cell, CellKind, Number, Table
from dashboard.formats.tables import findings, metrics, observations, sources
from dashboard.frames import frame
from dashboard.judging.review import Review
from dashboard.languages.language import Language
from dashboard.values.observation import Dataset
from dashboard.wording.file_text import TABLES
from dashboard.wording.sentences import Sentences
from dashboard.wording.words import Words


@pytest.fixture(scope="module")
def said(shipped_data: Dataset) -> Sentences:
    return Sentences.of(shipped_data, Language.EN)


def cells(table: Table, row: int) -> dict[str, Cell]:
    return {column.key: cell for column, cell in zip(table.columns, table.rows[row], strict=True)}


def test_a_reported_number_stands_beside_what_the_others_allow(shipped_data: Dataset, shipped: Review) -> None:
    table = observations(shipped_data, shipped, Words(Language.EN))
    assert (table.name, table.title, len(table.rows)) == ("observations", "Reported", 85)
    row = cells(table, 2)
    assert (row["line"], row["source"], row["flow"], row["measure"], row["verdict"]) == (
        4,
        "mfa-2023-01",
        "turnover",
        "level",
        "consistent",
    )
    assert (row["value"], row["step"]) == (Number(Fraction("34.5"), 1), Number(Fraction("0.1"), 1))
    assert (row["reported_low"], row["implied_high"]) == (Number(Fraction("34.45"), 2), Number(Fraction("34.6"), 1))
    assert (row["qualifier"], cells(table, 0)["qualifier"]) == ("", "about")
    assert (cells(table, 1)["implied_low"], cells(table, 0)["implied_high"]) == (None, None)


def test_a_derived_number_says_what_it_rests_on(shipped: Review, said: Sentences) -> None:
    table = metrics(shipped, said)
    row = cells(table, 3)
    assert (row["metric"], row["flow"], row["period"]) == ("amount", "balance", "2022-01/2022-10")
    assert (row["low"], row["high"], row["middle"]) == (
        Number(Fraction("-0.2"), 1),
        Number(Fraction(0), 1),
        Number(Fraction("-0.1"), 1),
    )
    assert (row["unit"], row["origin"], row["lines"], row["without"]) == ("USD bn", "derived", "6, 8", "")
    assert {cells(table, at)["source"] for at in range(len(table.rows))} == set(said.publishers)


def test_a_check_is_told_in_words(shipped: Review, said: Sentences) -> None:
    table = findings(shipped, said)
    told = [row for row in (cells(table, at) for at in range(len(table.rows))) if row["rule"] == "balance"]
    assert (told[0]["verdict"], told[0]["lines"], told[0]["gap_low"]) == (
        "contradiction",
        "45, 41, 43",
        Number(Fraction("0.065"), 3),
    )
    assert str(told[0]["words"]).startswith("Balance in 2020: the reported number stands for USD −3.15 to −3.05 bn")
    assert len(table.rows) == len(shipped.findings)
    assert (cells(table, 0)["verdict"], cells(table, -1)["verdict"]) == ("contradiction", "consistent")


def test_a_source_says_whether_its_rows_can_be_true(shipped_data: Dataset, shipped: Review, said: Sentences) -> None:
    table = sources(shipped_data, shipped, said)
    by_id = {row["id"]: row for row in (cells(table, at) for at in range(len(table.rows)))}
    assert (by_id["mfa-2023-01"]["rows"], by_id["mfa-2023-01"]["verdict"]) == (8, "consistent")
    assert by_id["belstat-2021-02"]["corrections"] == "Drop line 45, and the rest can all be true."
    assert by_id["blr-mfa-2014"]["margin"] is None


def test_pandas_gets_keys_and_floats(shipped_data: Dataset, shipped: Review) -> None:
    made = frame(observations(shipped_data, shipped, Words(Language.RU)))
    assert list(made.columns[:3]) == ["line", "source", "publisher"]
    assert (str(made["line"].dtype), str(made["value"].dtype)) == ("Int64", "float64")
    assert [made[key].tolist()[2] for key in ("value", "reported_low", "flow")] == [34.5, 34.45, "товарооборот"]
    assert made["implied_low"].isna().tolist()[:3] == [False, True, False]


@pytest.mark.parametrize("language", list(Language))
def test_every_column_has_a_title(shipped_data: Dataset, shipped: Review, language: Language) -> None:
    sentences = Sentences.of(shipped_data, language)
    made = (
        observations(shipped_data, shipped, sentences.words),
        metrics(shipped, sentences),
        findings(shipped, sentences),
        sources(shipped_data, shipped, sentences),
    )
    assert len({table.title for table in made} | {TABLES[language].about}) == 5
    for table in made:
        assert len({column.title for column in table.columns}) == len(table.columns)
        assert {len(row) for row in table.rows} == {len(table.columns)}
        numbers = [at for at, column in enumerate(table.columns) if column.kind is CellKind.NUMBER]
        assert all(row[at] is None or isinstance(row[at], Number) for row in table.rows for at in numbers)
