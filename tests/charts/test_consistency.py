"""The picture of each row beside what the others allow: bars, lines, triangles, and the verdict in words."""

from __future__ import annotations

import pytest

from dashboard.charts import draw
from dashboard.languages.language import Language
from dashboard.wording.words import Words
from tests.charted import chart, typed

EN = Words(Language.EN)

TOUCHING = (("exports", "1.0", "0.1"), ("imports", "1.0", "0.1"), ("turnover", "2.2", "0.2"))
"""1.05 + 1.05 is the most that the parts allow, 2.1 the least that turnover stands for."""


def test_a_row_that_fits_the_others_reaches_into_what_they_allow() -> None:
    traces = chart("consistency").figure["data"]
    reported = traces[0]
    at = reported["customdata"].index([4])
    assert (reported["base"][at], reported["x"][at]) == (-1.0, 2.0)
    implied = next(trace for trace in traces if "implied:4:low" in trace.get("ids", ()))
    assert implied["x"] == [-2.0, 2.0]
    assert implied["marker"]["symbol"] == ["line-ns-open", "line-ns-open"]


def test_what_reaches_beyond_the_picture_is_a_triangle_at_its_edge() -> None:
    traces = chart("consistency", "kremlin-2024-05").figure["data"]
    implied = next(trace for trace in traces if "implied:75:low" in trace.get("ids", ()))
    assert implied["x"] == [6, 6]
    assert implied["marker"]["symbol"] == ["triangle-right", "triangle-right"]


def test_a_verdict_is_a_shape_and_a_word() -> None:
    notes = [note["text"] for note in chart("consistency", "kremlin-2024-05").figure["layout"]["annotations"]]
    assert "<b>✕ outside</b><br>12.3–12.5<br>without line 70" in notes
    assert "● consistent<br>−2.34 … −2.23<br>without line 70" in notes


def test_a_row_of_a_conflict_is_outside_or_fits_without_another() -> None:
    drawn = chart("consistency", "rus-government-2023-03")
    notes = [note["text"].replace("\xa0", " ") for note in drawn.figure["layout"]["annotations"]]
    assert {"(✕) in the conflict<br>42.75–43.85<br>without line 63", "<b>✕ outside</b><br>11.9–12.2"} < set(notes)
    said = [row[-2].replace("\xa0", " ") for row in drawn.rows]
    assert said[:3] == ["in the conflict; fits without line 63", "outside by 0.3 pp", "outside by USD 0.28 bn"]
    assert {row[-2] for row in drawn.values} == {"contradiction"}
    assert "Turnover, 2022: USD 43.4 bn: in the conflict; fits without line 63;" in drawn.text.replace("\xa0", " ")
    hover = drawn.figure["data"][0]["hovertext"][0]
    assert "others allow USD 42.75 to 43.85 bn without line 63<br>(✕) in the conflict; fits" in hover.replace(
        "\xa0", " "
    )


def test_a_dashed_line_joins_a_row_with_what_the_others_allow_and_says_how_far_that_is() -> None:
    figure = chart("consistency", "rus-government-2023-03").figure
    dashed = [trace["x"] for trace in figure["data"] if trace.get("line", {}).get("dash") == "dash"]
    assert [[round(x, 2) for x in ends] for ends in dashed] == [[-1, -1.61], [-1, -6], [1, 6], [1, 6]]
    assert {"0.3", "0.28", "0.42", "0.95"} < {note["text"] for note in figure["layout"]["annotations"]}


def test_the_scale_has_a_line_at_what_is_printed_and_at_both_ends_of_what_it_stands_for() -> None:
    shapes = chart("consistency").figure["layout"]["shapes"]
    first = [(shape["x0"], shape["y0"], shape["y1"], shape["layer"]) for shape in shapes[::8]]
    assert first == [(-1, 0.36, 1, "below"), (0, 0.36, 1, "below"), (1, 0.36, 1, "below")]
    assert len(shapes) == 24


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("mfa-2023-01", "All reported numbers can be true at once; rows checked: 8."),
        (
            "kremlin-2024-05",
            "The numbers cannot all be true at once; rows in a conflict: 9 of 12, outside what the others allow: 6.",
        ),
    ],
)
def test_the_sentence_on_consistency_gives_the_verdict(source: str, said: str) -> None:
    assert chart("consistency", source).sentence == said


def test_rows_that_only_just_touch_leave_the_verdict_open() -> None:
    rows = [f"{flow},2021,level,{value},USD bn,{step},,,goods,," for flow, value, step in TOUCHING]
    drawn = draw("consistency", typed(*rows), EN)
    said = "hangs on how hedges and ties are read; open rows: 3 of 3."
    assert drawn.sentence == f"Whether all numbers can be true at once {said}"
    assert "◆ undecided<br>1.05–1.35" in [note["text"] for note in drawn.figure["layout"]["annotations"]]
