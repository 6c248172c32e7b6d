"""What the page says in any language: its menu, its labels, what it says when something is wrong."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from dashboard.bounds.verdict import Verdict
from dashboard.languages.catalogue import Texts
from dashboard.languages.names import Case


@dataclass(frozen=True, slots=True, kw_only=True)
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
    compared: str
    all_sources: str
    judged_columns: tuple[str, str, str, str]
    footer: str


PAGE: Final = Texts(PageText, "page")


@dataclass(frozen=True, slots=True, kw_only=True)
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


CLAIM: Final = Texts(ClaimText, "claim")


@dataclass(frozen=True, slots=True, kw_only=True)
class EditText:
    """The words of one language; [edit] of en.toml says what each is."""

    heading: str
    back: str
    read_only: str
    rows: str
    statement: str
    statement_note: str
    fields: str
    new_source: str
    show: str
    preview: str
    nothing_yet: str
    verdicts: str
    verdict_columns: tuple[str, str, str]
    new: str
    all_sources: str
    no_turns: str
    same: str
    rows_changed: str
    no_rows: str
    bounds: str
    bound_columns: tuple[str, str, str, str, str]
    charts: str
    marks: str
    no_marks: str
    save: str
    written: str
    undo: str
    undone: str
    clash: str
    foreign: str
    file: str
    file_note: str
    file_label: str
    paste_label: str
    try_it: str
    tried: str
    unreadable: str
    too_large: str


EDIT: Final = Texts(EditText, "edit")


@dataclass(frozen=True, slots=True, kw_only=True)
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


@dataclass(frozen=True, slots=True, kw_only=True)
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


PICTURE: Final = Texts(PictureText, "picture")


@dataclass(frozen=True, slots=True)
class TakingText:
    """The texts of one language; [taking] of en.toml says what each is."""

    heading: str
    files: Mapping[str, tuple[str, str]]


TAKING: Final = Texts(TakingText, "taking")
