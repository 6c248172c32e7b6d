"""What the traces of all charts share: whose number a mark is, how its kind is drawn, how far its interval reaches."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from dashboard.charts.look import CLEAR, LIGHT, SMALL
from dashboard.charts.mark import Kind, Mark

PALE: Final = 0.45
"""How much of its colour a hedged mark keeps."""

HALO: Final = ",".join(
    f"{x}px {y}px {LIGHT.paper}" for x, y in ((2, 0), (-2, 0), (0, 2), (0, -2), (1, 1), (1, -1), (-1, 1), (-1, -1))
)
"""The ground around letters, so that no line is seen to run through them."""


def pointing(
    ids: Sequence[str], lines: Sequence[Sequence[int]], hover: Sequence[str], claims: Sequence[str] = ()
) -> dict[str, Any]:
    """Return what makes marks answer to a pointer: their names, the lines they rest on, what they say.

    `claims` are what their cards are asked for by, where that is not their names.
    """
    return {
        **({"meta": list(claims)} if claims else {}),
        "ids": list(ids),
        "customdata": [list(of_mark) for of_mark in lines],
        "hovertext": list(hover),
        "hovertemplate": "%{hovertext}<extra></extra>",
    }


def body(found: Sequence[Mark], colors: Sequence[str], *, hollow: str = CLEAR, line: float = 1.5) -> dict[str, Any]:
    """Return plotly's marker: reported solid, hedged pale, derived hollow."""
    return {
        "color": [hollow if mark.kind is Kind.DERIVED else color for mark, color in zip(found, colors, strict=True)],
        "opacity": [PALE if mark.kind is Kind.SOFT else 1 for mark in found],
        "line": {"width": line, "color": list(colors)},
    }


def whiskers(reach: Sequence[tuple[float, float]]) -> dict[str, Any]:
    """Return plotly's error bars from how far intervals reach below and above their marks."""
    return {
        "type": "data",
        "symmetric": False,
        "array": [above for _, above in reach],
        "arrayminus": [below for below, _ in reach],
        "color": LIGHT.ink,
        "thickness": 1,
        "width": 4,
    }


def halo(reach: Sequence[tuple[float, float]]) -> dict[str, Any]:
    """Return what makes whiskers seen upon a solid mark: the same in the colour of the paper, a little thicker."""
    return whiskers(reach) | {"color": LIGHT.paper, "thickness": 4, "width": 5.5}


def still(**more: Any) -> dict[str, Any]:  # noqa: ANN401 - plotly's own tree of settings
    """Return a scatter that does not answer to a pointer, and may stand outside its scale."""
    return {"type": "scatter", "hoverinfo": "skip", "cliponaxis": False, **more}


def written(
    x: Sequence[float],
    y: Sequence[float],
    text: Sequence[str],
    side: str | list[str] = "middle right",
    **more: Any,  # noqa: ANN401
) -> dict[str, Any]:
    """Return texts on one side of points, or each on its own; `color` is theirs, `uid` says where they are shown."""
    font = {"size": SMALL, "color": more.pop("color", LIGHT.ink), "shadow": HALO}
    place = {"x": list(x), "y": list(y), "text": list(text), "textposition": side, "textfont": font}
    return still(mode="text", **place, **more)


def dots(x: Sequence[float], y: Sequence[float], marker: dict[str, Any], **more: Any) -> dict[str, Any]:  # noqa: ANN401
    """Return a scatter of marks."""
    return {
        "type": "scatter",
        "mode": "markers",
        "cliponaxis": False,
        "x": list(x),
        "y": list(y),
        "marker": marker,
        **more,
    }
