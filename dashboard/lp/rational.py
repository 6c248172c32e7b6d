"""Sparse systems of linear equations, solved exactly in whole numbers.

Bases of the programs here are small and nearly triangular, so elimination that always takes the shortest equation
next stays sparse. Equations are kept in whole numbers without a common divisor: many times quicker than fractions.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from fractions import Fraction
from heapq import heapify, heappop, heappush
from math import gcd, lcm

Equation = tuple[Mapping[int, int], int]


def solve(equations: Iterable[Equation]) -> dict[int, Fraction] | None:
    """Return values of the unknowns for which every equation (coefficients, right-hand side) holds.

    An unknown that the equations leave open is 0 and left out. None when they cannot all hold.
    """
    elimination = _Elimination(equations)
    return elimination.back() if elimination.forward() else None


class _Elimination:
    """Equations by number, and by unknown the numbers of those that use it."""

    def __init__(self, equations: Iterable[Equation]) -> None:
        self._terms: list[dict[int, int]] = []
        self._rhs: list[int] = []
        self._users: dict[int, set[int]] = defaultdict(set)
        self._order: list[tuple[int, int]] = []
        for number, (terms, rhs) in enumerate(equations):
            self._terms.append({k: c for k, c in terms.items() if c})
            self._rhs.append(rhs)
            for k in self._terms[number]:
                self._users[k].add(number)
        self._queue = [(len(terms), number) for number, terms in enumerate(self._terms)]
        heapify(self._queue)

    def forward(self) -> bool:
        """Solve each equation for one unknown and put it into the others; False when one says 0 = something else."""
        waiting = set(range(len(self._terms)))
        while waiting:
            length, number = heappop(self._queue)
            if number not in waiting or length != len(self._terms[number]):
                continue
            waiting.remove(number)
            if not length:
                if self._rhs[number]:
                    return False
                continue
            pivot = min(self._terms[number], key=lambda k: len(self._users[k]))
            self._order.append((number, pivot))
            for k in self._terms[number]:
                self._users[k].discard(number)
            for other in tuple(self._users[pivot]):
                self._put(number, pivot, other)
        return True

    def _put(self, number: int, pivot: int, other: int) -> None:
        source, target = self._terms[number], self._terms[other]
        common = gcd(source[pivot], target[pivot])
        keep, take = source[pivot] // common, target[pivot] // common
        for k in target:
            target[k] *= keep
        for k, c in source.items():
            left = target.get(k, 0) - take * c
            if left:
                target[k] = left
                self._users[k].add(other)
            else:
                target.pop(k, None)
                self._users[k].discard(other)
        self._rhs[other] = self._rhs[other] * keep - take * self._rhs[number]
        self._reduce(other)
        heappush(self._queue, (len(target), other))

    def _reduce(self, number: int) -> None:
        terms = self._terms[number]
        common = gcd(self._rhs[number], *terms.values())
        if common > 1:
            self._rhs[number] //= common
            for k in terms:
                terms[k] //= common

    def back(self) -> dict[int, Fraction]:
        """Return the unknowns, the last one eliminated first."""
        found: dict[int, Fraction] = {}
        for number, pivot in reversed(self._order):
            terms = self._terms[number]
            known = [(found[k], c) for k, c in terms.items() if k in found]
            unit = lcm(*(value.denominator for value, _ in known))
            used = sum(value.numerator * (unit // value.denominator) * c for value, c in known)
            found[pivot] = Fraction(self._rhs[number] * unit - used, unit * terms[pivot])
        return {k: value for k, value in found.items() if value}
