"""A chart as it is seen before plotly has drawn it, and without scripts: the very same figure as SVG.

What stands along the width is placed in per cent, the rest in px, so that one picture fits every width as plotly's
does. Colours are the page's own properties, so that it fits both themes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict
from html import escape, unescape
from itertools import pairwise
from math import sqrt
from typing import Any, Final

from dashboard.charts.axes import Layout, Scale, across, from_top, upright
from dashboard.charts.look import CLEAR, DARK, LIGHT, SIZE

_LINE: Final = 1.3
_BELOW_MIDDLE: Final = 0.35
_ASCENT: Final = 1.024
_DESCENT: Final = 0.4
"""Distances in parts of a letter's size: of two lines, of the base line below the middle; those of Source Sans 3."""

_OFF: Final = 0.8
"""The radius of a mark as a part of how far plotly writes from its middle, a px apart."""

_OUTSIDE: Final = 0.2
"""How far what is written at ticks stands from their ends, in parts of a letter's size."""

_INSET: Final = 2
"""Between a text and the edge of its box in px."""

_SHAPES: Final = {
    "square": "M{r},{r}H-{r}V-{r}H{r}Z",
    "diamond": "M{d},0L0,{d}L-{d},0L0,-{d}Z",
    "triangle-up": "M-{t},{h}H{t}L0,-{r}Z",
    "triangle-left": "M{h},-{t}V{t}L-{r},0Z",
    "triangle-right": "M-{h},-{t}V{t}L{r},0Z",
    "line-ns-open": "M0,{l}V-{l}",
}

_COLOURS: Final = {color: f"var(--{name})" for palette in (LIGHT, DARK) for name, color in asdict(palette).items()} | {
    CLEAR: "none"
}

Point = tuple[float, float]
Ink = dict[str, str | float]

_TAG: Final = re.compile(r'(</?b>|<span style="color:#[0-9a-f]{6}">|</span>)|<[^>]*>')
_COLORED: Final = re.compile(r'<span style="color:(?P<color>#[0-9a-f]{6})">')


def still(figure: Mapping[str, Any]) -> str:
    """Return a figure as HTML that fills the width of its place; its height is its own.

    Raises:
        KeyError: The figure holds what none of the charts has: another kind of trace or of mark.
    """
    layout = figure["layout"]
    left, right = layout["margin"]["l"], layout["margin"]["r"]
    parts = [*_lines(layout), *_panels(figure["data"], layout), *_notes(layout)]
    picture = _tag("svg", *parts, width="100%", height=layout["height"])
    return _tag("div", picture, class_="still", style=f"left:{left}px;right:{right}px", aria_hidden="true")


def _panels(traces: Sequence[Mapping[str, Any]], layout: Layout) -> Iterator[str]:
    """Yield every panel: its grid, its bars, its other marks, and what is written at its ticks."""
    names = dict.fromkeys((trace.get("xaxis", "x"), trace.get("yaxis", "y")) for trace in traces)
    for x, y in names:
        of_panel = [one for one in traces if (one.get("xaxis", "x"), one.get("yaxis", "y")) == (x, y)]
        ways = (across(layout, x), upright(layout, y))
        yield from _grid(layout, x, y)
        for kind in ("bar", "scatter"):
            yield from (_DRAWN[kind](trace, *ways, layout) for trace in of_panel if trace["type"] == kind)
        yield from _labels(layout, x, y)


def _grid(layout: Layout, x: str, y: str) -> Iterator[str]:
    wide, high = across(layout, x), upright(layout, y)
    for name, scale in ((x, wide), (y, high)):
        axis, is_across = layout[f"{name[0]}axis{name[1:]}"], name == x
        has_zero = axis.get("zeroline") and scale.holds(0)
        values = _ticks(axis, scale, "showgrid")
        lines = [(value, axis["gridcolor"]) for value, _ in values if value or not has_zero]
        for value, color in [*lines, *([(0, axis["zerolinecolor"])] if has_zero else [])]:
            at = scale.at(value)
            one, two = (at, high.begin), (at, high.end)
            yield _line(one, two, color) if is_across else _line((wide.begin, at), (wide.end, at), color)


def _labels(layout: Layout, x: str, y: str) -> Iterator[str]:
    wide, high = across(layout, x), upright(layout, y)
    gap = layout["margin"].get("pad", 0) + 1
    for name, scale in ((x, wide), (y, high)):
        axis = layout[f"{name[0]}axis{name[1:]}"]
        font, is_above = layout["font"] | axis.get("tickfont", {}), axis.get("side") == "top"
        for value, text in _ticks(axis, scale, "showticklabels"):
            more = text.count("<br>") * _LINE * font["size"]
            if name == y:
                middle = scale.at(value) + _BELOW_MIDDLE * font["size"] - more / 2
                aside = gap + (axis["ticklen"] + _OUTSIDE * font["size"] if axis.get("ticks") else 0)
                yield _text(text, wide.begin, middle, font, anchor="end", aside=-aside)
            else:
                above = high.end - gap - (1 - 0.8) * font["size"] - more
                yield _text(text, scale.at(value), above if is_above else high.begin + gap + font["size"], font)


def _ticks(axis: Mapping[str, Any], scale: Scale, use: str) -> list[tuple[float, str]]:
    """Return the ticks of an axis that lie on its scale, where they are of that use, and seen."""
    if not (axis.get("visible", True) and axis.get(use, True)):
        return []
    return [(value, text) for value, text in zip(axis["tickvals"], axis["ticktext"], strict=True) if scale.holds(value)]


def _bars(trace: Mapping[str, Any], x: Scale, y: Scale, _: Layout) -> str:
    """Return bars and their intervals, neither of which reaches beyond the panel."""
    top, marker, half = y.end, trace["marker"], abs(y.at(trace["width"]) - y.at(0)) / 2
    bars = []
    for at, (base, length, place) in enumerate(zip(trace["base"], trace["x"], trace["y"], strict=True)):
        first, last = sorted((x.at(base), x.at(base + length)))
        room: Ink = {"x": _per_cent(first), "y": y.at(place) - half - top}
        room |= {"width": _per_cent(last - first), "height": 2 * half}
        bars.append(_tag("rect", **room, **_ink(marker, at)))
    ends = [base + length for base, length in zip(trace["base"], trace["x"], strict=True)]
    inside = [*bars, *_intervals(trace, ends, trace["y"], x, Scale(y.low, y.high, y.begin - top, 0))]
    return _tag("svg", *inside, y=top, width="100%", height=y.begin - top)


def _scatter(trace: Mapping[str, Any], x: Scale, y: Scale, layout: Layout) -> str:
    places = [(x.at(a), y.at(b)) for a, b in zip(trace["x"], trace["y"], strict=True)]
    parts = list(_intervals(trace, trace["x"], trace["y"], x, y))
    for kind in trace.get("mode", "markers").split("+"):
        if kind == "none":
            continue
        if kind == "lines":
            line = trace["line"]
            dash = {"stroke_dasharray": f"{max(line['width'], 3)}"} if line.get("dash") == "dot" else {}
            parts += [_line(one, two, line["color"], line["width"], **dash) for one, two in pairwise(places)]
        elif kind == "markers":
            parts += [_mark(trace["marker"], at, *place) for at, place in enumerate(places)]
        else:
            font = layout["font"] | trace.get("textfont", {})
            said = zip(trace["text"], _each(trace["textposition"], len(places)), places, strict=True)
            off = trace["marker"]["size"] / 2 / _OFF + 1 if "marker" in trace else 0
            parts += [_beside(text, position, *place, font, off) for text, position, place in said if text]
    return _tag("g", *parts, class_=trace["uid"]) if "uid" in trace else "".join(parts)


_DRAWN: Final = {"bar": _bars, "scatter": _scatter}


def _intervals(trace: Mapping[str, Any], xs: Sequence[float], ys: Sequence[float], x: Scale, y: Scale) -> Iterator[str]:
    for name in {"error_x", "error_y"} & trace.keys():
        bars, is_across = trace[name], name == "error_x"
        cap, color, thick = bars["width"], bars["color"], bars["thickness"]
        for a, b, above, below in zip(xs, ys, bars["array"], bars["arrayminus"], strict=True):
            if is_across:
                low, high, at = x.at(a - below), x.at(a + above), y.at(b)
                yield _line((low, at), (high, at), color, thick)
                yield from (_line((end, at - cap), (end, at + cap), color, thick) for end in (low, high))
            else:
                low, high = y.at(b - below) - y.at(b), y.at(b + above) - y.at(b)
                path = f"M-{cap},{low:.2f}h{2 * cap}M0,{low:.2f}V{high:.2f}M-{cap},{high:.2f}h{2 * cap}"
                yield _at(x.at(a), y.at(b), path, stroke=_COLOURS[color], stroke_width=thick)


def _mark(marker: Mapping[str, Any], at: int, x: float, y: float) -> str:
    size, symbol = marker["size"] / 2, _of(marker.get("symbol", "circle"), at)
    ink = _ink(marker, at)
    if symbol.endswith("-open"):
        ink = {"fill": "none", "stroke": ink["fill"], "stroke_width": marker.get("line", {}).get("width", 1)}
    if symbol == "circle":
        aside = _of(marker.get("standoff", 0), at) * (1 if _of(marker.get("angle", 0), at) > 180 else -1)
        moved = {"transform": f"translate({aside:g})"} if aside else {}
        return _tag("circle", cx=_per_cent(x), cy=y, r=size, **ink, **moved)
    sizes = {"r": size, "d": size * 1.3, "t": size * 2 / sqrt(3), "h": size / 2, "l": size * 1.4}
    return _at(x, y, _SHAPES[symbol].format(**{name: f"{one:.4g}" for name, one in sizes.items()}), **ink)


def _ink(marker: Mapping[str, Any], at: int) -> Ink:
    """Return what a mark is filled with and edged by."""
    line, opacity = marker.get("line", {}), _of(marker.get("opacity", 1), at)
    edge = {"stroke": _COLOURS[_of(line["color"], at)], "stroke_width": line["width"]} if line else {}
    return {"fill": _COLOURS[_of(marker["color"], at)], **edge, **({} if opacity == 1 else {"opacity": opacity})}


def _beside(text: str, position: str, x: float, y: float, font: Mapping[str, Any], off: float) -> str:  # noqa: PLR0917
    """Return a text at a point, as "middle right" or "top center" of it and so many px off."""
    height, side = position.split()
    lines, way = text.count("<br>") * _LINE + 1, {"top": -1, "middle": 0, "bottom": 1}[height]
    down = (0.75 + (way - 1) * lines / 2) * font["size"] + way * off
    aside = {"left": -off, "center": 0, "right": off}[side]
    return _text(text, x, y + down, font, anchor=_ANCHORS[side], aside=aside)


_ANCHORS: Final = {"left": "end", "center": "middle", "right": "start"}


def _lines(layout: Layout) -> Iterator[str]:
    for shape in layout.get("shapes", ()):
        x, y = across(layout, shape.get("xref", "x")), upright(layout, shape.get("yref", "y"))
        line = shape["line"]
        one, two = ((x.at(shape[f"x{end}"]), y.at(shape[f"y{end}"])) for end in (0, 1))
        yield _line(one, two, line["color"], line["width"])


def _notes(layout: Layout) -> Iterator[str]:
    for note in layout.get("annotations", ()):
        xref, yref = note.get("xref", "x"), note.get("yref", "y")
        x = 100 * note["x"] if xref == "paper" else across(layout, xref).at(note["x"])
        y = from_top(layout, note["y"]) if yref == "paper" else upright(layout, yref).at(note["y"])
        size, side = note["font"].get("size", SIZE), note.get("xanchor", "center")
        ascent, descent = round(_ASCENT * size), round(_DESCENT * size)
        height = ascent + descent + note["text"].count("<br>") * _LINE * size + 2 * _INSET
        above = {"top": 0, "middle": height / 2, "bottom": height}[note.get("yanchor", "middle")]
        base = y - note.get("yshift", 0) - above + _INSET + ascent
        inset = {"left": _INSET, "center": 0, "right": -_INSET}[side]
        anchor = {"left": "start", "center": "middle", "right": "end"}[side]
        yield _text(note["text"], x, base, note["font"], anchor=anchor, aside=note.get("xshift", 0) + inset)


def _text(text: str, x: float, y: float, font: Mapping[str, Any], *, anchor: str = "middle", aside: float = 0) -> str:
    lines = [_words(line) for line in text.split("<br>")]
    if len(lines) > 1:
        lines = [_tag("tspan", line, x=_per_cent(x), dy=f"{_LINE}em" if at else None) for at, line in enumerate(lines)]
    size = font.get("size", SIZE)
    return _tag(
        "text",
        *lines,
        x=_per_cent(x),
        y=y,
        fill=_COLOURS[font["color"]],
        font_size=None if size == SIZE else size,
        text_anchor=None if anchor == "start" else anchor,
        transform=f"translate({aside:g})" if aside else None,
        class_="halo" if "shadow" in font else None,
    )


def _words(line: str) -> str:
    """Return a line of plotly's text, in which bold and colours are all that is marked, as SVG."""
    return "".join(_marked(piece) or escape(unescape(piece), quote=False) for piece in _TAG.split(line) if piece)


def _marked(piece: str) -> str:
    """Return a tag as SVG; "" for what is none."""
    colored = _COLORED.fullmatch(piece)
    if colored and colored["color"] in _COLOURS:
        return f'<tspan fill="{_COLOURS[colored["color"]]}">'
    return {"<b>": '<tspan font-weight="700">', "</b>": "</tspan>", "</span>": "</tspan>"}.get(piece, "")


def _line(one: Point, two: Point, color: str, width: float = 1, **more: str) -> str:
    ends: Ink = {"x1": _per_cent(one[0]), "y1": one[1], "x2": _per_cent(two[0]), "y2": two[1]}
    return _tag("line", **ends, stroke=_COLOURS[color], stroke_width=None if width == 1 else width, **more)


def _at(x: float, y: float, path: str, **ink: str | float) -> str:
    """Return a path in px around a point."""
    return _tag("svg", _tag("path", d=path, **ink), x=_per_cent(x), y=y, overflow="visible")


def _tag(tag: str, *content: str, **attributes: str | float | None) -> str:
    said = "".join(_attribute(name, value) for name, value in attributes.items() if value is not None)
    return f"<{tag}{said}>{''.join(content)}</{tag}>"


def _attribute(name: str, value: str | float) -> str:
    written = value if isinstance(value, str) else f"{value:.2f}".rstrip("0").rstrip(".")
    return f' {name.strip("_").replace("_", "-")}="{written}"'


def _per_cent(place: float) -> str:
    return f"{place:.2f}".rstrip("0").rstrip(".") + "%"


def _of(value: Any, at: int) -> Any:  # noqa: ANN401 - a value for all marks, or one for each
    return value[at] if isinstance(value, list) else value


def _each(value: str | Sequence[str], count: int) -> Iterable[str]:
    return [value] * count if isinstance(value, str) else value
