"""What the checks say, as components: the verdict and its margin, conflicts, what would explain them, what if."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Final, TypeVar

from dash import dcc, html
from dash.development.base_component import Component

from dashboard.verdict import Verdict
from dashboard.web.content import Content
from dashboard.web.grid import table
from dashboard.web.quote import checker
from dashboard.web.sign import sign, verdict_of
from dashboard.web.verdicts import Conflict, Found, Judged
from dashboard.web.what_if import Answer, Trial
from dashboard.wording.page_language import PageText

Verdicted = TypeVar("Verdicted", Found, Judged)

FEW: Final = 3
"""How many consistent ones are shown beside others without being asked for."""


def consistency(page: Content) -> list[Component]:
    """Return whether the rows of the source can all be true, by how much, and what stands against it."""
    text = page.text
    verdict = html.Strong(text.verdicts[page.verdict])
    found: list[Component] = [html.P([sign(page.verdict), " ", verdict, " ", page.margin], className="lead")]
    if page.conflicts:
        found += _explained(page.conflicts, page.corrections, text)
        found.append(html.Ul([html.Li(one) for one in page.suspicions], className="suspicions"))
    trial = [] if page.trial is None else [_trial(page.trial, page)]
    quote = [] if page.quoted is None else [checker(page.quoted, page.address)]
    return [*found, *trial, *quote]


def compared(page: Content) -> list[Component]:
    """Return every comparison the source takes part in, and the verdict of every source."""
    text = page.text
    return [
        html.Section([html.H2(text.compared), *_folded(page.findings, _found)]),
        html.Section([html.H2(text.all_sources), *_folded(page.judged, partial(_judged, text))], className="judged"),
    ]


def _folded(all_of: Sequence[Verdicted], shown: Callable[[Sequence[Verdicted]], Component]) -> list[Component]:
    """Return what was judged; what is consistent is folded away under what is not, where there is much of it."""
    good = [one for one in all_of if one.verdict is Verdict.CONSISTENT]
    grave = [one for one in all_of if one.verdict is not Verdict.CONSISTENT]
    if not grave or len(good) <= FEW:
        return [shown(all_of)]
    summary = html.Summary([sign(Verdict.CONSISTENT), f" {good[0].verdict_word}: {len(good)}"])
    return [shown(grave), html.Details([summary, shown(good)])]


def _found(findings: Sequence[Found]) -> Component:
    said = [
        [verdict_of(one.verdict, one.verdict_word), html.P(one.sentence), html.Span(one.level, className="level")]
        for one in findings
    ]
    return html.Ul([html.Li(parts) for parts in said], className="found")


def _judged(text: PageText, sources: Sequence[Judged]) -> Component:
    rows = [
        (html.A(one.name, href=one.href), one.reporter, one.currency, verdict_of(one.verdict, one.verdict_word))
        for one in sources
    ]
    return table(text.judged_columns, rows)


def _explained(conflicts: Sequence[Conflict], corrections: str, text: PageText) -> list[Component]:
    return [
        html.Ol([html.Li(_conflict(one, text)) for one in conflicts], className="conflicts"),
        html.P(corrections, className="lead"),
    ]


def _conflict(conflict: Conflict, text: PageText) -> list[Component]:
    steps = html.Ol([html.Li(step) for step in conflict.steps], className="steps")
    rows = html.Ul([html.Li(row) for row in conflict.rows])
    arithmetic = [html.Details([html.Summary(text.arithmetic), steps])] if conflict.steps else []
    return [html.P(conflict.sentence), rows, *arithmetic]


def _trial(trial: Trial, page: Content) -> Component:
    text = page.text
    refusal = [html.P(trial.refusal, className="refusal", role="alert")] if trial.refusal else []
    answer = [] if trial.answer is None else [_answer(trial.answer, text)]
    note = html.P(text.what_if_note, className="note")
    return html.Section([html.H2(text.what_if), _form(trial, page), *refusal, *answer, note], className="what-if")


def _form(trial: Trial, page: Content) -> Component:
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
            dcc.Input(id="what-if-value", name="value", value=trial.value, type="text", autoComplete="off", size="8"),
            html.Button(text.what_if_ask, type="submit"),
        ],
    )


def _answer(answer: Answer, text: PageText) -> Component:
    verdict = html.Strong(text.verdicts[answer.verdict])
    found: list[Component] = [html.P(answer.row), html.P([sign(answer.verdict), " ", verdict])]
    if answer.conflicts:
        found += _explained(answer.conflicts, answer.corrections, text)
    return html.Div(found, className="answer", role="status")
