from __future__ import annotations

from math import inf

from dashboard.lp import corners
from dashboard.lp.corners import Corners


def three() -> Corners[str]:
    """Return three corners of a triangle."""
    found: Corners[str] = Corners(2)
    found.add((0.0, 0.0), "origin")
    found.add((3.0, 0.0), "right")
    found.add((0.0, 2.0), "top")
    return found


def test_the_best_corner_is_that_of_least_cost() -> None:
    assert three().best([0, 1], [-1.0, -2.0]) == (-4.0, "top")
    assert three().best([0], [-1.0]) == (-3.0, "right")


def test_without_corners_there_is_no_best_one() -> None:
    assert Corners(2).best([0], [1.0]) == (inf, None)
    forgotten = three()
    forgotten.clear()
    assert forgotten.best([0], [-1.0]) == (inf, None)


def test_the_oldest_corner_gives_way_when_there_are_enough() -> None:
    found: Corners[int] = Corners(1)
    for number in range(corners.MOST + 2):
        found.add((float(number),), number)
    assert found.best([0], [1.0]) == (2.0, 2)
    assert found.best([0], [-1.0]) == (-float(corners.MOST + 1), corners.MOST + 1)


def test_the_least_ratio_looks_only_where_the_lower_number_is_more_than_nought() -> None:
    found = three()
    found.add((1.0, 4.0), "outside")
    assert found.least_ratio([(0, 1.0)], [(1, 1.0)]) == 0.0
    assert found.least_ratio([(1, 1.0)], [(0, 2.0)]) == 0.0
    assert found.least_ratio([(0, -1.0)], [(1, 1.0)]) == -0.25


def test_the_ratio_to_begin_with_is_nought_where_none_is_known() -> None:
    assert Corners(1).least_ratio([(0, 1.0)], [(0, 1.0)]) == 0.0
    assert three().least_ratio([(0, 1.0)], []) == 0.0
