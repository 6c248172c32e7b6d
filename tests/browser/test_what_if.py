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


def test_a_number_that_would_fit_is_tried_by_keyboard_and_its_answer_takes_the_focus(site: Site, page: Page) -> None:
    visit(page, f"{site.url}/consistency?source=rus-government-2023-03")
    page.get_by_role("link", name="What if line 63 were 12?").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#page #answer")).to_be_focused()
    expect(page.locator("#page #answer")).to_contain_text("All rows of this source can be true at once.")
    expect(page.locator("#page #answer")).to_be_in_viewport()
    assert page.url == f"{site.url}/consistency?source=rus-government-2023-03&line=63&value=12#answer"


def test_the_gap_of_a_conflict_is_in_sight_at_once(site: Site, page: Page) -> None:
    page.set_viewport_size({"width": 1440, "height": 900})
    visit(page, f"{site.url}/consistency?source=rus-government-2023-03")
    shown = page.get_by_role(
        "img", name="lines 62, 64, 65 and 67 allow 11.9 to 12.2%; line 63 stands for 12.5 to 13.5%"
    )
    expect(shown).to_be_in_viewport(ratio=1)
    expect(page.locator("#page #consistency")).to_be_in_viewport()
    boxes = [shown.locator(f".track .{name}").bounding_box() for name in ("allowed", "between", "said")]
    edges = [(round(box["x"]), round(box["x"] + box["width"])) for box in boxes if box]
    assert edges[0][1] == edges[1][0] < edges[1][1] == edges[2][0]


def test_a_statement_has_the_room_of_a_sentence(site: Site, page: Page) -> None:
    visit(page, f"{site.url}/consistency")
    assert page.locator("#page #quote-text").evaluate("(field) => field.clientWidth") > 400
