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
from dashboard.wording.phrases import unit_of


def content(answer: dict[str, Any]) -> bytes:
    """Return an answer as the bytes of a file."""
    return (json.dumps(answer, ensure_ascii=False, indent=1) + "\n").encode("utf-8")


def problems(found: Iterable[Problem]) -> dict[str, Any]:
    """Return why there is no answer."""
    return {"problems": _problems(found)}


def _problems(found: Iterable[Problem]) -> list[dict[str, Any]]:
    keys = ("file", "line", "column", "found", "message")
    return [{key: getattr(problem, key) for key in keys} for problem in found]


def review(dataset: Dataset, found: Review) -> dict[str, Any]:
    """Return all that `check` says."""
    return {
        "data": {"rows": len(dataset.observations), "sources": len(dataset.sources)},
        "problems": _problems(found.unproved),
        "notices": [str(notice) for notice in dataset.notices],
        "verdict": str(found.verdict),
        "scopes": [_scope(scope) for scope in found.scopes],
        "rows": [_row(row) for scope in found.scopes for row in scope.rows],
        "findings": [_finding(finding) for finding in found.findings],
    }


def bounds(found: Bounds, block: Block, judgement: Judgement) -> dict[str, Any]:
    """Return all that `bounds` says of one system."""
    quantity = found.quantity
    return {
        **_ends(found.interval),
        "unit": unit_of(quantity, block.currency),
        "exact": _exact(found.interval),
        "lines": list(found.lines),
        "proof": _proof(found),
        "measure": str(quantity.measure),
        "flow": str(quantity.flow),
        "period": str(quantity.period),
        "compared_with": None if quantity.base is None else str(quantity.base),
        **_block(block),
        "verdict": str(judgement.verdict),
        "without": list(found.without),
        "corrections": [list(lines) for lines in judgement.explained.corrections],
    }


def alternative(found: Bounds) -> dict[str, Any]:
    """Return the bounds after another smallest correction, with the lines that it leaves out."""
    return {
        **_ends(found.interval),
        "exact": _exact(found.interval),
        "lines": list(found.lines),
        "without": list(found.without),
        "proof": _proof(found),
    }


def _scope(scope: Scope) -> dict[str, Any]:
    judged, explained = scope.judgement, scope.judgement.explained
    return {
        "level": str(scope.level),
        "source": scope.source,
        **_block(scope.block),
        "verdict": str(scope.verdict),
        "margin": None if judged.margin is None else float(judged.margin),
        "lines": list(judged.lines),
        "conflicts": [list(conflict.lines) for conflict in explained.conflicts],
        "corrections": [list(lines) for lines in explained.corrections],
        "is_complete": explained.is_complete,
        "proofs": [conflict.proof.as_json() for conflict in explained.conflicts],
        "suspects": [_suspect(suspect) for suspect in suspects(judged)],
        "left_out": list(scope.left_out),
    }


def _suspect(suspect: Suspect) -> dict[str, Any]:
    return {
        "line": suspect.row.line,
        "needed": _pair(suspect.needed),
        "exact": _exact(suspect.needed),
        "corrections": [list(lines) for lines in suspect.corrections],
        "hypotheses": [_hypothesis(hypothesis) for hypothesis in suspect.hypotheses],
    }


def _hypothesis(hypothesis: Hypothesis) -> dict[str, Any]:
    return {
        "slip": str(hypothesis.slip),
        "value": float(hypothesis.value),
        "period": None if hypothesis.period is None else str(hypothesis.period),
        "base": None if hypothesis.base is None else _pair(hypothesis.base),
    }


def _row(row: RowJudgement) -> dict[str, Any]:
    return {
        "line": row.row.line,
        "source": row.row.source,
        "flow": str(row.row.flow),
        "period": str(row.row.period),
        "measure": str(row.row.measure),
        "unit": row.row.unit.text,
        "reported": _pair(row.reported),
        "implied": _pair(row.implied),
        "verdict": str(row.verdict),
        "without": list(row.bounds.without),
        "exact": {"reported": _exact(row.reported), "implied": _exact(row.implied)},
        "proof": _proof(row.bounds),
    }


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "level": str(finding.level),
        "rule": str(finding.rule),
        "verdict": str(finding.verdict),
        "sources": list(finding.sources),
        "flow": str(finding.quantity.flow),
        "period": str(finding.quantity.period),
        "measure": str(finding.quantity.measure),
        "unit": unit_of(finding.quantity, finding.block.currency),
        "stated": _pair(finding.stated),
        "allowed": _pair(finding.allowed),
        "gap": None if finding.gap is None else _pair(finding.gap),
        "relative": None if finding.relative is None else _pair(finding.relative),
        "lines": list(finding.lines),
    }


def _block(block: Block) -> dict[str, str]:
    return {
        "reporter": block.reporter,
        "partner": block.partner,
        "scope": block.scope,
        "product": block.product,
        "currency": block.currency,
    }


def _proof(found: Bounds) -> dict[str, Any]:
    ends = (("low", found.low), ("high", found.high))
    return {side: None if proof is None else proof.as_json() for side, proof in ends}


def _ends(interval: Interval) -> dict[str, float | None]:
    low, high = _pair(interval)
    return {"low": low, "high": high}


def _pair(interval: Interval) -> list[float | None]:
    return [_number(interval.low), _number(interval.high)]


def _exact(interval: Interval) -> list[str | None]:
    return [None if end is None else str(end) for end in (interval.low, interval.high)]


def _number(end: Fraction | None) -> float | None:
    return None if end is None else float(end)
