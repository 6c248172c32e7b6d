"""What the address of a page says: which page, whose figures, which period, in which language, light or dark.

All that a reader can choose is in the address, so that any view is a link; what is as it is by default is left out.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final, Self, TypeVar
from urllib.parse import parse_qsl, urlencode

from dashboard.errors import QuestionError
from dashboard.wording.language import Language


class Page(StrEnum):
    """A page, by the first part of its path."""

    OVERVIEW = ""
    CONSISTENCY = "consistency"
    RECORD = "record"
    DATA = "data"
    SOURCES = "sources"


class Theme(StrEnum):
    """The colours: those of the reader's system, or light or dark ones."""

    AUTO = "auto"
    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True, slots=True)
class Address:
    """What a reader has chosen.

    Attributes:
        source: The id of a source; None for the first one of the data.
        period: A period as the data files write it, "2022-01/2022-10"; None for the fullest one of the source.
        currency: The currency of the source's rows; None for its first one.
        line, value: A row and another number for it, to be judged with; None where nothing is asked.
    """

    page: Page = Page.OVERVIEW
    source: str | None = None
    period: str | None = None
    currency: str | None = None
    language: Language = Language.EN
    theme: Theme = Theme.AUTO
    line: str | None = None
    value: str | None = None

    @classmethod
    def parse(cls, path: str, search: str) -> Self:
        """Return what a path and a query say: `Address.parse("/record", "?lang=ru")`.

        Raises:
            QuestionError: There is no such page, language or theme. What others hang on a link is passed over.
        """
        query = dict(parse_qsl(search.removeprefix("?")))
        pages = {f"/{page}": page for page in Page}
        page = pages.get(path.rstrip("/") or "/")
        if page is None:
            raise QuestionError(f"there is no page {path}; there are {', '.join(pages)}")
        language = _choice(Language, query.get("lang", Language.EN), "language")
        theme = _choice(Theme, query.get("theme", Theme.AUTO), "theme")
        source, period, currency, line, value = (query.get(name) for name in _AS_WRITTEN)
        return cls(page, source, period, currency, language, theme, line, value)

    def at(self, page: Page) -> Self:
        """Return the same choices on another page, without a question that belongs to this one."""
        return replace(self, page=page, line=None, value=None)

    @property
    def href(self) -> str:
        """The link to it: "/record?lang=ru"."""
        return f"/{self.page}{self.query}"

    @property
    def query(self) -> str:
        """The query alone, with its question mark; empty when everything is as it is by default."""
        return f"?{urlencode(self.chosen, safe='/')}" if self.chosen else ""

    @property
    def chosen(self) -> Mapping[str, str]:
        """The parameters of the query, without those that are as they are by default."""
        values = (self.source, self.period, self.currency, self.language, self.theme, self.line, self.value)
        parameters = zip(_PARAMETERS, values, strict=True)
        return {name: str(value) for name, value in parameters if value is not None and value not in _DEFAULTS}


_PARAMETERS: Final = ("source", "period", "currency", "lang", "theme", "line", "value")
_AS_WRITTEN: Final = ("source", "period", "currency", "line", "value")
_DEFAULTS: Final = (Language.EN, Theme.AUTO)


Choice = TypeVar("Choice", bound=StrEnum)


def _choice(kind: type[Choice], text: str, name: str) -> Choice:
    allowed = {str(choice): choice for choice in kind}
    if text not in allowed:
        raise QuestionError(f'there is no {name} "{text}"; there are {", ".join(allowed)}')
    return allowed[text]
