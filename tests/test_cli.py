"""The command line as a person or a program sees it: what it prints, how it ends, what its help shows."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import shutil
import subprocess
import sys
from argparse import Namespace
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from dashboard import __version__
from dashboard.cli import BROKEN_PIPE, main
from dashboard.command import check, guide, serve
from dashboard.review import review
from dashboard.store import load
from tests import stubborn

ROOT = Path(__file__).parent.parent
DATA = ROOT / "data"
MINISTRY = ("--source", "mfa-2023-01")
HEADER = "source,reporter,partner,flow,period,measure,value,unit,step\n"
SOURCES = "id,publisher,title,published\na,Office A,A,2021-05\nb,Office B,B,2021\n"

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def ministry(tmp_path: Path) -> Path:
    """Return a folder with the ministry's rows alone; they keep their lines."""
    rows = (DATA / "observations.csv").read_text(encoding="utf-8").splitlines(keepends=True)[:9]
    (tmp_path / "observations.csv").write_text("".join(rows), encoding="utf-8")
    shutil.copy(DATA / "sources.csv", tmp_path)
    return tmp_path


@pytest.fixture
def misprinted(ministry: Path) -> Path:
    """Return the same with 35.5 in place of 34.5."""
    path = ministry / "observations.csv"
    path.write_text(path.read_text(encoding="utf-8").replace(",34.5,", ",35.5,"), encoding="utf-8")
    return ministry


def folder(place: Path, rows: str) -> Path:
    (place / "observations.csv").write_text(HEADER + rows, encoding="utf-8")
    (place / "sources.csv").write_text(SOURCES, encoding="utf-8")
    return place


def answer(capsys: Capture, *arguments: str) -> tuple[int, dict[str, Any]]:
    code = main([*arguments, "--format", "json"])
    return code, json.loads(capsys.readouterr().out)


def ends(found: dict[str, Any]) -> tuple[str, str]:
    return f"{found['low']:.4f}", f"{found['high']:.4f}"


def test_check_finds_the_ministry_free_of_contradiction(ministry: Path, capsys: Capture) -> None:
    code, found = answer(capsys, "check", "--data", str(ministry))
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


def test_check_prints_a_row_beside_the_others(ministry: Path, capsys: Capture) -> None:
    assert main(["--data", str(ministry), "check"]) == 0
    out = capsys.readouterr().out.splitlines()
    assert out[0] == "8 rows, 24 sources: consistent"
    assert tuple(out[1:4]) == check.LEGEND
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
    monkeypatch.setattr(check, "review", lambda _: short)
    assert main(["check", "--data", str(misprinted)]) == 1
    assert "  There are more conflicts than were searched for.\n" in capsys.readouterr().out


def test_check_prints_rows_for_a_spreadsheet(ministry: Path, capsys: Capture) -> None:
    assert main(["check", "--data", str(ministry), "--format", "csv"]) == 0
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


def test_bounds_tell_products_and_scopes_of_one_trade_apart(tmp_path: Path, capsys: Capture) -> None:
    (tmp_path / "sources.csv").write_text(SOURCES, encoding="utf-8")
    (tmp_path / "observations.csv").write_text(
        HEADER.replace("\n", ",scope,product\n")
        + "a,RUS,BLR,exports,2020,level,17.2,USD bn,0.1,goods,\n"
        + "a,RUS,BLR,exports,2020,level,3.1,USD bn,0.1,goods,27\n"
        + "a,RUS,BLR,exports,2020,level,1.4,USD bn,0.1,services,\n",
        encoding="utf-8",
    )
    exports = ("bounds", "exports", "2020", "--data", str(tmp_path))
    assert ends(answer(capsys, *exports)[1]) == ("17.1500", "17.2500")
    assert ends(answer(capsys, *exports, "--product", "27")[1]) == ("3.0500", "3.1500")
    assert ends(answer(capsys, *exports, "--scope", "services")[1]) == ("1.3500", "1.4500")
    assert main([*exports, "--product", "27"]) == 0
    assert "(Russia with Belarus, goods, product 27; reported by a)" in capsys.readouterr().out
    assert main(["check", "--data", str(tmp_path)]) == 0
    assert "a (RUS with BLR, goods, product 27, USD): consistent" in capsys.readouterr().out


def test_check_repeats_what_the_reader_noticed(tmp_path: Path, capsys: Capture) -> None:
    place = folder(tmp_path, "a,RUS,BLR,turnover,2020,level,17.2,USD bn,\n")
    assert main(["check", "--data", str(place)]) == 0
    assert "note: observations.csv line 2, column step: the step is empty; 0.1 is taken from the digits" in (
        capsys.readouterr().out
    )


def test_problems_of_the_data_end_in_2(tmp_path: Path, capsys: Capture) -> None:
    place = folder(tmp_path, "a,RUS,BLR,export,2020,level,17.2,USD bn,0.1\nx,RUS,BLR,exports,2020,level,1,USD bn,0.1\n")
    assert main(["check", "--data", str(place)]) == 2
    error = capsys.readouterr().err
    assert "trade-dashboard check: observations.csv line 2, column flow" in error
    assert 'observations.csv line 3, column source: "x" is no id in sources.csv' in error
    for command in (["check"], ["bounds", "exports", "2020"]):
        code, found = answer(capsys, *command, "--data", str(place))
        assert code == 2
        assert [(one["file"], one["line"], one["column"], one["found"]) for one in found["problems"]] == [
            ("observations.csv", 2, "flow", "export"),
            ("observations.csv", 3, "source", "x"),
        ]


def test_a_folder_that_is_not_there_ends_in_2(tmp_path: Path, capsys: Capture) -> None:
    nowhere = str(tmp_path / "nowhere")
    assert main(["check", "--data", nowhere]) == 2
    assert "there is no such folder" in capsys.readouterr().err
    code, found = answer(capsys, "check", "--data", nowhere)
    assert (code, found["problems"][0]["line"]) == (2, None)
    assert "there is no such folder" in found["problems"][0]["message"]


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


def test_bounds_by_other_sources_are_given_where_one_cannot_be_judged(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    place = str(stubborn.folder(tmp_path))
    stubborn.grant_few_steps(monkeypatch)
    code, found = answer(capsys, "bounds", "exports", "2022", "--data", place)
    assert (code, found["source"], ends(found)) == (2, "easy", ("17.1500", "17.2500"))
    assert [(one["found"], one["message"]) for one in found["problems"]] == [("hard", stubborn.WHY)]
    assert main(["bounds", "exports", "2022", "--data", place]) == 2
    assert f"\n\nnot answered by hard: {stubborn.WHY}\n" in capsys.readouterr().out
    assert main(["bounds", "exports", "2022", "--source", "hard", "--data", place]) == 2
    assert capsys.readouterr().err == f"trade-dashboard bounds: hard: {stubborn.WHY}\n"


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("exports 2021-01/2021-10", "18.7125 18.8358 USD bn"),
        ("imports 2021-01/2021-10", "12.5227 12.6044 USD bn"),
        ("turnover 2021-01/2021-10", "31.2755 31.3948 USD bn"),
        ("balance 2021-01/2021-10", "6.1121 6.3040 USD bn"),
        ("balance 2022-01/2022-10", "-0.2000 0.0000 USD bn"),
        ("exports 2022-01/2022-10 --measure coverage", "98.8473 100.0000 %"),
    ],
)
def test_bounds_of_the_ministry(capsys: Capture, question: str, expected: str) -> None:
    code, found = answer(capsys, "bounds", *question.split(), *MINISTRY, "--data", str(DATA))
    assert (code, " ".join((*ends(found), found["unit"]))) == (0, expected)


def test_bounds_print_the_fractions_that_four_decimals_do_not_hold(capsys: Capture) -> None:
    assert main(["bounds", "balance", "2021-01/2021-10", *MINISTRY, "--data", str(DATA)]) == 0
    assert capsys.readouterr().out.splitlines()[1:3] == [
        "  USD 6.1121 to 6.3040 bn",
        "  rounded to four decimals; exactly 37068800/6064859 to 7645200/1212751 USD bn",
    ]
    assert main(["bounds", "turnover", "2021", *MINISTRY, "--data", str(DATA)]) == 0
    assert capsys.readouterr().out.splitlines()[2] == "  rounded to four decimals; exactly at least 68900/2203 USD bn"
    assert main(["bounds", "balance", "2022-01/2022-10", *MINISTRY, "--data", str(DATA)]) == 0
    assert "exactly" not in capsys.readouterr().out


def test_bounds_carry_exact_numbers_and_proofs(capsys: Capture) -> None:
    _, found = answer(capsys, "bounds", "balance", "2022-01/2022-10", *MINISTRY, "--data", str(DATA))
    assert (found["exact"], found["lines"], found["source"]) == (["-1/5", "0"], [6, 8], "mfa-2023-01")
    assert (found["reporter"], found["partner"], found["verdict"], found["without"]) == ("RUS", "BLR", "consistent", [])
    assert found["proof"]["low"]["steps"] == [
        {"times": "1", "line": 6, "side": "low", "terms": {"exports 2022-01/2022-10": "1"}, "at_least": "343/20"},
        {"times": "1", "line": 8, "side": "high", "terms": {"imports 2022-01/2022-10": "-1"}, "at_least": "-347/20"},
    ]


BALANCE = """\
balance in January–October 2022 (Russia with Belarus, goods; reported by mfa-2023-01)
  USD −0.2000 to 0.0000 bn

rows used
  line 6, mfa-2023-01: exports in January–October 2022, USD 17.2 ±0.05 bn
  line 8, mfa-2023-01: imports in January–October 2022, USD 17.3 ±0.05 bn

why no less
  1 × [exports Jan–Oct 2022 ≥ 17.15]   (line 6: USD 17.2 ±0.05 bn)
  1 × [imports Jan–Oct 2022 ≤ 17.35]   (line 8: USD 17.3 ±0.05 bn)
  Added up: balance in January–October 2022 ≥ USD −0.2 bn, as 17.15 − 17.35 = −0.2.

why no more
  1 × [exports Jan–Oct 2022 ≤ 17.25]   (line 6: USD 17.2 ±0.05 bn)
  1 × [imports Jan–Oct 2022 ≥ 17.25]   (line 8: USD 17.3 ±0.05 bn)
  Added up: balance in January–October 2022 ≤ USD 0 bn, as 17.25 − 17.25 = 0.
"""


def test_bounds_are_printed_with_a_proof_to_follow(capsys: Capture) -> None:
    assert main(["bounds", "balance", "2022-01/2022-10", *MINISTRY, "--data", str(DATA)]) == 0
    assert capsys.readouterr().out == BALANCE


@pytest.mark.parametrize(
    ("question", "shown", "least"),
    [
        (
            ("balance", "2022", "--source", "blr-official-2024-01"),
            "USD 0.12735 to 0.12745 bn",
            "balance in 2022 ≥ USD 0.12735 bn, as 0.12735 = 0.12735.",
        ),
        (
            ("turnover", "2011", "--source", "belstat-2012"),
            "USD 38.60755 to 38.60765 bn",
            "turnover in 2011 ≥ USD 38.60755 bn, as 38.60755 = 38.60755.",
        ),
    ],
)
def test_an_end_with_five_decimals_is_printed_in_full(
    capsys: Capture, question: tuple[str, ...], shown: str, least: str
) -> None:
    assert main(["bounds", *question, "--data", str(DATA)]) == 0
    out = capsys.readouterr().out
    assert f"  {shown}\n\n" in out
    assert f"  Added up: {least}\n" in out


def test_an_end_that_is_open_is_null(capsys: Capture) -> None:
    code, found = answer(capsys, "bounds", "exports", "2021", *MINISTRY, "--data", str(DATA))
    assert (code, f"{found['low']:.4f}", found["high"], found["exact"][1]) == (0, "18.7125", None, None)
    assert found["proof"]["high"] is None


def test_an_open_end_has_no_proof_to_print(capsys: Capture) -> None:
    assert main(["bounds", "exports", "2021", *MINISTRY, "--data", str(DATA)]) == 0
    out = capsys.readouterr().out
    assert "  at least USD 18.7124 bn\n" in out
    assert ("why no less" in out, "why no more" in out) == (True, False)


def test_no_row_may_bear_on_a_number(capsys: Capture) -> None:
    code, found = answer(capsys, "bounds", "balance", "2005", *MINISTRY, "--data", str(DATA))
    assert (code, found["low"], found["high"], found["lines"]) == (0, None, None, [])
    assert main(["bounds", "balance", "2005", "--data", str(DATA)]) == 0
    assert "no row bears on it" in capsys.readouterr().out


def test_a_source_that_contradicts_itself_is_answered_without_a_correction(capsys: Capture) -> None:
    question = ("bounds", "balance", "2020", "--source", "belstat-2021-02", "--data", str(DATA))
    code, found = answer(capsys, *question)
    assert (code, *ends(found), found["without"], found["verdict"]) == (1, "-3.2750", "-3.2450", [45], "contradiction")
    assert main(list(question)) == 1
    out = capsys.readouterr().out
    assert (
        "  without line 45, as the rows contradict each other\n  Drop line 45, and the rest can all be true.\n" in out
    )


def test_further_corrections_are_answered_too_and_many_are_cut_short(tmp_path: Path, capsys: Capture) -> None:
    months = "".join(f"a,RUS,BLR,exports,2020-{month:02d},level,1,USD bn,0.2\n" for month in range(1, 13))
    place = folder(tmp_path, months + "a,RUS,BLR,exports,2020,level,20,USD bn,0.2\n")
    question = ("bounds", "exports", "2020-01", "--data", str(place))
    _, found = answer(capsys, *question)
    assert (found["without"], found["low"], found["high"]) == ([2], 7.8, 10.2)
    assert [other["without"] for other in found["alternatives"]] == [[line] for line in range(3, 15)]
    assert {(other["low"], other["high"]) for other in found["alternatives"]} == {(0.9, 1.1)}
    assert main(list(question)) == 1
    out = capsys.readouterr().out
    assert out.count(" instead: USD 0.9000 to 1.1000 bn") == 5
    assert "\n  and 7 more; --format json gives them all\n" in out


def test_a_further_correction_says_nothing_where_no_row_bears_on_the_number(tmp_path: Path, capsys: Capture) -> None:
    twice = "a,RUS,BLR,exports,2020,level,1,USD bn,0.2\na,RUS,BLR,exports,2020,level,2,USD bn,0.2\n"
    question = ("bounds", "imports", "2020", "--source", "a", "--data", str(folder(tmp_path, twice)))
    _, found = answer(capsys, *question)
    assert [(other["without"], other["low"], other["high"]) for other in found["alternatives"]] == [([3], None, None)]
    assert main(list(question)) == 1
    assert "  without line 3 instead: no row bears on it\n" in capsys.readouterr().out


def test_the_one_source_that_bears_on_a_number_answers(tmp_path: Path, capsys: Capture) -> None:
    place = folder(tmp_path, "a,RUS,BLR,exports,2020,level,17.2,USD bn,0.1\nb,RUS,BLR,exports,2010,level,9,USD bn,1\n")
    code, found = answer(capsys, "bounds", "exports", "2020", "--data", str(place))
    assert (code, found["source"], found["low"], found["high"]) == (0, "a", 17.15, 17.25)


def test_several_sources_answer_as_one_where_they_can_be_true_together(tmp_path: Path, capsys: Capture) -> None:
    place = folder(tmp_path, "a,RUS,BLR,exports,2020,level,17.2,USD bn,0.1\nb,RUS,BLR,exports,2020,level,17,USD bn,1\n")
    code, found = answer(capsys, "bounds", "exports", "2020", "--data", str(place))
    assert (code, found["source"], found["low"], found["high"], found["lines"]) == (0, None, 17.15, 17.25, [2])


def test_several_sources_answer_apart_where_they_cannot(tmp_path: Path, capsys: Capture) -> None:
    place = folder(tmp_path, "a,RUS,BLR,exports,2020,level,17.2,USD bn,0.1\nb,RUS,BLR,exports,2020,level,19,USD bn,1\n")
    code, found = answer(capsys, "bounds", "exports", "2020", "--data", str(place))
    assert code == 1
    assert [(one["source"], one["low"], one["high"]) for one in found["sources"]] == [
        ("a", 17.15, 17.25),
        ("b", 18.5, 19.5),
    ]
    assert main(["bounds", "exports", "2020", "--data", str(place)]) == 1
    assert "These sources cannot all be true together" in capsys.readouterr().out


def test_sources_may_bear_on_a_number_only_together(tmp_path: Path, capsys: Capture) -> None:
    place = folder(tmp_path, "a,RUS,BLR,exports,2020,level,10,USD bn,1\nb,RUS,BLR,exports,2020,growth,25,% USD,1\n")
    code, found = answer(capsys, "bounds", "exports", "2019", "--data", str(place))
    assert (code, found["source"], found["lines"], *ends(found)) == (0, None, [2, 3], "7.5697", "8.4337")


def test_a_currency_and_a_side_can_be_asked_for(capsys: Capture) -> None:
    rubles = ("bounds", "turnover", "2024-01/2024-07", "--currency", "RUB", "--data", str(DATA))
    assert answer(capsys, *rubles)[1]["unit"] == "RUB bn"
    belarus = (
        "bounds",
        "turnover",
        "2011",
        "--reporter",
        "BLR",
        "--partner",
        "RUS",
        "--as-of",
        "2012",
        "--data",
        str(DATA),
    )
    assert ends(answer(capsys, *belarus)[1]) == ("38.6076", "38.6076")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (
            ("exports", "2020", "--source", "nobody"),
            r'--source: no rows have "nobody"; write mfa-2023-01, belstat-2012',
        ),
        (("exports", "2020", "--reporter", "CHN"), r'--reporter: no rows have "CHN"; write RUS, BLR'),
        (("exports", "2020", "--partner", "CHN"), r'--partner: no rows have "CHN"; write BLR'),
        (("exports", "2020", "--scope", "services"), r'--scope: no rows have "services"; write goods'),
        (("exports", "2020", "--product", "27"), r'--product: no rows have "27"; write TOTAL'),
        (("exports", "2020", "--currency", "EUR"), r'--currency: no rows have "EUR"; write USD, RUB'),
        (("balance", "2020", "--measure", "growth"), r"growth of a balance is undefined, .* ask for change"),
        (("turnover", "2020", "--measure", "share"), r"share is the part of exports or of imports in turnover"),
        (
            ("turnover", "2020", "--as-of", "2001"),
            r"--as-of 2001: no row was certainly published by then; the first was by 2012-12-31",
        ),
    ],
)
def test_a_question_without_an_answer_ends_in_2(capsys: Capture, arguments: tuple[str, ...], message: str) -> None:
    assert main(["bounds", *arguments, "--data", str(DATA)]) == 2
    assert re.search(message, capsys.readouterr().err)
    assert answer(capsys, "bounds", *arguments, "--data", str(DATA))[0] == 2


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("bounds", "export", "2020"), r'argument FLOW: "export" is none of turnover, exports, imports, balance'),
        (("bounds", "exports", "2022-13"), r'argument PERIOD: "2022-13" has a month 13; months are 01 to 12'),
        (("bounds", "exports", "2022", "--measure", "rate"), r'argument --measure: "rate" is none of level, change'),
        (("check", "--as-of", "2022-13"), r'argument --as-of: "2022-13" is not in the calendar; write 2023-01-17'),
        (("check", "--as-of", ""), r'argument --as-of: "" is not a date; write 2023-01-17, 2023-01 or 2023'),
        (("check", "--format", "xml"), r"argument --format: invalid choice: 'xml' \(choose from '?text'?"),
        (("init", "x", "--reporter", "RU"), r'argument --reporter: "RU" is not a code of three letters; write RUS'),
        (("export", "x.csv", "--language", "de"), r'argument --language: "de" is none of en, ru, be'),
        ((), r"the following arguments are required: COMMAND"),
    ],
)
def test_a_wrong_argument_is_told_what_is_allowed(capsys: Capture, arguments: tuple[str, ...], message: str) -> None:
    assert main(arguments) == 2
    error = capsys.readouterr().err
    assert error.startswith("usage: trade-dashboard")
    assert re.search(message, error)


@pytest.mark.parametrize("asked", [("--format", "json"), ("--format=json",)])
@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("bounds", "export", "2020"), 'trade-dashboard bounds: error: argument FLOW: "export" is none of turnover, e'),
        (("check", "--as-off", "2020"), "trade-dashboard: error: unrecognized arguments: --as-off 2020"),
        (("bounds", "exports"), "trade-dashboard bounds: error: the following arguments are required: PERIOD"),
    ],
)
def test_a_program_is_told_of_a_wrong_argument_in_json(
    capsys: Capture, arguments: tuple[str, ...], asked: tuple[str, ...], message: str
) -> None:
    assert main([*arguments, *asked]) == 2
    said = capsys.readouterr()
    (problem,) = json.loads(said.out)["problems"]
    assert problem["message"].startswith(message)
    assert (set(problem), said.err) == ({"file", "line", "column", "found", "message"}, "")


@pytest.mark.parametrize("name", ["trade.docx", "trade"])
def test_export_knows_a_file_by_its_ending(tmp_path: Path, capsys: Capture, name: str) -> None:
    assert main(["export", str(tmp_path / name), "--data", str(DATA)]) == 2
    found = capsys.readouterr().err
    assert re.search(r'trade.*" (ends in "\.docx"|has no ending); write a name that ends in ', found)
    assert found.endswith(".sdmx.csv, .csv, .json, .xlsx, .html, .zip, .svg, .png, .pdf\n")


def test_export_writes_the_rows(ministry: Path, tmp_path: Path, capsys: Capture) -> None:
    target = tmp_path / "trade.csv"
    assert main(["export", str(target), "--data", str(ministry)]) == 0
    assert capsys.readouterr().out == f"{target}: 8 rows, {target.stat().st_size} bytes\n"
    assert len(target.read_text(encoding="utf-8-sig").splitlines()) == 9


def test_export_says_where_it_cannot_write(ministry: Path, tmp_path: Path, capsys: Capture) -> None:
    assert main(["export", str(tmp_path / "no" / "trade.csv"), "--data", str(ministry)]) == 2
    assert (
        "cannot be written: No such file or directory; name a file in a folder that exists" in capsys.readouterr().err
    )


def test_init_writes_a_folder_that_passes_the_check(tmp_path: Path, capsys: Capture) -> None:
    place = tmp_path / "new" / "pair"
    assert main(["init", str(place), "--reporter", "kaz", "--partner", "CHN", "--currency", "CNY"]) == 0
    assert sorted(path.name for path in place.iterdir()) == ["README.md", "observations.csv", "sources.csv"]
    code, found = answer(capsys, "check", "--data", str(place)) if not capsys.readouterr().err else (9, {})
    assert (code, found["notices"]) == (0, [])
    assert {(scope["reporter"], scope["partner"], scope["currency"]) for scope in found["scopes"]} == {
        ("KAZ", "CHN", "CNY")
    }
    assert f"trade-dashboard check --data {place}" in (place / "README.md").read_text(encoding="utf-8")


def test_init_overwrites_nothing(ministry: Path, tmp_path: Path, capsys: Capture) -> None:
    before = (ministry / "observations.csv").read_bytes()
    assert main(["init", str(ministry)]) == 2
    assert "holds observations.csv, sources.csv already; name a folder that is new or empty" in capsys.readouterr().err
    assert (ministry / "observations.csv").read_bytes() == before
    assert main(["init", str(ministry / "observations.csv")]) == 2
    assert "cannot be written: File exists" in capsys.readouterr().err
    assert main(["init", str(tmp_path / "new"), "--reporter", "BLR"]) == 2
    assert "--reporter and --partner are both BLR; name two countries" in capsys.readouterr().err


def test_serve_hands_over_to_the_page() -> None:
    said = Namespace(data=DATA, host="0.0.0.0", port=8051, name=None, workers=None, edit=True, no_browser=True)
    assert serve.arguments(said)[1:] == [
        *("-m", "dashboard.web", "--data", str(DATA), "--host", "0.0.0.0", "--port", "8051", "--edit", "--no-browser")
    ]


def test_serve_becomes_the_server(monkeypatch: pytest.MonkeyPatch) -> None:
    begun: list[list[str]] = []
    monkeypatch.setattr(os, "execv", lambda _, command: begun.append(command))
    monkeypatch.setattr(subprocess, "call", lambda _: 0)
    assert main(["serve", "--data", str(DATA), "--port", "0"]) == 0
    assert begun[0][1:] == ["-m", "dashboard.web", "--data", str(DATA), "--port", "0"]


def run(*arguments: str, encoding: str = "utf-8") -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "dashboard", *arguments]
    env = {**os.environ, "PYTHONIOENCODING": encoding}
    return subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, encoding="utf-8", check=False)


def test_the_package_runs_as_a_program() -> None:
    done = run("--version")
    assert (done.returncode, done.stdout) == (0, f"trade-dashboard {__version__}\n")


def test_a_reader_that_goes_away_is_no_fault() -> None:
    command = [sys.executable, "-m", "dashboard", "check"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as started:
        assert started.stdout is not None
        assert started.stderr is not None
        started.stdout.close()
        assert (started.stderr.read(), started.wait()) == (b"", BROKEN_PIPE)


def test_a_narrow_console_gets_question_marks_and_no_fault() -> None:
    done = run("check", "--as-of", "2012", encoding="ascii")
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("module", ["pandas", "openpyxl", "dash", "plotly"])
def test_check_starts_without_what_it_does_not_need(module: str) -> None:
    code = "import sys; from dashboard.cli import main; main(['check', '--as-of', '2012']); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert module not in done.stdout.splitlines()[-1].split()


HELP = (guide.EXAMPLES, guide.SERVE, guide.CHECK, guide.BOUNDS, guide.EXPORT, guide.INIT)
EXAMPLES = [
    example for text in HELP for example in re.findall(r"^  (trade-dashboard .*?)(?:  .*)?$", text, re.MULTILINE)
]


def test_the_help_teaches_by_example(capsys: Capture) -> None:
    assert len(EXAMPLES) == 26
    for command in ("serve", "check", "bounds", "export", "import", "init"):
        with pytest.raises(SystemExit, match="0"):
            main([command, "--help"])
        assert f"trade-dashboard {command}" in capsys.readouterr().out


@pytest.mark.parametrize("example", sorted(set(EXAMPLES)))
def test_every_example_of_the_help_works(
    example: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    shutil.copytree(DATA, tmp_path / "data")
    if "--data my-data" in example:
        shutil.copytree(DATA, tmp_path / "my-data")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(os, "execv", lambda *_: None)
    monkeypatch.setattr(subprocess, "call", lambda _: 0)
    assert main(example.split()[1:]) in (0, 1)
    assert capsys.readouterr().err == ""


def test_sources_that_disagree_are_undecided_and_no_contradiction(tmp_path: Path, capsys: Capture) -> None:
    rows = "a,RUS,BLR,turnover,2020,level,34.5,USD bn,0.1\nb,RUS,BLR,turnover,2020,level,34.9,USD bn,0.1\n"
    code, found = answer(capsys, "check", "--data", str(folder(tmp_path, rows)))
    assert (code, found["verdict"]) == (0, "undecided")
    assert [(scope["level"], scope["verdict"]) for scope in found["scopes"]] == [
        ("source", "consistent"),
        ("source", "consistent"),
        ("reporter", "undecided"),
    ]


@pytest.mark.parametrize(
    ("period", "reporter", "currency", "ends_at"),
    [("2016", "BLR", "USD", [26.05, 26.15]), ("2024-01/2024-07", "RUS", "RUB", [2354.5, 2355.5])],
)
def test_bounds_are_of_the_count_that_states_the_number(
    capsys: Capture, period: str, reporter: str, currency: str, ends_at: list[float]
) -> None:
    _, found = answer(capsys, "bounds", "turnover", period, "--data", str(DATA))
    first = found["sources"][0] if "sources" in found else found
    assert (first["reporter"], first["currency"], [first["low"], first["high"]]) == (reporter, currency, ends_at)


def test_bounds_that_no_row_bears_on_are_open(capsys: Capture) -> None:
    code, found = answer(capsys, "bounds", "turnover", "2021", "--source", "belstat-2012", "--data", str(DATA))
    assert (code, found["low"], found["high"], found["lines"]) == (0, None, None, [])


def test_export_does_not_overwrite_a_data_file(ministry: Path, capsys: Capture) -> None:
    target = ministry / "observations.csv"
    before = target.read_bytes()
    assert main(["export", str(target), "--data", str(ministry)]) == 2
    assert "is a data file and is not overwritten; write to another name" in capsys.readouterr().err
    assert target.read_bytes() == before


def test_check_hands_out_no_formula_in_its_csv(tmp_path: Path, capsys: Capture) -> None:
    (tmp_path / "observations.csv").write_text(HEADER + "=cmd(),RUS,BLR,exports,2020,level,5,USD bn,1\n", "utf-8")
    (tmp_path / "sources.csv").write_text("id,publisher,title\n=cmd(),Office,A\n", "utf-8")
    assert main(["check", "--data", str(tmp_path), "--format", "csv"]) == 0
    assert next(csv.DictReader(io.StringIO(capsys.readouterr().out)))["source"] == "'=cmd()"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["import", "nowhere.csv"], "import: nowhere.csv cannot be read or written: No such file or directory"),
        (["serve", "--port", "x"], 'serve: error: argument --port: "x" is not a number from 0 to 65535'),
        (["serve", "--workers", "0"], 'serve: error: argument --workers: "0" is not a number from 1 up'),
    ],
)
def test_a_command_that_cannot_be_run_ends_with_2_and_says_what_is_allowed(
    arguments: list[str], said: str, capsys: Capture
) -> None:
    assert main(arguments) == 2
    assert capsys.readouterr().err.endswith(f"trade-dashboard {said}\n")


@pytest.mark.parametrize("quote", ["Turnover soared", "Turnover was $35.5bn in January-October 2022"])
def test_a_quote_that_cannot_be_answered_as_json_is_refused_as_json(quote: str, capsys: Capture) -> None:
    code, found = answer(capsys, "check", "--quote", quote, "--data", str(DATA))
    [problem] = found["problems"]
    assert (code, problem["message"]) == (2, "--quote answers as text; leave --format out")
