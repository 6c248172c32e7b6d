from __future__ import annotations

from itertools import count

from dashboard.web.contents.memory import Memory
from dashboard.web.parts import html
from dashboard.web.parts.attributes import data, labelled
from dashboard.web.parts.markup import markup


def test_text_is_escaped_wherever_it_stands() -> None:
    made = html.P(["<b>", "1"], title='"<', id="a")
    assert markup(made) == '<p title="&quot;&lt;" id="a">&lt;b&gt;1</p>'


def test_names_of_attributes_are_those_of_html() -> None:
    made = html.Label("x", className="c", htmlFor="f", tabIndex="0", style={"minHeight": "3px"}, **labelled("n"))
    assert markup(made) == '<label class="c" for="f" tabindex="0" style="min-height:3px" aria-label="n">x</label>'


def test_an_attribute_that_is_true_stands_alone_and_one_that_is_false_not_at_all() -> None:
    assert markup([html.Option("a", value="1", selected=True), html.Option("b", selected=False, **data(href="/"))]) == (
        '<option value="1" selected>a</option><option data-href="/">b</option>'
    )


def test_elements_without_content_are_not_closed_and_a_chart_is_a_still_of_its_figure() -> None:
    figure = {"data": [], "layout": {"height": 9, "margin": {"l": 1, "r": 2}}}
    assert markup(html.Div([html.Br(), html.Graph(id="g", figure=figure)])) == (
        '<div><br><div class="still" style="left:1px;right:2px" aria-hidden="true"><svg width="100%" height="9"></svg>'
        "</div></div>"
    )


def test_a_memory_keeps_what_was_asked_for_last() -> None:
    memory: Memory[str, int] = Memory(2)
    numbers = count(1)
    assert [memory.get(key, lambda: next(numbers)) for key in "abacab"] == [1, 2, 1, 3, 1, 4]
