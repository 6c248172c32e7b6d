"""Colours that every reader can tell apart on both grounds, and pictures that carry their source."""

from __future__ import annotations

from dataclasses import asdict
from itertools import combinations
from pathlib import Path

import plotly.graph_objects as go
import pytest

from dashboard.charts import NAMES
from dashboard.charts.export import LEAST, SHAPES, STEP, broken, export_figure, shaped
from dashboard.charts.look import (
    CONFIG,
    DARK,
    LIGHT,
    NARROW,
    WIDE,
    WIDE_FROM,
    Palette,
    dark,
    fitted,
    text_width,
)
from dashboard.values.errors import QuestionError
from dashboard.values.measure import Flow
from tests.charted import chart

Triple = tuple[float, float, float]

VISION: dict[str, tuple[Triple, Triple, Triple]] = {
    "usual": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protan": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deutan": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "tritan": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}
"""How linear red, green and blue look at full severity: Machado, Oliveira and Fernandes 2009."""

ASSETS = Path(__file__).parents[2] / "dashboard" / "web" / "assets"

APART = 25
"""Distance in CIELAB: 2 can just be seen, 10 at a glance."""

TEXTS = ("ink", "soft", "turnover", "exports", "imports", "balance")


def linear(color: str) -> Triple:
    red, green, blue = (int(color[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return bend(red), bend(green), bend(blue)


def bend(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)


def contrast(one: str, other: str) -> float:
    """Return the contrast of WCAG 2: 1 to 21."""
    lights = sorted(0.2126 * r + 0.7152 * g + 0.0722 * b for r, g, b in (linear(one), linear(other)))
    return (lights[1] + 0.05) / (lights[0] + 0.05)


def seen(color: str, vision: str) -> Triple:
    """Return a colour in CIELAB as a kind of vision sees it."""
    rgb = linear(color)
    r, g, b = (min(1.0, max(0.0, sum(w * c for w, c in zip(row, rgb, strict=True)))) for row in VISION[vision])
    x = cubed((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.95047)
    y = cubed(0.2126 * r + 0.7152 * g + 0.0722 * b)
    z = cubed((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.08883)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def cubed(part: float) -> float:
    return float(part ** (1 / 3)) if part > 0.008856 else 7.787 * part + 16 / 116


def distance(one: str, other: str, vision: str) -> float:
    pairs = zip(seen(one, vision), seen(other, vision), strict=True)
    return float(sum((a - b) ** 2 for a, b in pairs) ** 0.5)


@pytest.mark.parametrize("palette", [LIGHT, DARK])
@pytest.mark.parametrize("name", TEXTS)
def test_text_has_the_contrast_that_reading_needs(palette: Palette, name: str) -> None:
    assert contrast(asdict(palette)[name], palette.paper) >= 4.5


@pytest.mark.parametrize("palette", [LIGHT, DARK])
def test_marks_have_the_contrast_that_seeing_needs(palette: Palette) -> None:
    assert contrast(palette.mute, palette.paper) >= 3


@pytest.mark.parametrize("palette", [LIGHT, DARK])
@pytest.mark.parametrize("vision", VISION)
def test_every_kind_of_colour_vision_tells_flows_apart(palette: Palette, vision: str) -> None:
    flows = [palette.flow(flow) for flow in (Flow.TURNOVER, Flow.EXPORTS, Flow.IMPORTS)]
    assert min(distance(one, other, vision) for one, other in combinations(flows, 2)) >= APART


def test_the_balance_is_grey() -> None:
    assert max(abs(part) for palette in (LIGHT, DARK) for part in seen(palette.balance, "usual")[1:]) < 6


def test_every_colour_has_one_partner_in_the_other_palette() -> None:
    light, other = asdict(LIGHT).values(), asdict(DARK).values()
    assert len(set(light) | set(other)) == len(light) + len(other)


@pytest.mark.parametrize("name", NAMES)
def test_a_dark_chart_keeps_no_light_colour(name: str) -> None:
    text = str(dark(chart(name).figure))
    assert [color for color in asdict(LIGHT).values() if color in text] == []


def test_nothing_is_sent_to_a_cloud() -> None:
    assert (CONFIG["showSendToCloud"], CONFIG["displaylogo"], CONFIG["scrollZoom"]) == (False, False, False)


@pytest.mark.parametrize(
    ("text", "width"), [("", 0), ("1234567890", 76), ("<b>1</b><br>1234567890", 76), ("<b>1</b>", 8)]
)
def test_the_width_of_a_text_is_that_of_its_longest_line(text: str, width: int) -> None:
    assert text_width(text) == width


@pytest.mark.parametrize("name", NAMES)
def test_a_saved_picture_carries_title_sentence_note_and_source(name: str) -> None:
    drawn = chart(name)
    figure = export_figure(drawn, 900)
    go.Figure(figure)
    said = " ".join(note["text"].replace("<br>", " ") for note in figure["layout"]["annotations"])
    for text in (drawn.title, drawn.sentence, drawn.note, drawn.source):
        assert text in said


def test_a_saved_picture_is_as_high_as_it_needs_or_higher() -> None:
    natural = export_figure(chart("levels"), 900)["layout"]["height"]
    assert natural > chart("levels").figure["layout"]["height"]
    assert export_figure(chart("levels"), 900, 2000)["layout"]["height"] == 2000
    assert export_figure(chart("levels"), 900, 100)["layout"]["height"] == natural


def test_a_saved_picture_has_the_ground_of_its_theme() -> None:
    grounds = [export_figure(chart("levels"), 900, dark=dark)["layout"]["paper_bgcolor"] for dark in (False, True)]
    assert grounds == ["#ffffff", "#14171a"]


def test_lines_are_broken_between_words() -> None:
    assert broken("one two three four", 70, 15) == ["one two", "three", "four"]


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("name", NAMES)
def test_a_picture_keeps_its_shape_and_is_laid_out_no_wider_than_it_needs(name: str, shape: str) -> None:
    made = shaped(chart(name), shape, ("known by today", "https://trade.example/?source=a&lang=be#levels"))
    layout, (wide, high) = made.figure["layout"], SHAPES[shape]
    assert abs(made.width / made.height - wide / high) < 0.01
    assert made.width >= wide
    assert layout["width"] in range(LEAST[shape], made.width + 1, STEP)
    assert abs(layout["width"] / layout["height"] - wide / high) < 0.01


def test_a_shape_that_is_none_is_refused_with_those_there_are() -> None:
    with pytest.raises(QuestionError, match='there is no shape "round"; there are wide, square, portrait'):
        shaped(chart("levels"), "round")


def test_an_address_goes_on_in_the_next_line() -> None:
    assert broken("see https://trade.example/", 70, 15) == ["see", "https://t", "rade.exam", "ple/"]


def test_a_picture_holds_what_its_width_has_room_for_and_nothing_else() -> None:
    figure = chart("record").figure
    for width, kind in ((679, "narrow"), (680, "wide")):
        named = [trace["uid"] for trace in fitted(figure, width)["data"] if "uid" in trace]
        assert {uid.partition("-")[0] for uid in named} == {kind}
    wide, narrow = (len(export_figure(chart("record"), width)["data"]) for width in (900, 600))
    assert wide == narrow == 18


def test_the_page_shows_by_width_what_a_file_holds() -> None:
    css = (ASSETS / "page.css").read_text("utf-8")
    assert f"@container (min-width: {WIDE_FROM}px)" in css
    assert all(f'[class*=" trace{uid}"], .still [class^="{uid}"]' in css for uid in (WIDE, NARROW))
