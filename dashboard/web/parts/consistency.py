"""What the checks say, as elements: the verdict and its margin, conflicts, what would explain them, what if."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import Final, TypeVar

from dashboard.bounds.verdict import Verdict
from dashboard.web.contents.content import Content
from dashboard.web.contents.verdicts import Conflict, Found, Judged
from dashboard.web.contents.what_if import Answer, Trial
from dashboard.web.parts import html
from dashboard.web.parts.attributes import labelled
from dashboard.web.parts.checker import checker
from dashboard.web.parts.gap_picture import picture
from dashboard.web.parts.grid import table
from dashboard.web.parts.html import Element
from dashboard.web.parts.sign import sign, verdict_of
from dashboard.wording.page_text import PageText
from dashboard.wording.suspicion import Piece

Verdicted = TypeVar("Verdicted", Found, Judged)

MOST: Final = 6
"""How many conflicts, and how many sentences on doubtful rows, are shown without being asked for."""


def consistency(page: Content) -> list[Element]:
    """Return whether the rows of the source can all be true, by how much, and a picture of each conflict."""
    verdict = html.Strong(page.text.verdicts[page.verdict])
    lead = html.P([sign(page.verdict), " ", verdict, " ", page.margin], className="lead")
    return [lead, *_conflicts(page.conflicts, page.text)]


def doubts(page: Content) -> list[Element]:
    """Return which rows to doubt, and what would fit instead; nothing where no rows contradict each other."""
    return [html.Section(_doubts(page), className="doubts")] if page.conflicts else []


def asked(page: Content) -> list[Element]:
    """Return what a reader can ask: what if a number were another one, and what the rows say of a statement."""
    trial = [] if page.trial is None else [_trial(page.trial, page)]
    quote = [] if page.quoted is None else [checker(page.quoted, page.address)]
    return [html.Div([*trial, *quote], className="asked")]


def compared(page: Content) -> list[Element]:
    """Return every comparison the source takes part in, and the verdict of every source."""
    text = page.text
    by_verdict = [[one for one in page.findings if one.verdict is verdict] for verdict in reversed(list(Verdict))]
    counts = [
        part
        for some in by_verdict
        if some
        for part in (verdict_of(some[0].verdict, f"{some[0].verdict_word}: {len(some)}"), " ")
    ]
    head = [html.H2(text.compared), html.P(counts, className="counts")]
    return [
        html.Section([*head, *_folded(page.findings, _found)], className="compared"),
        html.Section([html.H2(text.all_sources), *_folded(page.judged, partial(_judged, text))], className="judged"),
    ]


def _folded(all_of: Sequence[Verdicted], shown: Callable[[Sequence[Verdicted]], Element]) -> list[Element]:
    """Return what was judged; what is consistent is folded away under what is not."""
    good = [one for one in all_of if one.verdict is Verdict.CONSISTENT]
    grave = [one for one in all_of if one.verdict is not Verdict.CONSISTENT]
    if not grave or not good:
        return [shown(all_of)]
    summary = html.Summary([sign(Verdict.CONSISTENT), f" {good[0].verdict_word}: {len(good)}"])
    return [shown(grave), html.Details([summary, shown(good)])]


def _found(findings: Sequence[Found]) -> Element:
    said = [
        [verdict_of(one.verdict, one.verdict_word), html.P(one.sentence), html.Span(one.level, className="level")]
        for one in findings
    ]
    return html.Ul([html.Li(parts) for parts in said], className="found")


def _judged(text: PageText, sources: Sequence[Judged]) -> Element:
    rows = [
        (html.A(one.name, href=one.href), one.reporter, one.currency, verdict_of(one.verdict, one.verdict_word))
        for one in sources
    ]
    return table(text.judged_columns, rows)


def _conflicts(conflicts: Sequence[Conflict], text: PageText) -> list[Element]:
    return _capped([_conflict(one, text) for one in conflicts], "conflicts", text)


def _conflict(conflict: Conflict, text: PageText) -> list[Element]:
    """Return a conflict; its rows are named by the steps of the arithmetic, or listed where there are none."""
    shown = [] if conflict.gap is None else [picture(conflict.gap)]
    steps = html.Ol([html.Li(step) for step in conflict.steps], className="steps")
    rows = html.Ul([html.Li(row) for row in conflict.rows])
    proof = html.Details([html.Summary(text.arithmetic), steps]) if conflict.steps else rows
    return [*shown, html.P(conflict.sentence), proof]


def _doubts(page: Content) -> list[Element]:
    found = [[_piece(piece, page) for piece in one] for one in page.suspicions]
    heading = html.H2(page.text.doubts)
    return [heading, html.P(page.corrections, className="lead"), *_capped(found, "suspicions", page.text)]


def _piece(piece: Piece, page: Content) -> str | Element:
    """Return a text, or a number that would fit as the link that puts it to the test."""
    if isinstance(piece, str):
        return piece
    there = replace(page.address, line=str(piece.line), value=f"{piece.value:f}", claim=None, quote=None)
    name = page.text.try_value.format(line=piece.line, value=piece.written)
    return html.A(piece.written, href=f"{there.href}#answer", **labelled(name))


def _capped(items: Sequence[Sequence[str | Element]], name: str, text: PageText) -> list[Element]:
    """Return a list of which what goes beyond `MOST` is folded away."""
    listed = [html.Ul([html.Li(one) for one in part], className=name) for part in (items[:MOST], items[MOST:]) if part]
    if len(listed) < 2:
        return [*listed]
    summary = html.Summary(text.more.format(count=len(items) - MOST))
    return [listed[0], html.Details([summary, listed[1]], className="rest")]


def _trial(trial: Trial, page: Content) -> Element:
    text = page.text
    refusal = [html.P(trial.refusal, className="refusal", role="alert")] if trial.refusal else []
    answer = [] if trial.answer is None else [_answer(trial.answer, text)]
    note = html.P(text.what_if_note, className="note")
    return html.Section([html.H2(text.what_if), _form(trial, page), *refusal, *answer, note], className="what-if")


def _form(trial: Trial, page: Content) -> Element:
    """Return a form that works without scripts, and without loading the page anew with them (assets/page.js)."""
    text = page.text
    kept = {key: value for key, value in page.address.chosen.items() if key not in ("line", "value")}
    rows = [html.Option(row, value=str(line), selected=line == trial.line or None) for line, row in trial.rows]
    return html.Form(
        className="question",
        method="get",
        action=f"/{page.address.page}",
        children=[
            *(html.Select(html.Option(value, value=value), name=key, hidden=True) for key, value in kept.items()),
            html.Label(text.what_if_row, htmlFor="what-if-row"),
            html.Select(rows, id="what-if-row", name="line"),
            html.Label(text.what_if_value, htmlFor="what-if-value"),
            html.Input(id="what-if-value", name="value", value=trial.value, type="text", autoComplete="off", size="8"),
            html.Button(text.what_if_ask, type="submit"),
        ],
    )


def _answer(answer: Answer, text: PageText) -> Element:
    verdict = html.Strong(text.verdicts[answer.verdict])
    found: list[Element] = [html.P(answer.row), html.P([sign(answer.verdict), " ", verdict])]
    if answer.conflicts:
        found += [*_conflicts(answer.conflicts, text), html.P(answer.corrections, className="lead")]
    return html.Div(found, id="answer", className="answer", role="status", tabIndex="-1")
