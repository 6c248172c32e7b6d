"""What the address of a page says: which page, whose figures, which period, as known when, in which language.

All that a reader can choose is in the address, so that any view is a link; what is as it is by default is left out.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final, Self, TypeVar
from urllib.parse import parse_qsl, urlencode

from dashboard.charts import CHARTS
from dashboard.judging.view import Unit
from dashboard.languages.language import Language
from dashboard.reading.dates import day, period
from dashboard.values.errors import QuestionError
from dashboard.values.message import Message
from dashboard.values.partial_date import PartialDate
from dashboard.values.period import Period


class Page(StrEnum):
    """A page, by the first part of its path."""

    OVERVIEW = ""
    CONSISTENCY = "consistency"
    RECORD = "record"
    DATA = "data"
    SOURCES = "sources"


def home(chart: str) -> Page:
    """Return the page that a chart stands on; the overview for a name that no chart has."""
    return Page(CHARTS[chart].page) if chart in CHARTS else Page.OVERVIEW


class Theme(StrEnum):
    """The colours: those of the reader's system, or light or dark ones."""

    AUTO = "auto"
    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """What a reader has chosen.

    Attributes:
        source: The id of a source; None for the first one of the data, or of a side.
        side: Whose count, "BLR"; None for that of the source.
        period: None for the fullest one of the source.
        currency: The currency of the source's rows; None for its first one.
        unit: What amounts are shown in.
        as_of: Only what was published by then; None for everything.
        line, value: A row and another number for it, to be judged with; None where nothing is asked.
        claim: The line of the row, or the mark "level:balance:2022", whose card is open; None for none.
        quote: A statement to be held against the rows; None for none.
        insists: Whether a default language stands in the address, so that no browser's own is taken instead.
    """

    page: Page = Page.OVERVIEW
    source: str | None = None
    period: Period | None = None
    currency: str | None = None
    language: Language = Language.EN
    theme: Theme = Theme.AUTO
    line: str | None = None
    value: str | None = None
    side: str | None = None
    unit: Unit = Unit.BN
    as_of: PartialDate | None = None
    insists: bool = False
    claim: str | None = None
    quote: str | None = None

    @classmethod
    def parse(cls, path: str, search: str) -> Self:
        """Return what a path and a query say: `Address.parse("/record", "?lang=ru")`.

        Raises:
            QuestionError: There is no such page, language, theme, unit or date. What others hang on a link is passed
                over.
        """
        query = dict(parse_qsl(search.removeprefix("?")))
        pages = {f"/{page}": page for page in Page}
        page = pages.get(path.rstrip("/") or "/")
        if page is None:
            raise QuestionError(Message("there is no page {0}; there are {1}", path, ", ".join(pages)))
        language = _choice(query.get("lang", Language.EN), Language, _no_language)
        theme = _choice(query.get("theme", Theme.AUTO), Theme, _no_theme)
        unit = _choice(query.get("unit", Unit.BN), Unit, _no_unit)
        return cls(
            page=page,
            period=_period(query.get("period")),
            language=language,
            theme=theme,
            unit=unit,
            as_of=_date(query.get("as-of")),
            insists=query.get("lang") == Language.EN,
            **{name: query.get(name) for name in _AS_WRITTEN},
        )

    def at(self, page: Page) -> Self:
        """Return the same choices on another page, without a question that belongs to this one."""
        return replace(self, page=page, line=None, value=None, claim=None, quote=None)

    def of(self, source: str | None, *, period: Period | None = None, side: str | None = None) -> Self:
        """Return the same page for another source, or the first one of a side, with its own periods and currencies."""
        fresh = replace(self, line=None, value=None, claim=None, quote=None)
        return replace(fresh, source=source, period=period, side=side, currency=None)

    @property
    def without_claim(self) -> Self:
        """The same view with no card open."""
        return replace(self, claim=None)

    @property
    def href(self) -> str:
        """The link to it: "/record?lang=ru"."""
        return f"/{self.page}{self.query}"

    @property
    def query(self) -> str:
        """The query alone, with its question mark; empty when everything is as it is by default."""
        return f"?{urlencode(self.chosen, safe='/:')}" if self.chosen else ""

    @property
    def chosen(self) -> Mapping[str, str]:
        """The parameters of the query, without those that are as they are by default."""
        values = {
            "source": self.source,
            "side": self.side,
            "period": self.period,
            "currency": self.currency,
            "unit": self.unit,
            "as-of": self.as_of,
            "lang": self.language,
            "theme": self.theme,
            "line": self.line,
            "value": self.value,
            "claim": self.claim,
            "quote": self.quote,
        }
        left_out = (None, Unit.BN, Theme.AUTO) if self.insists else (None, Unit.BN, Theme.AUTO, Language.EN)
        return {name: str(value) for name, value in values.items() if value not in left_out}


_AS_WRITTEN: Final = ("source", "currency", "side", "line", "value", "claim", "quote")


Choice = TypeVar("Choice", bound=StrEnum)


def spoken(search: str, otherwise: Language = Language.EN) -> Language:
    """Return the language that a query asks for, also one whose other choices cannot be had."""
    asked = dict(parse_qsl(search.removeprefix("?"))).get("lang")
    return next((language for language in Language if language == asked), otherwise)


def _choice(text: str, kind: type[Choice], refusal: Callable[[str, str], Message]) -> Choice:
    allowed = {str(choice): choice for choice in kind}
    if text not in allowed:
        raise QuestionError(refusal(text, ", ".join(allowed)))
    return allowed[text]


def _no_language(text: str, allowed: str) -> Message:
    return Message('there is no language "{0}"; there are {1}', text, allowed)


def _no_theme(text: str, allowed: str) -> Message:
    return Message('there is no theme "{0}"; there are {1}', text, allowed)


def _no_unit(text: str, allowed: str) -> Message:
    return Message('there is no unit "{0}"; there are {1}', text, allowed)


def _period(text: str | None) -> Period | None:
    if text is None or not text.strip():
        return None
    read = period(text.strip())
    if read.value is None:
        raise QuestionError(read.remark)
    return read.value


def _date(text: str | None) -> PartialDate | None:
    if text is None or not text.strip():
        return None
    found = day(text.strip()).value
    if found is None:
        raise QuestionError(Message('"{0}" is not a date; write 2022-12-31, 2022-12 or 2022', text))
    return found
