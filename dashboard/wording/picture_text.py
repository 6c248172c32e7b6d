"""The words in and around a picture that leaves the page: its shapes, its last line, what can be copied."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from dashboard.languages.language import Language


@dataclass(frozen=True, slots=True)
class Since:
    """What is said of an older picture beside the data of now.

    Attributes:
        made: Its first line, with {title} and {data}, the hash of then.
        same, alike: That the data are the same; that the files changed, but no row behind the picture.
        other: That an earlier version of the page saved it, whose rows are not compared.
        changed, gone, new: A row, with {row}, {then} and {now}.
        close: Closes it.
    """

    made: str
    same: str
    alike: str
    other: str
    changed: str
    gone: str
    new: str
    close: str


@dataclass(frozen=True, slots=True)
class PictureText:
    """The words of one language.

    Attributes:
        shapes: The names of the shapes of a picture.
        link, live, frozen: What can be copied: an address, and two codes for a page elsewhere.
        made_of: The last line of a picture, with {date}, the newest publication in the data, and {data}, their hash.
        changed: What a frozen frame says once the data are others, with {data}.
        see_now: The link to the chart as it is now.
        reopen: The button that opens the view of a saved picture; it can also be dropped on the page.
        unknown: Said of a file that holds no picture of this page.
        since: What is said of an older picture.
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
    reopen: str
    unknown: str
    since: Since


TEXT: Final[Mapping[Language, PictureText]] = MappingProxyType(
    {
        Language.EN: PictureText(
            shape="Shape",
            shapes={"wide": "wide", "square": "square", "portrait": "portrait", "page": "as on the page"},
            link="Copy link",
            live="Copy code of a live frame",
            frozen="Copy code of a frozen frame",
            copied="Copied",
            made_of="Published figures known by {date}; data {data}.",
            changed="This chart was embedded with data {data}. They have changed since, so it is not shown here.",
            see_now="See it as it is now",
            reopen="Open a saved picture (or drop it here) and see what changed since",
            unknown="This file is no picture saved from this page.",
            since=Since(
                made="“{title}”, saved with data {data}.",
                same="The data are the same today.",
                alike="The files have changed since, but no number behind this picture has.",
                other="The files have changed since. An earlier version of this page saved the picture, "
                "so its numbers cannot be compared one by one.",
                changed="{row}: then {then}, now {now}",
                gone="{row}: then {then}, now no longer there",
                new="{row}: new since, {now}",
                close="Close",
            ),
        ),
        Language.RU: PictureText(
            shape="Формат",
            shapes={"wide": "широкий", "square": "квадратный", "portrait": "вертикальный", "page": "как на странице"},
            link="Скопировать ссылку",
            live="Скопировать код обновляемого окна",
            frozen="Скопировать код неизменного окна",
            copied="Скопировано",
            made_of="Данные, опубликованные по {date} включительно; версия данных {data}.",
            changed="Этот график встроен с данными версии {data}. С тех пор они изменились, "
            "поэтому здесь он не показан.",
            see_now="Открыть в нынешнем виде",
            reopen="Открыть сохранённую картинку (или перетащить её сюда) и увидеть, что с тех пор изменилось",
            unknown="Этот файл не сохранён с этой страницы.",
            since=Since(
                made="«{title}», сохранено с данными версии {data}.",
                same="Данные с тех пор не изменились.",
                alike="Файлы с тех пор изменились, но ни одно число этой картинки — нет.",
                other="Файлы с тех пор изменились. Картинка сохранена прежней версией этой страницы, "
                "поэтому сравнить числа по одному нельзя.",
                changed="{row}: было {then}, стало {now}",
                gone="{row}: было {then}, теперь строки нет",
                new="{row}: появилось с тех пор, {now}",
                close="Закрыть",
            ),
        ),
        Language.BE: PictureText(
            shape="Фармат",
            shapes={"wide": "шырокі", "square": "квадратны", "portrait": "вертыкальны", "page": "як на старонцы"},
            link="Скапіраваць спасылку",
            live="Скапіраваць код акна, якое абнаўляецца",
            frozen="Скапіраваць код нязменнага акна",
            copied="Скапіравана",
            made_of="Даныя, апублікаваныя не пазней за {date}; версія даных {data}.",
            changed="Гэты графік убудаваны з данымі версіі {data}. З таго часу яны змяніліся, таму тут ён не паказаны.",
            see_now="Адкрыць у цяперашнім выглядзе",
            reopen="Адкрыць захаваны малюнак (або перацягнуць яго сюды) і ўбачыць, што з таго часу змянілася",
            unknown="Гэты файл не захаваны з гэтай старонкі.",
            since=Since(
                made="«{title}», захавана з данымі версіі {data}.",
                same="Даныя з таго часу не змяніліся.",
                alike="Файлы з таго часу змяніліся, але ніводны лік гэтага малюнка — не.",
                other="Файлы з таго часу змяніліся. Малюнак захаваны ранейшай версіяй гэтай старонкі, "
                "таму параўнаць лікі па адным нельга.",
                changed="{row}: было {then}, стала {now}",
                gone="{row}: было {then}, цяпер радка няма",
                new="{row}: з’явілася з таго часу, {now}",
                close="Закрыць",
            ),
        ),
    }
)
