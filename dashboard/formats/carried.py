"""What files carry along of the page's assets: the plotting library, and styles with their fonts inside."""

from __future__ import annotations

import re
from base64 import b64encode
from pathlib import Path
from typing import Final

_ASSETS: Final = Path(__file__).parents[1] / "web" / "assets"
_FONT: Final = re.compile(r'url\("(fonts/[\w-]+\.woff2)"\)')


def plotly() -> str:
    """Return the plotting library."""
    return (_ASSETS / "plotly.min.js").read_text("utf-8")


def style() -> str:
    """Return the page's styles."""
    return _FONT.sub(_inside, (_ASSETS / "page.css").read_text("utf-8"))


def _inside(font: re.Match[str]) -> str:
    return f'url("data:font/woff2;base64,{b64encode((_ASSETS / font[1]).read_bytes()).decode()}")'
