"""What the README of a packed data set says around the tables, in three languages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from dashboard.languages.language import Language


@dataclass(frozen=True, slots=True)
class PackageText:
    """The texts of one language.

    Attributes:
        cite, reading, files, columns: Headings.
        unchanged: That the CSV files are copies to the last byte.
        findings: What findings.json holds.
    """

    cite: str
    reading: str
    files: str
    unchanged: str
    findings: str
    columns: str


TEXT: Final[Mapping[Language, PackageText]] = MappingProxyType(
    {
        Language.EN: PackageText(
            cite="Cite as",
            reading="How to read the numbers",
            files="Files",
            unchanged=(
                "The CSV files are copies of the data files, byte for byte; a cell that a spreadsheet would run as a "
                "formula begins with an apostrophe."
            ),
            findings="findings.json: every row, source and comparison judged, with exact fractions and proofs.",
            columns="Columns",
        ),
        Language.RU: PackageText(
            cite="Как ссылаться",
            reading="Как читать числа",
            files="Файлы",
            unchanged=(
                "Файлы CSV — копии файлов данных, байт в байт; перед ячейкой, которую таблица выполнила бы как "
                "формулу, стоит апостроф."
            ),
            findings="findings.json: вердикты строк, источников и сравнений, с точными дробями и доказательствами.",
            columns="Столбцы",
        ),
        Language.BE: PackageText(
            cite="Як спасылацца",
            reading="Як чытаць лікі",
            files="Файлы",
            unchanged=(
                "Файлы CSV — копіі файлаў даных, байт у байт; перад ячэйкай, якую табліца выканала б як формулу, "
                "стаіць апостраф."
            ),
            findings="findings.json: ацэнка радкоў, крыніц і параўнанняў, з дакладнымі дробамі і доказамі.",
            columns="Слупкі",
        ),
    }
)
