"""The page over a folder in which every text that a person could have written is an attack."""

from __future__ import annotations

from pathlib import Path

import pytest
from flask.testing import FlaskClient

from dashboard.storage.store import Store
from dashboard.web.serving.app import Application, create
from tests import hostile


@pytest.fixture(scope="session")
def hostile_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("hostile")
    hostile.write(folder)
    return folder


@pytest.fixture(scope="session")
def attacked_app(hostile_folder: Path) -> Application:
    return create(Store(hostile_folder), writes=True)


@pytest.fixture(scope="session")
def attacked(attacked_app: Application) -> FlaskClient:
    """Return who asks it."""
    client: FlaskClient = attacked_app.server.test_client()
    return client
