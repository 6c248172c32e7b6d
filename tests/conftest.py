"""What every test relies on: hypothesis takes its time, and is repeatable where nobody can look again."""

from __future__ import annotations

import os

from hypothesis import settings

settings.register_profile("desk", deadline=None)
settings.load_profile("ci" if "CI" in os.environ else "desk")
