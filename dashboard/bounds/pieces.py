"""What bears on each other: unknowns that statements join, and the programs that are asked about them.

Unknowns that no statement joins, not even through others, say nothing about each other. So each piece is a program of
its own, and a block of many unrelated months is no harder than its months one by one.

An end needs no program where it is plain: a row that prints the quantity is the proof of its own end, and that end is
attained when a point met it that all rows allow. Every answered program leaves such a point, where many rows are met.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from fractions import Fraction
from functools import cached_property

from dashboard.bounds.system import Form, Statement
from dashboard.lp.optimum import ExactProgram
from dashboard.lp.tableau import Optimum, Status, Terms, magnifier

_ZERO = Fraction(0)
_ONE = Fraction(1)

Lines = frozenset[int]
Multipliers = tuple[tuple[int, Fraction], ...]


def joined(size: int, groups: Iterable[Sequence[int]]) -> tuple[int, ...]:
    """Return a number for each of `size` things, the same for two that are in one group, also through others."""
    parent = list(range(size))

    def top(one: int) -> int:
        while parent[one] != one:
            parent[one] = one = parent[parent[one]]
        return one

    for group in groups:
        for one in group:
            parent[top(one)] = top(group[0])
    return tuple(top(one) for one in range(size))


class Piece:
    """Some statements and their unknowns, asked many times, each time without the rows of some lines."""

    def __init__(self, statements: Iterable[Statement], unknowns: Iterable[int]) -> None:
        """Take all statements that speak of these unknowns."""
        self.statements = tuple(statements)
        self._columns = {unknown: column for column, unknown in enumerate(unknowns)}
        self._rows_of: dict[int, list[int]] = defaultdict(list)
        self._saying: dict[Terms, list[int]] = defaultdict(list)
        for row, statement in enumerate(self.statements):
            if statement.line is not None:
                self._rows_of[statement.line].append(row)
            self._saying[statement.form.terms].append(row)
        self._everything = frozenset(range(len(self.statements)))
        rules = (row for row, statement in enumerate(self.statements) if statement.line is None)
        self._rules = sorted(rules, key=lambda row: self.statements[row].form.terms, reverse=True)
        self._sound: set[Lines] = set()
        self._met: dict[Lines, set[int]] = defaultdict(set)
        self._above_nought: set[tuple[Form, Lines]] = set()
        self._is_one: dict[Form, tuple[int, int]] = {}

    def holds(self, without: Collection[int]) -> bool:
        """Return whether the statements of all rows but those of some lines hold together."""
        left_out = self._own(without)
        if any(known <= left_out for known in self._sound):
            return True
        if self._answer((), left_out).status is Status.INFEASIBLE:
            return False
        self._sound.add(left_out)
        return True

    def least(self, above: Form, below: Form | None, without: Collection[int]) -> Optimum:
        """Return the exact least value of a form, or of the ratio of two; `multipliers` are by place in `statements`.

        Raises:
            SolverError: No answer, or one that could not be proved.
        """
        left_out = self._own(without)
        found = self._found(above, below, left_out)
        by_rules = None if found.value or found.status is not Status.OPTIMAL else self._by_rules(above)
        return found if by_rules is None else replace(found, multipliers=by_rules)

    def _found(self, above: Form, below: Form | None, left_out: Lines) -> Optimum:
        if below is None:
            return self._plain(above, left_out) or self._answer(self._terms(above), left_out)
        found = self._quotient(above, below, left_out) if self._is_positive(below, left_out) else None
        return found or self._ratio(above, below, left_out)

    def _by_rules(self, form: Form) -> Multipliers | None:
        """Return the proof of a form to be 0 at least that rests on no row, but on rules alone, if there is one."""
        left = dict(form.terms)
        used: list[tuple[int, Fraction]] = []
        for row in self._rules:
            before, total = (unknown for unknown, _ in self.statements[row].form.terms)
            times = left.pop(total, _ZERO)
            if times > 0:
                used.append((row, times))
                left[before] = left.get(before, _ZERO) + times
            elif times:
                return None
        return tuple(reversed(used)) if all(c >= 0 for c in left.values()) else None

    def _own(self, without: Collection[int]) -> Lines:
        return frozenset(line for line in without if line in self._rows_of)

    def _active(self, left_out: Lines) -> frozenset[int]:
        if not left_out:
            return self._everything
        return self._everything.difference(row for line in left_out for row in self._rows_of[line])

    def _terms(self, form: Form) -> Terms:
        return tuple((self._columns[unknown], c) for unknown, c in form.terms)

    def _plain(self, form: Form, left_out: Lines) -> Optimum | None:
        """Return the end that a row prints, where a point that the rows allow has met it."""
        rows = [row for row in self._saying.get(form.terms, ()) if self.statements[row].line not in left_out]
        if not rows:
            return None
        row = min(rows, key=lambda row: self.statements[row].form.constant)
        if row not in self._met[frozenset()] and row not in self._met[left_out]:
            return None
        return Optimum(status=Status.OPTIMAL, value=-self.statements[row].form.constant, multipliers=((row, _ONE),))

    def _answer(self, cost: Terms, left_out: Lines) -> Optimum:
        self._amounts.activate(self._active(left_out))
        found = self._amounts.minimise(cost)
        self._met[left_out].update(found.tight)
        return found

    def _is_positive(self, form: Form, left_out: Lines) -> bool:
        """Return whether a form is proved to be more than 0: mostly a row says so."""
        said = (self.statements[row] for row in self._saying.get(form.terms, ()))
        if any(s.form.constant < 0 and s.line not in left_out for s in said):
            return True
        if any(known == form and lines >= left_out for known, lines in self._above_nought):
            return True
        if self._answer(self._terms(form), left_out).value > 0:
            self._above_nought.add((form, left_out))
            return True
        return False

    def _quotient(self, above: Form, below: Form, left_out: Lines) -> Optimum | None:
        self._amounts.activate(self._active(left_out))
        found = self._amounts.minimise_ratio(self._terms(above), self._terms(below))
        if found is not None:
            self._met[left_out].update(found.tight)
        return found

    def _ratio(self, above: Form, below: Form, left_out: Lines) -> Optimum:
        if below not in self._is_one:
            terms = self._terms(below)
            minus = tuple((column, -c) for column, c in terms)
            self._is_one[below] = (self._ratios.add((terms, _ONE)), self._ratios.add((minus, -_ONE)))
        self._ratios.activate((*self._active(left_out), *self._is_one[below]))
        found = self._ratios.minimise(self._terms(above))
        known = tuple((row, times) for row, times in found.multipliers if row < len(self.statements))
        return Optimum(status=found.status, value=found.value, multipliers=known)

    @cached_property
    def _amounts(self) -> ExactProgram:
        rows = [(self._terms(statement.form), -statement.form.constant) for statement in self.statements]
        return ExactProgram(len(self._columns), rows)

    @cached_property
    def _ratios(self) -> ExactProgram:
        size = len(self._columns)
        forms = [statement.form for statement in self.statements]
        unit = magnifier(form.constant for form in forms)
        rows = [((*self._terms(f), *(((size, f.constant * unit),) if f.constant else ())), _ZERO) for f in forms]
        return ExactProgram(size + 1, rows)
