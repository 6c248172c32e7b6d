"""The words in and around a picture that leaves the page: its shapes, its last line, what can be copied."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from dashboard.wording.language import Language


@dataclass(frozen=True, slots=True)
class PictureText:
    """The words of one language.

    Attributes:
        shapes: The names of the shapes of a picture.
        link, live, frozen: What can be copied: an address, and two codes for a page elsewhere.
        made_of: The last line of a picture, with {date}, the newest publication in the data, and {data}, their hash.
        changed: What a frozen frame says once the data are others, with {data}.
        see_now: The link to the chart as it is now.
    """

    shape: str
    shapes: Mapping[str, str]
    link: str
    live: str
    frozen: str
    copied: str
    made_of: str
    changed: str
    see_now: str


TEXT: Final[Mapping[Language, PictureText]] = MappingProxyType(
    {
        Language.EN: PictureText(
            shape="Shape",
            shapes={"wide": "wide", "square": "square", "portrait": "portrait"},
            link="Copy link",
            live="Copy code of a live frame",
            frozen="Copy code of a frozen frame",
            copied="Copied",
            made_of="Published figures known by {date}; data {data}.",
            changed="This chart was embedded with data {data}. They have changed since, so it is not shown here.",
            see_now="See it as it is now",
        ),
        Language.RU: PictureText(
            shape="Формат",
            shapes={"wide": "широкий", "square": "квадратный", "portrait": "вертикальный"},
            link="Скопировать ссылку",
            live="Скопировать код обновляемого окна",
            frozen="Скопировать код неизменного окна",
            copied="Скопировано",
            made_of="Опубликованные данные по состоянию на: {date}; версия данных {data}.",
            changed="Эта диаграмма встроена с данными версии {data}. С тех пор они изменились, "
            "поэтому здесь она не показана.",
            see_now="Открыть в нынешнем виде",
        ),
        Language.BE: PictureText(
            shape="Фармат",
            shapes={"wide": "шырокі", "square": "квадратны", "portrait": "вертыкальны"},
            link="Скапіраваць спасылку",
            live="Скапіраваць код акна, якое абнаўляецца",
            frozen="Скапіраваць код нязменнага акна",
            copied="Скапіравана",
            made_of="Апублікаваныя даныя паводле стану на: {date}; версія даных {data}.",
            changed="Гэтая дыяграма ўбудавана з данымі версіі {data}. З таго часу яны змяніліся, "
            "таму тут яна не паказана.",
            see_now="Адкрыць у цяперашнім выглядзе",
        ),
    }
)
