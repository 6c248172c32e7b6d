"""A conflict drawn as boxes placed in per cent: it needs no script, takes the colours of the page, and prints."""

from __future__ import annotations

from dashboard.web.contents.gap import Gap, Span
from dashboard.web.parts import html
from dashboard.web.parts.attributes import labelled
from dashboard.web.parts.html import Element


def picture(gap: Gap) -> Element:
    """Return it, which is one picture with a name for a screen reader."""
    sides = [
        html.P([html.Span(span.who), " ", html.Strong(span.said)], className=side)
        for side, span in (("left", gap.left), ("right", gap.right))
    ]
    spans = [_box(span, side) for side, span in (("left", gap.left), ("right", gap.right))]
    between = html.Div(className="between", style=_place(gap.start, gap.width))
    track = html.Div([*spans, between], className="track")
    return html.Div(
        [*sides, track, html.P(gap.said, className="far")], className="gap", role="img", **labelled(gap.spoken)
    )


def _box(span: Span, side: str) -> Element:
    ends = "open" if span.is_open else "cut" if span.is_cut else "whole"
    return html.Div(className=f"{span.kind} {side} {ends}", style=_place(span.start, span.width))


def _place(start: float, width: float) -> dict[str, str]:
    return {"left": f"{start}%", "width": f"{width}%"}
