"""`export`: everything as a workbook, or the rows with their intervals as CSV, by the ending of the file's name."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from dashboard.command.reading import dataset_of
from dashboard.dataset import FORMS
from dashboard.errors import QuestionError, StoreError
from dashboard.formats import csv_file, workbook
from dashboard.observation import Dataset
from dashboard.review import Review, review
from dashboard.store import find
from dashboard.tables import observations
from dashboard.wording.language import Language
from dashboard.wording.words import Words


def run(said: Namespace) -> int:
    """Return 0 once the file is written.

    Raises:
        QuestionError: The file's ending is not known, or it is a data file.
        StoreError: The file cannot be written.
    """
    make = WRITERS.get(said.target.suffix.lower())
    if make is None:
        known = " or ".join(sorted(WRITERS))
        raise QuestionError(f'"{said.target}" ends in "{said.target.suffix}"; write a name that ends in {known}')
    _refuse_data_file(said)
    dataset = dataset_of(said)
    data = make(dataset, review(dataset), said.language)
    _write(said.target, data)
    sys.stdout.write(f"{said.target}: {len(dataset.observations)} rows, {len(data)} bytes\n")
    return 0


def _refuse_data_file(said: Namespace) -> None:
    """Raise where the target is one of the files that the data are read from."""
    files = {(find(said.data) / form.file).resolve() for form in FORMS}
    if said.target.resolve() in files:
        raise QuestionError(f"{said.target} is a data file and is not overwritten; write to another name")


def _write(target: Path, data: bytes) -> None:
    """Write a file whole or not at all."""
    unfinished = target.with_name(f".{target.name}.unfinished")
    try:
        unfinished.write_bytes(data)
        unfinished.replace(target)
    except OSError as error:
        raise StoreError(
            f"{target} cannot be written: {error.strerror}; name a file in a folder that exists"
        ) from error


def _csv(dataset: Dataset, found: Review, language: Language) -> bytes:
    return csv_file.content(observations(dataset, found, Words(language)))


WRITERS: Final[Mapping[str, Callable[[Dataset, Review, Language], bytes]]] = {
    ".csv": _csv,
    ".xlsx": workbook.content,
}
