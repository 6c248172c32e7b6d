"""Many programs at once have the optima that scipy's linprog finds one by one."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.optimize import linprog

from dashboard.scale.simplex import Vertices


def programs(seed: int, count: int = 60, rows: int = 7, k: int = 3) -> tuple[np.ndarray, np.ndarray]:
    random = np.random.default_rng(seed)
    a = random.integers(-3, 4, (count, rows, k)).astype(float)
    b = random.integers(-6, 4, (count, rows)).astype(float)
    return a, b


@pytest.mark.parametrize("seed", range(5))
def test_optima_and_their_absence_are_those_of_linprog(seed: int) -> None:
    a, b = programs(seed)
    cost = np.array([1.0, -2.0, 0.5])
    vertices = Vertices.start(a, b)
    vertices.become_feasible(np.ones(3))
    feasible = vertices.sound.copy()
    endless = vertices.minimise(np.append(cost, 0.0))
    least = cost @ vertices.values[:3]
    for block in range(len(a)):
        found = linprog(cost, -a[block], -b[block], method="highs")
        feasibility = linprog(np.zeros(3), -a[block], -b[block], method="highs")
        assert feasible[block] == (feasibility.status == 0)
        if not feasible[block]:
            continue
        assert endless[block] == (found.status != 0)
        if not endless[block]:
            assert least[block] == pytest.approx(found.fun, abs=1e-7)


def test_a_ratio_is_followed_to_its_least() -> None:
    a = np.array([[[1.0, 0.0], [-1.0, 0.0], [0.0, 1.0], [0.0, -1.0]]])
    b = np.array([[17.15, -17.25, 17.25, -17.35]])
    vertices = Vertices.start(a, b)
    vertices.become_feasible(np.ones(2))
    assert not vertices.minimise(np.array([1.0, 0.0, 0.0]), np.array([0.0, 1.0, 0.0])).any()
    assert vertices.values[:2, 0] == pytest.approx([17.15, 17.35])


def test_programs_without_a_feasible_point_are_unsound() -> None:
    vertices = Vertices.start(np.array([[[1.0], [-1.0]]]), np.array([[2.0, -1.0]]))
    vertices.become_feasible(np.ones(1))
    assert not vertices.sound.any()
