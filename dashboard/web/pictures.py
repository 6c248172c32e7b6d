"""A chart for a file or for a frame on a page elsewhere, with what it is made of.

The server keeps the present files alone. So a frozen frame shows its chart only while the data are those that its
address names, and otherwise says that they changed; it never shows other figures under an old address.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Final

import orjson
from dash import html
from flask import Flask, Response, request

from dashboard.charts.chart import Chart
from dashboard.charts.export import SHAPES, shaped
from dashboard.charts.template import dark
from dashboard.errors import QuestionError
from dashboard.store import Snapshot
from dashboard.web.address import Address, Page, Theme
from dashboard.web.content import chart_names
from dashboard.web.desk import Desk
from dashboard.web.markup import markup
from dashboard.wording.picture_text import TEXT
from dashboard.wording.words import Words

_FRAME: Final = """\
<!DOCTYPE html>
<html lang="{language}" data-theme="{theme}">
<head>
<meta charset="utf-8">
<title>{title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="/assets/page.css">
</head>
<body class="framed">
{body}
<script type="application/json" id="embedded">{figures}</script>
<script src="/assets/plotly.min.js"></script>
<script src="/assets/picture.js"></script>
</body>
</html>"""


def serve_pictures(server: Flask, desk: Desk) -> None:
    """Let the server answer /pictures/NAME.json and /embed/NAME, with a query as pages have it.

    A picture takes `shape` too, and a frame `data`, the hash of the data that it is frozen to.
    """

    @server.get("/pictures/<name>.json")
    def drawn_for_file(name: str) -> Response:
        return Response(orjson.dumps(described(desk, name)), mimetype="application/json")

    @server.get("/embed/<name>")
    def drawn_for_frame(name: str) -> Response:
        return Response(frame(desk, name), mimetype="text/html")


def described(desk: Desk, name: str) -> dict[str, Any]:
    """Return a picture as plotly draws it, and what its file says of itself."""
    now, address = desk.store.current(), _address(name)
    chart, shape = desk.chart(now, address, name), request.args.get("shape", "wide")
    if shape not in SHAPES:
        raise QuestionError(f'there is no shape "{shape}"; there are {", ".join(SHAPES)}')
    link = f"{request.host_url.rstrip('/')}{replace(address, theme=Theme.AUTO).href}#{name}"
    made_of = TEXT[address.language].made_of.format(date=_known_by(now, address), data=now.version)
    figure = shaped(chart, shape, (made_of, link), dark=address.theme is Theme.DARK)
    about = {"title": chart.title, "sentence": chart.sentence, "source": chart.source, "address": link}
    return {"figure": figure, "about": about | {"data": now.version, "rows": _rows(desk, now, address, chart)}}


def frame(desk: Desk, name: str) -> str:
    """Return the page for a frame: the chart as it is, or that its data are no longer those it was frozen to."""
    now, address = desk.store.current(), _address(name)
    chart, text, frozen = desk.chart(now, address, name), TEXT[address.language], request.args.get("data", now.version)
    title, link = html.H2(chart.title), html.A(text.see_now, href=f"{address.href}#{name}", target="_blank")
    if frozen != now.version:
        body, figures = [title, html.P(text.changed.format(data=frozen)), html.P(link)], b"null"
    else:
        foot = html.P([f"{chart.source} ", link], className="credit")
        room = html.Div(id="frame", role="img", style={"height": f"{chart.figure['layout']['height']}px"})
        body = [title, html.P(chart.sentence, className="sentence"), room, foot]
        figures = orjson.dumps({"light": chart.figure, "dark": dark(chart.figure), "text": chart.text})
    return _FRAME.format(
        language=address.language,
        theme=address.theme,
        title=markup(chart.title),
        body=markup(body),
        figures=figures.decode().replace("<", "\\u003c"),
    )


def _address(name: str) -> Address:
    """Return what the query asks for, on the page that has the chart."""
    page = next((page for page in Page if name in chart_names(page)), Page.OVERVIEW)
    return Address.parse(f"/{page}", request.query_string.decode())


def _known_by(now: Snapshot, address: Address) -> str:
    newest = max(source.published for source in now.dataset.sources)
    return Words(address.language).published(newest)


def _rows(desk: Desk, now: Snapshot, address: Address, chart: Chart) -> list[list[str]]:
    """Return source, flow, measure, period and base of the rows of the view, and what each printed."""
    return [
        [" ".join(map(str, (row.source, row.flow, row.measure, row.period, row.compared_with or ""))), str(row.value)]
        for row in desk.view(now, address).dataset.observations
        if row.source in {one.source for one in desk.view(now, address).rows} or chart.name in chart_names(Page.RECORD)
    ]
