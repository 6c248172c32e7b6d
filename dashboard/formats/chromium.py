"""A chart drawn for a file by the Chromium or Chrome that is on this computer, without a window.

It is given one page that needs nothing else, draws it as the page of the dashboard draws its own, and is gone.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from html import escape, unescape
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from dashboard.charts.export import Picture
from dashboard.formats import carried
from dashboard.formats.picture import About, pdf, png, svg
from dashboard.values.errors import QuestionError, StoreError
from dashboard.values.message import Message

NAMES: Final = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge")
FORMATS: Final = (".svg", ".png", ".pdf")

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
)
_FACES: Final = re.compile(r"@font-face \{.*?\}", re.DOTALL)
_MADE_UP: Final = re.compile(r'id="defs-(\w+)"')
"""The number after which plotly names its clips, another one each time; the same picture has to be the same file."""

_DRAWN: Final = re.compile(r'<pre id="svg">(.*?)</pre>', re.DOTALL)

_PAGE: Final = """\
<!DOCTYPE html>
<meta charset="utf-8">
<title>{title}</title>
<style>
{faces}
@page {{ size: {width}px {height}px; margin: 0; }}
body {{ margin: 0; }}
body > svg {{ display: block; }}
#svg {{ display: none; }}
</style>
<pre id="svg"></pre>
<script type="application/json" id="figure">{figure}</script>
<script>{plotly}</script>
<script>
const figure = JSON.parse(document.getElementById("figure").textContent);
const {{ width, height }} = figure.layout;
Promise.all(["A", "Я"].map((letter) => document.fonts.load('600 16px "Source Sans 3"', letter)))
  .then(() => Plotly.toImage(figure, {{ format: "svg", width, height }}))
  .then((url) => decodeURIComponent(url.slice(url.indexOf(",") + 1)))
  .then((svg) => {{
    const drawn = new DOMParser().parseFromString(svg, "image/svg+xml").documentElement;
    const size = {{ width: {width}, height: {height}, viewBox: `0 0 ${{width}} ${{height}}` }};
    ["style", ...Object.keys(size)].forEach((name) => drawn.removeAttribute(name)); // plotly writes them in any order
    Object.entries(size).forEach((pair) => drawn.setAttribute(...pair));
    document.getElementById("svg").textContent = new XMLSerializer().serializeToString(drawn);
    document.body.prepend(drawn);
  }});
</script>
"""


def draw(picture: Picture, provenance: About, suffix: str, scale: int) -> bytes:
    """Return a picture as the bytes of a file of one of FORMATS, which carries what is said of it.

    Args:
        picture: The figure, and the size of the file.
        provenance: What it is made of.
        suffix: One of FORMATS.
        scale: How many dots of a PNG stand for one px.

    Raises:
        QuestionError: There is no Chromium on this computer.
        StoreError: Chromium drew nothing.
    """
    plotly, style = carried.plotly(), carried.style()
    faces = "".join(_FACES.findall(style))
    page = _PAGE.format(
        title=escape(provenance["title"]),
        faces=faces,
        width=picture.width,
        height=picture.height,
        figure=json.dumps(picture.figure, ensure_ascii=False).replace("<", "\\u003c"),
        plotly=plotly,
    )
    with TemporaryDirectory(prefix="trade-dashboard-") as folder:
        (Path(folder) / "chart.html").write_text(page, "utf-8")
        if suffix == ".svg":
            return svg(_named(_drawn(_run(folder, "--dump-dom"))), provenance, faces)
        target = Path(folder) / f"chart{suffix}"
        if suffix == ".pdf":
            _run(folder, f"--print-to-pdf={target}", "--no-pdf-header-footer", drawn=target)
            return pdf(target.read_bytes(), provenance)
        size = (f"--window-size={picture.width},{picture.height}", f"--force-device-scale-factor={scale}")
        _run(folder, f"--screenshot={target}", *size, drawn=target)
        return png(target.read_bytes(), provenance, scale)


def _run(folder: str, *how: str, drawn: Path | None = None) -> str:
    """Return what Chromium said of a page in a folder, once the file that it was to draw is there."""
    program = next(filter(None, map(shutil.which, NAMES)), None)
    if program is None:
        raise QuestionError(
            Message(
                "a chart on the command line is drawn by Chromium or Chrome, and neither is on the path; install one, "
                "or save the picture from the page (trade-dashboard serve), which needs neither"
            )
        )
    as_root = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
    page = (Path(folder) / "chart.html").as_uri()
    command = [program, *_QUIET, *as_root, f"--user-data-dir={folder}/profile", *how, page]
    try:
        done = subprocess.run(command, capture_output=True, timeout=_SECONDS, check=False)  # noqa: S603 - our own page
    except (OSError, subprocess.TimeoutExpired) as error:
        raise StoreError(Message("{0} did not draw the chart: {1}", program, error)) from error
    output = (done.stdout or done.stderr).decode("utf-8", "replace")
    if drawn is not None and not drawn.is_file():
        raise StoreError(Message("Chromium drew nothing: {0}", output.strip()[-300:]))
    return output


def _drawn(page: str) -> str:
    """Return the SVG that Chromium left in the page."""
    match = _DRAWN.search(page)
    if match is None or not match[1]:
        raise StoreError(Message("Chromium drew nothing: {0}", page.strip()[-300:]))
    return unescape(match[1])


def _named(drawn: str) -> str:
    """Return an SVG with the same names each time it is drawn."""
    number = _MADE_UP.search(drawn)
    return drawn.replace(f"clip{number[1]}", "clip").replace(f"defs-{number[1]}", "defs") if number else drawn
