"""Real exports of every chart, each held against what the page shows.

They stay in build/exports, with a page to look at them, index.html.
"""

from __future__ import annotations

import shutil
import struct
from base64 import b64encode
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import escape
from pathlib import Path
from zipfile import ZipFile

import pytest
from playwright.sync_api import Browser, Page, ViewportSize

from dashboard.charts import NAMES
from dashboard.charts.export import SHAPES
from dashboard.cli import main
from dashboard.storage.store import load
from dashboard.web.address import home
from tests.browser.conftest import ROOT, Site, visit
from tests.browser.menu import kept, opened_menu, picture, saved

FOLDER = ROOT / "build" / "exports"

TALL: ViewportSize = {"width": 1440, "height": 1400}
"""A window that the tallest chart fits into."""

DIFFERENT = """async ([saved, shown, left, top]) => {
  const [one, other] = await Promise.all([saved, shown].map(async (text) => {
    const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
    const image = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
    const drawn = new OffscreenCanvas(image.width, image.height).getContext("2d");
    drawn.drawImage(image, 0, 0);
    return drawn;
  }));
  const { width, height } = other.canvas;
  return [left, left + 1].map((from) => {
    const parts = [one.getImageData(from, top, width, height).data, other.getImageData(0, 0, width, height).data];
    let count = 0;
    for (let at = 0; at < parts[0].length; at += 4)
      count += [0, 1, 2].some((c) => Math.abs(parts[0][at + c] - parts[1][at + c]) > 64);
    return count / (width * height);
  });
}"""
"""The part of pixels that differ by more than 64 of 255, where both pictures belong and one px beside."""

PLACE = """(graph) => {
  const { x, y, width, height } = graph.getBoundingClientRect();
  return { x: Math.round(x), y: Math.round(y), width: Math.floor(width), height: Math.floor(height) };
}"""
"""Where a browser draws an element that begins at a part of a px."""

MOST_DIFFERENT = 0.0002
"""A hairline whose place is a part of a px is shared between its neighbours in another way in an image than on a page,
by less than that. Moved by a px, fifty times more differ."""


OF_SHAPE = {"wide": "be", "square": "en", "portrait": "ru"}
OF_THEME = {"light": "en", "dark": "ru"}
"""The language in which charts are saved, so that each is seen."""


@dataclass(slots=True)
class Gallery:
    """The page of exports as it grows.

    Attributes:
        parts: Its sections: a heading, and files with what was found about each.
    """

    parts: dict[str, list[tuple[Path, str]]] = field(default_factory=dict)

    def add(self, heading: str, path: Path, found: str) -> None:
        self.parts.setdefault(heading, []).append((path, found))

    def write(self) -> None:
        shown = (
            f"<h2>{escape(heading)}</h2><section>{''.join(map(_shown, files))}</section>"
            for heading, files in self.parts.items()
        )
        head = '<!DOCTYPE html><html lang="en"><meta charset="utf-8"><title>Real exports</title>'
        style = "<style>body{font:16px sans-serif;background:#bbb}img{max-width:100%}figure{margin:0}"
        style += "section{display:grid;grid-template-columns:1fr 1fr;gap:2em}</style>"
        (FOLDER / "index.html").write_text(f"{head}{style}{''.join(shown)}</html>\n", "utf-8")


def _shown(file: tuple[Path, str]) -> str:
    path, found = file
    link = escape(path.relative_to(FOLDER).as_posix())
    inside = f'<img src="{link}" alt="">' if path.suffix in (".png", ".svg") else ""
    said = f'<a href="{link}">{escape(path.name)}</a>, {path.stat().st_size:,} bytes; {escape(found)}'
    return f"<figure>{inside}<figcaption>{said}</figcaption></figure>"


@pytest.fixture(scope="module")
def gallery() -> Iterator[Gallery]:
    shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir(parents=True)
    made = Gallery()
    yield made
    made.write()


def visits(page: Page, site: Site, query: str) -> Iterator[str]:
    """Yield every chart once the page that it stands on is open."""
    page.set_viewport_size(TALL)
    routes = {chart: home(chart) for chart in NAMES}
    for route in dict.fromkeys(routes.values()):
        visit(page, f"{site.url}/{route}?{query}")
        yield from (chart for chart in NAMES if routes[chart] == route)


def text(data: bytes) -> str:
    return b64encode(data).decode()


@pytest.mark.parametrize("theme", OF_THEME)
def test_every_png_is_to_the_pixel_what_the_page_shows(site: Site, page: Page, gallery: Gallery, theme: str) -> None:
    folder, language = FOLDER / f"page-{theme}", OF_THEME[theme]
    folder.mkdir()
    for chart in visits(page, site, f"theme={theme}&lang={language}"):
        path = picture(page, chart, folder, shape="page")
        opened_menu(page, chart).locator("summary").click()
        graph = page.locator(f"#{chart} .graph")
        graph.scroll_into_view_if_needed()
        seen = folder / f"{chart}-seen.png"
        seen.write_bytes(page.screenshot(clip=graph.evaluate(PLACE)))
        query = f"?lang={language}&shape=page&width={graph.evaluate('(place) => place.offsetWidth')}"
        into = page.request.get(f"{site.url}/pictures/{chart}.json{query}").json()["figure"]["layout"]["margin"]
        out_of = page.evaluate(f"document.querySelector('#graph-{chart} .js-plotly-plot').layout.margin")
        offset = [into[side] - out_of[side] for side in "lt"]
        there, beside = page.evaluate(DIFFERENT, [text(path.read_bytes()), text(seen.read_bytes()), *offset])
        heading = f"As on the page, {theme}, {language}"
        gallery.add(heading, seen, "a photograph of the page")
        gallery.add(heading, path, f"saved; {there:.4%} of its pixels differ from the page, {beside:.2%} one px beside")
        assert there < MOST_DIFFERENT, chart
        assert beside > 50 * MOST_DIFFERENT, chart


@pytest.mark.parametrize("shape", SHAPES)
def test_every_chart_has_the_shapes_that_publications_ask_for(
    site: Site, page: Page, browser: Browser, gallery: Gallery, shape: str
) -> None:
    """And its SVG, opened by itself, shows what the PNG shows: the fonts are in the file."""
    folder, language = FOLDER / shape, OF_SHAPE[shape]
    folder.mkdir()
    alone = browser.new_page()
    for chart in visits(page, site, f"lang={language}"):
        png, svg = (picture(page, chart, folder, form=form, shape=shape) for form in ("png", "svg"))
        width, height = struct.unpack(">II", png.read_bytes()[16:24])
        wide, high = SHAPES[shape]
        assert width >= wide
        assert abs(width / height - wide / high) < 0.01
        alone.set_viewport_size({"width": width, "height": height})
        alone.goto(svg.as_uri())
        shown = alone.screenshot()
        there, beside = page.evaluate(DIFFERENT, [text(png.read_bytes()), text(shown), 0, 0])
        for path in (png, svg):
            gallery.add(f"For publications, {shape}, {language}", path, f"{width} × {height}, PNG and SVG {there:.4%}")
        assert there < MOST_DIFFERENT, chart
        assert beside > 50 * MOST_DIFFERENT, chart
    alone.close()


@pytest.mark.parametrize(("chart", "theme"), [("calendar", "light"), ("levels", "dark")])
def test_the_command_line_draws_what_the_page_saves(
    site: Site, page: Page, gallery: Gallery, chart: str, theme: str
) -> None:
    folder, language = FOLDER / f"command-{chart}", OF_THEME[theme]
    folder.mkdir()
    visit(page, f"{site.url}/{home(chart)}?theme={theme}{'' if language == 'en' else f'&lang={language}'}")
    path, drawn = picture(page, chart, folder, shape="square"), folder / f"{chart}.png"
    how = ("--shape", "square", "--scale", "1", "--theme", theme, "--language", language, "--site", site.url)
    assert main(["--data", str(site.folder), "export", str(drawn), "--chart", chart, *how]) == 0
    there, beside = page.evaluate(DIFFERENT, [text(one.read_bytes()) for one in (path, drawn)] + [0, 0])
    gallery.add("From the page and from the command line", path, "from the page")
    gallery.add("From the page and from the command line", drawn, f"from the command line; {there:.4%} differ")
    assert there < MOST_DIFFERENT
    assert beside > 50 * MOST_DIFFERENT


def test_the_rows_of_every_chart_are_files_that_say_what_and_when(site: Site, page: Page, gallery: Gallery) -> None:
    folder = FOLDER / "rows"
    folder.mkdir()
    for chart in visits(page, site, ""):
        for button in ("CSV", "XLSX"):
            path = saved(page, chart, button, folder)
            assert path.name.startswith(f"{chart}-")
            assert path.suffix == f".{button.lower()}"
            gallery.add("Rows of the charts", path, "")


def test_the_whole_data_are_files_that_can_be_saved(site: Site, page: Page, gallery: Gallery, tmp_path: Path) -> None:
    folder = FOLDER / "all"
    folder.mkdir()
    visit(page, f"{site.url}/data?lang=ru")
    for link in page.locator(".taking a[download]").all():
        with page.expect_download() as waiting:
            link.click()
        gallery.add("Everything", kept(waiting.value, folder), link.inner_text())
    with page.expect_download() as waiting:
        page.locator("footer.foot a[download]").click()
    gallery.add("Everything", kept(waiting.value, folder), "report")
    names = sorted(path.name.partition("-")[0] + path.suffix for path in folder.iterdir())
    assert names == [
        "data.zip",
        "findings.json",
        "metrics.csv",
        "observations.csv",
        "report.html",
        "workbook.xlsx",
    ]
    with ZipFile(next(folder.glob("*.zip"))) as everything:
        everything.extractall(tmp_path)
    assert load(tmp_path) == load(site.folder)
    page.locator(".taking a:not([download])").click()
    assert page.evaluate("JSON.parse(document.body.innerText).openapi") == "3.1.0"
