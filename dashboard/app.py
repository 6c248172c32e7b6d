"""The page as a Dash application over a folder of data; `create(Store(Path("data"))).server` is what a server serves.

    >>> from pathlib import Path
    >>> app = create(Store(Path("data")))
    >>> app.server.test_client().get("/health").status_code
    200

A way in for programs: its names stay, wherever the code behind them lives.
"""

from __future__ import annotations

from dashboard.storage.store import Store
from dashboard.web.serving.app import Application, create

__all__ = ["Application", "Store", "create"]
