"""The page as a Dash application over a folder: `create(Store(Path("data"))).server` is what a WSGI server serves.

A way in for programs: its names stay, wherever the code behind them lives.
"""

from __future__ import annotations

from dashboard.storage.store import Store
from dashboard.web.serving.app import Application, create

__all__ = ["Application", "Store", "create"]
