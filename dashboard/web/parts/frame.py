"""What stands around every page: the menu, the choices, the banner for bad files, the foot."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dashboard.web.contents.choices import Group, Link
from dashboard.web.contents.content import Content
from dashboard.web.parts import html
from dashboard.web.parts.attributes import Attributes, current, data, labelled
from dashboard.web.parts.html import Element
from dashboard.wording.file_text import CITATION
from dashboard.wording.page_text import PICTURE


def header(page: Content) -> Element:
    """Return the head of the page: its name, the menu, language and colours."""
    text, choices = page.text, page.choices
    return html.Header(
        className="top",
        children=[
            html.A(text.skip, href="#main", className="skip"),
            html.A(text.product, href=choices.pages[0].href, className="product"),
            _menu(choices.pages, text.menu_label, "pages"),
            html.Div(
                className="preferences",
                children=[
                    _menu(choices.languages, text.language, "languages"),
                    _choice("theme", text.theme, [_option(link) for link in choices.themes], page),
                ],
            ),
        ],
    )


def selectors(page: Content) -> list[Element]:
    """Return the choice of source, period, currency, side, unit and date, where there are several.

    On a phone it is folded behind what is chosen (assets/page.css): the fold holds nothing itself, so that where there
    is room the choices stand open without a script.
    """
    text, choices = page.text, page.choices
    parts = [_choice("source", text.source, [_group(group) for group in choices.sources], page)]
    if len(choices.periods) > 1:
        parts.append(_choice("period", text.period, [_option(link) for link in choices.periods], page))
    if choices.currencies:
        parts.append(_choice("currency", text.currency, [_option(link) for link in choices.currencies], page))
    if len(choices.sides) > 1:
        parts.append(_choice("side", text.side, [_option(link) for link in choices.sides], page))
    parts.append(_choice("unit", text.unit, [_option(link) for link in choices.units], page))
    parts.append(_choice("as-of", text.known_by, [_option(link) for link in choices.dates], page))
    chosen = (choices.periods, choices.currencies, choices.units, choices.dates if page.address.as_of else ())
    shown = " · ".join(link.name for links in chosen for link in links if link.is_current)
    fold = html.Details(html.Summary([html.Span(text.change_view), " ", shown]), className="view")
    return [fold, html.Div(parts, className="selectors")]


def banner(page: Content) -> list[Element]:
    """Return what is wrong with the newest files and what could not be proved; nothing when nothing is."""
    unreadable = page.text.problems if page.has_data else page.text.never_good
    told = ((unreadable.format(count=page.problem_count), page.problems), (page.text.unproved, page.unproved))
    return [_alarm(head, said) for head, said in told if said]


def _alarm(head: str, said: Sequence[str]) -> Element:
    return html.Div([html.P(head), html.Ul([html.Li(one) for one in said])], className="banner")


def footer(page: Content) -> Element:
    """Return the foot of the page."""
    report = html.A(
        CITATION[page.address.language].report, href=f"/report.html{page.address.query}", download="report.html"
    )
    said = PICTURE[page.address.language]
    reopen = html.Button(said.reopen, type="button", className="reopen", **data(unknown=said.unknown))
    more = [] if page.refusal else [html.P(report), reopen]
    lost = html.P("", className="lost", role="status", **data(said=page.text.lost))
    return html.Footer([html.P(page.text.footer), *more, lost], className="foot")


def _menu(links: Iterable[Link], label: str, name: str) -> Element:
    return html.Nav(html.Ul([html.Li(_link(link, name)) for link in links]), className=name, **labelled(label))


def _link(link: Link, name: str) -> Element:
    language: Attributes = {"lang": link.value, "hrefLang": link.value} if name == "languages" else {}
    here = current("page" if name == "pages" else "true") if link.is_current else {}
    return html.A(link.name, href=link.href, **language, **here)


def _choice(name: str, label: str, options: Sequence[Element], page: Content) -> Element:
    """Return a list to choose from that works as a form, and at once where scripts run (assets/page.js)."""
    kept = {key: value for key, value in page.address.chosen.items() if key not in _DEPENDENT.get(name, (name,))}
    return html.Form(
        className="choice",
        method="get",
        action=f"/{page.address.page}",
        children=[
            *(html.Select(html.Option(value, value=value), name=key, hidden=True) for key, value in kept.items()),
            html.Label(label, htmlFor=f"choose-{name}"),
            html.Select(list(options), id=f"choose-{name}", name=name),
            html.Button(page.text.show, type="submit"),
        ],
    )


_DEPENDENT = {
    "source": ("source", "side", "period", "currency", "line", "value", "claim"),
    "side": ("side", "source", "period", "currency", "line", "value", "claim"),
    "currency": ("currency", "period", "line", "value", "claim"),
}
"""What a choice makes anew: a source has its own periods and currencies."""


def _group(group: Group) -> Element:
    return html.Optgroup([_option(link) for link in group.links], label=group.name)


def _option(link: Link) -> Element:
    return html.Option(link.name, value=link.value, selected=link.is_current, **data(href=link.href))
