"""What a page's elements become before they go to an open page: one component where none of them is Dash's own."""

from __future__ import annotations

from typing import Any

from dash import dcc, html

from dashboard.web.parts.attributes import labelled
from dashboard.web.parts.static import Static, static


def tree(component: Any) -> Any:  # noqa: ANN401 - whatever Dash was given
    """Return the tree of a component that stands for elements."""
    assert isinstance(component, Static)
    return component.to_plotly_json()["props"]["tree"]  # type: ignore[no-untyped-call]


def test_elements_are_one_component_with_their_attributes_and_texts() -> None:
    section = html.Section(
        [html.P(["fell by ", html.Strong("8.4%")], className="lead"), html.Br()], **labelled("Growth")
    )
    [one] = static([section])
    assert tree(one) == [
        "section",
        {"aria-label": "Growth"},
        [["p", {"className": "lead"}, ["fell by ", ["strong", {}, ["8.4%"]]]], ["br", {}, []]],
    ]


def test_a_text_alone_and_a_number_are_texts() -> None:
    [one] = static([html.Ul([html.Li("34.5"), html.Li(4)])])
    assert tree(one) == ["ul", {}, [["li", {}, ["34.5"]], ["li", {}, ["4"]]]]


def test_a_child_that_is_none_is_no_text() -> None:
    [one] = static([html.Div([None, html.P(), "a"])])
    assert tree(one) == ["div", {}, [["p", {}, []], "a"]]


def test_what_holds_a_chart_stays_and_what_stands_beside_it_does_not() -> None:
    graph = dcc.Graph(id="graph")
    [figure] = static([html.Figure([html.H2("Levels"), html.Div([html.P("…"), graph], className="picture"), "end"])])
    assert isinstance(figure, html.Figure)
    heading, picture, end = figure.children
    assert (tree(heading), end) == (["h2", {}, ["Levels"]], "end")
    assert (tree(picture.children[0]), picture.children[1] is graph) == (["p", {}, ["…"]], True)
    assert picture.className == "picture"


def test_a_component_of_dash_alone_stays_as_it_is() -> None:
    graph = dcc.Graph(id="graph")
    assert static([graph]) == [graph]
