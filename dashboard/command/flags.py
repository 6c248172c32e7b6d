"""What each command takes: its flags, how their texts are read, and what `--help` says of them.

This module stands apart from the commands themselves, so that a command line is checked before the command is loaded.
"""

from __future__ import annotations

from argparse import ArgumentParser, ArgumentTypeError
from collections.abc import Callable, Mapping
from enum import StrEnum
from pathlib import Path
from typing import Final, TypeVar

from dashboard.languages.language import Language
from dashboard.reading.dates import ALLOWED_DATES, day
from dashboard.values.errors import PeriodError
from dashboard.values.measure import Flow, Measure
from dashboard.values.partial_date import PartialDate
from dashboard.values.period import ALLOWED, Period

E = TypeVar("E", bound=StrEnum)

CODE_LETTERS: Final = 3
HIGHEST_PORT: Final = 65535

ROW_FLAGS: Final[Mapping[str, str]] = {
    "source": "an id of sources.csv, or a new one",
    "reporter": "whose count, RUS",
    "partner": "the other country, BLR",
    "flow": "exports, imports, turnover or balance",
    "period": ALLOWED,
    "measure": "level, growth, factor, change or share",
    "value": "the number as printed",
    "unit": "USD bn; %% for growth and share; times",
    "step": "the rounding step, 0.1 (default: from the digits)",
    "qualifier": "the hedge: about, nearly, more than, at least, less than, at most, exact, truncated",
    "compared-with": "the base of growth, factor and change (default: a year earlier)",
    "scope": "goods (default), services, goods and services",
    "product": "a code of the Harmonized System (default: TOTAL)",
    "wording": "the words that carry the number",
    "note": "anything else",
    "publisher": "of a new source",
    "title": "of a new source",
    "published": "of a new source: its date, as far as it is known",
    "address": "of a new source",
}
"""What `add` takes: a flag for each column of a row and of a new source."""


def serve(command: ArgumentParser) -> None:
    """Add the flags of `serve`."""
    where = "where to listen (default: 127.0.0.1, this computer alone)"
    command.add_argument("--host", default="127.0.0.1", help=where)
    command.add_argument("--port", type=_port, default=8050, metavar="N", help="0 takes any free port (default: 8050)")
    command.add_argument("--name", help="how a reverse proxy in front of the page is called: trade.example")
    command.add_argument("--workers", type=count, default=2, metavar="N", help="processes that answer (default: 2)")
    command.add_argument("--edit", action="store_true", help="let the page write rows to the files")
    command.add_argument("--no-browser", action="store_true", help="do not open the browser")


def check(command: ArgumentParser) -> None:
    """Declare the flags of `check`."""
    command.add_argument("--format", choices=("text", "json", "csv"), default="text", help="default: text")
    command.add_argument("--quote", metavar="STATEMENT", help="hold a statement in English or Russian against the rows")
    _as_of(command)


def bounds(command: ArgumentParser) -> None:
    """Declare what `bounds` takes."""
    command.add_argument("flow", type=_one_of(Flow), metavar="FLOW", help=", ".join(Flow))
    command.add_argument("period", type=_period, metavar="PERIOD", help=ALLOWED)
    measures = ", ".join(Measure)
    command.add_argument("--measure", type=_one_of(Measure), default=Measure.LEVEL, metavar="MEASURE", help=measures)
    command.add_argument("--compared-with", type=_period, metavar="PERIOD", help="default: the same a year earlier")
    command.add_argument("--reporter", metavar="CODE", help="whose count, RUS (default: that of the source)")
    command.add_argument("--partner", metavar="CODE", help="the other country, BLR")
    command.add_argument("--scope", metavar="SCOPE", help='goods, services, "goods and services"')
    command.add_argument("--product", metavar="CODE", help="an HS code, or TOTAL for all")
    command.add_argument("--currency", metavar="CODE", help="USD, RUB (default of these: the first that is reported)")
    command.add_argument("--source", metavar="ID", help="an id of sources.csv (default: all that bear on it)")
    command.add_argument("--format", choices=("text", "json"), default="text", help="default: text")
    _as_of(command)


def export(command: ArgumentParser) -> None:
    """Declare what `export` takes."""
    command.add_argument(
        "target", type=Path, metavar="TARGET", help="a file ending in .csv, .html, .json, .xlsx or .zip"
    )
    command.add_argument("--chart", metavar="NAME", help="one chart of the page, as .svg, .png or .pdf")
    command.add_argument("--language", type=_one_of(Language), default=Language.EN, help=", ".join(Language))
    _as_of(command)
    view = command.add_argument_group("what a chart or a report shows")
    view.add_argument("--source", metavar="ID", help="an id of sources.csv (default: what the page opens with)")
    view.add_argument("--reporter", type=_code, metavar="CODE", help="whose count, RUS (default: that of the source)")
    fullest = f"{ALLOWED} (default: the fullest one of the source)"
    view.add_argument("--period", type=_period, metavar="PERIOD", help=fullest)
    view.add_argument("--currency", type=_code, metavar="CODE", help="USD, RUB (default: the first that is reported)")
    view.add_argument("--unit", choices=("bn", "mn", "bn/month", "mn/month"), help="default: bn")
    drawn = command.add_argument_group("how a chart is drawn")
    drawn.add_argument("--theme", choices=("light", "dark"), help="default: light")
    drawn.add_argument("--shape", choices=("wide", "square", "portrait"), help="default: wide")
    drawn.add_argument("--scale", type=int, choices=(1, 2, 4), help="dots of a .png for one px (default: 2)")
    drawn.add_argument("--site", metavar="ADDRESS", help="where the page is served, for the link in the picture")


def import_(command: ArgumentParser) -> None:
    """Declare what `import` takes."""
    command.add_argument("file", type=Path, metavar="FILE", help="a file ending in .xlsx or .csv")
    command.add_argument("--reporter", type=_code, metavar="CODE", help="take rows of this country alone, either side")
    command.add_argument("--partner", type=_code, metavar="CODE", help="and of this one")
    for name in ("publisher", "title", "address"):
        command.add_argument(f"--{name}", metavar="TEXT", help="for its row in sources.csv")
    command.add_argument("--source", metavar="ID", help="id in sources.csv (default: named after the kind of file)")
    command.add_argument("--published", type=_day, metavar="DATE", help=ALLOWED_DATES)
    command.add_argument("--yes", action="store_true", help="write the rows")


def add(command: ArgumentParser) -> None:
    """Declare the flags of `add`."""
    command.add_argument("--text", metavar="STATEMENT", help="what was reported, in English or Russian")
    for name, help_line in ROW_FLAGS.items():
        command.add_argument(f"--{name}", metavar=name.upper(), help=help_line)
    command.add_argument("--yes", action="store_true", help="write without asking")


def init(command: ArgumentParser) -> None:
    """Declare what `init` takes."""
    command.add_argument("folder", type=Path, metavar="DIR", help="a folder that does not exist, or is empty")
    command.add_argument("--reporter", type=_code, default="RUS", metavar="CODE", help="whose count (default: RUS)")
    command.add_argument("--partner", type=_code, default="BLR", metavar="CODE", help="the other (default: BLR)")
    command.add_argument("--currency", type=_code, default="USD", metavar="CODE", help="default: USD")


def scale(command: ArgumentParser) -> None:
    """Declare what `scale` takes."""
    command.add_argument("input", type=Path, metavar="INPUT", help="a .csv, a .parquet, or a folder of Parquet files")
    command.add_argument(
        "--into", type=Path, metavar="DIR", required=True, help="folder of the run; the answers go to DIR/answers"
    )
    command.add_argument("--propagate", action="store_true", help="quick bounds, never too narrow, without proofs")
    command.add_argument("--workers", type=count, default=1, metavar="N", help="processes (default: 1)")
    command.add_argument("--cluster", metavar="ADDRESS", help="a Dask scheduler whose workers see INPUT and DIR")


def _as_of(command: ArgumentParser) -> None:
    command.add_argument("--as-of", type=_day, metavar="DATE", help=f"what was certainly published by: {ALLOWED_DATES}")


def _one_of(kind: type[E]) -> Callable[[str], E]:
    """Return what turns the text of an argument into a member of an enumeration."""

    def member(text: str) -> E:
        if text not in tuple(kind):
            raise ArgumentTypeError(f'"{text}" is none of {", ".join(kind)}')
        return kind(text)

    return member


def _period(text: str) -> Period:
    try:
        return Period.parse(text)
    except PeriodError as error:
        raise ArgumentTypeError(str(error)) from error


def _day(text: str) -> PartialDate:
    date = day(text)
    if date.value is None:
        raise ArgumentTypeError(date.remark if text else f'"" is not a date; write {ALLOWED_DATES}')
    return date.value


def _code(text: str) -> str:
    if not (len(text) == CODE_LETTERS and text.isascii() and text.isalpha()):
        raise ArgumentTypeError(f'"{text}" is not a code of three letters; write RUS, BLR or USD')
    return text.upper()


def count(text: str) -> int:
    """Return the whole number from 1 up that an argument is; raise argparse's error for any other."""
    if not text.isdecimal() or int(text) < 1:
        raise ArgumentTypeError(f'"{text}" is not a number from 1 up')
    return int(text)


def _port(text: str) -> int:
    if not text.isdecimal() or int(text) > HIGHEST_PORT:
        raise ArgumentTypeError(f'"{text}" is not a number from 0 to {HIGHEST_PORT}')
    return int(text)
