"""The data: a folder of published figures read into frozen values, and what was known of it on a date.

    >>> from pathlib import Path
    >>> data = load(Path("data"))
    >>> data.observations[0].flow
    <Flow.TURNOVER: 'turnover'>

A way in for programs: its names stay, wherever the code behind them lives.
"""

from __future__ import annotations

from dashboard.reading.dataset import read
from dashboard.reading.vintage import known_by
from dashboard.storage.store import find, load
from dashboard.values.errors import DatasetError, Problem
from dashboard.values.interval import Interval, Qualifier
from dashboard.values.observation import Block, Dataset, Flow, Measure, Observation, Source
from dashboard.values.partial_date import PartialDate
from dashboard.values.period import Period

__all__ = [
    "Block",
    "Dataset",
    "DatasetError",
    "Flow",
    "Interval",
    "Measure",
    "Observation",
    "PartialDate",
    "Period",
    "Problem",
    "Qualifier",
    "Source",
    "find",
    "known_by",
    "load",
    "read",
]
