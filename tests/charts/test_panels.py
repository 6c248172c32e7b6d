"""Panels fill a picture from top to bottom."""

from __future__ import annotations

from typing import Any

import pytest

from dashboard.charts.panels import stacked


def test_panels_stand_below_each_other_between_titles_and_scales() -> None:
    places, total = stacked([(20, 50), (40, 60)], scale=10, between=10)
    assert total == 200
    assert [place.suffix for place in places] == ["", "2"]
    assert [place.top * 200 for place in places] == pytest.approx([200, 110])
    assert [end * 200 for place in places for end in place.domain] == pytest.approx([130, 180, 10, 70])


def test_a_panel_has_its_own_two_axes() -> None:
    (_, second), _ = stacked([(20, 50), (20, 50)], scale=30)
    made: dict[str, Any] = {}
    second.put(made, {"nticks": 4}, {"range": [0, 1]})
    assert made["xaxis2"] == {"nticks": 4, "anchor": "y2"}
    assert made["yaxis2"] == {"range": [0, 1], "anchor": "x2", "domain": pytest.approx([0.15, 0.4])}
    assert second.drawn([{"x": [1]}]) == [{"x": [1], "xaxis": "x2", "yaxis": "y2"}]
