"""What a citation says in words, and the headings around it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from dashboard.languages.language import Language


@dataclass(frozen=True, slots=True)
class CitationText:
    """The texts of one language.

    Attributes:
        heading: Above a citation.
        plain: The citation, with {title}, {year}, {counts}, {known}, {data} and {program}.
        known: What the data hold, with {date}, that of the newest publication in them.
        data: Which state of the files it was, with {version}.
        each: That whoever cites one number cites the publication that printed it too.
        report: The link to a view as one file.
    """

    heading: str
    plain: str
    known: str
    data: str
    each: str
    report: str


_PLAIN: Final = "{title} ({year}). {counts} {known} {data} {program}."

TEXT: Final[Mapping[Language, CitationText]] = MappingProxyType(
    {
        Language.EN: CitationText(
            heading="How to cite",
            plain=_PLAIN,
            known="Figures published by {date}.",
            data="Data version {version}.",
            each="For a single number, cite the publication that printed it too.",
            report="Report of this view, one file to read offline or to print (HTML)",
        ),
        Language.RU: CitationText(
            heading="Как ссылаться",
            plain=_PLAIN,
            known="Данные, опубликованные по {date} включительно.",
            data="Версия данных {version}.",
            each="Приводя отдельное число, укажите и публикацию, в которой оно приведено.",
            report="Отчёт по этим данным одним файлом: читать без интернета или печатать (HTML)",
        ),
        Language.BE: CitationText(
            heading="Як спасылацца",
            plain=_PLAIN,
            known="Даныя, апублікаваныя не пазней за {date}.",
            data="Версія даных {version}.",
            each="Прыводзячы асобны лік, пазначце і публікацыю, у якой ён надрукаваны.",
            report="Справаздача па гэтых даных адным файлам: чытаць без інтэрнэту або друкаваць (HTML)",
        ),
    }
)
