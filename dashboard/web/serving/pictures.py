"""A chart for a file or for a frame on a page elsewhere, with what it is made of.

The server keeps the present files alone. So a frozen frame shows its chart only while the data are those that its
address names, and otherwise says that they changed; it never shows other figures under an old address.
"""

from __future__ import annotations

from dataclasses import asdict, replace
from typing import Any, Final

import orjson
from flask import Flask, Response, request

from dashboard.charts.chart import Chart
from dashboard.charts.export import Picture, as_on_page, broken, shaped
from dashboard.charts.look import dark
from dashboard.formats.picture import about, made_of
from dashboard.values.errors import QuestionError
from dashboard.values.message import Message
from dashboard.web.address import Theme, home
from dashboard.web.contents.desk import Desk
from dashboard.web.parts import html
from dashboard.web.parts.markup import markup
from dashboard.web.serving.question import Question
from dashboard.wording.page_text import PICTURE
from dashboard.wording.words import Words

NARROW: Final = 310
"""How wide, in px, texts are in a frame on a phone."""

TITLE: Final = 20
TEXT_SIZE: Final = 16
LINE: Final = 1.6
EDGES: Final = 51
"""How large texts are written in a frame and how high a line is, in their size; and the px between them."""

WIDTHS: Final = range(200, 4001)
"""How wide, in px, a place on the page can be that a picture is drawn for."""

LONGEST: Final = 4
"""Digits of such a width."""

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
<main>
{body}
</main>
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
        return Response(orjson.dumps(described(_asked(desk, name), name)), mimetype="application/json")

    @server.get("/embed/<name>")
    def drawn_for_frame(name: str) -> Response:
        return Response(frame(_asked(desk, name), name), mimetype="text/html")


def described(question: Question, name: str) -> dict[str, Any]:
    """Return a picture as plotly draws it, what its file says of itself, and what there is to say of an older one."""
    address, version = question.address, question.now.version
    chart, view = question.chart(name), question.view
    text, words = PICTURE[address.language], Words(address.language)
    link = f"{request.host_url.rstrip('/')}{replace(address, theme=Theme.AUTO).href}#{name}"
    foot = (made_of(view, words, version, address.as_of), link)
    picture = _picture(chart, foot, dark=address.theme is Theme.DARK)
    return {
        "figure": picture.figure,
        "size": [picture.width, picture.height],
        "about": about(chart, view, words, link, version),
        "frame": chart.figure["layout"]["height"] + _around(chart, text.see_now),
        "since": asdict(text.since),
    }


def _around(chart: Chart, link: str) -> int:
    """Return the room in px that texts take around a chart in a narrow frame; in a wide one some of it stays empty."""
    said = (chart.sentence, chart.note, f"{chart.source} {link}")
    texts = ((chart.title, TITLE), *((text, TEXT_SIZE) for text in said))
    return EDGES + round(sum(len(broken(text, NARROW, size)) * size * LINE for text, size in texts))


def frame(question: Question, name: str) -> str:
    """Return the page for a frame: the chart as it is, or that its data are no longer those it was frozen to."""
    address, version, chart = question.address, question.now.version, question.chart(name)
    text, frozen = PICTURE[address.language], request.args.get("data", version)
    title, link = html.H1(chart.title), html.A(text.see_now, href=f"{address.href}#{name}", target="_blank")
    if frozen != version:
        body, figures = [title, html.P(text.changed.format(data=frozen)), html.P(link)], b"null"
    else:
        foot = html.Div([html.P(chart.note), html.P([f"{chart.source} ", link])], className="credit")
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


def _picture(chart: Chart, foot: tuple[str, ...], *, dark: bool) -> Picture:
    """Return a chart in the shape that is asked for; "page" is that of its place on the page, `width` px wide."""
    shape, width = request.args.get("shape", "wide"), request.args.get("width", "")
    if shape != "page":
        return shaped(chart, shape, foot, dark=dark)
    if not (width.isdecimal() and len(width) <= LONGEST and int(width) in WIDTHS):
        wrong = '"{0}" is not the width of a place on the page; write {1} to {2}'
        raise QuestionError(Message(wrong, width, WIDTHS.start, WIDTHS[-1]))
    return as_on_page(chart, int(width), foot, dark=dark)


def _asked(desk: Desk, name: str) -> Question:
    """Return what the request asks for, on the page that has the chart."""
    return Question.asked(desk, f"/{home(name)}")
