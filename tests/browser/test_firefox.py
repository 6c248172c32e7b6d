"""The main path in another engine: the page opens with its charts, follows what is chosen, answers to the keyboard."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.browser.conftest import Site
from tests.browser.firefox import Firefox, firefox, found
from tests.browser.test_still import COMPARED

FIREFOX = found()
pytestmark = pytest.mark.skipif(FIREFOX is None, reason="there is no Firefox on the PATH, nor in FIREFOX")

DRAWN = """document.documentElement.classList.contains("live")
    && [...document.querySelectorAll(".graph")].every((graph) => graph.querySelector(".main-svg"))"""
RESTORED = """async () => {
  const first = new DOMParser().parseFromString(await (await fetch(location.href)).text(), "text/html");
  document.querySelector("#growth .picture").append(document.importNode(first.querySelector("#growth .still"), true));
}"""
"""Puts the still of a chart back into its place."""

HEADING = "document.querySelector('#page h1').textContent.replaceAll('\\u00a0', ' ')"
FOCUSED = "document.activeElement.id || document.activeElement.textContent"


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Firefox]:
    with firefox(str(FIREFOX), tmp_path_factory.mktemp("profile")) as started:
        started.resize(1440, 900)
        yield started


@pytest.fixture
def tab(running: Firefox) -> Iterator[Firefox]:
    """A tab that fails its test when the page complained of anything."""
    running.complaints.clear()
    yield running
    assert running.complaints == []


def visit(tab: Firefox, address: str) -> None:
    tab.goto(address)
    tab.press("Shift")
    tab.wait_for(DRAWN)


def test_the_page_opens_with_its_figures_and_charts(site: Site, tab: Firefox) -> None:
    visit(tab, site.url)
    assert "rose by 10.1% to USD 34.5 bn" in tab.evaluate(HEADING)
    assert tab.evaluate("document.querySelectorAll('#page .card').length") == 5
    assert tab.evaluate("document.querySelectorAll('.graph .main-svg .point path').length") > 10
    assert tab.evaluate("document.fonts.check('16px \"Source Sans 3\"')")


def test_the_charts_of_the_first_answer_are_those_that_plotly_draws(site: Site, tab: Firefox) -> None:
    visit(tab, site.url)
    assert tab.evaluate(f"({COMPARED})().then(JSON.stringify)") == "{}"
    bar = "getComputedStyle(document.querySelector('#growth .still rect')).fill"
    assert tab.evaluate(f"({RESTORED})().then(() => {bar})") == "rgb(47, 62, 70)"


@pytest.mark.parametrize("path", ["/consistency", "/record", "/data", "/sources"])
def test_every_page_is_shown_as_wide_as_a_phone(site: Site, tab: Firefox, path: str) -> None:
    tab.resize(390, 844)
    visit(tab, site.url + path)
    assert tab.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    tab.resize(1440, 900)


def test_language_and_source_are_chosen_and_taken_back(site: Site, tab: Firefox) -> None:
    visit(tab, site.url)
    tab.click("#page .languages a[lang=be]")
    tab.wait_for("document.documentElement.lang === 'be'")
    assert tab.evaluate(HEADING).startswith("У студзені–кастрычніку 2022")
    tab.evaluate("document.getElementById('choose-source').focus()")
    tab.press("End")
    tab.wait_for("location.search.includes('source=')")
    tab.history(-1)
    tab.wait_for("!location.search.includes('source=')")
    tab.history(-1)
    tab.wait_for("document.documentElement.lang === 'en'")
    assert tab.evaluate(HEADING).startswith("In January–October 2022")


def test_the_keyboard_opens_a_claim_card_and_closes_it(site: Site, tab: Firefox) -> None:
    visit(tab, site.url)
    for _ in range(40):
        tab.press("Tab")
        if tab.evaluate(FOCUSED) == "line 6":
            break
    tab.press("Enter")
    tab.wait_for("document.activeElement.id === 'claim'")
    assert "Stands for" in tab.evaluate("document.getElementById('claim').textContent")
    assert tab.evaluate("location.search") == "?claim=6"
    tab.press("Escape")
    tab.wait_for("document.getElementById('claim') === null")
    tab.wait_for(f"({FOCUSED}) === 'line 6'")


def test_a_click_on_a_mark_opens_its_claim_card(site: Site, tab: Firefox) -> None:
    visit(tab, site.url)
    tab.click("#levels .bars .point path")
    tab.wait_for("document.activeElement.id === 'claim'")
    assert "claim=level:turnover:2021-01/2021-10" in tab.evaluate("decodeURIComponent(location.search)")


def test_another_number_shows_what_breaks_and_the_link_opens_the_same_answer(site: Site, tab: Firefox) -> None:
    visit(tab, f"{site.url}/consistency")
    tab.evaluate("document.querySelector('.what-if select').focus()")
    tab.press("ArrowDown", "ArrowDown", "Tab", *"35,5", "Enter")
    answer = "document.querySelector('#page .what-if .answer')?.textContent"
    tab.wait_for(f"({answer} ?? '').includes('cannot all be true')")
    said, link = tab.evaluate(answer), tab.evaluate("location.href")
    assert link == f"{site.url}/consistency?line=4&value=35%2C5"
    tab.goto("about:blank")
    visit(tab, link)
    assert tab.evaluate(answer) == said
