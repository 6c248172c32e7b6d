"""Makes docs/screenshots/: the dashboard wide and narrow, light and dark, in three languages.

    python tools/screenshots.py [FOLDER]

Needs what the browser tests need: Playwright and a Chromium (CHROMIUM names another one). Every page is there in each
language, theme and width, though not in each mixture of them. Where ImageMagick is installed, files are much smaller.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).parent.parent
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--disable-background-networking"]
WIDE, MIDDLE, NARROW = 1440, 820, 390
HEIGHT = 900


@dataclass(frozen=True, slots=True)
class Shot:
    """A picture to take: its file's name and the address behind it; of the whole page, or of what a screen shows."""

    name: str
    address: str
    width: int = WIDE
    is_whole: bool = True


SHOTS = (
    Shot("opening", "/", is_whole=False),
    Shot("overview", "/"),
    Shot("overview-dark", "/?theme=dark"),
    Shot("overview-ru", "/?lang=ru"),
    Shot("overview-phone", "/", NARROW),
    Shot("overview-phone-dark-ru", "/?lang=ru&theme=dark", NARROW),
    Shot("consistency", "/consistency?source=rus-government-2023-03"),
    Shot("record", "/record"),
    Shot("consistency-middle-dark-be", "/consistency?lang=be&theme=dark", MIDDLE),
    Shot("record-phone-ru", "/record?lang=ru", NARROW),
    Shot("record-middle-dark", "/record?theme=dark", MIDDLE),
    Shot("data-be", "/data?lang=be"),
    Shot("data-phone-dark-ru", "/data?lang=ru&theme=dark", NARROW),
    Shot("sources-dark", "/sources?theme=dark"),
    Shot("sources-middle-ru", "/sources?lang=ru", MIDDLE),
    Shot("sources-phone-be", "/sources?lang=be", NARROW),
)


def main(folder: Path) -> None:
    """Take all pictures into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    command = [sys.executable, "-m", "dashboard.web", "--data", "data", "--port", "0", "--no-browser"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as server:  # noqa: S603 - our own program
        said = server.stdout.readline() if server.stdout else ""
        address = re.search(r"http://[\d.:]+", said)
        try:
            if address is None:
                raise SystemExit(f"the server did not start: {said!r}")
            with sync_playwright() as playwright:
                path = shutil.which(os.environ.get("CHROMIUM", "chromium"))
                browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
                for shot in SHOTS:
                    print(take(browser, address[0], shot, folder))
        finally:
            server.terminate()


def take(browser: Browser, site: str, shot: Shot, folder: Path) -> Path:
    """Save one picture of a whole page and return its file."""
    page = browser.new_page(viewport={"width": shot.width, "height": HEIGHT}, color_scheme="light")
    page.goto(site + shot.address)
    page.wait_for_selector("html.live")
    page.wait_for_function(
        "() => [...document.querySelectorAll('.graph')].every((graph) => graph.querySelector('.main-svg'))"
    )
    page.evaluate("document.fonts.ready")
    path = folder / f"{shot.name}.png"
    page.screenshot(path=path, full_page=shot.is_whole)
    page.close()
    if small := shutil.which("convert"):
        subprocess.run([small, path, "-dither", "None", "-colors", "128", f"PNG8:{path}"], check=True)  # noqa: S603 - our own files
    return path


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "docs" / "screenshots")
