"""One set of rows of one block, judged: verdict, margin, conflicts, corrections, and each row against the others.

What binds is judged together. A soft row ("about 40") is then tested alone against what the binding rows allow:
inside its soft interval it is consistent, between that and its outer interval undecided, beyond it no reading saves
it and it takes part in a conflict like any other. It never tightens a bound.
"""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction

from dashboard.bounds.conflict import Claims, Conflicts, explain, hard_parts, hitting_sets
from dashboard.bounds.model import Bounds, Model
from dashboard.bounds.quantity import Quantity
from dashboard.bounds.system import Part, System
from dashboard.bounds.verdict import Verdict, margin, worst
from dashboard.values.errors import SolverError
from dashboard.values.interval import Interval
from dashboard.values.observation import Observation
from dashboard.values.period import Period


@dataclass(frozen=True, slots=True, kw_only=True)
class RowJudgement:
    """One row against the other rows judged with it.

    Attributes:
        reported: What the row stands for, in its own unit; the soft interval of a soft row.
        implied: What the other rows allow for the same quantity, in its own unit; its proofs are in bn, % or times.
        bounds: The same in bn, % or times, with proofs; `bounds.without` names lines that had to be left out.
        unproved: Why `implied` could not be proved and so is open; "" where it is.
        is_hedged: Whether it takes part in a conflict by the widest reading of its hedge.
        fits_without: The lines without which a row fits that takes part in a conflict; empty where it does not fit.
    """

    row: Observation
    reported: Interval
    implied: Interval
    bounds: Bounds
    verdict: Verdict
    unproved: str = ""
    is_hedged: bool = False
    fits_without: tuple[int, ...] = ()

    @property
    def widest(self) -> Interval:
        """What the row stands for in the reading that is judged, in its own unit."""
        outer = self.row.meaning.outer
        return outer if self.is_hedged and outer is not None else self.reported

    @property
    def is_outside(self) -> bool:
        """Whether it lies outside what the others allow, which not every row of a conflict does."""
        return self.verdict is Verdict.CONTRADICTION and self.widest.meet(self.implied).is_empty


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """Some rows of one block, judged together.

    Attributes:
        margin: In half-widths, or None where nothing can be shrunk, or where no shrinking bears on a contradiction.
        explained: The conflicts and the smallest corrections; empty when there is no contradiction.
        soft: The verdict of every soft row, by line.
        unproved: Why nothing could be proved of them, so that they are undecided and bound nothing; "" where it could.
    """

    rows: tuple[Observation, ...]
    verdict: Verdict
    margin: Fraction | None
    explained: Conflicts
    soft: tuple[tuple[int, Verdict], ...]
    unproved: str = ""

    @property
    def lines(self) -> tuple[int, ...]:
        """The lines of the rows judged."""
        return tuple(row.line for row in self.rows)

    @property
    def in_conflict(self) -> frozenset[int]:
        """The lines of all rows that take part in a conflict."""
        return frozenset(line for conflict in self.explained.conflicts for line in conflict.lines)

    @property
    def beyond(self) -> frozenset[int]:
        """The lines of soft rows that take part in a conflict, by their outer intervals."""
        return frozenset(line for line, verdict in self.soft if verdict is Verdict.CONTRADICTION)

    @property
    def left_out(self) -> tuple[int, ...]:
        """The lines of the first smallest correction: what bounds leave out while the rows contradict each other."""
        return self.explained.corrections[0] if self.explained.corrections else ()

    def model(self, also: Iterable[Period] = ()) -> Model:
        """Return the model of the rows that can be true together: all but `left_out`."""
        return Model.of((row for row in self.rows if row.line not in self.left_out), also)

    def alternatives(self, quantity: Quantity, most: int | None = None) -> tuple[Bounds, ...]:
        """Return the bounds of a quantity after each further smallest correction, or after the first few of them.

        Each is labelled by `without`. The first correction is that of `model`; without a contradiction there is none.
        """
        further = self.explained.corrections[1:][:most]
        model = Model.of(self.rows, quantity.periods)
        return tuple(replace(model.bounds(quantity, found), without=found) for found in further)


def judge(rows: Iterable[Observation]) -> Judgement:
    """Return the judgement of some rows of one block.

    Raises:
        SolverError: No answer, or one that could not be proved.
    """
    system = System.of(rows)
    parts = hard_parts(system.rows)
    explained = explain(Claims(system, parts))
    sound = {line: part for line, part in parts.items() if line not in _first(explained)}
    soft = tuple((row.line, _soft(system, sound, row)) for row in system.rows if row.qualifier.is_soft)
    beyond = {line: Part.OUTER for line, verdict in soft if verdict is Verdict.CONTRADICTION}
    if beyond:
        parts = parts | beyond
        explained = explain(Claims(system, parts))
    room, sign = margin(system, parts)
    if explained.conflicts:
        return Judgement(
            rows=system.rows,
            verdict=Verdict.CONTRADICTION,
            margin=room if sign < 0 else None,
            explained=explained,
            soft=soft,
        )
    firm = Verdict.CONSISTENT if sign > 0 else Verdict.UNDECIDED
    return Judgement(
        rows=system.rows, verdict=worst([firm, *(v for _, v in soft)]), margin=room, explained=explained, soft=soft
    )


def unproved(rows: Iterable[Observation], why: str) -> Judgement:
    """Return the judgement of rows of which nothing could be proved."""
    ordered = tuple(sorted(rows, key=lambda row: row.line))
    return Judgement(
        rows=ordered,
        verdict=Verdict.UNDECIDED,
        margin=None,
        explained=Conflicts(is_complete=False),
        soft=(),
        unproved=why,
    )


def what_if(judgement: Judgement, line: int, value: Decimal) -> Judgement:
    """Return the judgement as it would be with another number on one line, printed to the same step."""
    changed = (replace(row, value=value) if row.line == line else row for row in judgement.rows)
    return judge(changed)


def against_the_others(judgement: Judgement) -> tuple[RowJudgement, ...]:
    """Return every row of a judgement beside what the other rows imply for it.

    Where the other rows contradict each other, a smallest correction of them is left out and named. What could not be
    proved is open and says why.
    """
    if judgement.unproved:
        return tuple(_open(row, judgement.unproved) for row in judgement.rows)
    model = Model.of(judgement.rows)
    with suppress(SolverError):  # said once for all rows it is quicker, and each row says it for itself
        model.require_sense(judgement.left_out)
    return tuple(_against(judgement, model, row) for row in judgement.rows)


def _against(judgement: Judgement, model: Model, row: Observation) -> RowJudgement:
    needless = _needless(judgement, row.line)
    try:
        bounds = replace(model.bounds(Quantity.of_row(row), {row.line, *needless}), without=needless)
    except SolverError as error:
        return _open(row, error.message)
    implied = bounds.interval.scaled(1 / row.unit.scale)
    reported = row.meaning.shown
    verdict = _row_verdict(judgement, row, reported, implied)
    judged = RowJudgement(
        row=row,
        reported=reported,
        implied=implied,
        bounds=bounds,
        verdict=verdict,
        is_hedged=row.line in judgement.beyond,
    )
    is_free = verdict is Verdict.CONTRADICTION and not judged.is_outside
    return replace(judged, fits_without=_freed_of(judgement, row.line, needless)) if is_free else judged


def _freed_of(judgement: Judgement, line: int, needless: tuple[int, ...]) -> tuple[int, ...]:
    """Return what binds no more where a row of conflicts fits: the lines left out, and hedges, which never bind."""
    mine = (conflict.lines for conflict in judgement.explained.conflicts if line in conflict.lines)
    hedges = {other for lines in mine for other in lines if other in judgement.beyond and other != line}
    return tuple(sorted({*needless, *hedges}))


def _open(row: Observation, why: str) -> RowJudgement:
    nothing = Bounds(quantity=Quantity.of_row(row), interval=Interval(), low=None, high=None)
    return RowJudgement(
        row=row, reported=row.meaning.shown, implied=Interval(), bounds=nothing, verdict=Verdict.UNDECIDED, unproved=why
    )


def _needless(judgement: Judgement, line: int) -> tuple[int, ...]:
    """Return a smallest correction of all rows but one: what meets every conflict that the row has no part in.

    It is that of the judgement, less the row, where this is among the smallest.
    """
    usual = tuple(other for other in judgement.left_out if other != line)
    if not judgement.explained.is_complete:
        return usual
    if not judgement.explained.conflicts:
        return usual
    soft = {row.line for row in judgement.rows if row.qualifier.never_binds}
    conflicts = (frozenset(conflict.lines) for conflict in judgement.explained.conflicts)
    rest = [lines for lines in conflicts if line not in lines and not lines & soft]
    return min(
        (tuple(sorted(found)) for found in hitting_sets(rest)), key=lambda found: (len(found), found != usual, found)
    )


def _row_verdict(judgement: Judgement, row: Observation, reported: Interval, implied: Interval) -> Verdict:
    if row.line in judgement.in_conflict:
        return Verdict.CONTRADICTION
    soft = dict(judgement.soft).get(row.line, Verdict.CONSISTENT)
    touching = judgement.verdict is Verdict.UNDECIDED and reported.meet(implied).width == 0
    return worst([soft, Verdict.UNDECIDED if touching else Verdict.CONSISTENT])


def _soft(system: System, sound: dict[int, Part], row: Observation) -> Verdict:
    for part, verdict in ((Part.SOFT, Verdict.CONSISTENT), (Part.OUTER, Verdict.UNDECIDED)):
        claims = Claims(system, sound | {row.line: part})
        if claims.contradiction(claims.lines) is None:
            return verdict
    return Verdict.CONTRADICTION


def _first(explained: Conflicts) -> tuple[int, ...]:
    return explained.corrections[0] if explained.corrections else ()
