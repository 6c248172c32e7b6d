"""The scripts, styles and fonts that the page is drawn with, for files that carry them along."""

from __future__ import annotations

import re
from base64 import b64encode
from pathlib import Path
from typing import Final

from dashboard.formats.report import Parts

PAGE: Final = Path(__file__).parents[1] / "web" / "assets"
_FORMATS: Final = Path(__file__).parent
_URL: Final = re.compile(r'url\("(fonts/[\w-]+\.woff2)"\)')


def parts_of_report() -> Parts:
    """Return what a report carries along: the plotting library, styles with their fonts inside, its own script."""
    scripts = ((PAGE / "plotly.min.js").read_text("utf-8"), (_FORMATS / "report.js").read_text("utf-8"))
    styles = (PAGE / "page.css", _FORMATS / "report.css")
    return Parts(scripts, _URL.sub(_inside, "\n".join(style.read_text("utf-8") for style in styles)))


def _inside(url: re.Match[str]) -> str:
    return f'url("data:font/woff2;base64,{b64encode((PAGE / url[1]).read_bytes()).decode()}")'
