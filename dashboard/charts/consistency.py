"""Every row of a source against the others: what its printed number stands for, what the other rows allow for it.

All rows share one scale: half-widths of rounding about the printed number, so that 34.5 bn and 10.1 % can be read one
below the other. The verdict is a shape and a word, never a colour alone. A dashed line joins a row with what the others
allow where it lies outside that, and names the gap in the row's own unit.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from types import MappingProxyType
from typing import Any, Final

from dashboard.bounds.verdict import Verdict
from dashboard.charts.caption import capital, named, remarks, said_by, source_line, spoken, text_of
from dashboard.charts.chart import Cell, Chart, Definition
from dashboard.charts.look import LIGHT, SMALL, axis, layout, literal, note, text_width
from dashboard.charts.mark import ends_in_words, hedged, shortened
from dashboard.charts.traces import PALE, dots, pointing, still
from dashboard.judging.judgement import RowJudgement
from dashboard.judging.view import View
from dashboard.values.interval import Interval
from dashboard.values.measure import Measure
from dashboard.values.observation import Observation
from dashboard.values.qualifier import hedge_grid
from dashboard.wording.standing import allowed, briefly, decimals, sign, standing, without
from dashboard.wording.words import Words

NAME = "consistency"
ROW: Final = 56
HIGHER: Final = 66
"""A row in a chart where a verdict has a third line: what was left out."""

HEAD: Final = 30
FOOT: Final = 28
LIMIT: Final = 6
"""How many half-widths the picture holds to each side; what lies beyond is a triangle at the edge."""

LEVEL: Final = 0.66
"""How far down its row a bar lies; the words stand above it."""

MOST_ROWS: Final = 40
DASHES: Final = MappingProxyType({"color": LIGHT.soft, "width": 1.5, "dash": "dash"})
SHAPES: Final = {Verdict.CONSISTENT: "●", Verdict.UNDECIDED: "◆", Verdict.CONTRADICTION: "✕"}
_COLUMNS: Final = (
    *("figure", "period", "printed", "unit", "low", "high"),
    *("implied_low", "implied_high", "verdict", "lines"),
)


def draw(view: View, words: Words) -> Chart:
    """Return the chart of verdicts, row by row."""
    drawn, text = _shown(view.scope.rows), text_of(words)
    title, shown = text.titles[NAME], _sentence(view, words)
    told = [f"{_label(one.row, words)}: {standing(one, words)}" for one in drawn]
    soft = [text.marks["soft"]] if any(one.row.qualifier.is_soft for one in drawn) else []
    left_out = sorted({line for one in drawn for line in one.bounds.without})
    bad = [text.marks["conflict"]] if any(one.verdict is Verdict.CONTRADICTION for one in drawn) else []
    notes = [text.marks["consistency"], *bad, *soft, *remarks(words, left_out, len(view.scope.rows) - len(drawn))]
    return Chart(
        name=NAME,
        title=title,
        sentence=shown,
        figure=_figure(drawn, view, words),
        columns=tuple(text.columns[name] for name in _COLUMNS),
        rows=tuple(_in_words(one, words) for one in drawn),
        values=tuple(_values(one, words) for one in drawn),
        text=spoken(title, shown, told, words),
        source=source_line(view, (one.row.line for one in drawn), words),
        note=" ".join(notes),
        claims=tuple(str(one.row.line) for one in drawn),
    )


def half_widths(end: Fraction | None, row: Observation) -> float | None:
    """Return where a number in the row's own unit lies, in half-widths from the printed one."""
    if end is None:
        return None
    value = Fraction(row.value)
    step = Fraction(row.step) if row.step else hedge_grid(value)
    return float((end - value) / (step / 2))


def _shown(rows: Sequence[RowJudgement]) -> tuple[RowJudgement, ...]:
    """Return the rows that there is room for, the gravest verdicts among them, in the order of their lines."""
    gravest = sorted(rows, key=lambda one: -one.verdict.gravity)[:MOST_ROWS]
    return tuple(sorted(gravest, key=lambda one: one.row.line))


def _figure(drawn: Sequence[RowJudgement], view: View, words: Words) -> dict[str, Any]:
    count, right = len(drawn), [_right(one, words) for one in drawn]
    row = HIGHER if any(one.bounds.without for one in drawn) else ROW
    margin = {"l": 4, "r": max(text_width(said, SMALL) for said in right) + 16, "t": HEAD, "b": FOOT}
    made = layout(HEAD + count * row + FOOT, margin=margin)
    made["xaxis"] = axis(
        range=[-LIMIT - 0.4, LIMIT + 0.4],
        tickvals=[-4, -1, 0, 1, 4],
        ticktext=["−4", "−1", "0", "+1", "+4"],
        tickangle=0,
        showgrid=False,
    )
    made["shapes"] = [_rule(x, at) for x in (-1, 0, 1) for at in range(count)]
    made["yaxis"] = axis(range=[count, 0], showticklabels=False, showgrid=False)
    top = {"xref": "paper", "yref": "paper", "x": 0, "y": 1, "xanchor": "left", "yanchor": "bottom", "yshift": 8}
    scale = note(text_of(words).half_widths, font={"size": SMALL, "color": LIGHT.soft}, **top)
    left, aside = ({"xref": "paper", "x": side, "xanchor": "left", "font": {"size": SMALL}} for side in (0, 1))
    labels = [note(_label(one.row, words), y=at + 0.2, **left) for at, one in enumerate(drawn)]
    verdicts = [note(said, y=at + LEVEL, xshift=10, **aside) for at, said in enumerate(right)]
    gaps = [_gap(one, at, words) for at, one in enumerate(drawn) if one.is_outside]
    made["annotations"] = [scale, *labels, *gaps, *verdicts]
    hover = [_hover(one, view, words) for one in drawn]
    implied = [_implied(one, at, said) for at, (one, said) in enumerate(zip(drawn, hover, strict=True))]
    dashes = [_dashes(one, at) for at, one in enumerate(drawn) if one.is_outside]
    data = [_reported(drawn, hover), *_outer(drawn), *dashes, *_halos(drawn), *filter(None, implied)]
    return {"data": data, "layout": made}


def _rule(x: int, at: int) -> dict[str, Any]:
    """Return the line of the scale at a printed number, x = 0, or at an end of what it stands for, below its words."""
    line = {"width": 1, "color": LIGHT.grid if x else LIGHT.rule}
    return {"type": "line", "x0": x, "x1": x, "y0": at + 0.36, "y1": at + 1, "layer": "below", "line": line}


def _dashes(one: RowJudgement, at: int) -> dict[str, Any]:
    """Return the line that joins a row with what the others allow."""
    return still(mode="lines", x=list(_apart(one)), y=[at + LEVEL] * 2, line=dict(DASHES))


def _apart(one: RowJudgement) -> tuple[float, float]:
    """Return from where to where a row and what the others allow are apart, as far as the picture holds."""
    (low, high), (least, most) = _clipped(one.widest, one.row), _clipped(one.implied, one.row)
    return (high, least) if one.widest.is_below(one.implied) else (low, most)


def _gap(one: RowJudgement, at: int, words: Words) -> dict[str, Any]:
    """Return how far they are apart, in the row's own unit; its label names it."""
    said = words.number(one.widest.gap(one.implied), words.decimals_of_gap(one.widest, one.implied))
    return note(said, x=sum(_apart(one)) / 2, y=at + LEVEL, yshift=12, font={"size": SMALL, "color": LIGHT.soft})


def _reported(drawn: Sequence[RowJudgement], hover: Sequence[str]) -> dict[str, Any]:
    spans = [_clipped(one.reported, one.row) for one in drawn]
    colors = [LIGHT.flow(one.row.flow) for one in drawn]
    opacity = [PALE if one.row.qualifier.is_soft else 1 for one in drawn]
    return {
        "type": "bar",
        "orientation": "h",
        "y": [at + LEVEL for at in range(len(drawn))],
        "base": [low for low, _ in spans],
        "x": [high - low for low, high in spans],
        "width": 0.3,
        "marker": {"color": colors, "opacity": opacity, "line": {"width": 1.5, "color": colors}},
        **pointing(
            [f"reported:{one.row.line}" for one in drawn],
            [[one.row.line] for one in drawn],
            hover,
            [str(one.row.line) for one in drawn],
        ),
    }


def _outer(drawn: Sequence[RowJudgement]) -> list[dict[str, Any]]:
    """Return the ranges that no reading of a hedged row leaves, and triangles where a reported interval is open."""
    line = {"color": LIGHT.soft, "width": 1.5, "dash": "dot"}
    outer = [
        (at, _clipped(one.row.meaning.widest, one.row)) for at, one in enumerate(drawn) if one.row.qualifier.is_soft
    ]
    traces = [still(mode="lines", x=list(reach), y=[at + LEVEL] * 2, line=line) for at, reach in outer]
    for at, one in enumerate(drawn):
        if one.reported.width is None:
            side = -1 if one.reported.low is None else 1
            shape = {"symbol": f"triangle-{'left' if side < 0 else 'right'}", "size": 14}
            shape |= {"color": LIGHT.flow(one.row.flow)}
            traces.append(still(mode="markers", x=[side * LIMIT], y=[at + LEVEL], marker=shape))
    return traces


def _halos(drawn: Sequence[RowJudgement]) -> list[dict[str, Any]]:
    """Return a light edge below the line of what others allow, so that it is seen on a dark bar."""
    lines = [(at, _clipped(one.implied, one.row)) for at, one in enumerate(drawn) if one.bounds.lines]
    edge = {"color": LIGHT.paper, "width": 6}
    return [still(mode="lines", x=list(ends), y=[at + LEVEL] * 2, line=edge) for at, ends in lines]


def _implied(one: RowJudgement, at: int, hover: str) -> dict[str, Any] | None:
    """Return the interval that the others allow, None where they say nothing."""
    if not one.bounds.lines:
        return None
    names = [f"implied:{one.row.line}:{end}" for end in ("low", "high")]
    line = {"width": 2, "color": LIGHT.ink}
    marker = {"size": 11, "symbol": list(_caps(one)), "color": LIGHT.ink, "line": line}
    shown = pointing(names, [one.bounds.lines] * 2, [hover] * 2, [str(one.row.line)] * 2)
    return dots(_clipped(one.implied, one.row), [at + LEVEL] * 2, marker, mode="lines+markers", line=line, **shown)


def _caps(one: RowJudgement) -> tuple[str, str]:
    """Return the shapes of both ends: a tick where the end is in the picture, a triangle where it lies beyond."""
    low, high = (half_widths(end, one.row) for end in (one.implied.low, one.implied.high))
    left = "triangle-left" if low is None or low < -LIMIT else "triangle-right" if low > LIMIT else "line-ns-open"
    right = "triangle-right" if high is None or high > LIMIT else "triangle-left" if high < -LIMIT else "line-ns-open"
    return left, right


def _clipped(interval: Interval, row: Observation) -> tuple[float, float]:
    low, high = half_widths(interval.low, row), half_widths(interval.high, row)
    return (
        -LIMIT if low is None else min(max(low, -LIMIT), LIMIT),
        LIMIT if high is None else min(max(high, -LIMIT), LIMIT),
    )


def _allowed(one: RowJudgement) -> Interval:
    """Return what other rows allow; a limit that no row draws (no flow falls by more than 100 %) is none of theirs."""
    return one.implied if one.bounds.lines else Interval()


def _right(one: RowJudgement, words: Words) -> str:
    verdict = f"{sign(one, SHAPES)} {briefly(one, words)}"
    parts = [f"<b>{verdict}</b>" if one.is_outside else verdict]
    parts.append(
        shortened(one.implied, words, decimals=decimals(one, words)) if one.bounds.lines else text_of(words).silent
    )
    parts += filter(None, [without(one.bounds.without, words)])
    return "<br>".join(parts)


def _printed(row: Observation, words: Words) -> str:
    return hedged(row, words.with_unit(words.number(row.value, row.decimals), row.unit.text, row.qualifier), words)


def _what(row: Observation, words: Words) -> str:
    """Return "Turnover", "Turnover, growth"."""
    measure = [] if row.measure is Measure.LEVEL else [words.measure(row.measure)]
    return capital(", ".join([words.flow(row.flow), *measure]))


def _label(row: Observation, words: Words) -> str:
    return f"{_what(row, words)}, {words.period(row.period, short=True)}: {_printed(row, words)}"


def _hover(one: RowJudgement, view: View, words: Words) -> str:
    text, unit = text_of(words), one.row.unit.text
    implied = text.implied.format(interval=allowed(one, words)) if one.bounds.lines else text.nothing_implied
    said = [
        f"<b>{_what(one.row, words)}, {words.period(one.row.period)}</b>",
        _printed(one.row, words),
        text.stands_for.format(interval=words.in_unit(one.reported, unit)),
        " ".join(filter(None, (implied, without(one.bounds.without, words)))),
        f"{sign(one, SHAPES)} {standing(one, words)}",
        text.reported_on.format(lines=named([one.row.line], words)),
        literal(said_by(view.source, words)),
    ]
    return "<br>".join(said)


def _in_words(one: RowJudgement, words: Words) -> tuple[str, ...]:
    row, ends = one.row, (*ends_in_words(one.reported, words), *words.ends(_allowed(one), decimals(one, words)))
    printed = hedged(row, words.number(row.value, row.decimals), words)
    what, unit, verdict = _what(row, words), words.unit(row.unit.text), standing(one, words)
    return (what, words.period(row.period), printed, unit, *ends, verdict, str(row.line))


def _values(one: RowJudgement, words: Words) -> tuple[Cell, ...]:
    ends = (one.reported.low, one.reported.high, _allowed(one).low, _allowed(one).high)
    numbers = tuple(None if end is None else float(end) for end in ends)
    row = one.row
    return (
        _what(row, words),
        str(row.period),
        float(row.value),
        row.unit.text,
        *numbers,
        str(one.verdict),
        str(row.line),
    )


def _sentence(view: View, words: Words) -> str:
    text, rows = text_of(words), view.scope.rows
    bad = sum(one.verdict is Verdict.CONTRADICTION for one in rows)
    open_ = sum(one.verdict is Verdict.UNDECIDED for one in rows)
    match view.scope.judgement.verdict:
        case Verdict.CONSISTENT:
            return text.consistent.format(count=len(rows))
        case Verdict.UNDECIDED:
            return text.undecided.format(open=open_, count=len(rows))
        case _:
            outside = sum(one.is_outside for one in rows)
            return text.contradiction.format(bad=bad, outside=outside, count=len(rows))


CHART: Final = Definition(name=NAME, draw=draw, page=NAME)
