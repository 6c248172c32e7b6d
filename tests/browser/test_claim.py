"""The claim card in a browser: by keyboard from a key figure; focus goes in and comes back."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.browser.conftest import ROOT, Site, visit


def test_a_key_opens_the_card_and_escape_gives_the_focus_back(site: Site, page: Page) -> None:
    visit(page, site.url)
    link = page.locator(".card.exports .trace a")
    link.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#claim")).to_be_focused()
    assert "claim=6" in page.url
    page.keyboard.press("Escape")
    expect(page.locator("#claim")).to_have_count(0)
    expect(page.locator(".card.exports .trace a")).to_be_focused()
    page.go_back()
    expect(page.locator("#claim")).to_contain_text("Stands for")


def test_axe_finds_nothing_on_a_page_with_a_card(site: Site, page: Page) -> None:
    visit(page, f"{site.url}/data?claim=63&lang=be&theme=dark")
    page.evaluate((ROOT / "tests/browser/axe.min.js").read_text("utf-8"))
    found = page.evaluate("() => axe.run('#claim').then((result) => result.violations.map((one) => one.id))")
    assert found == []
