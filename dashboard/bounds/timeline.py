"""Running totals: the fewest unknowns that hold everything calendar periods say about each other.

Periods that share months form a chain. A chain is cut at every month where one of its periods begins or ends, and
the unknowns are the totals from the chain's first month up to each cut. Any period of the chain is then a
difference of two totals (often a single one, as in January-March, January-June …), and all that nesting, adding up
and "a longer period is never less" say is that totals never fall. One unknown per month would say the same with
about seven times the coefficients.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass

from dashboard.values.errors import QuestionError
from dashboard.values.message import Message
from dashboard.values.period import Period


@dataclass(frozen=True, slots=True)
class Timeline:
    """The cuts of all chains, in the order of time.

    Attributes:
        totals: The period that each running total covers; totals of one chain begin in the same month.
    """

    totals: tuple[Period, ...]

    @staticmethod
    def of(periods: Iterable[Period]) -> Timeline:
        """Return the running totals that a set of periods needs."""
        totals: list[Period] = []
        for chain in _chains(periods):
            start = chain[0].start
            cuts = sorted({month for period in chain for month in (period.start, period.end)} - {start})
            totals += [Period(start, cut - start) for cut in cuts]
        return Timeline(tuple(totals))

    def signs(self, period: Period) -> tuple[tuple[int, int], ...]:
        """Return a period as running totals: pairs of an index into `totals` and +1 or -1.

        Raises:
            QuestionError: The period begins or ends where nothing was cut.
        """
        until = self._ending(period.end)
        if until is not None and self.totals[until].start == period.start:
            return ((until, 1),)
        before = self._ending(period.start)
        if until is not None and before is not None and self.totals[until].start == self.totals[before].start:
            return ((until, 1), (before, -1))
        raise QuestionError(Message("no running total ends with {0}; the periods known here are {1}", period, self))

    def _ending(self, month: int) -> int | None:
        """Return the total that ends with a month; chains share no month, so there is one at most."""
        found = bisect_left(self.totals, month, key=lambda total: total.end)
        return found if found < len(self.totals) and self.totals[found].end == month else None

    def steps(self) -> tuple[tuple[int, int, Period], ...]:
        """Return each total with the one before it in its chain and the months between; -1 for the first of a chain."""
        found = []
        for index, total in enumerate(self.totals):
            follows = index > 0 and self.totals[index - 1].start == total.start
            start = self.totals[index - 1].end if follows else total.start
            found.append((index, index - 1 if follows else -1, Period(start, total.end - start)))
        return tuple(found)

    def __str__(self) -> str:
        return ", ".join(str(total) for total in self.totals) or "none"


def _chains(periods: Iterable[Period]) -> list[list[Period]]:
    chains: list[list[Period]] = []
    end = 0
    for period in sorted(set(periods)):
        if chains and period.start < end:
            chains[-1].append(period)
        else:
            chains.append([period])
        end = max(end, period.end)
    return chains
