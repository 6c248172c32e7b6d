"""The data: a folder of published figures read into frozen values, what was known of it on a date, new rows saved.

    >>> from pathlib import Path
    >>> data = load(Path("data"))
    >>> data.observations[0].flow
    <Flow.TURNOVER: 'turnover'>
    >>> [row["value"] for row in rows_of(read_phrase("Exports were $17.2bn in 2023"), "a-source", "RUS", "BLR")]
    ['17.2']

    find, load            where the data are; a folder -> its data set
    read, known_by        bytes of files -> their data set; what of it was certainly published by a date
    read_phrase, rows_of  a statement in words -> what it reports; that as rows of observations.csv
    contents, preview     the files as they are; what new rows would change in them, and in the verdicts
    save, version, undo   new bytes of the files saved, unless somebody changed them meanwhile; and taken back

A way in for programs: its names stay, wherever the code behind them lives.
"""

from __future__ import annotations

from dashboard.editing.preview import Preview, preview, rows_of
from dashboard.reading.dataset import read
from dashboard.reading.vintage import known_by
from dashboard.statements.reader import read_phrase
from dashboard.statements.said import Phrase, PhraseError
from dashboard.storage.saving import contents, save, undo, version
from dashboard.storage.store import find, load
from dashboard.values.errors import DashboardError, DatasetError, Problem, StoreError
from dashboard.values.interval import Interval
from dashboard.values.measure import Flow, Measure
from dashboard.values.observation import Block, Dataset, Observation, Source
from dashboard.values.partial_date import PartialDate
from dashboard.values.period import Period
from dashboard.values.qualifier import Qualifier

__all__ = [
    "Block",
    "DashboardError",
    "Dataset",
    "DatasetError",
    "Flow",
    "Interval",
    "Measure",
    "Observation",
    "PartialDate",
    "Period",
    "Phrase",
    "PhraseError",
    "Preview",
    "Problem",
    "Qualifier",
    "Source",
    "StoreError",
    "contents",
    "find",
    "known_by",
    "load",
    "preview",
    "read",
    "read_phrase",
    "rows_of",
    "save",
    "undo",
    "version",
]
