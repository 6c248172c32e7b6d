"""What a workbook says on its first sheet and beside its formulas, in three languages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from dashboard.languages.language import Language


@dataclass(frozen=True, slots=True)
class WorkbookText:
    """The texts of one language.

    Attributes:
        creator: The name of this project, in the properties of the file.
        printed: The title of the column of formulas.
        explained: What the formulas do, a paragraph each.
        figures: The heading of the key figures, with {source}, {reporter} and {unit}.
        minus, plus: The heads of how far an interval reaches below and above.
        levels, growth, balance: The titles of the charts, with {unit}.
    """

    creator: str
    printed: str
    explained: tuple[str, ...]
    figures: str
    minus: str
    plus: str
    levels: str
    growth: str
    balance: str


TEXT: Final[Mapping[Language, WorkbookText]] = MappingProxyType(
    {
        Language.EN: WorkbookText(
            creator="Trade statistics dashboard",
            printed="by printed numbers",
            explained=(
                "By printed numbers: a formula over the sheet Reported. Change a number there and it follows.",
                "The bounds beside it do not follow; what leaves them is marked red.",
            ),
            figures="As reported by {reporter}, {source}; {unit}",
            minus="down to −",
            plus="up to +",
            levels="Amounts, {unit}",
            growth="Growth against a year earlier, %",
            balance="Exports less imports, {unit}",
        ),
        Language.RU: WorkbookText(
            creator="Панель торговой статистики",
            printed="по опубликованным числам",
            explained=(
                "По опубликованным числам: формула по листу «Опубликовано». Измените там число, и она пересчитается.",
                "Границы рядом не пересчитываются; что выходит за них, отмечено красным.",
            ),
            figures="По данным: {reporter}, {source}; {unit}",
            minus="ниже на −",
            plus="выше на +",
            levels="Объёмы, {unit}",
            growth="Прирост к тому же периоду годом ранее, %",
            balance="Экспорт за вычетом импорта, {unit}",
        ),
        Language.BE: WorkbookText(
            creator="Панэль гандлёвай статыстыкі",
            printed="паводле надрукаваных лікаў",
            explained=(
                "Паводле надрукаваных лікаў: формула з аркуша «Апублікавана». Змяніце там лік, і яна пералічыцца.",
                "Межы побач не пералічваюцца; што выходзіць за іх, пазначана чырвоным.",
            ),
            figures="Паводле даных: {reporter}, {source}; {unit}",
            minus="ніжэй на −",
            plus="вышэй на +",
            levels="Аб’ёмы, {unit}",
            growth="Прырост да таго ж перыяду годам раней, %",
            balance="Экспарт за вылікам імпарту, {unit}",
        ),
    }
)
