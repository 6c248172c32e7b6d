"""`export`: a workbook, rows with their intervals as CSV, all answers as JSON, SDMX-CSV, a report, or all data files.

The ending of the file's name says which.
"""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from dashboard import charts, chromium
from dashboard.assets import parts_of_report
from dashboard.charts.export import shaped
from dashboard.command.reading import snapshot_of
from dashboard.dataset import FORMS
from dashboard.errors import QuestionError, StoreError
from dashboard.formats import csv_file, json_file, package, report, sdmx_own, workbook
from dashboard.formats.citation import cite
from dashboard.observation import Dataset
from dashboard.review import Review, review
from dashboard.store import Snapshot, find
from dashboard.tables import metrics, observations, records
from dashboard.view import look
from dashboard.wording.language import Language
from dashboard.wording.sentences import Sentences
from dashboard.wording.words import Words


def run(said: Namespace) -> int:
    """Return 0 once the file is written.

    Raises:
        QuestionError: The file's ending is not known, or it is a data file.
        StoreError: The file cannot be written.
    """
    suffix = next((ending for ending in ENDINGS if said.target.name.lower().endswith(ending)), "")
    if not suffix:
        ending = f'ends in "{said.target.suffix}"' if said.target.suffix else "has no ending"
        raise QuestionError(f'"{said.target}" {ending}; write a name that ends in {", ".join(ENDINGS)}')
    if (said.chart is None) == (suffix in chromium.FORMATS):
        allowed = ", ".join(chromium.FORMATS)
        raise QuestionError(f'"{said.target}": one chart, --chart NAME, goes into a file that ends in {allowed}')
    _refuse_data_file(said)
    now = snapshot_of(said)
    dataset = now.dataset
    found = review(dataset)
    if said.chart is not None:
        data = _picture(now, found, said, suffix)
    elif suffix == ".html":
        data = _report(now, found, said)
    elif suffix == ".zip":
        data = _zip(now, found, said)
    else:
        data = WRITERS[suffix](dataset, found, said.language)
    _write(said.target, data)
    held = f"{len(dataset.observations)} rows" if said.chart is None else said.chart
    sys.stdout.write(f"{said.target}: {held}, {len(data)} bytes\n")
    return 0


def _picture(now: Snapshot, found: Review, said: Namespace, suffix: str) -> bytes:
    """Return a chart of what the page opens with, with all that stands around it, as wide as a saved one."""
    citation = cite(now.dataset, now.version, said.language)
    chart = charts.draw(said.chart, look(now.dataset, found), Words(said.language))
    about = {"title": chart.title, "sentence": chart.sentence, "source": chart.source, "data": now.version}
    return chromium.picture(shaped(chart, "wide", (f"{citation.known} {citation.data}",)), about, suffix)


def _report(now: Snapshot, found: Review, said: Namespace) -> bytes:
    """Return a report of what the page opens with."""
    citation = cite(now.dataset, now.version, said.language)
    return report.content(look(now.dataset, found), Words(said.language), citation, parts_of_report(), said.as_of)


def _zip(now: Snapshot, found: Review, said: Namespace) -> bytes:
    """Return the data files as they are on the disk, with what was found."""
    if said.as_of:
        raise QuestionError("a zip holds the files as they are; leave out --as-of, or write a name that ends in .xlsx")
    citation = cite(now.dataset, now.version, said.language)
    findings = json_file.content(json_file.review(now.dataset, found))
    return package.content(now.files, findings, citation, said.language)


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


def _json(dataset: Dataset, found: Review, language: Language) -> bytes:
    rows = observations(dataset, found, Words(language))
    derived = metrics(found, Sentences.of(dataset, language))
    tables = {"observations": records(rows), "metrics": records(derived)}
    return json_file.content(json_file.review(dataset, found) | tables)


def _sdmx(dataset: Dataset, _found: Review, _language: Language) -> bytes:
    return sdmx_own.content(dataset)


WRITERS: Final[Mapping[str, Callable[[Dataset, Review, Language], bytes]]] = {
    ".sdmx.csv": _sdmx,
    ".csv": _csv,
    ".json": _json,
    ".xlsx": workbook.content,
}
ENDINGS: Final = (*WRITERS, ".html", ".zip", *chromium.FORMATS)
