"""Charts of marks sorted into panels: the season in view first, each apart, flows and years in their usual order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Final

from dashboard.bounds.quantity import Quantity
from dashboard.charts.bars import FEW, ROOMY, ROW, Bar, Group, Panel, bars_figure
from dashboard.charts.caption import capital, pointed_at, text_of
from dashboard.charts.chart import Chart
from dashboard.charts.compose import of_one_source
from dashboard.charts.look import LIGHT
from dashboard.charts.mark import Mark, marks
from dashboard.judging.judgement import Judgement
from dashboard.judging.metrics import Name, answer
from dashboard.judging.view import View
from dashboard.values.measure import Flow, Measure
from dashboard.values.period import Period
from dashboard.wording.periods import short_months
from dashboard.wording.words import Words

ORDER: Final = (Flow.TURNOVER, Flow.EXPORTS, Flow.IMPORTS, Flow.BALANCE)

MOST_PANELS: Final = 6
MOST_YEARS: Final = 6
"""What a picture has room for: seasons, and the latest periods of each; the table of all rows has the others."""


def stated_periods(judgement: Judgement) -> tuple[Period, ...]:
    """Return every period that rows speak of, bases included, in the order of time."""
    spoken = {period for row in judgement.rows for period in (row.period, row.compared_with) if period is not None}
    return tuple(sorted(spoken, key=lambda period: (period.end, period.months)))


def season_name(period: Period, words: Words) -> str:
    """Return the name of a season: "whole year", "Jan–Oct"."""
    if period.kind == "year":
        return text_of(words).year
    if period.months > 12:
        return words.period(period, short=True)
    names = short_months(words.language)
    first, last = names[period.first_month - 1], names[period.last_month - 1]
    return first if period.months == 1 else f"{first}–{last}"


def with_room(periods: Iterable[Period], view: View) -> tuple[tuple[Period, ...], int]:
    """Return the periods that a picture has room for, the latest of each season, and how many it has none for."""
    seasons: dict[tuple[int, int], list[Period]] = {}
    for period in dict.fromkeys(periods):
        seasons.setdefault(period.season, []).append(period)
    order = sorted(seasons, key=lambda one: (one != view.period.season, -len(seasons[one]), one))
    kept = tuple(period for season in order[:MOST_PANELS] for period in sorted(seasons[season])[-MOST_YEARS:])
    return kept, sum(map(len, seasons.values())) - len(kept)


def amount(flow: Flow, period: Period, view: View) -> tuple[Name, Quantity]:
    """Return what a view asks for as the amount of a period: all of it, or a month's on average."""
    if view.shown_in.is_per_month:
        return Measure.AVERAGE, Quantity(Measure.AVERAGE, flow, period)
    return Measure.LEVEL, Quantity(Measure.LEVEL, flow, period)


def amounts(flows: Sequence[Flow], view: View) -> tuple[tuple[Mark, ...], int]:
    """Return the amounts of some flows in every period that a view has room for, and for how many it has none."""
    judgement = view.scope.judgement
    periods, left = with_room(stated_periods(judgement), view)
    asked = [amount(flow, when, view) for when in periods for flow in flows]
    return marks(answer(judgement, asked), judgement, view.source.id, view.shown_in.per_bn), left


def in_panels(
    name: str,
    view: View,
    words: Words,
    found: tuple[Sequence[Mark], int],
    *,
    unit: str,
    sentence: Callable[[list[Mark], View, Words], str],
) -> Chart | None:
    """Return a chart of the source in view with a panel for each season; `found` as `amounts` gives it."""
    seasons = by_season(found[0], view)
    drawn = [mark for season in seasons for mark in season]
    if not drawn:
        return None
    row = ROOMY if len(drawn) <= FEW else ROW
    figure = bars_figure([panel(season, unit, view, words, row) for season in seasons], words)
    said = sentence(drawn, view, words)
    return of_one_source(name, view, words, drawn=drawn, figure=figure, sentence=said, unit=unit, left=found[1])


def by_season(drawn: Sequence[Mark], view: View) -> list[list[Mark]]:
    """Return marks in one list for each season, in the order in which the seasons come.

    Amounts of a month on average can all be compared, and stand in one list in the order of time.
    """
    if drawn and view.shown_in.is_per_month and drawn[0].key.startswith(Measure.AVERAGE):
        return [sorted(drawn, key=lambda mark: (ORDER.index(mark.flow), mark.period))]
    seasons: dict[tuple[int, int], list[Mark]] = {}
    for mark in sorted(drawn, key=lambda mark: (ORDER.index(mark.flow), mark.period.start)):
        seasons.setdefault(mark.period.season, []).append(mark)
    first = list(dict.fromkeys(mark.period.season for mark in drawn))
    return [seasons[season] for season in first]


def panel(found: Sequence[Mark], unit: str, view: View, words: Words, row: int = ROW) -> Panel:
    """Return the panel of one season, its rows of a height in px."""
    flows = [flow for flow in ORDER if any(mark.flow is flow for mark in found)]
    single = len({mark.period for mark in found}) == 1
    is_mixed = len({mark.period.season for mark in found}) > 1
    groups = []
    for flow in flows:
        name = capital(words.flow(flow))
        of_flow = [mark for mark in found if mark.flow is flow]
        bars = tuple(
            Bar(
                mark=mark,
                label=name if single else _label(mark.period, is_mixed, words),
                said=mark.brief(words),
                hover=_hover(mark, unit, view, words),
            )
            for mark in of_flow
        )
        groups.append(Group("" if single or len(flows) == 1 else name, LIGHT.flow(flow), bars))
    heading = _heading(found, single, len(flows) == 1, unit, words)
    return Panel(capital(words.unit(unit)) if is_mixed else heading, tuple(groups), row)


def _label(period: Period, is_mixed: bool, words: Words) -> str:
    """Return what a row is told from the others by: the year where the season stands above, "2021"."""
    is_told_by_year = not is_mixed and period.months <= 12 and period.year == period.last_year
    return str(period.year) if is_told_by_year else words.period(period, short=True)


def title_of(mark: Mark, words: Words) -> str:
    """Return what a mark is a number of: "exports, January–October 2022"."""
    return f"{words.flow(mark.flow)}, {words.period(mark.period)}"


def _heading(found: Sequence[Mark], is_one_period: bool, is_one_flow: bool, unit: str, words: Words) -> str:
    """Return "Jan–Oct, USD bn"; with the flow where its bars have no heading of their own."""
    period = found[0].period
    name = words.period(period, short=True) if is_one_period else season_name(period, words)
    flow = [words.flow(found[0].flow)] if is_one_flow and not is_one_period else []
    return text_of(words).panel.format(season=capital(", ".join([*flow, name])), unit=words.unit(unit))


def _hover(mark: Mark, unit: str, view: View, words: Words) -> str:
    return pointed_at(mark, title_of(mark, words), unit, view.dataset, words)
