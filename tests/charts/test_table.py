"""The table of charts: each is one file with its texts, and nothing else in the package knows one of them."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from dashboard import charts
from dashboard.languages.language import Language
from dashboard.web.address import Page, home
from dashboard.wording.chart_text import TEXT

PACKAGE = Path(charts.__file__).parent


def test_every_file_with_a_record_is_in_the_table_under_its_own_name() -> None:
    found = {path.stem for path in PACKAGE.glob("*.py") if "\nCHART: Final = " in path.read_text("utf-8")}
    assert found == set(charts.NAMES)
    assert {name: chart.name for name, chart in charts.CHARTS.items()} == {name: name for name in found}


@pytest.mark.parametrize("language", Language)
def test_every_chart_has_a_title_and_says_in_every_language_why_it_is_empty(language: Language) -> None:
    assert set(TEXT[language].titles) == set(charts.NAMES)
    assert set(TEXT[language].nothing) <= set(charts.NAMES)


def test_nothing_but_the_table_imports_the_file_of_a_chart() -> None:
    files = {f"dashboard.charts.{name}" for name in charts.NAMES}
    knowing = {
        str(path.relative_to(PACKAGE.parent))
        for path in PACKAGE.parent.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.ImportFrom)
        and {str(node.module), *(f"{node.module}.{name.name}" for name in node.names)} & files
    }
    assert knowing == {"charts/__init__.py"}


def test_every_chart_stands_on_a_page() -> None:
    assert {name: home(name) for name in charts.NAMES if home(name) is not Page.OVERVIEW} == {
        "consistency": Page.CONSISTENCY,
        "record": Page.RECORD,
        "mirror": Page.RECORD,
        "calendar": Page.RECORD,
    }
