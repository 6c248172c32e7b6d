"""What one call asks of judged rows: one model for each judgement, made when it is first asked."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from dashboard.bounds.model import Bounds, Model
from dashboard.bounds.quantity import Quantity
from dashboard.judging.judgement import Judgement
from dashboard.values.interval import Interval
from dashboard.values.period import Period


class Session:
    """All that solves in one call: it belongs to one thread, and nothing that outlives the call holds it.

    What it returns are values. Ask for quantities of many new periods through `expect` first: a model is made anew when
    it is asked for a period that it does not know.
    """

    def __init__(self) -> None:
        self._models: dict[int, tuple[Judgement, Model]] = {}

    def expect(self, judgement: Judgement, periods: Iterable[Period]) -> Model:
        """Return the model of the rows of a judgement that can be true together, which knows these periods."""
        asked = set(periods)
        _, model = self._models.get(id(judgement), (judgement, None))
        if model is None or not all(model.system.knows(period) for period in asked):
            before = () if model is None else model.system.periods
            model = judgement.model((*before, *asked))
            self._models[id(judgement)] = judgement, model  # the judgement is held, so that its id stays its own
        return model

    def bounds(self, judgement: Judgement, quantity: Quantity) -> Bounds:
        """Return what the rows of a judgement allow for a quantity; `without` names the lines that had to be left out.

        Both ends are open where nothing could be proved of the rows.

        Raises:
            SolverError: No answer, or one that could not be proved.
        """
        if judgement.unproved:
            return Bounds(quantity=quantity, interval=Interval(), low=None, high=None)
        bounds = self.expect(judgement, quantity.periods).bounds(quantity)
        return replace(bounds, without=judgement.left_out)
