"""The texts that a chart needs in any language: titles, sentences, how to read the marks, columns of the tables.

Sentences have no word that would have to follow the gender or number of what is filled in; where a language needs
that, the sentence is a list with a colon.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ChartText:
    """The texts of all charts in one language.

    Attributes:
        titles: By the name of the chart.
        nothing: Why there is no mark, by the name of the chart; two charts always have one.
        columns: Headings of the tables, by the name of the column.
        kinds: What a mark is: reported, soft, derived.
        marks: How each kind of mark is drawn, for the note.
        year: The name of the season that is a whole year.
    """

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
