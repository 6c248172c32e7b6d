"""A conflict as a picture: the two intervals, what lies between, and how far that is."""

from __future__ import annotations

import pytest

from dashboard.judging.dispute import dispute
from dashboard.judging.judgement import judge
from dashboard.judging.review import Review
from dashboard.languages.language import Language
from dashboard.reading.dataset import read
from dashboard.values.observation import Dataset
from dashboard.web.contents.gap import Gap, gap_of
from dashboard.web.parts.gap_picture import picture
from dashboard.web.parts.markup import markup
from dashboard.wording.sentences import Sentences
from dashboard.wording.words import Words

HEADER = "source,reporter,partner,flow,period,measure,value,unit,step,qualifier,compared_with"
SOURCES = b"id,publisher,title\ns,an office,a release\n"


def gap(*lines: str, language: Language = Language.EN) -> Gap:
    return _first(read("\n".join([HEADER, *(f"s,RUS,BLR,{line}" for line in lines)]).encode(), SOURCES), language)


def _first(dataset: Dataset, language: Language) -> Gap:
    judged = judge(dataset.observations)
    conflict = judged.explained.conflicts[0]
    found = dispute(judged, conflict)
    assert found is not None
    return gap_of(found, Sentences.of(dataset, language).sides(judged, conflict, found))


def total(value: str, step: str = "0.1", hedge: str = "") -> str:
    return f"turnover,2022,level,{value},USD bn,{step},{hedge},"


PARTS = ("exports,2022,level,17.2,USD bn,0.1,,", "imports,2022,level,17.3,USD bn,0.1,,")


def test_what_the_others_allow_and_what_the_row_stands_for_lie_on_one_even_scale() -> None:
    found = gap(*PARTS, total("34.8"))
    assert (found.left.kind, found.left.start, found.left.width) == ("allowed", 0, 36.36)
    assert (found.start, found.width) == (36.36, 27.27)
    assert (found.right.kind, found.right.start, found.right.width) == ("said", 63.64, 18.18)
    assert (found.left.is_cut, found.right.is_cut) == (False, False)
    assert found.spoken.replace("\xa0", " ") == (
        "lines 2 and 3 allow USD 34.4 to 34.6 bn; line 4 stands for USD 34.75 to 34.85 bn; apart by USD 0.15 bn"
    )


def test_a_row_below_what_the_others_allow_stands_on_the_left() -> None:
    found = gap(*PARTS, total("34.2"))
    assert (found.left.kind, found.right.kind) == ("said", "allowed")
    assert found.left.who == "line 4 stands for"


@pytest.mark.parametrize(("value", "width"), [("1000", 40.0), ("35.5", 40.0), ("34.8", 27.27), ("34.66", 11.11)])
def test_the_gap_has_at_least_a_ninth_of_the_line_and_is_in_its_middle(value: str, width: float) -> None:
    found = gap(*PARTS, total(value))
    assert found.width == width
    assert found.start == pytest.approx((100 - width) / 2, abs=0.01)


def test_an_interval_that_is_wider_than_the_line_is_cut_where_it_ends() -> None:
    found = gap(*PARTS, total("34.66"))
    assert (found.left.start, found.left.width, found.left.is_cut, found.left.is_open) == (0, 44.44, True, False)
    assert (found.right.start, found.right.is_cut) == (55.56, True)
    assert 'class="allowed left cut"' in markup(picture(found))


def test_an_interval_without_an_end_runs_out_of_the_line() -> None:
    found = gap(*PARTS, total("40", hedge="more than"))
    assert (found.right.said.replace("\xa0", " "), found.right.is_open) == ("at least USD 40 bn", True)
    assert found.right.start + found.right.width == pytest.approx(100, abs=0.02)
    assert 'class="said right open"' in markup(picture(found))


def test_two_intervals_without_ends_leave_the_gap_a_third_of_the_line() -> None:
    found = gap("exports,2022,level,10,USD bn,,less than,", "balance,2022,level,12,USD bn,,more than,")
    assert (found.left.is_open, found.right.is_open, found.width) == (True, True, 33.33)
    assert found.said.replace("\xa0", " ") == "apart by USD 2 bn"


def test_a_number_without_a_width_is_still_there() -> None:
    exact = [f"{flow},2022,level,{value},USD bn,,exact," for flow, value in (("exports", 10), ("imports", 10))]
    found = gap(*exact, "turnover,2022,level,21,USD bn,,exact,")
    assert (found.left.width, found.width, found.right.width) == (0, 40.0, 0)


def test_a_hedge_speaks_of_its_widest_reading(shipped: Review) -> None:
    (scope,) = [scope for scope in shipped.scopes if scope.source == "kremlin-2024-05"]
    conflict = scope.judgement.explained.conflicts[0]
    found = dispute(scope.judgement, conflict)
    assert found is not None
    rows = {row.line: row for row in scope.judgement.rows}
    shown = gap_of(found, Sentences(Words(Language.RU), rows, {}).sides(scope.judgement, conflict, found))
    assert shown.spoken.replace("\xa0", " ") == (
        "строка 75 в самом широком смысле от 10,15 до 10,65 млрд долл. США; строки 77 и 79 допускают от 12,3 до "
        "12,5 млрд долл. США; разрыв 1,65 млрд долл. США"
    )


def test_the_picture_is_one_image_with_a_name() -> None:
    drawn = markup(picture(gap(*PARTS, total("34.8"), language=Language.BE)))
    assert drawn.startswith('<div class="gap" role="img" aria-label="радкі 2 і 3 дапускаюць ад 34,4 да 34,6')
    assert "разрыў 0,15" in drawn
    assert '<div class="between" style="left:36.36%;width:27.27%"></div>' in drawn
