"""What a page's elements become before they go to an open page: one component where none of them is Dash's own."""

from __future__ import annotations

from typing import Any

import dash

from dashboard.web.parts import html
from dashboard.web.parts.attributes import labelled
from dashboard.web.serving.components import Static, components


def tree(component: Any) -> Any:  # noqa: ANN401 - whatever Dash was given
    """Return the tree of a component that stands for elements."""
    assert isinstance(component, Static)
    return component.to_plotly_json()["props"]["tree"]  # type: ignore[no-untyped-call]


def test_elements_are_one_component_with_their_attributes_and_texts() -> None:
    section = html.Section(
        [html.P(["fell by ", html.Strong("8.4%")], className="lead"), html.Br()], **labelled("Growth")
    )
    [one] = components([section])
    assert tree(one) == [
        "section",
        {"aria-label": "Growth"},
        [["p", {"className": "lead"}, ["fell by ", ["strong", {}, ["8.4%"]]]], ["br", {}, []]],
    ]


def test_an_attribute_that_says_nothing_is_none() -> None:
    [one] = components([html.Ul([html.Li("34.5", id=None), html.Li("4", hidden=False)])])
    assert tree(one) == ["ul", {}, [["li", {}, ["34.5"]], ["li", {}, ["4"]]]]


def test_what_holds_a_chart_stays_and_what_stands_beside_it_does_not() -> None:
    picture = html.Div([html.P("…"), html.Graph(id="graph")], className="picture")
    [figure] = components([html.Figure([html.H2("Levels"), picture, "end"])])
    assert isinstance(figure, dash.html.Figure)
    heading, shown, end = figure.children
    assert (tree(heading), end) == (["h2", {}, ["Levels"]], "end")
    assert (tree(shown.children[0]), type(shown.children[1]).__name__) == (["p", {}, ["…"]], "Graph")
    assert (shown.className, shown.children[1].id) == ("picture", "graph")


def test_what_a_reader_types_is_in_a_component_of_dash() -> None:
    [typed] = components([html.Input(id="what-if", value="34.5")])
    assert isinstance(typed, dash.dcc.Input)
    assert typed.to_plotly_json()["props"] == {"id": "what-if", "value": "34.5"}  # type: ignore[no-untyped-call]
