"""The charts of the first answer: there before any script, where plotly then draws them, and the same picture."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.browser.conftest import Site, drawn, visit

COMPARED = """async () => {
  const place = (one) => {
    const [{ x, y, width, height }, { e, f }] = [one.getBBox(), one.getScreenCTM()];
    return { left: e + x, right: e + x + width, top: f + y, bottom: f + y + height };
  };
  const answer = await (await fetch(location.href)).text();
  const first = new DOMParser().parseFromString(answer, "text/html");
  const off = {};
  for (const picture of document.querySelectorAll("#page .picture")) {
    const name = picture.closest("figure").id;
    picture.querySelector(".still")?.remove();
    const still = document.importNode(first.querySelector(`#${name} .still`), true);
    still.style.display = "block";
    picture.append(still);
    const found = (home, tags) => [...home.querySelectorAll(tags)].map(place);
    const graph = picture.querySelector(".graph");
    const pairs = [
      [found(still, "rect"), found(graph, ".barlayer .point > path")],
      [found(still, "circle, svg[overflow] > path:not([d*=h8])"), found(graph, ".scatterlayer .points > path")],
    ];
    const texts = (home) => [...home.querySelectorAll("text")].filter((one) => one.textContent.trim());
    const [drawn, own] = [texts(graph), texts(still)];
    const sorted = (all) => all.map((one) => [one.textContent, one.getBoundingClientRect()])
      .sort(([a, r], [b, s]) => (a < b ? -1 : a > b ? 1 : Math.round((r.y - s.y) / 4) || r.x - s.x));
    const [mine, theirs] = [sorted(own), sorted(drawn)];
    const words = (all) => JSON.stringify(all.map(([said]) => said));
    if (words(mine) !== words(theirs)) off[`${name} says`] = [words(mine), words(theirs)];
    pairs.push([mine.map(([, room]) => room), theirs.map(([, room]) => room)]);
    for (const [a, b] of pairs) {
      if (a.length !== b.length) off[`${name} has`] = [a.length, b.length];
      const sides = ["left", "right", "top", "bottom"];
      const apart = a.map((one, at) => Math.max(...sides.map((side) => Math.abs(one[side] - b[at]?.[side]))));
      const most = Math.max(0, ...apart);
      const at = apart.indexOf(most);
      if (!(most < 1.5)) off[name] = [most, own.length === a.length ? mine[at][0] : at, a[at], b[at]];
    }
    still.remove();
  }
  return off;
}"""
"""Returns by which chart how the still of the first answer differs from what plotly drew."""


WATCH = """const seen = (one) => one.checkVisibility({ visibilityProperty: true });
const look = () => {
  const pictures = [...document.querySelectorAll(".picture")].filter(seen);
  window.bare += pictures.filter((one) => !one.querySelector("svg")).length;
  requestAnimationFrame(look);
};
document.addEventListener("DOMContentLoaded", look);"""
"""Counts the charts that are seen without a picture, in every frame once the first answer has been read to its end."""


@pytest.mark.parametrize("path", ["/", "/?lang=ru&source=rus-government-2023-03", "/consistency", "/record?lang=be"])
def test_plotly_draws_every_mark_and_every_word_where_the_first_answer_has_it(
    site: Site, page: Page, path: str
) -> None:
    visit(page, site.url + path)
    for width in (1440, 390):
        page.set_viewport_size({"width": width, "height": 900})
        page.wait_for_function(
            "() => [...document.querySelectorAll('.graph')].every((graph) => "
            "Math.abs(graph.querySelector('.main-svg').clientWidth - graph.clientWidth) < 2)"
        )
        assert page.evaluate(COMPARED) == {}


def test_the_charts_can_be_seen_and_choices_made_before_any_script_has_come(site: Site, page: Page) -> None:
    page.route("**/_dash-component-suites/**", lambda _: None)
    page.goto(f"{site.url}/?theme=dark", wait_until="commit")
    expect(page.locator("#first .still")).to_have_count(5)
    expect(page.locator("#first #levels .still rect").first).to_have_css("fill", "none")
    expect(page.locator("#first #levels .still rect").nth(1)).to_have_css("fill", "rgb(201, 209, 217)")
    page.get_by_label("Source").select_option("belstat-2018")
    expect(page.get_by_label("Source")).to_have_value("belstat-2018")
    assert page.url == f"{site.url}/?theme=dark&source=belstat-2018"
    page.unroute("**/_dash-component-suites/**")


def held_scripts(page: Page) -> list[Route]:
    """Keep back what the take-over needs, and return the list in which it will wait."""
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route("**/dash_core_components.*", hold)
    return held


def test_what_was_typed_and_unfolded_before_the_scripts_had_come_goes_over(site: Site, page: Page) -> None:
    held = held_scripts(page)
    page.goto(f"{site.url}/consistency", wait_until="commit")
    page.locator("#first #consistency summary").first.click()
    page.locator("#first #what-if-row").select_option("4")
    page.locator("#first #quote-text").fill("exports fell by 8")
    page.wait_for_function("() => window.dash_clientside?.page")
    assert len(held) == 1
    held[0].continue_()
    page.wait_for_selector("html.live")
    expect(page.locator("#page #consistency details").first).to_have_attribute("open", "")
    expect(page.locator("#page #what-if-row")).to_have_value("4")
    expect(page.locator("#page #quote-text")).to_be_focused()
    page.keyboard.type(".4%")
    expect(page.locator("#page #quote-text")).to_have_value("exports fell by 8.4%")


def test_readers_without_scripts_have_the_same_charts(site: Site, browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site.url}/record")
    for name in ("calendar", "record", "mirror"):
        expect(page.locator(f"#{name} .still svg").first).to_be_visible()
        expect(page.locator(f"#{name} .undrawn")).to_be_hidden()
    context.close()


def test_plotly_takes_over_in_the_same_place(site: Site, page: Page) -> None:
    page.add_init_script(f"window.bare = 0; {WATCH}")
    visit(page, site.url)
    assert page.evaluate("window.bare") == 0
    expect(page.locator(".still")).to_have_count(5)
    assert [one.is_visible() for one in page.locator(".still").all()] == [False] * 5


MOVES: dict[str, Callable[[Page], None]] = {
    "points": lambda page: page.mouse.move(300, 300),
    "turns the wheel": lambda page: page.mouse.wheel(0, 400),
    "presses a key": lambda page: page.keyboard.press("Tab"),
    "is led to a part of the page": lambda page: page.evaluate("location.hash = '#balance'"),
}


@pytest.mark.parametrize("move", MOVES)
def test_the_charts_come_alive_when_the_reader(site: Site, page: Page, move: str) -> None:
    page.goto(site.url)
    page.wait_for_selector("html.live")
    expect(page.locator("#page .still")).to_have_count(5)
    assert page.evaluate("typeof window.Plotly.newPlot") == "undefined"
    assert [one.is_visible() for one in page.locator(".still").all()] == [True] * 5
    MOVES[move](page)
    drawn(page)
    assert [one.is_visible() for one in page.locator(".still").all()] == [False] * 5


def test_who_moves_before_the_scripts_have_come_has_live_charts_without_another_move(site: Site, page: Page) -> None:
    held = held_scripts(page)
    page.goto(site.url, wait_until="commit")
    expect(page.locator("#first .still")).to_have_count(5)
    page.wait_for_function("() => window.Plotly")
    page.mouse.move(300, 300)
    page.wait_for_function("() => window.Plotly.newPlot")
    held[0].continue_()
    page.wait_for_selector("html.live")
    drawn(page)
    page.unroute("**/dash_core_components.*")


def test_charts_that_nobody_moved_near_are_printed(site: Site, page: Page) -> None:
    page.goto(site.url)
    page.wait_for_selector("html.live")
    page.emulate_media(media="print")
    expect(page.locator("#page .still")).to_have_count(5)
    assert [one.is_visible() for one in page.locator(".still").all()] == [True] * 5
    assert page.evaluate("typeof window.Plotly.newPlot") == "undefined"


def test_new_data_draw_the_charts_anew_though_the_reader_did_not_move(site: Site, page: Page) -> None:
    page.goto(site.url)
    page.wait_for_selector("html.live")
    site.edit("level,34.5,USD bn,0.1,,,goods,to reach $34.5bn", "level,34.6,USD bn,0.1,,,goods,to reach $34.6bn")
    drawn(page)
    expect(page.get_by_role("heading", level=1)).to_contain_text("34.6")
    expect(page.locator("#levels .graph")).to_contain_text("34.6")
    site.edit("level,34.6,USD bn,0.1,,,goods,to reach $34.6bn", "level,34.5,USD bn,0.1,,,goods,to reach $34.5bn")


def test_plotly_that_could_not_be_had_is_asked_for_again_at_the_next_move(site: Site, browser: Browser) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.route("**/plotly.min.js*", lambda route: route.abort())
    page.goto(site.url)
    page.wait_for_selector("html.live")
    with page.expect_event("requestfailed"):
        page.keyboard.press("Shift")
    page.unroute("**/plotly.min.js*")
    page.keyboard.press("Shift")
    drawn(page)
    context.close()
