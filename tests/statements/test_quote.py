from __future__ import annotations

from dataclasses import replace

import pytest

from dashboard.cli import main
from dashboard.judging.review import Review, review
from dashboard.reading.dataset import read
from dashboard.statements.quote import compared
from dashboard.statements.reader import read_phrase
from dashboard.values.observation import Dataset
from tests import stubborn


def told(shipped_data: Dataset, text: str, source: str = "mfa-2023-01") -> list[tuple[str, float, tuple[int, ...]]]:
    found = compared(read_phrase(text), review(shipped_data))
    return [(str(one.answer), float(one.gap), one.bounds.lines) for one in found if one.source == source]


def test_a_quoted_number_agrees(shipped_data: Dataset) -> None:
    said = told(shipped_data, "Exports fell by 8.4 percent to $17.2bn in January-October 2022")
    assert [answer for answer, _, _ in said] == ["agrees", "agrees"]


def test_a_number_that_was_never_printed_is_borne_out_too(shipped_data: Dataset) -> None:
    assert told(shipped_data, "The surplus was over $6bn in January-October 2021")[0][0] == "agrees"


def test_a_wrong_number_contradicts_by_how_much(shipped_data: Dataset) -> None:
    ((answer, gap, lines),) = told(shipped_data, "Turnover was $35.5bn in January-October 2022")
    assert (answer, gap) == ("contradicts", 0.9)
    assert set(lines) <= {4, 6, 8}


@pytest.mark.parametrize(
    "text", ["The deficit was $0.1bn in January-October 2022", "Turnover was about $36bn in January-October 2022"]
)
def test_what_the_rows_leave_open_cannot_be_told(shipped_data: Dataset, text: str) -> None:
    assert told(shipped_data, text)[0][0] == "cannot tell"


def test_another_currency_country_or_period_is_not_compared(shipped_data: Dataset) -> None:
    assert told(shipped_data, "Exports were €17bn in January-October 2022") == []
    assert told(shipped_data, "Belarusian exports were $17bn in January-October 2022") == []
    assert told(shipped_data, "Exports were $17bn in March 1999") == []


def test_answers_come_first_and_what_leaves_least_open_next(shipped_data: Dataset) -> None:
    found = compared(read_phrase("Balance was $6.2bn in January-October 2021"), review(shipped_data))
    assert {str(one.answer) for one in found} == {"cannot tell"}
    assert found[0].source == "mfa-2023-01"
    found = compared(read_phrase("Turnover was $45bn in 2021"), review(shipped_data))
    answers = [str(one.answer) for one in found]
    assert answers == sorted(answers, key="cannot tell".__eq__)
    assert {"contradicts", "cannot tell"} == set(answers)


def test_trade_between_two_countries_is_held_against_both_counts_of_it(shipped_data: Dataset) -> None:
    found = compared(read_phrase("Turnover between Russia and Belarus was $40bn in 2021"), review(shipped_data))
    assert {(one.block.reporter, one.block.partner) for one in found} == {("RUS", "BLR"), ("BLR", "RUS")}
    others = compared(
        replace(read_phrase("Turnover was $40bn in 2021"), pair=frozenset({"RUS", "CHN"})), review(shipped_data)
    )
    assert others == ()


def test_a_country_named_alone_trades_with_the_whole_world(shipped_data: Dataset) -> None:
    assert told(shipped_data, "Russian exports to Belarus were $17.2bn in January-October 2022")[0][0] == "agrees"
    assert told(shipped_data, "Exports to Belarus were $17.2bn in January-October 2022")[0][0] == "agrees"
    assert told(shipped_data, "Russian exports were $450bn in January-October 2022") == []


def test_rates_differ_by_points(capsys: pytest.CaptureFixture[str]) -> None:
    main(["check", "--quote", "Russian turnover with Belarus grew by 13% in 2022"])
    assert "13%: contradicts, by 0.3047 pp" in capsys.readouterr().out.replace("\xa0", " ")


def test_the_command_says_it(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--quote", "Turnover was $35.5bn in January-October 2022"]) == 1
    told = capsys.readouterr().out.replace("\xa0", " ")
    assert "Turnover in January–October 2022: USD 35.5 bn: contradicts, by USD 0.9 bn\n  mfa-2023-01: " in told
    assert "Ministry of Foreign Affairs of Russia, January 2023, as counted by Russia\n" in told
    assert "  Proof of the upper end:\n" in told
    assert main(["check", "--quote", "Turnover was great in 2022"]) == 2
    assert "not understood: great" in capsys.readouterr().err
    assert main(["check", "--format", "json", "--quote", "Turnover was $1bn in 2022"]) == 2
    assert main(["check", "--quote", "Exports were $17bn in March 1999"]) == 0
    assert "It cannot be told: no row bears on it." in capsys.readouterr().out


def test_a_source_of_which_nothing_is_proved_bears_nothing_out(monkeypatch: pytest.MonkeyPatch) -> None:
    stubborn.grant_few_steps(monkeypatch)
    found = review(read(stubborn.rows().encode(), stubborn.SOURCES.encode()))
    said = compared(read_phrase("Exports were $16bn in 2022"), found)
    assert [(one.source, str(one.answer)) for one in said] == [("easy", "contradicts")]


def test_a_source_whose_bounds_cannot_be_proved_bears_nothing_out(
    shipped: Review, monkeypatch: pytest.MonkeyPatch
) -> None:
    stubborn.grant_no_step(monkeypatch)
    assert compared(read_phrase("Turnover was $35.5bn in January-October 2022"), shipped) == ()
