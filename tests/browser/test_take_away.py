"""Charts leave the page as pictures and rows that still say what they are and whose."""

from __future__ import annotations

import csv
import struct
import zlib
from collections import Counter
from io import StringIO
from pathlib import Path

from playwright.sync_api import Download, Page

from tests.browser.conftest import Site, visit

SIGNATURE = b"\x89PNG\r\n\x1a\n"
NAME = "levels-rus-blr-2022-01_2022-10-mfa-2023-01-en"
SOURCE = "Ministry of Foreign Affairs of Russia, January 2023"


def saved(page: Page, chart: str, button: str, folder: Path) -> Path:
    menu = page.locator(f"#{chart} details.download")
    menu.locator("summary").click()
    with page.expect_download() as waiting:
        menu.get_by_text(button, exact=True).click()
    return kept(waiting.value, folder)


def kept(download: Download, folder: Path) -> Path:
    path = folder / download.suggested_filename
    download.save_as(path)
    return path


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
    assert path.name == "balance-rus-blr-2022-01_2022-10-mfa-2023-01-en.png"
    width, height, colours = pixels(path.read_bytes())
    assert width == 1000
    assert height > 200
    assert len(colours) > 20
    assert 0.5 < colours[b"\xff\xff\xff\xff"] / (width * height) < 0.99


def test_a_png_can_be_four_times_as_large(site: Site, page: Page, tmp_path: Path) -> None:
    visit(page, site.url)
    path = saved(page, "levels", "PNG, 4×", tmp_path)
    assert path.name == f"{NAME}@4x.png"
    assert struct.unpack(">I", path.read_bytes()[16:20]) == (4000,)


def test_an_svg_says_its_title_its_sentence_and_its_source(site: Site, page: Page, tmp_path: Path) -> None:
    visit(page, site.url)
    path = saved(page, "levels", "SVG", tmp_path)
    assert path.name == f"{NAME}.svg"
    text = path.read_text("utf-8")
    for part in ("Amounts, like beside like", "Turnover in January–October 2022", SOURCE, "@font-face"):
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
