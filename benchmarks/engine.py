"""How fast the engine answers about a block of ten years of monthly releases, beside scipy's linprog in the same run.

    python -m benchmarks.engine

The block has 684 rows: turnover, exports and imports from January to each month, level and growth. linprog solves the
same linear programs, over the same statements as a sparse matrix, without exact arithmetic and without proofs.
Times are the processor's: waiting for others who use the machine does not count.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from statistics import median
from time import process_time
from typing import Any

import numpy as np
from scipy.optimize import linprog
from scipy.sparse import csr_matrix

from dashboard.bounds.conflict import Claims, hard_parts
from dashboard.bounds.model import Model
from dashboard.bounds.quantity import Quantity
from dashboard.bounds.system import System
from dashboard.judging.judgement import judge
from dashboard.values.measure import Flow, Measure
from dashboard.values.observation import Observation
from tests.blocks import changed, ten_years


def main() -> None:
    """Print a table of medians."""
    block = ten_years()
    wrong = _mistyped(block)
    model = Model.of(block)
    asked = _asked(model)
    claims, broken = (Claims(System.of(rows), hard_parts(rows)) for rows in (block, wrong))
    everything, times = _everything(Model.of(block), asked)
    slow = median(_peer(model, quantity) for quantity in asked[:480:60])
    of_nothing = median(_peer(model, asked[0], 0.0) for _ in range(9))
    slow_ratio = median(_peer(model, quantity) for quantity in asked[480::20])
    print(f"{len(block)} rows, {2 * len(asked)} ends of {len(asked)} quantities; medians")
    _line("read into statements", _median(lambda: Model.of(block)))
    _line("feasibility, warm", _median(lambda: claims.contradiction(claims.lines)), of_nothing)
    _line("one exact bound with its proof, warm", median(times[:480]) / 2, slow)
    _line("one exact bound of a ratio, warm", median(times[480:]) / 2, slow_ratio)
    _line("all bounds", everything, 2 * (480 * slow + 120 * slow_ratio))
    _line("minimal conflict of a mistyped turnover", _median(lambda: broken.conflict(broken.lines)))
    _line("all that judging it takes, corrections and margin too", _median(lambda: judge(wrong), 3))
    _line("check on the shipped data, the whole process", _median(_check, 5))


def _line(work: str, seconds: float, peer: float | None = None) -> None:
    beside = "" if peer is None else f"   linprog {1000 * peer:9.1f} ms   {peer / seconds:5.1f} times"
    print(f"{work:55} {1000 * seconds:9.1f} ms{beside}")


def _check() -> None:
    subprocess.run([sys.executable, "-m", "dashboard", "check"], stdout=subprocess.DEVNULL, check=False)


def _median(work: Callable[[], object], times: int = 9) -> float:
    return median(_seconds(work) for _ in range(times))


def _seconds(work: Callable[[], object]) -> float:
    start = _clock()
    work()
    return _clock() - start


def _clock() -> float:
    ended = os.times()
    return process_time() + ended.children_user + ended.children_system


def _mistyped(block: tuple[Observation, ...]) -> tuple[Observation, ...]:
    at = next(at for at, row in enumerate(block) if at > len(block) // 2 and row.measure is Measure.LEVEL)
    return (*block[:at], changed(block[at], block[at].value + 2), *block[at + 1 :])


def _asked(model: Model) -> list[Quantity]:
    totals = model.system.timeline.totals
    levels = [Quantity.of(Measure.LEVEL, flow, total) for total in totals for flow in Flow]
    return levels + [Quantity.of(Measure.COVERAGE, Flow.EXPORTS, total) for total in totals]


def _everything(model: Model, asked: list[Quantity]) -> tuple[float, list[float]]:
    times = [_seconds(lambda q=quantity: model.bounds(q)) for quantity in asked]  # type: ignore[misc]
    return sum(times), times


def _peer(model: Model, quantity: Quantity, weight: float = 1.0) -> float:
    """Return the seconds that linprog takes for one end, a ratio by Charnes and Cooper; at weight 0 for feasibility."""
    size = len(model.system.unknowns)
    below = quantity.denominator(model.system)
    forms = [statement.form for statement in model.statements]
    entries = [(row, k, -float(c)) for row, form in enumerate(forms) for k, c in form.terms]
    limit = np.array([float(form.constant) for form in forms])
    equal: dict[str, Any] = {}
    if below is not None:
        entries += [(row, size, -constant) for row, constant in enumerate(limit.tolist())]
        one = [(k, float(c)) for k, c in below.terms]
        equal["A_eq"] = csr_matrix(([c for _, c in one], ([0] * len(one), [k for k, _ in one])), (1, size + 1))
        equal["b_eq"], limit, size = np.ones(1), np.zeros(len(forms)), size + 1
    matrix = csr_matrix(([c for _, _, c in entries], ([row for row, _, _ in entries], [k for _, k, _ in entries])))
    cost = np.zeros(size)
    for k, c in quantity.numerator(model.system).terms:
        cost[k] = weight * float(c)
    found: list[Any] = []
    seconds = _seconds(lambda: found.append(linprog(cost, matrix, limit, **equal, bounds=(0, None), method="highs")))
    if found[0].status != 0:
        raise SystemExit(f"linprog ended without an answer: {found[0].message}")
    return seconds


if __name__ == "__main__":
    main()
