"""The titles of tables and of their columns, and the first sheet of a workbook, in three languages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from dashboard.languages.language import Language


@dataclass(frozen=True, slots=True)
class TableText:
    """The texts of one language.

    Attributes:
        columns: Titles by key, one or two words each.
        about, observations, metrics, findings, sources: Titles of tables; also the names of sheets.
        title: What a workbook is called, with {pair}.
        reading: How to read the numbers, a paragraph each.
        counts: How much data there is, with {rows} and {sources}.
        reported, derived: Where a number comes from.
    """

    columns: Mapping[str, str]
    about: str
    observations: str
    metrics: str
    findings: str
    sources: str
    title: str
    reading: tuple[str, ...]
    counts: str
    reported: str
    derived: str


KEYS: Final = (
    "line source publisher reporter partner scope product currency flow period measure value unit step qualifier "
    "compared_with reported_low reported_high implied_low implied_high verdict wording note metric "
    "origin low high middle lines without words level rule sources stated_low stated_high allowed_low allowed_high "
    "gap_low gap_high id title published address language retrieved rows margin corrections"
)
"""The keys of all columns, as they stand in the head of a CSV file."""

_ENGLISH: Final = (
    "line|source|publisher|reporter|partner|scope|product|currency|flow|period|measure|value|unit|step|hedge|"
    "compared with|reported from|reported to|others allow from|others allow to|verdict|wording|note|metric|"
    "origin|from|to|middle|lines|left out|in words|level|rule|sources|stated from|stated to|allowed from|allowed to|"
    "gap from|gap to|id|title|published|address|language|retrieved|rows|margin|corrections"
)
_RUSSIAN: Final = (
    "строка|источник|издатель|чьи данные|партнёр|охват|товар|валюта|поток|период|показатель|значение|единица|шаг|"
    "оговорка|база|опубликовано от|опубликовано до|остальные: от|остальные: до|вердикт|формулировка|примечание|метрика|"
    "происхождение|от|до|середина|строки|исключено|словами|уровень|правило|источники|утверждается от|утверждается до|"
    "допускается от|допускается до|расхождение от|расхождение до|код|заглавие|опубликовано|адрес|язык|прочитано|"
    "число строк|запас|исправления"
)
_BELARUSIAN: Final = (
    "радок|крыніца|выдавец|чые даныя|партнёр|ахоп|тавар|валюта|паток|перыяд|паказчык|значэнне|адзінка|крок|"
    "агаворка|база|апублікавана ад|апублікавана да|астатнія: ад|астатнія: да|ацэнка|цытата|заўвага|метрыка|"
    "паходжанне|ад|да|сярэдзіна|радкі|выключана|словамі|узровень|правіла|крыніцы|сцвярджаецца ад|сцвярджаецца да|"
    "дапускаецца ад|дапускаецца да|разыходжанне ад|разыходжанне да|код|загаловак|апублікавана|адрас|мова|прачытана|"
    "колькасць радкоў|запас|выпраўленні"
)


def _titles(joined: str) -> Mapping[str, str]:
    return dict(zip(KEYS.split(), joined.split("|"), strict=True))


TEXT: Final[Mapping[Language, TableText]] = MappingProxyType(
    {
        Language.EN: TableText(
            columns=_titles(_ENGLISH),
            about="About",
            observations="Reported",
            metrics="Derived",
            findings="Checks",
            sources="Sources",
            title="Published trade figures: {pair}",
            reading=(
                "A printed number stands for an interval: 17.2 rounded to 0.1 is any number from 17.15 to 17.25.",
                "Reported: each printed number with what it stands for, and what the other rows of its source allow.",
                (
                    "Derived: what follows from the printed numbers. Every end is exact in its cell and shown rounded; "
                    "an empty cell is an open end."
                ),
                "Checks: each comparison that could be made, and how it ended. Sources: who published what, and when.",
                "Amounts are in the unit of their row; derived ones are in bn of the currency, rates in %.",
            ),
            counts="{rows} reported numbers from {sources} sources.",
            reported="reported",
            derived="derived",
        ),
        Language.RU: TableText(
            columns=_titles(_RUSSIAN),
            about="О файле",
            observations="Опубликовано",
            metrics="Выведено",
            findings="Проверки",
            sources="Источники",
            title="Опубликованные данные о торговле {pair}",
            reading=(
                "Опубликованное число означает интервал: 17,2 с округлением до 0,1 — любое число от 17,15 до 17,25.",
                "Опубликовано: каждое число, что оно означает и что допускают остальные строки того же источника.",
                (
                    "Выведено: что следует из опубликованных чисел. Границы в ячейках точные, показаны округлёнными; "
                    "пустая ячейка — граница неизвестна."
                ),
                "Проверки: каждое возможное сравнение и его итог. Источники: кто, что и когда опубликовал.",
                "Объёмы даны в единице своей строки; выведенные — в млрд валюты, темпы — в %.",
            ),
            counts="Чисел: {rows}; источников: {sources}.",
            reported="опубликовано",
            derived="выведено",
        ),
        Language.BE: TableText(
            columns=_titles(_BELARUSIAN),
            about="Пра файл",
            observations="Апублікавана",
            metrics="Выведзена",
            findings="Праверкі",
            sources="Крыніцы",
            title="Апублікаваныя даныя пра гандаль {pair}",
            reading=(
                "Надрукаваны лік азначае інтэрвал: 17,2 з акругленнем да 0,1 — любы лік ад 17,15 да 17,25.",
                "Апублікавана: кожны надрукаваны лік, што ён азначае і што дапускаюць астатнія радкі крыніцы.",
                (
                    "Выведзена: што вынікае з надрукаваных лікаў. Межы ў ячэйках дакладныя, паказаны акругленымі; "
                    "пустая ячэйка — мяжа невядомая."
                ),
                "Праверкі: кожнае магчымае параўнанне і яго вынік. Крыніцы: хто, што і калі апублікаваў.",
                "Аб’ёмы прыведзены ў адзінцы свайго радка; выведзеныя — у млрд валюты, тэмпы — у %.",
            ),
            counts="Апублікаваных лікаў: {rows}; крыніц: {sources}.",
            reported="апублікавана",
            derived="выведзена",
        ),
    }
)
