"""A number changed in the page: what breaks is said at once, and the answer is a link."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.browser.conftest import Site, visit


def test_another_number_shows_at_once_what_breaks(site: Site, page: Page) -> None:
    visit(page, f"{site.url}/consistency")
    page.get_by_label("Row", exact=True).select_option("4")
    page.get_by_label("Number", exact=True).fill("35,5")
    page.get_by_label("Number", exact=True).press("Enter")
    answer = page.locator(".what-if .answer")
    expect(answer).to_contain_text("These rows cannot all be true.")
    expect(answer).to_contain_text("Drop line 4, and the rest can all be true.")
    assert page.url == f"{site.url}/consistency?line=4&value=35%2C5"


def test_the_answer_is_a_link(site: Site, page: Page) -> None:
    visit(page, f"{site.url}/consistency?line=4&value=34.6")
    expect(page.locator(".what-if .answer")).to_contain_text("All rows of this source can be true at once.")
    expect(page.get_by_label("Row", exact=True)).to_have_value("4")
    expect(page.get_by_label("Number", exact=True)).to_have_value("34.6")


def test_a_statement_has_the_room_of_a_sentence(site: Site, page: Page) -> None:
    visit(page, f"{site.url}/consistency")
    assert page.locator("#page #quote-text").evaluate("(field) => field.clientWidth") > 600
