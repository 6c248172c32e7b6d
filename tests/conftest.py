"""What every test relies on: hypothesis takes its time and is repeatable; the shipped data, read and judged once."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from hypothesis import settings

from dashboard.judging.review import Review, review
from dashboard.storage.store import load
from dashboard.values.observation import Dataset

settings.register_profile("desk", deadline=None)
settings.register_profile("quick", deadline=None, max_examples=15)
settings.load_profile("ci" if "CI" in os.environ else "desk")


DATA = Path(__file__).parent.parent / "data"


@pytest.fixture(scope="session")
def shipped_data() -> Dataset:
    """Return the data set of the checkout."""
    return load(DATA)


@pytest.fixture(scope="session")
def shipped(shipped_data: Dataset) -> Review:
    """Return the review of the data set of the checkout."""
    return review(shipped_data)


@pytest.fixture
def ministry_folder(tmp_path: Path) -> Path:
    """Return a folder with the ministry's rows alone; they keep their lines."""
    rows = (DATA / "observations.csv").read_text(encoding="utf-8").splitlines(keepends=True)[:9]
    (tmp_path / "observations.csv").write_text("".join(rows), encoding="utf-8")
    shutil.copy(DATA / "sources.csv", tmp_path)
    return tmp_path
