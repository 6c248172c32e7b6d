"""Sparse systems of linear equations, solved exactly in fractions.

Bases of the programs here are small and nearly triangular, so elimination that always takes the shortest equation
next stays sparse.
"""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

Equation = tuple[dict[int, Fraction], Fraction]


def solve(equations: Iterable[Equation]) -> dict[int, Fraction] | None:
    """Return values of the unknowns for which every equation (coefficients, right-hand side) holds.

    An unknown that the equations leave open is 0 and left out. None when they cannot all hold.
    """
    waiting = [({k: c for k, c in terms.items() if c}, rhs) for terms, rhs in equations]
    done: list[tuple[int, dict[int, Fraction], Fraction]] = []
    while waiting:
        terms, rhs = waiting.pop(min(range(len(waiting)), key=lambda i: len(waiting[i][0])))
        if not terms:
            if rhs:
                return None
            continue
        pivot = _rarest(terms, waiting)
        scale = terms.pop(pivot)
        terms = {k: c / scale for k, c in terms.items()}
        rhs /= scale
        done.append((pivot, terms, rhs))
        waiting = [_without(pivot, terms, rhs, equation) for equation in waiting]
    return _back(done)


def _rarest(terms: dict[int, Fraction], waiting: list[Equation]) -> int:
    if len(terms) == 1:
        return next(iter(terms))
    return min(terms, key=lambda k: sum(k in others for others, _ in waiting))


def _without(pivot: int, terms: dict[int, Fraction], rhs: Fraction, equation: Equation) -> Equation:
    others, value = equation
    factor = others.pop(pivot, None)
    if factor is None:
        return equation
    for k, c in terms.items():
        left = others.get(k, 0) - factor * c
        if left:
            others[k] = Fraction(left)
        else:
            others.pop(k, None)
    return others, value - factor * rhs


def _back(done: list[tuple[int, dict[int, Fraction], Fraction]]) -> dict[int, Fraction]:
    found: dict[int, Fraction] = {}
    for pivot, terms, rhs in reversed(done):
        found[pivot] = rhs - sum((c * found[k] for k, c in terms.items() if k in found), Fraction(0))
    return {k: value for k, value in found.items() if value}
