"""What the page says in any language: its menu, its labels, what it says when something is wrong."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from dashboard.bounds.verdict import Verdict
from dashboard.languages.catalogue import Texts
from dashboard.languages.names import Case


@dataclass(frozen=True, slots=True)
class PageText:
    """The words of one language; [page] of en.toml says what each is."""

    product: str
    trade: str
    trade_cases: tuple[Case, Case]
    description: str
    skip: str
    menu_label: str
    overview: str
    consistency: str
    record: str
    data: str
    sources: str
    change_view: str
    source: str
    period: str
    all_periods: str
    currency: str
    side: str
    seen_from: str
    unit: str
    known_by: str
    now: str
    as_of: str
    back_to_now: str
    language: str
    theme: str
    themes: tuple[str, str, str]
    show: str
    counted_by: str
    publications: Mapping[str, str]
    key_figures: str
    charts: str
    reported: str
    derived: str
    reported_means: str
    derived_means: str
    whiskers: str
    whiskers_mean: str
    allows: str
    earlier: str
    growth: str
    line: str
    lines: str
    table: str
    text: str
    download: str
    picture: str
    vector: str
    rows_of_chart: str
    failed: str
    undrawn: str
    renewed: str
    problems: str
    never_good: str
    unproved: str
    more_problems: str
    lost: str
    notices: str
    refused: str
    no_rows: str
    no_rows_why: str
    to_overview: str
    does_it_hold: str
    verdicts: Mapping[Verdict, str]
    arithmetic: str
    margin: str
    no_need: str
    touching: str
    overdrawn: str
    far: str
    no_margin: str
    what_if: str
    what_if_note: str
    what_if_row: str
    what_if_value: str
    what_if_ask: str
    try_value: str
    doubts: str
    more: str
    who_said_what: str
    rows: str
    rows_note: str
    columns: tuple[str, ...]
    events: str
    context: str
    visit: str
    numbers: str
    shared: str
    all_but: str
    alone: str
    not_known: str
    compared: str
    all_sources: str
    judged_columns: tuple[str, str, str, str]
    footer: str


TEXT: Final = Texts(PageText, "page")
