"""A chart drawn for a file by the Chromium or Chrome that is on this computer, without a window.

It is given one page that needs nothing else, draws it as the page of the dashboard draws its own, and is gone.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from collections.abc import Mapping
from html import escape, unescape
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

from dashboard.assets import parts_of_report
from dashboard.errors import QuestionError, StoreError

NAMES: Final = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge")
FORMATS: Final = (".svg", ".png", ".pdf")

SCALE: Final = 2
"""How many dots of a PNG stand for one px of the chart."""

_SECONDS: Final = 60
_QUIET: Final = (
    "--headless",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--hide-scrollbars",
    "--virtual-time-budget=10000",
    f"--force-device-scale-factor={SCALE}",
)
_FACES: Final = re.compile(r"@font-face \{.*?\}", re.DOTALL)
_DRAWN: Final = re.compile(r'<pre id="svg">(.*?)</pre>', re.DOTALL)

_PAGE: Final = """\
<!DOCTYPE html>
<meta charset="utf-8">
<title>{title}</title>
<style>
{faces}
@page {{ size: {width}px {height}px; margin: 0; }}
body {{ margin: 0; }}
#svg {{ display: none; }}
</style>
<div id="chart"></div><pre id="svg"></pre>
<script type="application/json" id="figure">{figure}</script>
<script>{plotly}</script>
<script>
const figure = JSON.parse(document.getElementById("figure").textContent);
const {{ width, height }} = figure.layout;
Promise.all(["A", "Я"].map((letter) => document.fonts.load('600 16px "Source Sans 3"', letter)))
  .then(() => Plotly.newPlot("chart", {{ ...figure, config: {{ staticPlot: true }} }}))
  .then(() => Plotly.toImage(figure, {{ format: "svg", width, height }}))
  .then((url) => decodeURIComponent(url.slice(url.indexOf(",") + 1)))
  .then((svg) => {{ document.getElementById("svg").textContent = svg; }});
</script>
"""


def picture(figure: Mapping[str, Any], about: Mapping[str, str], suffix: str) -> bytes:
    """Return a figure that has its width and height as the bytes of a file of one of FORMATS.

    `about` is what the file says of itself: its title, and in an SVG all of it.

    Raises:
        QuestionError: There is no Chromium on this computer.
        StoreError: Chromium drew nothing.
    """
    plotly, style = parts_of_report().scripts[0], parts_of_report().style
    faces = "".join(_FACES.findall(style))
    layout = figure["layout"]
    page = _PAGE.format(
        title=escape(about["title"]),
        faces=faces,
        width=layout["width"],
        height=layout["height"],
        figure=json.dumps(figure, ensure_ascii=False).replace("<", "\\u003c"),
        plotly=plotly,
    )
    with TemporaryDirectory(prefix="trade-dashboard-") as folder:
        (Path(folder) / "chart.html").write_text(page, "utf-8")
        if suffix == ".svg":
            return _with(_drawn(_run(folder, "--dump-dom")), faces, about)
        target = Path(folder) / f"chart{suffix}"
        size = f"--window-size={layout['width']},{layout['height']}"
        how = [f"--screenshot={target}", size] if suffix == ".png" else [f"--print-to-pdf={target}"]
        said = _run(folder, *how, "--no-pdf-header-footer")
        if not target.is_file():
            raise StoreError(f"Chromium drew nothing: {said.strip()[-300:]}")
        return target.read_bytes()


def _run(folder: str, *how: str) -> str:
    program = next((found for name in NAMES if (found := shutil.which(name))), None)
    if program is None:
        raise QuestionError(
            "a chart on the command line is drawn by Chromium or Chrome, and neither is on the path; install one, "
            "or save the picture from the page (trade-dashboard serve), which needs neither"
        )
    as_root = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
    page = (Path(folder) / "chart.html").as_uri()
    command = [program, *_QUIET, *as_root, f"--user-data-dir={folder}/profile", *how, page]
    try:
        done = subprocess.run(command, capture_output=True, timeout=_SECONDS, check=False)  # noqa: S603 - our own page
    except (OSError, subprocess.TimeoutExpired) as error:
        raise StoreError(f"{program} did not draw the chart: {error}") from error
    return (done.stdout or done.stderr).decode("utf-8", "replace")


def _drawn(page: str) -> str:
    found = _DRAWN.search(page)
    if found is None or not found[1]:
        raise StoreError(f"Chromium drew nothing: {page.strip()[-300:]}")
    return unescape(found[1])


def _with(svg: str, faces: str, about: Mapping[str, str]) -> bytes:
    """Return an SVG with its title, what it is made of, and the fonts that it is written in."""
    said = f"<title>{escape(about['title'])}</title><desc>{escape(about['sentence'])}</desc>"
    made_of = f"<metadata>{escape(json.dumps(about, ensure_ascii=False))}</metadata>"
    head, end, rest = svg.partition(">")
    return f"{head}{end}{said}{made_of}<defs><style>{faces}</style></defs>{rest}".encode()
