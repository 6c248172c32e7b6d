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
from dashboard.formats.picture import about, made_of
from dashboard.formats.table import records
from dashboard.formats.tables import metrics, observations
from dashboard.judging.review import review
from dashboard.judging.view import Unit
from dashboard.reading.columns import FORMS
from dashboard.storage.store import Snapshot, find
from dashboard.values.errors import QuestionError, StoreError
from dashboard.values.message import Message
from dashboard.web import report
from dashboard.web.address import Address, Theme, home
from dashboard.web.contents.desk import Desk
from dashboard.wording.sentences import Sentences
from dashboard.wording.translated import in_language
from dashboard.wording.words import Words


def run(args: Namespace) -> int:
    """Return 0 once the file is written.

    Raises:
        QuestionError: The file's ending is not known, or it is a data file.
        StoreError: The file cannot be written.
    """
    target: Path = args.target
    suffix = next((ending for ending in WRITERS if target.name.lower().endswith(ending)), "")
    if not suffix:
        allowed = ", ".join(WRITERS)
        if not target.suffix:
            raise QuestionError(Message('"{0}" has no ending; write a name that ends in {1}', target, allowed))
        other = '"{0}" ends in "{1}"; write a name that ends in {2}'
        raise QuestionError(Message(other, target, target.suffix, allowed))
    if (args.chart is None) == (suffix in chromium.FORMATS):
        one_chart = '"{0}": one chart, --chart NAME, goes into a file that ends in {1}'
        raise QuestionError(Message(one_chart, target, ", ".join(chromium.FORMATS)))
    _refuse_needless(args, suffix)
    _refuse_data_file(args)
    now = snapshot_of(args)
    data = WRITERS[suffix](now, args)
    _write(target, data)
    content = f"{len(now.dataset.observations)} rows" if args.chart is None else args.chart
    sys.stdout.write(f"{target}: {content}, {len(data)} bytes\n")
    return 0


def _refuse_needless(args: Namespace, suffix: str) -> None:
    """Raise where a flag says how to draw what is not drawn, or whose figures to show where all of them are."""
    for flags, endings in ((OF_VIEW, (*chromium.FORMATS, ".html")), (OF_PICTURE, chromium.FORMATS)):
        for flag in flags:
            if getattr(args, flag) is not None and suffix not in endings:
                raise QuestionError(Message("--{0} goes with a file that ends in {1}", flag, ", ".join(endings)))
    if args.scale is not None and suffix != ".png":
        raise QuestionError(Message("--scale goes with a file that ends in .png; the others have no dots"))


def _address(args: Namespace) -> Address:
    """Return what the page would be asked for."""
    chosen = Address(source=args.source, period=args.period, currency=args.currency, language=args.language)
    return replace(chosen, side=args.reporter, unit=Unit(args.unit or Unit.BN), as_of=args.as_of)


def _picture(now: Snapshot, args: Namespace) -> bytes:
    """Return a chart with all that stands around it on the page, as the page's own menu would save it."""
    desk, address, words = Desk(), _address(args).at(home(args.chart)), Words(args.language)
    view, chart = desk.view(now, address), desk.chart(now, address, args.chart)
    link = f"{(args.site or '').rstrip('/')}{address.href}#{args.chart}"
    foot = (made_of(view, words, now.version, args.as_of), *([link] if args.site else []))
    picture = shaped(chart, args.shape or next(iter(SHAPES)), foot, dark=args.theme == Theme.DARK)
    suffix = args.target.suffix.lower()
    return chromium.draw(picture, about(chart, view, words, link, now.version), suffix, args.scale or SCALE)


def _zip(now: Snapshot, args: Namespace) -> bytes:
    """Return the data files as they are on the disk, with what was found."""
    if args.as_of:
        why = Message("a zip holds the files as they are; leave out --as-of, or write a name that ends in .xlsx")
        raise QuestionError(why)
    citation = cite(now.dataset, now.version, args.language)
    findings = json_file.content(json_file.review(now.dataset, review(now.dataset)))
    return zip_file.content(now.files, findings, citation, args.language)


def _refuse_data_file(args: Namespace) -> None:
    """Raise where the target is one of the files that the data are read from."""
    files = {(find(args.data) / form.file).resolve() for form in FORMS}
    if args.target.resolve() in files:
        raise QuestionError(Message("{0} is a data file and is not overwritten; write to another name", args.target))


def _write(target: Path, data: bytes) -> None:
    """Write a file whole or not at all."""
    unfinished = target.with_name(f".{target.name}.unfinished")
    try:
        unfinished.write_bytes(data)
        unfinished.replace(target)
    except OSError as error:
        with suppress(OSError):
            unfinished.unlink()
        why = Message("{0} cannot be written: {1}; name a file in a folder that exists", target, error.strerror)
        raise StoreError(why) from error


def _csv(now: Snapshot, args: Namespace) -> bytes:
    named = in_language(now.dataset, args.language)
    return csv_file.content(observations(named, review(now.dataset), Words(args.language)))


def _json(now: Snapshot, args: Namespace) -> bytes:
    named, reviewed = in_language(now.dataset, args.language), review(now.dataset)
    rows = observations(named, reviewed, Words(args.language))
    derived = metrics(reviewed, Sentences.of(named, args.language))
    tables = {"observations": records(rows), "metrics": records(derived)}
    return json_file.content(json_file.review(named, reviewed) | tables)


WRITERS: Final[Mapping[str, Callable[[Snapshot, Namespace], bytes]]] = {
    ".sdmx.csv": lambda now, _: sdmx_own.content(now.dataset),
    ".csv": _csv,
    ".json": _json,
    ".xlsx": lambda now, args: workbook.content(
        in_language(now.dataset, args.language), review(now.dataset), args.language
    ),
    ".html": lambda now, args: report.content(Desk(), now, _address(args)),
    ".zip": _zip,
    **dict.fromkeys(chromium.FORMATS, _picture),
}
"""What is written, by how the name of the file ends; the first ending that fits."""

OF_VIEW: Final = ("source", "reporter", "period", "currency", "unit")
OF_PICTURE: Final = ("theme", "shape", "scale", "site")
"""The flags that say whose figures are shown, and how they are drawn."""

SCALE: Final = 2
"""How many dots of a PNG stand for one px of the chart, where nothing else is asked for."""
