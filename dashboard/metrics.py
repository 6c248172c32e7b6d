"""What follows from the data: every row judged, derived numbers as exact intervals, each with its proof.

    >>> from pathlib import Path
    >>> from dashboard.dataset import Flow, load
    >>> data = load(Path("data"))
    >>> view = look(data, review(data), source="mfa-2023-01")
    >>> view.metric(Name.LEVEL, Flow.BALANCE).interval
    Interval(low=Fraction(-1, 5), high=Fraction(0, 1))

A way in for programs: its names stay, wherever the code behind them lives.
"""

from __future__ import annotations

from dashboard.bounds.model import Bounds, Model
from dashboard.bounds.proof import Proof
from dashboard.bounds.quantity import Asked, Quantity
from dashboard.bounds.system import Side
from dashboard.bounds.verdict import Verdict
from dashboard.judging.findings import Finding
from dashboard.judging.judgement import judge, what_if
from dashboard.judging.metrics import Metric, Name, compare
from dashboard.judging.review import Review, review
from dashboard.judging.view import View, look

__all__ = [
    "Asked",
    "Bounds",
    "Finding",
    "Metric",
    "Model",
    "Name",
    "Proof",
    "Quantity",
    "Review",
    "Side",
    "Verdict",
    "View",
    "compare",
    "judge",
    "look",
    "review",
    "what_if",
]
