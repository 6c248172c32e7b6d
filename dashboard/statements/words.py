"""The words in which English and Russian statements report trade, each with the one thing it can mean.

A word that is not here is not understood, and a statement that has one is refused. The decision taken here: words of
two meanings stay out, such as "volume" (money or tonnes), "up to" (a limit or a rise) and "doubled" (how precisely?).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from dashboard.statements.countries import BY_ROLE, PAIR
from dashboard.values.measure import Flow
from dashboard.values.qualifier import Qualifier


class Kind(StrEnum):
    """What a piece of a statement does in it."""

    FLOW = "flow"
    MOVE = "move"
    STATE = "state"
    REACH = "reach"
    OF = "of"
    BY = "by"
    TO = "to"
    HEDGE = "hedge"
    SIGN = "sign"
    PERIOD = "period"
    BASE = "base"
    NUMBER = "number"
    FRACTION = "fraction"
    COUNTRY = "country"
    PAIR = "pair"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Word:
    """One way to say one thing.

    Attributes:
        pattern: What it looks like, in lower case with "е" for "ё".
        kind: What it does.
        meaning: Which one of its kind: a flow, a hedge, "1" for up, "-1" for down, "into" a country.
    """

    pattern: re.Pattern[str]
    kind: Kind
    meaning: str = ""


_MONTHS: Final = (
    r"(?:(?P<{0}1>january|jan\.?|январ[ьяе])|(?P<{0}2>february|feb\.?|феврал[ьяе])|(?P<{0}3>march|март[ае]?)"
    r"|(?P<{0}4>april|apr\.?|апрел[ьяе])|(?P<{0}5>may|ма[йяе])|(?P<{0}6>june|июн[ьяе])|(?P<{0}7>july|июл[ьяе])"
    r"|(?P<{0}8>august|aug\.?|август[ае]?)|(?P<{0}9>september|sept?\.?|сентябр[ьяе])"
    r"|(?P<{0}10>october|oct\.?|октябр[ьяе])|(?P<{0}11>november|nov\.?|ноябр[ьяе])"
    r"|(?P<{0}12>december|dec\.?|декабр[ьяе]))"
)
_YEAR: Final = r"(?P<year>(?:19|20)[0-9]{2})(?![.,]?[0-9])(?:\s*(?:годом|года|году|год|гг?\.))?"
_COUNTED: Final = (
    r"(?![234]\s+(?:квартала|полугодия))(?:(?P<n1>first|1st|i|1|перв(?:ый|ое|ого|ом))"
    r"|(?P<n2>second|2nd|ii|2|втор(?:ой|ое|ого|ом))|(?P<n3>third|3rd|iii|3|трет(?:ий|ьего|ьем))"
    r"|(?P<n4>fourth|4th|iv|4|четверт(?:ый|ого|ом)))(?:-(?:м|й|го|ом|ем))?"
)
_LENGTHS: Final = (
    r"(?:(?P<m2>two|два|двух|2)|(?P<m3>three|три|трех|3)|(?P<m4>four|четыре|четырех|4)|(?P<m5>five|пять|пяти|5)"
    r"|(?P<m6>six|шесть|шести|6)|(?P<m7>seven|семь|семи|7)|(?P<m8>eight|восемь|восьми|8)"
    r"|(?P<m9>nine|девять|девяти|9)|(?P<m10>ten|десять|десяти|10)|(?P<m11>eleven|одиннадцат[ьи]|11))"
)
_IN: Final = r"(?:(?:in|during|over|for|во?|за|по итогам)\s+(?:the\s+|весь\s+)?)?"
_OF: Final = r"\s+(?:of\s+)?"
MONTH: Final = _MONTHS.format("a")
LAST: Final = _MONTHS.format("b")
_DASH: Final = r"\s*(?:[-–—]|to|through|по)\s*"
_NUMBER: Final = r"(?:[0-9]{1,3}(?:[ ,'][0-9]{3})+(?:[.,][0-9]+)?|[0-9]+(?:[.,][0-9]+)?)"
_SCALE: Final = (
    r"(?:(?P<bn>b(?:l?n)?|billions?|млрд\.?|миллиард\w*)|(?P<mn>m(?:l?n)?|millions?|млн\.?|миллион\w*)"
    r"|(?P<tn>tn|trillions?|трлн\.?|триллион\w*)|(?P<th>thousands?|тыс\.?|тысяч\w*))"
)
_MONEY: Final = (
    r"(?:(?P<usd>(?:u\.?s\.?\s+)?dollars?|usd|долл\.?(?:аров|ара|ары)?(?:\s+сша)?|\$)"
    r"|(?P<eur>euros?|eur|евро|€)"
    r"|(?P<rub>russian\s+ro?ubles?|rub|российск\w+\s+руб(?:\.|л\w+)|₽)|(?P<bare>ro?ubles?|руб(?:\.|л\w+)?))"
)
_BEFORE: Final = r"(?:(?P<usd1>(?:us)?\$\s?|usd\s?)|(?P<eur1>€\s?|eur\s?)|(?P<rub1>₽\s?|rub\s?))"


def _word(pattern: str, kind: Kind, meaning: object = "") -> Word:
    return Word(re.compile(rf"(?:{pattern})(?![\w$€₽])", re.IGNORECASE), kind, str(meaning))


_PARTICIPLES: Final = r"grown|risen|increased|climbed|expanded|fallen|de\w+ed|dropped|shrunk|reached|totall?ed|amounted"

WORDS: Final = (
    _word(rf"(?:(?:from|с)\s+|{_IN}){MONTH}{_DASH}{LAST}{_OF}{_YEAR}", Kind.PERIOD, "run"),
    _word(rf"{_IN}{MONTH}{_OF}{_YEAR}", Kind.PERIOD, "month"),
    _word(rf"{_IN}{_COUNTED}\s+(?:quarter|квартал\w*){_OF}{_YEAR}", Kind.PERIOD, "quarter"),
    _word(rf"{_IN}q(?P<n>[1-4]){_OF}{_YEAR}", Kind.PERIOD, "quarter"),
    _word(rf"{_IN}{_COUNTED}\s+(?:half|полугоди\w+){_OF}{_YEAR}", Kind.PERIOD, "half"),
    _word(rf"{_IN}h(?P<n>[12]){_OF}{_YEAR}", Kind.PERIOD, "half"),
    _word(rf"{_IN}(?:(?:first|первые)\s+)?{_LENGTHS}\s+(?:months|месяц\w*|мес\.){_OF}{_YEAR}", Kind.PERIOD, "first"),
    _word(
        r"(?:compared\s+(?:with|to)|against|versus|by comparison with|к|по сравнению с|относительно)\s+"
        r"(?:(?:the\s+)?same\s+period\s+(?:of|in)\s+|(?:аналогичн\w+|соответствующ\w+)\s+период\w+\s+|уровн\w+\s+)?"
        rf"{_YEAR}",
        Kind.BASE,
        "year",
    ),
    _word(
        r"year[- ]on[- ]year|y/y|yoy|(?:compared\s+(?:with|to)|from|than)\s+(?:the\s+same\s+period\s+)?(?:of\s+)?a"
        r"\s+year\s+(?:earlier|ago|before)|год к году|г/г|в годовом выражении|по сравнению с (?:аналогичн\w+|тем же)"
        r" период\w+ (?:прошлого|предыдущего) года|к аналогичному периоду (?:прошлого|предыдущего) года",
        Kind.BASE,
    ),
    _word(rf"{_IN}{_YEAR}", Kind.PERIOD, "year"),
    _word(r"trade surplus|surplus|положительное сальдо|профицит\w*", Kind.FLOW, "surplus"),
    _word(r"trade deficit|deficit|отрицательное сальдо|дефицит\w*", Kind.FLOW, "deficit"),
    _word(r"trade balance|balance of trade|balance|(?:торгово\w+ )?сальдо", Kind.FLOW, Flow.BALANCE),
    _word(r"exports?|экспорт(?:а|у|ом|е)?", Kind.FLOW, Flow.EXPORTS),
    _word(r"imports?|импорт(?:а|у|ом|е)?", Kind.FLOW, Flow.IMPORTS),
    _word(
        r"(?:trade\s+)?turnover|(?:mutual|bilateral)\s+trade|trade(?=\s+(?:between|with)\s)|товарооборот(?:а|у|ом|е)?|взаимн\w+\s+торговл\w+"
        r"|торговл(?:я|и|ю|ей|е)(?=\s+(?:между|со?)\s)",
        Kind.FLOW,
        Flow.TURNOVER,
    ),
    _word(
        r"grew|grown|rose|risen|increased|climbed|expanded|up(?! to)|(?:growth|increase|rise)(?=\s+of)"
        r"|вырос(?:л[иао])?|возрос(?:л[иао])?|увеличил(?:ся|ась|ось|ись)|рост(?:ом)?(?=\s+на)",
        Kind.MOVE,
        "1",
    ),
    _word(
        r"fell|fallen|decreased|declined|dropped|shrank|shrunk|down|(?:fall|decrease|decline|drop)(?=\s+of)"
        r"|снизил(?:ся|ась|ось|ись)|сократил(?:ся|ась|ось|ись)|упал[иао]?|уменьшил(?:ся|ась|ось|ись)"
        r"|(?:снижение|сокращение|падение)(?=\s+на)",
        Kind.MOVE,
        "-1",
    ),
    _word(r"exceeded|превысил[иао]?", Kind.HEDGE, Qualifier.MORE_THAN),
    _word(r"no less than|not less than|at least|не менее(?: чем)?|не меньше", Kind.HEDGE, Qualifier.AT_LEAST),
    _word(r"no more than|not more than|at most|не более(?: чем)?|не больше", Kind.HEDGE, Qualifier.AT_MOST),
    _word(r"more than|over|above|более(?: чем)?|больше(?: чем)?|свыше", Kind.HEDGE, Qualifier.MORE_THAN),
    _word(r"less than|under|below|менее(?: чем)?|меньше(?: чем)?", Kind.HEDGE, Qualifier.LESS_THAN),
    _word(r"nearly|almost|close to|почти|без малого", Kind.HEDGE, Qualifier.NEARLY),
    _word(
        r"about|around|approximately|roughly|some|около|примерно|порядка|приблизительно", Kind.HEDGE, Qualifier.ABOUT
    ),
    _word(
        r"amounted\s+to|came\s+to|stood\s+at|totall?ed|reached|reaching|was|were|is|are|at"
        r"|составил[иао]?|достиг(?:л[иао])?|на уровне",
        Kind.STATE,
    ),
    _word(r"to\s+reach", Kind.REACH),
    _word(r"(?:by\s+)?a factor of (?P<factor>" + _NUMBER + r")", Kind.NUMBER, "factor"),
    _word(rf"(?P<number>{_NUMBER})-fold|в\s+(?P<factor>{_NUMBER})\s*раза?", Kind.NUMBER, "factor"),
    _word(rf"(?P<number>{_NUMBER})\s*(?P<times>times|раза?)", Kind.NUMBER, "factor"),
    _word(rf"(?P<number>{_NUMBER})\s*(?:%|percent|per\s+cent|процент(?:а|ов)?|проц\.)", Kind.NUMBER, "percent"),
    _word(rf"{_BEFORE}(?P<number>{_NUMBER})(?:[\s-]*{_SCALE})?", Kind.NUMBER, "money"),
    _word(rf"(?P<number>{_NUMBER})(?:[\s-]*{_SCALE})?\s*{_MONEY}", Kind.NUMBER, "money"),
    _word(r"(?:a|one)\s+third|треть", Kind.FRACTION, "1/3"),
    _word(r"(?:a|one)\s+quarter|четверть", Kind.FRACTION, "1/4"),
    _word(r"(?:a\s+)?half|половину", Kind.FRACTION, "1/2"),
    _word(r"minus|минус", Kind.SIGN, "-1"),
    Word(re.compile(r"(?<!\w)-(?=[0-9$€₽])"), Kind.SIGN, "-1"),
    Word(PAIR, Kind.PAIR),
    *(Word(pattern, Kind.COUNTRY, role) for role, pattern in BY_ROLE.items()),
    _word(r"by|на", Kind.BY),
    _word(r"to|до", Kind.TO),
    _word(r"of goods|in goods|goods|товаров|товарами", Kind.NOTHING),
    _word(r"of", Kind.OF),
    _word(rf"(?:has|have|had)(?=\s+(?:{_PARTICIPLES}))|the|a|an|and|while|also|it|и|а|также|при этом|в", Kind.NOTHING),
    Word(re.compile(r"[;!«»\"“”()]+|[.,:]+(?![0-9])|[–—](?=\s+[a-zа-я])"), Kind.NOTHING),
)
"""Every word, the longer before the shorter one that begins alike."""
