"""A new measure and a new hedge are one entry of their table and their texts: tried in a copy of the package."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from shutil import copytree, ignore_patterns

import pytest

import dashboard

pytestmark = pytest.mark.long

MEASURE = """    IMBALANCE = (
        "imbalance",
        Definition(unit=UnitKind.PERCENT, below=Operand(Flow.TURNOVER), flows=(Flow.BALANCE,), is_in_files=True),
    )
"""
HEDGE = """    JUST_OVER = (
        "just over",
        Hedge(binds=_UP, soft=Interval(_ZERO, 2 * _HALF), outer=Interval(_ZERO, _HALF + _OUTER), negated=None),
    )
"""
TEXTS = {
    "[terms.measures]\n": 'imbalance = "balance in turnover"\n',
    "[terms.metrics]\n": 'imbalance = "balance in turnover"\n',
    "[phrases.quantities]\n": 'imbalance = "balance in turnover in {period}"\n',
    "[terms.qualifiers]\n": '"just over" = "just over"\n',
    "[phrases.amount.hedged]\n": '"just over" = "just over {value}"\n',
}
ROWS = """\
source,reporter,partner,flow,period,measure,value,unit,step,qualifier
a,RUS,BLR,turnover,2022,level,40,USD bn,1,
a,RUS,BLR,balance,2022,imbalance,5,%,0.1,
a,RUS,BLR,balance,2022,level,2.0,USD bn,0.1,
a,RUS,BLR,imports,2022,level,18,USD bn,1,just over
"""


def changed(file: Path, entries: dict[str, str]) -> None:
    """Put each entry behind a text that the file has once."""
    text = file.read_text("utf-8")
    for before, entry in entries.items():
        assert text.count(before) == 1, before
        text = text.replace(before, before + entry)
    file.write_text(text, "utf-8")


@pytest.fixture(scope="module")
def said(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Return what the copy says of rows that have the new measure and the new hedge."""
    place = tmp_path_factory.mktemp("entries")
    package = place / "dashboard"
    copytree(Path(dashboard.__file__).parent, package, ignore=ignore_patterns("__pycache__"))
    changed(package / "values" / "measure.py", {"    definition: Definition\n\n": MEASURE})
    changed(package / "values" / "qualifier.py", {"    hedge: Hedge\n\n": HEDGE})
    changed(package / "languages" / "en.toml", TEXTS)
    data = place / "rows"
    data.mkdir()
    (data / "observations.csv").write_text(ROWS, "utf-8")
    (data / "sources.csv").write_text("id,publisher,title\na,A,A\n", "utf-8")
    outside = {name: value for name, value in os.environ.items() if not name.startswith("COV")}
    done = subprocess.run(
        [sys.executable, "-m", "dashboard", "check", "--data", str(data)],
        cwd=place,
        env=outside | {"PYTHONPATH": str(place)},
        capture_output=True,
        check=False,
        text=True,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stderr
    return " ".join(done.stdout.split())


def test_a_new_measure_bears_on_the_others(said: str) -> None:
    """5.05% of 40.5 are 2.04525, 4.95% of 39.5 are 1.95525."""
    assert "line 3 balance 2022 imbalance % 4.95 to 5.05 others: 4.81" in said
    assert "line 4 balance 2022 level USD bn 1.95 to 2.05 others: 1.9553 to 2.0453 consistent" in said


def test_a_new_hedge_stands_for_what_its_entry_says(said: str) -> None:
    """Imports are half of turnover less the balance: 40.5 less 4.95% of it, or 39.5 less 5.05% of it."""
    assert "line 5 imports 2022 level USD bn 18 to 19 others: 18.7526 to 19.2476 consistent" in said
