"""A chart for a file or for a frame on a page elsewhere, with what it is made of.

The server keeps the present files alone. So a frozen frame shows its chart only while the data are those that its
address names, and otherwise says that they changed; it never shows other figures under an old address.
"""

from __future__ import annotations

from dataclasses import asdict, replace
from typing import Any, Final

import orjson
from dash import html
from flask import Flask, Response, request

from dashboard.cards import printed
from dashboard.charts.export import SHAPES, shaped
from dashboard.charts.template import dark
from dashboard.errors import QuestionError
from dashboard.observation import Observation
from dashboard.view import View
from dashboard.vintage import last_day
from dashboard.web.address import Address, Page, Theme
from dashboard.web.content import chart_names
from dashboard.web.desk import Desk
from dashboard.web.markup import markup
from dashboard.wording.naming import source_name
from dashboard.wording.picture_text import TEXT
from dashboard.wording.words import Words

AROUND: Final = 200
"""The room in px that title, sentence and source take in a frame, on average."""

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
    """Return a picture as plotly draws it, what its file says of itself, and what there is to say of an older one."""
    now, address = desk.store.current(), _address(name)
    chart, shape = desk.chart(now, address, name), request.args.get("shape", "wide")
    if shape not in SHAPES:
        raise QuestionError(f'there is no shape "{shape}"; there are {", ".join(SHAPES)}')
    view, text, words = desk.view(now, address), TEXT[address.language], Words(address.language)
    link = f"{request.host_url.rstrip('/')}{replace(address, theme=Theme.AUTO).href}#{name}"
    made_of = text.made_of.format(date=_known_by(view, address), data=now.version)
    figure = shaped(chart, shape, (made_of, link), dark=address.theme is Theme.DARK)
    about = {"title": chart.title, "sentence": chart.sentence, "source": chart.source, "address": link}
    used = view.dataset.observations if name in chart_names(Page.RECORD) else view.rows
    return {
        "figure": figure,
        "about": about | {"data": now.version, "rows": [_row(row, view, words) for row in used]},
        "frame": chart.figure["layout"]["height"] + AROUND,
        "since": asdict(text.since),
    }


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


def _known_by(view: View, address: Address) -> str:
    """Return the date of the address, else that of the newest publication."""
    dates = (one.published for one in view.dataset.sources if one.published)
    return Words(address.language).published(address.as_of or max(dates, key=last_day))


def _row(row: Observation, view: View, words: Words) -> dict[str, str]:
    """Return what tells a row from all others, its name for a reader, and what it printed."""
    block, source = row.block, view.dataset.source(row.source)
    told = (block.reporter, block.partner, block.scope, block.product, block.currency, row.flow, row.measure)
    key = "|".join(map(str, (row.source, *told, row.period, row.compared_with or "", row.unit.text, row.qualifier)))
    whose = "" if source is None else source_name(source, words)
    name = ", ".join((words.flow(row.flow), words.measure(row.measure), words.period(row.period), whose))
    return {"key": key, "name": name, "value": printed(row, words, row.unit.text)}
