"""Workbooks, written and read as in formats/, which is imported when the first one is asked for.

The one decision taken here: they are imported by name, one thread at a time. Reading openpyxl, and numpy for its sake,
would be a fifth of what a server does before its first answer, and most readers never ask for a workbook.
"""

from __future__ import annotations

from importlib import import_module
from threading import Lock
from types import ModuleType
from typing import Final

from dashboard.charts.chart import Chart
from dashboard.judging.review import Review
from dashboard.languages.language import Language
from dashboard.values.observation import Dataset

_READING: Final = Lock()


def of_data(dataset: Dataset, review: Review, language: Language) -> bytes:
    """Return the data, what follows from them and the checks as an .xlsx file."""
    return bytes(_formats("workbook").content(dataset, review, language))


def of_chart(chart: Chart, language: Language) -> bytes:
    """Return the rows of a chart as an .xlsx file."""
    return bytes(_formats("chart_book").content(chart, language))


def sheets(data: bytes, largest: int, cells: int) -> tuple[bytes, ...]:
    """Return every sheet of a workbook that has cells, as CSV in UTF-8.

    Raises:
        QuestionError: It is no workbook, or unpacks to more than `largest` bytes, or has more than `cells`.
    """
    return tuple(_formats("xlsx_file").sheets(data, largest, cells))


def _formats(name: str) -> ModuleType:
    with _READING:
        return import_module(f"dashboard.formats.{name}")
