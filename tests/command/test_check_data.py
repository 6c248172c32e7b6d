"""What `check` prints and how it ends: every row beside the others, verdicts, margins, one row to blame."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import replace
from pathlib import Path

import pytest

from dashboard.cli import main
from dashboard.command import check_data
from dashboard.judging.review import review
from dashboard.storage.store import load
from tests import stubborn
from tests.asked import DATA, HEADER, Capture, answer, folder


@pytest.fixture
def misprinted(ministry_folder: Path) -> Path:
    """Return the same with 35.5 in place of 34.5."""
    path = ministry_folder / "observations.csv"
    path.write_text(path.read_text(encoding="utf-8").replace(",34.5,", ",35.5,"), encoding="utf-8")
    return ministry_folder


def test_check_finds_the_ministry_free_of_contradiction(ministry_folder: Path, capsys: Capture) -> None:
    code, found = answer(capsys, "check", "--data", str(ministry_folder))
    assert (code, found["verdict"], found["problems"]) == (0, "consistent", [])
    assert found["data"] == {"rows": 8, "sources": 24}
    assert [(scope["level"], scope["verdict"], scope["conflicts"]) for scope in found["scopes"]] == [
        ("source", "consistent", [])
    ]
    assert found["scopes"][0]["lines"] == [2, 3, 4, 5, 6, 7, 8, 9]
    assert f"{found['scopes'][0]['margin']:.4f}" == "0.8798"
    assert found["rows"][0]["implied"] == [pytest.approx(31.2755333636), None]
    assert {side: proof["bound"] for side, proof in found["rows"][2].pop("proof").items()} == {
        "low": "172/5",
        "high": "173/5",
    }
    assert found["rows"][2] == {
        "line": 4,
        "source": "mfa-2023-01",
        "flow": "turnover",
        "period": "2022-01/2022-10",
        "measure": "level",
        "unit": "USD bn",
        "reported": [34.45, 34.55],
        "implied": [34.4, 34.6],
        "verdict": "consistent",
        "without": [],
        "exact": {"reported": ["689/20", "691/20"], "implied": ["172/5", "173/5"]},
    }
    growth = {
        row["line"]: [f"{end:.4f}" for end in row["implied"]] for row in found["rows"] if row["line"] in (5, 7, 9)
    }
    assert growth == {5: ["9.9639", "10.1963"], 7: ["-8.5534", "-8.1917"], 9: ["37.2964", "38.2349"]}


def test_check_names_the_one_row_to_blame(misprinted: Path, capsys: Capture) -> None:
    code, found = answer(capsys, "check", "--data", str(misprinted))
    scope = found["scopes"][0]
    assert (code, scope["verdict"], scope["corrections"], scope["is_complete"]) == (1, "contradiction", [[4]], True)
    assert len(scope["conflicts"]) == len(scope["proofs"]) == 3
    assert [4, 6, 8] in scope["conflicts"]
    assert main(["check", "--data", str(misprinted)]) == 1
    out = capsys.readouterr().out
    assert "8 rows, 24 sources: contradiction" in out
    assert (
        "Lines 6 and 8 allow turnover in January–October 2022 of USD 34.4 to 34.6 bn, but line 4 (USD 35.5 ±0.05" in out
    )
    assert "Drop line 4, and the rest can all be true." in out
    assert re.search(r"line 5 .* 10\.05 to 10\.15 +others without 4: 9\.9639 to 10\.1963 +contradiction", out)


def test_check_finds_what_the_published_record_contradicts(capsys: Capture) -> None:
    code, found = answer(capsys, "check", "--data", str(DATA))
    contradictory = {
        scope["source"]: scope["corrections"]
        for scope in found["scopes"]
        if scope["level"] == "source" and scope["verdict"] == "contradiction"
    }
    assert code == 1
    assert contradictory == {
        "belstat-2021-02": [[45]],
        "rus-government-2023-03": [[63], [64], [65], [67]],
        "kremlin-2024-05": [[a, b] for a in (70, 72, 73, 74) for b in (75, 77, 79)],
    }
    reporters = [scope for scope in found["scopes"] if scope["level"] == "reporter"]
    assert {scope["reporter"]: scope["left_out"] for scope in reporters if scope["left_out"]} == {
        "RUS": ["rus-government-2023-03", "kremlin-2024-05"],
        "BLR": ["belstat-2021-02"],
    }
    assert all(finding["lines"] and finding["rule"] for finding in found["findings"])


def test_check_prints_a_row_beside_the_others(ministry_folder: Path, capsys: Capture) -> None:
    assert main(["--data", str(ministry_folder), "check"]) == 0
    out = capsys.readouterr().out.splitlines()
    assert out[0] == "8 rows, 24 sources: consistent"
    assert tuple(out[1:4]) == check_data.LEGEND
    assert out[5] == "mfa-2023-01 (RUS with BLR, goods, USD): consistent, margin 0.88 half-widths"
    assert [re.sub(" +", " ", line) for line in out[6:9]] == [
        " line 2 turnover 2021 level USD bn 35 to 45 others: at least 31.2755 consistent",
        " line 3 turnover 2021 growth % at least 33.3 others say nothing of it consistent",
        " line 4 turnover 2022-01/2022-10 level USD bn 34.45 to 34.55 others: 34.4 to 34.6 consistent",
    ]


def test_check_says_when_it_did_not_search_to_the_end(
    misprinted: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    found = review(load(misprinted))
    judged = found.scopes[0].judgement
    cut = replace(judged, explained=replace(judged.explained, is_complete=False))
    short = replace(found, scopes=(replace(found.scopes[0], judgement=cut),))
    monkeypatch.setattr(check_data, "review", lambda _: short)
    assert main(["check", "--data", str(misprinted)]) == 1
    assert "  There are more conflicts than were searched for.\n" in capsys.readouterr().out


def test_check_prints_rows_for_a_spreadsheet(ministry_folder: Path, capsys: Capture) -> None:
    assert main(["check", "--data", str(ministry_folder), "--format", "csv"]) == 0
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert [row["line"] for row in rows] == ["2", "3", "4", "5", "6", "7", "8", "9"]
    assert (rows[2]["reported_low"], rows[2]["implied_high"], rows[0]["implied_high"]) == ("34.45", "34.6", "")
    keys = ("reporter", "partner", "scope", "product", "currency")
    assert {tuple(row[key] for key in keys) for row in rows} == {("RUS", "BLR", "goods", "TOTAL", "USD")}


def test_check_knows_what_was_published_by_a_date(capsys: Capture) -> None:
    code, found = answer(capsys, "check", "--data", str(DATA), "--as-of", "2020-12-31")
    assert (code, found["data"]) == (0, {"rows": 29, "sources": 8})
    assert answer(capsys, "check", "--data", str(DATA), "--as-of", "2012-12-31")[1]["data"] == {"rows": 2, "sources": 1}


@pytest.mark.parametrize("form", ["text", "csv"])
def test_check_judges_no_day_by_which_nothing_was_published(capsys: Capture, form: str) -> None:
    assert main(["check", "--data", str(DATA), "--as-of", "1990", "--format", form]) == 2
    said = capsys.readouterr()
    message = "--as-of 1990: no row was certainly published by then; the first was by 2012-12-31"
    assert (said.out, said.err) == ("", f"trade-dashboard check: {message}\n")
    code, found = answer(capsys, "check", "--data", str(DATA), "--as-of", "1990")
    assert (code, [problem["message"] for problem in found["problems"]]) == (2, [message])


def test_a_day_before_sources_without_a_date_is_told_so(tmp_path: Path, capsys: Capture) -> None:
    place = folder(tmp_path, "a,RUS,BLR,turnover,2020,level,17.2,USD bn,0.1\n")
    (place / "sources.csv").write_text("id,publisher,title,published\na,Office A,A,\n", "utf-8")
    assert main(["check", "--data", str(place), "--as-of", "2030"]) == 2
    assert "by then; sources.csv dates no publication" in capsys.readouterr().err


def test_check_repeats_what_the_reader_noticed(tmp_path: Path, capsys: Capture) -> None:
    place = folder(tmp_path, "a,RUS,BLR,turnover,2020,level,17.2,USD bn,\n")
    assert main(["check", "--data", str(place)]) == 0
    assert "note: observations.csv line 2, column step: the step is empty; 0.1 is taken from the digits" in (
        capsys.readouterr().out
    )


def test_what_cannot_be_proved_ends_in_2_and_all_else_is_answered(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    place = str(stubborn.folder(tmp_path))
    stubborn.grant_few_steps(monkeypatch)
    code, found = answer(capsys, "check", "--data", place)
    assert code == 2
    assert [(scope["source"], scope["verdict"]) for scope in found["scopes"]] == [
        ("easy", "consistent"),
        ("hard", "undecided"),
    ]
    (problem,) = found["problems"]
    assert (problem["file"], problem["line"], problem["found"]) == ("observations.csv", 3, "hard")
    assert problem["message"] == f"the rows of hard could not be judged with a proof: {stubborn.WHY}"
    assert (len(found["rows"]), found["rows"][1]["implied"]) == (25, [None, None])
    assert main(["check", "--data", place]) == 2
    said = capsys.readouterr()
    assert "easy (RUS with BLR, goods, USD): consistent" in said.out
    assert f"hard (RUS with BLR, goods, USD): undecided\n  {stubborn.PROBLEM}\n" in said.out
    assert said.out.count("others: not proved") == 24
    assert said.err == f"{stubborn.PROBLEM}\n"


def test_sources_that_disagree_are_undecided_and_no_contradiction(tmp_path: Path, capsys: Capture) -> None:
    rows = "a,RUS,BLR,turnover,2020,level,34.5,USD bn,0.1\nb,RUS,BLR,turnover,2020,level,34.9,USD bn,0.1\n"
    code, found = answer(capsys, "check", "--data", str(folder(tmp_path, rows)))
    assert (code, found["verdict"]) == (0, "undecided")
    assert [(scope["level"], scope["verdict"]) for scope in found["scopes"]] == [
        ("source", "consistent"),
        ("source", "consistent"),
        ("reporter", "undecided"),
    ]


def test_check_hands_out_no_formula_in_its_csv(tmp_path: Path, capsys: Capture) -> None:
    (tmp_path / "observations.csv").write_text(HEADER + "=cmd(),RUS,BLR,exports,2020,level,5,USD bn,1\n", "utf-8")
    (tmp_path / "sources.csv").write_text("id,publisher,title\n=cmd(),Office,A\n", "utf-8")
    assert main(["check", "--data", str(tmp_path), "--format", "csv"]) == 0
    assert next(csv.DictReader(io.StringIO(capsys.readouterr().out)))["source"] == "'=cmd()"


@pytest.mark.parametrize("quote", ["Turnover soared", "Turnover was $35.5bn in January-October 2022"])
def test_a_quote_that_cannot_be_answered_as_json_is_refused_as_json(quote: str, capsys: Capture) -> None:
    code, found = answer(capsys, "check", "--quote", quote, "--data", str(DATA))
    [problem] = found["problems"]
    assert (code, problem["message"]) == (2, "--quote answers as text; leave --format out")
