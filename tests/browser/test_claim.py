"""The claim card in a browser: by mouse, touch and keyboard; focus and place come back; it is all in the address."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import ROOT, Site, visit

PLACE = """(chart) => {
  const mark = document.querySelector(`#${chart} .bars .point path, #${chart} .scatterlayer .points path`);
  mark.scrollIntoView({ block: 'center', behavior: 'instant' });
  const { x, y, width, height } = mark.getBoundingClientRect();
  return [x + width / 2, y + height / 2];
}"""
"""Where the first mark of a chart is in the window."""


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    yield context.new_page()
    context.close()


def test_a_key_opens_the_card_and_escape_gives_the_focus_back(site: Site, page: Page) -> None:
    visit(page, site.url)
    link = page.locator(".card.exports .trace a")
    link.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#claim")).to_be_focused()
    assert "claim=6" in page.url
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.locator("#claim .copy-link").click()
    expect(page.locator("#claim .copied")).to_have_text("Copied.")
    assert page.evaluate("navigator.clipboard.readText()") == f"{site.url}/?claim=6#claim"
    page.keyboard.press("Escape")
    expect(page.locator("#claim")).to_have_count(0)
    expect(page.locator(".card.exports .trace a")).to_be_focused()
    page.go_back()
    expect(page.locator("#claim")).to_contain_text("Stands for")


@pytest.mark.parametrize("chart", ["levels", "flows"])
def test_a_click_on_a_mark_opens_its_card_and_closing_leads_back_to_it(site: Site, page: Page, chart: str) -> None:
    visit(page, site.url)
    at = page.evaluate(PLACE, chart)
    seen = page.evaluate("window.scrollY")
    page.mouse.move(*at)
    page.mouse.click(*at)
    expect(page.locator("#claim")).to_be_focused()
    assert "claim=level:turnover:2021-01/2021-10" in page.url
    page.keyboard.press("Escape")
    expect(page.locator("#claim")).to_have_count(0)
    page.wait_for_function("(seen) => Math.abs(window.scrollY - seen) < 9", arg=seen)


def test_a_tap_on_a_mark_opens_its_card(site: Site, phone: Page) -> None:
    visit(phone, f"{site.url}/consistency")
    phone.touchscreen.tap(*phone.evaluate(PLACE, "consistency"))
    expect(phone.locator("#claim")).to_contain_text("Stands for")


def test_every_row_of_a_charts_table_opens_its_card_by_key(site: Site, page: Page) -> None:
    visit(page, f"{site.url}/record")
    table = page.locator("#mirror details").first
    table.locator("summary").press("Enter")
    link = table.locator("tbody a").first
    link.press("Enter")
    expect(page.locator("#claim")).to_be_focused(timeout=20_000)
    page.keyboard.press("Escape")
    expect(page.locator("#mirror details").first.locator("tbody a").first).to_be_focused()


def test_axe_finds_nothing_on_a_page_with_a_card(site: Site, page: Page) -> None:
    visit(page, f"{site.url}/data?claim=63&lang=be&theme=dark")
    page.evaluate((ROOT / "tests/browser/axe.min.js").read_text("utf-8"))
    found = page.evaluate("() => axe.run('#claim').then((result) => result.violations.map((one) => one.id))")
    assert found == []
