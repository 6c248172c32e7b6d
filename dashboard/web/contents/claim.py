"""The card of one number: who said it, what it stands for, whether the others allow it, and the proof.

The address names it as charts name their marks:

    4                         the row on line 4, whichever source is in view
    level:balance:2022        what the source in view says or allows for a quantity
    mfa:level:balance:2022    what a source named says or allows
    mfa:2022                  all that a source says of a period
    event:4                   the event on line 4 of events.csv
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Final

from dashboard.bounds.model import Bounds
from dashboard.bounds.quantity import Quantity
from dashboard.bounds.system import Side
from dashboard.bounds.verdict import Verdict
from dashboard.charts.counts import comparable
from dashboard.judging.judgement import RowJudgement
from dashboard.judging.metrics import Metric, answer
from dashboard.judging.review import Scope
from dashboard.judging.view import View
from dashboard.values.errors import DashboardError
from dashboard.values.interval import Interval
from dashboard.values.measure import Flow, Measure
from dashboard.values.observation import Observation, Source
from dashboard.values.period import Period
from dashboard.web.address import Address
from dashboard.web.contents.rows import said
from dashboard.wording import proofs, standing
from dashboard.wording.letters import capital
from dashboard.wording.page_text import CLAIM, PAGE
from dashboard.wording.phrases import lines, printed, quantity, reach_in, unit_of
from dashboard.wording.sentences import Sentences
from dashboard.wording.translated import foreign
from dashboard.wording.words import Words

FURTHER: Final = 5
"""So many further smallest corrections fit on a card."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A card in words.

    Attributes:
        facts: Terms and what is said of each; what is "" is not shown.
        low, high: The proof of each end of what is allowed, a line for each step; empty where it is open.
        rows: The rows it rests on or consists of, each in a line, with the address of its own card; `rows_as` is which.
        source: The address of the publication; "" where there is none. `language` is what it is written in.
        publisher: Its name; `named_in` is the language of the name where that is another than the reader's.
        close, link: The address of the page without and with the card.
    """

    title: str
    value: str
    facts: tuple[tuple[str, str], ...] = ()
    low: tuple[str, ...] = ()
    high: tuple[str, ...] = ()
    rows: tuple[tuple[str, str], ...] = ()
    rows_as: str = ""
    source: str = ""
    language: str = ""
    publisher: str = ""
    named_in: str | None = None
    close: str = ""
    link: str = ""


def claim(view: View, address: Address, words: Words) -> Claim | None:
    """Return the card that an address asks for; None where it asks for none, one that says so for an unknown number."""
    if address.claim is None:
        return None
    found = _found(view, address.claim, address, words)
    unknown = CLAIM[words.language].unknown.format(claim=address.claim)
    return replace(found or Claim(title=unknown, value=""), close=address.without_claim.href, link=address.href)


def _found(view: View, key: str, address: Address, words: Words) -> Claim | None:
    if key.isdecimal():
        every = ((scope, judged) for scope in view.review.scopes for judged in scope.rows)
        found = next(((scope, judged) for scope, judged in every if str(judged.row.line) == key), None)
        return _of_row(view, *found, words) if found else None
    if key.startswith("event:"):
        return _of_event(view, key, words)
    try:
        return _of_quantity(view, key, address, words) or _of_publication(view, key, address, words)
    except (ValueError, DashboardError):
        return None


def _of_row(view: View, scope: Scope, judged: RowJudgement, words: Words) -> Claim:
    row, text, page = judged.row, CLAIM[words.language], PAGE[words.language]
    source = view.dataset.source(row.source)
    allowed = _allowed(view, judged, words) if judged.bounds.lines else page.alone * (not judged.unproved)
    reversed_ = _in(view, row.meaning.shown.negated, row, words)
    facts = (
        (text.said_by, _who(source, words)),
        (text.wording, row.wording),
        (text.stands_for, _meant(view, row, words)),
        (text.reversed, _mirrored(view, scope, judged.bounds.quantity, reversed_, words)),
        (text.allowed, allowed),
        (text.verdict, standing.standing(judged, words)),
        (text.why, _conflict(view, scope, judged, words)),
        (text.where, f"observations.csv, {lines([row.line], words)}"),
        (text.note, row.note),
    )
    low, high = _proofs(judged.bounds, scope, words)
    card = Claim(
        title=capital(quantity(judged.bounds.quantity, words)),
        value=printed(row, words),
        facts=facts,
        low=low,
        high=high,
    )
    return _published(card, source, words)


def _allowed(view: View, judged: RowJudgement, words: Words) -> str:
    """Return what the others allow for a row, and without which lines."""
    is_own = view.shown_in.per_bn == 1 or not judged.row.measure.is_money
    found = standing.allowed(judged, words) if is_own else _in(view, judged.implied, judged.row, words)
    left_out = standing.without(judged.bounds.without, words)
    return f"{found} ({left_out})" if left_out else found


def _in(view: View, interval: Interval, row: Observation, words: Words) -> str:
    """Return an interval of a row's unit; in the view's unit where that is mn."""
    is_money, per_bn = row.measure.is_money, view.shown_in.per_bn
    if per_bn == 1 or not is_money:
        return words.in_unit(interval, row.unit.text)
    return words.in_unit(interval.scaled(row.unit.scale * per_bn), f"{row.block.currency} mn", per_bn=per_bn)


def _meant(view: View, row: Observation, words: Words) -> str:
    per_bn = view.shown_in.per_bn
    if per_bn == 1 or not row.measure.is_money:
        return reach_in(row, row.unit.text, Fraction(1), words)
    return reach_in(row, f"{row.block.currency} mn", row.unit.scale * per_bn, words, per_bn)


def _conflict(view: View, scope: Scope, judged: RowJudgement, words: Words) -> str:
    """Return why a row cannot be true together with others; "" where it can."""
    if judged.verdict is not Verdict.CONTRADICTION:
        return ""
    conflicts = scope.judgement.explained.conflicts
    found = next((conflict for conflict in conflicts if judged.row.line in conflict.lines), None)
    return "" if found is None else Sentences.of(view.dataset, words.language).conflict(scope.judgement, found)


def _of_quantity(view: View, key: str, address: Address, words: Words) -> Claim | None:
    """Return the card of a quantity; that of the row that states it outright where there is one.

    Raises:
        ValueError, DashboardError: The key names no quantity.
    """
    parts = key.rsplit(":", 3)
    if len(parts) < 3:
        return None
    asked, flow, period = parts[-3:]
    wanted = Quantity.of(Measure(asked), Flow(flow), Period.parse(period))
    scope = next((one for one in comparable(view) if one.source == parts[0]), None) if parts[:-3] else view.scope
    metric = next(iter(answer(scope.judgement, [(Measure.LEVEL, wanted)])), None) if scope else None
    if scope is None or metric is None:
        return None
    if metric.is_reported:
        judged = next(one for one in scope.rows if one.row == metric.reported[0])
        return _of_row(view, scope, judged, words)
    return _derived(view, scope, metric, address, words)


def _derived(view: View, scope: Scope, metric: Metric, address: Address, words: Words) -> Claim:
    text, page, source = CLAIM[words.language], PAGE[words.language], view.dataset.source(scope.source or "")
    without = metric.bounds.without
    reversed_ = _shown(view, metric.quantity, metric.bounds.interval.negated, scope, words)
    facts = (
        (text.derived_by, _who(source, words)),
        (text.reversed, _mirrored(view, scope, metric.quantity, reversed_, words)),
        (text.note, page.derived_means),
        (text.without, lines(without, words) if without else ""),
        *((text.or_without, said) for said in _instead(view, scope, metric, words)),
    )
    low, high = _proofs(metric.bounds, scope, words)
    value = _shown(view, metric.quantity, metric.bounds.interval, scope, words)
    card = Claim(title=capital(quantity(metric.quantity, words)), value=value, facts=facts, low=low, high=high)
    rows = _rows(view, metric.lines, address, words)
    return _published(replace(card, rows=rows, rows_as=text.rests_on), source, words)


def _shown(view: View, of: Quantity, interval: Interval, scope: Scope, words: Words) -> str:
    """Return what is allowed of a quantity in the view's unit."""
    per_bn = view.shown_in.per_bn if of.measure.is_money else Fraction(1)
    unit = unit_of(of, scope.block.currency, "bn" if per_bn == 1 else "mn")
    return words.in_unit(interval.scaled(per_bn), unit, per_bn=per_bn)


def _mirrored(view: View, scope: Scope, of: Quantity, written: str, words: Words) -> str:
    """Return a balance of the partner as it compares with the count in view, its sign reversed; "" for all else."""
    if (scope.block.reporter, scope.block.partner) != (view.block.partner, view.block.reporter):
        return ""
    compared = CLAIM[words.language].compared.format(
        interval=written, country=words.country(view.block.reporter, "genitive")
    )
    return compared if of.flow is Flow.BALANCE and of.measure.is_money else ""


def _instead(view: View, scope: Scope, metric: Metric, words: Words) -> Iterator[str]:
    """Yield what the rows allow after each further smallest correction, up to `FURTHER` of them."""
    for found in scope.judgement.alternatives(metric.quantity, FURTHER):
        shown = (
            _shown(view, found.quantity, found.interval, scope, words) if found.lines else PAGE[words.language].alone
        )
        yield f"{lines(found.without, words)}: {shown}"


def _of_publication(view: View, key: str, address: Address, words: Words) -> Claim | None:
    """Return the card of all that a source says of a period, or compares with it.

    Raises:
        ValueError: The key names no period.
    """
    id, _, text = key.rpartition(":")
    period, source = Period.parse(text), view.dataset.source(id)
    found = [
        row.line for row in view.dataset.observations if row.source == id and period in (row.period, row.compared_with)
    ]
    if source is None or not found:
        return None
    facts = ((CLAIM[words.language].said_by, _who(source, words)), (CLAIM[words.language].title, source.title))
    rows = _rows(view, found, address, words)
    card = Claim(
        title=capital(words.period(period)), value="", facts=facts, rows=rows, rows_as=CLAIM[words.language].reports
    )
    return _published(card, source, words)


def _of_event(view: View, key: str, words: Words) -> Claim | None:
    text = CLAIM[words.language]
    event = next((one for one in view.dataset.events if f"event:{one.line}" == key), None)
    if event is None:
        return None
    source = view.dataset.source(event.source)
    said_on = (words.dates(event.date), event.place)
    facts = (
        (text.when, ", ".join(filter(None, said_on))),
        (text.said_by, _who(source, words)),
        (text.where, f"events.csv, {lines([event.line], words)}"),
    )
    return _published(Claim(title=event.title, value="", facts=facts), source, words)


def _proofs(bounds: Bounds, scope: Scope, words: Words) -> tuple[tuple[str, ...], tuple[str, ...]]:
    rows = {row.line: row for row in scope.judgement.rows}
    low, high = (proofs.bound(bounds, side, rows, scope.block.currency, words) for side in (Side.LOW, Side.HIGH))
    return low, high


def _rows(view: View, wanted: Sequence[int], address: Address, words: Words) -> tuple[tuple[str, str], ...]:
    known = [row for row in view.dataset.observations if row.line in wanted]
    return tuple((said(row, words), f"{replace(address, claim=str(row.line)).href}#claim") for row in known)


def _who(source: Source | None, words: Words) -> str:
    return "" if source is None else ", ".join(filter(None, [source.publisher, words.published(source.published)]))


def _published(card: Claim, source: Source | None, words: Words) -> Claim:
    """Return a card that knows its publication."""
    if source is None:
        return card
    return replace(
        card,
        source=source.address if source.address.startswith(("https://", "http://")) else "",
        language=source.language,
        publisher=source.publisher,
        named_in=foreign(source, "publisher", words.language),
    )
