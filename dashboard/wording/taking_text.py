"""What there is to take away about the data, in three languages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from dashboard.languages.language import Language


@dataclass(frozen=True, slots=True)
class TakingText:
    """The texts of one language.

    Attributes:
        heading: What the list is of.
        files: What each file is called, and what it holds.
    """

    heading: str
    files: Mapping[str, tuple[str, str]]


TEXT: Final[Mapping[Language, TakingText]] = MappingProxyType(
    {
        Language.EN: TakingText(
            heading="Take the data away",
            files={
                "data.zip": ("Everything (ZIP)", "the data files as they are, a description, what the checks found"),
                "workbook.xlsx": ("Workbook (XLSX)", "reported and derived numbers, checks, sources"),
                "observations.csv": ("Reported numbers (CSV)", "with what each stands for and what the others allow"),
                "metrics.csv": ("Derived numbers (CSV)", "with exact bounds"),
                "findings.json": ("Checks (JSON)", "every verdict with its proof"),
                "openapi.json": ("For programs (OpenAPI)", "the addresses under which programs find all this"),
            },
        ),
        Language.RU: TakingText(
            heading="Скачать данные",
            files={
                "data.zip": ("Всё сразу (ZIP)", "файлы данных без изменений, описание, результаты проверок"),
                "workbook.xlsx": ("Книга Excel (XLSX)", "опубликованные и выведенные числа, проверки, источники"),
                "observations.csv": ("Опубликованные числа (CSV)", "что означает каждое и что допускают остальные"),
                "metrics.csv": ("Выведенные числа (CSV)", "с точными границами"),
                "findings.json": ("Проверки (JSON)", "каждый вердикт с доказательством"),
                "openapi.json": ("Для программ (OpenAPI)", "адреса, по которым всё это доступно программам"),
            },
        ),
        Language.BE: TakingText(
            heading="Спампаваць даныя",
            files={
                "data.zip": ("Усё адразу (ZIP)", "файлы даных без змен, апісанне, вынікі праверак"),
                "workbook.xlsx": ("Кніга Excel (XLSX)", "апублікаваныя і выведзеныя лікі, праверкі, крыніцы"),
                "observations.csv": ("Апублікаваныя лікі (CSV)", "што азначае кожны і што дапускаюць астатнія"),
                "metrics.csv": ("Выведзеныя лікі (CSV)", "з дакладнымі межамі"),
                "findings.json": ("Праверкі (JSON)", "кожнае заключэнне з доказам"),
                "openapi.json": ("Для праграм (OpenAPI)", "адрасы, па якіх усё гэта даступна праграмам"),
            },
        ),
    }
)
