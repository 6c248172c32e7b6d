"""`trade-dashboard`: what the command line can say, and which module answers.

The one decision taken here: the module of a command is imported by name when the command is given. The reason
is time: `check` needs no workbook, `serve` no solver, `--help` neither, and importing them all would cost more than
most answers do.
"""

from __future__ import annotations

import os
import sys
from argparse import SUPPRESS, ArgumentParser, Namespace, RawDescriptionHelpFormatter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from io import TextIOWrapper
from itertools import pairwise
from pathlib import Path
from types import ModuleType
from typing import Final, NoReturn

from dashboard import __version__
from dashboard.command import flags, guide
from dashboard.languages.language import SOURCE
from dashboard.values.errors import DashboardError, UsageError
from dashboard.values.message import Message
from dashboard.wording.problems import why

PROGRAM: Final = "trade-dashboard"
CANNOT: Final = 2
DATA: Final = "folder of the data files (default: data, else the copy that came with the program)"
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
        raise UsageError(Message("{0}: error: {1}", self.prog, message), self.format_usage())


@dataclass(frozen=True, slots=True)
class Command:
    """A command of the command line.

    Attributes:
        module: The module of `dashboard.command` whose `run` answers.
        help: What it does, in a few words.
        guide: What `--help` shows below the flags.
        declare: Adds its flags to a parser.
    """

    module: str
    help: str
    guide: str
    declare: Callable[[ArgumentParser], None]


def main(argv: Sequence[str] | None = None) -> int:
    """Return the exit code of a command line: 0, 1 for a contradiction, 2 when there is no answer."""
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")
    words = sys.argv[1:] if argv is None else argv
    try:
        return _run(parser().parse_args(words))
    except UsageError as error:
        is_json = "--format=json" in words or ("--format", "json") in pairwise(words)
        return _refused(error, f"{error.usage}{error}", is_json=is_json)


def _run(args: Namespace) -> int:
    try:
        code = int(_module(_COMMANDS[args.command].module).run(args))
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return BROKEN_PIPE
    except ModuleNotFoundError as missing:
        if missing.name not in EXTRAS:
            raise
        sys.stderr.write(f'{PROGRAM} {args.command}: needs {missing.name}; pip install "{PROGRAM}[{args.command}]"\n')
        return CANNOT
    except DashboardError as error:
        is_json = getattr(args, "format", "") == "json"
        text = why(error, getattr(args, "language", SOURCE))
        return _refused(error, f"{PROGRAM} {args.command}: {text}", is_json=is_json)
    except OSError as error:
        place = error.filename or "the output"
        sys.stderr.write(f"{PROGRAM} {args.command}: {place} cannot be read or written: {error.strerror or error}\n")
        return CANNOT
    return code


def _refused(error: DashboardError, text: str, *, is_json: bool) -> int:
    """Say why there is no answer, in the form that was asked for."""
    if is_json:
        _module("folder").show_why_not(error)
    else:
        sys.stderr.write(f"{text}\n")
    return CANNOT


def _module(name: str) -> ModuleType:
    return import_module(f"dashboard.command.{name}")


def parser() -> Parser:
    """Return what the command line can say."""
    layout = RawDescriptionHelpFormatter
    made = Parser(PROGRAM, description=guide.ABOUT, epilog=guide.EXAMPLES, formatter_class=layout)
    made.add_argument("--version", action="version", version=f"{PROGRAM} {__version__}")
    made.add_argument("--data", type=Path, metavar="DIR", help=DATA)
    commands = made.add_subparsers(dest="command", metavar="COMMAND", required=True)
    for name, known in _COMMANDS.items():
        sentence = f"{known.help[:1].upper()}{known.help[1:]}."
        command = commands.add_parser(
            name, help=known.help, description=sentence, epilog=known.guide, formatter_class=layout
        )
        command.add_argument("--data", type=Path, metavar="DIR", default=SUPPRESS, help=DATA)
        known.declare(command)
    return made


_COMMANDS: Final[Mapping[str, Command]] = {
    "serve": Command("serve_page", "open the page in the browser", guide.SERVE, flags.serve),
    "check": Command("check_data", "judge every row, source and reporter", guide.CHECK, flags.check),
    "bounds": Command("ask_bounds", "exact bounds of a number, with proof", guide.BOUNDS, flags.bounds),
    "export": Command("export_file", "write a workbook, report, CSV, JSON or zip", guide.EXPORT, flags.export),
    "scale": Command("judge_blocks", "judge a file of very many blocks", guide.SCALE, flags.scale),
    "import": Command("import_rows", "rows of other people's files", guide.IMPORT, flags.import_),
    "add": Command("add_rows", "add rows, with a preview of what they change", guide.ADD, flags.add),
    "init": Command("init_folder", "write a starter folder for another pair of countries", guide.INIT, flags.init),
}
"""Every command, in the order in which `--help` lists them."""
