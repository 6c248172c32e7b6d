"""The data that a command asks for: the folder that --data names, as of a date."""

from __future__ import annotations

from argparse import Namespace

from dashboard.observation import Dataset
from dashboard.store import find, load
from dashboard.vintage import known_by


def dataset_of(said: Namespace) -> Dataset:
    """Return the data set of the folder, without what was not certainly published by the date.

    Raises:
        StoreError: The folder or a file is missing or cannot be opened.
        DatasetError: The files hold no data set.
    """
    dataset = load(find(said.data))
    return known_by(dataset, said.as_of) if said.as_of else dataset
