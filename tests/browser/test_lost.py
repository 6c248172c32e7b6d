"""The line to the server breaks, or the server stops and starts again, under an open page."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.conftest import FILES, ROOT, visit
from tests.served import Served, served

SAID = {
    "en": "The server does not answer. Shown is what it said last; the page follows by itself as soon as it answers.",
    "ru": "Сервер не отвечает. Показано то, что он сообщил последним; страница обновится сама, как только он ответит.",
    "be": "Сервер не адказвае. Паказана тое, што ён паведаміў апошнім; старонка абновіцца сама, як толькі ён адкажа.",
}
IMPORTS = "imports,2022-01/2022-10,level,17.3,"
PATIENCE = 15_000


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for file in FILES:
        shutil.copy(ROOT / "data" / file, tmp_path)
    return tmp_path


def edit(folder: Path, value: str) -> None:
    rows = (ROOT / "data" / "observations.csv").read_text("utf-8")
    (folder / "observations.csv").write_text(rows.replace(IMPORTS, IMPORTS.replace("17.3", value)), "utf-8")


def opened(context: BrowserContext, server: Served, language: str) -> Page:
    page = context.new_page()
    visit(page, f"{server.url}/?lang={language}")
    return page


def shows(page: Page, value: str) -> None:
    printed = re.compile(value.replace(".", "[.,]"))
    expect(page.locator(".card.imports .number")).to_have_text(printed, timeout=PATIENCE)
    expect(page.locator(".lost")).to_have_text("")


def test_a_page_without_a_line_says_so_and_catches_up(folder: Path, browser: Browser) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844})
    with served(folder, "--workers", "1") as server:
        page = opened(context, server, "be")
        context.set_offline(True)
        expect(page.locator(".lost")).to_have_text(SAID["be"], timeout=PATIENCE)
        expect(page.locator(".lost")).to_be_in_viewport()
        edit(folder, "17.35")
        expect(page.locator(".card.imports .number")).to_have_text("17,3")
        context.set_offline(False)
        shows(page, "17.35")
    context.close()


def test_pages_of_a_server_that_is_started_anew_say_so_and_catch_up(folder: Path, browser: Browser) -> None:
    context = browser.new_context()
    with served(folder, "--workers", "1") as server:
        pages = {language: opened(context, server, language) for language in ("en", "ru")}
        pages["en"].get_by_text("Table", exact=True).first.click()
    for language, page in pages.items():
        expect(page.locator(".lost")).to_have_text(SAID[language], timeout=PATIENCE)
    pages["ru"].get_by_role("link", name="Источники").first.click()
    expect(pages["ru"].locator(".lost")).to_have_text(SAID["ru"])
    edit(folder, "17.35")
    with served(folder, "--workers", "1", port=server.port):
        shows(pages["en"], "17.35")
        expect(pages["ru"].get_by_role("heading", level=1)).to_have_text("Источники", timeout=PATIENCE)
        expect(pages["ru"].locator(".lost")).to_have_text("")
    context.close()
