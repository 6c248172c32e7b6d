"""The templates of short phrases, in three languages.

A hedge changes the phrase around it: "by more than 33.3%", "более чем на 33,3 %". So each preposition has one template
for every way to know a number.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from dashboard.bounds.quantity import Asked
from dashboard.languages.language import Language


@dataclass(frozen=True, slots=True)
class Phrase:
    """One phrase in every way to know a number, {value}; between two ends {value} is a `pair` of {low} and {high}."""

    plain: str
    pair: str
    between: str
    more_than: str
    at_least: str
    less_than: str
    at_most: str
    about: str
    nearly: str


@dataclass(frozen=True, slots=True)
class PhraseText:
    """The phrases of one language.

    Attributes:
        quantities: What a quantity is called, with {flow}, {of_flow} (genitive), {period} and {base}.
        margin: A number and its rounding margin, with {value} and {half}.
        by, to, amount: "by 10.1%", "to USD 34.5 bn", "USD 34.5 bn".
        flow_short: A flow of a period in little room.
        lines: "line 4" and "lines 4 and 6", with {lines}.
        at_widest: What a soft hedge stands for: {interval}, and {widest} that no reading of it leaves.
        conjunction, alternative: How the last two of a list are joined.
    """

    quantities: Mapping[Asked, str]
    margin: str
    by: Phrase
    to: Phrase
    amount: Phrase
    flow_short: str
    line: str
    lines: str
    at_widest: str
    conjunction: str
    alternative: str


TEXT: Final[Mapping[Language, PhraseText]] = MappingProxyType(
    {
        Language.EN: PhraseText(
            quantities={
                Asked.LEVEL: "{flow} in {period}",
                Asked.CHANGE: "change of {flow} in {period} against {base}",
                Asked.GROWTH: "growth of {flow} in {period} against {base}",
                Asked.FACTOR: "{flow} in {period} as a multiple of {base}",
                Asked.SHARE: "share of {flow} in turnover in {period}",
                Asked.COVERAGE: "coverage ratio in {period}",
                Asked.CONTRIBUTION: "contribution of {flow} to the growth of turnover in {period} against {base}",
                Asked.AVERAGE: "monthly average of {flow} in {period}",
            },
            margin="{value} ±{half}",
            by=Phrase(
                "by {value}",
                "{low} to {high}",
                "by {value}",
                "by more than {value}",
                "by at least {value}",
                "by less than {value}",
                "by at most {value}",
                "by about {value}",
                "by nearly {value}",
            ),
            to=Phrase(
                "to {value}",
                "{low} and {high}",
                "to between {value}",
                "to more than {value}",
                "to at least {value}",
                "to less than {value}",
                "to at most {value}",
                "to about {value}",
                "to nearly {value}",
            ),
            amount=Phrase(
                "{value}",
                "{low} to {high}",
                "{value}",
                "more than {value}",
                "at least {value}",
                "less than {value}",
                "at most {value}",
                "about {value}",
                "nearly {value}",
            ),
            flow_short="{flow} {period}",
            line="line {lines}",
            lines="lines {lines}",
            at_widest="{interval}, at the widest {widest}",
            conjunction="and",
            alternative="or",
        ),
        Language.RU: PhraseText(
            quantities={
                Asked.LEVEL: "{flow} за {period}",
                Asked.CHANGE: "изменение {of_flow} за {period} (база: {base})",
                Asked.GROWTH: "прирост {of_flow} за {period} (база: {base})",
                Asked.FACTOR: "{flow} за {period}, во сколько раз (база: {base})",
                Asked.SHARE: "доля {of_flow} в товарообороте за {period}",
                Asked.COVERAGE: "коэффициент покрытия за {period}",
                Asked.CONTRIBUTION: "вклад {of_flow} в прирост товарооборота за {period} (база: {base})",
                Asked.AVERAGE: "{flow} в среднем за месяц, {period}",
            },
            margin="{value} ± {half}",
            by=Phrase(
                "на {value}",
                "{low}–{high}",
                "на {value}",
                "более чем на {value}",
                "не менее чем на {value}",
                "менее чем на {value}",
                "не более чем на {value}",
                "примерно на {value}",
                "почти на {value}",
            ),
            to=Phrase(
                "до {value}",
                "{low}–{high}",
                "до {value}",
                "до уровня более {value}",
                "до уровня не менее {value}",
                "до уровня менее {value}",
                "до уровня не более {value}",
                "примерно до {value}",
                "почти до {value}",
            ),
            amount=Phrase(
                "{value}",
                "{low}–{high}",
                "{value}",
                "более {value}",
                "не менее {value}",
                "менее {value}",
                "не более {value}",
                "около {value}",
                "почти {value}",
            ),
            flow_short="{flow}, {period}",
            line="строка {lines}",
            lines="строки {lines}",
            at_widest="{interval}, в самом широком смысле — {widest}",
            conjunction="и",
            alternative="или",
        ),
        Language.BE: PhraseText(
            quantities={
                Asked.LEVEL: "{flow} за {period}",
                Asked.CHANGE: "змяненне {of_flow} за {period} (база: {base})",
                Asked.GROWTH: "прырост {of_flow} за {period} (база: {base})",
                Asked.FACTOR: "{flow} за {period}, у колькі разоў (база: {base})",
                Asked.SHARE: "доля {of_flow} ў тавараабароце за {period}",
                Asked.COVERAGE: "каэфіцыент пакрыцця за {period}",
                Asked.CONTRIBUTION: "уклад {of_flow} ў прырост тавараабароту за {period} (база: {base})",
                Asked.AVERAGE: "{flow} за месяц у сярэднім, {period}",
            },
            margin="{value} ± {half}",
            by=Phrase(
                "на {value}",
                "{low}–{high}",
                "на {value}",
                "больш чым на {value}",
                "не менш чым на {value}",
                "менш чым на {value}",
                "не больш чым на {value}",
                "прыкладна на {value}",
                "амаль на {value}",
            ),
            to=Phrase(
                "да {value}",
                "{low}–{high}",
                "да {value}",
                "да ўзроўню больш за {value}",
                "да ўзроўню не менш за {value}",
                "да ўзроўню менш за {value}",
                "да ўзроўню не больш за {value}",
                "прыкладна да {value}",
                "амаль да {value}",
            ),
            amount=Phrase(
                "{value}",
                "{low}–{high}",
                "{value}",
                "больш за {value}",
                "не менш за {value}",
                "менш за {value}",
                "не больш за {value}",
                "каля {value}",
                "амаль {value}",
            ),
            flow_short="{flow}, {period}",
            line="радок {lines}",
            lines="радкі {lines}",
            at_widest="{interval}, у самым шырокім сэнсе — {widest}",
            conjunction="і",
            alternative="або",
        ),
    }
)
