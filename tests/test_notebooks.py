"""The notebooks run from top to bottom, define nothing, and are stored as they were written: without output."""

from __future__ import annotations

import ast
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

ROOT = Path(__file__).parent.parent
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))
SECONDS = 240


def load(path: Path) -> nbformat.NotebookNode:
    found: nbformat.NotebookNode = nbformat.read(path, as_version=4)  # type: ignore[no-untyped-call] # has no types
    return found


def printed(notebook: nbformat.NotebookNode) -> str:
    outputs = (output for cell in notebook.cells for output in cell.get("outputs", []))
    return "\n".join(str(output.get("text") or output.get("data", {}).get("text/plain", "")) for output in outputs)


def test_there_are_notebooks_for_reading_and_for_proving() -> None:
    assert [path.name for path in NOTEBOOKS][:2] == ["01-read-the-data.ipynb", "02-prove-a-bound.ipynb"]


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_is_stored_without_output(path: Path) -> None:
    notebook = load(path)
    nbformat.validate(notebook)
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    assert {(len(cell.outputs), cell.execution_count) for cell in code} == {(0, None)}


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_defines_nothing(path: Path) -> None:
    defining = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef | ast.Lambda
    text = "\n".join(cell.source for cell in load(path).cells if cell.cell_type == "code")
    assert [node.lineno for node in ast.walk(ast.parse(text)) if isinstance(node, defining)] == []


EXPECTED = {
    "01-read-the-data": (
        "85 reported numbers from 24 sources",
        "Interval(low=Fraction(343, 20), high=Fraction(69, 4))",
        "turnover rose by 10.1% to USD 34.5 bn: exports fell by 8.4%",
        "Balance in January–October 2022: USD −0.2 to 0.0 bn, derived from lines 6 and 8.",
    ),
    "02-prove-a-bound": (
        "7645200/1212751 = 6.3040",
        "by lines (5, 6, 8, 9)",
        "Added up: balance in January–October 2021 ≤ USD 6.3040 bn",
        "contradiction",
        "Drop line 4, and the rest can all be true.",
    ),
    "03-add-a-period": (
        "turnover 2022 level 43.4 USD bn step 0.1",
        "refused, not understood: skyrocketed; leave it out if it changes nothing",
        "+mfa-2023-01,RUS,BLR,turnover,2022,level,43.4,USD bn,0.1",
        "mfa-2023-01 consistent -> contradiction",
        "86 rows",
        "85 rows again",
    ),
}


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_runs(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    notebook = load(path)
    NotebookClient(notebook, timeout=SECONDS, resources={"metadata": {"path": str(path.parent)}}).execute()
    out = printed(notebook)
    assert [text for text in EXPECTED.get(path.stem, ()) if text not in out] == []
