from __future__ import annotations

import re
from pathlib import Path

import pytest

from dashboard import frames
from dashboard.frames import shown

DATA = Path(__file__).parents[1] / "data"


def test_pandas_gets_every_table_of_a_folder() -> None:
    rows, derived, checks, published = (
        make(DATA) for make in (frames.observations, frames.metrics, frames.findings, frames.sources)
    )
    assert (len(rows), rows["value"].tolist()[2], rows["verdict"].tolist()[2]) == (85, 34.5, "consistent")
    balance = derived[(derived["source"] == "mfa-2023-01") & (derived["flow"] == "balance")].iloc[0]
    assert (balance["low"], balance["high"], balance["origin"]) == (-0.2, 0.0, "derived")
    assert (checks["verdict"].tolist()[0], len(published)) == ("contradiction", 24)


def test_a_table_in_a_notebook_has_signs_and_texts_that_stay_texts() -> None:
    table = frames.sources(DATA).head(2).assign(title="<b>&", verdict=["consistent", "undecided, contradiction"])
    drawn = shown(table).to_html()
    cells = re.findall(r"<td[^>]*>([^<]*)</td>", drawn)
    assert {"✓ consistent", "? undecided, ✕ contradiction", "&lt;b&gt;&amp;"} <= set(cells)
    assert "mfa-2023-01" in cells
    assert "nan" not in drawn.lower().replace("finance", "")


@pytest.mark.parametrize("name", ["observations", "metrics", "findings", "sources"])
def test_every_column_is_documented(name: str) -> None:
    documented = (frames.__doc__ or "").split()
    assert set(getattr(frames, name)(DATA).columns) - set(documented) == set()
