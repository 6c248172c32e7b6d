"""What the assets have in common with the rest: colours with the charts, plotly.js with plotly.py, licences."""

from __future__ import annotations

import json
import re
from dataclasses import asdict
from pathlib import Path

import pytest
from plotly.offline import get_plotlyjs_version

from dashboard.charts.look import DARK, FONT, LIGHT, Palette

WEB = Path(__file__).parents[2] / "dashboard" / "web"
TOOLS = Path(__file__).parents[2] / "tools"
ASSETS = WEB / "assets"
CSS = (ASSETS / "page.css").read_text("utf-8")


def colours(selector: str) -> dict[str, str]:
    block = CSS.partition(f"{selector} {{")[2].partition("}")[0]
    return dict(re.findall(r"--([a-z]+): (#[0-9a-f]{6});", block))


def luminance(colour: str) -> float:
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize(
    ("selector", "palette"),
    [(":root", LIGHT), (':root[data-theme="dark"]', DARK), (':root[data-theme="auto"]', DARK)],
)
def test_the_page_has_the_colours_of_the_charts(selector: str, palette: Palette) -> None:
    wanted = asdict(palette)
    assert {name: colours(selector)[name] for name in wanted} == wanted


@pytest.mark.parametrize("selector", [":root", ':root[data-theme="dark"]'])
def test_text_can_be_read_on_its_ground(selector: str) -> None:
    of = colours(selector)
    for name in ("ink", "soft", "good", "open", "bad"):
        assert contrast(of[name], of["paper"]) >= 4.5
    assert contrast(of["ink"], of["alarm"]) >= 7
    for name in ("turnover", "exports", "imports", "balance", "rule"):
        assert contrast(of[name], of["paper"]) >= 3


def test_the_page_is_set_in_the_type_of_the_charts() -> None:
    assert f"{FONT};" in CSS
    assert CSS.count("@font-face") == 4


def test_print_hides_the_heading_of_arithmetic_only_where_it_can_unfold_it() -> None:
    within = re.search(r"@supports selector\(::details-content\) \{((?:[^{}]*\{[^{}]*\})*)", CSS)
    assert within is not None
    assert CSS.count(".conflicts summary { display: none; }") == 1
    assert ".conflicts summary { display: none; }" in within[1]
    assert "::details-content { content-visibility: visible; }" in within[1]


def test_plotly_js_is_the_version_that_plotly_py_speaks_to() -> None:
    head = (ASSETS / "plotly.min.js").read_text("utf-8")[:200]
    assert f"plotly.js (bar, scatter) v{get_plotlyjs_version()}" in head
    pinned = json.loads((TOOLS / "plotly" / "package.json").read_text("utf-8"))
    assert pinned["devDependencies"]["plotly.js"] == get_plotlyjs_version()


def test_the_work_of_others_stands_beside_its_licence() -> None:
    licences = (ASSETS / "plotly.min.js.LICENSE.txt").read_text("utf-8")
    assert f"plotly.js {get_plotlyjs_version()}\n\nMIT License" in licences
    assert "SIL Open Font License, Version 1.1" in (ASSETS / "fonts" / "LICENSE").read_text("utf-8")


def test_all_letters_are_of_one_family_in_every_weight() -> None:
    """A browser takes another face for letters only from those that are said to have the same weights."""
    faces = re.findall(r"@font-face \{(.*?)\}", (ASSETS / "page.css").read_text("utf-8"), re.DOTALL)
    own = [face for face in faces if '"Source Sans 3";' in face]
    assert len(own) == 3
    assert {re.findall(r"font-weight: ([^;]+);", face)[0] for face in own} == {"400 700"}
