"""The texts that a chart needs in any language: titles, sentences, how to read the marks, columns of the tables.

Sentences have no word that would have to follow the gender or number of what is filled in; where a language needs
that, the sentence is a list with a colon.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from dashboard.languages.catalogue import Texts


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartText:
    """The texts of all charts in one language; [chart] of en.toml says what each is."""

    titles: Mapping[str, str]
    nothing: Mapping[str, str]
    columns: Mapping[str, str]
    kinds: Mapping[str, str]
    marks: Mapping[str, str]
    year: str
    line: str
    lines: str
    reported_on: str
    derived_from: str
    stands_for: str
    source: str
    sources: str
    without: str
    capped: str
    panel: str
    two_units: str
    half_widths: str
    amount_and_before: str
    amount: str
    comparison: str
    rose: str
    fell: str
    unclear: str
    flows: str
    flow_clause: str
    flow_alone: str
    contributions: str
    contribution_clause: str
    surplus: str
    deficit: str
    even: str
    sign_unknown: str
    balance: str
    balance_and_before: str
    consistent: str
    undecided: str
    contradiction: str
    calendar: str
    record_one: str
    record_month: str
    record_derived: str
    record_side: str
    mirror: str
    mirror_reversed: str
    mirror_apart: str
    mirror_overlap: str
    count_of: str
    sign_reversed: str
    own_sign: str
    from_to: str
    balance_of: str
    text: str
    text_more: str
    implied: str
    silent: str
    nothing_implied: str


TEXT: Final = Texts(ChartText, "chart")
