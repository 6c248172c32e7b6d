"""Every chart of every source in every language: drawn, valid, like with like, and its table says what it shows."""

from __future__ import annotations

import plotly.graph_objects as go
import pytest

from dashboard.charts import NAMES, draw
from dashboard.languages.language import Language
from dashboard.values.errors import QuestionError
from dashboard.values.period import Period
from dashboard.wording.words import Words
from tests.charted import EVERY_SOURCE, chart, marks, typed, view_of


@pytest.mark.parametrize("source", EVERY_SOURCE)
@pytest.mark.parametrize("name", NAMES)
def test_every_chart_of_every_source_is_valid_in_three_languages(name: str, source: str) -> None:
    go.Figure(chart(name, source).figure)
    for language in Language:
        drawn = chart(name, source, language)
        assert drawn.name == name
        assert "" not in (drawn.title, drawn.sentence, drawn.text, drawn.source)
        assert ".." not in drawn.sentence + drawn.note
        assert "{" not in drawn.sentence + drawn.note + drawn.text + drawn.source


@pytest.mark.parametrize("name", NAMES)
def test_only_bars_and_scatters_are_used(name: str) -> None:
    assert {trace["type"] for trace in chart(name).figure["data"]} <= {"bar", "scatter"}


@pytest.mark.parametrize("source", EVERY_SOURCE)
@pytest.mark.parametrize("name", ["levels", "growth", "balance", "record", "mirror"])
def test_no_scale_holds_two_seasons(name: str, source: str) -> None:
    seasons: dict[str, set[tuple[int, int]]] = {}
    for mark, _, axis in marks(chart(name, source).figure):
        seasons.setdefault(axis, set()).add(Period.parse(mark.rpartition(":")[2]).season)
    assert [axis for axis, found in seasons.items() if len(found) > 1] == []


@pytest.mark.parametrize("source", EVERY_SOURCE)
@pytest.mark.parametrize("name", [name for name in NAMES if name != "consistency"])
def test_the_table_has_a_row_for_every_mark(name: str, source: str) -> None:
    drawn = chart(name, source)
    found = [lines for _, lines, _ in marks(drawn.figure)]
    named = [row[drawn.columns.index("Lines")] for row in drawn.rows]
    assert sorted(named) == sorted(", ".join(map(str, lines)) for lines in found)
    assert len(drawn.values) == len(drawn.rows)


@pytest.mark.parametrize("source", EVERY_SOURCE)
def test_the_table_of_consistency_has_a_row_for_every_reported_mark(source: str) -> None:
    drawn = chart("consistency", source)
    reported = [str(lines[0]) for name, lines, _ in marks(drawn.figure) if name.startswith("reported")]
    assert [row[-1] for row in drawn.rows] == reported


@pytest.mark.parametrize("name", NAMES)
def test_every_mark_carries_its_lines(name: str) -> None:
    without = [mark for mark, lines, _ in marks(chart(name).figure) if not lines and not mark.startswith("event:")]
    assert without == []


@pytest.mark.parametrize("name", NAMES)
def test_a_single_row_is_drawn_or_the_chart_says_why_not(name: str) -> None:
    drawn = draw(name, typed("turnover,2022,level,43.4,USD bn,0.1,,,goods,,"), Words(Language.EN))
    go.Figure(drawn.figure)
    assert bool(drawn.rows) == (name in ("levels", "flows", "consistency", "calendar", "record"))


@pytest.mark.parametrize("name", NAMES)
def test_the_names_of_a_source_in_roubles_say_roubles(name: str) -> None:
    drawn = chart(name, "rus-government-2024-10")
    assert "USD" not in drawn.sentence + drawn.text + "".join("".join(row) for row in drawn.rows)


def test_three_hundred_rows_of_one_source_fit_a_picture() -> None:
    rows = [
        f"{flow},{year}-01/{year}-{month:02},level,{value},USD bn,0.1,,,goods,,"
        for year in range(2000, 2024)
        for month in (3, 6, 9, 12)
        for flow, value in (("exports", f"{month}.0"), ("imports", f"{month + 1}.0"), ("balance", "-1.0"))
    ]
    assert len(rows) == 288
    view = typed(*rows)
    heights = {name: draw(name, view, Words(Language.EN)).figure["layout"]["height"] for name in NAMES}
    assert max(heights.values()) <= 3600
    assert "Not drawn, for want of room:" in draw("levels", view, Words(Language.EN)).note


def test_a_chart_that_does_not_exist_is_named_with_those_that_do() -> None:
    with pytest.raises(QuestionError, match="no chart 'pie'; charts are levels, growth, flows"):
        draw("pie", view_of("mfa-2023-01"), Words(Language.EN))
