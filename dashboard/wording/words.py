"""The words of one language in one place: `Words(Language.RU).period(...)`. What page, charts and files call."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from dashboard.bounds.verdict import Verdict
from dashboard.judging.findings import Level
from dashboard.judging.metrics import Name
from dashboard.languages import countries
from dashboard.languages.language import Language
from dashboard.languages.names import Case
from dashboard.values.interval import Interval
from dashboard.values.measure import Flow, Measure
from dashboard.values.partial_date import DateRange, PartialDate
from dashboard.values.period import Period
from dashboard.values.qualifier import Qualifier
from dashboard.wording import numbers, periods, terms
from dashboard.wording.unbroken import unbroken


@dataclass(frozen=True, slots=True)
class Words:
    """Numbers, units and names in one language."""

    language: Language

    @property
    def terms(self) -> terms.Terms:
        """The words of the subject."""
        return terms.TEXT[self.language]

    def number(self, value: Fraction | Decimal, decimals: int, signed: bool = False) -> str:
        """Return "−1 234,5"; with `signed`, "+1 234,5"."""
        return numbers.written(value, decimals, self.language, signed=signed)

    def range(self, interval: Interval, decimals: int | None = None, signed: bool = False) -> str:
        """Return "6.1 to 6.3" or "at least 31.3", with the decimals that the interval bears unless told."""
        shown = self.decimals_for(interval) if decimals is None else decimals
        return numbers.interval(interval, shown, self.language, signed=signed)

    def span(self, interval: Interval, decimals: int, signed: bool = False) -> str:
        """Return "6.1 to 6.3", or "6,1–6,3" where words of the language take more room."""
        return numbers.span(interval, decimals, self.language, signed=signed)

    def ends(self, interval: Interval, decimals: int, signed: bool = False) -> tuple[str, str]:
        """Return both ends as they stand in a sentence: ("6.1", "6.3"), ("31.3", "") where the interval is open."""
        return numbers.ends(interval, decimals, self.language, signed=signed)

    def money(self, value: Fraction | Decimal, currency: str, decimals: int, signed: bool = False) -> str:
        """Return an amount in bn: "USD 34.5 bn", "34,5 млрд долл. США"."""
        return self.with_unit(self.number(value, decimals, signed), f"{currency} bn")

    def money_range(self, interval: Interval, currency: str, decimals: int | None = None, signed: bool = False) -> str:
        """Return an interval of amounts in bn: "USD 6.1 to 6.3 bn", "at least USD 31.3 bn"."""
        return self.in_unit(interval, f"{currency} bn", decimals, signed)

    def in_unit(
        self,
        interval: Interval,
        unit: str,
        decimals: int | None = None,
        signed: bool = False,
        *,
        per_bn: Fraction = Fraction(1),
    ) -> str:
        """Return an interval with its unit: "99.5 to 100.0%", "at least USD 31.3 bn", "от 1,4 до 1,6 раза".

        In a unit that is a part of a bn it has no more digits than in bn: "USD 6,100 to 6,300 mn".
        """
        if interval.is_unbounded:
            return self.range(interval)
        fitted, in_unit = self.fitting(interval, unit)
        in_part = per_bn if fitted is interval else Fraction(1)
        shown = self.decimals_for(fitted, in_part) if decimals is None else decimals

        def unit_of(text: str, hedge: Qualifier) -> str:
            return self.with_unit(text, in_unit, hedge)

        return numbers.interval(fitted, shown, self.language, signed=signed, unit=unit_of)

    def beside(self, interval: Interval, other: Interval, unit: str, *, least: int = 0) -> str:
        """Return an interval with its unit as it stands beside another: two that are apart are written apart.

        With `least` decimals or more in that unit, where they are apart.
        """
        fitted, in_unit = self.fitting(interval, unit)
        decimals = numbers.decimals_apart(fitted, other.scaled(_times(interval, fitted)), least)
        return self.in_unit(fitted, in_unit, decimals)

    def decimals_apart(self, interval: Interval, other: Interval, least: int = 0) -> int:
        """Return how many decimals an interval bears beside another, so that two that are apart are written apart."""
        return numbers.decimals_apart(interval, other, least)

    def decimals_of_gap(self, a: Interval, b: Interval) -> int:
        """Return how many decimals the gap between two intervals bears."""
        return numbers.decimals_of_gap(a, b)

    def gap(self, a: Interval, b: Interval, unit: str) -> str:
        """Return how far two intervals are apart, in their unit: "USD 0.1 bn", "0.3 pp"; "" where they are not."""
        if not a.is_apart(b):
            return ""
        fitted, in_unit = self.fitting(a, unit)
        times = _times(a, fitted) if in_unit == self.fitting(b, unit)[1] else Fraction(1)
        decimals = numbers.decimals_of_gap(a.scaled(times), b.scaled(times))
        gap = self.number(a.gap(b) * times, decimals)
        return self.with_unit(gap, (in_unit if times != 1 else unit).replace("%", "pp"))

    def fitting(self, interval: Interval, unit: str) -> tuple[Interval, str]:
        """Return an interval and its unit; money in a smaller unit where it is below a twentieth of its own."""
        whole, slash, month = unit.partition("/")
        currency, _, magnitude = whole.partition(" ")
        smaller = numbers.SMALLER.get(magnitude, "")
        size = max((abs(end) for end in (interval.low, interval.high) if end is not None), default=Fraction(0))
        if not smaller or not 0 < size < numbers.SMALL:
            return interval, unit
        return self.fitting(interval.scaled(numbers.THOUSAND), f"{currency} {smaller}{slash}{month}")

    def with_unit(self, written: str, unit: str, hedge: Qualifier = Qualifier.ROUNDED) -> str:
        """Return a number or two already written, with their unit: "10.1%", "USD 34.5 bn", "1.5 times".

        `hedge` is what will stand before it: "около 2 раз" but "почти 2 раза".
        """
        whole, slash, _ = unit.partition("/")
        if slash:
            return self.terms.per_month.format(unit=self.with_unit(written, whole))
        first, _, second = unit.partition(" ")
        if unit == "%":
            return self.terms.percent.format(value=written)
        if second in self.terms.magnitudes:
            magnitude, currency = self.terms.magnitudes[second], self.currency(first)
            return self.terms.amount.format(value=written, magnitude=magnitude, currency=currency)
        if first in ("%", "times") and second:
            in_unit = self.with_unit(written, first, hedge)
            return self.terms.in_currency.format(unit=in_unit, currency=self.currency(second))
        return f"{written} {self._times(written, hedge) if unit == 'times' else self.unit(unit)}"

    def _times(self, written: str, hedge: Qualifier) -> str:
        """Return the word for "times" behind a number, or two of which the second one decides: "от 2 до 5 раз"."""
        is_governed = written[0].isalpha() or hedge in self.terms.governing
        forms = self.terms.times_after if is_governed else self.terms.times
        return numbers.plural(forms, written, self.language)

    def unit(self, text: str) -> str:
        """Return the name of a unit: of "USD bn", "RUB tn", "%", "% RUB", "times", "pp" or "USD bn/month"."""
        unit, slash, _ = text.partition("/")
        if slash:
            return self.terms.per_month.format(unit=self.unit(unit))
        first, _, second = unit.partition(" ")
        if first in ("%", "times") and second:
            return self.terms.in_currency.format(unit=self.unit(first), currency=self.currency(second))
        if first in self.terms.units or first == "%":
            return self.terms.units.get(first, first)
        if not second:
            return self.currency(first)
        magnitude = self.terms.magnitudes.get(second, second)
        return self.terms.money_unit.format(currency=self.currency(first), magnitude=magnitude)

    def unbroken(self, sentence: str) -> str:
        """Return a sentence in which no line ends inside an amount, a range or a date."""
        return unbroken(sentence, self.language)

    def currency(self, code: str) -> str:
        """Return the short name of a currency: "USD", "долл. США"; its code where it has none."""
        return self.terms.currencies.get(code, code)

    def decimals_for(self, interval: Interval, per_bn: Fraction = Fraction(1)) -> int:
        """Return how many decimals an interval bears in a unit that is a part of a bn; −2 for hundreds."""
        return numbers.decimals_for(interval, per_bn)

    def period(self, period: Period, short: bool = False, case: Case = "nominative") -> str:
        """Return "January–October 2022", or "Jan–Oct 2022" in little room."""
        if short:
            return periods.short_period(period, self.language)
        return periods.period(period, self.language, case)

    def published(self, date: PartialDate | None) -> str:
        """Return a date as far as it is known: "17 January 2023", "January 2023", "2023"; "" for None."""
        return "" if date is None else periods.date(date, self.language)

    def dates(self, dates: DateRange | None) -> str:
        """Return a date or a run of dates: "30 June – 1 July 2022", "2021–2023"; "" for None."""
        return "" if dates is None else periods.dates(dates, self.language)

    def flow(self, flow: Flow, case: Case = "nominative") -> str:
        """Return the name of a flow, "turnover"."""
        return self.terms.flows.get(case, self.terms.flows["nominative"])[flow]

    def measure(self, measure: Measure) -> str:
        """Return the name of a measure, "growth"."""
        return self.terms.measures[measure]

    def metric(self, name: Name) -> str:
        """Return the name of a metric, "coverage ratio"."""
        return self.terms.metrics[name]

    def verdict(self, verdict: Verdict) -> str:
        """Return the name of a verdict, "consistent"."""
        return self.terms.verdicts[verdict]

    def level(self, level: Level) -> str:
        """Return the name of a level of checking, "source"."""
        return self.terms.levels[level]

    def qualifier(self, qualifier: Qualifier) -> str:
        """Return the name of a hedge, "more than"; "" for none, as in the file."""
        return self.terms.qualifiers[qualifier]

    def scope(self, scope: str) -> str:
        """Return the name of a scope, "goods"; the text itself for one that is not known."""
        return self.terms.scopes.get(scope, scope)

    def country(self, alpha3: str, case: Case = "nominative") -> str:
        """Return the name of a country, "Belarus"."""
        return countries.country(alpha3, self.language, case)

    def pair(self, first: str, second: str) -> str:
        """Return two countries as partners: "Russia with Belarus", "России с Беларусью"."""
        return countries.pair(first, second, self.language)

    def towards(self, alpha3: str) -> str:
        """Return the name of a country as it stands after "to": "Belarus", "Россию"."""
        return countries.towards(alpha3, self.language)


def _times(interval: Interval, fitted: Interval) -> Fraction:
    """Return how many of the unit in which an interval is told make one of its own."""
    pairs = ((interval.low, fitted.low), (interval.high, fitted.high))
    return next((there / here for here, there in pairs if here and there is not None), Fraction(1))
