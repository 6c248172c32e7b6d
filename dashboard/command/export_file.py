"""`export`: a workbook, rows with their intervals as CSV, all answers as JSON, SDMX-CSV, a report, or all data files.

The ending of the file's name says which.
"""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Final

from dashboard.charts.export import SHAPES, shaped
from dashboard.command.folder import snapshot_of
from dashboard.formats import chromium, csv_file, json_file, sdmx_own, workbook, zip_file
from dashboard.formats.citation import cite
from dashboard.formats.column import records
from dashboard.formats.picture import about, made_of
from dashboard.formats.tables import metrics, observations
from dashboard.judging.review import Review, review
from dashboard.judging.view import Unit
from dashboard.languages.language import Language
from dashboard.reading.dataset import FORMS
from dashboard.storage.store import Snapshot, find
from dashboard.values.errors import QuestionError, StoreError
from dashboard.values.message import Message
from dashboard.values.observation import Dataset
from dashboard.web import report
from dashboard.web.address import Address, Theme, home
from dashboard.web.contents.desk import Desk
from dashboard.wording.sentences import Sentences
from dashboard.wording.translated import in_language
from dashboard.wording.words import Words


def run(said: Namespace) -> int:
    """Return 0 once the file is written.

    Raises:
        QuestionError: The file's ending is not known, or it is a data file.
        StoreError: The file cannot be written.
    """
    suffix = next((ending for ending in ENDINGS if said.target.name.lower().endswith(ending)), "")
    if not suffix:
        allowed = ", ".join(ENDINGS)
        if not said.target.suffix:
            raise QuestionError(Message('"{0}" has no ending; write a name that ends in {1}', said.target, allowed))
        raise QuestionError(
            Message('"{0}" ends in "{1}"; write a name that ends in {2}', said.target, said.target.suffix, allowed)
        )
    if (said.chart is None) == (suffix in chromium.FORMATS):
        allowed = ", ".join(chromium.FORMATS)
        raise QuestionError(
            Message('"{0}": one chart, --chart NAME, goes into a file that ends in {1}', said.target, allowed)
        )
    _refuse_needless(said, suffix)
    _refuse_data_file(said)
    now = snapshot_of(said)
    data = _content(now, said, suffix)
    _write(said.target, data)
    held = f"{len(now.dataset.observations)} rows" if said.chart is None else said.chart
    sys.stdout.write(f"{said.target}: {held}, {len(data)} bytes\n")
    return 0


def _content(now: Snapshot, said: Namespace, suffix: str) -> bytes:
    """Return the bytes of a file that ends in `suffix`."""
    if said.chart is not None:
        return _picture(now, said, suffix)
    if suffix == ".html":
        return report.content(Desk(), now, _address(said))
    if suffix == ".zip":
        return _zip(now, said)
    if suffix == SDMX:
        return sdmx_own.content(now.dataset)
    return WRITERS[suffix](in_language(now.dataset, said.language), review(now.dataset), said.language)


def _refuse_needless(said: Namespace, suffix: str) -> None:
    """Raise where a flag says how to draw what is not drawn, or whose figures to show where all of them are."""
    for flags, endings in ((OF_VIEW, (*chromium.FORMATS, ".html")), (OF_PICTURE, chromium.FORMATS)):
        for flag in flags:
            if getattr(said, flag) is not None and suffix not in endings:
                raise QuestionError(Message("--{0} goes with a file that ends in {1}", flag, ", ".join(endings)))
    if said.scale is not None and suffix != ".png":
        raise QuestionError(Message("--scale goes with a file that ends in .png; the others have no dots"))


def _address(said: Namespace) -> Address:
    """Return what the page would be asked for."""
    chosen = Address(source=said.source, period=said.period, currency=said.currency, language=said.language)
    return replace(chosen, side=said.reporter, unit=Unit(said.unit or Unit.BN), as_of=said.as_of)


def _picture(now: Snapshot, said: Namespace, suffix: str) -> bytes:
    """Return a chart with all that stands around it on the page, as the page's own menu would save it."""
    desk, address, words = Desk(), _address(said).at(home(said.chart)), Words(said.language)
    view, chart = desk.view(now, address), desk.chart(now, address, said.chart)
    link = f"{(said.site or '').rstrip('/')}{address.href}#{said.chart}"
    foot = (made_of(view, words, now.version, said.as_of), *([link] if said.site else []))
    picture = shaped(chart, said.shape or next(iter(SHAPES)), foot, dark=said.theme == Theme.DARK)
    return chromium.draw(picture, about(chart, view, words, link, now.version), suffix, said.scale or SCALE)


def _zip(now: Snapshot, said: Namespace) -> bytes:
    """Return the data files as they are on the disk, with what was found."""
    if said.as_of:
        raise QuestionError(
            Message("a zip holds the files as they are; leave out --as-of, or write a name that ends in .xlsx")
        )
    citation = cite(now.dataset, now.version, said.language)
    findings = json_file.content(json_file.review(now.dataset, review(now.dataset)))
    return zip_file.content(now.files, findings, citation, said.language)


def _refuse_data_file(said: Namespace) -> None:
    """Raise where the target is one of the files that the data are read from."""
    files = {(find(said.data) / form.file).resolve() for form in FORMS}
    if said.target.resolve() in files:
        raise QuestionError(Message("{0} is a data file and is not overwritten; write to another name", said.target))


def _write(target: Path, data: bytes) -> None:
    """Write a file whole or not at all."""
    unfinished = target.with_name(f".{target.name}.unfinished")
    try:
        unfinished.write_bytes(data)
        unfinished.replace(target)
    except OSError as error:
        with suppress(OSError):
            unfinished.unlink()
        raise StoreError(
            Message("{0} cannot be written: {1}; name a file in a folder that exists", target, error.strerror)
        ) from error


def _csv(dataset: Dataset, found: Review, language: Language) -> bytes:
    return csv_file.content(observations(dataset, found, Words(language)))


def _json(dataset: Dataset, found: Review, language: Language) -> bytes:
    rows = observations(dataset, found, Words(language))
    derived = metrics(found, Sentences.of(dataset, language))
    tables = {"observations": records(rows), "metrics": records(derived)}
    return json_file.content(json_file.review(dataset, found) | tables)


SDMX: Final = ".sdmx.csv"
WRITERS: Final[Mapping[str, Callable[[Dataset, Review, Language], bytes]]] = {
    ".csv": _csv,
    ".json": _json,
    ".xlsx": workbook.content,
}
OF_VIEW: Final = ("source", "reporter", "period", "currency", "unit")
OF_PICTURE: Final = ("theme", "shape", "scale", "site")
"""The flags that say whose figures are shown, and how they are drawn."""

SCALE: Final = 2
"""How many dots of a PNG stand for one px of the chart, where nothing else is asked for."""

ENDINGS: Final = (SDMX, *WRITERS, ".html", ".zip", *chromium.FORMATS)
