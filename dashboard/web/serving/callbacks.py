"""What happens in an open page: an address or a change of the files brings a new page, and nothing else does."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from dash import ClientsideFunction, Dash, Input, Output, State, no_update
from flask import request

from dashboard.languages.language import Language
from dashboard.storage.store import Snapshot
from dashboard.values.errors import QuestionError
from dashboard.web.address import Address, spoken
from dashboard.web.contents.content import Content, content, refusal
from dashboard.web.contents.desk import Desk
from dashboard.web.parts.frame import banner
from dashboard.web.parts.layout import layout
from dashboard.web.parts.plate import is_dark
from dashboard.web.serving.components import components
from dashboard.web.serving.question import snapshot
from dashboard.wording.problems import why

Shown = tuple[Any, Any, Any]
"""Page, banner, and what is seen then; Dash's mark for "as it is" in place of each that does not change."""


def connect(app: Dash, desk: Desk) -> None:
    """Let an address, the reader's colours and the pulse bring the page up to date."""

    @app.callback(
        Output("page", "children"),
        Output("banner", "children"),
        Output("seen", "data"),
        Input("pulse", "data"),
        Input("address", "pathname"),
        Input("address", "search"),
        Input("scheme", "data"),
        State("seen", "data"),
    )
    def show(
        _: str | None, path: str | None, search: str | None, scheme: str | None, seen: dict[str, str] | None
    ) -> Shown:
        address = (path or "/", search or "")
        page, told, now = answer(desk, snapshot(), address, seen or {}, scheme=scheme or "", own=preferred())
        page, told = (parts if parts is no_update else components(parts) for parts in (page, told))
        return page, told, now

    scheme, arrived = ClientsideFunction("page", "scheme"), ClientsideFunction("page", "arrived")
    app.clientside_callback(scheme, Output("scheme", "data"), Input("scheme", "id"))  # type: ignore[no-untyped-call]
    app.clientside_callback(arrived, Input("seen", "data"))  # type: ignore[no-untyped-call]


def preferred() -> Language:
    """Return the language that the browser of the request asks for, among those of the page."""
    return Language(request.accept_languages.best_match([str(one) for one in Language], Language.EN))


def asked(desk: Desk, now: Snapshot, path: str, search: str, own: Language) -> Content:
    """Return what an address asks for; one that is none is refused in its language, else in the reader's `own`."""
    try:
        return content(desk, now, Address.parse(path, search))
    except QuestionError as error:
        language = spoken(search, own)
        return refusal(now, Address(language=language), why(error, language))


def answer(
    desk: Desk,
    now: Snapshot,
    address: tuple[str, str],
    seen: Mapping[str, str],
    *,
    scheme: str = "",
    own: Language = Language.EN,
) -> Shown:
    """Return page, banner and what is seen then, each only where it differs from what is `seen` now.

    Args:
        desk: What was worked out before.
        now: The files.
        address: Path and query of the page.
        seen: What the last answer said is seen then; empty for the first one.
        scheme: The colours of the reader's system, "dark" or "light".
        own: The language of the reader's browser.
    """
    path, search = address
    page_key, banner_key = f"{now.version} {path}{search} {scheme}", f"{now.newest} {search}"
    if (seen.get("page"), seen.get("banner")) == (page_key, banner_key):
        return no_update, no_update, no_update
    page = asked(desk, now, path, search, own)
    in_the_dark = is_dark(page.address.theme, system_is_dark=scheme == "dark")
    shown = {
        "page": page_key,
        "banner": banner_key,
        "newest": now.newest,
        "news": "" if page.problems else page.text.renewed,
        "title": page.title,
        "lang": str(page.address.language),
        "theme": str(page.address.theme),
    }
    fresh = no_update if seen.get("page") == page_key else layout(page, in_the_dark=in_the_dark)
    return fresh, banner(page), shown
