"""A chart on the page: title, sentence, picture, source and note, its table, its words, its downloads."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from dash import dcc, html
from dash.development.base_component import Component

from dashboard.charts.chart import Chart
from dashboard.charts.template import CONFIG, dark
from dashboard.web.address import Theme
from dashboard.web.attributes import data, labelled
from dashboard.web.content import Content

SCALES: Final = (1, 2, 4)
"""How much larger than its size in px a PNG is saved."""


def plate(page: Content, chart: Chart, *, in_the_dark: bool) -> Component:
    """Return a chart with all that belongs to it."""
    text = page.text
    return html.Figure(
        id=chart.name,
        className="plate",
        children=[
            html.Figcaption([html.H2(chart.title), html.P(chart.sentence, className="sentence")]),
            _picture(chart, in_the_dark=in_the_dark),
            html.Div([html.P(chart.source), html.P(chart.note)], className="credit"),
            html.Div(
                className="more",
                children=[
                    html.Details([html.Summary(text.table), table(chart.columns, chart.rows)]),
                    html.Details([html.Summary(text.text), html.P(chart.text)]),
                    html.Details([html.Summary(text.download), _downloads(page, chart)], className="download"),
                ],
            ),
        ],
    )


def table(columns: Iterable[str], rows: Iterable[Sequence[str | Component]]) -> Component:
    """Return a table that scrolls by itself where the page is narrow; the first cell of a row names it."""
    head = html.Thead(html.Tr([html.Th(column, scope="col") for column in columns]))
    body = html.Tbody([html.Tr([html.Th(row[0], scope="row"), *map(html.Td, row[1:])]) for row in rows])
    return html.Div(html.Table([head, body]), className="scroll", tabIndex="0", role="group")


def _picture(chart: Chart, *, in_the_dark: bool) -> Component:
    height = chart.figure["layout"]["height"]
    graph = dcc.Graph(
        id=f"graph-{chart.name}",
        className="graph",
        figure=dark(chart.figure) if in_the_dark else chart.figure,
        config=dict(CONFIG),  # type: ignore[arg-type]  # Dash's own type of it lacks showSendToCloud
        responsive=True,
        style={"height": f"{height}px"},
    )
    said = f"{chart.title} " if chart.title.endswith("?") else f"{chart.title}. "
    room = {"minHeight": f"{height}px"}
    return html.Div(graph, className="picture", style=room, role="img", **labelled(f"{said}{chart.sentence}"))


def _downloads(page: Content, chart: Chart) -> Component:
    text, stem = page.text, f"{chart.name}-{page.stem}-{page.address.language}"
    files = f"/charts/{chart.name}"
    pictures = [(text.picture.format(scale=scale), "png", scale) for scale in SCALES] + [(text.vector, "svg", 1)]
    buttons = [
        html.Button(
            name,
            type="button",
            className="save",
            **data(
                figure=f"{files}.json{page.address.query}",
                format=form,
                scale=str(scale),
                failed=text.failed,
                file=f"{stem}{f'@{scale}x' if scale > 1 else ''}.{form}",
            ),
        )
        for name, form, scale in pictures
    ]
    sheet = html.A(text.rows_of_chart, href=f"{files}.csv{page.address.query}", download=f"{stem}.csv")
    return html.Ul([html.Li(one) for one in (*buttons, sheet)])


def is_dark(theme: Theme, *, system_is_dark: bool) -> bool:
    """Return whether a page is shown in dark colours."""
    return theme is Theme.DARK or (theme is Theme.AUTO and system_is_dark)
