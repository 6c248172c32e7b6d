"""A chart on the page: title, sentence, picture, source and note, its table, its words, its downloads."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from dashboard.charts.chart import Chart
from dashboard.charts.look import CONFIG, dark
from dashboard.web.address import Theme
from dashboard.web.contents.content import Content
from dashboard.web.parts import html
from dashboard.web.parts.attributes import data, labelled
from dashboard.web.parts.grid import table
from dashboard.web.parts.html import Element
from dashboard.wording.page_text import PICTURE, PictureText

SCALES: Final = (1, 2, 4)
"""How much larger than its size in px a PNG is saved."""


def plate(page: Content, chart: Chart, *, in_the_dark: bool) -> Element:
    """Return a chart with all that belongs to it."""
    text = page.text
    return html.Figure(
        id=chart.name,
        className="plate",
        children=[
            html.Figcaption([html.H2(chart.title), html.P(chart.sentence, className="sentence")]),
            _picture(chart, text.undrawn, in_the_dark=in_the_dark),
            html.Div([html.P(chart.source), html.P(_note(chart))], className="credit"),
            html.Div(
                className="more",
                children=[
                    html.Details([html.Summary(text.table), table(chart.columns, _claimed(page, chart))]),
                    html.Details([html.Summary(text.text), html.P(chart.text), html.P(chart.note)], className="words"),
                    html.Details([html.Summary(text.download), _downloads(page, chart)], className="download"),
                ],
            ),
        ],
    )


def _note(chart: Chart) -> list[Element | str]:
    """Return the note; what the key of the page says too stands apart, so that a page that has one can hide it."""
    common: list[Element | str] = [html.Span(chart.key, className="common"), " "] if chart.key else []
    return [*common, chart.own_note]


def _claimed(page: Content, chart: Chart) -> list[tuple[str | Element, ...]]:
    """Return the rows of a chart's table, each of which opens the card of its number, as its mark does."""
    return [
        (html.A(row[0], href=f"{replace(page.address, claim=claim).href}#claim", **data(claim=claim)), *row[1:])
        for row, claim in zip(chart.rows, chart.claims, strict=True)
    ]


def _picture(chart: Chart, undrawn: str, *, in_the_dark: bool) -> Element:
    height = chart.figure["layout"]["height"]
    graph = html.Graph(
        id=f"graph-{chart.name}",
        className="graph",
        figure=dark(chart.figure) if in_the_dark else chart.figure,
        config=dict(CONFIG),
        responsive=True,
        style={"height": f"{height}px"},
    )
    said = f"{chart.title} " if chart.title.endswith("?") else f"{chart.title}. "
    room = {"minHeight": f"{height}px"}
    inside = [html.P(undrawn, className="undrawn"), graph]
    return html.Div(inside, className="picture", style=room, role="img", **labelled(f"{said}{chart.sentence}"))


def _downloads(page: Content, chart: Chart) -> Element:
    text, said, stem = page.text, PICTURE[page.address.language], f"{chart.name}-{page.stem}-{page.address.language}"
    files, query = f"/charts/{chart.name}", page.address.query
    pictures = [(text.picture.format(scale=scale), "png", scale) for scale in SCALES] + [(text.vector, "svg", 1)]
    about = data(picture=f"/pictures/{chart.name}.json{query}", failed=text.failed, stem=stem)
    buttons = [
        html.Button(name, type="button", className="save", **data(format=form, scale=str(scale)), **about)
        for name, form, scale in pictures
    ]
    copies = [
        html.Button(name, type="button", className="copy", **data(copy=kind, chart=chart.name, query=query), **about)
        for kind, name in (("link", said.link), ("live", said.live), ("frozen", said.frozen))
    ]
    sheets = [
        html.A(name, href=f"{files}.{ending}{query}", download=f"{stem}.{ending}")
        for name, ending in ((text.rows_of_chart, "csv"), ("XLSX", "xlsx"))
    ]
    done = html.Span("", role="status", className="copied", **data(said=said.copied))
    return html.Div(
        [
            _shapes(chart, said),
            html.Ul([html.Li(one) for one in (*buttons, *sheets)]),
            html.Ul([*map(html.Li, copies)]),
            done,
        ]
    )


def _shapes(chart: Chart, said: PictureText) -> Element:
    options = [html.Option(name, value=shape) for shape, name in said.shapes.items()]
    return html.P(
        className="shape",
        children=[
            html.Label(said.shape, htmlFor=f"shape-{chart.name}"),
            " ",
            html.Select(options, id=f"shape-{chart.name}"),
        ],
    )


def is_dark(theme: Theme, *, system_is_dark: bool) -> bool:
    """Return whether a page is shown in dark colours."""
    return theme is Theme.DARK or (theme is Theme.AUTO and system_is_dark)
