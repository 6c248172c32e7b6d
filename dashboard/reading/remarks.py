"""What comes out of reading a cell or a file: the value, or the reason why not, and what the editor should know.

Readers of cells never raise: a cell that cannot be read is an answer with no value and a reason. `Remarks` collects
these answers for one file, because a person who mends a file wants to see all of its problems at once.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Final, Generic, TypeVar

from dashboard.values.errors import Problem
from dashboard.values.message import NOTHING, Message
from dashboard.values.observation import Notice

SHOWN_CHARACTERS: Final = 80
"""How much of a cell a message quotes; a cell may hold a whole file when a quotation mark is missing."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Reading(Generic[T]):
    """What a cell says.

    Attributes:
        value: What was read, or None when the cell is refused.
        remark: Why it is refused, or what the reader did to read it; "" when the cell is as it should be.
    """

    value: T | None
    remark: Message = NOTHING


class Remarks:
    """The problems and notices of one file, in the order in which they were found."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.problems: list[Problem] = []
        self.notices: list[Notice] = []

    @property
    def in_order(self) -> tuple[Problem, ...]:
        """The problems in the order of their lines, those of the file as a whole first."""
        return tuple(sorted(self.problems, key=lambda problem: problem.line or 0))

    @property
    def folded(self) -> tuple[Notice, ...]:
        """The notices, those that say the same of one column joined into one that names all its lines."""
        lines: dict[tuple[str, Message], list[int]] = {}
        for notice in self.notices:
            lines.setdefault((notice.column, notice.message), []).append(notice.line or 0)
        return tuple(
            Notice(self.file, at[0] or None, column, _with_lines(message, at))
            for (column, message), at in lines.items()
        )

    def refuse(self, message: Message, line: int | None = None, column: str = "", found: str = "") -> None:
        """Note something that stops the file from being read."""
        self.problems.append(Problem(file=self.file, line=line, column=column, found=shortened(found), message=message))

    def note(self, message: Message, line: int | None = None, column: str = "") -> None:
        """Note something that the editor should know and that stops nothing."""
        self.notices.append(Notice(self.file, line, column, message))

    def take(self, reading: Reading[T], line: int, column: str, found: str) -> T | None:
        """Return what was read from a cell, with its remark noted as a problem or as a notice."""
        if reading.value is None:
            self.refuse(reading.remark, line, column, found)
        elif reading.remark:
            self.note(reading.remark, line, column)
        return reading.value


def refusal(text: str, what: str, allowed: str) -> Message:
    """Return the sentence that refuses a cell: what was found, what is allowed."""
    if not text:
        return Message("the cell is empty; write {0}", allowed)
    return Message("{0} is not {1}; write {2}", quoted(text), what, allowed)


def quoted(text: str) -> str:
    """Return a cell's text between quotation marks, on one line and not too long."""
    return f'"{shortened(text)}"'


def shortened(text: str) -> str:
    """Return a text of which only printable characters and no more than `SHOWN_CHARACTERS` are shown."""
    head = "".join(char if char.isprintable() else repr(char)[1:-1] for char in text[:SHOWN_CHARACTERS])
    return head if len(text) <= SHOWN_CHARACTERS else f"{head}…"


def near(text: str, known: Iterable[str]) -> Message:
    """Return "; near: a, b" for the known words that a misspelt one resembles, or ""."""
    matches = get_close_matches(text, list(known), n=3)
    return Message("; near: {0}", ", ".join(matches)) if matches else NOTHING


def _with_lines(message: Message, lines: Sequence[int]) -> Message:
    return message if len(lines) == 1 else Message("{0} (lines {1})", message, _runs(lines))


def _runs(numbers: Iterable[int]) -> str:
    """Return "2-4, 7" for 2, 3, 4, 7."""
    runs: list[tuple[int, int]] = []
    for number in numbers:
        first = runs.pop()[0] if runs and runs[-1][1] == number - 1 else number
        runs.append((first, number))
    return ", ".join(f"{first}" if first == last else f"{first}-{last}" for first, last in runs)
