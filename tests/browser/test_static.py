"""An open page has the very elements of the first answer, though it is made of one component for many of them."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Site, visit

TOLD = """async () => {
  const answer = await (await fetch(location.href)).text();
  const first = new DOMParser().parseFromString(answer, "text/html").getElementById("first");
  const told = (home) => [...home.querySelectorAll("*")]
    .filter((one) => !one.closest(".still, .graph") && !one.matches(":has(> input)[class*=dash-]"))
    .map((one) => {
      const names = one.matches("input") ? ["id", "name", "type"] : one.getAttributeNames().sort();
      const kept = names.filter((name) => !["style", "selected"].includes(name));
      const own = [...one.childNodes].map((part) => (part.nodeType === Node.TEXT_NODE ? part.data : "")).join("");
      return [one.tagName, one.style.cssText, one.selected, kept.map((name) => [name, one.getAttribute(name)]), own];
    });
  return [told(document.getElementById("page")), told(first)];
}"""
"""Returns what each element of the open page is, and of the first answer; charts and the insides of fields apart."""

ADDRESSES = (
    "/",
    "/?lang=be&theme=dark&unit=mn&claim=4",
    "/consistency?source=rus-government-2023-03&lang=ru&line=63&value=12",
    "/record?side=BLR",
    "/data?as-of=2022",
    "/sources?lang=ru",
)


@pytest.mark.parametrize("address", ADDRESSES)
def test_an_open_page_has_the_elements_of_the_first_answer(site: Site, page: Page, address: str) -> None:
    visit(page, site.url + address)
    live, first = page.evaluate(TOLD)
    assert len(live) > 100
    assert live == first


def test_another_page_begins_folded_and_unfilled(site: Site, page: Page) -> None:
    visit(page, f"{site.url}/consistency")
    page.locator("#page #consistency summary").first.click()
    page.locator("#page #what-if-row").select_option("4")
    page.locator("#page #choose-source").select_option("rus-government-2023-03")
    page.wait_for_selector("#page .conflicts")
    assert page.locator("#page #what-if-row").input_value() != "4"
    page.locator("#page nav.pages a").first.click()
    page.wait_for_selector("main.overview")
    assert page.locator("#page details[open]").count() == 0
