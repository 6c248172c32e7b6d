"""The data that a command asks for, and answers printed for programs."""

from __future__ import annotations

import sys
from argparse import Namespace
from dataclasses import replace
from typing import Any

from dashboard.formats import json_file
from dashboard.reading.vintage import first_day, known_by
from dashboard.storage.store import Snapshot, find, opened
from dashboard.values.errors import DashboardError, DatasetError, Problem, QuestionError
from dashboard.values.message import Message
from dashboard.values.observation import Dataset


def dataset_of(args: Namespace) -> Dataset:
    """Return the data set of the folder, read as `snapshot_of` reads it."""
    return snapshot_of(args).dataset


def snapshot_of(args: Namespace) -> Snapshot:
    """Return what the files say, without what was not certainly published by the date, and their short hash.

    Raises:
        StoreError: The folder or a file is missing or cannot be opened.
        DatasetError: The files hold no data set.
        QuestionError: Nothing was certainly published by the date, so that there is nothing to say of it.
    """
    now = opened(find(args.data))
    if not args.as_of:
        return now
    dataset = now.dataset
    known = known_by(dataset, args.as_of)
    if dataset.observations and not known.observations:
        nothing = "--as-of {0}: no row was certainly published by then; {1}"
        raise QuestionError(Message(nothing, args.as_of, _earliest(dataset)))
    return replace(now, dataset=known)


def _earliest(dataset: Dataset) -> Message:
    first = first_day(dataset)
    return Message("the first was by {0}", first) if first else Message("sources.csv dates no publication")


def show(answer: dict[str, Any]) -> None:
    """Print an answer as JSON."""
    sys.stdout.write(json_file.content(answer).decode("utf-8"))


def show_why_not(error: DashboardError) -> None:
    """Print as JSON why there is no answer."""
    alone = Problem(file="", message=error.message)
    show(json_file.problems(error.problems if isinstance(error, DatasetError) else (alone,)))
