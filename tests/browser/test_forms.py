"""Rows added in the page: seen before they are written, by two people at once, with the keyboard alone, in Russian."""

from __future__ import annotations

import csv
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from openpyxl import Workbook
from playwright.sync_api import Page, expect

from tests.browser.conftest import FILES, ROOT, Opened, Site, visit
from tests.browser.test_access import AXE, VIOLATIONS

STATEMENT = "Turnover reached $30bn in 2022"
SOURCE = "mfa-2023-01"


@pytest.fixture(scope="module")
def edited(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A server that writes."""
    folder = tmp_path_factory.mktemp("edited")
    for file in FILES:
        shutil.copy(ROOT / "data" / file, folder)
    program = [sys.executable, "-m", "dashboard", "serve"]
    command = [*program, "--data", str(folder), "--port", "0", "--no-browser", "--edit"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout is not None
        found = re.search(r"http://[\d.:]+", server.stdout.readline())
        assert found is not None
        yield Site(found[0], folder)
        server.terminate()
        assert server.wait(timeout=10) == 0


def fill(page: Page, address: str, statement: str = STATEMENT, source: str = SOURCE) -> None:
    page.goto(address)
    page.locator("#source").fill(source)
    page.locator("#text").fill(statement)
    page.locator("#text").press("Tab")


def test_a_row_is_seen_written_shown_in_the_open_page_and_undone(edited: Site, page: Page) -> None:
    before = edited.observations.read_bytes()
    visit(page, f"{edited.url}/data")
    other = page.context.new_page()
    fill(other, f"{edited.url}/edit")
    other.get_by_role("button", name="Show what would change").click()
    expect(other.locator("#preview")).to_contain_text("contradiction", timeout=20_000)
    assert edited.observations.read_bytes() == before
    other.get_by_role("button", name="Write to the files").click()
    expect(other.get_by_role("alert")).to_contain_text("Written: observations.csv", timeout=20_000)
    expect(page.locator("table").first).to_contain_text("$30bn", timeout=10_000)
    other.get_by_role("button", name="Undo").click()
    expect(other.get_by_role("alert")).to_contain_text("Undone", timeout=20_000)
    other.close()
    assert edited.observations.read_bytes() == before


def test_the_second_of_two_people_is_told(edited: Site, opened: Opened) -> None:
    first, second = opened.page, opened.page.context.new_page()
    for page, statement in ((first, STATEMENT), (second, "Exports reached $15bn in 2022")):
        fill(page, f"{edited.url}/edit", statement)
        page.get_by_role("button", name="Show what would change").click()
    first.get_by_role("button", name="Write to the files").click()
    second.get_by_role("button", name="Write to the files").click()
    expect(second.get_by_role("alert")).to_contain_text("Somebody changed the files after you looked", timeout=20_000)
    second.get_by_role("button", name="Write to the files").click()
    expect(second.get_by_role("alert")).to_contain_text("Written", timeout=20_000)
    first.get_by_role("button", name="Undo").click()
    expect(first.get_by_role("alert")).to_contain_text("Somebody changed the files", timeout=20_000)
    text = edited.observations.read_text("utf-8")
    assert "$30bn" in text
    assert "$15bn" in text
    second.get_by_role("button", name="Undo").click()
    expect(second.get_by_role("alert")).to_contain_text("Undone", timeout=20_000)
    second.close()
    opened.complaints.clear()


def test_the_keyboard_alone_adds_a_row_in_russian(edited: Site, page: Page) -> None:
    visit(page, f"{edited.url}/data?lang=ru")
    page.get_by_role("link", name="Добавить строки или проверить файл").press("Enter")
    page.wait_for_url(f"{edited.url}/edit?lang=ru")
    page.locator("#source").focus()
    page.keyboard.type(SOURCE)
    page.keyboard.press("Tab")
    page.keyboard.type("Импорт вырос до 18 млрд долларов в 2022 году")
    for _ in range(3):
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("#preview h2")).to_be_focused()
    assert page.evaluate("document.documentElement.lang") == "ru"
    expect(page.locator("#preview")).to_contain_text(
        "+mfa-2023-01,RUS,BLR,imports,2022,level,18,USD bn,1", timeout=20_000
    )
    page.evaluate(AXE)
    assert page.evaluate(VIOLATIONS) == []


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_file_is_tried_on_a_server_that_never_writes(site: Site, page: Page, theme: str, tmp_path: Path) -> None:
    text = site.observations.read_text("utf-8").replace(",level,34.5,", ",level,35.5,")
    (tmp_path / "mine.csv").write_text(text, "utf-8")
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{site.url}/edit?theme={theme}")
    page.locator("#file").set_input_files(tmp_path / "mine.csv")
    page.get_by_role("button", name="Show what it says").click()
    expect(page.locator("#tried tr", has_text=SOURCE)).to_contain_text("contradiction", timeout=20_000)
    page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
    page.evaluate(AXE)
    assert page.evaluate(VIOLATIONS) == []
    assert page.evaluate("document.documentElement.scrollWidth") == 390


def test_a_dropped_workbook_and_a_pasted_table_are_previewed_in_their_tab_alone(
    site: Site, page: Page, tmp_path: Path
) -> None:
    before = {path.name: path.read_bytes() for path in site.folder.iterdir()}
    text = site.observations.read_text("utf-8").replace(",level,34.5,", ",level,35.5,")
    book = Workbook()
    assert book.active is not None
    for row in csv.reader(text.splitlines()):
        book.active.append(row)
    book.save(tmp_path / "mine.xlsx")
    visit(page, site.url)
    other = page.context.new_page()
    other.goto(f"{site.url}/edit")
    drop(other, "#file", tmp_path / "mine.xlsx")
    other.get_by_role("button", name="Show what it says").click()
    expect(other.locator("#tried .come")).to_contain_text("turnover,2022-01/2022-10,level,35.5", timeout=20_000)
    expect(other.locator("#tried")).to_contain_text("How much was traded new marks: 0; changed: 2")
    other.locator("#table").focus()
    other.keyboard.insert_text(text.replace("2022-10,level,35.5,", "2022-10,level,36.5,"))
    other.get_by_role("button", name="Show what it says").click()
    expect(other.locator("#tried .come")).to_contain_text("36.5", timeout=20_000)
    other.close()
    expect(page.locator(".card.turnover .number")).to_have_text("34.5")
    assert {path.name: path.read_bytes() for path in site.folder.iterdir()} == before


def drop(page: Page, place: str, file: Path) -> None:
    """Drop a file as it comes from the desktop."""
    box = page.locator(place).bounding_box()
    assert box is not None
    at = {"x": box["x"] + box["width"] / 2, "y": box["y"] + box["height"] / 2}
    session = page.context.new_cdp_session(page)
    for kind in ("dragEnter", "dragOver", "drop"):
        data = {"items": [], "files": [str(file)], "dragOperationsMask": 1}
        session.send("Input.dispatchDragEvent", {"type": kind, "data": data} | at)


def test_a_file_far_too_large_is_answered_and_no_broken_line(site: Site, opened: Opened, tmp_path: Path) -> None:
    (tmp_path / "large.csv").write_bytes(b"x" * 20_000_000)
    opened.page.goto(f"{site.url}/edit")
    opened.page.locator("#file").set_input_files(tmp_path / "large.csv")
    opened.page.get_by_role("button", name="Show what it says").click()
    expect(opened.page.get_by_role("alert")).to_contain_text("more than 5 MB", timeout=20_000)
    opened.complaints.clear()


def test_a_quote_is_checked_and_its_answer_is_a_link(site: Site, page: Page) -> None:
    visit(page, f"{site.url}/consistency")
    page.get_by_label("A statement in English or Russian").fill("Turnover was $35.5bn in January-October 2022")
    page.get_by_label("A statement in English or Russian").press("Enter")
    expect(page.locator(".quoted li").first).to_contain_text("contradicts, by USD 0.9 bn", timeout=20_000)
    address = page.url
    visit(page, address)
    expect(page.locator(".quoted li").first).to_contain_text("as counted by Russia", timeout=20_000)
