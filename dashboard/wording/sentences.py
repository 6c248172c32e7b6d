"""Findings, conflicts, corrections, metrics and judged rows in one sentence each.

A sentence names the lines it rests on. "Reported by" stands for whoever states a number; nothing is said in a voice of
its own, and a contradiction is a fact about printed numbers, not about people.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from types import MappingProxyType
from typing import Final

from dashboard.bounds.conflict import Conflict
from dashboard.bounds.quantity import Quantity
from dashboard.bounds.system import Side
from dashboard.bounds.verdict import Verdict
from dashboard.judging.dispute import Dispute, choices, dispute
from dashboard.judging.findings import Finding, Rule
from dashboard.judging.judgement import Judgement, RowJudgement
from dashboard.judging.metrics import Metric
from dashboard.languages.catalogue import Texts
from dashboard.languages.language import Language
from dashboard.values.interval import Interval
from dashboard.values.observation import Dataset, Observation
from dashboard.wording import proofs
from dashboard.wording.letters import capital
from dashboard.wording.phrases import PHRASES, lines, listed, printed, printed_decimals, quantity, reach_in, unit_of
from dashboard.wording.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class SentenceText:
    """The templates of one language; [sentences] of en.toml says what each is."""

    rules: Mapping[Rule, str]
    endings: Mapping[Verdict, str]
    precise: str
    apart: str
    differ: str
    gap: str
    relative_gap: str
    allow: tuple[str, str]
    conflict: str
    hedged_conflict: str
    together: str
    stands_for: str
    reaches: str
    apart_by: str
    correction: str
    this_one: str
    one_of: str
    reported: str
    derived: str
    by_definition: str
    without: str
    row: str
    lone_row: str


TEXT: Final = Texts(SentenceText, "sentences")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sides:
    """The two sides of a conflict: who allows what, who says what, and how far these are apart."""

    who_allows: str
    allowed: str
    who_says: str
    said: str
    gap: str


@dataclass(frozen=True, slots=True)
class Sentences:
    """What can be said about a data set in one language.

    Attributes:
        rows: The observations by line.
        publishers: The publisher of each source, by its id.
    """

    words: Words
    rows: Mapping[int, Observation]
    publishers: Mapping[str, str]

    @staticmethod
    def of(dataset: Dataset, language: Language) -> Sentences:
        """Return the sentences about a data set in a language."""
        rows = MappingProxyType({row.line: row for row in dataset.observations})
        return Sentences(Words(language), rows, {source.id: source.publisher for source in dataset.sources})

    @property
    def text(self) -> SentenceText:
        """The templates of the language."""
        return TEXT[self.words.language]

    def finding(self, finding: Finding) -> str:
        """Return a comparison and how it ended: what is stated, what the others allow, what lies between."""
        unit = unit_of(finding.quantity, finding.block.currency)
        names = [self.publishers.get(source, source) for source in finding.sources]
        keeps_step = finding.rule is Rule.PRECISION and finding.gap is None
        comparison = (self.text.precise if keeps_step else self.text.rules[finding.rule]).format(
            quantity=capital(quantity(finding.quantity, self.words)),
            stated=self._stated(finding, unit),
            allowed=self.words.beside(finding.allowed, finding.stated, unit),
            first=names[0],
            second=names[-1],
            reporter=self.words.country(finding.block.reporter),
            partner=self.words.country(finding.block.partner),
        )
        whole = comparison if keeps_step else f"{comparison} {self._ending(finding, unit)}"
        return f"{whole.removesuffix('.')} ({lines(sorted(finding.lines), self.words)})."

    def conflict(self, judgement: Judgement, conflict: Conflict) -> str:
        """Return why some rows cannot all be true: what the others allow, and what the last one says."""
        disputed = dispute(judgement, conflict)
        if disputed is None:
            return self.text.together.format(lines=lines(conflict.lines, self.words))
        others = [line for line in conflict.lines if line != disputed.row.line]
        template = self.text.hedged_conflict if disputed.row.line in judgement.beyond else self.text.conflict
        sides = self.sides(judgement, conflict, disputed)
        return template.format(
            others=capital(lines(others, self.words)),
            allow=self.text.allow[len(others) > 1],
            quantity=quantity(disputed.allowed.quantity, self.words),
            allowed=sides.allowed,
            line=lines([disputed.row.line], self.words),
            printed=printed(disputed.row, self.words),
            said=sides.said,
        )

    def sides(self, judgement: Judgement, conflict: Conflict, disputed: Dispute) -> Sides:
        """Return the two sides of a conflict and how far they are apart, as they stand in a picture."""
        text, unit = self.text, unit_of(disputed.allowed.quantity, disputed.row.block.currency)
        least = printed_decimals(disputed.row) if unit == disputed.row.unit.text else 0
        others = [line for line in conflict.lines if line != disputed.row.line]
        says = text.reaches if disputed.row.line in judgement.beyond else text.stands_for
        return Sides(
            who_allows=f"{lines(others, self.words)} {text.allow[len(others) > 1]}",
            allowed=self.words.beside(disputed.allowed.interval, disputed.said, unit, least=least),
            who_says=says.format(line=lines([disputed.row.line], self.words)),
            said=self.words.beside(disputed.said, disputed.allowed.interval, unit),
            gap=text.apart_by.format(gap=self.words.gap(disputed.said, disputed.allowed.interval, unit)),
        )

    def conflict_steps(self, judgement: Judgement, conflict: Conflict) -> tuple[str, ...]:
        """Return the proof of a conflict: the steps to what the others allow, and what the last row says instead."""
        disputed = dispute(judgement, conflict)
        if disputed is None:
            return ()
        side = Side.HIGH if disputed.allowed.interval.is_below(disputed.said) else Side.LOW
        rows = {row.line: row for row in judgement.rows}
        return proofs.bound(disputed.allowed, side, rows, disputed.row.block.currency, self.words)

    def corrections(self, corrections: tuple[tuple[int, ...], ...]) -> str:
        """Return the smallest sets of rows without which the rest can be true: "one of lines 70, 72 and one of …"."""
        return self.text.correction.format(lines=left_out(corrections, self.words))

    def metric(self, metric: Metric, currency: str) -> str:
        """Return a metric, who reports it or which lines it is derived from, and what it stands for."""
        unit = unit_of(metric.quantity, currency)
        row = next(iter(metric.reported), None)
        template = self.text.derived if row is None else self.text.reported
        sentence = template.format(
            quantity=capital(quantity(metric.quantity, self.words)),
            printed="" if row is None else printed(row, self.words),
            interval=self.words.in_unit(metric.interval, unit)
            if row is None
            else reach_in(row, unit, row.unit.scale, self.words),
            lines=lines(metric.lines, self.words) if metric.lines else self.text.by_definition,
        )
        without = metric.bounds.without
        return f"{sentence} {self.text.without.format(lines=lines(without, self.words))}" if without else sentence

    def row(self, judged: RowJudgement) -> str:
        """Return a row beside what the other rows of its source allow for it."""
        unit = judged.row.unit.text
        text = self.text.row if judged.bounds.lines else self.text.lone_row
        return text.format(
            line=capital(lines([judged.row.line], self.words)),
            quantity=quantity(Quantity.of_row(judged.row), self.words),
            printed=printed(judged.row, self.words),
            reported=reach_in(judged.row, unit, Fraction(1), self.words),
            implied=self.words.in_unit(judged.implied, unit),
            verdict=self.words.verdict(judged.verdict),
        )

    def _stated(self, finding: Finding, unit: str) -> str:
        """Return what is stated as an interval; as printed, with its hedge, where the number itself is what is odd."""
        if finding.rule is Rule.COUNT:
            return printed(self.rows[finding.lines[0]], self.words)
        return self.words.beside(finding.stated, finding.allowed, unit)

    def _ending(self, finding: Finding, unit: str) -> str:
        if finding.gap is None:
            return self.text.endings[finding.verdict]
        if finding.rule is Rule.PARTNER:
            return self._gap(finding.gap, finding.relative, unit)
        ending = self.text.differ if finding.rule is Rule.SOURCES else self.text.apart
        return ending.format(gap=self.words.gap(finding.stated, finding.allowed, unit))

    def _gap(self, gap: Interval, relative: Interval | None, unit: str) -> str:
        amount = self.words.in_unit(gap, unit, signed=True)
        if relative is None:
            return self.text.gap.format(gap=amount)
        return self.text.relative_gap.format(gap=amount, relative=self.words.in_unit(relative, "%", signed=True))


def left_out(corrections: Sequence[tuple[int, ...]], words: Words) -> str:
    """Return sets of lines of which one is left out: "one of lines 70 or 72 and line 75", "lines 14 and 16 or …"."""
    phrases = PHRASES[words.language]
    independent = choices(corrections)
    if independent:
        return listed([_one_of(group, words) for group in independent], phrases.conjunction)
    return listed([lines(correction, words) for correction in corrections], phrases.alternative)


def _one_of(group: tuple[int, ...], words: Words) -> str:
    numbers = listed([str(line) for line in group], PHRASES[words.language].alternative)
    text = TEXT[words.language]
    return (text.this_one if len(group) == 1 else text.one_of).format(lines=numbers)
