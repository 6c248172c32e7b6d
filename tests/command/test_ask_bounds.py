"""What `bounds` prints and how it ends: exact ends with a proof to follow, by each source that bears on the number."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from dashboard.cli import main
from tests import stubborn
from tests.asked import DATA, HEADER, MINISTRY, SOURCES, Capture, answer, ends, folder


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
        (
            ("balance", "2020", "--measure", "growth"),
            r"a balance has no growth, since its base may be below zero",
        ),
        (("turnover", "2020", "--measure", "share"), r"a share is a part of turnover, and turnover is all of it"),
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
