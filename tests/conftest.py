"""What every test relies on: hypothesis takes its time and is repeatable; the shipped data, read and judged once."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import settings

from dashboard.observation import Dataset
from dashboard.review import Review, review
from dashboard.store import load

settings.register_profile("desk", deadline=None)
settings.load_profile("ci" if "CI" in os.environ else "desk")


@pytest.fixture(scope="session")
def shipped_data() -> Dataset:
    """Return the data set of the checkout."""
    return load(Path(__file__).parent.parent / "data")


@pytest.fixture(scope="session")
def shipped(shipped_data: Dataset) -> Review:
    """Return the review of the data set of the checkout."""
    return review(shipped_data)
