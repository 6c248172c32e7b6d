from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.statements.reader import read_phrase
from dashboard.statements.said import WHY, Obstacle, PhraseError, Reported
from dashboard.values.errors import DashboardError

KNOWN = """
exports fell by 8.4 percent to $17.2bn in January-October 2022
    | exports 2022-01/2022-10 growth -8.4 %; level 17.2 USD bn
Экспорт снизился на 8,4% до 17,2 млрд долл. в январе-октябре 2022 года
    | exports 2022-01/2022-10 growth -8.4 %; level 17.2 USD bn
Imports rose by 37.7 percent to $17.3bn in January-October 2022.
    | imports 2022-01/2022-10 growth 37.7 %; level 17.3 USD bn
Trade turnover grew by 10.1% to reach $34.5bn in January to October 2022
    | turnover 2022-01/2022-10 growth 10.1 %; level 34.5 USD bn
In 2021, turnover was about $40bn | turnover 2021 level 40 USD bn about
In 2021 trade turnover grew by more than a third | turnover 2021 growth 33.3 % more than
В 2021 году товарооборот вырос более чем на треть | turnover 2021 growth 33.3 % more than
В 2021 году товарооборот вырос на более чем треть | turnover 2021 growth 33.3 % more than
Turnover grew by less than a third in 2021 | turnover 2021 growth 33.4 % less than
Turnover grew by more than a quarter in 2021 | turnover 2021 growth 25 % more than
Exports grew by at least a half in 2021 | exports 2021 growth 50 % at least
Exports grew by a third in 2021 | ?VAGUE
Exports grew by about a third in 2021 | ?VAGUE
Товарооборот увеличился в 1,5 раза в 2021 году | turnover 2021 factor 1.5 times
Exports grew 1.5 times in 2021 | exports 2021 factor 1.5 times
Exports rose 2.4-fold in 2021 | exports 2021 factor 2.4 times
Exports rose by a factor of 2.4 in 2021 | exports 2021 factor 2.4 times
Exports fell 2 times in 2021 | ?NO_WAY
Экспорт за первое полугодие 2022 года составил 8,1 млрд долларов | exports 2022-H1 level 8.1 USD bn
Exports in the first half of 2022 were $8.1 billion | exports 2022-H1 level 8.1 USD bn
Imports in H2 2022 totalled 9 billion dollars | imports 2022-H2 level 9 USD bn
Импорт в III квартале 2022 года достиг 4,5 млрд долл. США | imports 2022-Q3 level 4.5 USD bn
Imports in the third quarter of 2022 reached USD 4.5 bn | imports 2022-Q3 level 4.5 USD bn
Imports in Q3 2022 reached $4.50bn | imports 2022-Q3 level 4.50 USD bn
Exports in October 2022 amounted to $1,720.5 million | exports 2022-10 level 1720.5 USD mn
Экспорт в октябре 2022 г. составил 1 720,5 млн долл. | exports 2022-10 level 1720.5 USD mn
Экспорт за 10 месяцев 2022 года вырос на 3% | exports 2022-01/2022-10 growth 3 %
Exports over the first nine months of 2022 were up 3 percent | exports 2022-01/2022-09 growth 3 %
Turnover in ten months of 2022 exceeded $34 bn | turnover 2022-01/2022-10 level 34 USD bn more than
Товарооборот в 2022 году превысил 43 млрд долл. | turnover 2022 level 43 USD bn more than
Товарооборот в 2013 году составил почти 39,7 млрд долларов США | turnover 2013 level 39.7 USD bn nearly
Turnover in 2013 was nearly $39.7bn | turnover 2013 level 39.7 USD bn nearly
Turnover in 2013 was no less than $39bn | turnover 2013 level 39 USD bn at least
Товарооборот в 2013 году составил не менее 39 млрд долл. | turnover 2013 level 39 USD bn at least
Turnover in 2013 was at most $40bn | turnover 2013 level 40 USD bn at most
Товарооборот в 2013 году составил не более 40 млрд долл. | turnover 2013 level 40 USD bn at most
Exports fell by more than 8 percent in 2022 | exports 2022 growth -8 % less than
Exports fell by nearly 8 percent in 2022 | exports 2022 growth -8 % at least
Экспорт упал примерно на 8% в 2022 году | exports 2022 growth -8 % about
Сальдо — 5 млрд долл. в 2022 году | ?UNKNOWN
Сальдо в 2022 году −5 млрд долл. | balance 2022 level -5 USD bn
Exports were up to $17bn in 2022 | ?UNKNOWN
Exports in 2022: about | ?NO_NUMBER
Экспорт упал на примерно 8% в 2022 году | exports 2022 growth -8 % about
Imports declined by around 5% in 2020 compared with 2018 | imports 2020 growth -5 % about <2018
Импорт вырос на 5% по сравнению с 2018 годом в 2020 году | imports 2020 growth 5 % <2018
Импорт вырос на 5% к уровню 2018 года за 2020 год | imports 2020 growth 5 % <2018
Imports grew by 5% year on year in 2020 | imports 2020 growth 5 %
Импорт за 2020 год вырос на 5% в годовом выражении | imports 2020 growth 5 %
Exports rose by $1.6bn to $17.2bn in 2022 | exports 2022 change 1.6 USD bn; level 17.2 USD bn
Экспорт сократился на 1,6 млрд долл. до 17,2 млрд долл. за 2022 год
    | exports 2022 change -1.6 USD bn; level 17.2 USD bn
Exports rose $1.6bn in 2022 | ?AMBIGUOUS
The trade surplus was $6.2bn in 2021 | balance 2021 level 6.2 USD bn
The trade deficit of more than $0.1bn in 2022 | balance 2022 level -0.1 USD bn less than
Положительное сальдо в 2021 году составило 6,2 млрд долл. | balance 2021 level 6.2 USD bn
Дефицит в 2022 году составил 100 млн долл. | balance 2022 level -100 USD mn
Сальдо в 2022 году составило минус 100 млн долл. | balance 2022 level -100 USD mn
Экспорт в 2022 году составил 1,2 трлн российских руб. | exports 2022 level 1.2 RUB tn
Imports in 2022 were €850 thousand | imports 2022 level 850 EUR th
Экспорт в 2022 году составил 850 тыс. евро | exports 2022 level 850 EUR th
Russian exports to Belarus grew by 5% in 2022 | exports 2022 growth 5 % RUS-BLR
Экспорт России в Беларусь вырос на 5% в 2022 году | exports 2022 growth 5 % RUS-BLR
Exports were $17.2bn and imports were $17.3bn in 2022
    | exports 2022 level 17.2 USD bn; imports 2022 level 17.3 USD bn
Exports of services grew by 5% in 2022 | ?UNKNOWN
Exports doubled in 2022 | ?UNKNOWN
The physical volume of exports grew by 5% in 2022 | ?UNKNOWN
Exports did not grow by 5% in 2022 | ?UNKNOWN
Exports grew by 5% | ?NO_PERIOD
Exports grew by 5% in 2022 and 3% in 2023 | ?PERIODS
In 2022 it grew by 5% | ?NO_FLOW
Exports grew in 2022 | ?NO_NUMBER
Exports were 5% in 2022 | ?NO_MOVE
Exports grew to 5% in 2022 | ?NO_MOVE
The surplus rose by $1bn in 2022 | ?NO_MOVE
Exports were $1,234bn in 2022 | ?AMBIGUOUS
Exports grew by 5% to in 2022 | ?ODD
Exports grew fell by 5% in 2022 | ?ODD
Exports grew by by 5% in 2022 | ?ODD
By 5% exports grew in 2022 | ?ODD
Exports were $5bn by in 2022 | ?ODD
Exports were minus $5bn in 2022 | ?ODD
Exports in October-January 2022 were $5bn | ?PERIODS
Exports in the third half of 2022 were $5bn | ?PERIODS
Exports grew by 5% in 2020 compared with 2021 | ?PERIODS
Russian exports to Russia grew by 5% in 2022 | ?SIDES
Russian exports were $4bn and Belarusian imports were $5bn in 2022 | ?SIDES
Exports grew by 17.2 in 2022 | ?UNKNOWN
"""

FURTHER = Path(__file__).parents[1] / "cases" / "statements"

CASES = [tuple(line.split(" | ")) for line in KNOWN.replace("\n    |", " |").strip().splitlines()]


def told(one: Reported) -> str:
    base = "" if one.compared_with is None else f" <{one.compared_with}"
    hedge = f" {one.qualifier}" if one.qualifier else ""
    return f"{one.flow} {one.period} {one.measure} {one.value} {one.unit}{hedge}{base}"


def heard(text: str) -> str:
    try:
        phrase = read_phrase(text)
    except PhraseError as error:
        return f"?{error.obstacle.name}"
    said = "; ".join(told(one) for one in phrase.reported)
    if phrase.pair:
        return f"{said} {phrase.who}"
    return f"{said} {phrase.of or '?'}-{phrase.to or '?'}" if phrase.of or phrase.to else said


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_a_statement_is_read_or_refused(text: str, expected: str) -> None:
    first, *others = expected.split("; ")
    head = " ".join(first.split()[:2])
    full = "; ".join([first, *(o if o.split()[0] in ("exports", "imports") else f"{head} {o}" for o in others)])
    assert heard(text) == full


@pytest.mark.parametrize("name", ["read", "refused"])
def test_what_words_say_in_other_places_is_read_rightly_or_refused(name: str) -> None:
    lines = (FURTHER / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    expected = [line for line in lines if line and not line.startswith("#")]
    statements = [line.split(" | ")[0] for line in expected]
    assert [f"{one} | {heard(one)}" for one in statements] == expected
    assert len(statements) > 50


def test_sixty_statements_are_understood_or_refused() -> None:
    assert len(CASES) >= 60


def test_what_was_not_understood_is_named() -> None:
    with pytest.raises(PhraseError, match="not understood: skyrocketed, wildly;"):
        read_phrase("Exports skyrocketed wildly by 5% in 2022")


def test_precision_comes_from_the_digits_and_words_are_kept() -> None:
    growth, level = read_phrase("Exports fell by 8.4 percent to $17.2bn in 2022").reported
    assert (str(growth.step), str(level.step)) == ("0.1", "0.1")
    assert (growth.wording, level.wording) == ("by 8.4 percent", "to $17.2bn")


def test_every_obstacle_has_a_sentence_and_is_an_error_of_the_one_tree() -> None:
    assert set(WHY) == set(Obstacle)
    assert isinstance(PhraseError(Obstacle.NO_FLOW), DashboardError)


def test_a_page_of_text_is_no_statement() -> None:
    with pytest.raises(PhraseError, match="at most 2000 characters"):
        read_phrase("exports " * 1000)


@given(st.text(max_size=60))
def test_no_text_makes_the_reader_stumble(text: str) -> None:
    assert isinstance(heard(text), str)


@given(st.sampled_from([case[0] for case in CASES]), st.integers(0, 12))
def test_a_word_that_is_not_known_never_passes(text: str, place: int) -> None:
    words = text.split()
    assert heard(" ".join([*words[:place], "qwerty", *words[place:]])).startswith("?")
