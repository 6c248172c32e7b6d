"""A fourth language is one line and one catalogue: tried with Polish, of which the catalogue has a dozen entries."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from shutil import copytree, ignore_patterns
from typing import Any

import pytest

import dashboard

pytestmark = pytest.mark.long

HERE = Path(__file__).parent
ROOT = HERE.parents[1]

TRIED = """
import json, sys
from fractions import Fraction
from pathlib import Path
from dashboard import cli
from dashboard.languages.language import Language
from dashboard.reading.dates import period
from dashboard.storage.store import Store
from dashboard.web.serving.app import create
from dashboard.wording.numbers import plural
from dashboard.wording.letters import written_in
from dashboard.wording.words import Words

polish = Words(Language("pl"))
client = create(Store(Path(sys.argv[1]))).server.test_client()
get = lambda path: client.get(path, base_url="http://127.0.0.1").get_data().decode()
print(json.dumps({
    "page": get("/?lang=pl"),
    "english": get("/?lang=en"),
    "refusal": get("/charts/none.csv?lang=pl"),
    "openapi": json.loads(get("/api/openapi.json")),
    "sentence": json.loads(get("/api/sentence?lang=pl"))["sentence"],
    "country": polish.country("BLR"),
    "towards": polish.towards("BLR"),
    "number": polish.number(Fraction(12345, 10), 1),
    "times": [polish.with_unit(number, "times") for number in ("1", "2", "5", "2,5")],
    "month": polish.period(period("październik 2022").value),
    "written": [written_in("Główny Urząd Statystyczny"), written_in("Ministry"), written_in("Урад")],
    "exit": cli.main(["export", sys.argv[2], "--language", "pl", "--data", sys.argv[1]]),
}))
"""


@pytest.fixture(scope="module")
def tried(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """Return what a copy of the package says that has the line and the catalogue."""
    place = tmp_path_factory.mktemp("polish")
    package = place / "dashboard"
    copytree(Path(dashboard.__file__).parent, package, ignore=ignore_patterns("__pycache__"))
    languages = package / "languages" / "language.py"
    line = '    BE = "be"\n'
    assert line in languages.read_text("utf-8")
    languages.write_text(languages.read_text("utf-8").replace(line, f'{line}    PL = "pl"\n'), "utf-8")
    (package / "languages" / "pl.toml").write_bytes((HERE / "pl.toml").read_bytes())
    command = [sys.executable, "-c", TRIED, str(ROOT / "data"), str(place / "a.csv")]
    outside = {name: value for name, value in os.environ.items() if not name.startswith("COV")}
    environment = outside | {"PYTHONPATH": str(place)}
    done = subprocess.run(command, cwd=place, env=environment, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()

    answer: dict[str, Any] = json.loads(done.stdout.decode().splitlines()[-1])
    return answer | {"csv": (place / "a.csv").read_text("utf-8-sig")}


def test_its_page_is_said_to_be_in_it_and_says_what_its_catalogue_has(tried: dict[str, Any]) -> None:
    assert '<html lang="pl"' in tried["page"]
    assert "Przegląd" in tried["page"]
    assert "eksport" in tried["page"]


def test_what_its_catalogue_lacks_is_said_in_english(tried: dict[str, Any]) -> None:
    assert "Consistency" in tried["page"]
    assert tried["refusal"] == "no chart 'none'; charts are " + tried["refusal"].partition("charts are ")[2]


def test_it_can_be_chosen_under_its_own_name(tried: dict[str, Any]) -> None:
    assert re.search(r'<a[^>]*lang="pl"[^>]*>Polski</a>', tried["english"])


def test_numbers_plurals_and_countries_follow_the_cldr(tried: dict[str, Any]) -> None:
    assert tried["number"].replace("\xa0", "") == "1234,5"
    assert tried["times"] == ["1 raz", "2 razy", "5 razy", "2,5 razy"]
    assert (tried["country"], tried["towards"]) == ("Białoruś", "Białoruś")


def test_its_months_are_read_as_they_are_written(tried: dict[str, Any]) -> None:
    assert tried["month"] == "październik 2022"


def test_its_letters_tell_a_name_that_is_written_in_it(tried: dict[str, Any]) -> None:
    assert tried["written"] == ["pl", "en", "ru"]


def test_programs_and_commands_may_ask_for_it(tried: dict[str, Any]) -> None:
    assert '"enum": ["en", "ru", "be", "pl"]' in json.dumps(tried["openapi"])
    assert tried["exit"] == 0
    assert "eksport" in tried["csv"]
