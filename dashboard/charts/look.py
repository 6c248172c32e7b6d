"""How every chart looks: one type family, two palettes, one layout. No chart sets a colour or a font of its own.

Charts are drawn in the light palette on a transparent ground; `dark` exchanges every colour for its partner. Exports,
imports and turnover keep their colours everywhere: blue and orange, which every kind of colour vision tells apart, and
the colour of ink for their sum. The balance is grey. Nothing is said by colour alone.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from html import escape
from types import MappingProxyType
from typing import Any, Final

from dashboard.values.measure import Flow

FONT: Final = '"Source Sans 3", "Noto Sans", system-ui, -apple-system, "Segoe UI", sans-serif'
"""The stack for page and charts; every family in it has Cyrillic with Ў and І."""

CLEAR: Final = "rgba(0,0,0,0)"
"""The fill of a hollow mark, and the ground of a chart on the page."""

_TAG: Final = re.compile(r"<[^>]+>")
_WIDTH: Final = 0.54
_BOLD: Final = 0.6
"""Width of a letter as a part of its size, on average, in a face as wide as Noto Sans; plain and bold."""

SIZE: Final = 14
SMALL: Final = 13

WIDE: Final = "wide"
NARROW: Final = "narrow"
"""What the `uid` of a trace begins with that only pictures of some widths show; page.css hides it in the others."""

WIDE_FROM: Final = 680
"""From how many px on a picture is wide."""

CONFIG: Final = MappingProxyType(
    {
        "displayModeBar": False,
        "displaylogo": False,
        "showSendToCloud": False,
        "scrollZoom": False,
        "doubleClick": False,
        "responsive": True,
    }
)
"""plotly's own settings: no bar of buttons, nothing sent to a cloud, no zoom that a thumb on a phone sets off."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Palette:
    """The colours of one theme, all different, so that each can be exchanged for its partner.

    Attributes:
        paper: The ground behind a picture that is saved.
        ink, soft: The colours of text, and of text that explains.
        rule, grid: The line at zero, and the lines of the scale.
        turnover, exports, imports, balance: What a flow is drawn in, text included.
        mute: Marks that are no flow: what a calendar covers, a reported interval.
    """

    paper: str
    ink: str
    soft: str
    rule: str
    grid: str
    turnover: str
    exports: str
    imports: str
    balance: str
    mute: str

    def flow(self, flow: Flow) -> str:
        """Return the colour of a flow."""
        return {
            Flow.TURNOVER: self.turnover,
            Flow.EXPORTS: self.exports,
            Flow.IMPORTS: self.imports,
            Flow.BALANCE: self.balance,
        }[flow]


LIGHT: Final = Palette(
    paper="#ffffff",
    ink="#1c2126",
    soft="#59626a",
    rule="#8a939b",
    grid="#e4e7ea",
    turnover="#2f3e46",
    exports="#2a6fb0",
    imports="#b94d12",
    balance="#6c7278",
    mute="#7d8a96",
)
DARK: Final = Palette(
    paper="#14171a",
    ink="#eceff1",
    soft="#a9b2ba",
    rule="#77818a",
    grid="#2b3238",
    turnover="#c9d1d9",
    exports="#5aa9f0",
    imports="#f28c45",
    balance="#949ba2",
    mute="#84919d",
)


def dark(figure: dict[str, Any]) -> dict[str, Any]:
    """Return a figure in the dark palette."""
    partners = dict(zip(asdict(LIGHT).values(), asdict(DARK).values(), strict=True))
    return {key: _exchanged(value, partners) for key, value in figure.items()}


def layout(height: int, **more: Any) -> dict[str, Any]:  # noqa: ANN401 - plotly's own tree of settings
    """Return the layout of a chart of a height in px; its width is that of its place on the page."""
    return {
        "template": {"layout": {}},
        "height": height,
        "autosize": True,
        "font": {"family": FONT, "size": SIZE, "color": LIGHT.ink},
        "paper_bgcolor": CLEAR,
        "plot_bgcolor": CLEAR,
        "margin": {"l": 8, "r": 8, "t": 8, "b": 8, "pad": 0},
        "showlegend": False,
        "bargap": 0.3,
        "hovermode": "closest",
        "dragmode": False,
        "hoverlabel": {
            "bgcolor": LIGHT.paper,
            "bordercolor": LIGHT.rule,
            "align": "left",
            "font": {"family": FONT, "size": SIZE, "color": LIGHT.ink},
        },
        **more,
    }


def fitted(figure: Mapping[str, Any], width: int) -> dict[str, Any]:
    """Return a figure without what a picture of a width in px does not show."""
    other = NARROW if width >= WIDE_FROM else WIDE
    return {**figure, "data": [trace for trace in figure["data"] if not trace.get("uid", "").startswith(other)]}


def axis(**more: Any) -> dict[str, Any]:  # noqa: ANN401 - plotly's own tree of settings
    """Return an axis with hairlines, no frame and no zoom."""
    return {
        "fixedrange": True,
        "showline": False,
        "zeroline": False,
        "gridcolor": LIGHT.grid,
        "gridwidth": 1,
        "ticks": "",
        "tickfont": {"size": SMALL, "color": LIGHT.soft},
        **more,
    }


def literal(text: str) -> str:
    """Return a text that plotly shows letter by letter; as it stands, plotly would follow tags and entities in it."""
    return escape(text, quote=False)


def note(text: str, **more: Any) -> dict[str, Any]:  # noqa: ANN401 - plotly's own tree of settings
    """Return a text on a chart, without an arrow."""
    font = {"size": SIZE, "color": LIGHT.ink} | more.pop("font", {})
    return {"text": text, "showarrow": False, "align": "left", "font": font, **more}


def text_width(text: str, size: int = SIZE) -> int:
    """Return about how many px a text needs: the longest of its lines, tags apart."""
    lines = text.split("<br>")
    return max(round(len(_TAG.sub("", line)) * size * (_BOLD if "<b>" in line else _WIDTH)) for line in lines)


def _exchanged(value: Any, partners: dict[str, str]) -> Any:  # noqa: ANN401 - any JSON
    if isinstance(value, str):
        for light, other in partners.items():
            value = value.replace(light, other)
        return value
    if isinstance(value, dict):
        return {key: _exchanged(inner, partners) for key, inner in value.items()}
    return [_exchanged(inner, partners) for inner in value] if isinstance(value, list | tuple) else value
