"""What Lighthouse says of the overview: performance, accessibility, best practices, search; on a desktop and a phone.

    python -m benchmarks.lighthouse [--runs 3]      two minutes; needs node, npm and a Chromium

Lighthouse is installed in build/lighthouse/ at the first run. Its medians are printed, with the layout shift and how
long scripts block the page, and for every score below 100 what it finds fault with.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from argparse import ArgumentParser
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks.page import served

ROOT = Path(__file__).parent.parent
HOME = ROOT / "build" / "lighthouse"
LIGHTHOUSE = "lighthouse@13.5.0"
PORT = 18950
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
MEASURES = ("first-contentful-paint", "largest-contentful-paint", "total-blocking-time", "cumulative-layout-shift")
FLAGS = "--headless --no-sandbox --disable-gpu --disable-background-networking --disable-component-update"


def main(runs: int) -> None:
    """Print the table."""
    if not (HOME / "node_modules").exists():
        subprocess.run(["npm", "install", "--silent", "--prefix", str(HOME), LIGHTHOUSE], check=True)
    print(f"medians of {runs}  performance  accessibility  practices  search   FCP ms  LCP ms  blocked ms    shift")
    command = [sys.executable, "-m", "dashboard", "serve", "--data", "data", "--no-browser", "--port", str(PORT)]
    with served(command, PORT) as site:
        for name, preset in (("desktop", ["--preset=desktop"]), ("phone", [])):
            _tell(name, [_asked(site, preset) for _ in range(runs)])


def _asked(site: str, preset: list[str]) -> dict[str, Any]:
    """Return Lighthouse's report."""
    chosen = [f"--only-categories={','.join(CATEGORIES)}", "--output=json", "--quiet", f"--chrome-flags={FLAGS}"]
    environment = os.environ | {"CHROME_PATH": shutil.which(os.environ.get("CHROMIUM", "chromium")) or ""}
    command = [str(HOME / "node_modules" / ".bin" / "lighthouse"), site, *preset, *chosen]
    done = subprocess.run(command, check=True, capture_output=True, text=True, env=environment)
    report: dict[str, Any] = json.loads(done.stdout)
    return report


def _tell(name: str, reports: list[dict[str, Any]]) -> None:
    scores = [median(one["categories"][category]["score"] * 100 for one in reports) for category in CATEGORIES]
    values = [median(one["audits"][measure]["numericValue"] for one in reports) for measure in MEASURES]
    print(f"{name:12}", *(f"{score:11.0f}" for score in scores), *(f"{value:9.0f}" for value in values[:3]), end="")
    print(f"{values[3]:11.3f}", flush=True)
    audits, categories = reports[0]["audits"], reports[0]["categories"]
    for category in CATEGORIES:
        for one in categories[category]["auditRefs"]:
            score = audits[one["id"]]["score"]
            if one["weight"] and score is not None and score < 0.9:
                print(f"    {category}: {audits[one['id']]['title']}")


if __name__ == "__main__":
    parser = ArgumentParser()
    parser.add_argument("--runs", type=int, default=3)
    main(parser.parse_args().runs)
