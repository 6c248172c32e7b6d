"""The files change under open pages of a server of two processes: every page follows, complains, and comes back."""

from __future__ import annotations

import os
import re
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.conftest import Site, visit

IMPORTS = "imports,2022-01/2022-10,level,17.3,"
PATIENCE = 10_000
NEWS = "The data files changed; the page shows the new figures."

KEEP_BANNERS = """() => {
  window.banners = [];
  new MutationObserver(() => {
    const said = document.getElementById("banner").textContent;
    if (said) window.banners.push(said);
  }).observe(document.getElementById("banner"), { childList: true, subtree: true });
}"""


@dataclass(frozen=True, slots=True)
class Watched:
    """Three open pages of one server, each in another language.

    Attributes:
        good: What observations.csv held when they were opened.
    """

    site: Site
    overview: Page
    table: Page
    checks: Page
    good: str

    @property
    def pages(self) -> tuple[Page, ...]:
        return (self.overview, self.table, self.checks)

    @property
    def file(self) -> Path:
        return self.site.observations

    def with_imports(self, value: str) -> str:
        assert self.good.count(IMPORTS) == 1
        return self.good.replace(IMPORTS, IMPORTS.replace("17.3", value))

    def show(self, value: str) -> None:
        """Wait until each page shows a value of imports."""
        printed = value.replace(".", "[.,]")
        expect(self.overview.locator(".card.imports .number")).to_have_text(re.compile(printed), timeout=PATIENCE)
        for page in (self.table, self.checks):
            expect(page.locator("main")).to_contain_text(re.compile(f"{printed}\\b"), timeout=PATIENCE)

    def complain(self, said: re.Pattern[str] | str) -> None:
        """Wait until each page says something in its banner."""
        for page in self.pages:
            expect(page.locator("#banner")).to_contain_text(said, timeout=PATIENCE)

    def heal(self) -> None:
        """Wait until no page has a banner."""
        for page in self.pages:
            expect(page.locator("#banner")).to_be_empty(timeout=PATIENCE)


@pytest.fixture(scope="module")
def opened_pages(site: Site, context: BrowserContext) -> Iterator[Watched]:
    pages = [context.new_page() for _ in range(3)]
    for page, address in zip(pages, ("", "/data?lang=ru", "/consistency?lang=be"), strict=True):
        visit(page, site.url + address)
        page.evaluate(KEEP_BANNERS)
    yield Watched(site, pages[0], pages[1], pages[2], site.observations.read_text("utf-8"))
    for page in pages:
        page.close()


@pytest.fixture
def watched(opened_pages: Watched) -> Iterator[Watched]:
    """The open pages, which have said nothing yet; what they show at first is there again when the test is over."""
    for page in opened_pages.pages:
        page.evaluate("() => { window.banners = []; }")
    yield opened_pages
    opened_pages.file.write_text(opened_pages.good, "utf-8")
    opened_pages.heal()
    opened_pages.show("17.3")


def banners(watched: Watched) -> list[str]:
    return [said for page in watched.pages for said in page.evaluate("window.banners")]


def test_a_save_is_on_every_open_page_and_leaves_what_was_unfolded(watched: Watched) -> None:
    watched.overview.locator("#levels summary").first.click()
    watched.file.write_text(watched.with_imports("17.4"), "utf-8")
    watched.show("17.4")
    expect(watched.overview.locator("#levels .picture")).to_contain_text("17.4")
    expect(watched.overview.locator("#news[role=status]")).to_have_text(NEWS)
    expect(watched.overview.locator("#levels details").first).to_have_attribute("open", "", timeout=PATIENCE)
    assert banners(watched) == []


def test_an_editor_that_renames_does_no_harm(watched: Watched) -> None:
    """As vim saves: the old file becomes the backup, a new one is written in its place."""
    backup = watched.file.with_name("observations.csv~")
    watched.file.rename(backup)
    watched.file.write_text(watched.with_imports("17.5"), "utf-8")
    watched.show("17.5")
    written = watched.site.folder / ".goutputstream-X"
    written.write_text(watched.with_imports("17.6"), "utf-8")
    written.replace(watched.file)
    watched.show("17.6")
    assert banners(watched) == []


def test_a_file_that_is_written_slowly_does_no_harm(watched: Watched) -> None:
    text = watched.with_imports("17.7")
    with watched.file.open("w", encoding="utf-8") as file:
        for start in range(0, len(text), len(text) // 3):
            file.write(text[start : start + len(text) // 3])
            file.flush()
            os.fsync(file.fileno())
            time.sleep(0.05)
    watched.show("17.7")
    assert banners(watched) == []


def test_a_file_that_is_cut_for_long_leaves_the_last_good_figures_and_heals(watched: Watched) -> None:
    """As over a network: emptied at first, and whole only after the pages have complained."""
    watched.file.write_text("", "utf-8")
    watched.complain("observations.csv")
    expect(watched.overview.locator(".card.imports .number")).to_have_text("17.3")
    watched.file.write_text(watched.with_imports("17.8"), "utf-8")
    watched.heal()
    watched.show("17.8")


def test_a_deleted_file_leaves_the_last_good_figures_and_can_be_restored(watched: Watched) -> None:
    kept = watched.file.rename(watched.site.folder / "elsewhere.csv")
    watched.complain(re.compile("the file is missing|файла нет|файла няма"))
    expect(watched.overview.locator(".card")).to_have_count(5)
    kept.rename(watched.file)
    watched.heal()
    watched.show("17.3")


def test_a_second_file_that_comes_late_heals_the_first(watched: Watched) -> None:
    """A row of a new source is saved before its source is."""
    sources = watched.site.folder / "sources.csv"
    known = sources.read_text("utf-8")
    row = "new,RUS,BLR,exports,2019,level,21.9,USD bn,0.1,,,,$21.9bn,\n"
    watched.file.write_text(watched.good + row, "utf-8")
    watched.complain(re.compile(rf'observations\.csv.* {watched.good.count(chr(10)) + 1}, .*"new"'))
    sources.write_text(known + "new,Ministry,A talk,2020,,en,,\n", "utf-8")
    watched.heal()
    expect(watched.table.locator("[name=source]")).to_contain_text("Ministry", timeout=PATIENCE)
    watched.file.write_text(watched.good, "utf-8")
    sources.write_text(known, "utf-8")


def test_problems_are_listed_in_each_language_with_their_lines_over_the_last_good_figures(watched: Watched) -> None:
    watched.file.write_text(watched.with_imports("17.9"), "utf-8")
    watched.show("17.9")
    bad = watched.with_imports("17.x").replace(",2022-01/2022-10,growth,10.1,", ",2022-13,growth,10.1,")
    watched.file.write_text(bad.replace("about $40bn", "<img src=x onerror=alert(1)>"), "utf-8")
    for page, head in zip(watched.pages, ("Problems: 2", "Ошибок: 2", "Памылак: 2"), strict=True):
        banner = page.locator("#banner")
        expect(banner).to_contain_text(head, timeout=PATIENCE)
        expect(banner.locator("li")).to_have_count(2)
        expect(banner).to_contain_text(re.compile(r"observations\.csv.* 8, .*value.*17\.x"))
        expect(banner).to_contain_text(re.compile(r"observations\.csv.* 5, .*period.*2022-13"))
        assert banner.get_attribute("role") == "status"
    watched.show("17.9")


def test_text_of_the_files_never_becomes_markup(watched: Watched) -> None:
    watched.file.write_text(watched.good.replace("about $40bn", "<b id=evil>about</b>"), "utf-8")
    expect(watched.table.locator("table")).to_contain_text("<b id=evil>about</b>", timeout=PATIENCE)
    assert watched.table.locator("#evil").count() == 0
