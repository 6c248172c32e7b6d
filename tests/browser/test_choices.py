"""What a reader chooses is in the address: date, side and unit come and go with back and forward, scripts or none."""

from __future__ import annotations

import re
from time import sleep

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.browser.conftest import Site, visit

PULSE = 0.5
"""Seconds between two questions of an open page: assets/page.js."""

PARTS = ("h1", ".cards li", "figcaption", ".as-of")


def test_side_and_unit_are_chosen_and_taken_back(site: Site, page: Page) -> None:
    visit(page, site.url)
    heading = page.locator("#page h1")
    first = heading.inner_text()
    for name, value in (("unit", "mn"), ("side", "BLR")):
        page.locator(f"#page #choose-{name}").select_option(value)
        page.wait_for_url(re.compile(f"{name}={value}"))
    expect(page.locator("#page .trade")).to_have_text("Belarus’s trade with Russia")
    page.go_back()
    expect(heading).to_contain_text("34,500\N{NO-BREAK SPACE}mn")
    page.go_back()
    expect(heading).to_have_text(first)
    page.go_forward()
    expect(heading).to_contain_text("34,500\N{NO-BREAK SPACE}mn")
    expect(page.locator("#page #choose-unit")).to_have_value("mn")


@pytest.mark.parametrize("scripts", [True, False])
def test_a_phone_folds_the_choices_behind_what_is_chosen(site: Site, browser: Browser, scripts: bool) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844}, java_script_enabled=scripts)
    page = context.new_page()
    page.goto(site.url)
    if scripts:
        page.wait_for_selector("html.live")
    fold = page.locator(".view:visible summary").last
    expect(fold).to_have_text("Change view: January–October 2022 · USD bn")
    assert fold.bounding_box()["height"] >= 44  # type: ignore[index]  # it is visible, so it has a box
    unit = page.locator("#choose-unit").last
    expect(unit).to_be_hidden()
    fold.click()
    unit.select_option("mn")
    if not scripts:
        page.locator(".choice:has(#choose-unit) button").click()
    page.wait_for_url(re.compile("unit=mn"))
    expect(fold).to_have_text("Change view: January–October 2022 · USD mn")
    expect(unit).to_be_visible() if scripts else expect(unit).to_be_hidden()
    context.close()


def test_a_phone_has_targets_that_a_finger_meets_and_a_menu_of_one_line(site: Site, page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    targets = "#page :is(nav a, .trace a, .more summary, .taking a, .view summary, .preferences select):visible"
    high = "(all) => Math.min(...all.map((one) => one.getBoundingClientRect().height))"
    tops = "(all) => new Set(all.map((one) => one.getBoundingClientRect().top)).size"
    for path in ("/", "/data", "/?lang=ru", "/?lang=be"):
        visit(page, site.url + path)
        assert page.locator(targets).evaluate_all(high) >= 44
        menu = page.locator("#page nav.pages")
        assert menu.locator("a").evaluate_all(tops) == 1
        assert menu.evaluate("(menu) => menu.scrollWidth - menu.clientWidth") == 0


@pytest.mark.parametrize("pause", [30, 300, 700])
def test_a_list_is_gone_through_by_keyboard_and_left_by_one_step_back(site: Site, page: Page, pause: int) -> None:
    visit(page, f"{site.url}/?unit=mn")
    before = page.url
    source = page.locator("#page #choose-source")
    source.focus()
    for _ in range(5):
        page.keyboard.press("ArrowDown")
        page.wait_for_timeout(pause)
    expect(page).to_have_url(re.compile("source=trade-portal-2021-09"))
    expect(page.locator("#page h1")).to_contain_text("2021")
    expect(source).to_have_value("trade-portal-2021-09")
    expect(source).to_be_focused()
    page.keyboard.type("bel")
    expect(page).to_have_url(re.compile("source=belstat-2012"))
    page.go_back()
    expect(page).to_have_url(before)
    expect(source).to_have_value("mfa-2023-01")


def test_news_and_choices_arrive_from_a_server_slower_than_the_page_asks(site: Site, page: Page) -> None:
    def late(route: Route) -> None:
        sleep(2 * PULSE)
        route.continue_()

    visit(page, site.url)
    page.route("**/_dash-update-component*", late)
    exports = page.locator("#page .card.exports .stands-for")
    for now, before, said in ((3, 2, "17.25"), (2, 3, "17.15")):
        site.edit(f"exports,2022-01/2022-10,level,17.{before},", f"exports,2022-01/2022-10,level,17.{now},")
        expect(exports).to_contain_text(said)
    page.locator("#page #choose-side").select_option("BLR")
    expect(page.locator("#page .trade")).to_have_text("Belarus’s trade with Russia")
    page.unroute("**/_dash-update-component*")


def test_the_first_answer_is_what_the_scripts_show(site: Site, page: Page, browser: Browser) -> None:
    address = f"{site.url}/?as-of=2021-12-31&side=BLR&unit=mn"
    context = browser.new_context(java_script_enabled=False)
    plain = context.new_page()
    plain.goto(address)
    before = [plain.locator(part).all_inner_texts() for part in PARTS]
    context.close()
    visit(page, address)
    assert [page.locator(f"#page {part}").all_inner_texts() for part in PARTS] == before
    assert "" not in map("".join, before)
    page.locator("#page .as-of a").click()
    expect(page.locator("#page .as-of")).to_have_count(0)
    assert "as-of" not in page.url


@pytest.mark.parametrize(
    ("asked", "language", "heading"),
    [("be-BY", "be", "У студзені–кастрычніку"), ("ru-RU", "ru", "В январе–октябре"), ("de-DE", "en", "In January")],
)
def test_the_browser_chooses_the_language(
    site: Site, browser: Browser, asked: str, language: str, heading: str
) -> None:
    context = browser.new_context(locale=asked)
    page = context.new_page()
    visit(page, site.url)
    expect(page.locator("html")).to_have_attribute("lang", language)
    expect(page.get_by_role("heading", level=1)).to_contain_text(heading)
    page.get_by_role("link", name="English").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("In January")
    page.reload()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    context.close()
