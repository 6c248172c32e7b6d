"""The stills of charts; the expected places were read off plotly's own drawing of the same figures, 547 px wide."""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

import pytest

from dashboard.charts import NAMES, draw
from dashboard.charts.look import dark
from dashboard.charts.still import still
from dashboard.languages.language import Language
from dashboard.wording.words import Words
from tests.charted import chart, typed

PLOTLY_WIDTH = 547


def drawn(name: str, language: Language = Language.EN) -> ET.Element:
    return ET.fromstring(still(chart(name, language=language).figure))


def px(per_cent: str | None) -> int:
    """Return a place across in the px of plotly's drawing."""
    assert per_cent is not None
    return round(float(per_cent.removesuffix("%")) * PLOTLY_WIDTH / 100)


def texts(picture: ET.Element) -> dict[str, ET.Element]:
    found: dict[str, ET.Element] = {}
    for one in picture.iter("text"):
        found.setdefault("\n".join(one.itertext()).strip(), one)
    return found


def test_a_still_leaves_the_margins_of_its_figure() -> None:
    picture = drawn("growth")
    assert picture.get("style") == "left:106px;right:118px"
    assert picture[0].get("height") == "238"


def test_bars_stand_where_plotly_draws_them() -> None:
    bars = list(drawn("growth").iter("rect"))[:3]
    ends = [(px(bar.get("x")), px(bar.get("width"))) for bar in bars]
    assert ends == [(100, 120), (1, 99), (100, 446)]
    assert [bar.get("y") for bar in bars] == ["4.94", "30.94", "56.94"]
    assert {bar.get("height") for bar in bars} == {"16.12"}
    assert [bar.get("fill") for bar in bars] == ["var(--turnover)", "var(--exports)", "var(--imports)"]


def test_words_stand_where_plotly_writes_them() -> None:
    found = texts(drawn("growth"))
    places = {text: (px(one.get("x")), one.get("y")) for text, one in found.items()}
    assert places["Exports"] == (0, "73.9")
    assert places["20"] == (337, "126")
    assert places["37.7"] == (547, "98.5")
    assert (places["−8.4"], found["−8.4"].get("text-anchor")) == ((0, "72.5"), "end")
    assert places["Jan–Oct 2022, %"] == (0, "19")
    assert (found["Exports"].get("text-anchor"), found["Exports"].get("transform")) == ("end", "translate(-43.8)")
    assert found["20"].get("font-size") == "13"


def test_marks_and_the_line_between_them_stand_where_plotly_draws_them() -> None:
    picture = drawn("flows")
    circles = [(one.get("cx"), one.get("cy"), one.get("fill")) for one in picture.iter("circle")][:2]
    assert circles == [("2.83%", "139.32", "var(--paper)"), ("97.17%", "104.14", "var(--turnover)")]
    slope = next(line for line in picture.iter("line") if line.get("stroke-width") == "2.5")
    assert [slope.get(end) for end in ("x1", "y1", "x2", "y2")] == ["2.83%", "139.32", "97.17%", "104.14"]


def test_marks_that_would_cover_each_other_stand_side_by_side() -> None:
    now = [
        (one.get("fill"), one.get("transform")) for one in drawn("flows").iter("circle") if one.get("cx") == "97.17%"
    ]
    assert now == [
        ("var(--turnover)", None),
        ("var(--exports)", "translate(6)"),
        ("var(--imports)", "translate(-6)"),
    ]


def test_a_label_of_two_lines_is_two_lines_and_bold_is_bold() -> None:
    label = texts(drawn("flows"))["Turnover\n34.5"]
    assert label.get("y") == "99.04"
    assert [line.get("dy") for line in label] == [None, "1.3em"]
    assert label[0][0].get("font-weight") == "700"


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("name", NAMES)
def test_every_chart_has_a_still_in_both_themes_without_a_colour_of_its_own(name: str, language: Language) -> None:
    figure = chart(name, language=language).figure
    assert still(figure) == still(dark(figure))
    assert re.findall("#[0-9a-f]{6}", still(figure)) == []


def test_what_people_wrote_is_text_and_nothing_else() -> None:
    figure = chart("growth").figure
    note = figure["layout"]["annotations"][0] | {"text": "a <script>x</script> & <b>b</b> &lt;i&gt; < c"}
    made = still(figure | {"layout": figure["layout"] | {"annotations": [note]}})
    assert 'a x &amp; <tspan font-weight="700">b</tspan> &lt;i&gt; &lt; c</text>' in made


def test_a_chart_with_nothing_to_draw_says_why() -> None:
    nothing = draw("contributions", typed("exports,2022,level,17.2,USD bn,0.1,,,goods,,"), Words(Language.EN))
    assert next(iter(texts(ET.fromstring(still(nothing.figure))))).replace("\n", " ") == nothing.sentence


def test_what_narrow_and_wide_pictures_show_is_told_apart_and_colours_and_grounds_of_words_are_kept() -> None:
    picture = drawn("record")
    groups = [one.get("class") for one in picture.iter("g") if one.get("class")]
    assert groups[:2] == ["narrow-2", "wide-3"]
    name = texts(picture)["Belstat, 2012"]
    assert (name.get("class"), name[0].get("fill")) == ("halo", "var(--soft)")
