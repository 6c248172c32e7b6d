"""The report opens from the disk alone, draws every chart, and prints."""

from __future__ import annotations

import json
import re
import shutil
import zlib
from pathlib import Path

from playwright.sync_api import Browser, Page

from dashboard.charts import NAMES
from dashboard.cli import main
from tests.browser.conftest import ROOT, Site, visit

MOST_BYTES = 1_500_000
LEAST_LETTERS = 300
"""On a sheet of paper, so that none is turned for a single row that a chart has pushed there."""


def export(target: Path, *more: str, data: Path = ROOT / "data") -> str:
    assert main(["--data", str(data), "export", str(target), *more]) == 0
    return target.read_text("utf-8")


def letters(pdf: bytes) -> list[int]:
    """Return how often each sheet of a PDF file shows text; Chromium does so letter by letter."""
    objects = dict(re.findall(rb"\n([0-9]+) 0 obj\n(.*?)\nendobj", pdf, re.DOTALL))
    shown = re.findall(rb"/Type /Page\n.*?/Contents ([0-9]+) 0 R", pdf, re.DOTALL)
    streams = (objects[one].partition(b"stream\n")[2].rpartition(b"\nendstream")[0] for one in shown)
    return [len(re.findall(rb"\bT[jJ]\b", zlib.decompress(one))) for one in streams]


def test_a_report_draws_its_charts_with_nothing_but_itself(browser: Browser, tmp_path: Path) -> None:
    text = export(tmp_path / "report.html", "--language", "ru")
    assert len(text.encode()) < MOST_BYTES
    context = browser.new_context(offline=True)
    page, said, asked = context.new_page(), list[str](), list[str]()
    page.on("console", lambda one: said.append(one.text))
    page.on("pageerror", lambda one: said.append(str(one)))
    page.on("request", lambda one: asked.append(one.url.partition(":")[0]))
    page.goto((tmp_path / "report.html").as_uri())
    page.wait_for_function(f"document.querySelectorAll('.picture .main-svg .bg').length >= {len(NAMES)}")
    assert [one.get_attribute("id") for one in page.query_selector_all("figure.plate")] == list(NAMES)
    assert set(asked) <= {"file", "data"}
    assert min(letters(page.pdf())) > LEAST_LETTERS
    assert page.locator("details:not([open])").count() == 0
    assert page.evaluate("document.fonts.check('16px \"Source Sans 3\"', 'Ў')") is True
    assert said == []
    context.close()


def test_no_line_of_a_sentence_in_a_report_ends_inside_an_amount(tmp_path: Path) -> None:
    text = export(tmp_path / "report.html", "--language", "ru")
    body = text[text.index("<body") : text.index('<script type="application/json"')]
    said = re.sub(
        r'<div class="still".*?</div>|<(cite|pre)\b.*?</\1>|<p class="value".*?</p>|<[^>]*>', "", body, flags=re.DOTALL
    )
    assert "34,5\N{NO-BREAK SPACE}млрд\N{NO-BREAK SPACE}долл.\N{NO-BREAK SPACE}США" in said
    assert re.findall(r"\d (?:млрд|%|п\.)", said) == []


def test_the_same_data_give_the_same_report_wherever_they_are(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "data", tmp_path / "data")
    assert export(tmp_path / "a.html") == export(tmp_path / "b.html", data=tmp_path / "data")


def test_text_of_the_data_stays_text_in_a_report(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "data", tmp_path / "data")
    sources = tmp_path / "data" / "sources.csv"
    evil = "</script><script>alert(1)</script>"
    sources.write_text(sources.read_text("utf-8").replace("Ministry of Foreign Affairs of Russia", evil), "utf-8")
    text = export(tmp_path / "report.html", data=tmp_path / "data")
    assert "<script>alert" not in text
    found = re.search(r'<script type="application/json" id="figures">(.*?)</script>', text, re.DOTALL)
    assert found is not None
    assert set(json.loads(found[1])["figures"]) == set(NAMES)


def test_the_page_hands_out_report_and_citation_of_its_view(site: Site, page: Page, tmp_path: Path) -> None:
    visit(page, f"{site.url}/sources?as-of=2017")
    with page.expect_download() as waiting:
        page.locator("footer.foot a[download]").click()
    assert re.fullmatch(r"report-blr-rus-.*-en\.html", waiting.value.suggested_filename)
    assert "As known by 2017" in Path(waiting.value.path()).read_text("utf-8")
    with page.expect_download() as waiting:
        page.get_by_role("link", name="RIS").click()
    assert f"UR  - {site.url}/?as-of=2017" in Path(waiting.value.path()).read_text("utf-8")
