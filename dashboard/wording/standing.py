"""How a row stands to the other rows of its source, in words: a verdict, and for a row of a conflict which part it has.

Some rows of a conflict lie outside what the others allow. Others lie inside it, once a row that contradicts them is
left out: they take part in the conflict all the same, and say without which line they fit.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from dashboard.bounds.verdict import Verdict
from dashboard.judging.judgement import RowJudgement
from dashboard.languages.catalogue import Texts
from dashboard.wording.phrases import PHRASES, listed, printed_decimals
from dashboard.wording.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class StandingText:
    """How a row of a conflict is spoken of; [standing] of en.toml says what each is."""

    outside: str
    outside_by: str
    involved: str
    fits: str
    without: tuple[str, str]


TEXT: Final = Texts(StandingText, "standing")


def standing(judged: RowJudgement, words: Words) -> str:
    """Return the verdict of a row: "consistent", "outside by 0.3 pp", "in the conflict; fits without line 63"."""
    text = TEXT[words.language]
    if judged.verdict is not Verdict.CONTRADICTION:
        return words.verdict(judged.verdict)
    if judged.is_outside:
        return text.outside_by.format(gap=gap(judged, words))
    return text.fits.format(without=without(judged.fits_without, words)) if judged.fits_without else text.involved


def briefly(judged: RowJudgement, words: Words) -> str:
    """Return the same for little room: "outside", "in the conflict"."""
    text = TEXT[words.language]
    if judged.verdict is not Verdict.CONTRADICTION:
        return words.verdict(judged.verdict)
    return text.outside if judged.is_outside else text.involved


def sign(judged: RowJudgement, signs: Mapping[Verdict, str]) -> str:
    """Return the sign of a verdict, in brackets for a row that takes part in a conflict and does not lie outside."""
    is_involved = judged.verdict is Verdict.CONTRADICTION and not judged.is_outside
    return f"({signs[judged.verdict]})" if is_involved else signs[judged.verdict]


def allowed(judged: RowJudgement, words: Words) -> str:
    """Return what the others allow for a row, in its unit and written apart from a row that lies outside."""
    return words.beside(judged.implied, judged.widest, judged.row.unit.text, least=_least(judged))


def decimals(judged: RowJudgement, words: Words) -> int:
    """Return the decimals of what the others allow: for a row that lies outside no fewer than its number has."""
    return words.decimals_apart(judged.implied, judged.widest, _least(judged))


def gap(judged: RowJudgement, words: Words) -> str:
    """Return how far a row lies outside what the others allow, in its unit; "" where it does not."""
    return words.gap(judged.widest, judged.implied, judged.row.unit.text) if judged.is_outside else ""


def without(lines: Sequence[int], words: Words) -> str:
    """Return lines that were left out: "without line 63", "without lines 63 and 64"; "" for none."""
    if not lines:
        return ""
    numbers = listed([str(line) for line in lines], PHRASES[words.language].conjunction)
    return TEXT[words.language].without[len(lines) > 1].format(lines=numbers)


def _least(judged: RowJudgement) -> int:
    return printed_decimals(judged.row) if judged.is_outside else 0
