"""The Dash application: its first answer, its callbacks, its files, its protection, put together over a store."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from dash import Dash
from flask import Response, after_this_request, redirect, request, send_from_directory
from werkzeug.wrappers import Response as BaseResponse

from dashboard.languages.language import Language
from dashboard.storage.store import Store
from dashboard.web.address import Page, Theme
from dashboard.web.contents.desk import Desk
from dashboard.web.parts.frame import banner
from dashboard.web.parts.layout import layout
from dashboard.web.parts.markup import markup
from dashboard.web.serving.answers import keep
from dashboard.web.serving.api import serve_api
from dashboard.web.serving.callbacks import asked, connect, preferred
from dashboard.web.serving.components import shell
from dashboard.web.serving.compression import compress
from dashboard.web.serving.downloads import serve_downloads
from dashboard.web.serving.edit import serve_forms
from dashboard.web.serving.pictures import serve_pictures
from dashboard.web.serving.pulse import serve_pulse
from dashboard.web.serving.question import look_once, query, snapshot
from dashboard.web.serving.refusal import refuse_strange
from dashboard.web.serving.security import LOOPBACK, protect
from dashboard.wording.letters import script_of

_ASSETS: Final = Path(__file__).parents[1] / "assets"

_INDEX: Final = """\
<!DOCTYPE html>
<html lang="{language}" data-theme="{theme}">
<head>
<meta charset="utf-8">
<title>{title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="description" content="{description}">
<meta name="color-scheme" content="light dark">
{fonts}
<link rel="icon" href="{icon}" type="image/svg+xml">
{css}
<script id="_dash-renderer" src="{start}" data-src="dash-renderer" data-later="{later}"
 data-plotly="{plotly}" defer></script>
{scripts}
</head>
<body>
<div id="first">{first}</div>
{app_entry}
<footer hidden>{config}</footer>
</body>
</html>"""


_NEEDLESS: Final = ("/dash_table/", "/polyfill@")
"""What Dash loads on every page and none uses: a table, and what browsers before 2018 lack."""

_START: Final = "/start.js"
_PLOTLY: Final = "/plotly.min.js"
_LATER: Final = ("/picture.js", "/reopen.js")
"""What assets/start.js loads once a reader turns to what it does."""

_FONT: Final = '<link rel="preload" href="{href}" as="font" type="font/woff2" crossorigin>'
_SCRIPT: Final = '<link rel="preload" href="{href}" as="script" class="script" fetchpriority="low">'
"""Scripts come while the page is already read; assets/start.js runs them, under the name that Dash insists on."""


class Application(Dash):
    """Dash, whose first answer already is the page in plain HTML."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(
            name="dashboard.web",
            assets_folder=str(_ASSETS),
            title="",
            update_title=None,  # type: ignore[arg-type]  # None keeps the title; Dash's own annotation forgets it
            serve_locally=True,
        )
        self.desk = desk
        self.layout = shell()
        connect(self, desk)

    def interpolate_index(self, **parts: str) -> str:  # type: ignore[override]  # Dash names each part; all are passed on
        """Return the first answer: the page in plain HTML, which the scripts take over."""
        page = asked(self.desk, snapshot(), request.path, query(), preferred())
        if page.refusal and page.has_data and not page.is_empty:
            after_this_request(_not_found)
        first = [*banner(page), *layout(page, in_the_dark=page.address.theme is Theme.DARK)]
        found = re.findall('src="([^"]+)"', parts["scripts"])
        scripts = (href for href in found if not any(part in href for part in (*_NEEDLESS, *_LATER, _PLOTLY, _START)))
        letters = dict.fromkeys(("latin", script_of(page.address.language)))
        fonts = (self.get_asset_url(f"fonts/source-sans-3-{name}-wght-normal.woff2") for name in letters)
        return _INDEX.format(
            language=page.address.language,
            theme=page.address.theme,
            title=markup(page.title),
            description=markup(page.description),
            fonts="\n".join(_FONT.format(href=href) for href in fonts),
            start=next(href for href in found if _START in href),
            plotly=next(href for href in found if _PLOTLY in href),
            later=" ".join(href for href in found if any(part in href for part in _LATER)),
            icon=self.get_asset_url("icon.svg"),
            first=markup(first),
            scripts="\n".join(_SCRIPT.format(href=href) for href in scripts),
            css="\n".join(line for line in parts["css"].splitlines() if "/edit.css" not in line),
            **{name: parts[name] for name in ("app_entry", "config")},
        )


def create(store: Store, hosts: Sequence[str] | None = LOOPBACK, *, writes: bool = False) -> Application:
    """Return the application over a store, warmed up: no answer of it is the first one.

    Args:
        store: The files.
        hosts: The names it answers to; None for all.
        writes: Whether the page of forms may change the files.
    """
    app = Application(Desk())
    look_once(app.server, store)
    again = keep(app.server)
    serve_pulse(app.server)
    serve_api(app.server, app.desk, is_open=hosts != LOOPBACK)
    app.server.add_url_rule("/favicon.ico", "favicon", _icon)
    serve_downloads(app.server, app.desk)
    serve_pictures(app.server, app.desk)
    serve_forms(app.server, store.folder, hosts or (), writes=writes)
    protect(app.server, hosts)
    compress(app.server, _ASSETS)
    app.server.before_request(_in_own_language)
    app.server.before_request(again)
    refuse_strange(app)
    app.server.test_client().get("/", base_url=f"http://{(hosts or LOOPBACK)[0]}")
    return app


def _in_own_language() -> BaseResponse | None:
    """Send a reader whose browser asks for another language, and whose address names none, to that language."""
    language = preferred()
    if request.path.strip("/") not in set(Page) or "lang" in request.args or language == Language.EN:
        return None
    answer = redirect(f"{request.path}?{query()}&lang={language}".replace("?&", "?"))
    answer.vary.add("Accept-Language")
    return answer


def _icon() -> Response:
    """Return the icon where browsers look for it without being told."""
    return send_from_directory(_ASSETS, "icon.svg")


def _not_found(response: Response) -> Response:
    response.status_code = 404
    return response
