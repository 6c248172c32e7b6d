"""A chart on the command line is drawn by the Chromium of the computer, or a message says what is missing."""

from __future__ import annotations

import json
import os
import struct
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from dashboard.cli import main
from tests.browser.conftest import ROOT, Site, visit

Capture = pytest.CaptureFixture[str]
EXPORT = ("--data", str(ROOT / "data"), "export")


@pytest.mark.parametrize("ending", ["svg", "png", "pdf"])
def test_a_chart_is_drawn_for_a_file(tmp_path: Path, ending: str) -> None:
    target = tmp_path / f"levels.{ending}"
    assert main([*EXPORT, str(target), "--chart", "levels", "--language", "ru"]) == 0
    data = target.read_bytes()
    if ending == "svg":
        words = "".join(ET.fromstring(data).itertext()).replace("\xa0", " ")
        assert "Товарооборот" in words
        assert "версия данных" in words
    elif ending == "png":
        assert struct.unpack(">II", data[16:24]) == (2400, 1350)
        assert len(data) > 50_000
    else:
        assert data.startswith(b"%PDF")
        assert b"/Count 1" in data
        assert b"SourceSans3" in data


def test_without_a_browser_it_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert main([*EXPORT, str(tmp_path / "levels.png"), "--chart", "levels"]) == 2
    assert "drawn by Chromium or Chrome, and neither is on the path; install one" in capsys.readouterr().err


def test_a_chart_is_of_the_view_that_is_asked_for_and_opens_on_the_page(site: Site, page: Page, tmp_path: Path) -> None:
    """All three formats carry the same: the view's address, the version of the data, the rows."""
    chosen = ("--source", "belstat-2018", "--unit", "mn", "--as-of", "2019", "--language", "be")
    drawn = ("--shape", "square", "--theme", "dark", "--site", f"{site.url}/")
    said = []
    for name, more in (("a.png", ("--scale", "4")), ("a.svg", ()), ("a.pdf", ())):
        target = tmp_path / name
        assert main([*EXPORT, str(target), "--chart", "levels", *chosen, *drawn, *more]) == 0
        said.append(found_in(target.read_bytes()))
    png, svg, pdf = said
    assert struct.unpack(">II", (tmp_path / "a.png").read_bytes()[16:24]) == (4320, 4320)
    assert struct.pack(">IIB", 15118, 15118, 1) in (tmp_path / "a.png").read_bytes()[:60]  # 384 dots an inch
    assert png == svg == pdf
    assert png["address"] == f"{site.url}/?source=belstat-2018&unit=mn&as-of=2019&lang=be#levels"
    drawn_as = (tmp_path / "a.svg").read_text("utf-8")
    assert "rgb(20, 23, 26)" in drawn_as
    assert "тавараабарот" in drawn_as.lower()
    visit(page, site.url)
    with page.expect_file_chooser() as waiting:
        page.locator("button.reopen").press("Enter")
    waiting.value.set_files(tmp_path / "a.png")
    expect(page.locator("#since")).to_contain_text("Даныя з таго часу не змяніліся.")
    expect(page).to_have_url(png["address"])


def found_in(data: bytes) -> dict[str, str]:
    """Return what a file of a picture says it is made of."""
    if data.startswith(b"%PDF"):
        told = bytes.fromhex(data.rpartition(b"/TradeDashboard <FEFF")[2].partition(b">")[0].decode()).decode(
            "utf-16-be"
        )
    elif data.startswith(b"\x89PNG"):
        told = data.partition(b"iTXttrade-dashboard\0\0\0\0\0")[2].partition(b"}]}")[0].decode() + "}]}"
    else:
        told = next(one.text or "" for one in ET.fromstring(data).iter() if one.get("id") == "trade-dashboard")
    found: dict[str, str] = json.loads(told)
    return found


EVERY = ("xlsx", "csv", "sdmx.csv", "json", "zip", "html", "png", "svg", "pdf")

ALL = """
import sys
from dashboard.cli import main
data, into, *endings = sys.argv[1:]
for ending in endings:
    chart = ["--chart", "growth"] if ending in ("png", "svg", "pdf") else []
    assert main(["--data", data, "export", f"{into}/trade.{ending}", *chart]) == 0
"""


def test_the_same_data_give_the_same_bytes_in_every_process(tmp_path: Path) -> None:
    """Wherever the process stands, whatever the order of its sets, its language and its time zone."""
    for seed, zone in (("1", "Pacific/Auckland"), ("2", "UTC")):
        folder = tmp_path / seed
        folder.mkdir()
        around = os.environ | {"PYTHONHASHSEED": seed, "TZ": zone}
        command = [sys.executable, "-c", ALL, str(ROOT / "data"), str(folder), *EVERY]
        subprocess.run(command, cwd=folder, env=around, check=True, capture_output=True)
    for ending in EVERY:
        one, other = (tmp_path / seed / f"trade.{ending}" for seed in "12")
        assert one.read_bytes() == other.read_bytes(), ending


@pytest.mark.parametrize(
    ("name", "more", "why"),
    [
        ("a.xlsx", ("--unit", "mn"), "--unit goes with a file that ends in .svg, .png, .pdf, .html"),
        ("a.html", ("--theme", "dark"), "--theme goes with a file that ends in .svg, .png, .pdf"),
        ("a.pdf", ("--chart", "levels", "--scale", "4"), "--scale goes with a file that ends in .png"),
        ("a.png", ("--chart", "levels", "--source", "nobody"), "no rows of source 'nobody'"),
    ],
)
def test_a_flag_that_says_nothing_of_a_file_is_refused(
    tmp_path: Path, capsys: Capture, name: str, more: tuple[str, ...], why: str
) -> None:
    assert main([*EXPORT, str(tmp_path / name), *more]) == 2
    assert why in capsys.readouterr().err


@pytest.mark.parametrize(("name", "more"), [("levels.png", ()), ("levels.csv", ("--chart", "levels"))])
def test_a_chart_and_an_ending_go_together(tmp_path: Path, capsys: Capture, name: str, more: tuple[str, ...]) -> None:
    assert main([*EXPORT, str(tmp_path / name), *more]) == 2
    assert "one chart, --chart NAME, goes into a file that ends in .svg, .png, .pdf" in capsys.readouterr().err


def test_a_chart_that_is_none_is_refused_with_those_there_are(tmp_path: Path, capsys: Capture) -> None:
    assert main([*EXPORT, str(tmp_path / "pie.png"), "--chart", "pie"]) == 2
    assert "charts are levels, growth" in capsys.readouterr().err
