"""What the pages of documentation point to is there, and every picture is shown by one of them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("d*/**/*.md"), *ROOT.glob("tests/**/*.md")])

LINK = re.compile(r"\]\((?!https?:)([^)#]+)")
PATH = re.compile(r"`((?:benchmarks|dashboard|data|docs|notebooks|tests|tools)/[\w./-]*)`")
"""A file or folder of the checkout, as the text of a page names it."""


def named(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_the_links_of_a_page_lead_somewhere(page: Path) -> None:
    assert [target for target in LINK.findall(page.read_text("utf-8")) if not (page.parent / target).exists()] == []


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_the_files_that_a_page_names_are_there(page: Path) -> None:
    assert [path for path in PATH.findall(page.read_text("utf-8")) if not (ROOT / path).exists()] == []


def test_at_most_eight_pictures_are_kept_each_of_them_shown_by_a_page() -> None:
    shown = {page.parent / target for page in PAGES for target in LINK.findall(page.read_text("utf-8"))}
    kept = set((ROOT / "docs" / "pictures").iterdir())
    assert len(kept) <= 8
    assert kept <= shown


def test_the_index_of_decisions_lists_each_record() -> None:
    folder = ROOT / "docs" / "decisions"
    linked = LINK.findall((folder / "README.md").read_text("utf-8"))
    assert sorted([*linked, "README.md"]) == sorted(path.name for path in folder.iterdir())
