"""The same charts as other frameworks serve them: `python peers.py NAME PORT FIGURES`, FIGURES a file of plotly's JSON.

Run by the Python of a folder of its own, into which benchmarks/page.py installs them; nothing of this project is
imported. Streamlit runs this file itself, with its settings on the command line.
"""

from __future__ import annotations

import json
import logging
import sys
from pathlib import Path
from typing import Any

Figures = list[dict[str, Any]]


def streamlit(_: int, figures: Figures) -> None:
    """Put the charts on the page that Streamlit serves."""
    import streamlit as st  # noqa: PLC0415 - each peer is imported by its own run alone

    for figure in figures:
        st.plotly_chart(figure)


def panel(port: int, figures: Figures) -> None:
    """Serve the charts with Panel, its scripts from its own server."""
    import panel as pn  # noqa: PLC0415 - each peer is imported by its own run alone

    pn.extension("plotly", inline=True)
    pn.serve(lambda: pn.Column(*map(pn.pane.Plotly, figures)), port=port, show=False, address="127.0.0.1")


def dash(port: int, figures: Figures) -> None:
    """Serve the charts with Dash as it comes."""
    from dash import Dash, dcc, html  # noqa: PLC0415 - each peer is imported by its own run alone
    from werkzeug.serving import make_server  # noqa: PLC0415

    app = Dash("plain", assets_folder="none")
    app.layout = html.Div([dcc.Graph(figure=figure) for figure in figures])
    make_server("127.0.0.1", port, app.server, threaded=True).serve_forever()


if __name__ == "__main__":
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    {"streamlit": streamlit, "panel": panel, "dash": dash}[sys.argv[1]](
        int(sys.argv[2]), json.loads(Path(sys.argv[3]).read_text("utf-8"))
    )
