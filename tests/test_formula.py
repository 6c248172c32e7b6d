"""What a spreadsheet could run is handed out as text."""

from __future__ import annotations

import pytest

from dashboard.formula import harmless


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1"])
def test_a_text_that_could_run_gets_an_apostrophe(text: str) -> None:
    assert harmless(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "mfa-2023-01", "a=b", "’=1"])
def test_any_other_text_is_as_it_was(text: str) -> None:
    assert harmless(text) == text
