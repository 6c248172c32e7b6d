"""Measures when the first chart is painted and what a page weighs on its way, in a headless Chromium.

    python -m benchmarks.page [RUNS]

This page beside a plain Dash page and a page made by hand, each with the same charts, with a cold and a warm cache, on
this machine and over an emulated slow network (40 ms, 10 Mbit/s). Medians; needs what the browser tests need.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median

from dash import Dash, dcc, html
from flask import Flask
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright
from werkzeug.serving import make_server

from dashboard import charts
from dashboard.review import review
from dashboard.store import load
from dashboard.view import look
from dashboard.web.compression import compress
from dashboard.wording.language import Language
from dashboard.wording.words import Words

ROOT = Path(__file__).parent.parent
ASSETS = ROOT / "dashboard" / "web" / "assets"
FOUR = ("levels", "growth", "flows", "contributions")
SLOW = {"offline": False, "latency": 40, "downloadThroughput": 1_250_000, "uploadThroughput": 1_250_000}
PAINTED = "() => performance.getEntriesByName('first chart')[0]?.startTime"
WATCH = """new MutationObserver((_, watch) => { if (document.querySelector('.main-svg .trace, .main-svg .plot path')) {
  watch.disconnect(); requestAnimationFrame(() => performance.mark('first chart')); } })
  .observe(document, { subtree: true, childList: true });"""
PAGES = {"this page": ["-m", "dashboard.web", "--data", "data", "--no-browser", "--port"]}
PAGES |= {f"{kind} page": ["-m", "benchmarks.page", kind] for kind in ("dash", "made")}


def main(runs: int) -> None:
    """Print the table."""
    print(f"median of {runs}          first chart in s: cold   warm   slow, cold   slow, warm   kB, slow, cold")
    with sync_playwright() as playwright:
        path = shutil.which(os.environ.get("CHROMIUM", "chromium"))
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])
        for number, (name, command) in enumerate(PAGES.items()):
            with served(command, 18930 + number) as site:
                taken = [measured(browser, site, is_slow) for _ in range(runs) for is_slow in (False, True)]
            fast, slow = taken[::2], taken[1::2]
            times = [median(one[at] for one in way) / 1000 for way in (fast, slow) for at in (0, 1)]
            print(
                f"{name:38}" + "".join(f"{time:8.2f}" for time in times), f"{median(s[2] for s in slow) / 1000:10.0f}"
            )


@contextmanager
def served(command: list[str], port: int) -> Iterator[str]:
    """Run a server and yield its address."""
    with subprocess.Popen([sys.executable, *command, str(port)], cwd=ROOT, stdout=subprocess.PIPE, text=True) as server:
        said = server.stdout.readline() if server.stdout else ""
        try:
            yield re.findall(r"http://[\d.:]+", said)[0] + "/"
        finally:
            server.terminate()


def measured(browser: Browser, site: str, is_slow: bool) -> tuple[float, float, float]:
    """Return ms to the first chart with a cold and a warm cache, and the bytes on the wire of the cold one."""
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    cold, weight = visited(context, site, is_slow)
    warm, _ = visited(context, site, is_slow)
    context.close()
    return cold, warm, weight


def visited(context: BrowserContext, site: str, is_slow: bool) -> tuple[float, float]:
    """Return ms to the first chart of one visit and its bytes."""
    page, weights = context.new_page(), list[float]()
    wire = context.new_cdp_session(page)
    wire.send("Network.enable")
    wire.on("Network.loadingFinished", lambda done: weights.append(done["encodedDataLength"]))
    if is_slow:
        wire.send("Network.emulateNetworkConditions", SLOW)
    page.add_init_script(WATCH)
    return timed(page, site), sum(weights)


def timed(page: Page, site: str) -> float:
    """Return ms to the first chart, once all are drawn."""
    page.goto(site)
    found = float(page.wait_for_function(PAINTED).json_value())
    page.wait_for_timeout(700)
    page.close()
    return found


def plain(kind: str, port: int) -> None:
    """Serve a page with four charts: of Dash as it comes, or made by hand."""
    data = load(ROOT / "data")
    view = look(data, review(data))
    figures = [charts.draw(name, view, Words(Language.EN)).figure for name in FOUR]
    server = make_server("127.0.0.1", port, of_dash(figures) if kind == "dash" else by_hand(figures), threaded=True)
    print(f"http://127.0.0.1:{port}", flush=True)
    server.serve_forever()


def of_dash(figures: list[dict[str, object]]) -> Flask:
    """Return a plain Dash page."""
    app = Dash("plain", assets_folder="none")
    app.layout = html.Div([dcc.Graph(figure=figure) for figure in figures])
    server: Flask = app.server
    return server


def by_hand(figures: list[dict[str, object]]) -> Flask:
    """Return a page of one script and its charts, with the same library and compression: the limit."""
    server = Flask("made", static_folder=str(ASSETS), static_url_path="/assets")
    drawing = f"{json.dumps(figures)}.forEach((f, i) => Plotly.newPlot('c' + i, f.data, f.layout))"
    rooms = "".join(f'<div id="c{at}"></div>' for at in range(len(figures)))
    page = f'<!DOCTYPE html>{rooms}<script src="/assets/plotly.min.js?v=1"></script><script>{drawing}</script>'
    server.add_url_rule("/", "page", lambda: page)
    compress(server, ASSETS)
    return server


if __name__ == "__main__":
    if len(sys.argv) == 3:
        plain(sys.argv[1], int(sys.argv[2]))
    else:
        main(int(sys.argv[1]) if len(sys.argv) > 1 else 10)
