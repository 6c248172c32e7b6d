"""A sentence of the reader that keeps what it was made of, so that it can be said in other languages.

It is its English text, and can be used as any text. The translations are found by its template, and what it quotes
is put into them unchanged: no sentence is ever taken apart again.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Self


class Message(str):
    """A sentence in English, made of a template and parts.

    Attributes:
        template: "{0} can be {1} or {2}; write it with a point".
        parts: What stands for the numbers; a part that is a message as well is said in the other language too.
    """

    __slots__ = ("parts", "template")

    template: str
    parts: tuple[str, ...]

    def __new__(cls, template: str = "", *parts: object) -> Self:  # noqa: D102  # see the class
        kept = tuple(part if isinstance(part, Message) else str(part) for part in parts)
        made = super().__new__(cls, template.format(*kept))
        made.template, made.parts = template, kept
        return made

    def __getnewargs__(self) -> tuple[str, ...]:  # type: ignore[override]  # a text has one argument, a message more
        return (self.template, *self.parts)


NOTHING = Message()


def joined(messages: Iterable[Message], by: str = "; ") -> Message:
    """Return messages as one, empty ones left out."""
    parts = [message for message in messages if message]
    return parts[0] if len(parts) == 1 else Message(by.join(f"{{{at}}}" for at in range(len(parts))), *parts)


def placed(file: str, line: int | None, column: str, message: Message) -> Message:
    """Return a message behind its place: "observations.csv line 4, column value: …"."""
    place = Message("{0}", file) if line is None else Message("{0} line {1}", file, line)
    if column:
        return Message("{0}, {1}: {2}", place, Message("column {0}", column), message)
    return Message("{0}: {1}", place, message)
