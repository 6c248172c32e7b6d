"""A real server over a copy of the data, and a real Chromium that tolerates no error on its console."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.served import served

ROOT = Path(__file__).parent.parent.parent
FILES = ("observations.csv", "sources.csv", "events.csv", "context.csv")
NAMES = (os.environ.get("CHROMIUM", "chromium"), "chromium-browser", "google-chrome", "google-chrome-stable")
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


@dataclass(frozen=True, slots=True)
class Site:
    """A running server.

    Attributes:
        url: Its address, "http://127.0.0.1:41234".
        folder: Its data files.
    """

    url: str
    folder: Path

    @property
    def observations(self) -> Path:
        return self.folder / "observations.csv"

    def edit(self, old: str, new: str) -> None:
        """Replace a text of observations.csv that stands there once, as an editor saves it."""
        text = self.observations.read_text("utf-8")
        assert text.count(old) == 1
        self.observations.write_text(text.replace(old, new), "utf-8")


@dataclass(slots=True)
class Opened:
    """A page in the browser, and what it complained about."""

    page: Page
    complaints: list[str] = field(default_factory=list)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    folder = tmp_path_factory.mktemp("data")
    for file in FILES:
        shutil.copy(ROOT / "data" / file, folder)
    with served(folder) as server:
        yield Site(server.url, folder)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = next((found for name in NAMES if (found := shutil.which(name))), None)
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield launched
        launched.close()


@pytest.fixture(scope="module")
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A browser that has just been installed: its first page fills the cache for the others.

    Its window stays open all the while: closing and opening one for each test takes half a second of the processor.
    """
    made = browser.new_context(viewport={"width": 1440, "height": 900}, color_scheme="light")
    made.new_page()
    yield made
    made.close()


@pytest.fixture
def opened(context: BrowserContext) -> Iterator[Opened]:
    """A page that fails its test when anything was written to the console as an error, or could not be loaded."""
    made = Opened(context.new_page())
    made.page.on("console", lambda said: made.complaints.append(said.text) if said.type == "error" else None)
    made.page.on("pageerror", lambda error: made.complaints.append(str(error)))
    made.page.on("response", lambda answer: made.complaints.append(answer.url) if answer.status >= 400 else None)
    yield made
    made.page.close()
    assert made.complaints == []


@pytest.fixture
def page(opened: Opened) -> Page:
    return opened.page


def visit(page: Page, address: str) -> None:
    """Open an address, wait until the scripts have taken over, and move, for which plotly draws every chart."""
    page.goto(address)
    page.wait_for_selector("html.live")
    page.keyboard.press("Shift")
    drawn(page)


def drawn(page: Page) -> None:
    """Wait until every chart on the page is drawn."""
    page.wait_for_function(
        "() => [...document.querySelectorAll('.graph')].every((graph) => graph.querySelector('.main-svg'))"
    )
