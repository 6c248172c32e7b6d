"""What exports and imports each added to the growth of turnover: a waterfall in percentage points, with the bn beside.

The steps are percentage points of the turnover a year earlier, so every period reads on the same kind of scale and a
small change is not lost beside a large total. Each step begins where the middle of the one before ends.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from dashboard.charts.bars import Bar, Group, Panel, bars_figure
from dashboard.charts.caption import capital, pointed_at, sentence, text_of
from dashboard.charts.chart import Chart, Definition
from dashboard.charts.compose import of_one_source
from dashboard.charts.look import LIGHT
from dashboard.charts.mark import Mark, decimals, ends_in_words, hedged, marks, shortened
from dashboard.judging.view import View
from dashboard.values.interval import Interval
from dashboard.values.measure import Flow, Measure
from dashboard.wording.words import Words

NAME = "contributions"
UNIT = "pp"
STEPS = ((Measure.CONTRIBUTION, Flow.EXPORTS), (Measure.CONTRIBUTION, Flow.IMPORTS), (Measure.GROWTH, Flow.TURNOVER))


def draw(view: View, words: Words) -> Chart | None:
    """Return the chart of contributions."""
    drawn = _marks(view)
    if len(drawn) < len(STEPS):
        return None
    figure = bars_figure([_panel(drawn, view, words)], words)
    titles = [words.metric(Measure.CONTRIBUTION if _is_part(mark) else Measure.GROWTH) for mark in drawn]
    titles = [f"{title}: {words.flow(mark.flow)}" for title, mark in zip(titles, drawn, strict=True)]
    shown = _sentence(drawn, view, words)
    chart = of_one_source(
        NAME,
        view,
        words,
        drawn=drawn,
        figure=figure,
        sentence=shown,
        unit=UNIT,
        titles=titles,
        more=text_of(words).marks[NAME],
    )
    return _with_money(chart, drawn, view, words)


def _marks(view: View) -> list[Mark]:
    wanted = [view.metric(name, flow, view.period) for name, flow in STEPS]
    found = [metric for metric in wanted if metric is not None]
    return [mark for mark in marks(found, view.scope.judgement, view.source.id) if not mark.is_open]


def _panel(drawn: list[Mark], view: View, words: Words) -> Panel:
    groups, start = [], 0.0
    for mark in drawn:
        name, begin = capital(words.flow(mark.flow)), start if _is_part(mark) else 0.0
        hover = pointed_at(mark, f"{words.flow(mark.flow)}, {words.period(mark.period)}", UNIT, view.dataset, words)
        said = _said(mark, view, words)
        groups.append(
            Group(name, LIGHT.flow(mark.flow), (Bar(mark=mark, label="", said="", hover=hover, start=begin),), said)
        )
        start += float(mark.at)
    units = text_of(words).two_units.format(first=words.unit(UNIT), second=words.unit(view.unit))
    title = text_of(words).panel.format(season=capital(words.period(view.period, short=True)), unit=units)
    return Panel(title, tuple(groups), is_linked=True)


def _said(mark: Mark, view: View, words: Words) -> str:
    """Return what a step adds, with its sign, and the money in brackets: two ranges are too long to stand beside it."""
    points, money = words.with_unit(_points(mark, words), UNIT), _money(mark, view)
    if money is None:
        return points
    return f"{points} ({shortened(money, words, view.shown_in.per_bn, signed=True)})"


def _points(mark: Mark, words: Words) -> str:
    if mark.row is None:
        return shortened(mark.interval, words, signed=True)
    return hedged(mark.row, words.number(mark.at, decimals(mark.row), signed=not mark.row.qualifier), words)


def _money(mark: Mark, view: View) -> Interval | None:
    change = view.metric(Measure.CHANGE, mark.flow, view.period)
    known = change is not None and change.interval.width is not None
    return change.interval.scaled(view.shown_in.per_bn) if change is not None and known else None


def _is_part(mark: Mark) -> bool:
    return mark.flow is not Flow.TURNOVER


def _sentence(drawn: list[Mark], view: View, words: Words) -> str:
    text = text_of(words)
    clauses = ", ".join(
        text.contribution_clause.format(
            flow=words.flow(mark.flow), points=words.in_unit(mark.interval, UNIT, signed=True)
        )
        for mark in drawn
        if _is_part(mark)
    )
    return sentence(text.contributions.format(period=words.period(view.period), clauses=clauses))


def _with_money(chart: Chart, drawn: list[Mark], view: View, words: Words) -> Chart:
    """Return the chart with the change in bn at the end of its table."""
    text = text_of(words).columns
    money = [_money(mark, view) or Interval() for mark in drawn]
    ends = [tuple(None if end is None else float(end) for end in (change.low, change.high)) for change in money]
    return replace(
        chart,
        columns=(*chart.columns, text["change_low"], text["change_high"]),
        rows=tuple(
            (*row, *ends_in_words(change, words, view.shown_in.per_bn))
            for row, change in zip(chart.rows, money, strict=True)
        ),
        values=tuple((*row, *both) for row, both in zip(chart.values, ends, strict=True)),
    )


CHART: Final = Definition(name=NAME, draw=draw)
