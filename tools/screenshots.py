"""Pictures of every page in three languages, light and dark, as wide as a phone, a tablet and a desk.

    python tools/screenshots.py

They go into build/screenshots/, called PAGE-WIDTH-THEME-LANGUAGE.webp; opening.png is a screen of the overview. Those
that docs/pictures/ shows are renewed there. Needs what the browser tests need: Playwright and a Chromium; CHROMIUM
names another.
"""

from __future__ import annotations

import base64
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import product
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

ROOT = Path(__file__).parent.parent
TAKEN, SHOWN = ROOT / "build" / "screenshots", ROOT / "docs" / "pictures"
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--disable-background-networking"]

PAGES = {
    "overview": "/?",
    "consistency": "/consistency?source=rus-government-2023-03&",
    "record": "/record?",
    "data": "/data?",
    "sources": "/sources?",
}
THEMES = ("light", "dark")
LANGUAGES = ("en", "ru", "be")
WIDTHS = {1440: 0.65, 820: 0.75, 390: 0.9}
"""How wide the window is, and how far its picture is scaled down: what the documentation shows has to stay small."""
HEIGHT, LONGEST = 900, 3900
"""How high the window is, and where the picture of a longer page ends."""
QUALITY = 15

GO = """(href) => {
    window.history.pushState({}, "", href);
    window.dispatchEvent(new CustomEvent("_dashprivate_pushstate"));
}"""

FITS = """() => [...document.querySelectorAll("#page .graph")].every((graph) => {
    const svg = graph.querySelector(".main-svg");
    return svg && Math.abs(svg.clientWidth - graph.clientWidth) < 2;
})"""
"""Every chart is drawn, and as wide as its place."""


def main() -> None:
    """Take all pictures, and copy those that the documentation shows."""
    shutil.rmtree(TAKEN, ignore_errors=True)
    TAKEN.mkdir(parents=True)
    begun = time.monotonic()
    with served() as site, opened() as page:
        page.goto(site)
        page.wait_for_selector("html.live")
        page.keyboard.press("Shift")
        for theme, language, (name, address) in product(THEMES, LANGUAGES, PAGES.items()):
            show(page, address, theme, language)
            if (name, theme, language) == ("overview", "light", "en"):
                page.wait_for_function(FITS)
                page.screenshot(path=TAKEN / "opening.png")
            for width in WIDTHS:
                take(page, width, TAKEN / f"{name}-{width}-{theme}-{language}.webp")
    for path in SHOWN.iterdir():
        shutil.copy(TAKEN / path.name, path)
    taken = list(TAKEN.iterdir())
    weight = sum(path.stat().st_size for path in taken) / 1e6
    print(f"{len(taken)} pictures, {weight:.1f} MB, {time.monotonic() - begun:.0f} s, in {TAKEN}")


@contextmanager
def served() -> Iterator[str]:
    """Serve the data of this checkout and give the address."""
    command = [sys.executable, "-m", "dashboard", "serve", "--data", "data", "--port", "0", "--no-browser"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as server:  # noqa: S603 - our own program
        try:
            said = server.stdout.readline() if server.stdout else ""
            address = re.search(r"http://[\d.:]+", said)
            if address is None:
                raise SystemExit(f"the server did not start: {said!r}")
            yield address[0]
        finally:
            server.terminate()


@contextmanager
def opened() -> Iterator[Page]:
    """Open a browser with one page."""
    with sync_playwright() as playwright:
        path = shutil.which(os.environ.get("CHROMIUM", "chromium"))
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield browser.new_page(viewport={"width": max(WIDTHS), "height": HEIGHT}, color_scheme="light")
        browser.close()


def show(page: Page, address: str, theme: str, language: str) -> None:
    """Go to a view as the page itself goes, without a reload."""
    page.set_viewport_size({"width": max(WIDTHS), "height": HEIGHT})
    page.evaluate(GO, f"{address}lang={language}&theme={theme}")
    page.wait_for_selector(f"html[lang={language}][data-theme={theme}]")
    main = {"/": "overview"}.get(address.partition("?")[0], address.partition("?")[0].strip("/"))
    page.wait_for_selector(f"#page main.{main}")


def take(page: Page, width: int, path: Path) -> None:
    """Save the whole page at a width."""
    page.set_viewport_size({"width": width, "height": HEIGHT})
    page.wait_for_function(FITS)
    page.evaluate("document.fonts.ready")
    high = min(page.evaluate("document.documentElement.scrollHeight"), LONGEST)
    wanted = {"format": "webp", "quality": QUALITY, "captureBeyondViewport": True}
    clip = {"x": 0, "y": 0, "width": width, "height": high, "scale": WIDTHS[width]}
    session = page.context.new_cdp_session(page)
    path.write_bytes(base64.b64decode(session.send("Page.captureScreenshot", {**wanted, "clip": clip})["data"]))
    session.detach()


if __name__ == "__main__":
    main()
