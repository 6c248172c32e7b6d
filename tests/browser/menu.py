"""The menu under a chart, used as its reader uses it: what is saved from it lies in a folder afterwards."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Download, Locator, Page


def opened_menu(page: Page, chart: str) -> Locator:
    """Return the menu of a chart, folded out."""
    menu = page.locator(f"#{chart} details.download")
    if menu.get_attribute("open") is None:
        menu.locator("summary").click()
    return menu


def saved(page: Page, chart: str, button: str, folder: Path) -> Path:
    """Return the file that a button or a link of these words gives."""
    menu = opened_menu(page, chart)
    with page.expect_download() as waiting:
        menu.get_by_text(button, exact=True).click()
    return kept(waiting.value, folder)


def picture(page: Page, chart: str, folder: Path, *, form: str = "png", scale: int = 1, shape: str = "wide") -> Path:
    """Return a saved picture, whatever the language of the page."""
    menu = opened_menu(page, chart)
    page.locator(f"#shape-{chart}").select_option(shape)
    with page.expect_download() as waiting:
        menu.locator(f"button.save[data-format={form}][data-scale='{scale}']").click()
    return kept(waiting.value, folder)


def kept(download: Download, folder: Path) -> Path:
    path = folder / download.suggested_filename
    download.save_as(path)
    return path
