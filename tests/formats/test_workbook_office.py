"""The workbook in a real office program: it opens, calculates every formula anew, and prints."""

from __future__ import annotations

import re
import shutil
import subprocess
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from dashboard.formats.workbook import content
from dashboard.judging.review import Review
from dashboard.languages.language import Language
from dashboard.values.observation import Dataset

SOFFICE = shutil.which("soffice") or ""

pytestmark = pytest.mark.skipif(not SOFFICE, reason="LibreOffice is not installed: there is no soffice on the PATH")


def converted(book: Path, form: str, folder: Path) -> Path:
    own = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    into = folder / form
    command = [SOFFICE, own, "--headless", "--convert-to", form, "--outdir", str(into), str(book)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return into / f"{book.stem}.{form}"


def numbers(book: Workbook) -> dict[tuple[str, str], object]:
    return {
        (sheet.title, cell.coordinate): cell.value
        for sheet in book.worksheets
        for row in sheet.iter_rows()
        for cell in row
        if isinstance(cell.value, int | float) or str(cell.value).startswith(("#", "Err:"))
    }


def test_an_office_calculates_what_we_calculated_and_follows_a_change(
    shipped_data: Dataset, shipped: Review, tmp_path: Path
) -> None:
    ours = content(shipped_data, shipped, Language.EN)
    changed, stored = load_workbook(BytesIO(ours)), load_workbook(BytesIO(ours), data_only=True)
    changed["Reported"]["K6"].value = 17.0
    changed.save(tmp_path / "trade.xlsx")  # openpyxl keeps formulas without what they came to
    office = load_workbook(converted(tmp_path / "trade.xlsx", "xlsx", tmp_path), data_only=True)
    formulas = changed["Derived"]["J"]
    moved = {("Derived", cell.coordinate) for cell in formulas if re.search(r"\$K\$6\b", str(cell.value))}
    expected, found = numbers(stored), numbers(office)
    still = {place: value for place, value in expected.items() if place not in moved and place[0] == "Derived"}
    assert len(moved) == 15
    assert {place: found[place] for place in still} == pytest.approx(still, abs=1e-9)
    assert [office["Derived"][place].value for place in ("J5", "J17")] == pytest.approx([-0.3, 17.0 / 17.3 * 100])
    assert [office["About"][place].value for place in ("E20", "E22")] == pytest.approx([17.0, -0.3])
    assert converted(tmp_path / "trade.xlsx", "pdf", tmp_path).read_bytes().startswith(b"%PDF")
