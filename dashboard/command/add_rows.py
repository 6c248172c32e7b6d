"""`add`: new rows from flags, from answers or from a pasted statement; shown with what they change, then written."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Iterator
from typing import Final

from dashboard.charts.redrawn import Redrawn, redrawn
from dashboard.command.flags import ROW_FLAGS
from dashboard.command.scopes import turned
from dashboard.editing.entry import FIELDS, Entry, entry, missing
from dashboard.editing.preview import Preview, Shift, preview
from dashboard.judging.review import Reviewer
from dashboard.languages.language import Language
from dashboard.storage.saving import contents, save, version, writable
from dashboard.storage.store import find, load
from dashboard.values.errors import QuestionError
from dashboard.values.interval import Interval
from dashboard.values.message import Message
from dashboard.values.observation import Dataset
from dashboard.wording.numbers import decimals_for, interval
from dashboard.wording.page_text import EDIT
from dashboard.wording.words import Words

MARKS: Final = 6
"""Marks of a chart that are listed."""

YES: Final = ("y", "yes", "да", "д", "так")


def run(args: Namespace) -> int:
    """Return 0 once the rows are written, 1 when the person did not want them.

    Raises:
        DashboardError: The rows or the files cannot be read, or nothing could be written.
    """
    folder = writable(find(args.data))
    known = load(folder)
    files = contents(folder)
    asked = _entry(args, known)
    shown = preview(files, asked.rows, asked.sources, reviewer=Reviewer())
    sys.stdout.write("\n".join(_text(shown)) + "\n")
    if not args.yes and _answer("Write this? [y/N] ").lower() not in YES:
        sys.stdout.write("Nothing was written.\n")
        return 1
    save(folder, version(files), shown.files)
    names = " and ".join(sorted(shown.files))
    sys.stdout.write(f"{names} in {folder} written; what they held before is beside them, ending in .bak\n")
    return 0


def _entry(args: Namespace, known: Dataset) -> Entry:
    """Return the rows of flags or of a statement, once what is missing was asked for."""
    given = {name: getattr(args, name, None) or "" for name in FIELDS}
    given["source"] = given["source"] or _asked("source")
    for name in missing(given, known):
        given[name] = _asked(name)
    return entry(given, known)


def _asked(name: str) -> str:
    hint = ROW_FLAGS[name.replace("_", "-")].replace("%%", "%")
    answer = _answer(f"{name} ({hint}): ")
    if not answer:
        raise QuestionError(Message("--{0} is missing; nothing was written", name.replace("_", "-")))
    return answer


def _answer(question: str) -> str:
    sys.stdout.write(question)
    sys.stdout.flush()
    return sys.stdin.readline().strip()


def _text(shown: Preview) -> Iterator[str]:
    yield from shown.difference
    yield ""
    yield from map(turned, shown.turns)
    yield from () if shown.turns else ("No verdict changes.",)
    yield from map(_shift, shown.shifts)
    yield from map(_chart, redrawn(shown, Words(Language.EN)))


def _shift(shift: Shift) -> str:
    row = shift.row
    before = "new" if shift.before is None else _range(shift.before)
    what = f"line {row.line}, {row.flow} {row.period} {row.measure}, {row.unit.text}"
    return f"  {what}: the others allow {_range(shift.after)} (before: {before}), {shift.verdict}"


def _chart(chart: Redrawn) -> str:
    counted = EDIT[Language.EN].marks.format(*map(len, (chart.new, chart.changed, chart.gone)))
    signed = (("+", chart.new), ("~", chart.changed), ("-", chart.gone))
    listed = [f"  {sign} {mark}" for sign, marks in signed for mark in marks]
    more = [f"  … and {len(listed) - MARKS} more"] if len(listed) > MARKS else []
    return "\n".join([f"Chart {chart.name}: {counted}", *listed[:MARKS], *more])


def _range(of: Interval) -> str:
    return "any" if of == Interval() else interval(of, decimals_for(of), Language.EN)
