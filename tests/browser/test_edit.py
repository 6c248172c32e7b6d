"""The files change while the page is open: the page follows, complains, and comes back."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Site, visit

IMPORTS = "imports,2022-01/2022-10,level,17.3,"


@pytest.fixture(autouse=True)
def good(site: Site) -> Iterator[str]:
    """The text of observations.csv, which stands there again when the test is over."""
    text = site.observations.read_text("utf-8")
    yield text
    site.observations.write_text(text, "utf-8")


def test_an_edit_is_seen_in_the_open_page(site: Site, page: Page) -> None:
    visit(page, site.url)
    page.locator("#levels summary").first.click()
    site.edit(IMPORTS, "imports,2022-01/2022-10,level,17.4,")
    begun = time.monotonic()
    expect(page.locator(".card.imports .number")).to_have_text("17.4", timeout=10_000)
    seen = time.monotonic() - begun
    expect(page.locator("#levels .picture")).to_contain_text("17.4")
    assert page.locator("#levels details").first.get_attribute("open") is not None
    assert seen < 5


def test_broken_files_leave_the_last_good_figures_under_a_list_of_problems(site: Site, page: Page, good: str) -> None:
    visit(page, site.url)
    bad = good.replace(IMPORTS, "imports,2022-01/2022-10,level,17.x,").replace(
        ",2022-01/2022-10,growth,10.1,", ",2022-13,growth,10.1,"
    )
    site.observations.write_text(bad.replace("about $40bn", "<img src=x onerror=alert(1)>"), "utf-8")
    banner = page.locator("#banner")
    expect(banner).to_contain_text("Problems: 2", timeout=10_000)
    expect(banner).to_contain_text(re.compile(r'observations\.csv line 8, column value: .*"17\.x"'))
    expect(banner).to_contain_text(re.compile(r"observations\.csv line 5, column period: .*2022-13"))
    expect(page.locator(".card.imports .number")).to_have_text("17.3")
    assert banner.get_attribute("role") == "status"
    site.observations.write_text(good, "utf-8")
    expect(banner).to_be_empty(timeout=10_000)


def test_text_of_the_files_never_becomes_markup(site: Site, page: Page, good: str) -> None:
    site.observations.write_text(good.replace("about $40bn", "<b id=evil>about</b>"), "utf-8")
    visit(page, f"{site.url}/data")
    expect(page.locator("table")).to_contain_text("<b id=evil>about</b>", timeout=10_000)
    assert page.locator("#evil").count() == 0


def test_a_missing_file_is_a_problem_like_any_other(site: Site, page: Page) -> None:
    visit(page, site.url)
    hidden = site.observations.rename(site.folder / "elsewhere.csv")
    expect(page.locator("#banner")).to_contain_text("the file is missing", timeout=10_000)
    expect(page.locator(".card")).to_have_count(5)
    hidden.rename(site.observations)
    expect(page.locator("#banner")).to_be_empty(timeout=10_000)
