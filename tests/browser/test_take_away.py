"""Charts leave the page as pictures and rows that still say what they are and whose."""

from __future__ import annotations

import csv
import json
import re
import struct
import zlib
from collections import Counter
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import StringIO
from pathlib import Path
from threading import Thread
from urllib.parse import quote

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import Site, visit
from tests.browser.menu import picture, saved

SIGNATURE = b"\x89PNG\r\n\x1a\n"
NAME = "levels-rus-blr-2022-01_2022-10-mfa-2023-01-en"
SOURCE = "Ministry of Foreign Affairs of Russia, January 2023"


def pixels(png: bytes) -> tuple[int, int, Counter[bytes]]:
    """Return width, height and how often each colour stands in a PNG of four bytes a pixel."""
    assert png[:8] == SIGNATURE
    width, height, depth, colours = struct.unpack(">IIBB", png[16:26])
    assert (depth, colours) == (8, 6)
    at, packed = 8, b""
    while at < len(png):
        length, kind = struct.unpack(">I4s", png[at : at + 8])
        packed += png[at + 8 : at + 8 + length] if kind == b"IDAT" else b""
        at += length + 12
    lines, above, count = zlib.decompress(packed), bytes(width * 4), Counter[bytes]()
    for row in range(height):
        begin = row * (width * 4 + 1)
        above = unfiltered(lines[begin], lines[begin + 1 : begin + 1 + width * 4], above)
        count.update(above[pixel : pixel + 4] for pixel in range(0, len(above), 4))
    return width, height, count


def unfiltered(how: int, line: bytes, above: bytes) -> bytes:
    out = bytearray(line)
    for i, byte in enumerate(line):
        left, up, corner = (out[i - 4], above[i], above[i - 4]) if i >= 4 else (0, above[i], 0)
        guess = left + up - corner
        nearest = min((left, up, corner), key=lambda one: abs(guess - one))
        out[i] = (byte + (0, left, up, (left + up) // 2, nearest)[how]) & 255
    return bytes(out)


def test_a_png_has_its_size_and_is_not_blank(site: Site, page: Page, tmp_path: Path) -> None:
    visit(page, site.url)
    path = saved(page, "balance", "PNG, 1×", tmp_path)
    assert path.name == "balance-rus-blr-2022-01_2022-10-mfa-2023-01-en-wide.png"
    width, height, colours = pixels(path.read_bytes())
    assert width == 1200
    assert height > 200
    assert len(colours) > 20
    assert 0.5 < colours[b"\xff\xff\xff\xff"] / (width * height) < 0.99


def test_a_png_can_be_four_times_as_large(site: Site, page: Page, tmp_path: Path) -> None:
    visit(page, site.url)
    path = saved(page, "levels", "PNG, 4×", tmp_path)
    assert path.name == f"{NAME}-wide@4x.png"
    assert struct.unpack(">I", path.read_bytes()[16:20]) == (4800,)


def test_the_same_picture_is_the_same_file(site: Site, page: Page, tmp_path: Path) -> None:
    made = []
    for _ in range(2):
        visit(page, f"{site.url}/?lang=ru")
        made.append([picture(page, "growth", tmp_path, form=form).read_bytes() for form in ("png", "svg")])
    assert made[0] == made[1]


def test_an_svg_says_its_title_its_sentence_and_its_source(site: Site, page: Page, tmp_path: Path) -> None:
    visit(page, site.url)
    path = saved(page, "levels", "SVG", tmp_path)
    assert path.name == f"{NAME}-wide.svg"
    text = path.read_text("utf-8")
    for part in ("How much was traded", "Turnover in January–October 2022", SOURCE, "@font-face"):
        assert part in text.replace("\xa0", " ")


def test_a_picture_in_russian_carries_cyrillic_letters(site: Site, page: Page, tmp_path: Path) -> None:
    visit(page, f"{site.url}/?lang=ru")
    text = saved(page, "levels", "SVG", tmp_path).read_text("utf-8")
    assert "Товарооборот" in text
    assert "U+0400-04FF" in text


def test_the_rows_of_a_chart_are_a_csv_file_that_spreadsheets_read(site: Site, page: Page, tmp_path: Path) -> None:
    visit(page, site.url)
    path = saved(page, "levels", "CSV", tmp_path)
    assert path.name == f"{NAME}.csv"
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(StringIO(path.read_text("utf-8-sig"))))
    turnover = next(row for row in rows if row[:2] == ["Turnover", "2022-01/2022-10"])
    assert [float(cell) for cell in turnover[2:5]] == [34.5, 34.45, 34.55]
    assert SOURCE in rows[-2][0].replace("\xa0", " ")


def chunks(png: bytes) -> dict[str, bytes]:
    """Return the chunks of a PNG that stand before its picture, texts by their keyword; checksums must hold."""
    found, at = dict[str, bytes](), 8
    while at < len(png):
        length, kind = struct.unpack(">I4s", png[at : at + 8])
        content = png[at + 8 : at + 8 + length]
        assert zlib.crc32(kind + content) == struct.unpack(">I", png[at + 8 + length : at + 12 + length])[0]
        key, _, text = content.partition(b"\0\0\0\0\0")
        found[key.decode() if kind == b"iTXt" else kind.decode()] = text if kind == b"iTXt" else content
        at += length + 12
    return found


def test_a_png_has_its_shape_its_density_and_what_it_is_made_of(site: Site, page: Page, tmp_path: Path) -> None:
    visit(page, f"{site.url}/?lang=ru&theme=dark")
    page.locator("#levels details.download summary").click()
    for shape, size in (("wide", 16 / 9), ("square", 1), ("portrait", 4 / 5)):
        page.locator("#shape-levels").select_option(shape)
        png = saved(page, "levels", "PNG, 2×", tmp_path).read_bytes()
        width, height = struct.unpack(">II", png[16:24])
        assert abs(width / height - size) < 0.01
    said = chunks(png)
    assert struct.unpack(">IIB", said["pHYs"]) == (7559, 7559, 1)
    about = json.loads(said["trade-dashboard"])
    assert about["address"] == f"{site.url}/?lang=ru#levels"
    assert "МИД России" in said["Source"].decode()
    row = next(row for row in about["rows"] if "|turnover|level|2022-01/2022-10|" in row["key"])
    assert row["key"] == "mfa-2023-01|RUS|BLR|goods|TOTAL|USD|turnover|level|2022-01/2022-10||USD bn|"
    assert row["name"].startswith("товарооборот, ")
    assert row["value"].replace("\xa0", " ") == "34,5 млрд долл. США"


@pytest.fixture
def elsewhere(tmp_path: Path) -> Iterator[str]:
    """Another server, whose one page shows what its query names in a frame."""
    (tmp_path / "frame.js").write_text(
        "const f = document.createElement('iframe'); f.src = decodeURIComponent(location.search.slice(1));"
        "document.body.append(f);"
    )
    (tmp_path / "icon.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>")
    head = "<!DOCTYPE html><link rel=icon href=icon.svg><body>"
    (tmp_path / "page.html").write_text(f"{head}<script src=frame.js></script>")
    handler = partial(SimpleHTTPRequestHandler, directory=str(tmp_path))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/page.html"
        server.shutdown()


def test_a_frame_shows_the_chart_on_a_page_elsewhere_until_its_data_change(
    site: Site, elsewhere: str, page: Page
) -> None:
    version = page.request.get(f"{site.url}/pictures/levels.json").json()["about"]["data"]
    inside = page.frame_locator("iframe")
    for query in ("", f"?data={version}"):
        page.goto(f"{elsewhere}?{quote(f'{site.url}/embed/levels{query}', safe='')}")
        expect(inside.locator("h1")).to_have_text("How much was traded")
        expect(inside.locator("#frame .main-svg").first).to_be_visible()
    page.goto(f"{elsewhere}?{quote(f'{site.url}/embed/levels?data=0123456789ab', safe='')}")
    expect(inside.locator("body")).to_contain_text("They have changed since")
    expect(inside.locator("#frame")).to_have_count(0)


@pytest.mark.parametrize("chart", ["levels", "record"])
def test_a_frame_is_as_high_as_its_code_says_on_a_phone_too(site: Site, page: Page, chart: str) -> None:
    room = page.request.get(f"{site.url}/pictures/{chart}.json?lang=ru").json()["frame"]
    page.set_viewport_size({"width": 340, "height": room})
    page.goto(f"{site.url}/embed/{chart}?lang=ru")
    expect(page.locator("#frame .main-svg").first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollHeight") == room
    assert page.evaluate("document.querySelector('main').getBoundingClientRect().bottom") > 0.85 * room


def test_only_frames_may_be_shown_elsewhere(site: Site, page: Page) -> None:
    policies = [page.request.get(f"{site.url}{at}").headers["content-security-policy"] for at in ("/", "/embed/levels")]
    assert ["frame-ancestors *" in policy for policy in policies] == [False, True]


DROP = """([name, bytes]) => {
  const dataTransfer = new DataTransfer();
  dataTransfer.items.add(new File([Uint8Array.from(bytes)], name));
  document.querySelector("h1").dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
}"""


def reopened(page: Page, path: Path) -> Locator:
    with page.expect_file_chooser() as waiting:
        page.locator("button.reopen").press("Enter")
    waiting.value.set_files(path)
    return page.locator("#since")


def test_a_picture_opens_its_view_and_says_what_changed_since(site: Site, page: Page, tmp_path: Path) -> None:
    visit(page, f"{site.url}/?unit=mn")
    png, svg = (saved(page, "levels", kind, tmp_path) for kind in ("PNG, 1×", "SVG"))
    visit(page, f"{site.url}/data")
    expect(reopened(page, png)).to_contain_text("The data are the same today.")
    expect(page).to_have_url(f"{site.url}/?unit=mn#levels")
    expect(page.locator("h1")).to_contain_text("turnover rose")
    rows = "exports,2022-01/2022-10,level,17.{},"
    site.edit(rows.format(2), rows.format(3))
    page.evaluate(DROP, [svg.name, list(svg.read_bytes())])
    since = page.locator("#since li")
    expect(since).to_have_count(1)
    expect(since).to_have_text(re.compile("exports, level, January–October 2022, .*then USD.17.2.bn, now USD.17.3.bn"))
    site.edit(rows.format(3), rows.format(2))
    expect(page.locator(".card.exports .stands-for")).to_contain_text("17,150")
    page.locator("#since button").click()
    expect(page.locator("#since")).to_be_empty()
    earlier = tmp_path / "earlier.svg"
    earlier.write_text(re.sub('"data":"[0-9a-f]+","form":2', '"data":"0","form":1', svg.read_text("utf-8")), "utf-8")
    expect(reopened(page, earlier)).to_contain_text("An earlier version of this page saved the picture")
    (tmp_path / "other.png").write_bytes(SIGNATURE)
    expect(reopened(page, tmp_path / "other.png")).to_have_text("This file is no picture saved from this page.")


def clipboard(page: Page) -> str:
    """Return what is copied, once something is."""
    for _ in range(100):
        if text := str(page.evaluate("navigator.clipboard.readText()")):
            return text
        page.wait_for_timeout(100)
    return ""


def test_link_and_code_are_copied(site: Site, page: Page) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    visit(page, f"{site.url}/?as-of=2023-01")
    menu = page.locator("#levels details.download")
    menu.locator("summary").click()
    version = page.request.get(f"{site.url}/health").json()["data"]
    copied = []
    for button in ("Copy link", "Copy code of a frozen frame"):
        page.evaluate("navigator.clipboard.writeText('')")
        menu.get_by_text(button, exact=True).click()
        copied.append(clipboard(page))
    expect(menu.locator(".copied")).to_have_text("Copied")
    frame = f"{site.url}/embed/levels?as-of=2023-01&amp;data={version}"
    assert copied[0] == f"{site.url}/?as-of=2023-01#levels"
    assert copied[1].startswith(f'<iframe src="{frame}" title="How much was traded" width="100%" height="')


def test_the_last_line_of_a_picture_says_the_date_of_its_address(site: Site, page: Page) -> None:
    known = page.request.get(f"{site.url}/pictures/record.json?as-of=2017").json()
    assert "known by 2017; data" in known["figure"]["layout"]["annotations"][-1]["text"].replace("\xa0", " ")
    assert {row["key"].partition("|")[0] for row in known["about"]["rows"]} == {
        "belstat-2012",
        "blr-mfa-2014",
        "belstat-2017-02",
    }
