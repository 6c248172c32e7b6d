"""No line of a page ends inside an amount; what is no text of the page stays as it is."""

from __future__ import annotations

from dashboard.languages.language import Language
from dashboard.web.parts import html
from dashboard.web.parts.lines import joined
from dashboard.web.parts.markup import markup
from dashboard.wording.words import Words

SAID = "рост на 10,1 % за 2021–2023 годы"
BOUND = "рост на 10,1\xa0% за 2021–\N{WORD JOINER}2023\xa0годы"


def test_every_text_is_bound_however_deep_it_stands() -> None:
    parts = [html.Div([html.P(SAID), html.Ul([html.Li([SAID, html.Strong("6 из 8")])])], title=SAID)]
    assert markup(joined([*parts], Words(Language.RU).unbroken)) == (
        f'<div title="{SAID}"><p>{BOUND}</p><ul><li>{BOUND}<strong>6\xa0из\xa08</strong></li></ul></div>'
    )


def test_what_a_reader_chooses_or_types_keeps_its_spaces() -> None:
    parts = [html.Select([html.Option(SAID)]), html.Input(value=SAID)]
    choice, typed = joined([*parts], Words(Language.RU).unbroken)
    assert markup(choice) == f"<select><option>{SAID}</option></select>"
    assert typed.attributes["value"] == SAID
