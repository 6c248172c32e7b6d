"""The flags of the server, declared once: for `python -m dashboard.web`, and for `trade-dashboard serve`.

They stand apart from the server itself, so that the command line can check them without loading the page.
"""

from __future__ import annotations

from argparse import ArgumentParser, ArgumentTypeError, Namespace
from typing import Final

_HIGHEST_PORT: Final = 65535


def declare(command: ArgumentParser) -> None:
    """Add the flags to a parser."""
    where = "where to listen (default: 127.0.0.1, this computer alone)"
    command.add_argument("--host", default="127.0.0.1", help=where)
    command.add_argument("--port", type=_port, default=8050, metavar="N", help="0 takes any free port (default: 8050)")
    command.add_argument("--name", help="how a reverse proxy in front of the page is called: trade.example")
    command.add_argument("--workers", type=count, default=2, metavar="N", help="processes that answer (default: 2)")
    command.add_argument("--edit", action="store_true", help="let the page write rows to the files")
    command.add_argument("--no-browser", action="store_true", help="do not open the browser")


def spelled(said: Namespace) -> list[str]:
    """Return the flags as they are written on a command line."""
    values = {"--host": said.host, "--port": said.port, "--name": said.name, "--workers": said.workers}
    switches = {"--edit": said.edit, "--no-browser": said.no_browser}
    given = (word for flag, value in values.items() if value is not None for word in (flag, str(value)))
    return [*given, *(flag for flag, is_on in switches.items() if is_on)]


def count(text: str) -> int:
    """Return the whole number from 1 up that an argument is; raise argparse's error for any other."""
    if not text.isdecimal() or int(text) < 1:
        raise ArgumentTypeError(f'"{text}" is not a number from 1 up')
    return int(text)


def _port(text: str) -> int:
    if not text.isdecimal() or int(text) > _HIGHEST_PORT:
        raise ArgumentTypeError(f'"{text}" is not a number from 0 to {_HIGHEST_PORT}')
    return int(text)
