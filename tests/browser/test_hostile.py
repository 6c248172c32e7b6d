"""Data files full of attacks, opened in a real browser: nothing of them runs, draws, loads or asks."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Page

from tests import hostile
from tests.browser.conftest import Site, visit
from tests.browser.menu import picture
from tests.served import served

MADE = """() => [
    window.caught,
    document.querySelectorAll(
        "main img, main iframe, main object, main b, main i, main u, svg a, svg image, svg script, [onerror], [onload]"
    ).length,
    [...document.querySelectorAll("a")].filter((a) => !/^https?:$/.test(a.protocol)).length,
]"""
"""What was run; what elements were made of text; which links lead to no page."""

LEFT = "() => [window.caught, document.querySelectorAll('[onload], [onerror], svg a, main img').length]"
"""The same of a file that was saved."""


@pytest.fixture(scope="module")
def attacked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    folder = tmp_path_factory.mktemp("hostile")
    hostile.write(folder)
    with served(folder, "--edit") as server:
        yield Site(server.url, folder)


@pytest.fixture
def guarded(attacked: Site, page: Page) -> Iterator[Page]:
    """A page that fails its test when it asks for anything elsewhere or opens a dialog."""
    elsewhere: list[str] = []
    page.on("dialog", lambda dialog: elsewhere.append(dialog.message))
    page.on("request", lambda asked: None if asked.url.startswith(own(attacked)) else elsewhere.append(asked.url))
    yield page
    assert elsewhere == []


def own(site: Site) -> tuple[str, ...]:
    return (site.url, "data:", "blob:", "file:///tmp/")


@pytest.mark.parametrize("path", ["/", "/consistency", "/record", "/data", "/sources"])
def test_nothing_on_a_page_is_made_of_what_the_files_say(attacked: Site, guarded: Page, path: str) -> None:
    visit(guarded, f"{attacked.url}{path}?source={quote(hostile.MARKUP[1], safe='')}")
    assert guarded.evaluate(MADE) == [None, 0, 0]
    assert hostile.MARKUP[1] in guarded.inner_text("main")


def test_charts_show_the_texts_of_the_files_letter_by_letter(attacked: Site, guarded: Page) -> None:
    for path, charts in (
        ("/", ("levels", "growth")),
        ("/consistency", ("consistency",)),
        ("/record", ("calendar", "record")),
    ):
        visit(guarded, f"{attacked.url}{path}?lang=be")
        for chart in charts:
            guarded.locator(f"#{chart} .point").first.hover(force=True)
            said = guarded.locator(f"#{chart} .hoverlayer text").first.text_content() or ""
            assert hostile.MARKUP[0] in said
            assert "&lt;i&gt;" in said
            assert "%{x}" in said
        assert guarded.evaluate(MADE) == [None, 0, 0]


def test_a_claim_card_a_preview_and_a_tried_file_make_nothing_of_it(
    attacked: Site, guarded: Page, tmp_path: Path
) -> None:
    visit(guarded, f"{attacked.url}/?claim=2")
    assert hostile.MARKUP[0] in guarded.inner_text("#claim")
    assert guarded.evaluate(MADE) == [None, 0, 0]
    guarded.goto(f"{attacked.url}/edit")
    guarded.locator("#source").fill(hostile.MARKUP[0])
    guarded.locator("#text").fill("Turnover of Russia with Belarus reached $30bn in 2023")
    guarded.locator("summary").first.click()
    for name, value in (("reporter", "RUS"), ("partner", "BLR"), ("note", hostile.MARKUP[1])):
        guarded.locator(f"#{name}").fill(value)
    guarded.locator("form.entry button").first.click()
    assert hostile.MARKUP[1] in guarded.inner_text("#preview").replace('""', '"')
    assert guarded.evaluate(MADE) == [None, 0, 0]
    tried = tmp_path / "observations.csv"
    tried.write_bytes(attacked.observations.read_bytes().replace(b",17.9,", b",17.3,", 1))
    guarded.locator("#file").set_input_files(tried)
    guarded.locator("form.entry button").last.click()
    assert hostile.MARKUP[0] in guarded.inner_text("#tried")
    assert guarded.evaluate(MADE) == [None, 0, 0]


def test_a_saved_picture_and_a_report_make_nothing_of_it(attacked: Site, guarded: Page, tmp_path: Path) -> None:
    visit(guarded, f"{attacked.url}/record")
    drawn, report = picture(guarded, "calendar", tmp_path, form="svg"), tmp_path / "report.html"
    report.write_bytes(guarded.request.get(f"{attacked.url}/report.html").body())
    for file in (drawn, report):
        guarded.goto(file.as_uri())
        assert guarded.evaluate(LEFT) == [None, 0]
