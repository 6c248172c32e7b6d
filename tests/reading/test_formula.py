"""What a spreadsheet could run is handed out as text."""

from __future__ import annotations

import pytest

from dashboard.reading.formula import harmless, harmless_file, unmarked


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1"])
def test_a_text_that_could_run_gets_an_apostrophe(text: str) -> None:
    assert harmless(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "mfa-2023-01", "a=b", "’=1", "2020;-3", "a;b=c"])
def test_any_other_text_is_as_it_was(text: str) -> None:
    assert harmless(text) == text


@pytest.mark.parametrize(("text", "safe"), [("5;=1+1", "5;'=1+1"), ("5\n@A1", "5\n'@A1"), ('5;"+cmd|x', "5;\"'+cmd|x")])
def test_where_a_spreadsheet_could_split_a_text_its_parts_cannot_run_either(text: str, safe: str) -> None:
    assert harmless(text) == safe
    assert unmarked(safe) == text


def test_a_file_without_formulas_stays_as_it_is_to_the_last_byte() -> None:
    for data in (b"a,b\r\n-8.4,'x\n+1.5%,-\n", "a;b\n-1\u00a0234,5;я\n".encode("cp1251"), "a\n-1".encode("utf-16")):
        assert harmless_file(data) is data


def test_a_cell_of_a_file_that_could_run_gets_an_apostrophe_in_any_encoding() -> None:
    text, safe = 'я,"=1+1"\n-2+3,"x;@A1"\n=1,2\n', "я,\"'=1+1\"\n'-2+3,\"x;'@A1\"\n'=1,2\n"
    for coding in ("utf-8", "utf-8-sig", "utf-16", "cp1251"):
        assert harmless_file(text.encode(coding)) == safe.encode(coding)
