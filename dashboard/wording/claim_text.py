"""What a claim card says around a number, by language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from dashboard.languages.language import Language


@dataclass(frozen=True, slots=True)
class ClaimText:
    """The words of one language."""

    said_by: str
    derived_by: str
    wording: str
    stands_for: str
    reversed: str
    compared: str
    allowed: str
    where: str
    verdict: str
    note: str
    low: str
    high: str
    close: str
    copy: str
    copied: str
    unknown: str
    why: str
    without: str
    or_without: str
    title: str
    when: str
    rests_on: str
    reports: str


TEXT: Final[Mapping[Language, ClaimText]] = MappingProxyType(
    {
        Language.EN: ClaimText(
            said_by="Reported by",
            derived_by="Derived from figures of",
            wording="As printed",
            stands_for="Stands for",
            reversed="Sign reversed",
            compared="{interval}, to compare with the count of {country}",
            allowed="The other rows allow",
            where="Where",
            verdict="Verdict",
            note="Note",
            low="Proof of the lower end",
            high="Proof of the upper end",
            close="Close the card",
            copy="Copy the link to this card",
            copied="Copied.",
            unknown="There is no figure “{claim}” in this view.",
            why="Why not",
            without="Without",
            or_without="Or without",
            title="Title",
            when="When",
            rests_on="It rests on:",
            reports="What it says of the period:",
        ),
        Language.RU: ClaimText(
            said_by="Кто опубликовал",
            derived_by="Выведено из чисел источника",
            wording="Формулировка",
            stands_for="Означает",
            reversed="С обратным знаком",
            compared="{interval}, для сравнения с данными {country}",
            allowed="Остальные строки допускают",
            where="Где",
            verdict="Вердикт",
            note="Примечание",
            low="Доказательство нижней границы",
            high="Доказательство верхней границы",
            close="Закрыть карточку",
            copy="Скопировать ссылку на карточку",
            copied="Скопировано.",
            unknown="В этом виде нет числа «{claim}».",
            why="Почему нет",
            without="Без учёта",
            or_without="Или без учёта",
            title="Название",
            when="Когда",
            rests_on="Основано на:",
            reports="Что источник сообщает об этом периоде:",
        ),
        Language.BE: ClaimText(
            said_by="Хто паведаміў",
            derived_by="Выведзена з лікаў крыніцы",
            wording="Цытата",
            stands_for="Азначае",
            reversed="З адваротным знакам",
            compared="{interval}, для параўнання з данымі {country}",
            allowed="Іншыя радкі дапускаюць",
            where="Дзе",
            verdict="Ацэнка",
            note="Заўвага",
            low="Доказ ніжняй мяжы",
            high="Доказ верхняй мяжы",
            close="Закрыць картку",
            copy="Скапіраваць спасылку на картку",
            copied="Скапіравана.",
            unknown="У гэтым выглядзе няма ліку «{claim}».",
            why="Чаму не",
            without="Без уліку",
            or_without="Або без уліку",
            title="Назва",
            when="Калі",
            rests_on="Грунтуецца на:",
            reports="Што крыніца паведамляе пра гэты перыяд:",
        ),
    }
)
