"""The corners that a solver has come to: the best of them is where it starts from when the cost changes.

Costs that follow each other are often far apart, the low and the high end of one number for instance, and the way from
one corner to the other long. A corner that was seen before is mostly the answer already, or next to it.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import inf
from typing import Final, Generic, TypeVar

import numpy as np
import numpy.typing as npt

Corner = TypeVar("Corner")

MOST: Final = 512
"""So many corners are kept, the latest ones; a block of ten years has some 300 at which a level or a ratio ends."""


class Corners(Generic[Corner]):
    """Points that all rows allow, each with what the solver needs to go there again."""

    def __init__(self, columns: int) -> None:
        self._points: npt.NDArray[np.float64] = np.empty((0, columns))
        self._corners: list[Corner] = []
        self._next = 0

    def add(self, point: Sequence[float], corner: Corner) -> None:
        """Keep one more corner, in place of the oldest when there are `MOST`."""
        at = self._next % MOST
        if at == len(self._points):
            room = min(MOST, 2 * at + 8) - at
            self._points = np.vstack([self._points, np.empty((room, self._points.shape[1]))])
        self._points[at] = point
        self._corners[at : at + 1] = [corner]
        self._next += 1

    def clear(self) -> None:
        """Forget them all, as when other rows bind."""
        self._corners.clear()
        self._next = 0

    def best(self, columns: Sequence[int], costs: Sequence[float]) -> tuple[float, Corner | None]:
        """Return the least cost at any of them, and the one that has it; None where there is none."""
        if not self._corners:
            return inf, None
        values = self._points[: len(self._corners), columns] @ np.array(costs)
        at = int(values.argmin())
        return float(values[at]), self._corners[at]

    def least_ratio(self, above: Sequence[tuple[int, float]], below: Sequence[tuple[int, float]]) -> float:
        """Return the least above / below at any of them where `below` is more than 0; 0 where there is none."""
        points = self._points[: len(self._corners)]
        upper, lower = (
            points[:, [k for k, _ in terms]] @ np.array([c for _, c in terms], dtype=np.float64)
            for terms in (above, below)
        )
        ratios = upper[lower > 0] / lower[lower > 0]
        return float(ratios.min()) if len(ratios) else 0.0
