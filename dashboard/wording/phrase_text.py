"""The templates of short phrases, in three languages.

A hedge changes the phrase around it: "by more than 33.3%", "более чем на 33,3 %". So each preposition has one template
for every way to know a number.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from dashboard.bounds.quantity import Asked
from dashboard.languages.catalogue import Texts


@dataclass(frozen=True, slots=True)
class Phrase:
    """One phrase in every way to know a number, {value}; between two ends {value} is a `pair` of {low} and {high}."""

    plain: str
    pair: str
    between: str
    more_than: str
    at_least: str
    less_than: str
    at_most: str
    about: str
    nearly: str


@dataclass(frozen=True, slots=True)
class PhraseText:
    """The phrases of one language; [phrases] of en.toml says what each is."""

    quantities: Mapping[Asked, str]
    margin: str
    by: Phrase
    to: Phrase
    amount: Phrase
    flow_short: str
    line: str
    lines: str
    at_widest: str
    conjunction: str
    alternative: str


TEXT: Final = Texts(PhraseText, "phrases")
