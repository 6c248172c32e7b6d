"""The page as it opens: its headline, its key figures, its charts, its addresses."""

from __future__ import annotations

import re
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Opened, Site, drawn, visit

CARDS = {
    "turnover": ("34.5 USD bn", "reported", "stands for 34.45 to 34.55", "+10.1% on a year earlier", "line 4"),
    "exports": ("17.2 USD bn", "reported", "stands for 17.15 to 17.25", "−8.4% on a year earlier", "line 6"),
    "imports": ("17.3 USD bn", "reported", "stands for 17.25 to 17.35", "+37.7% on a year earlier", "line 8"),
    "balance": ("−0.2 to 0.0 USD bn", "derived", "USD 6.1 to 6.3 bn a year earlier", "lines 6, 8"),
    "coverage": ("98.8 to 100.0%", "derived", "148.5 to 150.3% a year earlier", "lines 6, 8"),
}

CHARTS = {
    "/": ["levels", "growth", "flows", "contributions", "balance"],
    "/consistency": ["consistency"],
    "/record": ["calendar", "record", "mirror"],
}


def test_the_page_opens_with_the_trade_in_one_sentence(site: Site, page: Page) -> None:
    visit(page, site.url)
    said = page.get_by_role("heading", level=1).inner_text()
    for part in ("January–October 2022", "rose by 10.1% to USD 34.5 bn", "fell by 8.4%", "rose by 37.7%"):
        assert part in said.replace("\xa0", " ")
    assert page.title() == "Russia’s trade with Belarus – Trade as reported"


def test_five_cards_say_value_range_growth_mark_and_line(site: Site, page: Page) -> None:
    visit(page, site.url)
    assert page.locator(".card").count() == 5
    for name, parts in CARDS.items():
        said = " ".join(page.locator(f".card.{name}").inner_text().split())
        for part in (*parts, "consistent"):
            assert part in said


def test_derived_figures_are_marked_hollow(site: Site, page: Page) -> None:
    visit(page, site.url)
    ground = "(mark) => getComputedStyle(mark, '::before').backgroundColor"
    assert page.locator(".card.exports .trace .mark").evaluate(ground) == "rgb(42, 111, 176)"
    assert page.locator(".card.balance .trace .mark").evaluate(ground) == "rgba(0, 0, 0, 0)"


@pytest.mark.parametrize(("path", "names"), CHARTS.items())
def test_every_chart_is_drawn_and_has_a_name_a_table_and_words(
    site: Site, page: Page, path: str, names: list[str]
) -> None:
    visit(page, site.url + path)
    assert page.locator("figure.plate").evaluate_all("(all) => all.map((one) => one.id)") == names
    for name in names:
        plate = page.locator(f"#{name}")
        title = plate.get_by_role("heading").inner_text()
        expect(plate.locator(".picture")).to_have_attribute("aria-label", re.compile(f"^{re.escape(title)}"))
        assert plate.locator(".main-svg").first.evaluate("(svg) => svg.clientWidth") > 600
        assert plate.locator("table tbody tr").count() > 0
        assert plate.locator("summary").all_inner_texts() == ["Table", "In words", "Download"]


def weighed(page: Page) -> dict[str, float]:
    """Return the bytes on the wire by address, which grow as the page loads what it needs."""
    wire = page.context.new_cdp_session(page)
    cost: dict[str, float] = {}
    asked: dict[str, str] = {}
    wire.on("Network.requestWillBeSent", lambda seen: asked.update({seen["requestId"]: seen["request"]["url"]}))
    wire.on("Network.loadingFinished", lambda seen: cost.update({asked[seen["requestId"]]: seen["encodedDataLength"]}))
    wire.send("Network.enable")
    return cost


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_first_visit_costs_280_kb_and_500_kb_once_the_reader_moves(
    site: Site, browser: Browser, scheme: Literal["light", "dark"]
) -> None:
    context = browser.new_context(color_scheme=scheme)
    page = context.new_page()
    cost = weighed(page)
    page.goto(site.url)
    page.wait_for_selector("html.live")
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(1000)
    assert not any(late in address for address in cost for late in ("/plotly.min.js", "/picture.js"))
    assert 200_000 < sum(cost.values()) < 280_000
    page.keyboard.press("Shift")
    drawn(page)
    assert any("/plotly.min.js" in address for address in cost)
    assert not any("/picture.js" in address for address in cost)
    assert 400_000 < sum(cost.values()) < 500_000
    context.close()


def test_the_first_answer_is_the_page_without_scripts(site: Site, browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(site.url)
    expect(page.get_by_role("heading", level=1)).to_contain_text("34.5")
    expect(page.locator(".card")).to_have_count(5)
    page.get_by_label("Source").select_option("belstat-2018")
    page.locator("form:has([name=source]) button").click()
    expect(page.get_by_label("Source")).to_have_value("belstat-2018")
    context.close()


def test_a_choice_is_in_the_address_and_can_be_taken_back(site: Site, page: Page) -> None:
    visit(page, site.url)
    page.get_by_label("Source").focus()
    page.get_by_label("Source").select_option("rus-government-2023-03")
    expect(page.get_by_role("heading", level=1)).to_contain_text("43.4")
    assert page.url == f"{site.url}/?source=rus-government-2023-03"
    expect(page.get_by_label("Source")).to_be_focused()
    page.get_by_role("link", name="Русский").click()
    expect(page.locator("html")).to_have_attribute("lang", "ru")
    assert page.url == f"{site.url}/?source=rus-government-2023-03&lang=ru"
    page.go_back()
    page.go_back()
    expect(page.get_by_role("heading", level=1)).to_contain_text("34.5")
    assert page.url == f"{site.url}/"


def test_another_page_begins_at_its_top_with_its_own_title(site: Site, page: Page) -> None:
    visit(page, site.url)
    page.evaluate("window.scrollTo(0, 1500)")
    page.get_by_role("navigation", name="Pages").get_by_role("link", name="Sources").click()
    expect(page).to_have_title("Sources – Russia’s trade with Belarus – Trade as reported")
    expect(page.locator("#main")).to_be_focused()
    assert page.evaluate("window.scrollY") == 0


def test_dark_colours_come_with_the_system_and_with_the_address(site: Site, page: Page) -> None:
    ground = "getComputedStyle(document.body).backgroundColor"
    visit(page, f"{site.url}/?theme=dark")
    assert page.evaluate(ground) == "rgb(20, 23, 26)"
    page.emulate_media(color_scheme="dark")
    visit(page, site.url)
    assert page.evaluate(ground) == "rgb(20, 23, 26)"
    ink = page.locator("#levels .xtick text").first.evaluate("(text) => getComputedStyle(text).fill")
    assert ink == "rgb(169, 178, 186)"
    page.get_by_label("Colours").select_option("light")
    expect(page.locator("body")).to_have_css("background-color", "rgb(255, 255, 255)")
    expect(page.locator("#levels .xtick text").first).to_have_css("fill", "rgb(89, 98, 106)")


def test_a_contradiction_is_told_with_its_rows_and_what_would_mend_it(site: Site, page: Page) -> None:
    visit(page, f"{site.url}/consistency?source=rus-government-2023-03")
    said = page.locator("main").inner_text()
    assert "These rows cannot all be true." in said
    assert "Drop any one of lines 63, 64, 65 or 67, and the rest can all be true." in said
    assert page.locator(".conflicts > li").count() == 2


def test_a_wrong_address_is_answered_with_what_is_allowed(site: Site, opened: Opened) -> None:
    page = opened.page
    visit(page, f"{site.url}/?source=nobody")
    expect(page.get_by_role("heading", level=1)).to_have_text("This address cannot be shown")
    expect(page.locator(".refusal")).to_contain_text("sources with rows: mfa-2023-01")
    visit(page, f"{site.url}/?lang=fr")
    expect(page.locator(".refusal")).to_have_text('there is no language "fr"; there are en, ru, be')
    assert all("404" in said or "lang=fr" in said or "nobody" in said for said in opened.complaints)
    opened.complaints.clear()
