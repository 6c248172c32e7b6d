import pytest

from dashboard.reading.remarks import Reading, Remarks, near, quoted, refusal, shortened
from dashboard.values.errors import Problem
from dashboard.values.message import Message
from dashboard.values.observation import Notice


def test_a_refused_cell_becomes_a_problem() -> None:
    remarks = Remarks("observations.csv")
    assert remarks.take(Reading(None, Message("write a number")), 3, "value", "x") is None
    assert remarks.problems == [
        Problem(file="observations.csv", line=3, column="value", found="x", message=Message("write a number"))
    ]
    assert remarks.notices == []


def test_a_cell_read_with_a_remark_becomes_a_notice() -> None:
    remarks = Remarks("observations.csv")
    assert remarks.take(Reading(17, Message("the comma is a point")), 3, "value", "17,0") == 17
    assert remarks.notices == [Notice("observations.csv", 3, "value", Message("the comma is a point"))]
    assert remarks.problems == []


def test_a_cell_that_is_as_it_should_be_leaves_nothing() -> None:
    remarks = Remarks("observations.csv")
    assert remarks.take(Reading(0), 3, "value", "0") == 0
    assert (remarks.problems, remarks.notices) == ([], [])


def test_problems_stand_in_the_order_of_their_lines() -> None:
    remarks = Remarks("observations.csv")
    remarks.refuse(Message("third"), 9)
    remarks.refuse(Message("second"), 2, "value")
    remarks.refuse(Message("fourth"), 9, "unit")
    remarks.refuse(Message("first"))
    assert [problem.message for problem in remarks.in_order] == ["first", "second", "third", "fourth"]


def test_notices_that_say_the_same_are_joined_with_their_lines() -> None:
    remarks = Remarks("observations.csv")
    for line in (2, 3, 4, 7, 9, 10):
        remarks.note(Message("a comma is a point"), line, "value")
    remarks.note(Message("a comma is a point"), 3, "step")
    remarks.note(Message("the file has semicolons"))
    assert [str(notice) for notice in remarks.folded] == [
        "observations.csv line 2, column value: a comma is a point (lines 2-4, 7, 9-10)",
        "observations.csv line 3, column step: a comma is a point",
        "observations.csv: the file has semicolons",
    ]


@pytest.mark.parametrize(
    ("text", "message"),
    [("x", '"x" is not a number; write 1'), ("", "the cell is empty; write 1")],
)
def test_a_refusal_says_what_was_found_and_what_is_allowed(text: str, message: str) -> None:
    assert refusal(text, "a number", "1") == message


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("17,2", "17,2"),
        ("two\nlines", "two\\nlines"),
        ("1\u00a0234", "1\\xa0234"),
        ("\u2212\u200b8", "\u2212\\u200b8"),
        ("x" * 80, "x" * 80),
        ("x" * 81, "x" * 80 + "…"),
    ],
)
def test_what_a_message_quotes_is_printable_and_short(text: str, shown: str) -> None:
    assert shortened(text) == shown
    assert quoted(text) == f'"{shown}"'


def test_a_misspelt_word_is_answered_with_the_near_ones() -> None:
    assert near("mfa-2023", ["mfa-2023-01", "belstat-2012"]) == "; near: mfa-2023-01"
    assert near("xyz", ["mfa-2023-01"]) == ""
