"""Charts of the shipped data and of typed rows, and the marks that are in a figure."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from dashboard.charts import draw
from dashboard.charts.chart import Chart
from dashboard.judging.review import Review, review
from dashboard.judging.view import View, look
from dashboard.languages.language import Language
from dashboard.reading import dataset
from dashboard.storage.store import load
from dashboard.values.observation import Dataset
from dashboard.wording.words import Words

DATA = Path(__file__).parent.parent / "data"
HEAD = "source,reporter,partner,flow,period,measure,value,unit,step,qualifier,compared_with,scope,wording,note\n"
SOURCES = "id,publisher,title,published,address,language,retrieved,note\nx,Office,Title,2024-05,,en,,\n"

EVERY_SOURCE = tuple(
    dict.fromkeys(line.partition(",")[0] for line in (DATA / "observations.csv").read_text("utf-8").splitlines()[1:])
)


@cache
def shipped() -> tuple[Dataset, Review]:
    data = load(DATA)
    return data, review(data)


@cache
def view_of(source: str) -> View:
    return look(*shipped(), source)


def typed(*rows: str, events: str = "") -> View:
    """Return the view of rows of one source "x", Russia's count, written without their first three columns."""
    text = HEAD + "".join(f"x,RUS,BLR,{row}\n" for row in rows)
    happened = f"date,title,place,source\n{events}"
    data = dataset.read(text.encode(), SOURCES.encode(), happened.encode())
    return look(data, review(data))


@cache
def chart(name: str, source: str = "mfa-2023-01", language: Language = Language.EN) -> Chart:
    return draw(name, view_of(source), Words(language))


def marks(figure: dict[str, Any]) -> Iterator[tuple[str, tuple[int, ...], str]]:
    """Yield name, lines and axis of every mark that answers to a pointer."""
    for trace in figure["data"]:
        for name, lines in zip(trace.get("ids", ()), trace.get("customdata", ()), strict=True):
            yield name, tuple(lines), trace.get("xaxis", "x")


def mark(figure: dict[str, Any], name: str) -> dict[str, Any]:
    """Return one mark: its place, colours and reach, rounded to 4 decimals."""
    trace, at = next((trace, trace["ids"].index(name)) for trace in figure["data"] if name in trace.get("ids", ()))
    side = "x" if trace["type"] == "bar" or "error_x" in trace else "y"
    value = trace[side][at]
    below, above = _reach(figure, trace, at)
    return {
        "at": round(value, 4),
        "low": round(value - below, 4),
        "high": round(value + above, 4),
        "fill": trace["marker"]["color"][at],
        "opacity": trace["marker"]["opacity"][at],
        "edge": trace["marker"]["line"]["color"][at],
        "lines": trace["customdata"][at],
    }


def _reach(figure: dict[str, Any], trace: dict[str, Any], at: int) -> tuple[float, float]:
    """Return how far the interval of a mark reaches below and above it; a bar has its whiskers in a trace of their own.

    Nowhere if it has none.
    """
    if trace["type"] != "bar":
        bars = trace.get("error_x") or trace["error_y"]
        return bars["arrayminus"][at], bars["array"][at]
    for other in figure["data"]:
        if other.get("mode") == "none" and other["yaxis"] == trace["yaxis"] and trace["y"][at] in other["y"]:
            bars, place = other["error_x"], other["y"].index(trace["y"][at])
            return bars["arrayminus"][place], bars["array"][place]
    return 0.0, 0.0
