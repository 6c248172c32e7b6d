"""What follows from the data: every row judged, derived numbers as exact intervals with proofs; in words, as charts.

    >>> from pathlib import Path
    >>> from dashboard.dataset import Flow, load
    >>> data = load(Path("data"))
    >>> view = look(data, review(data), source="mfa-2023-01")
    >>> balance = view.metric(Measure.LEVEL, Flow.BALANCE)
    >>> balance.interval
    Interval(low=Fraction(-1, 5), high=Fraction(0, 1))
    >>> Sentences.of(data, Language.EN).metric(balance, "USD")
    'Balance in January–October 2022: USD −0.2 to 0.0 bn, derived from lines 6 and 8.'

    review, look         the whole data set judged; one source's count of one trade in one period, with its metrics
    judge, what_if       some rows judged; the same with another number in one of them
    Model, Quantity      some rows as a linear program; any number that its bounds can be asked for
    Sentences, headline  what was found in words, in the languages of `Language`
    in_words             the proof of a bound, step by step
    draw, Words          a chart of a view: picture, sentence, table, text, source

A way in for programs: its names stay, wherever the code behind them lives.
"""

from __future__ import annotations

from dashboard.bounds.model import Bounds, Model
from dashboard.bounds.proof import Proof
from dashboard.bounds.quantity import Quantity
from dashboard.bounds.system import Side
from dashboard.bounds.verdict import Verdict
from dashboard.charts import draw
from dashboard.judging.findings import Finding
from dashboard.judging.judgement import judge, what_if
from dashboard.judging.metrics import Metric, Role, compare
from dashboard.judging.review import Review, review
from dashboard.judging.view import View, look
from dashboard.languages.language import Language
from dashboard.values.errors import QuestionError, SolverError
from dashboard.values.measure import Measure
from dashboard.wording.headline import headline
from dashboard.wording.proofs import bound as in_words
from dashboard.wording.sentences import Sentences
from dashboard.wording.words import Words

__all__ = [
    "Bounds",
    "Finding",
    "Language",
    "Measure",
    "Metric",
    "Model",
    "Proof",
    "Quantity",
    "QuestionError",
    "Review",
    "Role",
    "Sentences",
    "Side",
    "SolverError",
    "Verdict",
    "View",
    "Words",
    "compare",
    "draw",
    "headline",
    "in_words",
    "judge",
    "look",
    "review",
    "what_if",
]
