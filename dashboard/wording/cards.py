"""The key figures: each with its range, its growth, whether it was printed, and whether the other rows allow it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from dashboard.bounds.verdict import Verdict, worst
from dashboard.judging.metrics import Metric, Name, Role, tells
from dashboard.judging.view import View
from dashboard.values.measure import Flow, Measure
from dashboard.values.observation import Observation
from dashboard.wording.numbers import decimals_printed
from dashboard.wording.page_text import PAGE
from dashboard.wording.phrases import decimals_of, reach
from dashboard.wording.words import Words

_BESIDE: Final[Mapping[tuple[Name, Flow], tuple[Name, Flow]]] = {
    (Measure.LEVEL, Flow.TURNOVER): (Measure.GROWTH, Flow.TURNOVER),
    (Measure.LEVEL, Flow.EXPORTS): (Measure.GROWTH, Flow.EXPORTS),
    (Measure.LEVEL, Flow.IMPORTS): (Measure.GROWTH, Flow.IMPORTS),
    (Measure.LEVEL, Flow.BALANCE): (Role.BASE, Flow.BALANCE),
    (Measure.COVERAGE, Flow.EXPORTS): (Measure.COVERAGE, Flow.EXPORTS),
}
"""The five figures in their order, and what is said beside each: growth where it has a meaning, else a year ago."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A number in words.

    Attributes:
        value: "34.5", "more than 40", "−0.2 to 0.0".
        unit: "USD bn", "%".
        whole: Both together, "34.5 USD bn", "−8.4%".
        is_reported: Whether a source printed it.
        mark: The same as a word.
        stands_for: What a printed number stands for; "" for a derived one, whose value is its range.
        lines: The lines of observations.csv it rests on.
    """

    value: str
    unit: str
    whole: str
    is_reported: bool
    mark: str
    stands_for: str
    lines: tuple[int, ...]

    @property
    def gap(self) -> str:
        """What stands between value and unit: before a per cent sign no line ends, and in English there is no space."""
        if not self.unit.startswith("%"):
            return " "
        return "" if self.whole == self.value + self.unit else "\N{NO-BREAK SPACE}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """One key figure.

    Attributes:
        id: "turnover", "coverage".
        beside: What is said beside it, and `beside_as` as a sentence with {value}; None where the rows are silent.
        verdict: The gravest verdict of the rows it rests on, and its word.
        claim: What its card is asked for by.
        left_out: Lines that had to be left out because rows contradict each other.
    """

    id: str
    name: str
    figure: Figure
    beside: Figure | None
    beside_as: str
    verdict: Verdict
    verdict_word: str
    left_out: tuple[int, ...]
    claim: str

    @property
    def lines(self) -> tuple[int, ...]:
        """The lines it rests on and those left out, each once, in the order of the file."""
        return tuple(sorted({*self.figure.lines, *self.left_out}))


def cards(view: View, words: Words) -> tuple[Card, ...]:
    """Return the key figures of a view, without those that its rows tell nothing about.

    An amount that no chart would draw (`metrics.tells`) is none: the charts under the cards say why.
    """
    figures = ((view.metric(name, flow, view.period), beside) for (name, flow), beside in _BESIDE.items())
    return tuple(
        _card(view, words, metric, beside)
        for metric, beside in figures
        if metric is not None and (metric.name is Measure.COVERAGE or tells(metric, view.rows))
    )


def figure(view: View, words: Words, metric: Metric, *, signed: bool = False) -> Figure:
    """Return a metric in words: as printed where a source printed it, else its whole range.

    In mn a printed amount has more digits than were printed; what it stands for is said beside it. A derived amount
    below a twentieth of the unit of its view is told in the next smaller one, as in the headline.
    """
    text, per_bn = PAGE[words.language], view.shown_in.per_bn if metric.quantity.measure.is_money else Fraction(1)
    unit, shown = view.unit if metric.quantity.measure.is_money else "%", metric.interval.scaled(per_bn)
    stands_for = ""
    if metric.is_reported:
        row, part = metric.reported[0], None if per_bn == 1 else per_bn
        unit = row.unit.text if part is None else unit
        value, whole = (printed(row, words, named, signed=signed, per_bn=part) for named in ("", unit))
        scale = Fraction(1) if part is None else row.unit.scale * part
        decimals = words.decimals_for(row.meaning.shown.scaled(scale), per_bn)
        stands_for = reach(row, lambda read: words.range(read.scaled(scale), decimals, signed), words)
    else:
        fitted, unit = words.fitting(shown, unit)
        value = words.span(fitted, words.decimals_for(fitted, per_bn if fitted is shown else Fraction(1)), signed)
        whole = words.with_unit(value, unit)
    return Figure(
        value=value,
        unit=words.unit(unit),
        whole=whole,
        is_reported=metric.is_reported,
        mark=text.reported if metric.is_reported else text.derived,
        stands_for=text.allows.format(range=stands_for) if stands_for else "",
        lines=metric.lines,
    )


def printed(
    row: Observation, words: Words, unit: str = "", *, signed: bool = False, per_bn: Fraction | None = None
) -> str:
    """Return a row's number as its source printed it, with its hedge, in a unit if one is given: "about USD 40 bn".

    With `per_bn` it is turned into that part of a bn; behind a hedge no plus stands.
    """
    value = Fraction(row.value) if per_bn is None else Fraction(row.value) * row.unit.scale * per_bn
    decimals = decimals_printed(row.value) if per_bn is None else decimals_of(value)
    number = words.number(value, decimals, signed and not row.qualifier)
    amount = words.with_unit(number, unit, row.qualifier) if unit else number
    return f"{words.qualifier(row.qualifier)} {amount}" if row.qualifier else amount


def _card(view: View, words: Words, metric: Metric, beside: tuple[Name, Flow]) -> Card:
    text = PAGE[words.language]
    name, flow = beside
    other = view.metric(name, flow, view.period if name is Measure.GROWTH else view.base)
    verdict = worst([row.verdict for row in view.scope.rows if row.row.line in metric.lines])
    is_coverage = metric.name is Measure.COVERAGE
    return Card(
        id="coverage" if is_coverage else metric.quantity.flow.value,
        name=words.metric(Measure.COVERAGE) if is_coverage else words.flow(metric.quantity.flow),
        figure=figure(view, words, metric),
        beside=None
        if other is None
        else figure(view, words, other, signed=other.quantity.measure.definition.is_signed),
        beside_as=text.growth if name is Measure.GROWTH else text.earlier,
        verdict=verdict,
        verdict_word=words.verdict(verdict),
        left_out=metric.bounds.without,
        claim=_claim(metric),
    )


def _claim(metric: Metric) -> str:
    of = metric.quantity
    return str(metric.lines[0]) if metric.is_reported else f"{of.measure}:{of.flow}:{of.period}"
