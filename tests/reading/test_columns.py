"""The table of columns: what is written elsewhere about the files says the same."""

from __future__ import annotations

import json
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest

from dashboard.reading.columns import CONTEXT, EVENTS, FORMS, OBSERVATIONS, SOURCES, OwnForm
from dashboard.reading.remarks import Remarks
from dashboard.reading.row import Draft
from dashboard.reading.sheet import Row
from dashboard.values.observation import Context, Event, Source

DATA = Path(__file__).parents[2] / "data"


def described(form: OwnForm) -> dict[str, dict[str, Any]]:
    package = json.loads((DATA / "datapackage.json").read_text("utf-8"))
    resource = next(resource for resource in package["resources"] if resource["path"] == form.file)
    return {field["name"]: field["constraints"] for field in resource["schema"]["fields"]}


@pytest.mark.parametrize("form", FORMS)
def test_the_package_describes_the_columns_that_the_reader_knows(form: OwnForm) -> None:
    limits = described(form)
    names = [name for name in limits if not name.endswith(("_ru", "_be"))]
    assert set(names) == {column.name for column in form.described} - {"product"}
    promised = {name for name in names if limits[name]["required"]}
    assert promised - set(form.required) == ({"source"} if form in (EVENTS, CONTEXT) else set())
    assert set(form.required) <= promised


@pytest.mark.parametrize("form", FORMS)
def test_the_package_lists_the_words_that_the_reader_takes(form: OwnForm) -> None:
    limits = described(form)
    listed = {name: set(limit["enum"]) - {""} for name, limit in limits.items() if "enum" in limit}
    assert listed == {column.name: set(column.choices) - {""} for column in form.described if column.choices}


@pytest.mark.parametrize(
    ("form", "record", "own"),
    [(OBSERVATIONS, Draft, "row"), (SOURCES, Source, ""), (EVENTS, Event, ""), (CONTEXT, Context, "")],
)
def test_a_column_is_a_field_of_the_record_of_its_row(form: OwnForm, record: type[Any], own: str) -> None:
    assert set(form.columns) == {field.name for field in fields(record)} - {"line", "extra", own}


def test_an_empty_cell_says_what_its_column_has_for_it() -> None:
    remarks, row = Remarks("observations.csv"), Row(2, dict.fromkeys(OBSERVATIONS.columns, ""))
    said = {column.name: column.of(row, remarks) for column in OBSERVATIONS.described if not column.is_required}
    assert said == {
        "step": None,
        "qualifier": "",
        "compared_with": None,
        "scope": "goods",
        "product": "TOTAL",
        "wording": "",
        "note": "",
    }
    assert remarks.problems == []
