"""The headline: one sentence about a view that is true over every interval it speaks of.

Where the rows contradict each other, those that are left out are not spoken of: what they state is said as the others
bound it. A verb ("rose", "fell") is used only where the whole interval lies on one side of zero, "surplus" and
"deficit" only where the balance does; an interval that crosses zero is a change or a balance between two numbers. What
is reported is said as printed, what is derived as a range. What the rows leave open is not said.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

from dashboard.bounds.verdict import Verdict
from dashboard.judging.metrics import Metric, Name, Role
from dashboard.judging.view import View
from dashboard.languages.catalogue import Texts
from dashboard.languages.countries import pair
from dashboard.languages.language import Language
from dashboard.values.interval import Interval
from dashboard.values.measure import Flow, Measure
from dashboard.wording.phrases import PHRASES, Phrase, lines, of_interval, of_metric
from dashboard.wording.words import Words

Kind = Literal["surplus", "deficit", "balance"]


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadlineText:
    """The templates of one language; [headline] of en.toml says what each is."""

    when: str
    when_second: str
    second_begins: tuple[str, ...]
    opening: str
    below: str
    parts: str
    balance: str
    rose: str
    fell: str
    still: str
    changed: str
    reached: str
    was: str
    kinds: Mapping[Kind, str]
    new_kinds: Mapping[Kind, str]
    of_open_sign: Phrase
    became: Mapping[Kind, str]
    stayed: Mapping[Kind, str]
    came_to: Mapping[Kind, str]
    nothing: str
    contradiction: str


TEXT: Final = Texts(HeadlineText, "headline")


def headline(view: View, language: Language, *, names_pair: bool = True) -> str:
    """Return the sentence about a view, after one that says so where its source contradicts itself.

    It names the two countries unless that is done right above it.
    """
    words, text = Words(language), TEXT[language]
    when = words.period(view.period, case="prepositional")
    opening = (text.opening if names_pair else text.below).format(
        when=(text.when_second if when.startswith(text.second_begins) else text.when).format(period=when),
        pair=pair(view.block.reporter, view.block.partner, language),
        rest=_said(view, words).removesuffix(".") or text.nothing,
    )
    if view.scope.judgement.verdict is not Verdict.CONTRADICTION:
        return opening
    left_out = lines(view.scope.judgement.left_out, words)
    return f"{text.contradiction.format(lines=left_out)} {opening}"


def _said(view: View, words: Words) -> str:
    text = TEXT[words.language]
    turnover = _flow(view, Flow.TURNOVER, words)
    parts = ", ".join(clause for flow in (Flow.EXPORTS, Flow.IMPORTS) if (clause := _flow(view, flow, words)))
    flows = text.parts.join(clause for clause in (turnover, parts) if clause)
    return text.balance.join(clause for clause in (flows, _balance(view, words)) if clause)


def _flow(view: View, flow: Flow, words: Words) -> str:
    growth, level = _metric(view, Measure.GROWTH, flow), _metric(view, Measure.LEVEL, flow)
    text, phrases, currency = TEXT[words.language], PHRASES[words.language], view.block.currency
    name = words.flow(flow)
    known = level if level is not None and _is_told(level) and level.interval.low != 0 else None
    if growth is None or not _is_told(growth):
        amount = "" if known is None else of_metric(known, currency, phrases.amount, words, per_bn=view.shown_in.per_bn)
        return text.was.format(flow=name, amount=amount) if amount else ""
    clause = _verb(growth, name, words)
    if known is not None and flow is Flow.TURNOVER:
        clause += text.reached.format(to=of_metric(known, currency, phrases.to, words, per_bn=view.shown_in.per_bn))
    return clause


def _verb(growth: Metric, name: str, words: Words) -> str:
    text, phrases = TEXT[words.language], PHRASES[words.language]
    signs = {growth.interval.sign, growth.bounds.interval.sign} - ({None} if growth.is_reported else set())
    if signs in ({1}, {-1}):
        by = of_metric(growth, "", phrases.by, words, absolute=True)
        return (text.rose if signs == {1} else text.fell).format(flow=name, by=by)
    if signs == {0}:
        return text.still.format(flow=name)
    return text.changed.format(flow=name, by=words.in_unit(growth.interval, "%", signed=True))


def _balance(view: View, words: Words) -> str:
    text = TEXT[words.language]
    now = _known_balance(view, Measure.LEVEL)
    if now is None:
        return ""
    before = _known_balance(view, Role.BASE)
    kind, size = _kind(now.interval), _size(now, view, words)
    if before is None:
        return text.came_to[kind].format(now=size)
    earlier = _kind(before.interval)
    if earlier == kind:
        return text.stayed[kind].format(now=size, before=_size(before, view, words))
    old, new = _named(text.kinds, before, view, words), _named(text.new_kinds, now, view, words)
    return text.became[earlier].format(before=old, now=new)


def _known_balance(view: View, name: Name) -> Metric | None:
    """Return a balance that more is known of than turnover alone says: that it is no wider than turnover."""
    balance, turnover = _metric(view, name, Flow.BALANCE), _metric(view, name, Flow.TURNOVER)
    if balance is None or not _is_told(balance):
        return None
    width, least = balance.interval.width, None if turnover is None else turnover.interval.low
    wide = width is not None and least is not None and width >= least
    return None if wide and not balance.is_reported else balance


def _metric(view: View, name: Name, flow: Flow) -> Metric | None:
    metric = view.metric(name, flow)
    return None if metric is None else metric.without_left_out


def _size(balance: Metric, view: View, words: Words) -> str:
    per_bn = view.shown_in.per_bn
    if _kind(balance.interval) == "balance":
        return words.in_unit(balance.interval.scaled(per_bn), view.unit, per_bn=per_bn)
    amount = PHRASES[words.language].amount
    return of_metric(balance, view.block.currency, amount, words, absolute=True, per_bn=per_bn)


def _named(kinds: Mapping[Kind, str], balance: Metric, view: View, words: Words) -> str:
    """Return a balance under the name of its kind: "a surplus of USD 6.1 to 6.3 bn"."""
    kind, per_bn = _kind(balance.interval), view.shown_in.per_bn
    amount = _size(balance, view, words)
    if kind == "balance":
        of_open_sign = TEXT[words.language].of_open_sign
        amount = of_interval(balance.interval.scaled(per_bn), of_open_sign, view.unit, words, per_bn)
    return kinds[kind].format(amount=amount)


def _is_told(metric: Metric) -> bool:
    """Return whether a row states it, or both its ends are known."""
    return metric.is_reported or None not in (metric.interval.low, metric.interval.high)


def _kind(interval: Interval) -> Kind:
    if interval.low is not None and interval.low > 0:
        return "surplus"
    return "deficit" if interval.high is not None and interval.high < 0 else "balance"
