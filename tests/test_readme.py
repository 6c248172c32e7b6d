"""The README says what is so: its examples run, its counts and names are those of the package."""

from __future__ import annotations

import doctest
import re
from pathlib import Path

import pytest

from dashboard.judging.findings import Rule
from dashboard.judging.metrics import NAMES
from dashboard.values.observation import Dataset
from dashboard.web.serving.api import ENDPOINTS
from dashboard.web.serving.endpoint import Endpoint

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_its_python_examples_print_what_it_says(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    failed, tried = doctest.testfile(str(ROOT / "README.md"), module_relative=False)
    assert (failed, tried) == (0, 19)


def test_it_counts_the_shipped_rows_and_sources(shipped_data: Dataset) -> None:
    found = re.search(r"holds (\d+) observations of (\d+) sources", README)
    assert found is not None
    assert (int(found[1]), int(found[2])) == (len(shipped_data.observations), len(shipped_data.sources))


@pytest.mark.parametrize("name", sorted({*map(str, NAMES), *map(str, Rule)}))
def test_it_names_every_metric_and_every_rule(name: str) -> None:
    assert f"**{name}**" in README


def test_its_rows_for_a_new_period_are_those_of_the_data() -> None:
    rows = re.search(r"```csv\n(.*?)```", README, re.DOTALL)
    assert rows is not None
    data = (ROOT / "data" / "observations.csv").read_text(encoding="utf-8")
    assert rows[1] in data


@pytest.mark.parametrize("endpoint", ENDPOINTS, ids=lambda endpoint: endpoint.path)
def test_it_names_every_address_for_programs_with_what_it_gives_and_heeds(endpoint: Endpoint) -> None:
    heeds = ", ".join(parameter.name for parameter in endpoint.takes)
    assert f"| `/api/{endpoint.path}` | {endpoint.gives.summary} | {heeds} |\n" in README
