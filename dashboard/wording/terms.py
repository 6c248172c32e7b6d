"""The words of the subject in three languages: flows, measures, metrics, verdicts, hedges, units of measure.

The words are those of the statistical offices: товарооборот and тавараабарот for turnover, сальдо and сальда for the
balance, коэффициент покрытия for exports / imports.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from dashboard.bounds.verdict import Verdict
from dashboard.judging.findings import Level
from dashboard.judging.metrics import Name
from dashboard.languages.language import Language
from dashboard.values.interval import Qualifier
from dashboard.values.observation import Flow, Measure
from dashboard.wording.periods import Case


@dataclass(frozen=True, slots=True)
class Terms:
    """The words of one language.

    Attributes:
        flows: Names of flows by case; a case that is missing has the nominative's names.
        magnitudes: "bn" and its like, by the word that the data files use.
        times: The word for "times" by the plural form of the number before it.
        times_after: The same behind a word that asks for the genitive, "около 2 раз", as the hedges `governing` do.
        amount, money_unit: How money and its unit are written, with {value}, {magnitude} and {currency}.
        percent: A number of percent, with {value}.
        per_month: A unit per month, with {unit}.
        in_currency: A percentage in a currency, with {unit} and {currency}.
    """

    flows: Mapping[Case, Mapping[Flow, str]]
    measures: Mapping[Measure, str]
    metrics: Mapping[Name, str]
    verdicts: Mapping[Verdict, str]
    levels: Mapping[Level, str]
    qualifiers: Mapping[Qualifier, str]
    scopes: Mapping[str, str]
    currencies: Mapping[str, str]
    magnitudes: Mapping[str, str]
    units: Mapping[str, str]
    times: Mapping[str, str]
    times_after: Mapping[str, str]
    governing: frozenset[Qualifier]
    amount: str
    money_unit: str
    percent: str
    per_month: str
    in_currency: str


_ENGLISH: Final = Terms(
    flows={
        "nominative": {
            Flow.TURNOVER: "turnover",
            Flow.EXPORTS: "exports",
            Flow.IMPORTS: "imports",
            Flow.BALANCE: "balance",
        }
    },
    measures={
        Measure.LEVEL: "level",
        Measure.GROWTH: "growth",
        Measure.FACTOR: "factor",
        Measure.CHANGE: "change",
        Measure.SHARE: "share of turnover",
    },
    metrics={
        Name.LEVEL: "amount",
        Name.BASE: "amount a year earlier",
        Name.GROWTH: "growth",
        Name.CHANGE: "change",
        Name.SWING: "change of the balance",
        Name.COVERAGE: "coverage ratio",
        Name.SHARE: "share of turnover",
        Name.CONTRIBUTION: "contribution to the growth of turnover",
        Name.AVERAGE: "monthly average",
        Name.RESIDUAL: "remaining months",
    },
    verdicts={
        Verdict.CONSISTENT: "consistent",
        Verdict.UNDECIDED: "undecided",
        Verdict.CONTRADICTION: "contradiction",
    },
    levels={
        Level.ROW: "row",
        Level.SOURCE: "source",
        Level.REPORTER: "reporter",
        Level.MIRROR: "partner's count",
        Level.PLAUSIBILITY: "plausibility",
    },
    qualifiers={
        Qualifier.ROUNDED: "",
        Qualifier.EXACT: "exact",
        Qualifier.TRUNCATED: "cut off",
        Qualifier.MORE_THAN: "more than",
        Qualifier.AT_LEAST: "at least",
        Qualifier.LESS_THAN: "less than",
        Qualifier.AT_MOST: "at most",
        Qualifier.NEARLY: "nearly",
        Qualifier.ABOUT: "about",
    },
    scopes={"goods": "goods", "services": "services", "goods and services": "goods and services"},
    currencies={},
    magnitudes={"tn": "tn", "bn": "bn", "mn": "mn", "th": "th"},
    units={"times": "times", "pp": "pp"},
    times={"one": "times", "other": "times"},
    times_after={"one": "times", "other": "times"},
    governing=frozenset(),
    amount="{currency} {value} {magnitude}",
    money_unit="{currency} {magnitude}",
    percent="{value}%",
    per_month="{unit} a month",
    in_currency="{unit} in {currency}",
)

_RUSSIAN: Final = Terms(
    flows={
        "nominative": {
            Flow.TURNOVER: "товарооборот",
            Flow.EXPORTS: "экспорт",
            Flow.IMPORTS: "импорт",
            Flow.BALANCE: "сальдо",
        },
        "genitive": {
            Flow.TURNOVER: "товарооборота",
            Flow.EXPORTS: "экспорта",
            Flow.IMPORTS: "импорта",
            Flow.BALANCE: "сальдо",
        },
        "prepositional": {
            Flow.TURNOVER: "товарообороте",
            Flow.EXPORTS: "экспорте",
            Flow.IMPORTS: "импорте",
            Flow.BALANCE: "сальдо",
        },
        "instrumental": {
            Flow.TURNOVER: "товарооборотом",
            Flow.EXPORTS: "экспортом",
            Flow.IMPORTS: "импортом",
            Flow.BALANCE: "сальдо",
        },
    },
    measures={
        Measure.LEVEL: "объём",
        Measure.GROWTH: "прирост",
        Measure.FACTOR: "во сколько раз",
        Measure.CHANGE: "изменение",
        Measure.SHARE: "доля в товарообороте",
    },
    metrics={
        Name.LEVEL: "объём",
        Name.BASE: "объём годом ранее",
        Name.GROWTH: "прирост",
        Name.CHANGE: "изменение",
        Name.SWING: "изменение сальдо",
        Name.COVERAGE: "коэффициент покрытия",
        Name.SHARE: "доля в товарообороте",
        Name.CONTRIBUTION: "вклад в прирост товарооборота",
        Name.AVERAGE: "в среднем за месяц",
        Name.RESIDUAL: "остальные месяцы",
    },
    verdicts={
        Verdict.CONSISTENT: "согласуется",
        Verdict.UNDECIDED: "не определено",
        Verdict.CONTRADICTION: "противоречие",
    },
    levels={
        Level.ROW: "внутри строки",
        Level.SOURCE: "внутри источника",
        Level.REPORTER: "между источниками одной стороны",
        Level.MIRROR: "между сторонами",
        Level.PLAUSIBILITY: "правдоподобие",
    },
    qualifiers={
        Qualifier.ROUNDED: "",
        Qualifier.EXACT: "точно",
        Qualifier.TRUNCATED: "отброшены знаки",
        Qualifier.MORE_THAN: "более",
        Qualifier.AT_LEAST: "не менее",
        Qualifier.LESS_THAN: "менее",
        Qualifier.AT_MOST: "не более",
        Qualifier.NEARLY: "почти",
        Qualifier.ABOUT: "около",
    },
    scopes={"goods": "товары", "services": "услуги", "goods and services": "товары и услуги"},
    currencies={"USD": "долл. США", "RUB": "руб.", "BYN": "бел. руб.", "EUR": "евро", "CNY": "юаней"},
    magnitudes={"tn": "трлн", "bn": "млрд", "mn": "млн", "th": "тыс."},
    units={"times": "раз", "pp": "п. п."},
    times={"one": "раз", "few": "раза", "many": "раз", "other": "раза"},
    times_after={"one": "раза", "few": "раз", "many": "раз", "other": "раза"},
    governing=frozenset(
        {Qualifier.MORE_THAN, Qualifier.AT_LEAST, Qualifier.LESS_THAN, Qualifier.AT_MOST, Qualifier.ABOUT}
    ),
    amount="{value} {magnitude} {currency}",
    money_unit="{magnitude} {currency}",
    percent="{value} %",
    per_month="{unit} в месяц",
    in_currency="{unit} ({currency})",
)

_BELARUSIAN: Final = Terms(
    flows={
        "nominative": {
            Flow.TURNOVER: "тавараабарот",
            Flow.EXPORTS: "экспарт",
            Flow.IMPORTS: "імпарт",
            Flow.BALANCE: "сальда",
        },
        "genitive": {
            Flow.TURNOVER: "тавараабароту",
            Flow.EXPORTS: "экспарту",
            Flow.IMPORTS: "імпарту",
            Flow.BALANCE: "сальда",
        },
        "prepositional": {
            Flow.TURNOVER: "тавараабароце",
            Flow.EXPORTS: "экспарце",
            Flow.IMPORTS: "імпарце",
            Flow.BALANCE: "сальда",
        },
        "instrumental": {
            Flow.TURNOVER: "тавараабаротам",
            Flow.EXPORTS: "экспартам",
            Flow.IMPORTS: "імпартам",
            Flow.BALANCE: "сальда",
        },
    },
    measures={
        Measure.LEVEL: "аб’ём",
        Measure.GROWTH: "прырост",
        Measure.FACTOR: "у колькі разоў",
        Measure.CHANGE: "змяненне",
        Measure.SHARE: "доля ў тавараабароце",
    },
    metrics={
        Name.LEVEL: "аб’ём",
        Name.BASE: "аб’ём годам раней",
        Name.GROWTH: "прырост",
        Name.CHANGE: "змяненне",
        Name.SWING: "змяненне сальда",
        Name.COVERAGE: "каэфіцыент пакрыцця",
        Name.SHARE: "доля ў тавараабароце",
        Name.CONTRIBUTION: "уклад у прырост тавараабароту",
        Name.AVERAGE: "у сярэднім за месяц",
        Name.RESIDUAL: "астатнія месяцы",
    },
    verdicts={
        Verdict.CONSISTENT: "узгоднена",
        Verdict.UNDECIDED: "не вызначана",
        Verdict.CONTRADICTION: "супярэчнасць",
    },
    levels={
        Level.ROW: "у межах радка",
        Level.SOURCE: "у межах крыніцы",
        Level.REPORTER: "паміж крыніцамі аднаго боку",
        Level.MIRROR: "паміж бакамі",
        Level.PLAUSIBILITY: "праўдападобнасць",
    },
    qualifiers={
        Qualifier.ROUNDED: "",
        Qualifier.EXACT: "дакладна",
        Qualifier.TRUNCATED: "адкінуты знакі",
        Qualifier.MORE_THAN: "больш за",
        Qualifier.AT_LEAST: "не менш за",
        Qualifier.LESS_THAN: "менш за",
        Qualifier.AT_MOST: "не больш за",
        Qualifier.NEARLY: "амаль",
        Qualifier.ABOUT: "каля",
    },
    scopes={"goods": "тавары", "services": "паслугі", "goods and services": "тавары і паслугі"},
    currencies={"USD": "дол. ЗША", "RUB": "рас. руб.", "BYN": "руб.", "EUR": "еўра", "CNY": "юаняў"},
    magnitudes={"tn": "трлн", "bn": "млрд", "mn": "млн", "th": "тыс."},
    units={"times": "разоў", "pp": "п. п."},
    times={"one": "раз", "few": "разы", "many": "разоў", "other": "раза"},
    times_after={"one": "раза", "few": "разоў", "many": "разоў", "other": "раза"},
    governing=frozenset({Qualifier.ABOUT}),
    amount="{value} {magnitude} {currency}",
    money_unit="{magnitude} {currency}",
    percent="{value} %",
    per_month="{unit} за месяц",
    in_currency="{unit} ({currency})",
)

TEXT: Final[Mapping[Language, Terms]] = MappingProxyType(
    {Language.EN: _ENGLISH, Language.RU: _RUSSIAN, Language.BE: _BELARUSIAN}
)
