"""Numbers, periods, names and units in three languages: calendar, places, terms and what joins them."""

from decimal import Decimal
from fractions import Fraction

import pytest
from babel.core import Locale

from dashboard.bounds.verdict import Verdict
from dashboard.judging.findings import Level
from dashboard.languages.countries import pair
from dashboard.languages.language import Language
from dashboard.languages.names import Case
from dashboard.reading.dates import day
from dashboard.values.codes import COUNTRIES
from dashboard.values.interval import Interval
from dashboard.values.measure import Flow, Measure
from dashboard.values.period import Period
from dashboard.values.qualifier import Qualifier
from dashboard.wording import periods
from dashboard.wording.words import Words

THREE = (Language.EN, Language.RU, Language.BE)
EN, RU, BE = (Words(language) for language in THREE)
CASES: tuple[Case, ...] = ("nominative", "genitive", "prepositional", "instrumental")


@pytest.mark.parametrize(
    ("period", "english", "russian", "belarusian"),
    [
        ("2021", "2021", "2021 год", "2021 год"),
        ("2022-10", "October 2022", "октябрь 2022 года", "кастрычнік 2022 года"),
        ("2022-Q3", "Q3 2022", "III квартал 2022 года", "III квартал 2022 года"),
        ("2022-H2", "the second half of 2022", "второе полугодие 2022 года", "другое паўгоддзе 2022 года"),
        ("2022-01/2022-10", "January–October 2022", "январь–октябрь 2022 года", "студзень–кастрычнік 2022 года"),
        (
            "2021-11/2022-02",
            "November 2021 – February 2022",
            "ноябрь 2021 года – февраль 2022 года",
            "лістапад 2021 года – люты 2022 года",
        ),
        ("2020/2022", "2020–2022", "2020–2022 годы", "2020–2022 гады"),
    ],
)
def test_a_period_in_words(period: str, english: str, russian: str, belarusian: str) -> None:
    assert [words.period(Period.parse(period)) for words in (EN, RU, BE)] == [english, russian, belarusian]


@pytest.mark.parametrize(
    ("period", "russian", "belarusian"),
    [
        ("2021", "2021 году", "2021 годзе"),
        ("2022-02", "феврале 2022 года", "лютым 2022 года"),
        ("2022-Q2", "II квартале 2022 года", "II квартале 2022 года"),
        ("2022-H1", "первом полугодии 2022 года", "першым паўгоддзі 2022 года"),
        ("2022-01/2022-10", "январе–октябре 2022 года", "студзені–кастрычніку 2022 года"),
        ("2020/2022", "2020–2022 годах", "2020–2022 гадах"),
    ],
)
def test_a_period_is_declined(period: str, russian: str, belarusian: str) -> None:
    assert [words.period(Period.parse(period), case="prepositional") for words in (RU, BE)] == [russian, belarusian]


@pytest.mark.parametrize(
    ("period", "english", "russian", "belarusian"),
    [
        ("2021", "2021", "2021", "2021"),
        ("2022-10", "Oct 2022", "окт. 2022", "кастр. 2022"),
        ("2022-Q3", "Q3 2022", "III кв. 2022", "III кв. 2022"),
        ("2022-H1", "H1 2022", "I полуг. 2022", "I паўг. 2022"),
        ("2022-01/2022-10", "Jan–Oct 2022", "янв.–окт. 2022", "студз.–кастр. 2022"),
        ("2021-11/2022-02", "Nov 2021 – Feb 2022", "нояб. 2021 – февр. 2022", "ліст. 2021 – лют. 2022"),
        ("2020/2022", "2020–2022", "2020–2022", "2020–2022"),
    ],
)
def test_a_period_in_little_room(period: str, english: str, russian: str, belarusian: str) -> None:
    assert [words.period(Period.parse(period), short=True) for words in (EN, RU, BE)] == [english, russian, belarusian]


@pytest.mark.parametrize("language", list(Language))
def test_the_names_of_months_are_those_of_the_cldr(language: Language) -> None:
    names = Locale.parse(language.value).months["stand-alone"]["wide"]
    expected = tuple(str(names[month]) for month in range(1, 13))
    assert periods.months(language) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2023-01-17", ["17 January 2023", "17 января 2023 года", "17 студзеня 2023 года"]),
        ("2023-01", ["January 2023", "январь 2023 года", "студзень 2023 года"]),
        ("2023", ["2023", "2023 год", "2023 год"]),
        ("", ["", "", ""]),
    ],
)
def test_a_date_is_said_as_far_as_it_is_known(text: str, expected: list[str]) -> None:
    date = day(text).value if text else None
    assert [words.published(date).replace("\N{NO-BREAK SPACE}", " ") for words in (EN, RU, BE)] == expected


@pytest.mark.parametrize(
    ("unit", "expected"),
    [
        ("USD bn", ["USD bn", "млрд долл. США", "млрд дол. ЗША"]),
        ("RUB tn", ["RUB tn", "трлн руб.", "трлн рас. руб."]),
        ("EUR", ["EUR", "евро", "еўра"]),
        ("KZT mn", ["KZT mn", "млн KZT", "млн KZT"]),
        ("%", ["%", "%", "%"]),
        ("% RUB", ["% in RUB", "% (руб.)", "% (рас. руб.)"]),
        ("times", ["times", "раз", "разоў"]),
        ("pp", ["pp", "п. п.", "п. п."]),
        ("USD bn/month", ["USD bn a month", "млрд долл. США в месяц", "млрд дол. ЗША за месяц"]),
    ],
)
def test_a_unit_has_a_name(unit: str, expected: list[str]) -> None:
    assert [words.unit(unit) for words in (EN, RU, BE)] == expected


@pytest.mark.parametrize(
    ("value", "hedge", "expected"),
    [
        ("1", "", ["1 times", "1 раз", "1 раз"]),
        ("2", "", ["2 times", "2 раза", "2 разы"]),
        ("5", "", ["5 times", "5 раз", "5 разоў"]),
        ("12", "", ["12 times", "12 раз", "12 разоў"]),
        ("21", "", ["21 times", "21 раз", "21 раз"]),
        ("2.5", "", ["2.5 times", "2,5 раза", "2,5 раза"]),
        ("2.0", "about", ["2.0 times", "2,0 раза", "2,0 раза"]),
        ("2", "about", ["2 times", "2 раз", "2 разоў"]),
        ("21", "about", ["21 times", "21 раза", "21 раза"]),
        ("2", "more than", ["2 times", "2 раз", "2 разы"]),
        ("2", "at least", ["2 times", "2 раз", "2 разы"]),
        ("2", "nearly", ["2 times", "2 раза", "2 разы"]),
    ],
)
def test_times_take_the_form_that_the_number_and_the_hedge_before_it_ask_for(
    value: str, hedge: str, expected: list[str]
) -> None:
    number, decimals = Decimal(value), len(value.partition(".")[2])
    assert [one.with_unit(one.number(number, decimals), "times", Qualifier(hedge)) for one in (EN, RU, BE)] == expected


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [
        (2, 4, ["2 to 4 times", "от 2 до 4 раз", "ад 2 да 4 разоў"]),
        (20, 21, ["20 to 21 times", "от 20 до 21 раза", "ад 20 да 21 раза"]),
        (2, None, ["at least 2 times", "не менее 2 раз", "не менш за 2 разы"]),
        (None, 5, ["at most 5 times", "не более 5 раз", "не больш за 5 разоў"]),
    ],
)
def test_whole_times_from_and_to_stand_in_the_genitive(low: int | None, high: int | None, expected: list[str]) -> None:
    ends = Interval(*(None if end is None else Fraction(end) for end in (low, high)))
    assert [one.in_unit(ends, "times", 0) for one in (EN, RU, BE)] == expected


@pytest.mark.parametrize(
    ("unit", "expected"),
    [
        ("USD bn", ["USD 1.45 to 1.55 bn", "от 1,45 до 1,55 млрд долл. США", "ад 1,45 да 1,55 млрд дол. ЗША"]),
        ("%", ["1.45 to 1.55%", "от 1,45 до 1,55 %", "ад 1,45 да 1,55 %"]),
        ("% RUB", ["1.45 to 1.55% in RUB", "от 1,45 до 1,55 % (руб.)", "ад 1,45 да 1,55 % (рас. руб.)"]),
        ("times", ["1.45 to 1.55 times", "от 1,45 до 1,55 раза", "ад 1,45 да 1,55 раза"]),
        ("pp", ["1.45 to 1.55 pp", "от 1,45 до 1,55 п. п.", "ад 1,45 да 1,55 п. п."]),
        (
            "USD bn/month",
            [
                "USD 1.45 to 1.55 bn a month",
                "от 1,45 до 1,55 млрд долл. США в месяц",
                "ад 1,45 да 1,55 млрд дол. ЗША за месяц",
            ],
        ),
    ],
)
def test_an_interval_with_its_unit(unit: str, expected: list[str]) -> None:
    interval = Interval(Fraction("1.45"), Fraction("1.55"))
    assert [words.in_unit(interval, unit).replace("\N{NO-BREAK SPACE}", " ") for words in (EN, RU, BE)] == expected


def test_an_amount_in_billions() -> None:
    assert EN.money(Decimal("34.5"), "USD", 1) == "USD 34.5 bn"
    assert RU.money(Decimal("34.5"), "USD", 1, signed=True).replace("\N{NO-BREAK SPACE}", " ") == "+34,5 млрд долл. США"
    assert EN.money_range(Interval(Fraction("31.25"), None), "USD") == "at least USD 31.25 bn"
    assert EN.money_range(Interval(), "USD") == "not bounded"


def test_two_countries_as_partners() -> None:
    assert [pair("RUS", "BLR", language) for language in THREE] == [
        "Russia with Belarus",
        "России с Беларусью",
        "Расіі з Беларуссю",
    ]
    assert [pair("JPN", "USA", language) for language in THREE] == [
        "Japan with United States",
        "Японии с США",
        "Японіі з ЗША",
    ]
    assert pair("RUS", "MLI", Language.RU) == "(Россия — Мали)"


@pytest.mark.parametrize("words", [EN, RU, BE])
def test_every_country_of_the_codes_has_a_name(words: Words) -> None:
    assert [code for code in sorted(COUNTRIES) if words.country(code) == code] == []


def test_a_country_is_declined_where_its_cases_are_known() -> None:
    assert [RU.country("BLR", case) for case in CASES] == ["Беларусь", "Беларуси", "Беларуси", "Беларусью"]
    assert [BE.country("CHN", case) for case in CASES] == ["Кітай", "Кітая", "Кітаі", "Кітаем"]
    assert [RU.country("EUU", case) for case in CASES] == [
        "Европейский союз",
        "Европейского союза",
        "Европейском союзе",
        "Европейским союзом",
    ]
    assert {RU.country("MLI", case) for case in CASES} == {"Мали"}
    assert EN.country("QQQ") == "QQQ"


def test_terms_are_those_of_the_statistical_offices() -> None:
    assert [words.flow(Flow.TURNOVER) for words in (EN, RU, BE)] == ["turnover", "товарооборот", "тавараабарот"]
    assert [words.flow(Flow.BALANCE) for words in (EN, RU, BE)] == ["balance", "сальдо", "сальда"]
    assert RU.flow(Flow.EXPORTS, "genitive") == "экспорта"
    assert [words.metric(Measure.COVERAGE) for words in (RU, BE)] == ["коэффициент покрытия", "каэфіцыент пакрыцця"]
    assert EN.verdict(Verdict.UNDECIDED) == "undecided"
    assert (EN.measure(Measure.LEVEL), EN.level(Level.MIRROR)) == ("level", "partner's count")
    assert (EN.qualifier(Qualifier.ROUNDED), EN.scope("goods"), EN.scope("x")) == ("", "goods", "x")


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (Language.EN, "a surplus of USD_6.1 to 6.3_bn, up by 10.1%"),
        (Language.RU, "профицит 6,1–\N{WORD JOINER}6,3_млрд_долл._США вырос на 10,1_%"),
        (Language.BE, "прафіцыт 6,1–\N{WORD JOINER}6,3_млрд_дол._ЗША, 10,1_%"),
        (Language.EN, "6_of_6 lines of 2021–\N{WORD JOINER}2023; USD_bn, 1.5_times on 4_May 2022"),
        (Language.EN, "in 2022 of 13%, trade-\N{WORD JOINER}dashboard 0.1.0, foreign-policy actions"),
        (Language.RU, "экспорт от −5,07 до −4,99_п._п., 6_из_8; 13_±_0,5_%, 1,5_раза — за 2021_год"),
        (Language.RU, "4_ноября 2021_года, строки 56–\N{WORD JOINER}57, ≥_31,3_млн_бел._руб. в месяц"),
        (Language.BE, "6_з_6 за 2021–\N{WORD JOINER}2023_гады, 12_снежня; 5_гадоў годнасці, 0,3_п._п."),
    ],
)
def test_no_line_ends_inside_an_amount(language: Language, said: str) -> None:
    assert Words(language).unbroken(said.replace("_", " ").replace("\N{WORD JOINER}", "")) == said.replace(
        "_", "\N{NO-BREAK SPACE}"
    )
