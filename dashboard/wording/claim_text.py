"""What a claim card says around a number, by language."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from dashboard.languages.catalogue import Texts


@dataclass(frozen=True, slots=True)
class ClaimText:
    """The words of one language."""

    said_by: str
    derived_by: str
    wording: str
    stands_for: str
    reversed: str
    compared: str
    allowed: str
    where: str
    verdict: str
    note: str
    low: str
    high: str
    close: str
    copy: str
    copied: str
    unknown: str
    why: str
    without: str
    or_without: str
    title: str
    when: str
    rests_on: str
    reports: str


TEXT: Final = Texts(ClaimText, "claim")
