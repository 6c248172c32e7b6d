"""For everybody: screen readers, the keyboard alone, a phone, a printed page."""

from __future__ import annotations

from itertools import product
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Opened, Site, drawn, visit

AXE = (Path(__file__).parent / "axe.min.js").read_text("utf-8")
CONTRADICTING = "/consistency?source=rus-government-2023-03"
PATHS = ("/", CONTRADICTING, "/record", "/data", "/sources")

LOOKS = tuple(product(("en", "ru", "be"), ("light", "dark")))

GO = """(href) => {
    window.history.pushState({}, "", href);
    window.dispatchEvent(new CustomEvent("_dashprivate_pushstate"));
}"""
"""To another address without a reload, as the page itself goes."""

UNFOLD = "document.querySelectorAll('details').forEach((one) => { one.open = true; })"

VIOLATIONS = """async () => (await axe.run({ resultTypes: ["violations"] })).violations.flatMap((violation) =>
    violation.nodes.map((node) => `${violation.id}: ${node.target} ${node.failureSummary}`))"""


@pytest.mark.parametrize("path", PATHS)
def test_axe_finds_nothing_in_any_language_and_theme(site: Site, page: Page, path: str) -> None:
    visit(page, site.url + path)
    page.evaluate(AXE)
    for language, theme in LOOKS:
        page.evaluate(GO, f"{path}{'&' if '?' in path else '?'}lang={language}&theme={theme}")
        page.wait_for_selector(f"html[lang={language}][data-theme={theme}]")
        drawn(page)
        page.evaluate(UNFOLD)
        assert page.evaluate(VIOLATIONS) == [], (path, language, theme)


@pytest.mark.parametrize("path", ["/edit", "/embed/levels", "/?claim=63"])
def test_axe_finds_nothing_in_forms_frames_and_cards(site: Site, page: Page, path: str) -> None:
    for language, theme in LOOKS:
        page.goto(f"{site.url}{path}{'&' if '?' in path else '?'}lang={language}&theme={theme}")
        page.wait_for_selector("main, .main-svg, #claim")
        page.evaluate(UNFOLD)
        page.evaluate(AXE)
        assert page.evaluate(VIOLATIONS) == [], (path, language, theme)


def test_axe_finds_nothing_where_an_address_is_refused(site: Site, opened: Opened) -> None:
    visit(opened.page, f"{site.url}/?source=nobody")
    opened.page.evaluate(AXE)
    assert opened.page.evaluate(VIOLATIONS) == []
    opened.complaints.clear()


def test_the_keyboard_reaches_every_choice_and_every_download(site: Site, page: Page) -> None:
    visit(page, site.url)
    reached: list[str] = []
    for _ in range(80):
        page.keyboard.press("Tab")
        name = page.evaluate("document.activeElement.id || document.activeElement.innerText")
        if name == "Download":
            page.keyboard.press("Enter")
        reached.append(str(name))
    wanted = ["Skip to the figures", "Consistency", "Русский", "choose-theme", "choose-source", "choose-period"]
    wanted += ["line 4", "Table", "In words", "Download", "PNG, 1×", "SVG", "CSV"]
    places = [reached.index(name) for name in wanted]
    assert places == sorted(places)


def tab_to(page: Page, name: str, key: str = "Tab") -> None:
    """Press a key until something has the focus, as who has no mouse does."""
    for _ in range(60):
        page.keyboard.press(key)
        if name == page.evaluate("document.activeElement.id || document.activeElement.innerText"):
            return
    pytest.fail(f"the keyboard does not reach {name!r}")


def test_the_keyboard_alone_leads_from_a_figure_to_its_proof_and_to_an_answer(site: Site, page: Page) -> None:
    visit(page, site.url)
    tab_to(page, "lines 6, 8")
    page.keyboard.press("Enter")
    expect(page.locator("#claim")).to_be_focused()
    tab_to(page, page.locator("#claim summary").first.inner_text())
    page.keyboard.press("Enter")
    expect(page.locator("#claim .steps").first).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("#claim")).to_have_count(0)
    tab_to(page, "Consistency", "Shift+Tab")
    page.keyboard.press("Enter")
    expect(page.locator("#main")).to_be_focused()
    tab_to(page, "what-if-value")
    page.keyboard.type("30")
    page.keyboard.press("Enter")
    expect(page.locator(".what-if .answer")).to_be_visible()
    assert page.url == f"{site.url}/consistency?line=2&value=30"


def test_the_skip_link_leads_to_the_figures(site: Site, page: Page) -> None:
    visit(page, site.url)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


@pytest.mark.parametrize("path", ["/", "/?lang=ru", CONTRADICTING, "/record", "/data", "/sources"])
def test_a_phone_shows_every_page_without_scrolling_sideways(site: Site, page: Page, path: str) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    visit(page, site.url + path)
    assert page.evaluate("document.documentElement.scrollWidth") == 390


def test_a_phone_shows_every_verdict_of_a_table_beside_the_name_of_its_column(site: Site, page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    visit(page, f"{site.url}/consistency?source=kremlin-2024-05&lang=be")
    verdicts = page.locator(".stacked .verdict:visible")
    ends = verdicts.evaluate_all("(all) => all.map((one) => one.getBoundingClientRect().right)")
    assert (len(ends) > 12, max(ends) < 374) == (True, True)
    row = page.get_by_role("row").filter(has=page.get_by_role("rowheader", name="75", exact=True))
    assert row.get_by_role("cell").nth(5).inner_text().startswith("✕ па-за межамі на")
    named = "(cell) => getComputedStyle(cell, '::before').content.split(' /')[0]"
    assert row.get_by_role("cell").nth(5).evaluate(named) == '"Ацэнка"'
    source = page.locator(".judged").get_by_role("row").filter(has_text="Прэс-служба Крамля, 24 мая 2024")
    assert source.get_by_role("cell").all_inner_texts() == ["Расія", "USD", "✕ супярэчнасць"]


@pytest.mark.parametrize("path", ["/?lang=ru", "/consistency?lang=be", "/record?lang=be", "/data", "/sources?lang=ru"])
def test_a_page_enlarged_four_times_is_read_without_scrolling_sideways(site: Site, page: Page, path: str) -> None:
    page.set_viewport_size({"width": 320, "height": 256})
    visit(page, site.url + path)
    assert page.evaluate("document.documentElement.scrollWidth") == 320


def test_a_chart_that_was_not_drawn_shows_bars_and_then_says_where_its_numbers_are(site: Site, page: Page) -> None:
    visit(page, site.url)
    page.evaluate("document.querySelectorAll('#growth .picture svg').forEach((svg) => svg.remove())")
    ground = "(room) => getComputedStyle(room, '::before').backgroundImage.split('(')[0]"
    assert page.locator("#growth .picture").evaluate(ground) == "repeating-linear-gradient"
    expect(page.locator("#growth .undrawn")).to_be_visible(timeout=10_000)


@pytest.mark.parametrize("path", PATHS)
def test_nothing_moves_while_a_page_loads(site: Site, page: Page, path: str) -> None:
    """What is left is the headline, which may lose a line when the letters arrive after the first paint."""
    page.add_init_script(
        "window.shifts = 0; new PerformanceObserver((list) => list.getEntries().forEach((one) => "
        "{ window.shifts += one.value; })).observe({ type: 'layout-shift', buffered: true });"
    )
    visit(page, site.url + path)
    assert page.evaluate("window.shifts") < 0.05


def test_who_wants_no_motion_is_given_none(site: Site, page: Page) -> None:
    behaviour = "getComputedStyle(document.documentElement).scrollBehavior"
    page.goto(site.url)
    assert page.evaluate(behaviour) == "smooth"
    page.emulate_media(reduced_motion="reduce")
    assert page.evaluate(behaviour) == "auto"


@pytest.mark.parametrize("path", ["/?lang=ru", "/consistency?lang=ru", "/record?lang=ru", "/record?lang=be", "/record"])
def test_no_word_of_a_chart_is_cut_at_a_zoom_of_400_percent(site: Site, page: Page, path: str) -> None:
    page.set_viewport_size({"width": 1440 // 4, "height": 900 // 4})
    visit(page, site.url + path)
    cut = """(texts) => texts.map((one) => [one.textContent, one.getBoundingClientRect(), one.ownerSVGElement])
      .filter(([, { right }, svg]) => right > svg.getBoundingClientRect().right).map(([said]) => said)"""
    assert page.locator("#page .main-svg text").evaluate_all(cut) == []


def test_a_printed_page_has_no_menus(site: Site, page: Page) -> None:
    visit(page, site.url)
    page.emulate_media(media="print")
    drawn(page)
    assert not page.get_by_role("navigation", name="Pages").is_visible()
    assert page.get_by_role("heading", level=1).is_visible()


def test_a_printed_page_has_proofs_and_addresses_in_place_of_forms(site: Site, page: Page) -> None:
    page.emulate_media(media="print")
    visit(page, f"{site.url}/consistency?source=rus-government-2023-03")
    assert page.locator("#page .conflicts .steps").first.is_visible()
    assert [page.locator(f"#page {one}").is_visible() for one in ("#what-if-row", "#quote-text")] == [False, False]
    visit(page, f"{site.url}/sources")
    link = page.locator("#page .publications a[target]").first
    assert link.evaluate("(one) => getComputedStyle(one, '::after').content.endsWith(`${one.href}\"`)")


def test_no_chart_is_cut_by_the_end_of_a_sheet_or_leaves_one_empty(site: Site, page: Page) -> None:
    """The record is the longest page; with a chart too high for a sheet it took a fifth one."""
    visit(page, f"{site.url}/record")
    assert page.pdf(format="A4").count(b"/Type /Page\n") == 4


def test_a_dark_page_is_printed_light(site: Site, page: Page) -> None:
    visit(page, f"{site.url}/?theme=dark")
    page.emulate_media(media="print")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert page.evaluate("getComputedStyle(document.querySelector('.graph')).filter") == "invert(1) hue-rotate(180deg)"
