"""Reviews and bounds as JSON: plain numbers, and the exact ones as "p/q" texts."""

from __future__ import annotations

import json
from collections.abc import Iterable
from fractions import Fraction
from typing import Any

from dashboard.bounds.model import Bounds
from dashboard.judging.findings import Finding
from dashboard.judging.hypotheses import Hypothesis, Suspect, suspects
from dashboard.judging.judgement import Judgement, RowJudgement
from dashboard.judging.review import Review, Scope
from dashboard.values.errors import Problem
from dashboard.values.interval import Interval
from dashboard.values.observation import Block, Dataset
from dashboard.values.period import Period
from dashboard.wording.phrases import unit_of

Json = dict[str, Any]
"""A part of an answer; tuples become lists when it is written."""


def content(answer: Json) -> bytes:
    """Return an answer as the bytes of a file."""
    return (json.dumps(answer, ensure_ascii=False, indent=1) + "\n").encode("utf-8")


def problems(why: Iterable[Problem]) -> Json:
    """Return why there is no answer."""
    keys = ("file", "line", "column", "found", "message")
    return {"problems": [{key: getattr(problem, key) for key in keys} for problem in why]}


def review(dataset: Dataset, reviewed: Review) -> Json:
    """Return all that `check` says."""
    return {
        "data": {"rows": len(dataset.observations), "sources": len(dataset.sources)},
        **problems(reviewed.unproved),
        "notices": [str(notice) for notice in dataset.notices],
        "verdict": str(reviewed.verdict),
        "scopes": [_scope(scope) for scope in reviewed.scopes],
        "rows": [_row(row) for scope in reviewed.scopes for row in scope.rows],
        "findings": [_finding(finding) for finding in reviewed.findings],
    }


def bounds(of: Bounds, block: Block, judgement: Judgement) -> Json:
    """Return all that `bounds` says of one system."""
    quantity = of.quantity
    return {
        **_low_and_high(of.interval),
        "unit": unit_of(quantity, block.currency),
        "exact": _exact(of.interval),
        "lines": of.lines,
        "proof": _proof(of),
        "measure": quantity.measure,
        "flow": quantity.flow,
        "period": str(quantity.period),
        "compared_with": _period(quantity.base),
        **_block(block),
        "verdict": str(judgement.verdict),
        "without": of.without,
        "corrections": judgement.explained.corrections,
    }


def alternative(of: Bounds) -> Json:
    """Return the bounds after another smallest correction, with the lines that it leaves out."""
    exact, proof = _exact(of.interval), _proof(of)
    return {**_low_and_high(of.interval), "exact": exact, "lines": of.lines, "without": of.without, "proof": proof}


def _scope(scope: Scope) -> Json:
    judged, explained = scope.judgement, scope.judgement.explained
    return {
        "level": scope.level,
        "source": scope.source,
        **_block(scope.block),
        "verdict": str(scope.verdict),
        "margin": _number(judged.margin),
        "lines": judged.lines,
        "conflicts": [conflict.lines for conflict in explained.conflicts],
        "corrections": explained.corrections,
        "is_complete": explained.is_complete,
        "proofs": [conflict.proof.as_json() for conflict in explained.conflicts],
        "suspects": [_suspect(suspect) for suspect in suspects(judged)],
        "left_out": scope.left_out,
    }


def _suspect(suspect: Suspect) -> Json:
    return {
        "line": suspect.row.line,
        "needed": _pair(suspect.needed),
        "exact": _exact(suspect.needed),
        "corrections": suspect.corrections,
        "hypotheses": [_hypothesis(hypothesis) for hypothesis in suspect.hypotheses],
    }


def _hypothesis(hypothesis: Hypothesis) -> Json:
    return {
        "slip": hypothesis.slip,
        "value": float(hypothesis.value),
        "period": _period(hypothesis.period),
        "base": _pair(hypothesis.base),
    }


def _row(judged: RowJudgement) -> Json:
    row = judged.row
    return {
        "line": row.line,
        "source": row.source,
        "flow": row.flow,
        "period": str(row.period),
        "measure": row.measure,
        "unit": row.unit.text,
        "reported": _pair(judged.reported),
        "implied": _pair(judged.implied),
        "verdict": str(judged.verdict),
        "without": judged.bounds.without,
        "exact": {"reported": _exact(judged.reported), "implied": _exact(judged.implied)},
        "proof": _proof(judged.bounds),
    }


def _finding(finding: Finding) -> Json:
    return {
        "level": finding.level,
        "rule": finding.rule,
        "verdict": str(finding.verdict),
        "sources": finding.sources,
        "flow": finding.quantity.flow,
        "period": str(finding.quantity.period),
        "measure": finding.quantity.measure,
        "unit": unit_of(finding.quantity, finding.block.currency),
        "stated": _pair(finding.stated),
        "allowed": _pair(finding.allowed),
        "gap": _pair(finding.gap),
        "relative": _pair(finding.relative),
        "lines": finding.lines,
    }


def _block(block: Block) -> Json:
    return {name: getattr(block, name) for name in ("reporter", "partner", "scope", "product", "currency")}


def _proof(of: Bounds) -> Json:
    ends = (("low", of.low), ("high", of.high))
    return {side: None if proof is None else proof.as_json() for side, proof in ends}


def _low_and_high(interval: Interval) -> Json:
    return {"low": _number(interval.low), "high": _number(interval.high)}


def _pair(interval: Interval | None) -> tuple[float | None, float | None] | None:
    return None if interval is None else (_number(interval.low), _number(interval.high))


def _exact(interval: Interval) -> tuple[str | None, ...]:
    return tuple(None if end is None else str(end) for end in (interval.low, interval.high))


def _number(number: Fraction | None) -> float | None:
    return None if number is None else float(number)


def _period(period: Period | None) -> str | None:
    return None if period is None else str(period)
