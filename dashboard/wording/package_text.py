"""What the README of a packed data set says around the tables, in three languages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from dashboard.languages.catalogue import Texts


@dataclass(frozen=True, slots=True)
class PackageText:
    """The texts of one language; [package] of en.toml says what each is."""

    cite: str
    reading: str
    files: str
    unchanged: str
    findings: str
    columns: str


TEXT: Final = Texts(PackageText, "package")
