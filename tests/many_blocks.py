"""Tables of rows for the tests and benchmarks of `scale`: many blocks drawn from truths, rounded, some with a slip."""

from __future__ import annotations

from itertools import product
from random import Random
from typing import Final

import pyarrow as pa

from dashboard.scale.batch import ROW
from dashboard.scale.cells import CELLS

SIX: Final = tuple((flow, "2022-01/2022-10", measure) for measure in ("level", "growth")
                   for flow in ("exports", "imports", "turnover"))  # fmt: skip
"""Three levels and three growth rates: the block that press statements print."""
SHAPES: Final = (
    SIX,
    (("exports", "2022-Q1", "level"), ("exports", "2022-H1", "level"), ("turnover", "2022-H1", "growth")),
    (("exports", "2022", "share"), ("turnover", "2022", "level"), ("imports", "2022", "factor")),
    (("balance", "2022", "change"), ("balance", "2022", "level"), ("exports", "2022", "level"),
     ("imports", "2021", "level")),
    (("exports", "2022", "growth"), ("imports", "2022", "growth"), ("turnover", "2022", "growth")),
    (("exports", "2022-01", "level"), ("imports", "2022-01", "level"), ("turnover", "2022", "level"),
     ("balance", "2021", "level"), ("turnover", "2022", "growth")),
)  # fmt: skip
"""What the rows of a block are about."""
QUALIFIERS: Final = (
    ("",),
    ("", "truncated"),
    ("at least", "", ""),
    ("", "", "", "exact"),
    ("", "at most"),
    ("", "about"),
)
"""The hedges of the rows of a block, again and again."""

Kind = tuple[tuple[tuple[str, str, str], ...], str, tuple[str, ...]]
Truth = dict[tuple[str, int], float]


def table(rows: list[dict[str, str]]) -> pa.Table:
    """Return rows of cells as a table of texts, with their numbers."""
    columns = {name: [row.get(name, "") for row in rows] for name in CELLS}
    return pa.table({ROW: list(range(len(rows))), **columns})


def blocks(count: int, seed: int, *, slips: float = 0.1, mixed: bool = True) -> list[dict[str, str]]:
    """Return the rows of `count` blocks, of a dozen kinds if they are `mixed`, else all of one."""
    random = Random(seed)  # rows to test with
    kinds = random.sample(tuple(product(SHAPES, ("USD bn", "USD mn", "RUB bn"), QUALIFIERS)), 12)
    kinds = kinds if mixed else [(SIX, "USD bn", ("",))]
    return [row for number in range(count) for row in _block(f"s{number}", random.choice(kinds), random, slips)]


def _block(source: str, kind: Kind, random: Random, slips: float) -> list[dict[str, str]]:
    truth = {(flow, year): random.uniform(0.5, 40) for flow in ("exports", "imports") for year in (2021, 2022)}
    shape, money, hedges = kind
    rows = [_row(source, about, truth, money, hedges[at % len(hedges)]) for at, about in enumerate(shape)]
    if random.random() < slips:
        slipped = random.choice(rows)
        slipped["value"] = f"{float(slipped['value']) * random.choice((0.5, 1.05, 2)):.1f}"
    return rows


def _row(source: str, about: tuple[str, str, str], truth: Truth, money: str, hedge: str) -> dict[str, str]:
    flow, period, measure = about
    unit = {"growth": "%", "share": "%", "factor": "times"}.get(measure, money)
    number = _true(flow, period, measure, truth) * (1000 if unit == "USD mn" else 1)
    printed = {"truncated": f"{int(number * 10) / 10}", "at least": f"{number - 0.1:.1f}"}.get(hedge, f"{number:.1f}")
    return {
        "source": source, "reporter": "RUS", "partner": "BLR", "flow": flow, "period": period, "measure": measure,
        "value": printed, "unit": unit, "step": "" if hedge == "exact" else "0.1", "qualifier": hedge,
    }  # fmt: skip


def _true(flow: str, period: str, measure: str, truth: Truth) -> float:
    """Return what a row is about, where every month of a year has the same trade."""
    year, months = int(period[:4]), {4: 12, 15: 10}.get(len(period), {"Q": 3, "H": 6}.get(period[5:6], 1))
    now, before = (_amount(flow, when, months, truth) for when in (year, 2021))
    match measure:
        case "growth":
            return (now / before - 1) * 100
        case "factor":
            return now / before
        case "change":
            return now - before
        case "share":
            return now / _amount("turnover", year, months, truth) * 100
    return now


def _amount(flow: str, year: int, months: int, truth: Truth) -> float:
    exports, imports = (truth[name, year] * months / 12 for name in ("exports", "imports"))
    return {"exports": exports, "imports": imports, "turnover": exports + imports, "balance": exports - imports}[flow]
