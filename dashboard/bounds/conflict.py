"""Which rows cannot all be true, and which smallest sets of rows to doubt.

Each row is a claim of one or two statements. With an elastic unknown s >= 0 added to every statement of a claim, the
least s that lets all of them hold is 0 exactly when they can all be true; otherwise its multipliers combine the
statements to 0 >= s > 0, and the rows with a multiplier contain a conflict. Rows that hold only where the base of a
rate is 0 contradict that rate as well: rates alone all hold for a trade of nothing.

A *conflict* is a minimal set of rows that cannot all be true. A *correction* is a minimal set of rows without which
the rest can. Every correction meets every conflict, and each family is the other's minimal hitting sets (Reiter
1987, "A theory of diagnosis from first principles"; Greiner, Smith, Wilkerson 1989). So corrections are grown in
the order of their size, each step hitting one conflict more, and every conflict is met on the way: the rows outside one
that was not met would hit all the others, so one of the corrections would miss it. Identities are no claims and are
never blamed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cached_property
from typing import Final

from dashboard.bounds.proof import Proof, Step
from dashboard.bounds.system import Form, Part, Statement, System
from dashboard.lp.optimum import ExactProgram
from dashboard.lp.tableau import Optimum, Status
from dashboard.values.observation import Observation

CAP: Final = 2_000
"""How many sets of rows are tried before the search stops and says that it is not complete …"""
EFFORT: Final = 200_000
"""… or fewer in a large block: this many statements are looked at, which takes about a second."""

_SEEN: Final = 1e-6
"""A base of so much, in bn, at the solver's point is surely more than 0; a smaller one is looked into exactly."""

Lines = frozenset[int]


@dataclass(frozen=True, slots=True)
class Conflict:
    """A minimal set of rows that cannot all be true, with the proof."""

    lines: tuple[int, ...]
    proof: Proof


@dataclass(frozen=True, slots=True)
class Conflicts:
    """All that is wrong with a set of rows.

    Attributes:
        conflicts: The minimal conflicts, by their lines; empty when all rows can be true.
        corrections: Every smallest set of lines whose removal makes the rest consistent.
        is_complete: False when the search stopped at its cap: there may be more conflicts, and more or smaller
            corrections. At least one of each is always given.
    """

    conflicts: tuple[Conflict, ...] = ()
    corrections: tuple[tuple[int, ...], ...] = ()
    is_complete: bool = True


class Claims:
    """Rows of one block as claims that can be taken in and out."""

    def __init__(self, system: System, parts: Mapping[int, Part]) -> None:
        """Take the rows of the lines `parts` names, each in that reading."""
        self._system = system
        self._statements: list[Statement] = list(system.rules)
        self._rows_of: dict[int, list[int]] = {}
        for row in system.rows:
            for statement in system.statements(row, parts[row.line]) if row.line in parts else ():
                self._rows_of.setdefault(row.line, []).append(len(self._statements))
                self._statements.append(statement)
        bases = ((row.line, system.presupposed(row)) for row in system.rows if row.line in self._rows_of)
        self._bases = {line: base for line, base in bases if base is not None}
        self._elastic = len(system.unknowns)
        self._program = ExactProgram(self._elastic + 1, [self._row(statement) for statement in self._statements])
        self.lines: Lines = frozenset(self._rows_of)
        self.size = len(self._statements)

    def contradiction(self, lines: Iterable[int]) -> Proof | None:
        """Return the proof that the rows of these lines cannot all be true, or None when they can."""
        chosen = frozenset(lines)
        rows = [row for line in chosen for row in self._rows_of.get(line, ())]
        binding = (*range(len(self._system.rules)), *rows)
        self._program.activate(binding)
        found = self._program.minimise(((self._elastic, Fraction(1)),))
        if found.value > 0:
            return self._proof(found.value, self._steps(found))
        unseen = (b for line, b in self._bases.items() if line in chosen and b.form.near(found.near) < _SEEN)
        proofs = (self._proof_of_nothing(base, binding) for base in unseen)
        return next((proof for proof in proofs if proof is not None), None)

    def conflict(self, lines: Iterable[int]) -> Conflict | None:
        """Return one minimal conflict among these lines, or None when they can all be true."""
        proof = self.contradiction(lines)
        if proof is None:
            return None
        kept = list(proof.lines)
        for line in proof.lines:
            smaller = self.contradiction(other for other in kept if other != line)
            if smaller is not None:
                proof = smaller
                kept = [other for other in kept if other in smaller.lines]
        return Conflict(tuple(kept), proof)

    def _row(self, statement: Statement) -> tuple[tuple[tuple[int, Fraction], ...], Fraction]:
        elastic = ((self._elastic, Fraction(1)),) if statement.line is not None else ()
        return (*statement.form.terms, *elastic), -statement.form.constant

    @cached_property
    def _plain(self) -> ExactProgram:
        return ExactProgram(self._elastic, [(s.form.terms, -s.form.constant) for s in self._statements])

    def _proof_of_nothing(self, base: Statement, binding: tuple[int, ...]) -> Proof | None:
        """Return the proof that the base of a rate must be 0, which the rate takes for granted not to be; or None."""
        self._plain.activate(binding)
        found = self._plain.minimise(base.form.times(Fraction(-1)).terms)
        if found.status is not Status.OPTIMAL or found.value < 0:
            return None
        return self._proof(-base.form.constant, (Step(Fraction(1), base), *self._steps(found)))

    def _steps(self, found: Optimum) -> tuple[Step, ...]:
        return tuple(Step(times, self._statements[row]) for row, times in found.multipliers)

    def _proof(self, reached: Fraction, steps: tuple[Step, ...]) -> Proof:
        return Proof(
            claim="contradiction",
            bound=reached,
            goal=Form(),
            at_least=reached,
            steps=steps,
            unknowns=self._system.unknowns,
        ).verified()


def explain(claims: Claims, lines: Lines | None = None, cap: int = CAP) -> Conflicts:
    """Return every minimal conflict and every smallest correction among the claims of these lines (or all)."""
    search = _Search(
        claims=claims, lines=claims.lines if lines is None else lines, cap=min(cap, EFFORT // max(claims.size, 1))
    )
    search.run()
    if not search.known:
        return Conflicts()
    least = min(len(found) for found in search.corrections)
    smallest = sorted(tuple(sorted(found)) for found in search.corrections if len(found) == least)
    conflicts = sorted(search.known, key=lambda conflict: (len(conflict.lines), conflict.lines))
    return Conflicts(tuple(conflicts), tuple(smallest), search.is_complete)


def hitting_sets(family: Iterable[Lines]) -> set[Lines]:
    """Return every minimal set that shares a member with each set of a family (Berge's multiplication)."""
    found: set[Lines] = {frozenset()}
    for members in family:
        hit = {old for old in found if old & members}
        grown = {old | {member} for old in found - hit for member in members}
        found = hit | {new for new in grown if not any(old <= new for old in hit)}
        found = {new for new in found if not any(other < new for other in found)}
    return found


@dataclass(kw_only=True)
class _Search:
    """Sets of lines to leave out, tried in the order of their size."""

    claims: Claims
    lines: Lines
    cap: int
    known: list[Conflict] = field(default_factory=list)
    corrections: list[Lines] = field(default_factory=list)
    is_complete: bool = True

    def run(self) -> None:
        layer: set[Lines] = {frozenset()}
        tried = 0
        while layer:
            following: set[Lines] = set()
            for left_out in sorted(layer, key=sorted):
                tried += 1
                if tried > self.cap:
                    self._stop()
                    return
                following |= self._next(left_out)
            layer = following

    def _stop(self) -> None:
        self.is_complete = False
        if not self.corrections:
            self.corrections.append(self._any_correction())

    def _any_correction(self) -> Lines:
        """Return a minimal correction: the lines of most known conflicts left out, one after another."""
        left_out: Lines = frozenset()
        while (conflict := self.claims.conflict(self.lines - left_out)) is not None:
            self.known.append(conflict)
            blamed = Counter(line for known in self.known for line in known.lines)
            left_out |= {max(conflict.lines, key=lambda line: blamed[line])}
        for line in sorted(left_out):
            if self.claims.contradiction(self.lines - (left_out - {line})) is None:
                left_out -= {line}
        return left_out

    def note(self, conflict: Conflict | None) -> None:
        if conflict is not None:
            self.known.append(conflict)

    def _next(self, left_out: Lines) -> set[Lines]:
        if any(found <= left_out for found in self.corrections):
            return set()
        conflict = next((known for known in self.known if not left_out & set(known.lines)), None)
        if conflict is None:
            conflict = self.claims.conflict(self.lines - left_out)
            self.note(conflict)
        if conflict is None:
            self.corrections.append(left_out)
            return set()
        return {left_out | {line} for line in conflict.lines}


def hard_parts(rows: Iterable[Observation]) -> dict[int, Part]:
    """Return the binding reading of every row, by line."""
    return {row.line: Part.HARD for row in rows}
