"""Proofs, findings, conflicts, corrections, metrics, rows and headlines, on the shipped data."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest

from dashboard.bounds.conflict import Conflict
from dashboard.bounds.quantity import Quantity
from dashboard.bounds.system import Side
from dashboard.bounds.verdict import Verdict
from dashboard.judging.findings import Finding, Rule
from dashboard.judging.judgement import judge, what_if
from dashboard.judging.metrics import Metric, answer
from dashboard.judging.review import Review
from dashboard.judging.view import Unit, look
from dashboard.languages.language import Language
from dashboard.reading.dataset import read
from dashboard.values.interval import Interval
from dashboard.values.measure import Flow, Measure
from dashboard.values.observation import Dataset
from dashboard.values.period import Period
from dashboard.wording import proofs
from dashboard.wording.headline import headline
from dashboard.wording.sentences import Sentences
from dashboard.wording.words import Words
from tests.charted import typed

THREE = (Language.EN, Language.RU, Language.BE)
MINISTRY = "mfa-2023-01"
BEFORE, NOW = Period.parse("2021-01/2021-10"), Period.parse("2022-01/2022-10")


@pytest.fixture(scope="module")
def said(shipped_data: Dataset) -> Sentences:
    return Sentences.of(shipped_data, Language.EN)


def ministry(dataset: Dataset, quantity: Quantity) -> Metric:
    judged = judge(row for row in dataset.observations if row.source == MINISTRY)
    return answer(judged, [(Measure.LEVEL, quantity)])[0]


def finding(review: Review, rule: Rule, *lines: int) -> Finding:
    return next(one for one in review.findings if one.rule is rule and set(lines) <= set(one.lines))


BALANCE_AT_MOST = """\
0.908678 × [turnover Jan–Oct 2022 ≥ (1 + 10.05%) × turnover Jan–Oct 2021]   (line 5: 10.1 ±0.05%)
0.908678 × [exports Jan–Oct 2022 ≤ 17.25]   (line 6: USD 17.2 ±0.05 bn)
0.543228 × [imports Jan–Oct 2022 ≥ 17.25]   (line 8: USD 17.3 ±0.05 bn)
1.451906 × [imports Jan–Oct 2022 ≤ (1 + 37.75%) × imports Jan–Oct 2021]   (line 9: 37.7 ±0.05%)
Here turnover = exports + imports and balance = exports − imports. The multipliers are chosen so that \
exports Jan–Oct 2022 and imports Jan–Oct 2022 cancel when the lines are added. The multipliers are fractions, rounded \
to six decimals: 1.451906 is 800/551.
Added up: balance in January–October 2021 ≤ USD 6.3040 bn, as 0.908678 × 17.25 − 0.543228 × 17.25 ≈ 6.3040."""

COVERAGE_AT_LEAST = """\
1 × [экспорт, янв.–окт. 2022 ≥ 17,15]   (строка 6: 17,2 ± 0,05 млрд долл. США)
0,988473 × [импорт, янв.–окт. 2022 ≤ 17,35]   (строка 8: 17,3 ± 0,05 млрд долл. США)
Множители — дроби, округлённые до шести знаков: 0,988473 — это 343/347.
В сумме: экспорт, янв.–окт. 2022 − 0,988473 × импорт, янв.–окт. 2022 ≥ 17,15 − 0,988473 × 17,35 ≈ 0. Значит, \
коэффициент покрытия за январь–октябрь 2022 года ≥ 98,8473 %."""


def test_a_bound_is_proved_with_a_pencil(shipped_data: Dataset, said: Sentences) -> None:
    bounds = ministry(shipped_data, Quantity(Measure.LEVEL, Flow.BALANCE, BEFORE)).bounds
    assert "\n".join(proofs.bound(bounds, Side.HIGH, said.rows, "USD", said.words)) == BALANCE_AT_MOST


def test_a_ratio_is_proved_by_a_form_that_is_not_negative(shipped_data: Dataset) -> None:
    russian = Sentences.of(shipped_data, Language.RU)
    bounds = ministry(shipped_data, Quantity(Measure.COVERAGE, Flow.EXPORTS, NOW)).bounds
    lines = proofs.bound(bounds, Side.LOW, russian.rows, "USD", russian.words)
    assert "\n".join(lines) == COVERAGE_AT_LEAST


HEADER = "source,reporter,partner,flow,period,measure,value,unit,step,qualifier,compared_with\n"
TINY = """\
s,RUS,BLR,turnover,2022,level,12.4,USD th,0.1,,
s,RUS,BLR,exports,2022,level,7.2,USD th,0.1,,
s,RUS,BLR,imports,2022,level,{imports},USD th,0.1,,
s,RUS,BLR,balance,2023,level,0.002,USD bn,0.001,,
"""


def tiny(imports: str) -> Dataset:
    return read((HEADER + TINY.format(imports=imports)).encode(), b"id,publisher,title\ns,an office,a release\n")


THOUSANDS = """\
s,RUS,BLR,exports,2022,level,1234.5,EUR th,0.1,,
s,RUS,BLR,imports,2022,level,1300.2,EUR th,0.1,,
s,RUS,BLR,exports,2023,share,48.72345,%,0.00001,,
s,RUS,BLR,turnover,2023,level,3.25,EUR mn,0.01,,
"""


@pytest.mark.parametrize(
    ("side", "flow", "year", "expected"),
    [
        (
            Side.LOW,
            Flow.TURNOVER,
            "2022",
            [
                "1 × [exports 2022 ≥ 1.23445]   (line 2: EUR 1,234.5 ±0.05 th)",
                "1 × [imports 2022 ≥ 1.30015]   (line 3: EUR 1,300.2 ±0.05 th)",
                "Added up: turnover in 2022 ≥ EUR 2.5346 mn, as 1.23445 + 1.30015 = 2.5346.",
            ],
        ),
        (
            Side.HIGH,
            Flow.EXPORTS,
            "2023",
            [
                "1 × [exports 2023 ≤ 48.723455% × turnover 2023]   (line 4: 48.72345 ±0.000005%)",
                "0.487235 × [turnover 2023 ≤ 3.255]   (line 5: EUR 3.25 ±0.005 mn)",
                (
                    "Here turnover = exports + imports. The multipliers are chosen so that imports 2023 cancel when "
                    "the lines are added. The multipliers are fractions, rounded to six decimals: 0.487235 is "
                    "9744691/20000000."
                ),
                "Added up: exports in 2023 ≤ EUR 1.58594846025 mn, as 0.487235 × 3.255 ≈ 1.58594846025.",
            ],
        ),
    ],
)
def test_what_a_row_allows_is_written_in_full(side: Side, flow: Flow, year: str, expected: list[str]) -> None:
    dataset = read((HEADER + THOUSANDS).encode(), b"id,publisher,title\ns,an office,a release\n")
    quantity, words = Quantity(Measure.LEVEL, flow, Period.parse(year)), Words(Language.EN)
    bounds = answer(judge(dataset.observations), [(Measure.LEVEL, quantity)])[0].bounds
    rows = {row.line: row for row in dataset.observations}
    assert list(proofs.bound(bounds, side, rows, "EUR", words)) == expected


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        (
            Language.EN,
            (
                "Lines 3 and 4 allow turnover in 2022 of USD 12.6 to 12.8 th, but line 2 (USD 12.4 ±0.05 th) stands "
                "for USD 12.35 to 12.45 th."
            ),
        ),
        (
            Language.RU,
            (
                "Строки 3 и 4 допускают: товарооборот за 2022 год — от 12,6 до 12,8 тыс. долл. США, "
                "но строка 2 (12,4 ± 0,05 тыс. "
                "долл. США) означает от 12,35 до 12,45 тыс. долл. США."
            ),
        ),
        (
            Language.BE,
            (
                "Радкі 3 і 4 дапускаюць: тавараабарот за 2022 год — ад 12,6 да 12,8 тыс. дол. ЗША, "
                "але радок 2 (12,4 ± 0,05 тыс. дол. ЗША) азначае ад 12,35 да 12,45 тыс. дол. ЗША."
            ),
        ),
    ],
)
def test_small_amounts_are_told_in_a_small_unit(language: Language, expected: str) -> None:
    dataset = tiny("5.5")
    judged = judge(dataset.observations)
    sentences = Sentences.of(dataset, language)
    assert [sentences.conflict(judged, conflict) for conflict in judged.explained.conflicts] == [expected]


def test_a_proof_about_small_amounts_adds_up_in_their_unit() -> None:
    dataset = tiny("5.5")
    judged = judge(dataset.observations)
    said = Sentences.of(dataset, Language.EN)
    assert said.conflict_steps(judged, judged.explained.conflicts[0]) == (
        "1 × [exports 2022 ≥ 7.15]   (line 3: USD 7.2 ±0.05 th)",
        "1 × [imports 2022 ≥ 5.45]   (line 4: USD 5.5 ±0.05 th)",
        "Added up: turnover in 2022 ≥ USD 12.6 th, as 7.15 + 5.45 = 12.6.",
    )
    assert said.words.money_range(Interval(Fraction(0), Fraction(0)), "USD") == "USD 0 bn"
    assert said.words.in_unit(Interval(Fraction(1, 500), None), "USD bn/month") == "at least USD 2 mn a month"


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        (Language.EN, "Line 2 allows exports in 2022 of"),
        (Language.RU, "Строка 2 допускает: экспорт за 2022 год —"),
        (Language.BE, "Радок 2 дапускае: экспарт за 2022 год —"),
    ],
)
def test_one_row_allows_and_several_allow(language: Language, expected: str) -> None:
    rows = "s,RUS,BLR,exports,2022,level,17.2,USD bn,0.1,,\ns,RUS,BLR,exports,2022,level,18,USD bn,1,at least,\n"
    dataset = read((HEADER + rows).encode(), b"id,publisher,title\ns,an office,a release\n")
    judged = judge(dataset.observations)
    assert Sentences.of(dataset, language).conflict(judged, judged.explained.conflicts[0]).startswith(expected)


def test_an_end_that_is_a_rule_needs_no_row(shipped_data: Dataset, said: Sentences) -> None:
    bounds = ministry(shipped_data, Quantity(Measure.LEVEL, Flow.EXPORTS, Period.parse("2021"))).bounds
    later = replace(bounds, low=replace(bounds.low, steps=(), bound=Fraction(0)) if bounds.low else None)
    assert proofs.bound(later, Side.LOW, said.rows, "USD", said.words) == (
        "Exports in 2021 ≥ USD 0 bn, because no flow is negative.",
    )
    assert proofs.bound(bounds, Side.HIGH, said.rows, "USD", said.words) == ()


def test_a_longer_period_holds_a_shorter_one(shipped_data: Dataset, said: Sentences) -> None:
    bounds = ministry(shipped_data, Quantity(Measure.LEVEL, Flow.EXPORTS, Period.parse("2021"))).bounds
    lines = proofs.bound(bounds, Side.LOW, said.rows, "USD", said.words)
    assert "1 × [exports Nov–Dec 2021 ≥ 0]   (no flow is negative)" in lines


@pytest.mark.parametrize(
    ("rule", "lines", "expected"),
    [
        (
            Rule.PRECISION,
            (4,),
            "Turnover in January–October 2022: USD 34.5 bn is printed, a multiple of its rounding step (line 4).",
        ),
        (
            Rule.SUM,
            (4, 6, 8),
            (
                "Turnover in January–October 2022: the reported number stands for USD 34.45 to 34.55 bn; exports + "
                "imports give USD 34.4 to 34.6 bn. Both can be true (lines 4, 6 and 8)."
            ),
        ),
        (
            Rule.BALANCE,
            (45,),
            (
                "Balance in 2020: the reported number stands for USD −3.15 to −3.05 bn; exports − imports give "
                "USD −3.325 to −3.215 bn. They are apart by USD 0.065 bn (lines 41, 43 and 45)."
            ),
        ),
        (
            Rule.PARTS,
            (63,),
            (
                "Growth of turnover in 2022 against 2021: the reported number stands for 12.5 to 13.5%; amounts and "
                "growth of exports and imports give 11.9 to 12.2%. They are apart by 0.3 pp (lines 62, 63, 64, 65, "
                "66 and 67)."
            ),
        ),
        (
            Rule.HEDGE,
            (75,),
            (
                "Turnover in Q1 2024: USD 10.35 to 10.45 bn by a hedged number; the other numbers of the source give "
                "USD 12.3 to 12.5 bn. They are apart by USD 1.85 bn (lines 75, 77 and 79)."
            ),
        ),
        (
            Rule.SOURCES,
            (46, 61),
            (
                "Turnover in January–July 2021. President of Russia (Putin): USD 17.75 to 17.85 bn; Prime Minister of "
                "Russia (Mishustin): USD 21 to 39 bn. They are apart by USD 3.00 bn: perhaps a revision, or another "
                "count (lines 46, 59, 60 and 61)."
            ),
        ),
        (
            Rule.PARTNER,
            (2, 53),
            (
                "Turnover in 2021: USD 35 to 45 bn in the count of Russia; USD 39.5 to 40.5 bn in the count of "
                "Belarus. The gap is USD −5.5 to +5.5 bn, or −14 to +14% (lines 2 and 53)."
            ),
        ),
        (
            Rule.COUNT,
            (2, 53, 57),
            (
                "Turnover in 2021. Ministry of Foreign Affairs of Russia: about USD 40 bn. A source of the other side "
                "reports the same: Belstat (via Sputnik). Other sources of the same side give USD 38.45 to 38.55 bn. "
                "Both can be true (lines 2, 53 and 57)."
            ),
        ),
    ],
)
def test_a_finding_says_its_arithmetic(
    shipped: Review, said: Sentences, rule: Rule, lines: tuple[int, ...], expected: str
) -> None:
    assert said.finding(finding(shipped, rule, *lines)) == expected


def test_a_finding_without_a_gap_says_how_it_ended(shipped: Review, said: Sentences) -> None:
    touching = replace(finding(shipped, Rule.SUM, 4), verdict=Verdict.UNDECIDED)
    assert "Whether both can be true hangs on how hedges and ties are read (lines" in said.finding(touching)
    found = finding(shipped, Rule.PARTNER, 2, 53)
    down = -(found.allowed.low or Fraction(0))
    bare = replace(found, stated=found.stated.shifted(down), allowed=found.allowed.shifted(down))
    assert said.finding(bare).endswith("The gap is USD −5.5 to +5.5 bn (lines 2 and 53).")


def test_a_value_off_its_step_is_told_the_nearest(shipped: Review, said: Sentences) -> None:
    nearest = Interval(Fraction("34.4"), Fraction("34.4"))
    off = replace(finding(shipped, Rule.PRECISION, 4), allowed=nearest)
    assert said.finding(off) == (
        "Turnover in January–October 2022: USD 34.5 bn is printed, no multiple of its rounding step; the nearest is "
        "USD 34.4 bn. They are apart by USD 0.1 bn (line 4)."
    )


@pytest.mark.parametrize("language", list(Language))
def test_every_finding_has_a_sentence_in_every_language(
    shipped_data: Dataset, shipped: Review, language: Language
) -> None:
    sentences = Sentences.of(shipped_data, language)
    every = [sentences.finding(one) for one in shipped.findings]
    assert all(one.endswith(").") and "{" not in one and ".." not in one for one in every)


BALANCE = [
    (
        "Lines 39 and 41 allow balance in 2020 of USD −3.275 to −3.245 bn, but line 45 (USD −3.1 ±0.05 bn) stands "
        "for USD −3.15 to −3.05 bn."
    ),
    (
        "Lines 39 and 43 allow balance in 2020 of USD −3.385 to −3.175 bn, but line 45 (USD −3.1 ±0.05 bn) stands "
        "for USD −3.15 to −3.05 bn."
    ),
    (
        "Lines 41 and 43 allow balance in 2020 of USD −3.325 to −3.215 bn, but line 45 (USD −3.1 ±0.05 bn) stands "
        "for USD −3.15 to −3.05 bn."
    ),
]


def test_a_conflict_is_one_row_against_the_others(shipped: Review, said: Sentences) -> None:
    judged = next(scope.judgement for scope in shipped.scopes if scope.source == "belstat-2021-02")
    assert [said.conflict(judged, conflict) for conflict in judged.explained.conflicts] == BALANCE
    assert said.conflict_steps(judged, judged.explained.conflicts[2]) == (
        "1 × [exports 2020 ≤ 13.135]   (line 41: USD 13.13 ±0.005 bn)",
        "1 × [imports 2020 ≥ 16.35]   (line 43: USD 16.4 ±0.05 bn)",
        "Added up: balance in 2020 ≤ USD −3.215 bn, as 13.135 − 16.35 = −3.215.",
    )


def test_a_hedge_is_taken_at_its_widest(shipped: Review, said: Sentences) -> None:
    judged = next(scope.judgement for scope in shipped.scopes if scope.source == "kremlin-2024-05")
    assert said.conflict(judged, judged.explained.conflicts[0]) == (
        "Lines 77 and 79 allow turnover in Q1 2024 of USD 12.3 to 12.5 bn, but line 75 (about USD 10.4 bn) reaches no "
        "further than USD 10.15 to 10.65 bn."
    )


def test_rows_of_which_none_stands_apart_are_named_together(shipped: Review, said: Sentences) -> None:
    judged = next(scope.judgement for scope in shipped.scopes if scope.source == "belstat-2021-02")
    fine = Conflict((39, 41), judged.explained.conflicts[0].proof)
    assert said.conflict(judged, fine) == "The numbers of lines 39 and 41 cannot all be true."
    assert said.conflict_steps(judged, fine) == ()


@pytest.mark.parametrize(
    ("corrections", "english", "russian", "belarusian"),
    [
        (
            ((45,),),
            "Drop line 45, and the rest can all be true.",
            "Исключите строку 45, и все остальные числа могут быть верны.",
            "Выключыце радок 45, і ўсе астатнія лікі могуць быць правільнымі.",
        ),
        (
            ((70, 75), (70, 77), (72, 75), (72, 77)),
            "Drop any one of lines 70 or 72 and any one of lines 75 or 77, and the rest can all be true.",
            "Исключите любую из строк 70 или 72 и любую из строк 75 или 77, и все остальные числа могут быть верны.",
            (
                "Выключыце любы з радкоў 70 або 72 і любы з радкоў 75 або 77, і ўсе астатнія лікі могуць быць "
                "правільнымі."
            ),
        ),
        (
            ((1, 4), (2, 5)),
            "Drop lines 1 and 4 or lines 2 and 5, and the rest can all be true.",
            "Исключите строки 1 и 4 или строки 2 и 5, и все остальные числа могут быть верны.",
            "Выключыце радкі 1 і 4 або радкі 2 і 5, і ўсе астатнія лікі могуць быць правільнымі.",
        ),
    ],
)
def test_corrections_are_told_as_choices(
    shipped_data: Dataset, corrections: tuple[tuple[int, ...], ...], english: str, russian: str, belarusian: str
) -> None:
    told = [Sentences.of(shipped_data, language).corrections(corrections) for language in THREE]
    assert told == [english, russian, belarusian]


def test_a_metric_is_reported_or_derived(shipped_data: Dataset, said: Sentences) -> None:
    reported = ministry(shipped_data, Quantity(Measure.LEVEL, Flow.TURNOVER, NOW))
    derived = ministry(shipped_data, Quantity(Measure.LEVEL, Flow.BALANCE, NOW))
    assert said.metric(reported, "USD") == (
        "Turnover in January–October 2022: reported as USD 34.5 ±0.05 bn (line 4); it stands for USD 34.45 to 34.55 bn."
    )
    assert said.metric(derived, "USD") == (
        "Balance in January–October 2022: USD −0.2 to 0.0 bn, derived from lines 6 and 8."
    )
    after = replace(derived, bounds=replace(derived.bounds, without=(4,)))
    assert said.metric(after, "USD").endswith("Left out, because the rows contradict each other: line 4.")


def test_a_hedged_metric_gives_its_widest_reading_too(shipped_data: Dataset, shipped: Review, said: Sentences) -> None:
    hedged = look(shipped_data, shipped, "kremlin-2024-05", Period.parse("2024-Q1")).metric(
        Measure.LEVEL, Flow.TURNOVER
    )
    assert hedged is not None
    assert said.metric(hedged, "USD").startswith(
        "Turnover in Q1 2024: reported as about USD 10.4 bn (line 75); it stands for USD 10.35 to 10.45 bn, at the "
        "widest USD 10.15 to 10.65 bn."
    )


def test_a_row_stands_beside_the_others(shipped: Review, said: Sentences) -> None:
    assert said.row(shipped.row(4)) == (
        "Line 4, turnover in January–October 2022: USD 34.5 ±0.05 bn stands for USD 34.45 to 34.55 bn; the other rows "
        "give USD 34.4 to 34.6 bn: consistent."
    )
    assert "about USD 10.4 bn stands for USD 10.35 to 10.45 bn, at the widest USD 10.15 to 10.65 bn; " in said.row(
        shipped.row(75)
    )
    assert said.row(shipped.row(3)) == (
        "Line 3, growth of turnover in 2021 against 2020: more than 33.3% stands for at least 33.3%; the other rows do "
        "not bear on it: consistent."
    )


HEADLINES = [
    (
        "In January–October 2022, in the trade of Russia with Belarus, turnover rose by 10.1% to USD 34.5 bn: "
        "exports fell by 8.4%, imports rose by 37.7%, and a surplus of USD 6.1 to 6.3 bn became a balance between "
        "USD −0.2 and 0.0 bn."
    ),
    (
        "В январе–октябре 2022 года в торговле России с Беларусью товарооборот вырос на 10,1 %, до 34,5 млрд долл. "
        "США: экспорт снизился на 8,4 %, импорт вырос на 37,7 %, профицит 6,1–6,3 млрд долл. США сменился сальдо в "
        "пределах от −0,2 до 0,0 млрд долл. США."
    ),
    (
        "Гандаль Расіі з Беларуссю. У студзені–кастрычніку 2022 года тавараабарот вырас на 10,1 %, да 34,5 млрд дол. "
        "ЗША: экспарт зменшыўся на 8,4 %, імпарт вырас на 37,7 %, прафіцыт 6,1–6,3 млрд дол. ЗША змяніўся на сальда "
        "ў межах ад −0,2 да 0,0 млрд дол. ЗША."
    ),
]


def test_the_headline_is_true_over_every_interval(shipped_data: Dataset, shipped: Review) -> None:
    view = look(shipped_data, shipped)
    assert [headline(view, language) for language in THREE] == HEADLINES


def test_a_headline_below_the_names_of_the_two_countries_does_not_repeat_them(
    shipped_data: Dataset, shipped: Review
) -> None:
    view = look(shipped_data, shipped)
    said = [headline(view, language, names_pair=False) for language in THREE]
    beginnings = [one.partition(" 10")[0] for one in said]
    assert beginnings == [
        "In January–October 2022, turnover rose by",
        "В январе–октябре 2022 года товарооборот вырос на",
        "У студзені–кастрычніку 2022 года тавараабарот вырас на",
    ]
    assert [one.rpartition("10")[2] for one in said] == [one.rpartition("10")[2] for one in HEADLINES]


@pytest.mark.parametrize(
    ("source", "period", "expected"),
    [
        (
            "belstat-2012",
            None,
            "In 2011, in the trade of Belarus with Russia, turnover rose by 37.7% to USD 38,607.6 mn.",
        ),
        (
            "belstat-2021",
            None,
            "In January–July 2021, in the trade of Belarus with Russia, exports came to USD 8.71 bn.",
        ),
        (
            "blr-official-2024-01",
            None,
            "In 2022, in the trade of Belarus with Russia, the surplus came to USD 127.4 mn.",
        ),
        (
            "rus-president-2022-12-19",
            None,
            "In January–October 2022, in the trade of Russia with Belarus, turnover rose by 10% in USD.",
        ),
        (
            "belstat-2017-02",
            "2016",
            (
                "In 2016, in the trade of Belarus with Russia, turnover fell by 5.2% to USD 26.1 bn: exports came to "
                "USD 10.8 bn, imports came to USD 15.3 bn, and the deficit came to USD 4.4 to 4.6 bn."
            ),
        ),
        (
            "rus-president-2022-12",
            None,
            "In 2021, in the trade of Russia with Belarus, turnover rose by about 33.3% to USD 38.5 bn.",
        ),
        (
            "belstat-2018",
            None,
            (
                "In 2017, in the trade of Belarus with Russia, turnover rose by 23.2 to 23.8% to between USD 32.3 "
                "and 32.5 bn: exports rose by 17.2%, imports rose by 28%, and the deficit came to USD 6.7 to 6.9 bn, "
                "after USD 4.25 to 4.54 bn a year earlier."
            ),
        ),
        (
            "rus-government-2023-03",
            None,
            (
                "The source's numbers contradict each other; what follows leaves out line 63. In 2022, in the "
                "trade of Russia with Belarus, turnover rose by 11.9 to 12.2% to USD 43.4 bn: exports fell by 7.7%, "
                "imports rose by 41.2%, and a surplus of USD 7.3 to 7.6 bn became a deficit of USD 0.65 to 0.95 bn."
            ),
        ),
        (
            "mfa-2023-01",
            "2019",
            "In 2019, in the trade of Russia with Belarus, no amounts and no rates are reported.",
        ),
    ],
)
def test_a_headline_says_what_the_rows_bear_and_no_more(
    shipped_data: Dataset, shipped: Review, source: str, period: str | None, expected: str
) -> None:
    wanted = None if period is None else Period.parse(period)
    assert headline(look(shipped_data, shipped, source, wanted), Language.EN) == expected


@pytest.mark.parametrize(
    ("language", "beginning"),
    [
        (
            Language.EN,
            (
                "The source's numbers contradict each other; what follows leaves out lines 70 and 75. In Q1 2024, in "
                "the trade of Russia with Belarus, turnover fell by 2.3% to between USD 12.3 and 12.5 bn: "
            ),
        ),
        (
            Language.RU,
            (
                "Числа источника противоречат друг другу; далее исключено: строки 70 и 75. В I квартале 2024 года в "
                "торговле России с Беларусью товарооборот снизился на 2,3 %, до 12,3–12,5 млрд долл. США: "
            ),
        ),
        (
            Language.BE,
            (
                "Лікі крыніцы супярэчаць адзін аднаму; далей выключана: радкі 70 і 75. Гандаль Расіі з Беларуссю. "
                "У I квартале 2024 года тавараабарот зменшыўся на 2,3 %, да 12,3–12,5 млрд дол. ЗША: "
            ),
        ),
    ],
)
def test_a_headline_does_not_state_a_row_that_it_leaves_out(
    shipped_data: Dataset, shipped: Review, language: Language, beginning: str
) -> None:
    said = headline(look(shipped_data, shipped, "kremlin-2024-05", Period.parse("2024-Q1")), language)
    assert said.startswith(beginning)


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [
        ("-0.5", "0.3", "turnover changed by −0.5 to +0.3%"),
        ("0", "0", "turnover stayed the same"),
        ("0", "0.3", "turnover rose by 0.0 to 0.3%"),
        ("-0.3", "0", "turnover fell by 0.0 to 0.3%"),
    ],
)
def test_a_verb_is_used_only_where_the_sign_is_known(
    shipped_data: Dataset, shipped: Review, low: str, high: str, expected: str
) -> None:
    view = look(shipped_data, shipped)
    growth = view.metric(Measure.GROWTH, Flow.TURNOVER)
    assert growth is not None
    bounds = replace(growth.bounds, interval=Interval(Fraction(low), Fraction(high)))
    unsure = replace(view, metrics=(Metric(Measure.GROWTH, bounds),))
    assert expected in headline(unsure, Language.EN)


@pytest.mark.parametrize(
    ("hedge", "fall", "deficit"),
    [
        ("", "exports fell by 6.1%", "the deficit came to USD 6.1 bn."),
        ("less than", "exports fell by more than 6.1%", "the deficit came to more than USD 6.1 bn."),
        ("at most", "exports fell by at least 6.1%", "the deficit came to at least USD 6.1 bn."),
        ("about", "exports fell by about 6.1%", "the deficit came to about USD 6.1 bn."),
        ("nearly", "exports fell by 6.10 to 6.20%", "the deficit came to USD 6.10 to 6.20 bn."),
    ],
)
def test_a_number_below_zero_said_without_its_sign_has_the_hedge_that_fits_it(
    hedge: str, fall: str, deficit: str
) -> None:
    view = typed(
        f"balance,2022,level,-6.1,USD bn,0.1,{hedge},,goods,,", f"exports,2022,growth,-6.1,%,0.1,{hedge},,goods,,"
    )
    said = headline(view, Language.EN).replace("\u00a0", " ")
    assert fall in said
    assert said.endswith(deficit)
    in_millions = headline(replace(view, shown_in=Unit.MN), Language.EN).replace("\u00a0", " ")
    assert in_millions.endswith(deficit.replace("6.1 bn", "6,100 mn").replace("6.10 to 6.20 bn", "6,100 to 6,200 mn"))


def test_a_quarter_takes_the_longer_preposition_in_russian(shipped_data: Dataset, shipped: Review) -> None:
    view = look(shipped_data, shipped)
    second = replace(view, period=Period.parse("2022-Q2"), metrics=())
    assert headline(second, Language.RU) == (
        "Во II квартале 2022 года в торговле России с Беларусью не опубликовано ни объёмов, ни темпов."
    )


def test_a_changed_number_is_told_as_changed(shipped_data: Dataset, said: Sentences) -> None:
    judged = judge(row for row in shipped_data.observations if row.source == MINISTRY)
    changed = what_if(judged, 8, Decimal("20.3"))
    lines = "\n".join(said.conflict_steps(changed, changed.explained.conflicts[0]))
    assert "(line 8: USD 20.3 ±0.05 bn)" in lines
