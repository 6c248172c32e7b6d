"""What is written beside the marks of rows: numbers in every picture, and who said them where it is wide.

The page shows one figure in every width. So it holds both: a trace that narrow pictures show and one that wide ones
do, told apart by their `uid`; `template.fitted` leaves the one that fits.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from dashboard.charts.look import LIGHT, NARROW, SMALL, WIDE, WIDE_FROM, literal
from dashboard.charts.traces import written

GAP: Final = "\u2003"
"""Between a mark and what is written at it."""

EDGE: Final = 18
"""What a gap and a mark take together in px."""

_LEAST: Final = 4
"""How many letters the last word of a cut name has at least: none ends with "of the"."""

_LATIN: Final = 0.46
_OTHER: Final = 0.5
"""Width of a letter as a part of its size, on average, in the face that the page brings along."""

_BRACKETS: Final = re.compile(r"\s*\([^()]*\)")
_PAIRS: Final = ("«»", "“”", "„“", "()")


@dataclass(frozen=True, slots=True, kw_only=True)
class Labelled:
    """A mark in a row with what stands beside it.

    Attributes:
        low, high: Where it begins and ends on its scale, its interval included.
        y: The middle of its row.
        number: "34.5".
        name, date: Who said it and when.
        is_bold: Whether it is of the source in view.
    """

    low: float
    high: float
    y: float
    number: str
    name: str
    date: str
    is_bold: bool


def beside(found: Sequence[Labelled], ends: tuple[float, float], left: int, right: int) -> list[dict[str, Any]]:
    """Return the traces of numbers and names on a scale with two ends, in a picture with two margins in px."""
    per_unit = (WIDE_FROM - left - right) / (ends[1] - ends[0])
    wide: list[tuple[Labelled, str, bool]] = []
    for one in found:
        before = (one.low - ends[0]) * per_unit - EDGE
        after = (ends[1] - one.high) * per_unit + right - 2 * EDGE - _width(one.number)
        name, is_before = on_a_side(one.name, one.date, before, after)
        said = f'<span style="color:{LIGHT.soft}">{_bold(literal(name), one)}</span>' if name else ""
        number = f"{GAP}{_bold(one.number, one)}"
        if is_before and said:
            wide += [(one, f"{said}{GAP}", True), (one, number, False)]
        else:
            wide.append((one, f"{number}{GAP}{said}".rstrip(), False))
    return [
        written([one.high for one in found], [one.y for one in found], [_narrow(one) for one in found], uid=NARROW),
        written(
            [one.low if is_before else one.high for one, _, is_before in wide],
            [one.y for one, _, _ in wide],
            [text for _, text, _ in wide],
            ["middle left" if is_before else "middle right" for _, _, is_before in wide],
            uid=WIDE,
        ),
    ]


def on_a_side(name: str, date: str, before: float, after: float) -> tuple[str, bool]:
    """Return a name and its date as long as one of two rooms in px allows, and whether it is the first of them.

    A name that is whole is worth more than its date; "" where not even two words find room.
    """
    for text in dict.fromkeys((*_shorter(name, date), *_shorter(name, ""))):
        for room in (before, after):
            if _width(text) <= room:
                return text, room is before
    return _cut(name, "", max(before, after), 2), before >= after


def fitting(name: str, date: str, room: float) -> str:
    """Return a name and its date as long as a room in px allows.

    What stands in brackets goes first, then what follows a comma, then words from the end; the date stays.
    """
    shorter = (text for text in _shorter(name, date) if _width(text) <= room)
    return next(shorter, "") or _cut(name, date, room, 1) or _joined(_letters(name, room - _width(date)), date)


def _shorter(name: str, date: str) -> Iterator[str]:
    """Yield a name, without its brackets, without what follows a comma; a text without a date is no name."""
    bare = _BRACKETS.sub("", name) or name
    for one in dict.fromkeys((name, bare, bare.partition(", ")[0] if date else bare)):
        yield _joined(one, date)


def _cut(name: str, date: str, room: float, least: int) -> str:
    """Return as many words as there is room for, each quotation closed; "" where that is less than the least."""
    words = _BRACKETS.sub("", name).split()
    for count in range(len(words) - 1, least - 1, -1):
        text = _joined(_closed(" ".join(words[:count]).rstrip(" ,:–—-") + "…"), date)
        if len(words[count - 1]) >= _LEAST and _width(text) <= room:
            return text
    return ""


def _letters(name: str, room: float) -> str:
    """Return as many letters as there is room for: of a name that begins with a longer word."""
    return _closed(name[: max(int(room * len(name) / _width(name)) - 3, 1)] + "…")


def _closed(text: str) -> str:
    for opening, closing in _PAIRS:
        text += closing * (text.count(opening) - text.count(closing))
    return text + '"' * (text.count('"') % 2)


def _width(text: str) -> float:
    """Return how many px a text needs."""
    return SMALL * sum(_LATIN if letter.isascii() else _OTHER for letter in text)


def _joined(name: str, date: str) -> str:
    return ", ".join(filter(None, (name, date)))


def _narrow(one: Labelled) -> str:
    return f"{GAP}{_bold(one.number, one)}"


def _bold(text: str, one: Labelled) -> str:
    return f"<b>{text}</b>" if one.is_bold else text
