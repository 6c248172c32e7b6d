"""The words in and around a picture that leaves the page: its shapes, its last line, what can be copied."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from dashboard.languages.catalogue import Texts


@dataclass(frozen=True, slots=True)
class Since:
    """What is said of an older picture beside the data of now; [picture] of en.toml says what each is."""

    made: str
    same: str
    alike: str
    other: str
    changed: str
    gone: str
    new: str
    close: str


@dataclass(frozen=True, slots=True)
class PictureText:
    """The words of one language; [picture] of en.toml says what each is."""

    shape: str
    shapes: Mapping[str, str]
    link: str
    live: str
    frozen: str
    copied: str
    made_of: str
    changed: str
    see_now: str
    reopen: str
    unknown: str
    since: Since


TEXT: Final = Texts(PictureText, "picture")
