"""What there is to take away about the data, in three languages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from dashboard.languages.catalogue import Texts


@dataclass(frozen=True, slots=True)
class TakingText:
    """The texts of one language; [taking] of en.toml says what each is."""

    heading: str
    files: Mapping[str, tuple[str, str]]


TEXT: Final = Texts(TakingText, "taking")
