"""A picture that is made higher has no empty bands: what grows is the panels."""

from __future__ import annotations

from typing import Any

import pytest

from dashboard.charts.stretch import stretched

HIGH = {"height": 120, "margin": {"t": 10, "b": 10}}
BELOW, ABOVE = [0.0, 0.4], [0.5, 0.9]
"""Two panels of 40 px each, with 10 px between them and 10 px above."""


def figure(**more: object) -> dict[str, Any]:
    return {"data": [{"type": "bar", "width": 0.5}, {"type": "scatter"}], "layout": HIGH | more}


def test_panels_grow_and_what_is_between_them_does_not() -> None:
    axes = {"yaxis": {"domain": ABOVE}, "yaxis2": {"domain": BELOW}, "yaxis3": {"domain": BELOW}}
    layout = stretched(figure(**axes), 100)["layout"]
    assert layout["height"] == 220
    px = [[200 * end for end in layout[axis]["domain"]] for axis in axes]
    assert px == [pytest.approx([100, 190]), pytest.approx([0, 90]), pytest.approx([0, 90])]


def test_notes_and_lines_stay_where_they_belong() -> None:
    notes = [{"yref": "paper", "y": 1.0}, {"yref": "paper", "y": 0.5}, {"yref": "y", "y": 0.5}, {"y": 3}]
    lines = [{"yref": "paper", "y0": 0.4, "y1": 0.95}]
    made = stretched(figure(yaxis={"domain": ABOVE}, yaxis2={"domain": BELOW}, annotations=notes, shapes=lines), 100)
    assert [note["y"] for note in made["layout"]["annotations"]] == pytest.approx([1.0, 0.5, 0.5, 3])
    assert [200 * made["layout"]["shapes"][0][end] for end in ("y0", "y1")] == pytest.approx([90, 195])


def test_a_chart_without_panels_grows_as_a_whole() -> None:
    layout = stretched(figure(yaxis={"range": [0, 1]}), 50)["layout"]
    assert (layout["height"], layout["yaxis"]) == (170, {"range": [0, 1]})


def test_bars_do_not_turn_into_blocks() -> None:
    slightly, much = (stretched(figure(), more)["data"] for more in (50, 540))
    assert [trace.get("width") for trace in slightly] == [0.5, None]
    assert much[0]["width"] == pytest.approx(0.25)
