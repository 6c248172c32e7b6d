"""What floating point proposes is proved in whole numbers, or is not taken."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
import pytest

from dashboard.bounds.system import Form
from dashboard.scale.exact import Goal, confirm
from dashboard.scale.program import Statements
from dashboard.scale.simplex import Vertices

X, Y = (Form(((index, Fraction(1)),)) for index in range(2))
BLOCKS = 3


def statements(low: int = 343, high: int = 345, per: int = 20, kind: type = np.int64) -> Statements:
    """Return "x is from low/per to high/per, y is from 1 to 2", in every block, with x and y themselves first."""
    rows = [[1, 0, 0], [0, 1, 0], [per, 0, -low], [-per, 0, high], [0, 1, -1], [0, -1, 2]]
    return Statements(np.array([rows] * BLOCKS, dtype=kind), np.array([1, 1, per, per, 1, 1]), 1)


def lowest(said: Statements) -> Vertices:
    """Return the vertices where x and y are least."""
    table = said.table[:, 2:].astype(np.float64) / said.times[None, 2:, None]
    vertices = Vertices.start(table[:, :, :2], -table[:, :, 2])
    vertices.become_feasible(np.ones(2))
    return vertices


def shown(said: Statements, vertices: Vertices, goal: Goal) -> list[str]:
    found = confirm(said, vertices, goal)
    return [
        str(Fraction(int(a), int(b))) if proved else "not proved"
        for a, b, proved in zip(found.above, found.below, found.proved, strict=True)
    ]


def test_least_values_and_ratios_are_fractions() -> None:
    said = statements()
    vertices = lowest(said)
    assert shown(said, vertices, Goal(X, None, Fraction(1))) == ["343/20"] * BLOCKS
    assert shown(said, vertices, Goal(X.plus(Y, Fraction(2)), None, Fraction(10))) == ["383/2"] * BLOCKS
    vertices.minimise(np.array([1.0, 0.0, 0.0]), np.array([0.0, 1.0, 0.0]))
    assert shown(said, vertices, Goal(X, Y, Fraction(100))) == ["1715/2"] * BLOCKS


def test_a_vertex_that_is_not_the_least_is_not_proved() -> None:
    said = statements()
    vertices = lowest(said)
    assert shown(said, vertices, Goal(X.times(Fraction(-1)), None, Fraction(1))) == ["not proved"] * BLOCKS
    assert shown(said, vertices, Goal(X, Y, Fraction(1))) == ["not proved"] * BLOCKS


def test_a_vertex_outside_is_not_proved() -> None:
    said = statements()
    vertices = Vertices.start(np.zeros((BLOCKS, 4, 2)), np.zeros((BLOCKS, 4)))
    assert shown(said, vertices, Goal(X, None, Fraction(1))) == ["not proved"] * BLOCKS


@pytest.mark.parametrize("wrong", [0.0, 3.0, np.nan, 2.0**60])
def test_what_floating_point_got_wrong_is_computed_in_long_numbers(wrong: float) -> None:
    said = statements()
    vertices = lowest(said)
    vertices.determinant[1] = wrong
    assert shown(said, vertices, Goal(X, None, Fraction(1))) == ["343/20"] * BLOCKS


@pytest.mark.parametrize("kind", [np.int64, object])
def test_numbers_that_floating_point_cannot_hold_are_proved_exactly(kind: type) -> None:
    said = statements(low=12345678901234567, high=12345678901234569, per=10, kind=kind)
    assert shown(said, lowest(said), Goal(X, None, Fraction(1))) == ["12345678901234567/10"] * BLOCKS


def test_a_block_that_is_given_up_is_not_looked_at() -> None:
    said = statements()
    vertices = lowest(said)
    vertices.sound[0] = False
    assert shown(said, vertices, Goal(X, None, Fraction(1))) == ["not proved", "343/20", "343/20"]
