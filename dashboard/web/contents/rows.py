"""The rows of a source as a table in words: as printed, what each stands for, what the others allow for it."""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.bounds.verdict import Verdict
from dashboard.judging.judgement import RowJudgement
from dashboard.judging.view import View
from dashboard.values.measure import Measure
from dashboard.values.observation import Observation
from dashboard.values.period import Period
from dashboard.wording.cards import printed
from dashboard.wording.naming import SIGNS
from dashboard.wording.page_text import PAGE
from dashboard.wording.standing import decimals, sign, standing, without
from dashboard.wording.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One reported number in words.

    Attributes:
        what: "exports, growth".
        reported: "−8.4%", as printed.
        stands_for, allowed: The two ranges compared, in the row's unit; `allowed` names the lines that were left out,
            or says that no row bears on it.
        sign, verdict_word: The verdict, for a row of a conflict with the part that it has in it.
    """

    line: int
    what: str
    period: str
    reported: str
    stands_for: str
    allowed: str
    verdict: Verdict
    sign: str
    verdict_word: str
    wording: str
    note: str


def rows(view: View, words: Words, period: Period | None = None) -> tuple[Row, ...]:
    """Return the rows of a view in the order of their lines; only those of a period where one is given."""
    return tuple(_row(judged, words) for judged in view.scope.rows if period in (None, judged.row.period))


def said(row: Observation, words: Words) -> str:
    """Return a row in one line: "line 4: turnover, January–October 2022: 35.5 USD bn"."""
    text = PAGE[words.language]
    line = text.line.format(line=row.line)
    return f"{line}: {_what(row, words)}, {words.period(row.period)}: {_reported(row, words)}"


def _row(judged: RowJudgement, words: Words) -> Row:
    row, signed = judged.row, judged.row.measure.definition.is_signed
    return Row(
        line=row.line,
        what=_what(row, words),
        period=words.period(row.period),
        reported=_reported(row, words),
        stands_for=words.range(judged.reported, signed=signed),
        allowed=_allowed(judged, words, signed=signed),
        verdict=judged.verdict,
        sign=sign(judged, SIGNS),
        verdict_word=standing(judged, words),
        wording=row.wording,
        note=row.note,
    )


def _allowed(judged: RowJudgement, words: Words, *, signed: bool) -> str:
    if not judged.bounds.lines:
        return PAGE[words.language].alone
    found = words.range(judged.implied, decimals(judged, words), signed)
    left_out = without(judged.bounds.without, words)
    return f"{found} ({left_out})" if left_out else found


def _what(row: Observation, words: Words) -> str:
    name = words.flow(row.flow)
    return name if row.measure is Measure.LEVEL else f"{name}, {words.measure(row.measure)}"


def _reported(row: Observation, words: Words) -> str:
    return printed(row, words, row.unit.text, signed=row.measure.definition.is_signed)
