"""What an edit of the files changes in the charts: which marks come, change and go, in words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from dashboard import charts
from dashboard.charts.caption import text_of
from dashboard.editing.preview import Preview
from dashboard.judging.view import View, look
from dashboard.values.errors import QuestionError
from dashboard.values.observation import Observation
from dashboard.wording.words import Words

Marks = Mapping[str, tuple[str, ...]]
"""What the table of a chart says of each mark, by what names the mark: what and when, then the rest, in words."""

_PLAIN: Final = ("unit", "kind", "verdict", "source")
"""Columns whose cells say by themselves what they are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Redrawn:
    """A chart that is drawn otherwise after an edit.

    Attributes:
        new: Its marks that were not there, each as its row of the table in one line: "Exports, 2022: from 17.15".
        changed: Those that were there, and what they said before.
        gone: Those that are there no more.
    """

    name: str
    title: str
    new: tuple[str, ...]
    changed: tuple[str, ...]
    gone: tuple[str, ...]


def redrawn(found: Preview, words: Words) -> tuple[Redrawn, ...]:
    """Return the charts that new rows change, seen as the page shows the source and the period of the first one."""
    row = found.fresh[0]
    before, after = _view(found, row, is_new=False), _view(found, row, is_new=True)
    if after is None:
        return ()
    each = (_redrawn(name, before, after, row, words) for name in charts.NAMES)
    return tuple(one for one in each if one.new or one.changed or one.gone)


def _view(found: Preview, row: Observation, *, is_new: bool) -> View | None:
    """Return the view of a row's source before or after; before it had rows, that of another count of its side."""
    data, review = (found.dataset, found.review) if is_new else (found.known, found.reviewed)
    try:
        return look(data, review, row.source, row.period, row.block.currency)
    except QuestionError:
        others = [one for one in data.observations if one.block.reporter == row.block.reporter]
        return look(data, review, period=row.period, side=row.block.reporter) if others else None


def _redrawn(name: str, before: View | None, after: View, row: Observation, words: Words) -> Redrawn:
    is_known = before is not None and (charts.CHARTS[name].is_of_all or before.source.id == row.source)
    title, now = _marks(name, after, words)
    was = _marks(name, before, words)[1] if before is not None and is_known else {}
    return Redrawn(
        name=name,
        title=title,
        new=tuple(_line(now[key]) for key in now if key not in was),
        changed=tuple(_change(was[key], now[key]) for key in now if key in was and was[key] != now[key]),
        gone=tuple(_line(was[key]) for key in was if key not in now),
    )


def _marks(name: str, view: View, words: Words) -> tuple[str, Marks]:
    """Return the title of a chart and its marks without the lines on which they rest."""
    chart = charts.draw(name, view, words)
    called = text_of(words).columns
    plain = [called[one] for one in _PLAIN]
    labels = ["" if at < 2 or one in plain else f"{one[:1].lower()}{one[1:]} " for at, one in enumerate(chart.columns)]
    shown = [at for at, one in enumerate(chart.columns) if one != called["lines"]]
    rows = (tuple(f"{labels[at]}{row[at]}" if row[at] else "" for at in shown) for row in chart.rows)
    return chart.title, dict(zip(chart.claims, rows, strict=True))


def _change(was: tuple[str, ...], now: tuple[str, ...]) -> str:
    """Return "what, when: as it was → as it is", with the cells alone that are not the same."""
    other = [at for at, (old, new) in enumerate(zip(was, now, strict=True)) if old != new]
    old, new = (", ".join(filter(None, (row[at] for at in other))) or "–" for row in (was, now))
    return f"{', '.join(filter(None, now[:2]))}: {old} → {new}"


def _line(cells: tuple[str, ...]) -> str:
    return ": ".join(", ".join(filter(None, part)) for part in (cells[:2], cells[2:]))
