"""The proof of a bound or of a contradiction: which statements, each how many times.

A bound is proved by a non-negative combination of statements (weak duality), a contradiction by a combination that
says 0 >= something positive (Farkas). `verifier.py` checks it; `as_json` is what is printed and can be checked
by anybody.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from dashboard.bounds.system import Form, Statement, Unknown
from dashboard.lp.verifier import Sum, fault
from dashboard.values.errors import SolverError
from dashboard.values.message import Message


@dataclass(frozen=True, slots=True)
class Step:
    """One statement and the number it is multiplied by."""

    times: Fraction
    statement: Statement


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """A claim `goal >= at_least` for all true values, and the steps that give it.

    Attributes:
        claim: "low" or "high" for an end of an interval, "contradiction" for rows that cannot all be true.
        bound: The end that is proved, in bn, % or times; what the contradiction reaches, in bn.
        goal: Coefficients by unknown: of the quantity for "low", of its negative for "high", none for a contradiction.
        at_least: What the goal is proved to reach, in bn.
        steps: The statements and their multipliers.
        unknowns: What each index in a form stands for.
    """

    claim: str
    bound: Fraction
    goal: Form
    at_least: Fraction
    steps: tuple[Step, ...]
    unknowns: tuple[Unknown, ...]

    def verified(self) -> Proof:
        """Return this proof once the verifier has accepted it.

        Raises:
            SolverError: The steps do not give the claim.
        """
        wrong = self.fault()
        if wrong is not None:
            raise SolverError(Message("the proof of {0} {1} does not hold: {2}", self.claim, self.bound, wrong))
        return self

    @property
    def lines(self) -> tuple[int, ...]:
        """The lines of the rows it rests on."""
        return tuple(sorted({step.statement.line for step in self.steps if step.statement.line is not None}))

    def fault(self) -> str | None:
        """Return None when the verifier accepts it, else the verifier's sentence."""
        return self._fault(str) and self._fault(self._name)  # names are written out for a sentence alone

    def as_json(self) -> dict[str, Any]:
        """Return it with exact numbers as "p/q" texts: claim, bound, goal, at_least, steps."""
        return {
            "claim": self.claim,
            "bound": str(self.bound),
            "goal": _texts(self._sum(self.goal)),
            "at_least": str(self.at_least),
            "steps": [
                {
                    "times": str(step.times),
                    "line": step.statement.line,
                    "side": str(step.statement.side),
                    "terms": _texts(self._sum(step.statement.form)),
                    "at_least": str(-step.statement.form.constant),
                }
                for step in self.steps
            ],
        }

    def _fault(self, name: Callable[[int], str]) -> str | None:
        def named(form: Form) -> Sum:
            return {name(index): coefficient for index, coefficient in form.terms}

        steps = [(s.times, named(s.statement.form), -s.statement.form.constant) for s in self.steps]
        return fault(named(self.goal), self.at_least, steps)

    def _name(self, index: int) -> str:
        return str(self.unknowns[index])

    def _sum(self, form: Form) -> Sum:
        return {self._name(index): coefficient for index, coefficient in form.terms}


def _texts(numbers: Sum) -> dict[str, str]:
    return {name: str(number) for name, number in numbers.items()}
