"""A number in one sentence that can be printed as it stands: what, whose count, who said it and when, how precisely.

Of a number nobody printed it gives the whole range, its ends rounded outwards. Where the rows of the source
contradict each other it says so first.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor
from typing import Final

from dashboard.judging.metrics import Metric
from dashboard.judging.view import View
from dashboard.languages.catalogue import Texts
from dashboard.languages.language import Language
from dashboard.values.interval import Interval
from dashboard.values.observation import Observation
from dashboard.wording.letters import capital
from dashboard.wording.phrases import decimals_of, printed, quantity, reach, unit_of
from dashboard.wording.words import Words


@dataclass(frozen=True, slots=True)
class QuotableText:
    """The templates of one language, with {quantity}, {reporter}, {partner}, {publisher} and {published}."""

    reported: str
    derived: str
    without: str
    doubted: str


TEXT: Final = Texts(QuotableText, "quotable")


def quotable(metric: Metric, view: View, language: Language) -> str:
    """Return a metric of a view in one sentence; a number that several sources print is that of the view's source."""
    words, text = Words(language), TEXT[language]
    row = next(iter(metric.reported), None)
    unit = unit_of(metric.quantity, view.block.currency)
    template = text.derived if row is None else text.reported
    filled = {
        "quantity": capital(quantity(metric.quantity, words)),
        "printed": "" if row is None else printed(row, words),
        "interval": _whole(metric.interval, unit, words) if row is None else _meant(row, unit, words),
        "reporter": words.country(view.block.reporter, "genitive"),
        "partner": words.country(view.block.partner, "instrumental"),
        "publisher": view.source.publisher,
        "published": words.published(view.source.published),
    }
    return (_before(metric, text) + template).format(**filled)


def _before(metric: Metric, text: QuotableText) -> str:
    if not metric.bounds.without:
        return ""
    return text.doubted if metric.reported and metric.reported[0].line in metric.bounds.without else text.without


def _meant(row: Observation, unit: str, words: Words) -> str:
    return reach(row, lambda interval: _whole(interval.scaled(row.unit.scale), unit, words), words)


def _whole(interval: Interval, unit: str, words: Words) -> str:
    fitted, unit = words.fitting(interval, unit)
    decimals = _decimals(fitted, words)
    return words.in_unit(_outward(fitted, decimals), unit, decimals)


def _decimals(interval: Interval, words: Words) -> int:
    """Return one more digit than the page shows, where the ends have one: what is quoted is the whole range."""
    most = words.decimals_for(interval) + 1
    return max((decimals_of(end, most) for end in (interval.low, interval.high) if end is not None), default=0)


def _outward(interval: Interval, decimals: int) -> Interval:
    """Return the interval with its ends rounded away from its middle, so that nothing it holds is left out."""
    grid = Fraction(1, 10**decimals)
    low = None if interval.low is None else floor(interval.low / grid) * grid
    high = None if interval.high is None else ceil(interval.high / grid) * grid
    return Interval(low, high)
