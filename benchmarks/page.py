"""Measures when the first chart is seen and what a page weighs on its way, in a headless Chromium.

    python -m benchmarks.page [--runs 10]      some ten minutes; needs what the browser tests need, and pip its index

This page beside the same four charts served by plain Dash, Streamlit and Panel (installed in build/peers/ at the
first run) and a page made by hand with this project's own bundle of plotly.js. With a cold and a warm cache, on this
machine and over an emulated slow network (40 ms, 10 Mbit/s). Medians of seconds from the navigation: until the first
chart is seen, and, with an empty cache, until plotly has drawn the first chart for a reader who moves the pointer as
soon as it is seen. kB on the wire: of a visit in which nobody moves, and of one with the charts drawn.
"""

from __future__ import annotations

import json
import logging
import os
import shutil
import subprocess
import sys
from argparse import ArgumentParser
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import sleep
from urllib.request import urlopen

from flask import Flask
from playwright.sync_api import Browser, BrowserContext, CDPSession, Page, sync_playwright
from werkzeug.serving import make_server

from dashboard import charts
from dashboard.judging.review import review
from dashboard.judging.view import look
from dashboard.languages.language import Language
from dashboard.storage.store import load
from dashboard.web.serving.compression import compress
from dashboard.wording.words import Words

ROOT = Path(__file__).parent.parent
ASSETS = ROOT / "dashboard" / "web" / "assets"
PEERS = ROOT / "build" / "peers"
FOUR = ("levels", "growth", "flows", "contributions")
SLOW = {"offline": False, "latency": 40, "downloadThroughput": 1_250_000, "uploadThroughput": 1_250_000}

WATCH = """(() => {
  const found = {};
  const inside = (root, marks) => root.querySelector(marks)
    || [...root.querySelectorAll("*")].some((one) => one.shadowRoot && inside(one.shadowRoot, marks));
  const drawn = ".main-svg .trace";
  const look = () => {
    const painted = performance.getEntriesByName("first-contentful-paint")[0]?.startTime;
    for (const [name, marks] of [["seen", `.still rect, ${drawn}`], ["drawn", drawn]])
      if (painted && !found[name] && inside(document, marks)) found[name] = Math.max(performance.now(), painted);
    if (!found.drawn) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
  window.charts = found;
})();"""
"""Notes the first frame after a paint in which a chart is there; frameworks may hide theirs in shadow roots."""


@dataclass(frozen=True, slots=True)
class Visit:
    """One visit: ms until the first chart was seen and until plotly had drawn it, and bytes on the wire by then."""

    seen: float
    drawn: float
    weight: float


def main(runs: int) -> None:
    """Print the table."""
    _install()
    print(
        f"s, medians of {runs}   seen: cold   warm  slow+cold  slow+warm   drawn: cold  slow+cold   kB: still  drawn",
        flush=True,
    )
    with sync_playwright() as playwright, TemporaryDirectory() as folder:
        path = shutil.which(os.environ.get("CHROMIUM", "chromium"))
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])
        for number, (name, command) in enumerate(_commands(Path(folder)).items()):
            port = 18930 + number
            with served([part.format(port=port) for part in command], port) as site:
                fast = [measured(browser, site, is_slow=False) for _ in range(runs)]
                slow = [measured(browser, site, is_slow=True) for _ in range(runs)]
                _tell(name, fast, slow, untouched(browser, site))


def _tell(name: str, fast: list[tuple[Visit, Visit]], slow: list[tuple[Visit, Visit]], still: float) -> None:
    seen = [median(visit[at].seen for visit in way) / 1000 for way in (fast, slow) for at in (0, 1)]
    drawn = [median(visit[0].drawn for visit in way) / 1000 for way in (fast, slow)]
    weights = (still / 1000, median(visit[0].weight for visit in slow) / 1000)
    print(f"{name:14}", *(f"{time:10.2f}" for time in (*seen, *drawn)), *(f"{kb:9,.0f}" for kb in weights), flush=True)


def _commands(folder: Path) -> dict[str, list[str]]:
    """Return how each page is served."""
    file, peers = folder / "figures.json", str(Path(__file__).parent / "peers.py")
    file.write_text(json.dumps(_figures()), "utf-8")
    own, other = sys.executable, str(PEERS / "bin" / "python")
    asked = ["--server.port={port}", "--server.headless=true", "--server.address=127.0.0.1"]
    quiet = ["--browser.gatherUsageStats=false", "--logger.level=error"]
    return {
        "this page": [own, "-m", "dashboard", "serve", "--data", "data", "--no-browser", "--port", "{port}"],
        "plain Dash": [own, peers, "dash", "{port}", str(file)],
        "Streamlit": [other, "-m", "streamlit", "run", peers, *asked, *quiet, "--", "streamlit", "0", str(file)],
        "Panel": [other, peers, "panel", "{port}", str(file)],
        "made by hand": [own, "-m", "benchmarks.page", "--made-by-hand", "{port}"],
    }


def _figures() -> list[dict[str, object]]:
    data = load(ROOT / "data")
    view = look(data, review(data))
    return [charts.draw(name, view, Words(Language.EN)).figure for name in FOUR]


def _install() -> None:
    """Install the peers where they are not yet."""
    if not (PEERS / "installed").exists():
        subprocess.run([sys.executable, "-m", "venv", PEERS], check=True)
        wanted = ["--quiet", "--disable-pip-version-check", "streamlit", "panel", "plotly"]
        subprocess.run([PEERS / "bin" / "python", "-m", "pip", "install", *wanted], check=True)
        (PEERS / "installed").touch()


@contextmanager
def served(command: list[str], port: int) -> Iterator[str]:
    """Run a server and yield its address once it answers."""
    site, nowhere = f"http://127.0.0.1:{port}/", subprocess.DEVNULL
    with subprocess.Popen(command, cwd=ROOT, stdout=nowhere, stderr=nowhere) as server:
        try:
            for _ in range(300):
                try:
                    urlopen(site).close()
                    break
                except OSError:
                    sleep(0.1)
            yield site
        finally:
            server.terminate()


def measured(browser: Browser, site: str, *, is_slow: bool) -> tuple[Visit, Visit]:
    """Return a visit with an empty cache and one with what that left in it."""
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    visits = (visited(context, site, is_slow=is_slow), visited(context, site, is_slow=is_slow))
    context.close()
    return visits


def visited(context: BrowserContext, site: str, *, is_slow: bool) -> Visit:
    """Return one visit, made until all is there, by a reader who moves when the first chart is seen."""
    page, weights = context.new_page(), list[float]()
    wire = _weighing(page, weights)
    if is_slow:
        wire.send("Network.emulateNetworkConditions", SLOW)
    page.add_init_script(WATCH)
    page.goto(site, wait_until="commit")
    page.wait_for_function("() => window.charts?.seen")
    page.mouse.move(700, 450)
    page.wait_for_function("() => window.charts.drawn")
    page.wait_for_load_state("load")
    page.wait_for_timeout(300)
    found = page.evaluate("() => window.charts")
    page.close()
    return Visit(found["seen"], found["drawn"], sum(weights))


def untouched(browser: Browser, site: str) -> float:
    """Return the bytes of a first visit in which nobody moves."""
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    page, weights = context.new_page(), list[float]()
    _weighing(page, weights)
    page.goto(site)
    page.wait_for_timeout(3000)
    context.close()
    return sum(weights)


def _weighing(page: Page, weights: list[float]) -> CDPSession:
    """Add the bytes of each answer to the page to the weights."""
    wire = page.context.new_cdp_session(page)
    wire.send("Network.enable")
    wire.on("Network.loadingFinished", lambda done: weights.append(done["encodedDataLength"]))
    return wire


def by_hand(port: int) -> None:
    """Serve a page of one script and its charts, with the same library and compression."""
    server = Flask("made", static_folder=str(ASSETS), static_url_path="/assets")
    figures = json.dumps(_figures())
    drawing = f"{figures}.forEach((f, i) => Plotly.newPlot('c' + i, f.data, f.layout))"
    rooms = "".join(f'<div id="c{at}"></div>' for at in range(len(FOUR)))
    page = f'<!DOCTYPE html>{rooms}<script src="/assets/plotly.min.js?v=1"></script><script>{drawing}</script>'
    server.add_url_rule("/", "page", lambda: page)
    compress(server, ASSETS)
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    make_server("127.0.0.1", port, server, threaded=True).serve_forever()


if __name__ == "__main__":
    parser = ArgumentParser()
    parser.add_argument("--runs", type=int, default=10)
    parser.add_argument("--made-by-hand", type=int, metavar="PORT", help="serve that page alone")
    said = parser.parse_args()
    if said.made_by_hand:
        by_hand(said.made_by_hand)
    else:
        main(said.runs)
