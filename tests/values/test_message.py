from __future__ import annotations

import pickle

from dashboard.values.message import NOTHING, Message, joined


def test_a_message_is_its_text_and_keeps_what_it_was_made_of() -> None:
    found = Message("{0} can be {1}", '"1,2"', 1.2)
    assert (found, found.template, found.parts) == ('"1,2" can be 1.2', "{0} can be {1}", ('"1,2"', "1.2"))


def test_a_message_is_the_same_in_another_process() -> None:
    sent = Message("{0}; {1}", Message("{0} is cut", "x"), "y")
    found = pickle.loads(pickle.dumps(sent))
    assert (found, found.template, found.parts) == (sent, sent.template, sent.parts)
    assert found.parts[0].parts == ("x",)


def test_messages_are_joined_without_the_empty_ones() -> None:
    one, other = Message("a {0}", 1), Message("b")
    assert joined([NOTHING, one]) is one
    assert (joined([one, NOTHING, other]), joined([one, other]).parts) == ("a 1; b", (one, other))
    assert joined([]) == ""
