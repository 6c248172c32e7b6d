"""A view as one HTML file: charts that answer to the mouse, tables, checks, sources. It needs nothing but itself.

Its policy lets nothing be loaded and no script run but its own two, so it is as safe to open as to pass on. The same
data give the same bytes: no clock is asked.
"""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from html import escape
from typing import Final

from dashboard import charts
from dashboard.bounds.verdict import Verdict
from dashboard.charts.chart import Chart
from dashboard.charts.look import CONFIG
from dashboard.formats.citation import Citation
from dashboard.judging.view import View
from dashboard.values.observation import Source
from dashboard.values.partial_date import PartialDate
from dashboard.wording.cards import Card, Figure, cards
from dashboard.wording.file_text import CITATION, TABLES
from dashboard.wording.headline import headline
from dashboard.wording.naming import SIGNS, counted_by, trade_name
from dashboard.wording.page_text import TEXT
from dashboard.wording.sentences import Sentences
from dashboard.wording.words import Words

_POLICY: Final = (
    "default-src 'none'; script-src {hashes}; style-src 'unsafe-inline'; img-src data: blob:; font-src data:; "
    "base-uri 'none'; form-action 'none'"
)
"""Styles may be inline, because the plotting library sets some on what it draws."""

_PAGE: Final = 790
"""How high a chart can be in px for its heading and itself to fit on a printed A4 page; higher ones are shrunk."""

_FILE: Final = """\
<!DOCTYPE html>
<html lang="{language}" data-theme="light">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>{style}</style>
</head>
<body class="report">
<main>
{body}
</main>
<script type="application/json" id="figures">{figures}</script>
{scripts}
</body>
</html>
"""


@dataclass(frozen=True, slots=True)
class Parts:
    """What a report carries along.

    Attributes:
        scripts: The plotting library, and what draws the charts with it.
        style: With its fonts inside.
    """

    scripts: Sequence[str]
    style: str


def content(view: View, words: Words, citation: Citation, parts: Parts, as_of: PartialDate | None = None) -> bytes:
    """Return the bytes of an .html file about a view; `as_of` is the date by which all in it was known."""
    drawn = [charts.draw(name, view, words) for name in charts.NAMES]
    figures = {"figures": {chart.name: chart.figure for chart in drawn}, "config": dict(CONFIG)}
    made = _FILE.format(
        language=words.language,
        policy=escape(_POLICY.format(hashes=" ".join(map(_hash, parts.scripts)))),
        title=escape(f"{trade_name(view, words)} – {citation.title}"),
        style=parts.style,
        body="\n".join(_body(view, words, citation, drawn, as_of)),
        figures=json.dumps(figures, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c"),
        scripts="\n".join(f"<script>{script}</script>" for script in parts.scripts),
    )
    return made.encode("utf-8")


def _hash(script: str) -> str:
    return f"'sha256-{b64encode(sha256(script.encode('utf-8')).digest()).decode()}'"


def _body(
    view: View, words: Words, citation: Citation, drawn: Iterable[Chart], as_of: PartialDate | None
) -> Iterator[str]:
    text = TEXT[words.language]
    yield '<section class="intro headline">'
    yield _p(words, trade_name(view, words), "trade")
    yield f"<h1>{escape(words.unbroken(headline(view, words.language, names_pair=False)))}</h1>"
    if as_of is not None:
        yield _p(words, text.as_of.format(date=words.published(as_of)), "about")
    yield _p(words, counted_by(view, words), "about")
    yield _p(words, f"{SIGNS[view.scope.judgement.verdict]} {text.verdicts[view.scope.judgement.verdict]}", "about")
    yield _p(words, f"{citation.known} {citation.data}", "made")
    yield f'</section><h2 class="unseen">{escape(text.key_figures)}</h2><ul class="cards">'
    yield from (_card(card, words) for card in cards(view, words))
    yield f"</ul>{_p(words, TABLES[words.language].reading[0], 'key')}"
    yield f'<section class="plates" aria-label="{escape(text.charts)}">'
    yield from (_plate(chart, words) for chart in drawn)
    yield "</section>"
    yield from _checks(view, words)
    yield f"<section><h2>{escape(text.sources)}</h2><ol class='publications'>"
    yield from (_source(source, words) for source in view.dataset.sources)
    yield "</ol></section>"
    yield from _citation(citation, words)
    yield f"<footer class='foot'>{_p(words, text.footer)}</footer>"


def _p(words: Words, text: str, name: str = "") -> str:
    """Return a paragraph in which no line ends inside an amount."""
    said = escape(words.unbroken(text))
    return f'<p class="{name}">{said}</p>' if name else f"<p>{said}</p>"


def _card(card: Card, words: Words) -> str:
    text, lines = TEXT[words.language], card.lines
    where = (text.line if len(lines) == 1 else text.lines).format(line=lines[0], lines=", ".join(map(str, lines)))
    unit = f'<span class="unit">{escape(card.figure.unit)}</span>'
    number = f'<span class="number">{escape(card.figure.value)}</span>{card.figure.gap}{unit}'
    value = f'<p class="value" style="--letters:{len(card.figure.value)}">{number}</p>'
    beside = "" if card.beside is None else _p(words, card.beside_as.format(value=card.beside.whole), "beside")
    verdict = f'<span class="verdict">{_sign(card.verdict)} {escape(card.verdict_word)}</span>'
    return (
        f'<li class="card {card.id}"><h3><span>{escape(card.name)}</span></h3>{value}'
        f"{_p(words, card.figure.stands_for, 'stands-for')}{beside}"
        f'<p class="trace">{_mark(card.figure)} <span>{escape(where)}</span> {verdict}</p></li>'
    )


def _mark(figure: Figure) -> str:
    kind = "reported" if figure.is_reported else "derived"
    return f'<span class="mark {kind}">{escape(figure.mark)}</span>'


def _sign(verdict: Verdict) -> str:
    return f'<span class="sign {verdict}" aria-hidden="true">{SIGNS[verdict]}</span>'


def _plate(chart: Chart, words: Words) -> str:
    height, table = chart.figure["layout"]["height"], TEXT[words.language].table
    room = f"height:{height}px;--fit:{min(1, _PAGE / height):.3f}"
    picture = f'id="chart-{chart.name}" style="{room}" role="img" aria-label="{escape(chart.text)}"'
    return (
        f'<figure class="plate" id="{chart.name}"><figcaption><h2>{escape(chart.title)}</h2>'
        f'{_p(words, chart.sentence, "sentence")}</figcaption><div class="picture" {picture}></div>'
        f'<div class="credit">{_p(words, chart.source)}{_p(words, chart.note)}</div>'
        f'<div class="more"><details><summary>{escape(table)}</summary>{_table(chart)}</details></div></figure>'
    )


def _table(chart: Chart) -> str:
    head = "".join(f'<th scope="col">{escape(column)}</th>' for column in chart.columns)
    rows = "".join(
        f'<tr><th scope="row">{escape(row[0])}</th>{"".join(f"<td>{escape(cell)}</td>" for cell in row[1:])}</tr>'
        for row in chart.rows
    )
    scrolled = f'class="scroll" tabindex="0" role="group" aria-label="{escape(chart.title)}"'
    return f"<div {scrolled}><table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>"


def _checks(view: View, words: Words) -> Iterator[str]:
    text, sentences = TEXT[words.language], Sentences.of(view.dataset, words.language)
    judgement = view.scope.judgement
    yield f"<section><h2>{escape(text.compared)}</h2>"
    yield from (_p(words, sentences.conflict(judgement, one), "lead") for one in judgement.explained.conflicts)
    if judgement.explained.corrections:
        yield _p(words, sentences.corrections(judgement.explained.corrections), "lead")
    yield '<ul class="found">'
    for one in view.findings:
        verdict = f'<span class="verdict">{_sign(one.verdict)} {escape(words.verdict(one.verdict))}</span>'
        level = f'<span class="level">{escape(words.level(one.level))}</span>'
        yield f"<li>{verdict}{_p(words, sentences.finding(one))}{level}</li>"
    yield "</ul></section>"


def _source(source: Source, words: Words) -> str:
    text = TEXT[words.language]
    published = words.published(source.published) or text.not_known
    link = ""
    if source.address.startswith(("https://", "http://")):
        link = f'<a href="{escape(source.address)}" rel="noopener">{escape(source.address)}</a>'
    return (
        f'<li id="{escape(source.id)}"><p><strong>{escape(source.publisher)}</strong>, {escape(published)}. '
        f'<cite lang="{escape(source.language)}">{escape(source.title)}</cite></p>'
        f'<p class="note">{link}</p>{_p(words, source.note, "note")}</li>'
    )


def _citation(citation: Citation, words: Words) -> Iterator[str]:
    text = CITATION[words.language]
    yield f"<section><h2>{escape(text.heading)}</h2>{_p(words, citation.text)}{_p(words, text.each, 'note')}"
    yield from (f"<pre>{escape(form)}</pre>" for form in (citation.bibtex, citation.ris.replace("\r\n", "\n")))
    yield "</section>"
