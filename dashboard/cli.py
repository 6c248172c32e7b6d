"""`trade-dashboard`: what the command line can say, and which module answers.

The one decision taken here: the module of a command is imported by name when the command is given. The reason
is time: `check` needs no workbook, `serve` no solver, `--help` neither, and importing them all would cost more than
most answers do.
"""

from __future__ import annotations

import os
import sys
from argparse import SUPPRESS, ArgumentParser, ArgumentTypeError, Namespace, RawDescriptionHelpFormatter
from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from importlib import import_module
from io import TextIOWrapper
from itertools import pairwise
from keyword import iskeyword
from pathlib import Path
from types import ModuleType
from typing import Final, NoReturn, TypeVar

from dashboard import __version__
from dashboard.bounds.quantity import Asked
from dashboard.command import guide
from dashboard.command.flags import ROW_FLAGS
from dashboard.languages.language import Language
from dashboard.reading.dates import ALLOWED_DATES, day
from dashboard.values.errors import DashboardError, PeriodError, Problem, UsageError
from dashboard.values.message import Message
from dashboard.values.observation import Flow
from dashboard.values.period import ALLOWED, Period

E = TypeVar("E", bound=StrEnum)

PROGRAM: Final = "trade-dashboard"
CANNOT: Final = 2
CODE_LETTERS: Final = 3
DATA: Final = "folder of the data files (default: data, else the copy that came with the program)"
HIGHEST_PORT: Final = 65535
BROKEN_PIPE: Final = 141
"""What a shell reports of a program whose reader went away: 128 + SIGPIPE."""

EXTRAS: Final = ("pyarrow", "distributed")
"""Modules that only some commands need; the extra of pyproject.toml that brings them has the name of the command."""


class Parser(ArgumentParser):
    """Argparse's own, but what is wrong with a command line is raised and not yet printed."""

    def error(self, message: str) -> NoReturn:
        """Raise what is wrong.

        Raises:
            UsageError: Always.
        """
        raise UsageError(f"{self.prog}: error: {message}", self.format_usage())


def main(argv: Sequence[str] | None = None) -> int:
    """Return the exit code of a command line: 0, 1 for a contradiction, 2 when there is no answer."""
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")
    told = sys.argv[1:] if argv is None else argv
    try:
        return _run(parser().parse_args(told))
    except UsageError as error:
        is_json = "--format=json" in told or ("--format", "json") in pairwise(told)
        return _refused(error, f"{error.usage}{error}", is_json=is_json)


def _run(said: Namespace) -> int:
    try:
        code = int(_module(said.command).run(said))
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return BROKEN_PIPE
    except ModuleNotFoundError as missing:
        if missing.name not in EXTRAS:
            raise
        sys.stderr.write(f'{PROGRAM} {said.command}: needs {missing.name}; pip install "{PROGRAM}[{said.command}]"\n')
        return CANNOT
    except DashboardError as error:
        is_json = getattr(said, "format", "") == "json"
        return _refused(error, f"{PROGRAM} {said.command}: {error}", is_json=is_json)
    except OSError as error:
        place = error.filename or "the output"
        sys.stderr.write(f"{PROGRAM} {said.command}: {place} cannot be read or written: {error.strerror or error}\n")
        return CANNOT
    return code


def _refused(error: DashboardError, text: str, *, is_json: bool) -> int:
    """Say why there is no answer, in the form that was asked for."""
    if is_json:
        reading = _module("folder")
        reading.show(reading.json_file.problems((Problem("", None, "", "", Message("{0}", error)),)))
    else:
        sys.stderr.write(f"{text}\n")
    return CANNOT


def _module(command: str) -> ModuleType:
    return import_module(f"dashboard.command.{command}{'_' if iskeyword(command) else ''}")


def parser() -> Parser:
    """Return what the command line can say."""
    layout = RawDescriptionHelpFormatter
    made = Parser(PROGRAM, description=guide.ABOUT, epilog=guide.EXAMPLES, formatter_class=layout)
    made.add_argument("--version", action="version", version=f"{PROGRAM} {__version__}")
    made.add_argument("--data", type=Path, metavar="DIR", help=DATA)
    commands = made.add_subparsers(dest="command", metavar="COMMAND", required=True)
    for name, (help_line, epilog, add) in _COMMANDS.items():
        one = commands.add_parser(
            name, help=help_line, description=_sentence(help_line), epilog=epilog, formatter_class=layout
        )
        one.add_argument("--data", type=Path, metavar="DIR", default=SUPPRESS, help=DATA)
        add(one)
    return made


def _serve(command: ArgumentParser) -> None:
    command.add_argument("--host", help="where to listen (default: 127.0.0.1, this computer alone)")
    command.add_argument("--port", type=_port, metavar="N", help="0 takes any free port (default: 8050)")
    command.add_argument("--name", help="how a reverse proxy in front of the page is called: trade.example")
    command.add_argument("--workers", type=_number, metavar="N", help="processes that answer (default: 2)")
    command.add_argument("--edit", action="store_true", help="let the page write rows to the files")
    command.add_argument("--no-browser", action="store_true", help="do not open the browser")


def _check(command: ArgumentParser) -> None:
    command.add_argument("--format", choices=("text", "json", "csv"), default="text", help="default: text")
    command.add_argument("--quote", metavar="STATEMENT", help="hold a statement in English or Russian against the rows")
    _as_of(command)


def _bounds(command: ArgumentParser) -> None:
    command.add_argument("flow", type=_one_of(Flow), metavar="FLOW", help=", ".join(Flow))
    command.add_argument("period", type=_period, metavar="PERIOD", help=ALLOWED)
    measures = ", ".join(Asked)
    command.add_argument("--measure", type=_one_of(Asked), default=Asked.LEVEL, metavar="MEASURE", help=measures)
    command.add_argument("--compared-with", type=_period, metavar="PERIOD", help="default: the same a year earlier")
    command.add_argument("--reporter", metavar="CODE", help="whose count, RUS (default: that of the source)")
    command.add_argument("--partner", metavar="CODE", help="the other country, BLR")
    command.add_argument("--scope", metavar="SCOPE", help='goods, services, "goods and services"')
    command.add_argument("--product", metavar="CODE", help="an HS code, or TOTAL for all")
    command.add_argument("--currency", metavar="CODE", help="USD, RUB (default of these: the first that is reported)")
    command.add_argument("--source", metavar="ID", help="an id of sources.csv (default: all that bear on it)")
    command.add_argument("--format", choices=("text", "json"), default="text", help="default: text")
    _as_of(command)


def _export(command: ArgumentParser) -> None:
    command.add_argument(
        "target", type=Path, metavar="TARGET", help="a file ending in .csv, .html, .json, .xlsx or .zip"
    )
    command.add_argument("--chart", metavar="NAME", help="one chart of the page, as .svg, .png or .pdf")
    command.add_argument("--language", type=_one_of(Language), default=Language.EN, help=", ".join(Language))
    _as_of(command)
    view = command.add_argument_group("what a chart or a report shows")
    view.add_argument("--source", metavar="ID", help="an id of sources.csv (default: what the page opens with)")
    view.add_argument("--reporter", type=_code, metavar="CODE", help="whose count, RUS (default: that of the source)")
    view.add_argument("--period", metavar="PERIOD", help=f"{ALLOWED} (default: the fullest one of the source)")
    view.add_argument("--currency", type=_code, metavar="CODE", help="USD, RUB (default: the first that is reported)")
    view.add_argument("--unit", choices=("bn", "mn", "bn/month", "mn/month"), help="default: bn")
    drawn = command.add_argument_group("how a chart is drawn")
    drawn.add_argument("--theme", choices=("light", "dark"), help="default: light")
    drawn.add_argument("--shape", choices=("wide", "square", "portrait"), help="default: wide")
    drawn.add_argument("--scale", type=int, choices=(1, 2, 4), help="dots of a .png for one px (default: 2)")
    drawn.add_argument("--site", metavar="ADDRESS", help="where the page is served, for the link in the picture")


def _import(command: ArgumentParser) -> None:
    command.add_argument("file", type=Path, metavar="FILE", help="a file ending in .xlsx or .csv")
    command.add_argument("--reporter", type=_code, metavar="CODE", help="take rows of this country alone, either side")
    command.add_argument("--partner", type=_code, metavar="CODE", help="and of this one")
    for name in ("publisher", "title", "address"):
        command.add_argument(f"--{name}", metavar="TEXT", help="for its row in sources.csv")
    command.add_argument("--source", metavar="ID", help="id in sources.csv (default: named after the kind of file)")
    command.add_argument("--published", type=_day, metavar="DATE", help=ALLOWED_DATES)
    command.add_argument("--yes", action="store_true", help="write the rows")


def _add(command: ArgumentParser) -> None:
    command.add_argument("--text", metavar="STATEMENT", help="what was reported, in English or Russian")
    for name, help_line in ROW_FLAGS.items():
        command.add_argument(f"--{name}", metavar=name.upper(), help=help_line)
    command.add_argument("--yes", action="store_true", help="write without asking")


def _init(command: ArgumentParser) -> None:
    command.add_argument("folder", type=Path, metavar="DIR", help="a folder that does not exist, or is empty")
    command.add_argument("--reporter", type=_code, default="RUS", metavar="CODE", help="whose count (default: RUS)")
    command.add_argument("--partner", type=_code, default="BLR", metavar="CODE", help="the other (default: BLR)")
    command.add_argument("--currency", type=_code, default="USD", metavar="CODE", help="default: USD")


def _scale(command: ArgumentParser) -> None:
    command.add_argument("input", type=Path, metavar="INPUT", help="a .csv, a .parquet, or a folder of Parquet files")
    command.add_argument(
        "--into", type=Path, metavar="DIR", required=True, help="folder of the run; the answers go to DIR/answers"
    )
    command.add_argument("--propagate", action="store_true", help="quick bounds, never too narrow, without proofs")
    command.add_argument("--workers", type=_number, default=1, metavar="N", help="processes (default: 1)")
    command.add_argument("--cluster", metavar="ADDRESS", help="a Dask scheduler whose workers see INPUT and DIR")


def _number(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise ArgumentTypeError(f'"{text}" is not a number from 1 up')
    return int(text)


def _port(text: str) -> int:
    if not text.isdecimal() or int(text) > HIGHEST_PORT:
        raise ArgumentTypeError(f'"{text}" is not a number from 0 to {HIGHEST_PORT}')
    return int(text)


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


def _day(text: str) -> str:
    found = day(text)
    if not found.value:
        raise ArgumentTypeError(found.remark or f'"" is not a date; write {ALLOWED_DATES}')
    return found.value


def _code(text: str) -> str:
    if not (len(text) == CODE_LETTERS and text.isascii() and text.isalpha()):
        raise ArgumentTypeError(f'"{text}" is not a code of three letters; write RUS, BLR or USD')
    return text.upper()


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}."


_COMMANDS: Final[Mapping[str, tuple[str, str, Callable[[ArgumentParser], None]]]] = {
    "serve": ("open the page in the browser", guide.SERVE, _serve),
    "check": ("judge every row, source and reporter", guide.CHECK, _check),
    "bounds": ("exact bounds of a number, with proof", guide.BOUNDS, _bounds),
    "export": ("write a workbook, report, CSV, JSON or zip", guide.EXPORT, _export),
    "scale": ("judge a file of very many blocks", guide.SCALE, _scale),
    "import": ("rows of other people's files", guide.IMPORT, _import),
    "add": ("add rows, with a preview of what they change", guide.ADD, _add),
    "init": ("write a starter folder for another pair of countries", guide.INIT, _init),
}
