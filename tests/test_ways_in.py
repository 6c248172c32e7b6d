"""The ways in keep what they promise: their names, their examples, and that they load no more than they need."""

from __future__ import annotations

import ast
import doctest
import json
import re
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent

DATA = (
    "Block DashboardError Dataset DatasetError Flow Interval Measure Observation PartialDate Period Phrase PhraseError "
    "Preview Problem Qualifier Source StoreError contents find known_by load preview read read_phrase rows_of save "
    "undo version"
)
METRICS = (
    "Bounds Finding Language Measure Metric Model Proof Quantity QuestionError Review Role Sentences Side SolverError "
    "Verdict View Words compare draw headline in_words judge look review what_if"
)
PROMISED = {
    "dashboard.dataset": DATA.split(),
    "dashboard.metrics": METRICS.split(),
    "dashboard.frames": ["findings", "metrics", "observations", "shown", "sources"],
    "dashboard.app": ["Application", "Store", "create"],
}
"""What other people's programs may import. A name that goes, or means something else, breaks them."""

WRITINGS = [ROOT / "README.md", *sorted((ROOT / "notebooks").glob("*.ipynb"))]


def code(writing: Path) -> str:
    """Return the Python of a notebook, or of the examples of a text."""
    text = writing.read_text("utf-8")
    if writing.suffix == ".ipynb":
        cells = json.loads(text)["cells"]
        return "\n".join("".join(cell["source"]) for cell in cells if cell["cell_type"] == "code")
    return "\n".join(re.findall(r"^(?:>>>|\.\.\.) (.*)$", text, re.MULTILINE))


@pytest.mark.parametrize("name", PROMISED)
def test_a_way_in_has_the_names_that_it_promises(name: str) -> None:
    module = import_module(name)
    assert sorted(module.__all__) == PROMISED[name]
    assert [promised for promised in module.__all__ if not getattr(module, promised).__doc__] == []


@pytest.mark.parametrize("name", ["dashboard.dataset", "dashboard.metrics", "dashboard.app"])
def test_the_example_of_a_way_in_does_what_it_says(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    failed, tried = doctest.testmod(import_module(name))
    assert failed == 0
    assert tried > 1


@pytest.mark.parametrize("writing", WRITINGS, ids=lambda path: path.name)
def test_readme_and_notebooks_come_by_the_ways_in(writing: Path) -> None:
    tree = ast.parse(code(writing))
    imported = [node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
    ours = [
        (str(node.module), alias.name) for node in imported for alias in node.names if "dashboard" in str(node.module)
    ]
    assert ours
    assert [(module, name) for module, name in ours if name not in PROMISED.get(module, [])] == []


@pytest.mark.parametrize(
    ("name", "spared"),
    [("dataset", "babel dash highspy numpy openpyxl pandas"), ("metrics", "dash highspy numpy openpyxl pandas")],
)
def test_a_way_in_loads_no_library_that_it_can_do_without(name: str, spared: str) -> None:
    look = f"import sys, dashboard.{name}; print(*{{*{spared.split()}}} & {{*sys.modules}})"
    done = subprocess.run([sys.executable, "-c", look], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""
