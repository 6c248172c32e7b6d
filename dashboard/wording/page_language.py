"""What the page says in any language: its menu, its labels, what it says when something is wrong."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from dashboard.bounds.verdict import Verdict
from dashboard.wording.periods import Case


@dataclass(frozen=True, slots=True)
class PageText:
    """The words of one language.

    Attributes:
        product: The name of the whole.
        failed: Said on the button of a picture that could not be made.
        undrawn: Said in the place of a chart whose script has not run.
        trade: Whose trade with whom, with {reporter} and {partner}; the `_cases` name the case of each.
        description: What search engines show of it, with {trade}.
        counted_by: Whose count is shown, with {country} in the nominative.
        publications: By the plural of the language, how many there are, with {count}, and which one, {source}, is bold.
        allows: What a printed number stands for, with {range}.
        earlier: The same a year earlier, with {value}.
        growth: A growth rate against a year earlier, with {value}.
        line, lines: Where in the file a number stands, with {line} or {lines}.
        seen_from: Whose count is shown, with {country} in the genitive.
        as_of: A note over all that was known by {date}.
        renewed: What a screen reader is told when other figures came while the page was open.
        problems: The head of the banner, with {count}; `never_good` where there are no last good figures.
        unproved: The head of the banner over what could not be proved.
        more_problems: The last line of a banner that lists no more, with {count}.
        lost: Said while the server does not answer.
        verdicts: What a verdict says of the rows of a source.
        margin, overdrawn: By which {part} of it every rounding margin could be narrower, or would have to be wider.
        no_need, touching: The same where it could be nothing, and where it is just what is needed.
        far: The same of one that would have to be {times} as wide.
        no_margin: Said where no rounding margin bears on it.
        try_value: What a link asks that puts {value} on {line} to the test.
        doubts: The heading over which rows to doubt.
        more: The head of what is folded away, with {count}.
        numbers: How many numbers a source prints, with {count}.
        shared: What a sentence holds for, with {count} and {all}; `all_but` stands before those it does not hold for.
        picture: A picture to download, with {scale}.
    """

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
