"""The two counts of a balance: each side's own, the partner's with its sign reversed and words that say so."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from fractions import Fraction

import plotly.graph_objects as go
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.charts import draw
from dashboard.charts.chart import Cell, Chart
from dashboard.charts.mark import Kind, Mark
from dashboard.judging.review import review
from dashboard.judging.view import Unit, look
from dashboard.languages.language import Language
from dashboard.reading import dataset
from dashboard.values.interval import Interval
from dashboard.values.measure import Flow
from dashboard.values.period import Period
from dashboard.wording.words import Words
from tests.charted import HEAD, chart, mark, shipped

SIDES = {"kz": "KAZ,CHN", "cn": "CHN,KAZ"}
SOURCES = "id,publisher,title,published,address,language,retrieved,note\n" + "".join(
    f"{id},{id},Yearbook,2024-05,,en,,\n" for id in ("kz", "cn", "cn-later")
)
BOTH = (
    "kz exports,2022,level,13.2,USD bn,0.1,",
    "kz imports,2022,level,11,USD bn,0.1,",
    "cn balance,2022,level,-2355,USD mn,1,",
)


def counted(*rows: str, seen_from: str = "kz", unit: Unit = Unit.BN, language: Language = Language.EN) -> Chart:
    """Return the mirror of rows written as "kz exports,2022,level,13.2,USD bn,0.1,": source, flow to qualifier."""
    sides = [f"{id},{SIDES[id[:2]]},{cells},,goods,,\n" for id, _, cells in (row.partition(" ") for row in rows)]
    data = dataset.read((HEAD + "".join(sides)).encode(), SOURCES.encode())
    return draw("mirror", replace(look(data, review(data), seen_from), shown_in=unit), Words(language))


def balances(drawn: Chart) -> Mapping[str, tuple[Cell, Cell, Cell]]:
    """Return printed number, lower and upper end of every balance by its mark."""
    found = zip(drawn.claims, drawn.values, strict=True)
    return {claim: (row[2], row[3], row[4]) for claim, row in found if ":balance:" in claim}


def titles(drawn: Chart) -> list[str]:
    return [note["text"] for note in drawn.figure["layout"]["annotations"] if "USD" in note["text"]]


def test_the_balance_of_the_shipped_data_has_two_counts_that_can_be_compared() -> None:
    assert balances(chart("mirror")) == {
        "rus-government-2023-03:level:balance:2022": (None, -0.95, -0.65),
        "kremlin-2024-05:level:balance:2022": (None, pytest.approx(-0.1334, abs=1e-4), pytest.approx(0.0989, abs=1e-4)),
        "blr-official-2024-01:level:balance:2022": (0.1274, -0.12745, -0.12735),
    }
    partner = mark(chart("mirror").figure, "blr-official-2024-01:level:balance:2022")
    assert (partner["at"], partner["lines"]) == (-0.1274, [68])


def test_a_mark_says_that_its_sign_is_reversed_and_how_it_was_printed() -> None:
    trace = chart("mirror").figure["data"][-3]
    said = dict(zip(trace["ids"], trace["hovertext"], strict=True))
    assert said["blr-official-2024-01:level:balance:2022"].replace("\u00a0", " ").split("<br>")[:5] == [
        "<b>Balance of Russia with Belarus, count of",
        "Belarus, sign reversed, 2022</b>",
        "USD −0.1274 bn",
        "stands for USD −0.12745 to −0.12735 bn",
        "with its own sign: USD 0.1274 bn",
    ]
    assert "sign" not in said["rus-government-2023-03:level:balance:2022"]


def test_a_row_of_the_table_has_the_sign_that_was_printed_and_a_name_that_says_reversed() -> None:
    drawn = chart("mirror")
    row = drawn.rows[drawn.claims.index("blr-official-2024-01:level:balance:2022")]
    assert row[0] == "Balance of Russia with Belarus, count of Belarus, sign reversed"
    assert row[2:6] == ("0.1274", "−0.12745", "−0.12735", "USD bn")


SAID = {
    Language.EN: """Whole year, USD bn<br>■ count of Belarus, sign reversed
        The balance counted by Belarus is shown with its sign reversed, to be comparable;
        the column “As printed” keeps its own sign.""",
    Language.RU: """Весь год, млрд долл. США<br>■ данные Беларуси, знак обратный
        Сальдо по данным Беларуси показано с обратным знаком, чтобы его можно было сравнить;
        в столбце «Опубликовано» знак исходный.""",
    Language.BE: """Увесь год, млрд дол. ЗША<br>■ даныя Беларусі, знак адваротны
        Сальда паводле даных Беларусі паказана з адваротным знакам, каб яго можна было параўнаць;
        у слупку «Апублікавана» знак зыходны.""",
}


@pytest.mark.parametrize("language", Language)
def test_the_scale_of_balances_and_the_note_say_whose_sign_is_reversed(language: Language) -> None:
    drawn = chart("mirror", language=language)
    title, *note = SAID[language].split("\n")
    assert title in [one["text"] for one in drawn.figure["layout"]["annotations"]]
    assert " ".join(line.strip() for line in note) in drawn.note


def test_a_balance_has_its_own_scale_with_zero_on_it() -> None:
    drawn = counted(*BOTH, "cn exports,2022,level,11,USD bn,1,")
    assert titles(drawn) == ["Whole year, USD bn", "Whole year, USD bn<br>■ count of China, sign reversed"]
    flows, own = drawn.figure["layout"]["xaxis"], drawn.figure["layout"]["xaxis2"]
    assert flows["range"][0] > 8
    low, high = own["range"]
    assert (low < 0, high > 2.355) == (True, True)
    (zero,) = (trace for trace in drawn.figure["data"] if trace["mode"] == "lines")
    assert (zero["xaxis"], zero["x"], zero["y"]) == ("x2", [0, 0], [24, 72])


def test_a_chart_of_balances_alone_does_not_say_where_its_scale_begins() -> None:
    drawn = counted(*BOTH)
    assert "begin" not in drawn.note
    assert drawn.sentence.replace("\u00a0", " ") == (
        "Balance of Kazakhstan with China, 2022: USD 2.1 to 2.3 bn by the count of Kazakhstan, USD 2.355 bn by the"
        " count of China (its balance with the sign reversed); the two intervals are apart."
    )


SEEN_FROM_CHINA = {
    Language.EN: """Balance of China with Kazakhstan, 2022: USD −2.355 bn by the count of China, USD −2.3 to −2.1 bn
        by the count of Kazakhstan (its balance with the sign reversed); the two intervals are apart.""",
    Language.RU: """Сальдо Китая с Казахстаном, 2022 год: −2,355 млрд долл. США по данным Китая, от −2,3 до −2,1 млрд
        долл. США по данным Казахстана (сальдо с обратным знаком); интервалы не пересекаются.""",
    Language.BE: """Сальда Кітая з Казахстанам, 2022 год: −2,355 млрд дол. ЗША паводле даных Кітая, ад −2,3 да −2,1 млрд
        дол. ЗША паводле даных Казахстана (сальда з адваротным знакам); інтэрвалы не перасякаюцца.""",
}


@pytest.mark.parametrize("language", Language)
def test_the_sentence_of_the_other_side_reverses_the_other_sign(language: Language) -> None:
    said = counted(*BOTH, seen_from="cn", language=language).sentence
    assert said.split() == SEEN_FROM_CHINA[language].split()


def test_balances_of_a_month_on_average_have_a_scale_of_their_own_too() -> None:
    drawn = counted(*BOTH, "cn exports,2022,level,11,USD bn,1,", unit=Unit.MN_MONTH)
    assert titles(drawn) == ["USD mn a month", "USD mn a month<br>■ count of China, sign reversed"]
    ends = {claim: row[1:] for claim, row in balances(drawn).items()}
    assert ends["kz:average:balance:2022"] == pytest.approx((175, 2300 / 12))
    assert ends["cn:average:balance:2022"] == pytest.approx((2354.5 / 12, 2355.5 / 12))


@pytest.mark.parametrize(
    ("printed", "own", "seen"),
    [
        ("-1.5,USD bn,0.5,more than", "more than −1.5", "less than 1.5"),
        ("-1.5,USD bn,0.5,at most", "at most −1.5", "at least 1.5"),
        ("1.5,USD bn,0.5,less than", "less than 1.5", "more than −1.5"),
        ("1.5,USD bn,0.5,about", "about 1.5", "about −1.5"),
        ("1.5,USD bn,0.1,nearly", "nearly 1.5", "−1.50 … −1.40"),
        ("-1.50,USD bn,0.01,", "−1.50", "1.50"),
        ("0,USD bn,1,", "0", "0"),
    ],
)
def test_a_hedge_is_reversed_with_the_sign(printed: str, own: str, seen: str) -> None:
    drawn = counted("kz balance,2022,level,2,USD bn,1,", f"cn balance,2022,level,{printed}")
    assert drawn.rows[1][2] == own
    written = drawn.figure["data"][-2]["text"][1].replace("\u00a0", " ")
    assert written.lstrip("\u2003▶◀ ") == seen


def test_several_sources_of_a_side_each_have_their_own_balance() -> None:
    drawn = counted(*BOTH, "cn-later balance,2022,level,-2.1,USD bn,0.1,")
    assert balances(drawn) == {
        "kz:level:balance:2022": (None, 2.1, 2.3),
        "cn:level:balance:2022": (-2.355, 2.3545, 2.3555),
        "cn-later:level:balance:2022": (-2.1, 2.05, 2.15),
    }


def test_a_balance_that_one_side_alone_counts_is_not_shown() -> None:
    assert balances(counted(*BOTH[:2], "cn exports,2022,level,11,USD bn,1,")) == {}
    assert balances(counted(*BOTH[:2], "cn balance,2021,level,-2355,USD mn,1,")) == {}


def test_a_row_in_contradiction_takes_no_part_in_a_derived_balance() -> None:
    drawn = counted(*BOTH, "kz turnover,2022,level,24.2,USD bn,0.1,", "kz exports,2022,level,20,USD bn,0.01,")
    assert balances(drawn)["kz:level:balance:2022"] == (None, 2.1, 2.3)
    assert "In contradiction with the other rows and left out of derived figures: line 6." in drawn.note


def test_countries_whose_names_are_not_declined_stand_in_brackets() -> None:
    rows = ("kz,FRA,MLI,balance,2022,level,2,USD bn,1,,,goods,,", "cn,MLI,FRA,balance,2022,level,-2,USD bn,1,,,goods,,")
    data = dataset.read((HEAD + "\n".join(rows)).encode(), SOURCES.encode())
    drawn = draw("mirror", look(data, review(data), "kz"), Words(Language.RU))
    assert drawn.sentence.startswith("Сальдо (Франция — Мали), 2022 год: 2 млрд долл. США по данным Франция")


def test_the_sentence_speaks_of_the_period_and_the_source_in_view() -> None:
    said = chart("mirror", "blr-official-2024-01").sentence.replace("\u00a0", " ")
    assert said.startswith(
        "Balance of Belarus with Russia, 2022: USD 0.1274 bn by the count of Belarus, USD 0.65 to 0.95"
    )
    said = draw("mirror", look(*shipped(), "kremlin-2024-05", Period.parse("2022")), Words(Language.EN)).sentence
    assert said.replace("\u00a0", " ") == (
        "Balance of Russia with Belarus, 2022: USD −0.13 to 0.10 bn by the count of Russia, USD −0.1274 bn by the"
        " count of Belarus (its balance with the sign reversed); the two intervals overlap."
    )


def test_where_there_are_too_many_years_the_latest_and_that_in_view_are_shown_in_their_order() -> None:
    years = [f"{id} balance,{year},level,2,USD bn,1," for year in range(2001, 2021) for id in ("kz", "cn")]
    drawn = counted(*years, "kz exports,2003,level,9,USD bn,1,", "kz imports,2003,level,7,USD bn,1,")
    shown = [row[1] for row in drawn.values if str(row[0]).endswith("reversed")]
    assert shown == ["2003", *(str(year) for year in range(2006, 2021))]
    assert "Not drawn, for want of room: 4." in drawn.note
    assert drawn.sentence.startswith("Balance of Kazakhstan with China, 2003: ")


Year = Mapping[str, Sequence[int]]
"""What each side prints of a year, in tenths: exports and imports, or a balance alone."""

AMOUNTS = st.one_of(
    st.tuples(st.integers(10, 400), st.integers(10, 400)),
    st.tuples(st.integers(-300, 300)),
)
YEARS = st.dictionaries(
    st.integers(2015, 2018), st.fixed_dictionaries({"kz": AMOUNTS, "cn": AMOUNTS}), min_size=1, max_size=4
)


def printed(id: str, year: int, tenths: Sequence[int]) -> list[str]:
    flows = ("exports", "imports") if len(tenths) == 2 else ("balance",)
    return [
        f"{id} {flow},{year},level,{amount / 10:.1f},USD bn,0.1," for flow, amount in zip(flows, tenths, strict=True)
    ]


def told(tenths: Sequence[int]) -> tuple[Fraction, Fraction]:
    """Return what a side's print leaves for its balance: by hand, without the engine."""
    half = Fraction(len(tenths), 20)
    balance = Fraction(tenths[0] - sum(tenths[1:]), 10)
    return balance - half, balance + half


@settings(max_examples=40)
@given(YEARS)
def test_both_counts_are_exact_and_the_partners_is_reversed(years: Mapping[int, Year]) -> None:
    rows = [row for year, sides in years.items() for id, tenths in sides.items() for row in printed(id, year, tenths)]
    ours, theirs = (balances(counted(*rows, seen_from=id)) for id in ("kz", "cn"))
    expected = {f"{id}:level:balance:{year}": (id, tenths) for year, of in years.items() for id, tenths in of.items()}
    for claim, (id, tenths) in expected.items():
        _, low, high = ours[claim]
        least, most = told(tenths) if id == "kz" else (-told(tenths)[1], -told(tenths)[0])
        assert (low, high) == (float(least), float(most))
    assert {claim: (own, _minus(high), _minus(low)) for claim, (own, low, high) in ours.items()} == theirs


def _minus(end: Cell) -> Cell:
    assert isinstance(end, float)
    return 0.0 - end


@pytest.mark.parametrize("seen_from", ["kz", "cn"])
@pytest.mark.parametrize("unit", Unit)
@pytest.mark.parametrize("language", Language)
def test_the_chart_is_valid_from_both_sides_in_every_unit_and_language(
    seen_from: str, unit: Unit, language: Language
) -> None:
    go.Figure(counted(*BOTH, seen_from=seen_from, unit=unit, language=language).figure)


@given(st.none() | st.fractions(), st.none() | st.fractions(), st.fractions())
def test_a_sign_reversed_twice_is_the_sign(low: Fraction | None, high: Fraction | None, at: Fraction) -> None:
    found = Mark(
        key="k",
        kind=Kind.DERIVED,
        flow=Flow.BALANCE,
        period=Period.parse("2022"),
        interval=Interval(low, high),
        at=at,
        row=None,
        lines=(2,),
        source="kz",
    )
    assert found.mirrored.mirrored == found
    assert found.mirrored.as_counted == found.as_counted == found
    assert (found.mirrored.at, found.mirrored.reach) == (-at, found.reach[::-1])
