"""What can go wrong, as one tree; everything else is a finding, not an error.

DashboardError
├── DatasetError      the files cannot be read: carries every Problem of every file
├── PeriodError       a text is no calendar period (also a ValueError)
├── SolverError       HiGHS ended in a status that is no answer, or its answer could not be proved
├── UsageError        a command line that says what no command knows
├── QuestionError     a question that the data cannot hold: unknown flow, source, chart, format
└── StoreError        a file could not be written, or was changed by somebody else meanwhile

Numbers that contradict each other never raise: that is what the product is there to tell.
"""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.values.message import Message, joined, placed


class DashboardError(Exception):
    """The base of every error that this package raises on purpose; `message` can be said in every language."""

    def __init__(self, message: Message) -> None:
        super().__init__(message)
        self.message = message


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One thing in one cell that stops a file from being read.

    Attributes:
        file: The file's name, "observations.csv".
        line: The line in the file, the header being line 1; None when the file as a whole is meant.
        column: The column's name, or "" when the whole line is meant.
        found: The text that stands there.
        message: What was found and what is allowed, as one sentence.
    """

    file: str
    line: int | None = None
    column: str = ""
    found: str = ""
    message: Message

    @property
    def sentence(self) -> Message:
        """The message behind its place."""
        return placed(self.file, self.line, self.column, self.message)

    def __str__(self) -> str:
        return str(self.sentence)


class DatasetError(DashboardError):
    """The files cannot be read as a data set; `problems` lists every reason at once."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__(joined((problem.sentence for problem in problems), "\n"))
        self.problems = problems


class PeriodError(DashboardError, ValueError):
    """A text is no calendar period."""


class SolverError(DashboardError):
    """The solver ended without an answer, or its answer could not be proved."""


class UsageError(DashboardError):
    """A command line that says what no command knows; `usage` is what it can say."""

    def __init__(self, message: Message, usage: str) -> None:
        super().__init__(message)
        self.usage = usage


class QuestionError(DashboardError):
    """A question that the data cannot hold."""


class StoreError(DashboardError):
    """A file could not be written, or was changed by somebody else meanwhile."""
